"""From decisions and a date to a status: what is in force, since when, until when.

Status is never stored. It depends on the decisions that hold on the date, and on the date alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.decision import (
    Decision,
    Grant,
    Refusal,
    Restoration,
    Suspension,
    Termination,
    Withdrawal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.model.casefile import Case, CityFile


class Status(StrEnum):
    """Status of a place on a date."""

    UNKNOWN = "unknown"
    RECEIVED = "received"
    UNDER_EVALUATION = "under_evaluation"
    UNDER_REVIEW = "under_review"
    VALID = "valid"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    REFUSED = "refused"


IN_FORCE = frozenset({Status.VALID})
HELD_ONCE = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.TERMINATED, Status.EXPIRED})
ENDED_BY_DECISION = frozenset({Status.WITHDRAWN, Status.TERMINATED})
OPEN_CASE = frozenset({Status.RECEIVED, Status.UNDER_EVALUATION, Status.UNDER_REVIEW})
HELD = frozenset({Status.VALID, Status.SUSPENDED})
"""A grant runs: it can expire, refreshes fall due."""
FOLLOWED = HELD | OPEN_CASE
"""Commitments are still to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision with the case it belongs to."""

    case: str
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a place stands on a date."""

    on: date
    status: Status
    since: date | None
    """First day of this status."""
    grant: Act | None
    """The last grant that came into force by this day, in force or not."""
    act: Act | None
    """The decision this status rests on; None for open cases and for expiry."""
    case: str | None
    """The case this status rests on."""
    open_case: str | None
    """A case in work beside a grant: a renewal or a new try."""
    open_status: Status | None
    """Where that case stands."""

    @property
    def in_force(self) -> bool:
        """Whether a label is in force."""
        return self.status in IN_FORCE

    @property
    def level(self) -> str | None:
        """Level granted and in force; None when no label is in force."""
        return self.last_level if self.in_force else None

    @property
    def last_level(self) -> str | None:
        """Level of the last grant, in force or not."""
        if self.grant is None or not isinstance(self.grant.decision, Grant):
            return None
        return self.grant.decision.level

    @property
    def until(self) -> date | None:
        """Last day of the last grant."""
        if self.grant is None or not isinstance(self.grant.decision, Grant):
            return None
        return self.grant.decision.until


def acts(cases: Iterable[Case]) -> tuple[Act, ...]:
    """List the decisions of all cases in the order in which they take effect."""
    listed = [
        (decision.effective_on, decision.decided_on, case.id, position, decision)
        for case in cases
        for position, decision in enumerate(case.decisions)
    ]
    listed.sort(key=lambda entry: entry[:4])
    return tuple(Act(case=entry[2], decision=entry[4]) for entry in listed)


def standing(city: CityFile, on: date) -> Standing:
    """Conclude where a place stands on a date."""
    status, since, grant, act = Status.UNKNOWN, None, None, None
    for each in acts(city.cases):
        if each.decision.effective_on > on:
            break
        status, since, grant = _expire(status, since, grant, each.decision.effective_on)
        match each.decision:
            case Grant():
                status, since, grant, act = Status.VALID, each.decision.effective_on, each, each
            case Refusal() if grant is not None:
                continue  # a refused renewal changes nothing of what is held
            case _:
                status, since, act = _AFTER[type(each.decision)], each.decision.effective_on, each
    status, since, grant = _expire(status, since, grant, on)
    opened = _open_case(city.cases, on)
    if status is Status.UNKNOWN and opened is not None:
        case, status, since = opened
        return _standing(on, status, since, None, None, case, None)
    if status is Status.EXPIRED:
        act = None
    return _standing(on, status, since, grant, act, grant.case if grant else None, opened)


_AFTER: dict[type[Decision], Status] = {
    Refusal: Status.REFUSED,
    Suspension: Status.SUSPENDED,
    Restoration: Status.VALID,
    Withdrawal: Status.WITHDRAWN,
    Termination: Status.TERMINATED,
}


def _standing(  # noqa: PLR0913, PLR0917 - one place that fills all fields
    on: date,
    status: Status,
    since: date | None,
    grant: Act | None,
    act: Act | None,
    case: str | None,
    opened: tuple[str, Status, date] | None,
) -> Standing:
    return Standing(
        on=on,
        status=status,
        since=since,
        grant=grant,
        act=act,
        case=case if case is not None else (act.case if act else None),
        open_case=opened[0] if opened else None,
        open_status=opened[1] if opened else None,
    )


def _expire(status: Status, since: date | None, grant: Act | None, on: date) -> tuple[Status, date | None, Act | None]:
    """Let a grant end by its date (ISO/IEC 17000 8.4: expiry needs no decision)."""
    if status in {Status.VALID, Status.SUSPENDED} and grant is not None:
        decision = grant.decision
        if isinstance(decision, Grant) and decision.until < on:
            return Status.EXPIRED, decision.until + timedelta(days=1), grant
    return status, since, grant


def _open_case(cases: Iterable[Case], on: date) -> tuple[str, Status, date] | None:
    """Find the newest case that has been submitted and not decided by this day."""
    found: tuple[str, Status, date] | None = None
    for case in cases:
        if case.application.submitted_on > on or _decided(case, on):
            continue
        found = (case.id, *_stage(case, on))
    return found


def _decided(case: Case, on: date) -> bool:
    return any(isinstance(d, (Grant, Refusal)) and d.effective_on <= on for d in case.decisions)


def _stage(case: Case, on: date) -> tuple[Status, date]:
    evaluation = case.evaluation
    if evaluation is None or evaluation.opened_on > on:
        return Status.RECEIVED, case.application.submitted_on
    if evaluation.closed_on is None or evaluation.closed_on > on:
        return Status.UNDER_EVALUATION, evaluation.opened_on
    return Status.UNDER_REVIEW, evaluation.closed_on


LAWFUL: dict[type[Decision], frozenset[Status]] = {
    Grant: frozenset(Status) - {Status.SUSPENDED},
    Refusal: frozenset(Status),
    Suspension: frozenset({Status.VALID}),
    Restoration: frozenset({Status.SUSPENDED}),
    Withdrawal: frozenset({Status.VALID, Status.SUSPENDED}),
    Termination: frozenset({Status.VALID, Status.SUSPENDED}),
}
"""In which status each decision may be taken. A suspended label is restored or withdrawn, not granted over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlawful:
    """A decision that was taken in a status in which it may not be."""

    act: Act
    status: Status


def unlawful(city: CityFile) -> Iterator[Unlawful]:
    """Find decisions that the status before them does not allow."""
    for each in acts(city.cases):
        before = standing(_without_later(city, each), each.decision.effective_on)
        if before.status not in LAWFUL[type(each.decision)]:
            yield Unlawful(act=each, status=before.status)


def _without_later(city: CityFile, act: Act) -> CityFile:
    earlier = acts(city.cases)
    kept = {id(each.decision) for each in earlier[: _position(earlier, act)]}
    cases = tuple(replace(case, decisions=tuple(d for d in case.decisions if id(d) in kept)) for case in city.cases)
    return replace(city, cases=cases)


def _position(listed: tuple[Act, ...], act: Act) -> int:
    return next(i for i, each in enumerate(listed) if each.decision is act.decision)
