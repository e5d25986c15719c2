"""Reasons in words: one plain sentence for each, for pages and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from citylabel.model.condition import Part
from citylabel.model.measure import MeasureType
from citylabel.views.asked import AskedWriter, exact
from citylabel.views.values import ValueWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from citylabel.model.measure import Measure, Value
    from citylabel.rules.reason import Reason
    from citylabel.rules.scheme import Scheme
    from citylabel.words import Words

    Sentence = Callable[[dict[str, object], "About"], str]


@dataclass(frozen=True, slots=True)
class About:
    """What a reason speaks of, where its own facts do not say it."""

    criterion: str = ""
    """Id of the criterion whose points and grounds are meant."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Measured values, to write `62 of 120 (51 %)` where the reason knows the share alone."""
    inhabitants: int = 0


NOTHING_ELSE = About()
_PLAIN = ("not_answered", "not_assessed", "not_satisfied", "said_not_met", "stale")
BESIDE_A_VALUE = frozenset({"measure", "named", "recent"})
"""Codes of reasons whose threshold can stand beside a measured value."""


@dataclass(frozen=True)
class ReasonWriter:
    """Puts reasons of one edition into words."""

    scheme: Scheme
    words: Words
    _beside: dict[tuple[object, ...], str] = field(default_factory=dict, repr=False, compare=False)
    """Thresholds written before: an edition has few, a register asks for them a million times."""

    @cached_property
    def values(self) -> ValueWriter:
        """The writer of values it uses."""
        return ValueWriter(self.words)

    @cached_property
    def _asked(self) -> AskedWriter:
        return AskedWriter(self.words, self.values)

    @cached_property
    def _measures(self) -> dict[str, Measure]:
        return {m.id: m for criterion in self.scheme.criteria.values() for m in criterion.measures}

    @cached_property
    def _points(self) -> dict[tuple[str, str], str]:
        return {
            (criterion.id, point.id): point.asks.rstrip(".")
            for criterion in self.scheme.criteria.values()
            for step in criterion.steps
            for point in step.points
        }

    @cached_property
    def codes(self) -> Mapping[str, Sentence]:
        """The sentence maker for each code."""
        of_kinds = {code: self._plain(code) for code in _PLAIN}
        of_kinds |= {code: self._titled(code) for code in ("given", "left_to_assessors", "not_given")}
        of_kinds |= {code: self._ground(code) for code in ("applies_after_all", "not_applicable")}
        of_kinds |= {code: self._step(code) for code in ("criterion_step", "prerequisite")}
        of_kinds |= {code: self._theme(code) for code in ("theme", "theme_above_zero")}
        return of_kinds | {
            "abroad": self._abroad,
            "commitment": self._commitment,
            "complete": self._complete,
            "evidence": self._evidence,
            "measure": self._measure,
            "named": self._named,
            "no_case": self._no_case,
            "place": self._place,
            "point": self._point,
            "ratio": self._ratio,
            "recent": self._recent,
            "total": self._total,
        }

    def say(self, reason: Reason, about: About = NOTHING_ELSE) -> str:
        """Give the sentence for a reason.

        Raises:
            KeyError: no word for its code; a test goes through all of them.
        """
        return self.codes[reason.code](dict(reason.facts), about)

    def asked(self, reason: Reason) -> str:
        """Give the threshold of a reason about one measure, to stand beside its value: `at least 95 %`.

        Raises:
            KeyError: the reason is not one of `BESIDE_A_VALUE`.
        """
        asked = (reason.code, *(value for name, value in reason.facts if name not in {"value", "holds"}))
        if asked not in self._beside:
            facts = dict(reason.facts)
            self._beside[asked] = self._asked.beside(reason.code, facts, self._measures[str(facts["measure"])])
        return self._beside[asked]

    def all_of(self, reasons: Iterable[Reason], about: About = NOTHING_ELSE) -> tuple[str, ...]:
        """Give the sentences for several reasons."""
        return tuple(self.say(reason, about) for reason in reasons)

    def criterion(self, criterion: str) -> str:
        """Name a criterion: `D1 Accessibility statement reviewed`."""
        return f"{criterion.upper()} {self.scheme.criteria[criterion].title}"

    def theme(self, theme: str) -> str:
        """Name a theme: `F Shared decisions on money and space`."""
        title = next(each.title for each in self.scheme.edition.themes if each.id == theme)
        return f"{theme.upper()} {title}"

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return {key: word.forms[0] for key, word in self.words.entries.items() if key.startswith("reason.")}

    def _t(self, key: str, **values: object) -> str:
        return self._forms[key].format_map(values)  # a third of the time of `Words.t`: said 200 times a page

    def _plain(self, code: str) -> Sentence:
        return lambda _facts, _about: self._t(f"reason.{code}")

    def _titled(self, code: str) -> Sentence:
        return lambda facts, _about: self._t(f"reason.{code}", measure=self._title(facts["measure"]))

    def _ground(self, code: str) -> Sentence:
        return lambda facts, about: self._t(f"reason.{code}", ground=self._ground_of(about, facts["ground"]))

    def _step(self, code: str) -> Sentence:
        return lambda facts, _about: self._t(
            f"reason.{code}",
            criterion=self.criterion(str(facts["criterion"])),
            value=self._t("reason.step" if facts["value"] else "reason.no-step", n=facts["value"]),
            threshold=facts["threshold"],
        )

    def _theme(self, code: str) -> Sentence:
        return lambda facts, _about: self._t(
            f"reason.{code}",
            theme=self.theme(str(facts["theme"])),
            value=self.values.percent(exact(facts["value"])),
            threshold=self.values.threshold(exact(facts.get("threshold", 0))),
        )

    def _total(self, facts: dict[str, object], _about: About) -> str:
        return self._t(
            "reason.total",
            value=self.values.percent(exact(facts["value"])),
            threshold=self.values.threshold(exact(facts["threshold"])),
        )

    def _abroad(self, facts: dict[str, object], _about: About) -> str:
        return self.words.tn("reason.abroad", int(exact(facts["threshold"])), value=facts["value"])

    def _complete(self, facts: dict[str, object], _about: About) -> str:
        blank = facts["criteria"]
        if not isinstance(blank, tuple) or not blank:
            return self._t("reason.complete")
        return self._t("reason.complete.no", criteria=self.words.all_of([c.upper() for c in blank]))

    def _commitment(self, facts: dict[str, object], _about: About) -> str:
        return self._t("reason.commitment", criterion=self.criterion(str(facts["criterion"])))

    def _point(self, facts: dict[str, object], about: About) -> str:
        point = str(facts["point"])
        asks = self._points.get((about.criterion, point), point)
        return self._t("reason.point" if facts["holds"] else "reason.point.no", asks=asks)

    def _no_case(self, facts: dict[str, object], _about: About) -> str:
        key = "reason.no_case" if facts["holds"] else "reason.no_case.no"
        return self._t(key, measure=self._title(facts["measure"]))

    def _measure(self, facts: dict[str, object], about: About) -> str:
        measure, part = self._measures[str(facts["measure"])], facts["of"]
        given = about.values.get(measure.id)
        whole = part == Part.VALUE and given is not None and measure.type is not MeasureType.RATE
        value = self.values.value(measure, given, about.inhabitants) if whole and given is not None else None
        return self._t(
            "reason.measure" if facts["holds"] else "reason.measure.no",
            measure=measure.title,
            asked=self._asked.compared(facts, lambda number: self._asked.part(measure, part, number)),
            value=value or self._asked.part(measure, part, exact(facts["value"]), cut=True),
        )

    def _named(self, facts: dict[str, object], _about: About) -> str:
        measure = self._measures[str(facts["measure"])]
        return self._t(
            "reason.named" if facts["holds"] else "reason.named.no",
            measure=measure.title,
            value=self._asked.named(measure, facts["value"]),
            asked=self._asked.named(measure, facts["threshold"]),
        )

    def _recent(self, facts: dict[str, object], _about: About) -> str:
        day = facts["value"]
        return self._t(
            "reason.recent" if facts["holds"] else "reason.recent.no",
            measure=self._title(facts["measure"]),
            value=self.words.date(day) if isinstance(day, date) else str(day),
            months=facts["months"],
        )

    def _ratio(self, facts: dict[str, object], _about: About) -> str:
        return self._t(
            "reason.ratio" if facts["holds"] else "reason.ratio.no",
            upper=self._title(facts["upper"]),
            lower=self._title(facts["lower"]),
            asked=self._asked.compared(facts, self.values.threshold),
            value=self.values.percent(exact(facts["value"])),
        )

    def _place(self, facts: dict[str, object], _about: About) -> str:
        fact = str(facts["fact"])
        asked = self._known(facts["threshold"])
        return self._t(f"reason.place.{fact}", value=self._known(facts["value"]), threshold=asked)

    def _known(self, fact: object) -> str:
        if isinstance(fact, (int, Fraction)):
            return self.values.number(fact)
        return self._t(f"reason.place.{fact}")

    def _evidence(self, facts: dict[str, object], _about: About) -> str:
        key = "reason.evidence" if facts["holds"] else "reason.evidence.no"
        return self._t(key, kind=self.words.t(f"evidence.{facts['kind']}"), months=facts["months"])

    def _title(self, measure: object) -> str:
        return self._measures[str(measure)].title

    def _ground_of(self, about: About, ground: object) -> str:
        criterion = self.scheme.criteria.get(about.criterion)
        grounds = criterion.not_applicable if criterion else ()
        return next((each.reason for each in grounds if each.id == ground), str(ground)).rstrip(".")
