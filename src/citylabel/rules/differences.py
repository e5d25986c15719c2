"""What differs between two versions of one record, value by value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.base import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]


class How(StrEnum):
    """What happened to a value."""

    CHANGED = "was changed"
    REMOVED = "was removed"
    ADDED = "was added"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not as it was."""

    name: tuple[str, ...]
    """Keys that lead to it, entries of lists by their id: `("answers", "b2", "evidence", "b2-1", "link")`."""
    path: Path
    """Keys and numbers that lead to it in the record as it is now; where it is gone, to what was around it."""
    how: How


def differences(before: object, after: object, name: tuple[str, ...] = (), path: Path = ()) -> Iterator[Difference]:
    """Find all values that differ. Entries of lists are compared by their id where all have one, else as a whole.

    Args:
        before: a record or a part of it as it was.
        after: the same part as it is.
        name: keys that lead to the part.
        path: keys and numbers that lead to it as it is.
    """
    if before == after:
        return
    old, new = _parts(before), _parts(after)
    if old is None or new is None or type(before) is not type(after):
        yield Difference(name, path, _how(before, after))
        return
    for key, (_, value) in old.items():
        if key not in new:
            yield from _gone(value, (*name, key), path)
        else:
            step, now = new[key]
            yield from differences(value, now, (*name, key), (*path, step))
    for key, (step, _) in new.items():
        if key not in old:
            yield Difference((*name, key), (*path, step), How.ADDED)


def _gone(value: object, name: tuple[str, ...], path: Path) -> Iterator[Difference]:
    if value is not None:
        yield Difference(name, path, How.REMOVED)


def _how(before: object, after: object) -> How:
    if before is None:
        return How.ADDED
    return How.REMOVED if after is None else How.CHANGED


def _parts(value: object) -> Mapping[str, tuple[str | int, object]] | None:
    """Give the parts of a value by name, each with its step in the record; None for a value without parts."""
    match value:
        case Frozen():
            return {key: (key, getattr(value, key)) for key in type(value).model_fields}
        case dict():
            return {str(key): (key, part) for key, part in value.items()}
        case tuple():
            return _entries(value)
    return None


def _entries(entries: tuple[object, ...]) -> Mapping[str, tuple[str | int, object]] | None:
    ids = [getattr(entry, "id", None) for entry in entries]
    if not all(isinstance(each, str) for each in ids) or len(set(ids)) < len(ids):
        return None
    return {str(key): (number, entries[number]) for number, key in enumerate(ids)}
