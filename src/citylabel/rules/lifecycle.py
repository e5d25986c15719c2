"""From decisions and a date to a status: what is in force, since when, until when.

Status is never stored. It depends on the decisions that hold on the date, and on the date alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.decision import (
    ApplicationWithdrawn,
    Change,
    ChangesNothing,
    Decision,
    Grant,
    Refusal,
    Restoration,
    Suspension,
    Termination,
    Withdrawal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
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
    APPLICATION_WITHDRAWN = "application_withdrawn"
    SUCCEEDED = "succeeded"


IN_FORCE = frozenset({Status.VALID})
HELD_ONCE = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.TERMINATED, Status.EXPIRED})
ENDED_EARLY = frozenset({Status.WITHDRAWN, Status.TERMINATED, Status.SUCCEEDED})
"""It is over before its last day: what has ended grows no older."""
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
    change: Act | None
    """The last change of that grant, if there is one."""
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
        """Level of the last grant with its changes, in force or not."""
        if self.change is not None and isinstance(self.change.decision, Change):
            return self.change.decision.level
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
    at = _Course()
    for each in acts(city.cases):
        if each.decision.effective_on > on:
            break
        at = _after(_expired(at, each.decision.effective_on), each)
    at = _expired(at, on)
    opened = _open_case(city.cases, on)
    case = at.grant.case if at.grant else (at.act.case if at.act else None)
    if at.status is Status.UNKNOWN and opened is not None:
        case, status, since = opened
        at, opened = _Course(status=status, since=since), None
    succession = city.city.succeeded_by if city.city else None
    if succession is not None and succession.on <= on and at.status is not Status.UNKNOWN:
        at = replace(at, status=Status.SUCCEEDED, since=succession.on, act=None)
        opened = None  # nobody is left to go on with it
    return Standing(
        on=on,
        status=at.status,
        since=at.since,
        grant=at.grant,
        change=at.change,
        act=at.act,
        case=case,
        open_case=opened[0] if opened else None,
        open_status=opened[1] if opened else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """How far the decisions have come."""

    status: Status = Status.UNKNOWN
    since: date | None = None
    grant: Act | None = None
    change: Act | None = None
    act: Act | None = None


def _after(at: _Course, act: Act) -> _Course:
    """Let one decision take effect."""
    day = act.decision.effective_on
    match act.decision:
        case Grant():
            return _Course(status=Status.VALID, since=day, grant=act, act=act)
        case Change():
            return replace(at, change=act, act=act)
        case Refusal() | ApplicationWithdrawn() if at.grant is not None:
            return at  # a renewal that comes to nothing changes nothing of what is held
        case decision if isinstance(decision, ChangesNothing):
            return at
        case decision:
            return replace(at, status=AFTER[type(decision)], since=day, act=act)


AFTER: dict[type[Decision], Status] = {
    Grant: Status.VALID,
    Refusal: Status.REFUSED,
    ApplicationWithdrawn: Status.APPLICATION_WITHDRAWN,
    Suspension: Status.SUSPENDED,
    Restoration: Status.VALID,
    Withdrawal: Status.WITHDRAWN,
    Termination: Status.TERMINATED,
}
"""Status after each decision that changes it."""


def _expired(at: _Course, on: date) -> _Course:
    """Let a grant end by its date (ISO/IEC 17000 8.4: expiry needs no decision)."""
    grant = at.grant.decision if at.grant else None
    if at.status in HELD and isinstance(grant, Grant) and grant.until < on:
        return replace(at, status=Status.EXPIRED, since=grant.until + timedelta(days=1), act=None)
    return at


def _open_case(cases: Iterable[Case], on: date) -> tuple[str, Status, date] | None:
    """Find the newest case that has been submitted and not decided by this day."""
    found: tuple[str, Status, date] | None = None
    for case in cases:
        if case.application.submitted_on > on or closed(case, on):
            continue
        found = (case.id, *_stage(case, on))
    return found


Closing = Grant | Refusal | ApplicationWithdrawn
"""Decisions by which a case is no longer open."""


def closed(case: Case, on: date) -> bool:
    """Tell whether an application has been decided or taken back by a date."""
    return any(isinstance(d, Closing) and d.effective_on <= on for d in case.decisions)


def _stage(case: Case, on: date) -> tuple[Status, date]:
    evaluation = case.evaluation
    if evaluation is None or evaluation.opened_on > on:
        return Status.RECEIVED, case.application.submitted_on
    if evaluation.closed_on is None or evaluation.closed_on > on:
        return Status.UNDER_EVALUATION, evaluation.opened_on
    return Status.UNDER_REVIEW, evaluation.closed_on
