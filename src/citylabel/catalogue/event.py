"""What happened to the label of a place, and when: its decisions, and expiry, which needs none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.catalogue.row import ActSummary, Row

EXPIRY = "expiry"
"""Kind of the one event that is no decision."""
ENDINGS = frozenset({"suspension", "withdrawal", "termination", EXPIRY})
"""Kinds of events after which a label is not in force, for a time or for good."""
_ENDED = frozenset({"withdrawal", "termination"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event."""

    id: str
    """The same for ever: case and decision, `2026/d1`; for expiry that of the grant with `/expiry` behind it."""
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
        elif act.kind in _ENDED:
            running = None
    if running is not None and running.until is not None and running.until < row.on:
        yield _expired(row, running, running.until)


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
