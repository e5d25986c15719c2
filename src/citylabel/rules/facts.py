"""What the rules know when they judge one answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citylabel.model.condition import SizeClass
from citylabel.model.place import BaseFigures, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from citylabel.model.edition import Edition, SmallNumbers
    from citylabel.model.evidence import EvidenceKind
    from citylabel.model.measure import Measure, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """What of the place itself counts."""

    kind: Kind
    inhabitants: int
    size: SizeClass

    @property
    def small(self) -> bool:
        """Whether numbers for small places hold."""
        return self.size is SizeClass.SMALL


def place_facts(edition: Edition, kind: Kind, base: BaseFigures) -> PlaceFacts:
    """Give the facts of a place, with its size class by the edition's rule (common rule `small-place`)."""
    inhabitants = base.inhabitants.value
    counted = inhabitants
    if kind is Kind.GROUP and base.largest_member is not None:
        counted = base.largest_member
    rule = edition.small_places
    small = rule is not None and kind is not Kind.REGION and counted < rule.below
    return PlaceFacts(
        kind=kind,
        inhabitants=inhabitants,
        size=SizeClass.SMALL if small else SizeClass.OTHER,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a condition may ask about one answer."""

    on: date
    """Day that ages count back from: the application or the refresh."""
    place: PlaceFacts
    measures: Mapping[str, Measure]
    values: Mapping[str, Value]
    points: frozenset[str] = frozenset()
    evidence: tuple[tuple[EvidenceKind, date], ...] = ()
    """Kind and content date of each piece of evidence."""
    small_numbers: SmallNumbers | None = None
    assumed: frozenset[str] = field(default=frozenset())
    """Measures that only assessors take: in a self-assessment they are taken to hold."""
