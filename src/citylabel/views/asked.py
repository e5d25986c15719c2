"""What a condition asks of a measure, in words: `at least 95 %`, `at most 10 working days`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from citylabel.model.condition import Part
from citylabel.model.measure import MeasureType, Share

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from citylabel.model.measure import Measure
    from citylabel.views.values import ValueWriter
    from citylabel.words import Words

    Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AskedWriter:
    """Writes thresholds in the unit of the value they stand beside."""

    words: Words
    values: ValueWriter

    def beside(self, code: str, facts: Facts, measure: Measure) -> str:
        """Write the threshold of a reason that stands beside the measured value.

        Args:
            code: `measure`, `named` or `recent`.
            facts: facts of the reason.
            measure: the measure it speaks of.
        """
        match code:
            case "measure":
                return self.compared(facts, lambda number: self.part(measure, facts["of"], number))
            case "named":
                return self.named(measure, facts["threshold"])
            case _:
                return self.words.t("reason.within", months=facts["months"])

    def compared(self, facts: Facts, write: Callable[[int | Fraction], str]) -> str:
        """Write the comparison of a reason with its threshold: `at least 95 %`."""
        return self.words.t(f"reason.{facts['comparison']}", threshold=write(exact(facts["threshold"])))

    def part(self, measure: Measure, part: object, number: int | Fraction, *, cut: bool = False) -> str:
        """Write the number a test speaks of, in the unit that this part of the measure has.

        Args:
            measure: the measure.
            part: its value, n or d.
            number: the number.
            cut: a measured share is cut to whole percent; a threshold never is.
        """
        if part == Part.VALUE and measure.type is MeasureType.SHARE:
            return self.values.percent(number) if cut else self.values.threshold(number)
        if part == Part.VALUE and measure.type is MeasureType.RATE:
            per = self.values.number(measure.per or 1)
            return self.words.t("reason.rate", n=self.values.number(number), per=per)
        if part == Part.VALUE and measure.type is MeasureType.DAYS:
            return self.values.counted(measure, number)
        return self.values.number(number)

    def named(self, measure: Measure, value: object) -> str:
        """Write a yes, a no, a day or a choice."""
        return self.values.value(measure, value, 0) if isinstance(value, (bool, str, date, Share)) else str(value)


def exact(fact: object) -> int | Fraction:
    """Give a fact that must be a number.

    Raises:
        TypeError: it is none.
    """
    if isinstance(fact, (int, Fraction)):
        return fact
    raise TypeError(f"a number is needed, not {fact!r}")
