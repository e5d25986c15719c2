"""What we wrote for people to read: the texts of shared records and of written pages, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.load import load
from citylabel.problems import Place
from citylabel.words import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.load import Loaded
    from citylabel.source import Record

FEWEST_WORDS = 6
"""A text of fewer words is a title, an id or a label, and says nothing about sentences."""

_FENCE = re.compile(r" *(```|~~~)")
_NO_PROSE = re.compile(r" *(?:\||#|!!!|\?\?\?|<|---|\[\^?[^]]+\]:)")
_ITEM = re.compile(r" *(?:[-*+] |:  |[0-9]{1,2}\. ) *")
_LINK = re.compile(r"!?\[([^]]*)\](?:\([^)]*\)|\[[^]]*\])?(?:\{[^}]*\})?")
_TAG = re.compile(r"<[^>]+>")
_SIGNS = re.compile(r"`+|\*\*|(?<![\w/])\*|\*(?![\w.])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A plain text that people read."""

    kind: str
    """Where it belongs: `criteria`, `edition`, `glossary`, `frameworks`, `practices`, `docs`."""
    language: str
    place: Place
    text: str


def passages(root: Path) -> tuple[Passage, ...]:
    """Find every text of the shared records and of the written pages, by place.

    Raises:
        DataError: the shared records have problems.
    """
    found = [*_of_records(load(root)), *_of_pages(root)]
    return tuple(sorted(found, key=lambda passage: passage.place))


def _of_records(loaded: Loaded) -> Iterator[Passage]:
    records = [("edition", edition.edition.record) for edition in loaded.editions]
    records += [("criteria", each.record) for edition in loaded.editions for each in edition.criteria]
    records += [("frameworks", each.record) for each in loaded.frameworks]
    records += [("practices", each.record) for each in loaded.practices]
    if loaded.glossary is not None:
        records.append(("glossary", loaded.glossary.record))
    for kind, record in records:
        for place, text in _texts(record, record.content, ()):
            yield Passage(kind, REFERENCE, place, text)


def _texts(record: Record, content: object, path: tuple[str | int, ...]) -> Iterator[tuple[Place, str]]:
    match content:
        case str() if len(content.split()) >= FEWEST_WORDS:
            yield record.place(path), content
        case dict():
            for key, value in content.items():
                yield from _texts(record, value, (*path, key))
        case list():
            for number, value in enumerate(content):
                yield from _texts(record, value, (*path, number))


def _of_pages(root: Path) -> Iterator[Passage]:
    docs = root / "docs"
    for file in sorted(docs.glob("*/**/*.md")):
        path = file.relative_to(root).as_posix()
        for line, text in paragraphs(file.read_text("utf-8")):
            if len(text.split()) >= FEWEST_WORDS:
                yield Passage("docs", file.relative_to(docs).parts[0], Place(path, line), text)


def paragraphs(markdown: str) -> Iterator[tuple[int, str]]:
    """Give each paragraph and list item of a written page as plain text, with its first line from 1.

    Front matter, headings, tables, code and raw HTML are left out; of links the words stay.
    """
    start, item, lines = 0, False, list[str]()
    for number, line in enumerate(_outside_code(markdown), start=1):
        ends = not line.strip() or _NO_PROSE.match(line) is not None
        # A number at the beginning of a line of a paragraph is the end of a sentence, not an item.
        begins = _ITEM.match(line) is not None and (item or not lines or not line.lstrip()[0].isdigit())
        if lines and (ends or begins):
            yield start, _plain(" ".join(lines))
            lines = []
        if not ends:
            start, item = (start, item) if lines else (number, begins)
            lines.append((_ITEM.sub("", line, count=1) if begins else line).strip())
    if lines:
        yield start, _plain(" ".join(lines))


def _outside_code(markdown: str) -> Iterator[str]:
    """Give all lines, with those of front matter and code emptied."""
    fence = ""
    for number, line in enumerate(markdown.splitlines()):
        here = _FENCE.match(line)
        sign = here[1] if here else "---" if line.rstrip() == "---" and (number == 0 or fence == "---") else ""
        closes = bool(fence) and sign == fence
        yield "" if fence or sign else line
        fence = "" if closes else fence or sign


def _plain(markdown: str) -> str:
    return _SIGNS.sub("", _TAG.sub("", _LINK.sub(r"\1", markdown))).strip()
