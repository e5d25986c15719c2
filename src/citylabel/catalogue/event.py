"""What happened to the label of a place, and when: its decisions, expiry, and a merger, split or renaming."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.catalogue.row import Row
    from citylabel.catalogue.summary import ActSummary

EXPIRY = "expiry"
"""Kind of the event that needs no decision."""
SUCCESSION = "succession"
"""Kind of the event that others take the place's place."""
ENDINGS = frozenset({"suspension", "withdrawal", "termination", EXPIRY, SUCCESSION})
"""Kinds of events after which a label is not in force, for a time or for good."""
_ENDED = frozenset({"withdrawal", "termination"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event."""

    id: str
    """The same for ever: case and decision, `2026/d1`; for expiry that of the grant with `/expiry` behind it; or
    `succession`."""
    row: Row
    on: date
    """First day on which it holds."""
    kind: str
    """Kind of the decision, or `expiry`."""
    level: str | None
    """Level granted, or of the grant that expired."""
    until: date | None
    """Last day in force of that grant."""
    reason: str
    """Of the decision; empty for expiry."""
    edition: str


def events(row: Row) -> tuple[Event, ...]:
    """List the events of a place by its date, oldest first."""
    return tuple(_events(row))


def _events(row: Row) -> Iterator[Event]:
    running: ActSummary | None = None
    for act in row.acts:
        if running is not None and running.until is not None and running.until < act.on:
            if not _follows_on(running.until, act):
                yield _expired(row, running, running.until)
            running = None
        yield Event(
            id=act.id,
            row=row,
            on=act.on,
            kind=act.kind,
            level=act.level,
            until=act.until,
            reason=act.reason,
            edition=act.edition,
        )
        if act.kind == "grant":
            running = act
        elif act.kind == "change" and running is not None:
            running = replace(running, level=act.level)
        elif act.kind in _ENDED:
            running = None
    gone = row.succeeded_on if row.succeeded_on is not None and row.succeeded_on <= row.on else None
    if gone is not None and running is not None and running.until is not None and gone <= running.until:
        running = None
    if running is not None and running.until is not None and running.until < row.on:
        yield _expired(row, running, running.until)
    if gone is not None:
        yield _succeeded(row, gone)


def _succeeded(row: Row, on: date) -> Event:
    """Say that others took the place's place; its label does not pass on."""
    return Event(id=SUCCESSION, row=row, on=on, kind=SUCCESSION, level=None, until=None, reason="", edition=row.edition)


def _follows_on(until: date, act: ActSummary) -> bool:
    """Tell whether a renewal holds from the very next day: then there was no day without a label."""
    return act.kind == "grant" and act.on == until + _DAY


def _expired(row: Row, grant: ActSummary, until: date) -> Event:
    """Say that a grant ended by its date (ISO/IEC 17000, 8.4: expiry needs no decision)."""
    return Event(
        id=f"{grant.id}/{EXPIRY}",
        row=row,
        on=until + _DAY,
        kind=EXPIRY,
        level=grant.level,
        until=until,
        reason="",
        edition=grant.edition,
    )
