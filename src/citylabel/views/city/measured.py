"""Measured values of a criterion: what was found, what had been claimed, what the next step asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.model.application import Values
from citylabel.model.measure import Share, Source
from citylabel.views.escaped import Escaped, escaped
from citylabel.views.reasons import BESIDE_A_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.model.application import Answer
    from citylabel.model.measure import Measure, Value
    from citylabel.rules.conformity import Result
    from citylabel.views.city.sheet import CriterionSheet
    from citylabel.views.city.subject import Subject
    from citylabel.views.reasons import About


class Measured(NamedTuple):
    """One measured value; escaped, see `CriterionRow`."""

    title: Escaped
    value: Escaped
    more: Escaped
    """What the place had claimed where the finding says otherwise, what the next step asks where the value is not
    enough, who measured, period, estimate, joint figure; or empty."""


def measured(
    subject: Subject, sheet: CriterionSheet, answer: Answer | None, about: About, result: Result
) -> Iterator[Measured]:
    """List the measured values that count, in the order of the criterion's measures."""
    given = answer.values if isinstance(answer, Values) else {}
    write, asked = subject.sheet.values.value, _asked(subject, result)
    for measure, title in sheet.measures:
        value = about.values.get(measure.id)
        if value is None:
            continue
        more = [asked[measure.id]] if measure.id in asked else []
        first = given.get(measure.id)
        if first is not None and first is not value and first != value:
            more.append(subject.t("city.claimed", value=write(measure, first, about.inhabitants)))
        more += _more(subject, measure, value)
        yield Measured(title, escaped(write(measure, value, about.inhabitants)), escaped(" · ".join(more)))


def _asked(subject: Subject, result: Result) -> dict[str, str]:
    """Give what the next step asks of each measure that is not enough: `For step 3: at least 95 %`."""
    found: dict[str, str] = {}
    for reason in result.missing:
        if reason.code in BESIDE_A_VALUE:
            measure, text = str(reason.fact("measure")), subject.sheet.reasons.asked(reason)
            before = found.get(measure)
            found[measure] = f"{before}; {text}" if before else f"{subject.sheet.asks[result.step]} {text}"
    return found


def _more(subject: Subject, measure: Measure, value: Value) -> Iterator[str]:
    if measure.by is Source.ASSESSORS:
        yield subject.sheet.by_assessors
    if isinstance(value, Share):
        if value.joint:
            yield subject.t("city.joint")
        yield from (part for part in (value.period, value.note) if part)
