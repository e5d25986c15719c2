"""Texts of strangers in Markdown that other sites show: they say what they say, and do nothing.

In a code span nothing is a link, a mention, a reference to an issue, HTML or a picture
(https://github.github.com/gfm/#code-spans).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citylabel.problems import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 120
"""How many characters of a stranger's text are repeated."""


def inert(text: str) -> str:
    """Write a text as a code span, for a sentence or the cell of a table.

    What cannot be seen is written as an escape. A vertical bar, which would end a cell even within a code span,
    becomes a broken bar.
    """
    shown = visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…").replace("|", "\N{BROKEN BAR}").strip()
    if not shown:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    space = " " if "`" in shown else ""
    return f"{fence}{space}{shown}{space}{fence}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table; its cells are Markdown already and hold no bar of their own."""
    columns = tuple(head)
    lines = [columns, ("---",) * len(columns), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
