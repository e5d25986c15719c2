"""Content under construction: each value with the cell it was typed into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citylabel.source import Mark, Record

if TYPE_CHECKING:
    from citylabel.source import Path


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and the row and column (from 1) of its cell."""

    value: Any
    row: int
    column: int


Tree = Told | dict[str, "Tree | None"] | list["Tree"]
"""Told values in groups and lists; None in a group is left out."""


def record_of(path: str, tree: dict[str, Tree | None]) -> Record:
    """Make a record of told values, so that whatever checks records names rows and columns."""
    marks: dict[Path, Mark] = {}
    content = _settled(tree, (), marks)
    return Record(path, content, marks)


def _settled(tree: Tree, path: Path, marks: dict[Path, Mark]) -> Any:  # noqa: ANN401 - what a record may hold
    first = _first(tree)
    mark = Mark(first.row - 1, first.column - 1, first.row - 1, first.column - 1)
    if path:
        marks[path] = mark
    match tree:
        case dict():
            return {key: _settled(each, (*path, key), marks) for key, each in tree.items() if each is not None}
        case list():
            return [_settled(each, (*path, position), marks) for position, each in enumerate(tree)]
        case _:
            return tree.value


def _first(tree: Tree) -> Told:
    """The first told value of a group: where the group is said to stand."""
    parts = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    if isinstance(tree, Told):
        return tree
    return next((_first(part) for part in parts if part is not None), Told(None, 1, 1))
