"""Calendars: when labels end, refreshes fall due and commitments are to be kept; all places, and one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from citylabel.rules.lifecycle import HELD, Status
from citylabel.views import ical
from citylabel.views.feeds import authority_of, site_of
from citylabel.views.page import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import Catalogue, Promise, Row
    from citylabel.views.desk import Desk

ALL = "feeds/all.ics"
MOST = 1000
"""Dates in the calendar of all places: the next ones. No calendar program takes tens of thousands."""
ALARMS_END = (90, 30)
"""Days ahead: a renewal takes months."""
ALARMS = (30,)


def address(city: str) -> str:
    """Give the address of a place's calendar."""
    return f"feeds/cities/{city}.ics"


def file_addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the address of the calendar of all places."""
    del catalogue  # the same, whatever the register holds
    return (ALL,)


def files(desk: Desk, catalogue: Catalogue) -> Iterator[File]:
    """Make the calendar of all places: what is still ahead of them."""
    ahead = [event for row in catalogue.rows for event in dates(desk, row) if event.alarms]
    ahead.sort(key=lambda event: (event.on, event.uid))
    title = desk.words.t("calendar.all", label=desk.library.label.name)
    yield _file(desk, ALL, title, ahead[:MOST])


def city_calendar(desk: Desk, row: Row) -> File:
    """Make the calendar of a place: everything, also what is past."""
    title = desk.words.t("feed.city", label=desk.library.label.name, place=row.name.text)
    listed = sorted(dates(desk, row), key=lambda event: (event.on, event.uid))
    return _file(desk, address(row.id), _marked(desk, row, title), listed)


def dates(desk: Desk, row: Row) -> Iterator[ical.Event]:
    """List the dates of a place."""
    if row.until is not None and row.granted_on is not None and row.status in {*HELD, Status.EXPIRED}:
        key = "calendar.ended" if row.status is Status.EXPIRED else "calendar.ends"
        level = desk.library.level_title(row.last_level, row.edition) if row.last_level else ""
        summary = desk.words.t(key, place=row.name.text, level=level)
        yield _event(desk, row, "end", row.until, row.granted_on, summary, alarms=ALARMS_END)
    if row.refresh_due is not None and row.granted_on is not None:
        summary = desk.words.t("calendar.refresh", place=row.name.text)
        yield _event(desk, row, "refresh", row.refresh_due, row.granted_on, summary, alarms=ALARMS)
    yield from (_commitment(desk, row, promise) for promise in row.promises)


def _commitment(desk: Desk, row: Row, promise: Promise) -> ical.Event:
    t = desk.words.t
    state = t(f"city.commitment.{promise.state}")
    return _event(
        desk,
        row,
        f"commitment-{promise.id}",
        promise.by,
        promise.settled_on or promise.made_on,
        t("calendar.commitment", place=row.name.text, what=promise.what, state=state),
        text=t(
            "calendar.commitment-text",
            criterion=promise.criterion.upper(),
            step=promise.step,
            responsible=promise.responsible,
        ),
        alarms=ALARMS if promise.is_due and row.followed else (),
    )


def _event(  # noqa: PLR0913, PLR0917 - what one date differs in from another
    desk: Desk,
    row: Row,
    key: str,
    on: date,
    stamp: date,
    summary: str,
    *,
    text: str = "",
    alarms: tuple[int, ...] = (),
) -> ical.Event:
    host = urlsplit(authority_of(desk.library)).hostname
    lasting = key if key.startswith("commitment") else f"{key}-{on:%Y%m%d}"
    return ical.Event(
        uid=f"{row.id}.{row.case}.{lasting}@{host}",
        stamp=stamp,
        on=on,
        summary=_marked(desk, row, summary),
        text=text,
        page=f"{site_of(desk.library)}cities/{row.id}/",
        category=desk.words.t(f"calendar.category-{key.partition('-')[0]}"),
        alarms=alarms if on >= row.on else (),
    )


def _marked(desk: Desk, row: Row, title: str) -> str:
    return desk.words.t("feed.specimen", title=title) if row.specimen else title


def _file(desk: Desk, path: str, title: str, listed: Iterable[ical.Event]) -> File:
    calendar = ical.Calendar(title=title, language=desk.words.locale, events=tuple(listed))
    return File(path=path, body=ical.written(calendar))
