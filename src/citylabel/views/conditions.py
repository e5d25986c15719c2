"""A step's condition in words: one line for each part, with the number that is asked."""

from __future__ import annotations

from dataclasses import dataclass
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
    PlaceTest,
    PointTest,
    RatioTest,
    RecentTest,
)
from citylabel.model.measure import Measure, MeasureType
from citylabel.rules.conditions import comparison_of, threshold_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.base import Exact
    from citylabel.model.condition import Condition
    from citylabel.model.criterion import Criterion
    from citylabel.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One part of a condition."""

    text: str
    depth: int
    """0 for the condition itself, 1 for parts of it, and so on."""
    proposal: bool = False
    """Whether it is our own proposal, open to comment."""


@dataclass(frozen=True, slots=True)
class InWords:
    """Writes the conditions of one criterion."""

    criterion: Criterion
    words: Words

    @property
    def _measures(self) -> Mapping[str, Measure]:
        return {measure.id: measure for measure in self.criterion.measures}

    def lines(self, condition: Condition, depth: int = 0) -> Iterator[Line]:
        """Write a condition, its parts indented below it."""
        match condition:
            case AllOf() if depth == 0:
                for part in condition.all:
                    yield from self.lines(part, depth)
            case AllOf():
                yield Line(text=self.words.t("condition.all"), depth=depth)
                for part in condition.all:
                    yield from self.lines(part, depth + 1)
            case AnyOf():
                yield Line(text=self.words.t("condition.any"), depth=depth)
                for part in condition.any:
                    yield from self.lines(part, depth + 1)
            case _:
                yield self._leaf(condition, depth)

    def _leaf(self, condition: Condition, depth: int) -> Line:
        match condition:
            case MeasureTest() | RatioTest():
                text, proposal = self._compared(condition), condition.proposal
            case GivenTest():
                text, proposal = self._given(condition), condition.proposal
            case RecentTest():
                title = self._measures[condition.recent].title
                text = self.words.tn("condition.recent", condition.months, measure=title)
                proposal = condition.proposal
            case EvidenceTest():
                kind = self.words.t(f"evidence.{condition.evidence}")
                text = self.words.tn("condition.evidence", condition.months, kind=kind)
                proposal = condition.proposal
            case PlaceTest():
                text, proposal = self._place(condition), False
            case PointTest():
                point = next(p for s in self.criterion.steps for p in s.points if p.id == condition.point)
                text, proposal = point.asks, point.proposal
            case AllOf() | AnyOf():
                raise TypeError(condition)
            case _:
                assert_never(condition)
        return Line(text=text, depth=depth, proposal=proposal)

    def _compared(self, test: MeasureTest | RatioTest) -> str:
        name = self._named(test)
        if isinstance(test.is_, (bool, str)):
            asked = self.words.t(f"condition.{str(test.is_).lower()}") if isinstance(test.is_, bool) else test.is_
            return self.words.t("condition.is", measure=name, number=asked)
        number = self._number(test, threshold_for(test, small=False))
        text = self.words.t(f"condition.{comparison_of(test)}", measure=name, number=number)
        if test.small is not None:
            small = self._number(test, test.small)
            text = self.words.t("condition.small", text=text, number=small)
        if isinstance(test, MeasureTest) and test.no_case is NoCase.HOLDS:
            text = self.words.t("condition.no-case", text=text)
        return text

    def _named(self, test: MeasureTest | RatioTest) -> str:
        measures = self._measures
        if isinstance(test, RatioTest):
            upper, lower = (measures[name].title for name in test.ratio)
            return self.words.t("condition.ratio", upper=upper, lower=lower)
        measure = measures[test.measure]
        if test.of is Part.VALUE:
            return measure.title
        counted = measure.numerator if test.of is Part.N else measure.denominator
        return self.words.t("condition.counted", counted=counted or measure.title)

    def _number(self, test: MeasureTest | RatioTest, number: Exact) -> str:
        if isinstance(test, RatioTest):
            return self.words.percent(Fraction(number))
        measure = self._measures[test.measure]
        if test.of is Part.VALUE and measure.type is MeasureType.SHARE:
            return exact_percent(Fraction(number), self.words)
        written = number_in_full(number, self.words)
        if measure.type is MeasureType.RATE and test.of is Part.VALUE:
            return self.words.t("condition.per", number=written, per=self.words.number(measure.per or 1))
        if measure.type is MeasureType.DAYS:
            return self.words.t("condition.days", number=written)
        return written

    def _given(self, test: GivenTest) -> str:
        return self.words.t("condition.given", measure=self._measures[test.given].title)

    def _place(self, test: PlaceTest) -> str:
        if test.is_ is not None:
            return self.words.t("condition.place", what=self.words.t(f"condition.{test.place}.{test.is_}"))
        if test.at_least is not None:
            return self.words.t("condition.inhabitants-at-least", number=self.words.number(test.at_least))
        return self.words.t("condition.inhabitants-at-most", number=self.words.number(test.at_most or 0))


def exact_percent(share: Fraction, words: Words) -> str:
    """Write a threshold as a per cent with as many decimals as it has: `0.5 %`, `75 %`."""
    return f"{number_in_full(share * 100, words)}\N{NARROW NO-BREAK SPACE}%"


def number_in_full(number: Exact, words: Words) -> str:
    """Write a number with all its decimals; a number without an end, such as 2/3, as a fraction."""
    for decimals in range(4):
        if (Fraction(number) * 10**decimals).denominator == 1:
            return words.number(number, decimals=decimals)
    return f"{Fraction(number).numerator}/{Fraction(number).denominator}"
