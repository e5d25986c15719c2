"""A decision in short, as lists, pages and data files name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.decision import Change, Grant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from citylabel.model.casefile import CityFile
    from citylabel.rules.lifecycle import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSummary:
    """One decision, for lists of the latest ones."""

    on: date
    """Day it takes effect."""
    kind: str
    """`grant`, `refusal`, `suspension`, ..."""
    level: str | None
    """Level from then on, for a grant and for a change."""
    until: date | None
    """Last day in force, for a grant."""
    reason: str
    edition: str
    id: str = ""
    """Case and id of the decision within it: `2026/d1`."""


def summed(file: CityFile, listed: Iterable[Act]) -> tuple[ActSummary, ...]:
    """Sum up decisions of a place."""
    editions = {case.id: case.edition for case in file.cases}
    return tuple(_summary(act, editions[act.case]) for act in listed)


def _summary(act: Act, edition: str) -> ActSummary:
    decision = act.decision
    grant = decision if isinstance(decision, Grant) else None
    return ActSummary(
        on=decision.effective_on,
        kind=decision.decision,
        level=decision.level if isinstance(decision, (Grant, Change)) else None,
        until=grant.until if grant else None,
        reason=decision.reason,
        edition=edition,
        id=f"{act.case}/{decision.id}",
    )
