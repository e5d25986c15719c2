"""Measured values in words: one way to write each type of measure, used by every page and by the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from citylabel.model.measure import MeasureType, Share

if TYPE_CHECKING:
    from citylabel.model.base import Exact
    from citylabel.model.measure import Measure, Value
    from citylabel.words import Words

FEW = 20
"""Below so many cases a percentage says more than is known: `8 of 10` stands alone."""

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
HUNDRED, THOUSAND = 100, 1000


@dataclass(frozen=True)
class ValueWriter:
    """Writes values in one language. Keep one for many values: it remembers its phrases."""

    words: Words

    @cached_property
    def _of(self) -> str:
        return self.words.t("value.of", n="%s", d="%s")

    @cached_property
    def _share(self) -> str:
        return self.words.t("value.share", n="%s", d="%s", percent="%s")

    def value(self, measure: Measure, value: Value, inhabitants: int) -> str:
        """Write a value as tables show it.

        Args:
            measure: what was measured.
            value: as it stands in the record.
            inhabitants: of the place; the denominator of rates.
        """
        match value:
            case Share():
                return self._ratio(measure, value, inhabitants)
            case bool():
                return self.yes_no(value)
            case date():
                return self.words.date(value)
            case str():
                return self.choice(measure, value)
            case _:
                return self.counted(measure, value)

    def for_residents(self, measure: Measure, value: Value, inhabitants: int) -> str:
        """Write a value to stand inside a sentence for residents: shorter, the sentence says of what."""
        match value:
            case Share(d=None):
                return self.number(self._rate(measure, value.n, inhabitants))
            case Share() if value.d and value.d < FEW:
                return self.words.t("value.out-of", n=self.number(value.n), d=self.number(value.d))
            case Share():
                return self.percent(value.n, value.d or 0)
            case bool() | date() | str():
                return self.value(measure, value, inhabitants)
            case _:
                return self.counted(measure, value) if measure.type is MeasureType.DAYS else self.number(value)

    def _ratio(self, measure: Measure, share: Share, inhabitants: int) -> str:
        if share.d is None:
            return self.rate(measure, share.n, inhabitants)
        return self.share(share.n, share.d)

    def share(self, n: Exact, d: Exact) -> str:
        """Write `112 of 143 (78 %)`; with fewer than 20 cases `8 of 10`; without any `no case`."""
        if not d:
            return self.words.t("value.no-case")
        if d < FEW:
            return self._of % (self.number(n), self.number(d))
        return self._share % (self.number(n), self.number(d), self.percent(n, d))

    def percent(self, n: Exact, d: Exact = 1) -> str:
        """Write n over d as a percentage, cut and never rounded up; finer where whole percent would say nothing."""
        if not d:
            return self.words.t("value.no-case")
        finer = (0 < n * 10 < d) or (d * 99 < n * HUNDRED < d * HUNDRED)
        if finer:
            share = Fraction(n) / d
            decimals = 1 if share * THOUSAND >= 1 else 2
            return f"{self._trimmed(share * HUNDRED, decimals)}{NARROW}%"
        return f"{self.number(int(n * HUNDRED // d))}{NARROW}%"

    def rate(self, measure: Measure, n: Exact, inhabitants: int) -> str:
        """Write `12 full-time posts (0.4 for every 10,000 inhabitants)`."""
        return self.words.t(
            "value.rate",
            n=self.counted(measure, n),
            rate=self.number(self._rate(measure, n, inhabitants)),
            per=self.number(measure.per or 1),
        )

    @staticmethod
    def _rate(measure: Measure, n: Exact, inhabitants: int) -> Exact:
        return Fraction(n) * (measure.per or 1) / inhabitants if inhabitants else 0

    def counted(self, measure: Measure, value: Exact) -> str:
        """Write `8 of 10`, `20 hours a week`, `12 working days`; a single one without its unit, which is a plural."""
        number = self.number(value)
        if measure.largest is not None and measure.largest < FEW:  # a larger one is a bound (168 hours), no whole
            return self._of % (number, self.number(measure.largest))
        if measure.unit is None or (value == 1 and measure.type is not MeasureType.DAYS):
            return number
        if value == 1:
            return self.words.t("value.one-day")
        return f"{number}{NO_BREAK}{measure.unit}"

    def yes_no(self, value: bool) -> str:  # noqa: FBT001 - the value itself, no switch
        """Write `yes` or `no`."""
        return self.words.t("value.yes" if value else "value.no")

    @staticmethod
    def choice(measure: Measure, value: str) -> str:
        """Write the chosen answer as the criterion words it."""
        return next((choice.title for choice in measure.choices if choice.id == value), value)

    def number(self, value: Exact) -> str:
        """Write an exact number with at most two decimals, cut."""
        if isinstance(value, int):
            return str(value) if 0 <= value < THOUSAND else self.words.number(value)
        return self._trimmed(value, 2)

    def _trimmed(self, value: Exact, most: int) -> str:
        exact = Fraction(value)
        decimals = next((n for n in range(most) if (exact * 10**n).denominator == 1), most)
        return self.words.number(exact, decimals=decimals)

    def threshold(self, share: Exact) -> str:
        """Write an asked share exactly: `75 %`, `99.5 %`, `two thirds`."""
        if share not in self._thresholds:
            self._thresholds[share] = self._threshold(Fraction(share))
        return self._thresholds[share]

    @cached_property
    def _thresholds(self) -> dict[Exact, str]:
        return {}

    def _threshold(self, exact: Fraction) -> str:
        if (exact * THOUSAND).denominator == 1:
            return f"{self._trimmed(exact * HUNDRED, 1)}{NARROW}%"
        key = f"value.fraction.{exact.numerator}-{exact.denominator}"
        return self.words.t(key) if key in self.words.entries else f"{exact.numerator}/{exact.denominator}"
