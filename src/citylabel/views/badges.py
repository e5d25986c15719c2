"""Badges: pictures of the present status, and the same for machines.

A picture cannot expire, so each prints its end date. A label that is not in force shows its status word and the sign
of the status, never a level: badges are told apart by word and shape, and colour only repeats it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.rules.lifecycle import OPEN_CASE, Status
from citylabel.views.marks import Mark, mark
from citylabel.views.page import File
from citylabel.views.textwidth import shortened, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import Library, Row
    from citylabel.views.desk import Desk
    from citylabel.words import Words

TEXT_LEFT = 88
NARROWEST, WIDEST = 320, 480
WORD_SIZE, NAME_SIZE, PLACE_SIZE, SMALL_SIZE = 24, 15, 13, 11
PADDING = 24
DEAD = "#5a666a"
BRAND = "#0b4f5c"
TONES = {"committed": "#2a5d9c", "bronze": "#8a3f16", "silver": "#56656d", "gold": "#a67c00"}
"""Colours of the style sheet on light ground; `colours` in label.yml comes before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a badge shows."""

    word: str
    """Level or status, never shortened."""
    end: str
    """`to 05/2028`, or the date of the status; may be empty."""
    title: str
    """The whole in one sentence, for screen readers."""
    label: str
    """Name of the label."""
    place: str
    place_language: str
    colour: str
    mark: Mark
    sign: str
    """`person`, or the sign of a status: `expired`, `suspended`, `withdrawn`, `succeeded`,
    `none`."""
    specimen: str
    """The word that marks an invented place; empty for real ones."""


def badge_of(library: Library, row: Row, words: Words) -> Badge:
    """Give what the badge of a place shows on its date."""
    word = library.level_title(row.level, row.edition) if row.level else words.t(f"status.{row.status}")
    rung, rungs = _rung(library, row)
    end = _end(row, words)
    specimen = words.t("badge.specimen") if row.specimen else ""
    return Badge(
        word=word,
        end=end,
        title=_title(library, row, words, word),
        label=library.label.name,
        place=row.name.text,
        place_language=row.name.lang,
        colour=_colour(library, row),
        mark=mark(rung, rungs),
        sign=_sign(row),
        specimen=specimen,
    )


def _rung(library: Library, row: Row) -> tuple[int, int]:
    ladder = [level.id for level in library.schemes[row.edition].edition.levels]
    return (ladder.index(row.level) + 1 if row.level in ladder else 0), len(ladder)


def _colour(library: Library, row: Row) -> str:
    if row.level is None:
        return DEAD
    tone = library.label.colours.get(row.level) or library.label.colours.get("brand")
    return tone.light if tone else TONES.get(row.level, BRAND)


_SIGNS = {
    Status.EXPIRED: "expired",
    Status.SUSPENDED: "suspended",
    Status.APPLICATION_WITHDRAWN: "none",
    Status.SUCCEEDED: "succeeded",
}


def _sign(row: Row) -> str:
    if row.in_force:
        return "person"
    if row.status in OPEN_CASE:
        return "none"
    return _SIGNS.get(row.status, "withdrawn")


def _end(row: Row, words: Words) -> str:
    if row.in_force and row.until is not None:
        return words.t("badge.to", month=words.month(row.until))
    return words.date(row.since, "medium") if row.since is not None else ""


def _title(library: Library, row: Row, words: Words, word: str) -> str:
    sentence = words.t(
        "badge.title-in-force" if row.in_force else "badge.title-other",
        label=library.label.name,
        place=row.name.text,
        word=word,
        date=words.date(row.until if row.in_force and row.until else row.since or row.on),
    )
    return words.t("badge.title-specimen", title=sentence) if row.specimen else sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Widths and lines of the horizontal badge."""

    width: int
    label: str
    """Line with the label's name; empty when there is no room for it."""
    place: str
    """Line with place and end date."""
    specimen_width: int


def layout_of(badge: Badge) -> Layout:
    """Lay out the horizontal badge: drop the label's name before the place is shortened."""
    specimen = width(badge.specimen, SMALL_SIZE) + 14 if badge.specimen else 0
    end = f" · {badge.end}" if badge.end else ""
    first = width(badge.word, WORD_SIZE) + specimen
    second, third = width(badge.label, NAME_SIZE), width(badge.place + end, PLACE_SIZE)
    room = max(WIDEST, TEXT_LEFT + first + PADDING) - TEXT_LEFT - PADDING
    label = badge.label if second <= room else ""
    place = badge.place
    if third > room:
        place = shortened(badge.place, PLACE_SIZE, room - width(end, PLACE_SIZE))
        third = room
    widest = max(first, second if label else 0, third)
    return Layout(
        width=max(NARROWEST, TEXT_LEFT + widest + PADDING),
        label=label,
        place=f"{place}{end}",
        specimen_width=specimen,
    )


def badge_files(desk: Desk, row: Row) -> Iterator[File]:
    """Make the badges of a place: horizontal, round, small, and one for the Shields service."""
    badge = badge_of(desk.library, row, desk.words)
    for name, template in (("", "horizontal"), ("/round", "round"), ("/small", "small")):
        svg = desk.engine.get_template(f"svg/{template}.svg").render(
            badge=badge,
            layout=layout_of(badge),
            small_width=width(_small_text(badge), SMALL_SIZE) + 34,
            small_text=_small_text(badge),
        )
        yield File(path=f"badges/{row.id}{name}.svg", body=svg.encode())
    yield File(path=f"badges/{row.id}.json", body=_shields(desk.library, badge))


def _small_text(badge: Badge) -> str:
    return " · ".join(part for part in (badge.word, badge.end, badge.specimen) if part)


def _shields(library: Library, badge: Badge) -> bytes:
    """Give the badge in the endpoint format of Shields (https://shields.io/badges/endpoint-badge)."""
    message = " · ".join(part for part in (badge.word, badge.end, badge.specimen) if part)
    content = {
        "schemaVersion": 1,
        "label": library.label.short_name,
        "message": message,
        "color": badge.colour.removeprefix("#"),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"
