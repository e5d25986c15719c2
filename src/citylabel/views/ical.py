"""Calendars (RFC 5545): lines of at most 75 octets, escaped texts, dates of the records and no clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

END = "\r\n"
OCTETS = 75
"""Longest line, its end left out (section 3.1)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}

_ANYTHING = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)
"""A calendar must have a component (section 3.6), also when there is no date to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One whole day."""

    uid: str
    """The same for ever."""
    stamp: date
    """The day the records say so since."""
    on: date
    summary: str
    text: str
    page: str
    """Full address of the page it speaks of."""
    category: str
    alarms: tuple[int, ...]
    """So many days before; none for what is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One calendar."""

    title: str
    language: str
    events: tuple[Event, ...]


def written(calendar: Calendar) -> bytes:
    """Write a calendar as UTF-8."""
    return "".join(map(fold, _lines(calendar))).encode()


def escape(text: str) -> str:
    """Write a text so that it is nothing but text (section 3.3.11)."""
    return re.sub(r"[\\;,\n]", lambda hit: _ESCAPES[hit[0]], sayable(text))


def sayable(text: str) -> str:
    """Give a text without the signs that no calendar can hold."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))


def fold(line: str) -> str:
    """Break a line after at most 75 octets, never within a character, and end it (section 3.1)."""
    if len(line.encode()) <= OCTETS:
        return line + END
    parts, length = [""], 0
    for sign in line:
        size = len(sign.encode())
        if length + size > OCTETS:
            parts.append("")
            length = 1  # the space that continues it
        parts[-1] += sign
        length += size
    return f"{END} ".join(parts) + END


def _lines(calendar: Calendar) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//citylabel//register//EN", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    yield f"NAME;LANGUAGE={calendar.language}:{escape(calendar.title)}"  # RFC 7986
    yield f"X-WR-CALNAME:{escape(calendar.title)}"  # what most programs read instead
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    for event in calendar.events:
        yield from _event(event)
    if not calendar.events:
        yield from _ANYTHING
    yield "END:VCALENDAR"


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    yield f"SUMMARY:{escape(event.summary)}"
    if event.text:
        yield f"DESCRIPTION:{escape(event.text)}"
    yield f"URL:{event.page}"
    yield f"CATEGORIES:{escape(event.category)}"
    yield "TRANSP:TRANSPARENT"
    for days in event.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escape(event.summary)}", f"TRIGGER:-P{days}D")
        yield "END:VALARM"
    yield "END:VEVENT"
