"""Running the worked cases of a criterion: the conclusion the rules draw beside the one the record promises."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from citylabel.model.application import NotApplicable, Values
from citylabel.model.evaluation import Finding, Outcome
from citylabel.model.evidence import Evidence
from citylabel.model.place import BaseFigures, Figure
from citylabel.model.workedcase import CaseEvidence, Expected
from citylabel.rules.calendar import add_months
from citylabel.rules.conformity import Setting, State, found
from citylabel.rules.facts import place_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.model.application import Answer
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition
    from citylabel.model.workedcase import WorkedCase
    from citylabel.rules.conformity import Result

TRIAL_DAY = date(2028, 3, 15)
"""Day on which every worked case applies; only ages matter, so any day gives the same result."""

_SOMEWHERE = "https://www.town.example/"


def outcome(criterion: Criterion, case: WorkedCase, edition: Edition) -> Result:
    """Conclude a worked case by the same rules as a real answer."""
    figure = Figure(value=case.inhabitants, as_of=TRIAL_DAY, source=_SOMEWHERE)
    base = BaseFigures(inhabitants=figure, largest_member=case.inhabitants)
    setting = Setting(edition=edition, place=place_facts(edition, case.kind, base), on=TRIAL_DAY)
    if case.ground is not None:
        said: Answer = NotApplicable(answer="not_applicable", ground=case.ground, reason=case.why)
        finding = Finding(outcome=Outcome.NOT_APPLICABLE, reason=case.why)
        return found(criterion, said, finding, setting)
    finding = Finding(outcome=Outcome.CONFIRMED, reason=case.why, points=case.points)
    return found(criterion, _answer(criterion, case), finding, setting)


def _answer(criterion: Criterion, case: WorkedCase) -> Values:
    days = {measure: add_months(TRIAL_DAY, -age) for measure, age in case.ages.items()}
    evidence = case.evidence or (CaseEvidence(kind=criterion.evidence[0].kind),)
    return Values(
        answer="values",
        values={**case.values, **days},
        evidence=tuple(_piece(number, item) for number, item in enumerate(evidence, start=1)),
    )


def _piece(number: int, item: CaseEvidence) -> Evidence:
    return Evidence(
        id=f"e{number}",
        link=_SOMEWHERE,
        title="A document",
        publisher="The place",
        kind=item.kind,
        as_of=add_months(TRIAL_DAY, -item.age_months),
        seen_on=TRIAL_DAY,
    )


def differences(criterion: Criterion, edition: Edition) -> Iterator[str]:
    """Say for each worked case that does not come out as promised what came out instead."""
    for case in criterion.cases:
        result = outcome(criterion, case, edition)
        if differs(case, result):
            yield (
                f"{criterion.id}: {case.title!r} promises {case.expect.value} {case.step}, "
                f"the rules say {result.state.value} {result.step} "
                f"({', '.join(reason.code for reason in result.missing or result.reasons)})"
            )


def differs(case: WorkedCase, result: Result) -> bool:
    """Tell whether a conclusion is another than the one the case promises."""
    match case.expect:
        case Expected.STEP:
            return result.state is not State.MET or result.step != case.step
        case Expected.NOT_APPLICABLE:
            return result.state is not State.NOT_APPLICABLE
        case Expected.NOT_MET:
            return result.step != 0 or result.state not in {State.NOT_MET, State.STALE}
