"""Practices: real, sourced examples of a criterion met somewhere. Never an award."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.address import host_of
from citylabel.model.framework import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import Catalogue
    from citylabel.model.edition import Theme
    from citylabel.model.practice import Practice, PracticeFigure
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

PATH = "practices/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A practice as the macro `practice.entry` prints it."""

    id: str
    """Its anchor on the page of practices."""
    title: str
    place: str
    country: str
    """Name of the country; empty where there is more than one."""
    years: str
    what: tuple[str, ...]
    """Paragraphs."""
    figures: tuple[PracticeFigure, ...]
    criteria: tuple[tuple[str, str, str], ...]
    """Short id, title and link of each criterion it is an example for."""
    sources: tuple[tuple[str, str], ...]
    """Address and host."""
    opened: bool
    """Whether the sources were opened."""
    checked_on: date
    caution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeGroup:
    """Practices whose first criterion is of one theme; those that fit none stand last."""

    id: str
    letter: str
    title: str
    examples: tuple[Example, ...]


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return (PATH,)


def pages(desk: Desk, _catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    words = desk.words
    yield desk.page(
        "practices.html",
        path=PATH,
        title=words.t("practices.title"),
        description=words.t("practices.description"),
        section="practices",
        groups=tuple(_groups(desk)),
    )


def example(desk: Desk, key: str, *, path: str) -> Example:
    """Put a practice into what the macro prints.

    Args:
        desk: words, links and library.
        key: the practice's id.
        path: address of the page on which it stands.
    """
    practice = desk.library.practices[key]
    return Example(
        id=key,
        title=practice.title,
        place=practice.place.name,
        country=desk.words.country(practice.place.country) if practice.place.country else "",
        years=practice.years,
        what=tuple(part for part in practice.what.split("\n\n") if part.strip()),
        figures=practice.figures,
        criteria=tuple(_criteria(desk, practice, path)),
        sources=tuple((source, host_of(source).removeprefix("www.")) for source in practice.sources),
        opened=practice.checked is Checked.OPENED,
        checked_on=practice.checked_on,
        caution=practice.caution or "",
    )


def _criteria(desk: Desk, practice: Practice, path: str) -> Iterator[tuple[str, str, str]]:
    scheme, edition = desk.library.scheme, desk.library.label.edition
    for key in practice.criteria:
        if key in scheme.criteria:
            href = desk.links.to(f"criteria/{edition}/{key}/", base=path)
            yield key.upper(), scheme.criteria[key].title, href


def _groups(desk: Desk) -> Iterator[ThemeGroup]:
    """Group by the theme of the first criterion; within it by criterion, then by id."""
    rest = dict(desk.library.practices)
    for theme in desk.library.themes:
        found = sorted((position, key) for key in rest if (position := _position(theme, rest[key])) is not None)
        for _, key in found:
            rest.pop(key)
        if found:
            examples = tuple(example(desk, key, path=PATH) for _, key in found)
            yield ThemeGroup(id=f"theme-{theme.id}", letter=theme.id.upper(), title=theme.title, examples=examples)
    if rest:
        examples = tuple(example(desk, key, path=PATH) for key in sorted(rest))
        yield ThemeGroup(id="other", letter="", title=desk.words.t("practices.other"), examples=examples)


def _position(theme: Theme, practice: Practice) -> int | None:
    first = practice.criteria[0]
    return theme.criteria.index(first) if first in theme.criteria else None
