"""The page from which feeds and calendars are taken, for everything and for chosen places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from citylabel.views import calendars, feeds
from citylabel.views.listing import Line, line, listed
from citylabel.views.numbered import Slice, slices
from citylabel.views.numbered import addresses as numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Row
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

INDEX = "follow/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One feed or calendar of many places."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One place that can be followed."""

    line: Line
    feed: str
    calendar: str


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the page and its further pages."""
    return numbered(INDEX, len(catalogue.rows))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make all of them."""
    for part in slices(INDEX, listed(catalogue.rows)):
        yield _page(desk, catalogue, part)


def entry(desk: Desk, catalogue: Catalogue) -> Page:
    """Make the first page."""
    return next(pages(desk, catalogue))


def chapters(desk: Desk, catalogue: Catalogue) -> Iterator[Iterator[Page]]:
    """Give the pages from the second on; each can be made apart."""
    for part in islice(slices(INDEX, listed(catalogue.rows)), 1, None):
        yield _chapter(desk, catalogue, part)


def _chapter(desk: Desk, catalogue: Catalogue, part: Slice[Row]) -> Iterator[Page]:
    yield _page(desk, catalogue, part)


def _page(desk: Desk, catalogue: Catalogue, part: Slice[Row]) -> Page:
    words, first = desk.words, part.number == 1
    return desk.page(
        "follow.html",
        path=part.path,
        title=words.t("follow.title") if first else words.t("follow.numbered", n=part.number, total=part.total),
        description=words.t("follow.description"),
        indexable=first,
        scripts=("follow",) if part.entries else (),
        everything=tuple(_everything(desk)) if first else (),
        countries=tuple(_countries(desk, catalogue)) if first else (),
        places=tuple(_choice(desk, row, part.path) for row in part.entries),
        demonstrates=catalogue.demonstrates,
        part=part,
        turn=part.turn(desk.links),
    )


def _everything(desk: Desk) -> Iterator[Way]:
    for key in (feeds.ALL, feeds.NEW, feeds.ENDED):
        yield _way(desk, desk.words.t(f"follow.{key}"), feeds.address(key))
    yield _way(desk, desk.words.t("follow.calendar", most=desk.words.number(calendars.MOST)), calendars.ALL)


def _countries(desk: Desk, catalogue: Catalogue) -> Iterator[Way]:
    named = sorted((desk.words.country(country), country) for country in feeds.countries(catalogue))
    for name, country in named:
        yield _way(desk, name, feeds.address(f"in/{country}"))


def _way(desk: Desk, title: str, target: str) -> Way:
    return Way(title=title, href=desk.links.to(target, base=INDEX))


def _choice(desk: Desk, row: Row, path: str) -> Choice:
    return Choice(
        line=line(desk, row, path=path),
        feed=desk.links.to(feeds.address(f"cities/{row.id}"), base=path),
        calendar=desk.links.to(calendars.address(row.id), base=path),
    )
