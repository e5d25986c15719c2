"""What all places judged by one edition share on their pages: prepared once, used ten thousand times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.model.evaluation import Assurance, Outcome
from citylabel.model.evidence import Nature
from citylabel.model.measure import MeasureType
from citylabel.rules.conformity import State
from citylabel.views.escaped import Escaped, escaped
from citylabel.views.reasons import ReasonWriter
from citylabel.views.values import ValueWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Theme
    from citylabel.model.evidence import EvidenceKind
    from citylabel.model.measure import Measure
    from citylabel.rules.scheme import Scheme
    from citylabel.views.desk import Desk

ANY_PLACE = "cities/xx-place/"
"""All pages of places lie equally deep, so a link from one is a link from all."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is the same in a criterion's row on every page: escaped once, not ten thousand times."""

    id: Escaped
    short: Escaped
    title: Escaped
    href: Escaped
    """The way to its own page."""
    asks: Escaped
    """What that link says: `What B1 asks`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSheet:
    """A criterion as every page of a place prints it."""

    id: str
    short: str
    """`D1`."""
    title: str
    printed: Printed
    prerequisite: bool
    measures: tuple[tuple[Measure, Escaped], ...]
    """Each with its title, escaped."""
    points: Mapping[str, str]
    """What a point asks, by its id."""
    dated: frozenset[EvidenceKind]
    """Kinds of evidence that age."""
    standing: frozenset[EvidenceKind]
    """Kinds of evidence that must be confirmed at each refresh."""
    record: Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSheet:
    """A theme as every page of a place prints it."""

    id: str
    letter: str
    title: str
    criteria: tuple[CriterionSheet, ...]
    telling: tuple[tuple[str, Measure], ...]
    """Criterion and measure of each sentence for residents, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An edition in the words of one locale."""

    scheme: Scheme
    themes: tuple[ThemeSheet, ...]
    criteria: Mapping[str, CriterionSheet]
    values: ValueWriter
    reasons: ReasonWriter
    steps: tuple[Escaped, ...]
    """`Step 1`, `Step 2`, ... by number; the first is `Not met`; escaped."""
    claimed: tuple[Escaped, ...]
    """The same where nobody has checked it: `Step 1 claimed`."""
    asks: tuple[str, ...]
    """`For step 1:`, `For step 2:`, ... by the step reached before."""
    by_assessors: str
    states: Mapping[State, Escaped]
    outcomes: Mapping[tuple[Outcome, Assurance], Escaped]
    """What assessors concluded and how they checked it, in one: `Corrected, checked by two peers.`"""
    symbols: Markup
    """The drawings that rows refer to."""
    highest: int


_KEPT: dict[tuple[int, str], tuple[Desk, Sheet]] = {}
_MOST_KEPT = 16


def sheet_of(desk: Desk, edition: str) -> Sheet:
    """Give the sheet of an edition at this desk; made when it is first asked for."""
    key = (id(desk), edition)
    kept = _KEPT.get(key)
    if kept is None or kept[0] is not desk:  # ids come back when an object is gone, so the desk itself is kept too
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[key] = (desk, _made(desk, edition))
    return kept[1]


def _made(desk: Desk, edition: str) -> Sheet:
    scheme = desk.library.schemes[edition]
    criteria = {each.id: _criterion(desk, scheme, each) for each in scheme.criteria.values()}
    highest = len(scheme.edition.points) - 1
    unmet = escaped(desk.words.t("city.state.not_met"))
    numbered = tuple(escaped(desk.words.t("city.step", n=n)) for n in range(1, highest + 1))
    return Sheet(
        scheme=scheme,
        themes=tuple(_theme(scheme, theme, criteria) for theme in scheme.edition.themes),
        criteria=criteria,
        values=ValueWriter(desk.words),
        reasons=ReasonWriter(scheme, desk.words),
        steps=(unmet, *numbered),
        claimed=(unmet, *(escaped(desk.words.t("city.step-claimed", n=n)) for n in range(1, highest + 1))),
        asks=tuple(desk.words.t("city.asks", n=n) for n in range(1, highest + 1)),
        by_assessors=desk.words.t("city.by-assessors"),
        states={state: escaped(desk.words.t(f"city.state.{state}")) for state in State},
        outcomes=_outcomes(desk),
        symbols=Markup(desk.engine.get_template("pages/city/symbols.html").render(highest=highest)),  # noqa: S704 - no data
        highest=highest,
    )


def _outcomes(desk: Desk) -> Mapping[tuple[Outcome, Assurance], Escaped]:
    how = {assurance: desk.words.t(f"city.assurance.{assurance}") for assurance in Assurance}
    return {
        (outcome, assurance): escaped(desk.words.t(f"city.outcome.{outcome}", how=how[assurance]))
        for outcome in Outcome
        for assurance in Assurance
    }


def _criterion(desk: Desk, scheme: Scheme, criterion: Criterion) -> CriterionSheet:
    short = criterion.id.upper()
    href = desk.links.to(f"criteria/{scheme.id}/{criterion.id}/", base=ANY_PLACE)
    return CriterionSheet(
        id=criterion.id,
        short=short,
        title=criterion.title,
        printed=Printed(
            id=escaped(criterion.id),
            short=escaped(short),
            title=escaped(criterion.title),
            href=escaped(href),
            asks=escaped(desk.words.t("city.what-it-asks", criterion=short)),
        ),
        prerequisite=criterion.id in scheme.edition.prerequisites,
        measures=tuple((measure, escaped(measure.title)) for measure in criterion.measures),
        points={point.id: point.asks.rstrip(".") for step in criterion.steps for point in step.points},
        dated=frozenset(each.kind for each in criterion.evidence if each.nature is Nature.DATED),
        standing=frozenset(each.kind for each in criterion.evidence if each.nature is Nature.STANDING),
        record=criterion,
    )


def _theme(scheme: Scheme, theme: Theme, criteria: Mapping[str, CriterionSheet]) -> ThemeSheet:
    listed = tuple(criteria[criterion] for criterion in theme.criteria if criterion in criteria)
    return ThemeSheet(
        id=theme.id,
        letter=theme.id.upper(),
        title=theme.title,
        criteria=listed,
        telling=tuple(_telling(scheme, listed)),
    )


_TELLING = {
    MeasureType.SHARE: 0,
    MeasureType.DAYS: 0,
    MeasureType.COUNT: 1,
    MeasureType.RATE: 1,
    MeasureType.YES_NO: 2,
    MeasureType.CHOICE: 3,
    MeasureType.DATE: 3,
}
"""A resident learns most from a part of a whole or a wait, least from a date."""


def _telling(scheme: Scheme, criteria: tuple[CriterionSheet, ...]) -> list[tuple[str, Measure]]:
    listed = [
        (_TELLING[measure.type], criterion.id not in scheme.edition.prerequisites, number, criterion.id, measure)
        for number, criterion in enumerate(criteria)
        for measure, _ in criterion.measures
        if measure.resident
    ]
    listed.sort(key=lambda entry: entry[:3])
    return [(criterion, measure) for *_, criterion, measure in listed]
