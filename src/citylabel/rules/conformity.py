"""From values and findings to a step, with the reason: one criterion at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.application import NotApplicable, NotMet, Values
from citylabel.model.condition import AllOf, PointTest
from citylabel.model.evaluation import Outcome
from citylabel.model.evidence import Evidence, EvidenceKind, Nature
from citylabel.model.measure import Source
from citylabel.rules.calendar import is_within
from citylabel.rules.conditions import Judged, judge
from citylabel.rules.facts import Facts, PlaceFacts
from citylabel.rules.reason import Reason, because

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from citylabel.model.application import Answer
    from citylabel.model.condition import Condition
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition
    from citylabel.model.evaluation import Finding
    from citylabel.model.measure import Value


class State(StrEnum):
    """What an answer comes to. Not certain is not no: these are told apart everywhere."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    NOT_ANSWERED = "not_answered"
    NOT_ASSESSED = "not_assessed"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The conclusion on one criterion."""

    criterion: str
    state: State
    step: int
    """Step reached: 0 when none."""
    reasons: tuple[Reason, ...]
    """Why."""
    missing: tuple[Reason, ...] = ()
    """What the next step still needs; empty at the last step and where nothing was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is the same for all answers of a case on one day."""

    edition: Edition
    place: PlaceFacts
    on: date
    """Day that ages count back from."""
    confirmed: frozenset[str] | None = None
    """Ids of standing evidence confirmed at this refresh; None at the application itself."""


def claimed(criterion: Criterion, answer: Answer | None, setting: Setting) -> Result:
    """Conclude what an answer would come to if assessors confirmed all of it."""
    match answer:
        case None:
            return _result(criterion, State.NOT_ANSWERED, because("not_answered"))
        case NotMet():
            return _result(criterion, State.NOT_MET, because("said_not_met"))
        case NotApplicable():
            return _result(criterion, State.NOT_APPLICABLE, because("not_applicable", ground=answer.ground))
        case Values():
            assumed = frozenset(m.id for m in criterion.measures if m.by is Source.ASSESSORS)
            points = frozenset(point for step in criterion.steps for point in _asked_points(step.when))
            facts = _facts(criterion, answer, setting, values=answer.values, points=points, assumed=assumed)
            return _steps(criterion, answer.evidence, facts, setting)


def _asked_points(condition: Condition) -> Iterable[str]:
    """List points that a step asks in any case; one of several ways is not taken for granted."""
    match condition:
        case PointTest():
            yield condition.point
        case AllOf():
            for part in condition.all:
                yield from _asked_points(part)


def found(criterion: Criterion, answer: Answer | None, finding: Finding | None, setting: Setting) -> Result:
    """Conclude what an answer comes to with the assessors' finding on it."""
    if answer is None:
        return _result(criterion, State.NOT_ANSWERED, because("not_answered"))
    if isinstance(answer, NotMet):
        return _result(criterion, State.NOT_MET, because("said_not_met"))
    if finding is None:
        return _result(criterion, State.NOT_ASSESSED, because("not_assessed"))
    match answer:
        case NotApplicable():
            return _judged_not_applicable(criterion, answer, finding)
        case Values():
            return _judged_values(criterion, answer, finding, setting)


def _judged_not_applicable(criterion: Criterion, answer: NotApplicable, finding: Finding) -> Result:
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return _result(criterion, State.NOT_APPLICABLE, because("not_applicable", ground=answer.ground))
    return _result(criterion, State.NOT_MET, because("applies_after_all", ground=answer.ground))


def _judged_values(criterion: Criterion, answer: Values, finding: Finding, setting: Setting) -> Result:
    if finding.outcome is Outcome.NOT_SATISFIED:
        return _result(criterion, State.NOT_MET, because("not_satisfied"))
    values = {**answer.values, **finding.values}
    facts = _facts(criterion, answer, setting, values=values, points=frozenset(finding.points))
    return _steps(criterion, answer.evidence, facts, setting)


def _result(criterion: Criterion, state: State, reason: Reason) -> Result:
    return Result(criterion=criterion.id, state=state, step=0, reasons=(reason,))


def _facts(  # noqa: PLR0913 - what is known, what was ticked, what is taken to hold
    criterion: Criterion,
    answer: Values,
    setting: Setting,
    *,
    values: Mapping[str, Value],
    points: frozenset[str],
    assumed: frozenset[str] = frozenset(),
) -> Facts:
    return Facts(
        on=setting.on,
        place=setting.place,
        measures={measure.id: measure for measure in criterion.measures},
        values=values,
        points=points,
        evidence=tuple((e.kind, e.as_of) for e in answer.evidence),
        small_numbers=setting.edition.small_numbers,
        assumed=assumed,
    )


def _steps(criterion: Criterion, evidence: Iterable[Evidence], facts: Facts, setting: Setting) -> Result:
    """Climb the cumulative steps until one does not hold."""
    if not any(is_fresh(item, criterion, setting) for item in evidence):
        return _result(criterion, State.STALE, because("stale"))
    return climb(criterion, facts)


def climb(criterion: Criterion, facts: Facts) -> Result:
    """Conclude the step that the facts reach, without looking at the age of evidence."""
    reached: tuple[Judged, ...] = ()
    missing: tuple[Reason, ...] = ()
    step = 0
    for number, asked in enumerate(criterion.steps, start=1):
        verdict = judge(asked.when, facts)
        if not verdict.holds:
            missing = verdict.missing
            break
        step, reached = number, reached + verdict.parts
    reasons = tuple(part.reason for part in reached if part.holds) or missing
    return Result(
        criterion=criterion.id,
        state=State.MET if step else State.NOT_MET,
        step=step,
        reasons=reasons,
        missing=missing,
    )


def is_fresh(item: Evidence, criterion: Criterion, setting: Setting) -> bool:
    """Tell whether a piece of evidence counts on the day of the setting (common rule `fresh`)."""
    confirmed = setting.confirmed is None or item.id in setting.confirmed
    return any(
        is_within(item.as_of, months, setting.on)
        for months in _ages(item.kind, criterion, setting.edition, confirmed=confirmed)
    )


NO_LIMIT_MONTHS = 1200


def _ages(kind: EvidenceKind, criterion: Criterion, edition: Edition, *, confirmed: bool) -> Iterable[int]:
    """List the longest ages under which evidence of this kind counts; none: it does not fit."""
    rule = edition.evidence
    dated = rule.prerequisite_months if criterion.id in edition.prerequisites else rule.months
    for expected in criterion.evidence:
        if expected.kind is not kind:
            continue
        if expected.nature is Nature.DATED:
            yield expected.months or dated
        elif confirmed:
            yield expected.months or NO_LIMIT_MONTHS
