"""The directory of places: the whole register, and its lists by level, status, kind, country and letter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from citylabel.views.dated import marks
from citylabel.views.listing import all_specimens, count, line
from citylabel.views.numbered import Slice, slices
from citylabel.views.shelves import ENDS_SOON, IN_WORK, Facet, Shelf, shelf_addresses, shelves
from citylabel.views.standing import Look, ever_awarded, level_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Row
    from citylabel.views.desk import Desk
    from citylabel.views.listing import Line
    from citylabel.views.page import Page

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One link of a facet."""

    title: str
    href: str
    """Empty where nothing is to be found."""
    count: int
    look: Look | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One facet with its links."""

    id: str
    title: str
    choices: tuple[Choice, ...]


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the addresses of all lists and their numbered pages."""
    return shelf_addresses(catalogue)


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make all lists."""
    yield entry(desk, catalogue)
    yield from chain.from_iterable(chapters(desk, catalogue))


def entry(desk: Desk, catalogue: Catalogue) -> Page:
    """Make the first page of the whole directory."""
    all_shelves = shelves(catalogue)
    whole = next(shelf for shelf in all_shelves if shelf.facet is Facet.ALL)
    return next(_pages_of(desk, catalogue, all_shelves, whole))


def chapters(desk: Desk, catalogue: Catalogue) -> Iterator[Iterator[Page]]:
    """Give the pages of each list (of the whole directory from the second on); each list can be made apart."""
    all_shelves = shelves(catalogue)
    for shelf in all_shelves:
        first = 1 if shelf.facet is Facet.ALL else 0
        yield islice(_pages_of(desk, catalogue, all_shelves, shelf), first, None)


def _pages_of(desk: Desk, catalogue: Catalogue, all_shelves: tuple[Shelf, ...], shelf: Shelf) -> Iterator[Page]:
    for part in slices(shelf.path, shelf.rows):
        yield _page(desk, catalogue, all_shelves, part)


def _page(desk: Desk, catalogue: Catalogue, all_shelves: tuple[Shelf, ...], part: Slice[Row]) -> Page:
    words, path = desk.words, part.path
    shelf = next(each for each in all_shelves if each.path == part.base)
    heading = _heading(desk, shelf)
    lines = tuple(line(desk, row, path=path) for row in part.entries)
    later = marks(lines)
    numbered = words.t("directory.numbered", title=heading, n=part.number, total=part.total)
    return desk.page(
        "directory.html",
        path=path,
        title=heading if part.number == 1 else numbered,
        description=words.tn("directory.description", len(shelf.rows), title=heading),
        section="cities",
        indexable=shelf.facet is Facet.ALL or not all_specimens(part.entries),
        scripts=_scripts(lines, later),
        heading=heading,
        whole=shelf.facet is Facet.ALL,
        lines=lines,
        later=later,
        day=words.date(catalogue.on),
        count=count(desk, shelf.rows),
        demonstrates=catalogue.demonstrates,
        none_yet=not ever_awarded(catalogue),
        part=part,
        turn=part.turn(desk.links),
        letters=_letters(desk, all_shelves, shelf, path),
        groups=tuple(_groups(desk, all_shelves, shelf, path)),
        compare=_compare(desk, shelf, path),
        apply=desk.links.to("apply/", base=path) if "apply/" in desk.links else "",
    )


def _scripts(lines: tuple[Line, ...], later: object) -> tuple[str, ...]:
    return (("directory", "status") if later else ("directory",)) if lines else ()


def _compare(desk: Desk, shelf: Shelf, path: str) -> str:
    """Give the link to the table of the same places; empty where there is none."""
    folder = {Facet.ALL: "", Facet.LEVEL: "level/", Facet.COUNTRY: "in/", Facet.KIND: "themes/"}.get(shelf.facet)
    target = "" if folder is None else f"compare/{folder}{f'{shelf.key}/' if shelf.key else ''}"
    return desk.links.to(target, base=path) if target and target in desk.links else ""


def _heading(desk: Desk, shelf: Shelf) -> str:
    title = _title(desk, shelf)
    match shelf.facet:
        case Facet.LEVEL:
            return desk.words.t("directory.heading-level", level=title)
        case Facet.COUNTRY:
            return desk.words.t("directory.heading-country", country=title)
        case Facet.LETTER:
            return desk.words.t("directory.heading-letter", letter=title)
        case Facet.STATUS:
            return desk.words.t("directory.heading-status", status=title)
        case _:
            return title


def _title(desk: Desk, shelf: Shelf) -> str:
    match shelf.facet:
        case Facet.LEVEL:
            return desk.library.level_title(shelf.key, shelf.rows[0].edition if shelf.rows else None)
        case Facet.COUNTRY:
            return desk.words.country(shelf.key)
        case Facet.LETTER:
            return desk.words.t("directory.digits") if shelf.key == "0" else shelf.key.upper()
        case _:
            return desk.words.t(_key(shelf))


def _key(shelf: Shelf) -> str:
    match shelf.facet:
        case Facet.STATUS if shelf.key in {IN_WORK, ENDS_SOON}:
            return f"directory.status-{shelf.key}"
        case Facet.STATUS:
            return f"status.{shelf.key}"
        case Facet.KIND:
            return f"directory.kind-{shelf.key}"
        case _:
            return "directory.title"


def _groups(desk: Desk, all_shelves: tuple[Shelf, ...], current: Shelf, path: str) -> Iterator[Group]:
    for facet in (Facet.LEVEL, Facet.STATUS, Facet.KIND, Facet.COUNTRY):
        found = [shelf for shelf in all_shelves if shelf.facet is facet and shelf.rows]
        if facet is Facet.COUNTRY:
            found.sort(key=lambda shelf: desk.words.country(shelf.key))
        choices = tuple(_choice(desk, shelf, current, path) for shelf in found)
        if choices:
            yield Group(id=f"by-{facet}", title=desk.words.t(f"directory.by-{facet}"), choices=choices)


def _choice(desk: Desk, shelf: Shelf, current: Shelf, path: str) -> Choice:
    drawn = level_look(desk.library, shelf.key, shelf.rows[0].edition) if shelf.facet is Facet.LEVEL else None
    return Choice(
        title=_title(desk, shelf),
        href=desk.links.to(shelf.path, base=path),
        count=len(shelf.rows),
        look=drawn,
        current=shelf.path == current.path,
    )


def _letters(desk: Desk, all_shelves: tuple[Shelf, ...], current: Shelf, path: str) -> tuple[Choice, ...]:
    """List the alphabet: letters that no name begins with stand there without a link."""
    filled = {shelf.key: shelf for shelf in all_shelves if shelf.facet is Facet.LETTER}
    if not filled:
        return ()
    empty = {sign: Choice(title=sign.upper(), href="", count=0, look=None, current=False) for sign in _LETTERS}
    choices = empty | {key: _choice(desk, shelf, current, path) for key, shelf in filled.items()}
    return tuple(choices[key] for key in sorted(choices))
