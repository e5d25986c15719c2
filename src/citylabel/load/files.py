"""Files under `data/`: found without following links, read without trusting their size."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citylabel.load import names
from citylabel.messages import Words, problem
from citylabel.problems import DataError, Place
from citylabel.source.text import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.load.layout import Folder, Form
    from citylabel.model.base import Frozen
    from citylabel.problems import Problem

_ENDING = ".yml"
_OTHER_ENDINGS = (".yaml", ".yml.txt", ".yaml.txt", ".json", ".yml.yml")
_REPARSE_POINT = 0x400
"""Windows: the entry leads elsewhere (symbolic link, junction)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record's file: where it is and which model reads it, if there is one yet."""

    path: str
    """Relative to the root, with `/`."""
    stem: str
    """The file's name without ending: its id where it stands among others of its kind."""
    model: type[Frozen] | None


@dataclass(slots=True)
class Listing:
    """What a walk through a folder found: files to read, folders of subjects, problems."""

    entries: list[Entry] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def walk(root: Path, path: str, folder: Folder, *, into: bool = True) -> Listing:
    """Everything in a folder (`path` from the root) and below it, in the order of names.

    `into=False` stays out of the folders of subjects (cities), which can be very many. A folder
    that does not exist is empty.
    """
    listing = Listing()
    if _leads_elsewhere(root, path):
        listing.problems.append(problem("FILE02", Place(path), name=path.rpartition("/")[2]))
        return listing
    _Walk(root, listing, into=into).folder(path, folder)
    return listing


def read_bytes(root: Path, path: str) -> bytes:
    """The bytes of a file, at most one more than a record may have.

    Raises `DataError` when the file cannot be opened or is a link.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(root / path, flags), "rb") as file:  # noqa: PTH123 - a descriptor that follows no link
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        said = Words(error.strerror or "it cannot be read")
        raise DataError([problem("FILE09", Place(path), name=path, said=said)]) from error


def _leads_elsewhere(root: Path, path: str) -> bool:
    """Whether a link anywhere on the way, or `..` in it, leads to another place."""
    return (root / path).resolve() != root.resolve() / path


class _Walk:
    """One walk; `folder` looks at a folder's entries and goes on into those it knows."""

    def __init__(self, root: Path, listing: Listing, *, into: bool) -> None:
        self._root = root
        self._listing = listing
        self._into = into

    def folder(self, path: str, folder: Folder) -> None:
        """Look at everything in a folder."""
        entries = self._entries(path)
        self._listing.problems.extend(names.collisions(path, (one.name for one in entries)))
        for entry in entries:
            self._entry(f"{path}/{entry.name}", entry, folder)
        here = {entry.name for entry in entries}
        for stem in folder.needed:
            if f"{stem}{_ENDING}" not in here:
                self._say("FILE08", f"{path}/{stem}{_ENDING}", name=f"{stem}{_ENDING}")

    def _entries(self, path: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._root / path) as entries:
                kept = [one for one in entries if not names.is_overlooked(one.name)]
        except FileNotFoundError:
            return []
        except OSError as error:
            said = Words(error.strerror or "it cannot be read")
            self._say("FILE09", path, name=path, said=said)
            return []
        return sorted(kept, key=lambda one: one.name)

    def _entry(self, path: str, entry: os.DirEntry[str], folder: Folder) -> None:
        mode = _mode(entry)
        if stat.S_ISLNK(mode):
            self._say("FILE02", path, name=entry.name)
        elif problem_of_name := names.reserved(path):
            self._listing.problems.append(problem_of_name)
        elif folder.foreign:
            if stat.S_ISDIR(mode):
                self.folder(path, folder)
        elif stat.S_ISDIR(mode):
            self._subfolder(path, entry.name, folder)
        elif stat.S_ISREG(mode):
            self._file(path, entry.name, folder)
        else:
            found, expected = Words("a device or pipe"), Words("a file or folder")
            self._say("FILE03", path, name=entry.name, found=found, expected=expected)

    def _subfolder(self, path: str, name: str, folder: Folder) -> None:
        if name in folder.folders:
            if not folder.folders[name].apart:
                self.folder(path, folder.folders[name])
        elif name.removesuffix(_ENDING) in folder.files and name.endswith(_ENDING):
            self._say("FILE03", path, name=name, found=Words("a folder"), expected=Words("a file"))
        elif folder.subjects is None:
            self._listing.problems.append(names.unknown(f"{path}/", folder))
        else:
            self._subject(path, name, folder.subjects)

    def _subject(self, path: str, name: str, subjects: tuple[Form, Folder]) -> None:
        form, below = subjects
        if not form.fits(name):
            self._listing.problems.append(names.misnamed(path, form))
            return
        self._listing.subjects.append(name)
        if self._into:
            self.folder(path, below)

    def _file(self, path: str, name: str, folder: Folder) -> None:
        stem = name.removesuffix(_ENDING)
        if stem == name:
            self._wrong_ending(path, name, folder)
        elif stem in folder.files:
            self._listing.entries.append(Entry(path, stem, folder.files[stem]))
        elif folder.many is None:
            self._listing.problems.append(names.unknown(path, folder))
        elif folder.many[0].fits(stem):
            self._listing.entries.append(Entry(path, stem, folder.many[1]))
        else:
            self._listing.problems.append(names.misnamed(path, folder.many[0]))

    def _wrong_ending(self, path: str, name: str, folder: Folder) -> None:
        for ending in _OTHER_ENDINGS:
            if name.casefold().endswith(ending) or name.endswith(".YML"):
                stem = name.partition(".")[0]
                self._say("FILE04", path, name=name, rename=f"{stem}{_ENDING}")
                return
        self._listing.problems.append(names.unknown(path, folder))

    def _say(self, code: str, path: str, **values: object) -> None:
        self._listing.problems.append(problem(code, Place(path), **values))


def _mode(entry: os.DirEntry[str]) -> int:
    """The kind of an entry; whatever leads elsewhere counts as a link."""
    status = entry.stat(follow_symlinks=False)
    if getattr(status, "st_file_attributes", 0) & _REPARSE_POINT:
        return stat.S_IFLNK
    return status.st_mode
