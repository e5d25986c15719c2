"""A small strict reader of calendars (RFC 5545): it refuses what a calendar program may stumble over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

END = "\r\n"
_LINE = re.compile(r"(?P<name>[A-Z0-9-]+)(?P<parameters>(?:;[A-Z-]+=[^;:,\"]+)*):(?P<value>.*)", re.DOTALL)
_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
_TEXTS = {"SUMMARY", "DESCRIPTION", "CATEGORIES", "NAME", "X-WR-CALNAME"}
_REQUIRED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}


@dataclass
class Component:
    """A part between BEGIN and END."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    parts: list[Component] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text as it was before it was escaped."""
        return re.sub(r"\\(.)", lambda hit: "\n" if hit[1] in "nN" else hit[1], self.properties[name])


def unfold(text: str) -> list[str]:
    """The lines as they were before they were folded (section 3.1)."""
    assert text.endswith(END)
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    for line in text.removesuffix(END).split(END):
        assert line
        assert len(line.encode()) <= 75
    return text.replace(f"{END} ", "").removesuffix(END).split(END)


def read(body: bytes) -> Component:
    """Read a calendar."""
    lines = unfold(body.decode("utf-8"))
    assert lines[0] == "BEGIN:VCALENDAR"
    top = _component("VCALENDAR", lines, 1)[0]
    assert top.properties["VERSION"] == "2.0"
    assert top.parts
    ids = [part.properties["UID"] for part in events(top)]
    assert len(set(ids)) == len(ids)
    return top


def events(calendar: Component) -> list[Component]:
    """Its events."""
    return [part for part in calendar.parts if part.name == "VEVENT"]


def _component(name: str, lines: list[str], at: int) -> tuple[Component, int]:
    made = Component(name)
    while lines[at] != f"END:{name}":
        hit = _LINE.fullmatch(lines[at])
        assert hit, lines[at]
        at += 1
        if hit["name"] == "BEGIN":
            part, at = _component(hit["value"], lines, at)
            made.parts.append(part)
            continue
        assert hit["name"] not in made.properties, hit["name"]
        assert hit["name"] not in _TEXTS or _TEXT.fullmatch(hit["value"]), lines[at - 1]
        made.properties[hit["name"]] = hit["value"]
    assert _REQUIRED[name] <= made.properties.keys(), (name, made.properties)
    assert name != "VCALENDAR" or at == len(lines) - 1
    return made, at + 1
