"""Working papers, made from the same records as the pages: checklist, review form, questionnaire, whole handbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.measure import Measure, MeasureType, Source
from citylabel.views.conditions import InWords
from citylabel.views.references import cited
from citylabel.views.sheet import EVIDENCE_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.criterion import Criterion, ExpectedEvidence, Point
    from citylabel.model.edition import Theme
    from citylabel.model.practice import Practice
    from citylabel.rules.scheme import Scheme
    from citylabel.views.conditions import Line
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page
    from citylabel.views.references import Citation
    from citylabel.words import Words

HOME = "handbook/"
PAPERS = ("checklist", "review-form", "questionnaire", "all")
"""Each is at `handbook/<name>/`, from the template `paper-<name>.html`."""
COUNTED = frozenset({MeasureType.SHARE, MeasureType.RATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStep:
    """One step with all that it asks."""

    number: int
    asks: str
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    """What assessors tick for it."""
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure as a form prints it: the question, and which blanks there are."""

    measure: Measure
    blanks: tuple[str, ...]
    """What belongs into each blank: `n: services fully online`."""
    by_assessors: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Evidence that fits, and how old it may be."""

    kind: str
    what: str
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCriterion:
    """A criterion as papers print it."""

    criterion: Criterion
    number: str
    prerequisite: bool
    steps: tuple[PaperStep, ...]
    figures: tuple[Figure, ...]
    proofs: tuple[Proof, ...]
    citations: tuple[Citation, ...]
    practices: tuple[Practice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTheme:
    """A theme with its criteria."""

    theme: Theme
    criteria: tuple[PaperCriterion, ...]


def address(paper: str) -> str:
    """Give the address of a paper."""
    return f"{HOME}{paper}/"


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List all papers."""
    return tuple(address(paper) for paper in PAPERS)


def pages(desk: Desk, _catalogue: Catalogue) -> Iterator[Page]:
    """Make all papers."""
    themes = themes_of(desk)
    for paper in PAPERS:
        yield desk.page(
            f"paper-{paper}.html",
            path=address(paper),
            title=desk.words.t(f"papers.{paper}.title"),
            description=desk.words.t(f"papers.{paper}.description"),
            section="handbook",
            scheme=desk.library.scheme,
            edition=desk.library.scheme.edition,
            themes=themes,
            evidence_rows=range(1, EVIDENCE_ROWS + 1),
            printed=f"{desk.library.label.addresses.site.rstrip('/')}/{address(paper)}",
        )


def themes_of(desk: Desk) -> tuple[PaperTheme, ...]:
    """Give the edition that applications are made under, in the order of its themes."""
    scheme = desk.library.scheme
    return tuple(
        PaperTheme(theme=theme, criteria=tuple(_criterion(desk, scheme, scheme.criteria[c]) for c in theme.criteria))
        for theme in scheme.edition.themes
    )


def _criterion(desk: Desk, scheme: Scheme, criterion: Criterion) -> PaperCriterion:
    prerequisite = criterion.id in scheme.edition.prerequisites
    rule = scheme.edition.evidence
    months = rule.prerequisite_months if prerequisite else rule.months
    return PaperCriterion(
        criterion=criterion,
        number=criterion.id.upper(),
        prerequisite=prerequisite,
        steps=tuple(_steps(desk.words, criterion)),
        figures=tuple(_figure(desk.words, measure) for measure in criterion.measures),
        proofs=tuple(_proof(desk.words, expected, months) for expected in criterion.evidence),
        citations=tuple(cited(desk.library, criterion)),
        practices=tuple(desk.library.practices_for(criterion.id).values()),
    )


def _steps(words: Words, criterion: Criterion) -> Iterator[PaperStep]:
    in_words = InWords(criterion, words)
    for number, step in enumerate(criterion.steps, start=1):
        yield PaperStep(
            number=number,
            asks=step.asks,
            lines=tuple(in_words.lines(step.when)),
            points=step.points,
            basis=words.t(f"criteria.basis.{step.basis}"),
        )


def _figure(words: Words, measure: Measure) -> Figure:
    return Figure(
        measure=measure,
        blanks=tuple(_blanks(words, measure)),
        by_assessors=measure.by is Source.ASSESSORS,
    )


def _blanks(words: Words, measure: Measure) -> Iterator[str]:
    if measure.type in COUNTED:
        yield words.t("papers.n", counted=measure.numerator or measure.title)
    if measure.type is MeasureType.SHARE:
        yield words.t("papers.d", counted=measure.denominator or measure.title)
    if measure.type in {MeasureType.COUNT, MeasureType.DAYS}:
        yield measure.unit or words.t("papers.number")
    if measure.type is MeasureType.DATE:
        yield words.t("papers.date")


def _proof(words: Words, expected: ExpectedEvidence, months: int) -> Proof:
    if expected.nature == "dated":
        age = words.tn("criteria.dated", expected.months or months)
    elif expected.months:
        age = words.tn("criteria.standing-months", expected.months)
    else:
        age = words.t("criteria.standing")
    kind = words.t(f"evidence.{expected.kind}")
    return Proof(kind=kind[:1].upper() + kind[1:], what=expected.what, age=age)
