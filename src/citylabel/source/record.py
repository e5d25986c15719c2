"""A record as it was written: plain content, and where each key and value stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from citylabel.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The keys and numbers (from 0) that lead from the record to a value in it."""


class Mark(NamedTuple):
    """Where a key and its value begin: lines and characters from 0. A list item is its own key."""

    key_line: int
    key_column: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Record:
    """One file: what it says and where.

    `content` holds `dict`, `list`, `str`, `int`, `Written` (a decimal number), `bool` and `None`
    only, so that it is JSON. Dates are text.
    """

    path: str
    content: dict[str, Any]
    marks: Mapping[Path, Mark]
    hints: tuple[Problem, ...] = field(default=())
    """What a person should look at; no reason to refuse the record."""

    def written(self, path: Path) -> Path:
        """The longest way into the record along this path.

        Steps that are not in the record are left out: tags of unions, which Pydantic puts into
        its places, and keys that are missing.
        """
        found: Path = ()
        for step in path:
            if (*found, step) in self.marks:
                found = (*found, step)
        return found

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Where the value (or its key) stands, or else the nearest thing around it."""
        if not self.marks:  # read quickly
            return Place(self.path)
        mark = self.marks.get(path) or self.marks.get(self.written(path), Mark(0, 0, 0, 0))
        line, column = mark[:2] if of_key else mark[2:]
        return Place(self.path, line + 1, column + 1)

    def value(self, path: Path) -> object:
        """What is written at a place of this record, union tags left out."""
        value: Any = self.content
        for step in self.written(path):
            value = value[step]
        return value
