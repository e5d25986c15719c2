"""What a change to records or criteria does to the places: two sets of rows, and what moved between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.catalogue.row import Row
    from citylabel.rules.expiring import Expiring


class Which(StrEnum):
    """The three levels that are kept apart by name."""

    GRANTED = "granted"
    """The level in force; only decisions change it."""
    SUPPORTED = "supported"
    """What the findings gave."""
    PRESENT = "present"
    """What the latest values and findings give."""


class Rung(NamedTuple):
    """A level in its edition."""

    edition: str
    level: str | None
    """None: none of the ladder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A place on a date, as one version of the records has it."""

    row: Row
    evidence: tuple[Expiring, ...] = ()
    """Evidence about to run out."""

    def rung(self, which: Which) -> Rung:
        """Give one of its three levels."""
        levels = {Which.GRANTED: self.row.level, Which.SUPPORTED: self.row.supported, Which.PRESENT: self.row.present}
        return Rung(self.row.edition, levels[which])


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place that does not stand as it did."""

    id: str
    before: Seen | None
    """None: it is new."""
    after: Seen | None
    """None: it is gone."""

    @property
    def seen(self) -> Seen:
        """The place as it is; as it was where it is gone."""
        found = self.after or self.before
        if found is None:
            raise AssertionError  # a change is a change of something
        return found

    @property
    def steps(self) -> tuple[tuple[str, int, int], ...]:
        """Criteria whose step is another one: id, before, after."""
        if self.before is None or self.after is None:
            return ()
        old = dict(self.before.row.criteria)
        pairs = ((key, old[key].step, now.step) for key, now in self.after.row.criteria if key in old)
        return tuple((key, was, now) for key, was, now in pairs if was != now)

    @property
    def evidence(self) -> tuple[Expiring, ...]:
        """Evidence that is about to run out, and was not before."""
        if self.after is None:
            return ()
        known = {(each.criterion, each.id) for each in self.before.evidence} if self.before else set()
        return tuple(each for each in self.after.evidence if (each.criterion, each.id) not in known)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """How many places move from one level to another."""

    which: Which
    before: Rung
    after: Rung
    places: int
    specimens: int
    """How many of them are invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Everything that moved."""

    changes: tuple[Change, ...]
    """By id."""
    same: int
    """How many places stand as they did."""

    @property
    def new(self) -> int:
        """How many places there were not before."""
        return sum(change.before is None for change in self.changes)

    @property
    def gone(self) -> int:
        """How many places there are no more."""
        return sum(change.after is None for change in self.changes)

    @property
    def moves(self) -> tuple[Move, ...]:
        """Levels that moved, present ones first: they are what a change of criteria moves at once."""
        counted = Counter(move for change in self.changes for move in _moves(change))
        specimens = Counter(move for change in self.changes if change.seen.row.specimen for move in _moves(change))
        return tuple(
            Move(*move, counted[move], specimens[move])
            for move in sorted(counted, key=lambda each: (_ORDER.index(each[0]), _told(each[1]), _told(each[2])))
        )


_ORDER = (Which.PRESENT, Which.SUPPORTED, Which.GRANTED)


def impact(before: Mapping[str, Seen], after: Mapping[str, Seen]) -> Impact:
    """Compare two versions of the records.

    Args:
        before: places by id, as they were.
        after: places by id, as they would be.
    """
    ids = sorted({*before, *after})
    found = (Change(id=city, before=before.get(city), after=after.get(city)) for city in ids)
    changes = tuple(change for change in found if _stands_otherwise(change))
    return Impact(changes=changes, same=len(ids) - len(changes))


def _stands_otherwise(change: Change) -> bool:
    if change.before is None or change.after is None:
        return True
    old, new = change.before.row, change.after.row
    facts = ((row.status, row.total, row.edition, row.open_status) for row in (old, new))
    return len(set(facts)) > 1 or bool(change.steps or change.evidence) or any(_moves(change))


def _moves(change: Change) -> Iterator[tuple[Which, Rung, Rung]]:
    if change.before is None or change.after is None:
        return
    for which in Which:
        old, new = change.before.rung(which), change.after.rung(which)
        if old.level != new.level:
            yield which, old, new


def _told(rung: Rung) -> tuple[str, str]:
    return rung.edition, rung.level or ""
