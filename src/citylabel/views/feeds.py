"""Feeds of decisions: all, grants, endings, by country, and one for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.catalogue.event import ENDINGS, EXPIRY, SUCCESSION, Event, events
from citylabel.views import atom
from citylabel.views.page import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import Catalogue, Library, Row
    from citylabel.views.desk import Desk

MOST = 200
"""Entries in a feed of many places: the newest ones."""
ALL, NEW, ENDED = "all", "new", "endings"


def address(name: str) -> str:
    """Give the address of a feed: `all`, `in/fi`, `cities/fi-x`."""
    return f"feeds/{name}.atom"


def file_addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the addresses of the feeds of many places."""
    yield from map(address, (ALL, NEW, ENDED))
    yield from (address(f"in/{country}") for country in countries(catalogue))


def files(desk: Desk, catalogue: Catalogue) -> Iterator[File]:
    """Make the feeds of many places."""
    everything = _newest(catalogue.rows)
    t, name = desk.words.t, desk.library.label.name
    by_kind = (
        (ALL, everything),
        (NEW, tuple(each for each in everything if each.kind == "grant")),
        (ENDED, tuple(each for each in everything if each.kind in ENDINGS)),
    )
    for key, listed in by_kind:
        yield _file(desk, key, t(f"feed.{key}", label=name), "cities/", listed[:MOST])
    for country, rows in countries(catalogue).items():
        title = t("feed.country", label=name, country=desk.words.country(country))
        yield _file(desk, f"in/{country}", title, f"cities/in/{country}/", _newest(rows)[:MOST])


def city_feed(desk: Desk, row: Row) -> File:
    """Make the feed of a place: everything that was decided on it."""
    title = desk.words.t("feed.city", label=desk.library.label.name, place=row.name.text)
    if row.specimen:
        title = desk.words.t("feed.specimen", title=title)
    return _file(desk, f"cities/{row.id}", title, f"cities/{row.id}/", _newest((row,)), since=row.since)


def countries(catalogue: Catalogue) -> dict[str, tuple[Row, ...]]:
    """Give the rows of each country by the two letters that ids begin with."""
    found: dict[str, list[Row]] = {}
    for row in catalogue.rows:
        found.setdefault(row.id[:2], []).append(row)
    return {country: tuple(found[country]) for country in sorted(found)}


def site_of(library: Library) -> str:
    """Give the address of the site with a slash at its end."""
    return library.label.addresses.site.rstrip("/") + "/"


def authority_of(library: Library) -> str:
    """Give the address under which the body mints ids: that of its attestations, else that of the site."""
    return library.label.addresses.issuer or library.label.addresses.site


def _newest(rows: Iterable[Row]) -> tuple[Event, ...]:
    """List events, newest first; of one day and place the later decision first."""
    listed = [each for row in rows for each in events(row)]
    listed.reverse()
    listed.sort(key=lambda each: each.on, reverse=True)  # stable: what was later stays first
    return tuple(listed)


def _file(  # noqa: PLR0913, PLR0917 - what one feed differs in from another
    desk: Desk, name: str, title: str, page: str, listed: Iterable[Event], since: date | None = None
) -> File:
    library, site = desk.library, site_of(desk.library)
    begun = _begun(library)
    feed = atom.Feed(
        id=atom.tag(authority_of(library), begun, "feeds", name),
        address=f"{site}{address(name)}",
        page=f"{site}{page}",
        title=title,
        author=library.label.body.name,
        rights=library.label.licence_data,
        language=desk.words.locale,
        since=since or begun,
        entries=tuple(_entry(desk, each) for each in listed),
    )
    return File(path=address(name), body=atom.written(feed))


def _begun(library: Library) -> date:
    """Give the first day of the first edition: a day that stays the same when later ones follow."""
    days = (each.edition.proposed_on or each.edition.in_force_on for each in library.schemes.values())
    return min((day for day in days if day is not None), default=library.label.specimens.demonstration_date)


def _entry(desk: Desk, event: Event) -> atom.Entry:
    row, t = event.row, desk.words.t
    title = _title(desk, event)
    return atom.Entry(
        id=atom.tag(authority_of(desk.library), event.on, "cities", row.id, event.id),
        title=t("feed.specimen", title=title) if row.specimen else title,
        on=event.on,
        page=f"{site_of(desk.library)}cities/{row.id}/",
        text=_text(desk, event),
        categories=(event.kind, "specimen") if row.specimen else (event.kind,),
    )


def _title(desk: Desk, event: Event) -> str:
    words, place = desk.words, event.row.name.text
    if event.level is None:
        return words.t("feed.decided", place=place, decision=words.t(f"decision.{event.kind}"))
    level = desk.library.level_title(event.level, event.edition)
    if event.kind == "change":
        return words.t("feed.entry-changed", place=place, level=level)
    if event.kind == EXPIRY or event.until is None:
        return words.t("feed.entry-expired", place=place, level=level)
    return words.t("feed.entry-granted", place=place, level=level, day=words.date(event.until))


def _text(desk: Desk, event: Event) -> str:
    if event.kind == EXPIRY and event.until is not None:
        return desk.words.t("feed.expired", day=desk.words.date(event.until))
    if event.kind == SUCCESSION:
        return desk.words.t("feed.succeeded")
    return event.reason
