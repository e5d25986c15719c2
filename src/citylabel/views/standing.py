"""Where a place stands, as all pages show it: the mark, the word, and what follows the word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.catalogue.event import SUCCESSION
from citylabel.rules.lifecycle import Status

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue, Library, Row
    from citylabel.words import Length, Words

_SIGNS = {
    Status.EXPIRED: "expired",
    Status.SUSPENDED: "suspended",
    Status.WITHDRAWN: "withdrawn",
    Status.TERMINATED: "withdrawn",
    Status.REFUSED: "refused",
    Status.SUCCEEDED: "succeeded",
}
"""The sign that `marks.mark` draws in place of a level; open cases have none."""
_DETAILS = {
    Status.EXPIRED: "standing.ended",
    Status.WITHDRAWN: "standing.ended",
    Status.TERMINATED: "standing.ended",
    Status.SUSPENDED: "standing.paused",
    Status.REFUSED: "standing.refused",
    Status.RECEIVED: "standing.received",
    Status.APPLICATION_WITHDRAWN: "standing.refused",
    Status.SUCCEEDED: "standing.paused",
}
"""Key of what follows the word of a status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the macros `marks.mark` and `status.plaque` need to draw a level or a status."""

    filled: int
    """Rung of the ladder; 0 is the committed status."""
    total: int
    """Rungs of the ladder."""
    status: str
    """`in-force`, or the sign drawn instead: `expired`, `suspended`, `withdrawn`, `refused`,
    `succeeded`, `none`."""
    tone: str
    """Name of the colour: the level's id."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where a place stands, in words."""

    word: str
    """Stands out: the level in force (`Silver`), or the status (`Suspended`)."""
    detail: str
    """Follows the word: `until 3 May 2028`; `since 18 Nov 2026, was Bronze`. Empty where nothing follows."""

    @property
    def line(self) -> str:
        """Both in one line: `Silver until 3 May 2028`."""
        return f"{self.word} {self.detail}".rstrip()


def level_look(library: Library, level: str, edition: str | None = None) -> Look:
    """Draw a level or the committed status of an edition (the current one if none is named).

    Raises:
        ValueError: when the edition has no such level.
    """
    scheme = library.schemes[edition or library.label.edition]
    ladder = [each.id for each in scheme.edition.levels]
    committed = scheme.edition.committed
    filled = 0 if committed is not None and committed.id == level else ladder.index(level) + 1
    return Look(filled=filled, total=len(ladder), status="in-force", tone=level)


_SIGN_OF_DECISION = {
    "refusal": "refused",
    "suspension": "suspended",
    "withdrawal": "withdrawn",
    "termination": "withdrawn",
    SUCCESSION: "succeeded",
}


def sign_look(library: Library, decision: str, edition: str) -> Look:
    """Draw a decision that grants no level; a restoration has no sign of its own."""
    total = len(library.schemes[edition].edition.levels)
    return Look(filled=0, total=total, status=_SIGN_OF_DECISION.get(decision, "none"), tone="")


def look(library: Library, row: Row) -> Look:
    """Draw what a place holds: its level in force, or the sign of its status."""
    if row.level is not None:
        return level_look(library, row.level, row.edition)
    total = len(library.schemes[row.edition].edition.levels)
    return Look(filled=0, total=total, status=_SIGNS.get(row.status, "none"), tone="")


def said(words: Words, library: Library, row: Row, length: Length = "medium") -> Said:
    """Say where a place stands: `Silver` `until 3 May 2028`, `Expired` `on 14 Mar 2026, was Bronze`.

    Args:
        words: words of the locale.
        library: gives the titles of levels.
        row: the place.
        length: how dates are written: `medium` in lists, `long` on a page of its own.
    """
    if row.level is not None and row.until is not None:
        key = "standing.ends-soon" if row.ends_soon else "standing.until"
        return Said(library.level_title(row.level, row.edition), words.t(key, day=words.date(row.until, length)))
    return Said(words.t(f"status.{row.status}"), _detail(words, library, row, length))


def ever_awarded(catalogue: Catalogue) -> bool:
    """Tell whether any real place holds the label or held it once; specimens never count."""
    return any(row.in_force or row.held_once for row in catalogue.real)


def _detail(words: Words, library: Library, row: Row, length: Length) -> str:
    if row.since is None:
        return ""
    day = row.until if row.status is Status.EXPIRED and row.until is not None else row.since
    level = row.last_level or row.seeks
    key = _DETAILS.get(row.status, "standing.open")
    if row.status is Status.SUCCEEDED and row.last_level is None:
        key = "standing.since"
    return words.t(
        key,
        day=words.date(day, length),
        level=library.level_title(level, row.edition),
    )
