"""Judging a step's condition: which of its parts hold, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from citylabel.model.condition import (
    AllOf,
    AnyOf,
    EvidenceTest,
    GivenTest,
    MeasureTest,
    NoCase,
    Part,
    PlaceFact,
    PlaceTest,
    PointTest,
    RatioTest,
    RecentTest,
    Threshold,
)
from citylabel.model.measure import MeasureType, Share
from citylabel.rules.calendar import is_within
from citylabel.rules.reason import Reason, because

if TYPE_CHECKING:
    from citylabel.model.base import Exact
    from citylabel.model.condition import Condition
    from citylabel.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition without parts of its own, and whether it holds."""

    holds: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds, with every part of it that was judged."""

    holds: bool
    parts: tuple[Judged, ...]

    @property
    def missing(self) -> tuple[Reason, ...]:
        """Reasons of the parts that do not hold; empty when the whole holds."""
        return () if self.holds else tuple(p.reason for p in self.parts if not p.holds)


def judge(condition: Condition, facts: Facts) -> Verdict:
    """Judge a condition and all its parts."""
    if type(condition) is AllOf:  # not isinstance: for Pydantic's models a "no" from it is slow
        verdicts = [judge(part, facts) for part in condition.all]
        return Verdict(all(v.holds for v in verdicts), _parts(verdicts))
    if type(condition) is AnyOf:
        verdicts = [judge(part, facts) for part in condition.any]
        ways = [verdict for verdict in verdicts if not _is_for_other_places(verdict)]
        return Verdict(any(v.holds for v in verdicts), _parts(ways or verdicts))
    judged = _leaf(condition, facts)
    return Verdict(judged.holds, (judged,))


def _is_for_other_places(verdict: Verdict) -> bool:
    """Tell whether a way is closed to this place for good: nobody should be told to take it."""
    return any(part.reason.code == "place" and not part.holds for part in verdict.parts)


def _parts(verdicts: list[Verdict]) -> tuple[Judged, ...]:
    return tuple(part for verdict in verdicts for part in verdict.parts)


def _leaf(condition: Condition, facts: Facts) -> Judged:  # noqa: PLR0911 - one line for each kind of condition
    match condition:
        case MeasureTest():
            return _measure(condition, facts)
        case GivenTest():
            return _given(condition, facts)
        case RecentTest():
            return _recent(condition, facts)
        case RatioTest():
            return _ratio(condition, facts)
        case PlaceTest():
            return _place(condition, facts)
        case EvidenceTest():
            return _evidence(condition, facts)
        case PointTest():
            holds = condition.point in facts.points
            return Judged(holds, because("point", point=condition.point, holds=holds))
        case AllOf() | AnyOf():  # judged by their parts before
            raise TypeError(type(condition).__name__)
        case _:
            assert_never(condition)


def _measure(test: MeasureTest, facts: Facts) -> Judged:
    if test.measure not in facts.values:
        if test.measure in facts.assumed:
            return Judged(holds=True, reason=because("left_to_assessors", measure=test.measure))
        return Judged(holds=False, reason=because("not_given", measure=test.measure))
    value = facts.values[test.measure]
    if isinstance(test.is_, (bool, str)) or isinstance(value, (bool, str, date)):
        return _named(test, value)
    number = _number(test, facts)
    if number is None:
        holds = test.no_case is NoCase.HOLDS
        return Judged(holds, because("no_case", measure=test.measure, holds=holds))
    holds = _compare(number, test, facts) or _one_miss(test, facts)
    return Judged(
        holds,
        because(
            "measure",
            measure=test.measure,
            of=test.of.value,
            value=number,
            comparison=comparison_of(test),
            threshold=threshold_for(test, small=facts.place.small),
            holds=holds,
        ),
    )


def _named(test: MeasureTest, value: object) -> Judged:
    holds = type(value) is type(test.is_) and value == test.is_
    shown = value if isinstance(value, (bool, str, date)) else str(value)
    return Judged(
        holds,
        because("named", measure=test.measure, value=shown, threshold=test.is_, holds=holds),
    )


def _number(test: MeasureTest, facts: Facts) -> Exact | None:
    """Give the number a test speaks of; None where there is none or nothing was counted."""
    value = facts.values[test.measure]
    measure = facts.measures[test.measure]
    if isinstance(value, (bool, str, date)):
        return None
    if not isinstance(value, Share):
        return value
    if test.of is Part.N:
        return value.n
    if measure.type is MeasureType.RATE:
        inhabitants = facts.place.inhabitants
        return Fraction(value.n) * (measure.per or 1) / inhabitants if inhabitants else None
    if test.of is Part.D:
        return value.d
    return Fraction(value.n, value.d) if value.d else None


def comparison_of(test: Threshold) -> str:
    """Name the comparison of a threshold: `at_least`, `above`, `at_most` or `is`."""
    if test.at_least is not None:
        return "at_least"
    if test.above is not None:
        return "above"
    return "at_most" if test.at_most is not None else "is"


def threshold_for(test: Threshold, *, small: bool) -> Exact:
    """Give the number of a threshold, for small places or for others.

    Raises:
        TypeError: when the threshold is a word or yes/no.
    """
    if small and test.small is not None:
        return test.small
    for number in (test.at_least, test.above, test.at_most, test.is_):
        if number is not None:
            if isinstance(number, (str, bool)):
                raise TypeError(number)
            return number
    raise TypeError(test)


def _compare(number: Exact, test: Threshold, facts: Facts) -> bool:
    threshold = threshold_for(test, small=facts.place.small)
    match comparison_of(test):
        case "at_least":
            return number >= threshold
        case "above":
            return number > threshold
        case "at_most":
            return number <= threshold
        case _:
            return number == threshold


def _one_miss(test: MeasureTest, facts: Facts) -> bool:
    """Tell whether the leniency for small numbers lets a high threshold pass (common rule `small-numbers`)."""
    rule, value = facts.small_numbers, facts.values[test.measure]
    if rule is None or not isinstance(value, Share) or not value.d or test.at_least is None:
        return False
    if facts.measures[test.measure].type is not MeasureType.SHARE or test.of is not Part.VALUE:
        return False
    high = rule.from_ <= threshold_for(test, small=facts.place.small) < rule.below
    few = rule.at_least <= value.d <= rule.at_most
    return high and few and value.d - value.n <= rule.misses


def _given(test: GivenTest, facts: Facts) -> Judged:
    value = facts.values.get(test.given)
    if value is None:
        holds = test.given in facts.assumed
        code = "left_to_assessors" if holds else "not_given"
        return Judged(holds, because(code, measure=test.given))
    if isinstance(value, Share) and value.d == 0:
        holds = test.no_case is NoCase.HOLDS
        return Judged(holds, because("no_case", measure=test.given, holds=holds))
    return Judged(holds=True, reason=because("given", measure=test.given))


def _recent(test: RecentTest, facts: Facts) -> Judged:
    day = facts.values.get(test.recent)
    if not isinstance(day, date):
        return Judged(holds=False, reason=because("not_given", measure=test.recent))
    holds = is_within(day, test.months, facts.on)
    return Judged(
        holds,
        because("recent", measure=test.recent, value=day, months=test.months, holds=holds),
    )


def _ratio(test: RatioTest, facts: Facts) -> Judged:
    upper, lower = (facts.values.get(name) for name in test.ratio)
    if not isinstance(upper, (int, Fraction)) or not isinstance(lower, (int, Fraction)):
        missing = test.ratio[0] if upper is None else test.ratio[1]
        return Judged(holds=False, reason=because("not_given", measure=missing))
    if lower == 0:
        return Judged(holds=False, reason=because("no_case", measure=test.ratio[1], holds=False))
    number = Fraction(upper) / lower
    holds = _compare(number, test, facts)
    return Judged(
        holds,
        because(
            "ratio",
            upper=test.ratio[0],
            lower=test.ratio[1],
            value=number,
            comparison=comparison_of(test),
            threshold=threshold_for(test, small=facts.place.small),
            holds=holds,
        ),
    )


def _place(test: PlaceTest, facts: Facts) -> Judged:
    place = facts.place
    match test.place:
        case PlaceFact.KIND:
            value: str | int = place.kind.value
            holds = place.kind == test.is_
        case PlaceFact.SIZE:
            value, holds = place.size.value, place.size == test.is_
        case PlaceFact.INHABITANTS:
            value = place.inhabitants
            holds = (test.at_least is None or value >= test.at_least) and (
                test.at_most is None or value <= test.at_most
            )
        case _:
            assert_never(test.place)
    asked = test.is_.value if test.is_ is not None else test.at_least or test.at_most
    return Judged(holds, because("place", fact=test.place.value, value=value, threshold=asked, holds=holds))


def _evidence(test: EvidenceTest, facts: Facts) -> Judged:
    holds = any(kind is test.evidence and is_within(as_of, test.months, facts.on) for kind, as_of in facts.evidence)
    return Judged(holds, because("evidence", kind=test.evidence.value, months=test.months, holds=holds))
