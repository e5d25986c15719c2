"""Which decision may follow which: the law of the register, as one table.

A decision is held against two things on its first day: where the place stands, and how far its own case has come.
The page `/handbook/decisions/` and the walks of the tests are made from the same table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.decision import (
    AppealOutcome,
    ApplicationWithdrawn,
    Change,
    ComplaintOutcome,
    Decision,
    DecisionErratum,
    Grant,
    Refusal,
    Restoration,
    Suspension,
    Termination,
    Withdrawal,
)
from citylabel.rules.lifecycle import HELD, Act, Status, acts, standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.casefile import CityFile
    from citylabel.model.edition import Edition


class Stage(StrEnum):
    """How far a case has come by its own decisions."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """When a decision may be taken."""

    while_place: frozenset[Status]
    """Statuses of the place in which it may be taken."""
    while_case: frozenset[Stage]
    """Stages of its own case in which it may be taken."""


_THERE = frozenset(Status) - {Status.SUCCEEDED}
_ANY_STAGE = frozenset(Stage)
_NOT_TAKEN_BACK = _ANY_STAGE - {Stage.TAKEN_BACK}
_GRANTED = frozenset({Stage.GRANTED})

LAWFUL: dict[type[Decision], Law] = {
    Grant: Law(while_place=_THERE - {Status.SUSPENDED}, while_case=_NOT_TAKEN_BACK),
    Refusal: Law(while_place=_THERE, while_case=_NOT_TAKEN_BACK),
    ApplicationWithdrawn: Law(while_place=_THERE, while_case=frozenset({Stage.OPEN})),
    Change: Law(while_place=frozenset({Status.VALID}), while_case=_GRANTED),
    Suspension: Law(while_place=frozenset({Status.VALID}), while_case=_GRANTED),
    Restoration: Law(while_place=frozenset({Status.SUSPENDED}), while_case=_GRANTED),
    Withdrawal: Law(while_place=HELD, while_case=_GRANTED),
    Termination: Law(while_place=HELD, while_case=_GRANTED),
    AppealOutcome: Law(while_place=frozenset(Status), while_case=_ANY_STAGE - {Stage.OPEN}),
    ComplaintOutcome: Law(while_place=frozenset(Status), while_case=_ANY_STAGE),
    DecisionErratum: Law(while_place=frozenset(Status), while_case=_ANY_STAGE),
}
"""When each decision may be taken. A suspended label is restored or withdrawn, not granted over."""

APPEALABLE = Grant | Refusal | Change | Suspension | Restoration | Withdrawal
"""Decisions the place may appeal against: not what it asked for itself, and not the last word on an appeal."""


def kind_of(decision: type[Decision]) -> str:
    """Give the word by which records name a kind of decision: `grant`, `appeal_outcome`."""
    return str(decision.model_fields["decision"].annotation.__args__[0])  # type: ignore[union-attr]  # a Literal


def appealable_until(decision: Decision, edition: Edition) -> date | None:
    """Give the last day on which the place may appeal; None where no appeal is possible (`procedure.appeal_days`)."""
    if not isinstance(decision, APPEALABLE):
        return None
    return decision.decided_on + timedelta(days=edition.procedure.appeal_days)


def stage(city: CityFile, case: str, on: date) -> Stage:
    """Conclude how far a case has come on a date. What was granted once stays so, whatever followed."""
    found = Stage.OPEN
    for act in acts(each for each in city.cases if each.id == case):
        if act.decision.effective_on > on or found is Stage.GRANTED:
            break
        found = _STAGES.get(type(act.decision), found)
    return found


_STAGES: dict[type[Decision], Stage] = {
    Grant: Stage.GRANTED,
    Refusal: Stage.REFUSED,
    ApplicationWithdrawn: Stage.TAKEN_BACK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlawful:
    """A decision that was taken when it may not be."""

    act: Act
    status: Status
    """Where the place stood before it."""
    stage: Stage
    """How far its case had come before it."""

    @property
    def by_status(self) -> bool:
        """Whether it is the status of the place that forbids it, not the stage of the case."""
        return self.status not in LAWFUL[type(self.act.decision)].while_place


def unlawful(city: CityFile) -> Iterator[Unlawful]:
    """Find decisions that may not be taken after those before them."""
    listed = acts(city.cases)
    for number, act in enumerate(listed):
        before, day = _only(city, listed[:number]), act.decision.effective_on
        found = Unlawful(act=act, status=standing(before, day).status, stage=stage(before, act.case, day))
        if found.by_status or found.stage not in LAWFUL[type(act.decision)].while_case:
            yield found


def _only(city: CityFile, kept: tuple[Act, ...]) -> CityFile:
    """Give the place as it was when only these decisions had been taken."""
    ids = {id(act.decision) for act in kept}
    cases = tuple(replace(case, decisions=tuple(d for d in case.decisions if id(d) in ids)) for case in city.cases)
    return replace(city, cases=cases)
