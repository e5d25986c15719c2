"""Texts of strangers in Markdown: shown as they are, and doing nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citylabel.views.markdown import inert, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Turku", "`Turku`"),
        ("@everyone #1", "`@everyone #1`"),
        ("<img src=x>", "`<img src=x>`"),
        ("a`b", "`` a`b ``"),
        ("a``", "``` a`` ```"),
        ("a|b", "`a\N{BROKEN BAR}b`"),
        ("a\n\n# b", "`a\\n\\n# b`"),
        ("  ", ""),
        ("x" * 500, f"`{'x' * 120}…`"),
    ],
)
def test_a_text_becomes_a_code_span_that_it_cannot_leave(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text(max_size=200))
def test_no_text_ends_its_span_its_cell_or_its_line(text: str) -> None:
    """What opens the span stands nowhere within it."""
    shown = inert(text)
    if shown:
        fence = re.match("`+", shown)
        assert fence is not None
        inside = shown[len(fence[0]) : -len(fence[0])]
        assert shown.endswith(fence[0])
        assert fence[0] not in re.findall("`+", inside)
        assert not set(shown) & set("|\n\r\u202e")


def test_a_table_has_a_line_for_each_row() -> None:
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
