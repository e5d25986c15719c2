"""A project with N invented places, each with a full case file, made from the place's number alone.

The specimens that ship with the project are the patterns: their answers, values, findings and
decisions agree with each other, so the generated ones do too. Names, addresses and the words of every
longer text differ from place to place, so that nobody can win by remembering.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from bench.names import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench.names import Name

EDITION = "2026"
FILES = ("city.yml", *(f"{EDITION}/{name}.yml" for name in ("application", "evaluation", "review", "decisions")))
"""What a full case file has; updates may follow."""
ANSWERS = 36
SHARED = ("data", "docs", "hooks", "mkdocs.yml")
"""What a project's root holds beside the program."""
_ANSWER = re.compile(r"^  [a-h]\d:", re.MULTILINE)
_LONG_TEXT = re.compile(r"(: >-\n +)(?!https| )")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A specimen with one full case file: its texts, and what in them is its name."""

    country: str
    slug: str
    names: tuple[str, ...]
    texts: Mapping[str, str]
    """By the file's path in the place's folder."""

    def place(self, number: int) -> Place:
        """Give the place with this number."""
        name = name_of(number, self.country)
        texts = {path: self._renamed(text, name, number) for path, text in self.texts.items()}
        return Place(f"{self.country}-{name.slug}", texts)

    def _renamed(self, text: str, name: Name, number: int) -> str:
        text = text.replace(self.slug, name.slug)
        for count, old in enumerate(self.names):
            text = text.replace(old, f"{name.text} {'II' * count}".rstrip())
        return _LONG_TEXT.sub(rf"\g<1>No. {number} of {name.slug}. ", text)


@dataclass(frozen=True, slots=True)
class Place:
    """One generated place: its id and the texts of its records by their path."""

    id: str
    texts: Mapping[str, str]


def patterns(root: Path) -> tuple[Pattern, ...]:
    """Read the specimens that have exactly one full case file.

    Args:
        root: folder of the project.

    Raises:
        LookupError: there is none.
    """
    found = tuple(_pattern(folder) for folder in sorted((root / "data/cities").iterdir()) if _is_full(folder))
    if not found:
        raise LookupError(f"no place below {root} has a full case file")
    return found


def _is_full(folder: Path) -> bool:
    files = _files(folder)
    single = all(file in FILES or file.startswith(f"{EDITION}/updates/") for file in files)
    return single and set(FILES) <= set(files) and _answers(folder / FILES[1]) == ANSWERS


def _files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.yml"))


def _answers(application: Path) -> int:
    return len(_ANSWER.findall(application.read_text("utf-8")))


def _pattern(folder: Path) -> Pattern:
    texts = {path: (folder / path).read_text("utf-8") for path in _files(folder)}
    country, _, slug = folder.name.partition("-")
    names = tuple(each["text"] for each in yaml.safe_load(texts["city.yml"])["names"])
    return Pattern(country, slug, names, texts)


def make_project(root: Path, out: Path, cities: int) -> int:
    """Make a project with so many places.

    Args:
        root: folder of the real project; its written pages and shared records are copied.
        out: folder to make.
        cities: how many places; they take the place of the specimens.

    Returns:
        The bytes of their records.
    """
    out.mkdir(parents=True)
    for name in SHARED:
        _copy(root / name, out / name)
    known = patterns(root)
    (out / "data/cities").mkdir()
    return sum(_write(known[number % len(known)].place(number), out / "data/cities") for number in range(cities))


def _copy(old: Path, new: Path) -> None:
    if old.is_dir():
        shutil.copytree(old, new, ignore=shutil.ignore_patterns("cities", "__pycache__"))
    else:
        shutil.copy(old, new)


def _write(place: Place, cities: Path) -> int:
    written = 0
    for path, text in place.texts.items():
        file = cities / place.id / path
        file.parent.mkdir(parents=True, exist_ok=True)
        written += file.write_bytes(text.encode())
    return written
