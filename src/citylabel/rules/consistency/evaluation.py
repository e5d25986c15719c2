"""Evaluation and review: by the right people, in the right order, with findings that fit the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem, quoted
from citylabel.model.application import NotApplicable, NotMet, Values
from citylabel.model.evaluation import Outcome
from citylabel.model.measure import Source
from citylabel.rules.consistency.answers import TODAY, too_late, value_problems
from citylabel.rules.consistency.people import in_role, party_problems
from citylabel.rules.consistency.subject import Subject, listing, repeated, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.application import Answer
    from citylabel.model.criterion import Criterion
    from citylabel.model.evaluation import Challenge, Evaluation, Finding
    from citylabel.problems import Problem

EVALUATION = "evaluation.yml"
REVIEW = "review.yml"


def evaluation_problems(subject: Subject) -> Iterator[Problem]:
    """Hold the evaluation and the review of a case against answers, people and calendar."""
    evaluation = subject.case.evaluation
    yield from _review(subject)
    if evaluation is None:
        return
    yield from _order(subject, evaluation)
    for number, assessor in enumerate(evaluation.assessors):
        place = subject.place(EVALUATION, "assessors", number, "party")
        yield from party_problems(subject, assessor.party, "assessor", place)
    yield from _enough(subject, evaluation)
    yield from _challenges(subject, evaluation)
    for identifier, finding in evaluation.findings.items():
        criterion = subject.scheme.criteria.get(identifier)
        if criterion is None:
            place = subject.place(EVALUATION, "findings", identifier, of_key=True)
            title, known = subject.scheme.edition.title, subject.scheme.criteria
            yield unknown("REF01", place, identifier, known, edition=title, criterion=identifier)
        else:
            yield from _finding(subject, criterion, finding, evaluation)
    yield from unassessed(subject, evaluation)


def _order(subject: Subject, evaluation: Evaluation) -> Iterator[Problem]:
    submitted = subject.case.application.submitted_on
    if evaluation.opened_on < submitted:
        what = "The evaluation was opened"
        yield out_of_order(subject, EVALUATION, "opened_on", what, evaluation.opened_on, "the application", submitted)
    if evaluation.opened_on > subject.on:
        place = subject.place(EVALUATION, "opened_on")
        yield too_late(place, "opened_on", evaluation.opened_on, TODAY, subject.on)
    if evaluation.closed_on is not None and evaluation.closed_on < evaluation.opened_on:
        what, earlier = "The evaluation was closed", "it was opened"
        yield out_of_order(subject, EVALUATION, "closed_on", what, evaluation.closed_on, earlier, evaluation.opened_on)


def out_of_order(  # noqa: PLR0913, PLR0917 - what, when, before what and when
    subject: Subject, file: str, key: str, later: str, day: date, earlier: str, limit: date
) -> Problem:
    """Make the problem of an act that came before the one it rests on."""
    return problem(
        "RULE33",
        subject.place(file, key),
        later=Words(later),
        day=Words(day.isoformat()),
        earlier=Words(earlier),
        limit=Words(limit.isoformat()),
    )


def _enough(subject: Subject, evaluation: Evaluation) -> Iterator[Problem]:
    asked = subject.scheme.edition.procedure.assessors
    given = len({assessor.party for assessor in evaluation.assessors})
    if evaluation.closed_on is not None and given < asked:
        yield problem("RULE30", subject.place(EVALUATION, "assessors"), given=given, asked=asked)


def _challenges(subject: Subject, evaluation: Evaluation) -> Iterator[Problem]:
    ids = [
        (challenge.id, subject.place(EVALUATION, "challenges", number, "id"))
        for number, challenge in enumerate(evaluation.challenges)
    ]
    yield from repeated("challenge", ids)
    for number, challenge in enumerate(evaluation.challenges):
        place = subject.place(EVALUATION, "challenges", number, "received_on")
        if challenge.received_on > subject.on:
            yield too_late(place, "received_on", challenge.received_on, TODAY, subject.on)
        if evaluation.closed_on is not None and (missing := _unanswered(challenge)):
            whole = subject.place(EVALUATION, "challenges", number)
            yield problem("RULE47", whole, id=challenge.id, missing=Words(missing))


def _unanswered(challenge: Challenge) -> str:
    if challenge.outcome is None:
        return "outcome"
    return "" if challenge.reason else "reason for its outcome"


def _finding(subject: Subject, criterion: Criterion, finding: Finding, evaluation: Evaluation) -> Iterator[Problem]:
    path = ("findings", criterion.id)
    points = {point.id for step in criterion.steps for point in step.points}
    for number, point in enumerate(finding.points):
        if point not in points:
            place = subject.place(EVALUATION, *path, "points", number)
            known = Words(f"It has {listing(sorted(points))}." if points else "It has no points to tick.")
            yield unknown("REF03", place, point, points, criterion=criterion.id, point=point, known=known)
    written_on = evaluation.closed_on or subject.on
    yield from value_problems(subject, EVALUATION, (*path, "values"), criterion, finding.values, written_on)
    if fault := _why_unfit(subject, criterion, finding):
        yield problem(
            "RULE42",
            subject.place(EVALUATION, *path, "outcome"),
            criterion=criterion.id,
            outcome=finding.outcome.value,
            fault=Words(fault),
        )
    assessors = {assessor.party for assessor in evaluation.assessors}
    for number, apart in enumerate(finding.apart):
        if apart.assessor not in assessors:
            place = subject.place(EVALUATION, *path, "apart", number, "assessor")
            yield unknown("REF07", place, apart.assessor, assessors, what=Words("assessor"), id=apart.assessor)


def _why_unfit(subject: Subject, criterion: Criterion, finding: Finding) -> str:
    answer = subject.case.application.answers.get(criterion.id)
    if answer is None:
        return "the criterion was not answered"
    match finding.outcome:
        case Outcome.CONFIRMED if changed := _changed(criterion, answer, finding):
            return f"it gives another value for {quoted(changed)}"
        case Outcome.CORRECTED if not finding.values:
            return "no corrected value is given"
        case Outcome.CORRECTED | Outcome.CONFIRMED if not isinstance(answer, Values):
            return "the answer gives no values"
        case Outcome.NOT_APPLICABLE if not isinstance(answer, NotApplicable):
            return "the answer does not say so"
        case _:
            return ""


def _changed(criterion: Criterion, answer: Answer, finding: Finding) -> str | None:
    """Name a claimed value that a finding changes, if it does; what only assessors measure is no claim."""
    claimed = answer.values if isinstance(answer, Values) else {}
    own = {measure.id for measure in criterion.measures if measure.by is Source.APPLICANT}
    changed = (m for m, value in finding.values.items() if m in own and claimed.get(m) != value)
    return next(changed, None)


def unassessed(subject: Subject, evaluation: Evaluation) -> Iterator[Problem]:
    """Find answers that a closed evaluation leaves without a finding; `not_met` needs none."""
    if evaluation.closed_on is None:
        return
    for criterion, answer in subject.case.application.answers.items():
        known = criterion in subject.scheme.criteria
        if known and criterion not in evaluation.findings and not isinstance(answer, NotMet):
            yield problem("RULE41", subject.place(EVALUATION, "findings"), criterion=criterion)


def _review(subject: Subject) -> Iterator[Problem]:
    evaluation, review = subject.case.evaluation, subject.case.review
    if review is None:
        return
    yield from party_problems(subject, review.reviewer, "reviewer", subject.place(REVIEW, "reviewer"))
    if evaluation is not None and review.reviewer in {assessor.party for assessor in evaluation.assessors}:
        yield in_role(subject.place(REVIEW, "reviewer"), review.reviewer, "assessed", "reviewed")
    closed = evaluation.closed_on if evaluation else None
    if closed is None:
        missing = "has not been closed" if evaluation else "does not exist"
        yield problem("RULE46", subject.place(REVIEW), missing=Words(missing))
    elif review.reviewed_on < closed:
        what, earlier = "The case was reviewed", "the evaluation was closed"
        yield out_of_order(subject, REVIEW, "reviewed_on", what, review.reviewed_on, earlier, closed)
    if review.reviewed_on > subject.on:
        yield too_late(subject.place(REVIEW, "reviewed_on"), "reviewed_on", review.reviewed_on, TODAY, subject.on)
