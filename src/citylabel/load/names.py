"""Whether files and folders can be called what they are called, here and on other computers."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from citylabel.messages import Words, choices, did_you_mean, problem
from citylabel.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.load.layout import Folder, Form
    from citylabel.problems import Problem

# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "readme.md"})


def is_overlooked(name: str) -> bool:
    """Whether a file is none of ours: hidden, a copy kept by an editor, a note to people."""
    return name.startswith(".") or name.endswith("~") or name.casefold() in _LEFT_BEHIND


def collisions(folder: str, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each name that other computers take for an earlier one."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        first = seen.setdefault(folded, name)
        if first != name:
            yield problem("FILE07", Place(f"{folder}/{name}"), name=name, other=first)


def reserved(path: str) -> Problem | None:
    """The problem with a name that Windows keeps for devices, whatever its ending."""
    name = PurePosixPath(path).name
    stem, dot, rest = name.partition(".")
    if stem.casefold().rstrip() not in _WINDOWS:
        return None
    return problem("FILE06", Place(path), name=name, rename=f"{stem}-2026{dot}{rest}")


def misnamed(path: str, form: Form) -> Problem:
    """The problem with a name that does not have the form that is needed."""
    name = PurePosixPath(path).name
    near = did_you_mean(name, _suggested(name, form))
    return problem("FILE05", Place(path), name=name, did_you_mean=near, form=Words(form.words))


def unknown(path: str, folder: Folder) -> Problem:
    """The problem with a file or folder that nobody reads."""
    name = PurePosixPath(path).name
    files = [f"{stem}.yml" for stem in folder.files]
    folders = [f"{one}/" for one in folder.folders]
    forms = (("files", folder.many), ("folders", folder.subjects))
    kinds = [f"{what} named by {some[0].words}" for what, some in forms if some]
    known = choices([*files, *folders]) if files or folders else Words("")
    listed = "; or ".join(filter(None, (known, *kinds)))
    near = did_you_mean(name, [*files, *folders])
    return problem("FILE01", Place(path), name=name, did_you_mean=near, known=Words(listed))


def _suggested(name: str, form: Form) -> tuple[str, ...]:
    """The name in small letters, with hyphens and without accents, if that would do."""
    stem, dot, ending = name.rpartition(".") if name.endswith(".yml") else (name, "", "")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    better = "-".join(words)
    return (f"{better}{dot}{ending}",) if form.fits(better) and better != stem else ()
