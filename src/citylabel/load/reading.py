"""Reading one file after the other without stopping at the first that is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar, cast

from citylabel.load.filed import Filed
from citylabel.load.files import Listing, read_bytes
from citylabel.load.shape import build
from citylabel.messages import problem
from citylabel.model.base import Frozen
from citylabel.problems import DataError, Place
from citylabel.source import parse

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.load.files import Entry
    from citylabel.problems import Problem
    from citylabel.source import Record

M = TypeVar("M", bound=Frozen)


Reader = Callable[[bytes, str], "Record"]
"""Makes a record of a file's bytes and path."""


class Reading:
    """Files of one run: what could be read from them, and everything that is wrong with them."""

    def __init__(self, root: Path, listing: Listing, read: Reader = parse) -> None:
        self._root = root
        self._parse = read
        self.problems: list[Problem] = list(listing.problems)
        self.hints: list[Problem] = []
        self.records: list[Record] = []
        self._filed: dict[str, Filed[Frozen]] = {}
        for entry in listing.entries:
            self._read(entry)

    def _read(self, entry: Entry) -> None:
        try:
            record = self._parse(read_bytes(self._root, entry.path), entry.path)
            self.hints.extend(record.hints)
            if entry.model is not None:
                model = build(entry.model, record)
                self._filed[entry.path] = Filed(entry.stem, model, record)
                self.records.append(record)
        except DataError as error:
            self.problems.extend(error.problems)

    def one(self, path: str, kind: type[M]) -> Filed[M] | None:
        """The record in this file, if it is there and in order."""
        found = self._filed.get(path)
        return cast("Filed[M]", found) if found and isinstance(found.model, kind) else None

    def all(self, folder: str, kind: type[M]) -> tuple[Filed[M], ...]:
        """The records of one kind in this folder, by id."""
        here = PurePosixPath(folder)
        return tuple(
            cast("Filed[M]", found)
            for path, found in sorted(self._filed.items())
            if PurePosixPath(path).parent == here and isinstance(found.model, kind)
        )

    def say(self, code: str, place: Place, **values: object) -> None:
        """Add a problem."""
        self.problems.append(problem(code, place, **values))

    def finish(self) -> None:
        """Raise `DataError` with all problems if there are any."""
        if self.problems:
            raise DataError(self.problems)
