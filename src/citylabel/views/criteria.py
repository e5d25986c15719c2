"""The criteria: the edition on one page, and one page a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.rules.conformity import State
from citylabel.views.conditions import InWords
from citylabel.views.references import cited
from citylabel.views.terms import ADDRESS as GLOSSARY
from citylabel.views.terms import TermLinker
from citylabel.views.values import ValueWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from citylabel.catalogue import Catalogue, Library, Row
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Theme
    from citylabel.model.practice import Practice
    from citylabel.rules.scheme import Scheme
    from citylabel.views.conditions import Line
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page
    from citylabel.views.references import Citation

INDEX = "criteria/"
SHOWN = 8
"""How many places a criterion's page shows by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step, as a page prints it."""

    number: int
    asks: str
    lines: tuple[Line, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many places reach a step."""

    step: int
    word: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A place on the page of a criterion."""

    row: Row
    step: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """A criterion, as its page prints it."""

    criterion: Criterion
    theme: Theme
    prerequisite: bool
    levels: tuple[str, ...]
    """Titles of the levels that ask for it by name."""
    steps: tuple[StepView, ...]
    citations: tuple[Citation, ...]
    practices: Mapping[str, Practice]
    bars: tuple[Bar, ...]
    places: tuple[Standing, ...]
    real: int
    """How many real places have an answer."""
    specimens: int
    """How many specimens have one."""
    due: int
    """How many commitments for it are still to be kept, by real places where there are any."""


def address(edition: str, criterion: str = "") -> str:
    """Give the address of an edition or of one of its criteria."""
    return f"{INDEX}{edition}/{criterion}/" if criterion else f"{INDEX}{edition}/"


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the index, each edition and each criterion."""
    yield INDEX
    for scheme in catalogue.library.schemes.values():
        yield address(scheme.id)
        for criterion in own_pages(scheme):
            yield address(scheme.id, criterion)


def _present_first(library: Library) -> list[Scheme]:
    """Put the edition that applications are made under before all others."""
    return sorted(library.schemes.values(), key=lambda scheme: (scheme.id != library.label.edition, scheme.id))


def own_pages(scheme: Scheme) -> tuple[str, ...]:
    """Give the criteria that have a page under this edition; those that a draft keeps stay where they are."""
    return tuple(criterion for criterion in scheme.edition.criterion_ids if scheme.home_of(criterion) == scheme.id)


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make them."""
    t = desk.words.t
    yield desk.page(
        "criteria.html",
        path=INDEX,
        title=t("criteria.title"),
        description=t("criteria.description", label=desk.library.label.name),
        section="criteria",
        schemes=_present_first(desk.library),
        address=address,
    )
    for scheme in desk.library.schemes.values():
        yield desk.page(
            "edition.html",
            path=address(scheme.id),
            title=t("criteria.edition-title", edition=scheme.edition.title),
            description=t("criteria.edition-description", edition=scheme.edition.title),
            section="criteria",
            scheme=scheme,
            edition=scheme.edition,
            address=address,
            measures=sum(len(criterion.measures) for criterion in scheme.criteria.values()),
            terms=_terms(desk, address(scheme.id)),
        )
        for criterion in own_pages(scheme):
            yield _criterion_page(desk, catalogue, scheme, scheme.criteria[criterion])


def _criterion_page(desk: Desk, catalogue: Catalogue, scheme: Scheme, criterion: Criterion) -> Page:
    ids = scheme.edition.criterion_ids
    position = ids.index(criterion.id)
    before = scheme.criteria[ids[position - 1]] if position else None
    after = scheme.criteria[ids[position + 1]] if position + 1 < len(ids) else None
    return desk.page(
        "criterion.html",
        path=address(scheme.id, criterion.id),
        title=_page_title(desk, scheme, criterion),
        description=criterion.question,
        section="criteria",
        indexable=not scheme.edition.is_draft,
        scheme=scheme,
        view=_view(desk, catalogue, scheme, criterion),
        before=before,
        after=after,
        address=address,
        terms=_terms(desk, address(scheme.id, criterion.id)),
    )


def _page_title(desk: Desk, scheme: Scheme, criterion: Criterion) -> str:
    """Name the page; other editions than the label's own name themselves, so that no two tabs look the same."""
    name = f"{criterion.id.upper()} {criterion.title}"
    return name if scheme.id == desk.library.label.edition else f"{name}, {scheme.edition.title}"


def _terms(desk: Desk, path: str) -> TermLinker:
    """Begin the links to the glossary on the page at `path`; a label without a glossary has none."""
    glossary = desk.library.glossary
    return TermLinker(glossary, desk.links.to(GLOSSARY, base=path) if glossary else "")


def _view(desk: Desk, catalogue: Catalogue, scheme: Scheme, criterion: Criterion) -> CriterionView:
    answered = [row for row in catalogue.rows if row.edition == scheme.id and row.criterion(criterion.id) is not None]
    real = [row for row in answered if not row.specimen]
    return CriterionView(
        criterion=criterion,
        theme=scheme.edition.theme_of(criterion.id),
        prerequisite=criterion.id in scheme.edition.prerequisites,
        levels=tuple(
            level.title
            for level in scheme.edition.levels
            if any(asked.criterion == criterion.id for asked in level.criteria)
        ),
        steps=tuple(_steps(desk, criterion)),
        citations=tuple(cited(desk.library, criterion)),
        practices=desk.library.practices_for(criterion.id),
        bars=tuple(_bars(desk, criterion, real or answered)),
        places=tuple(_places(desk, criterion, real or answered)),
        real=len(real),
        specimens=len(answered) - len(real),
        due=sum(_due(row, criterion) for row in real or answered),
    )


def _steps(desk: Desk, criterion: Criterion) -> Iterator[StepView]:
    in_words = InWords(criterion, desk.words)
    for number, step in enumerate(criterion.steps, start=1):
        yield StepView(
            number=number,
            asks=step.asks,
            lines=tuple(in_words.lines(step.when)),
            basis=desk.words.t(f"criteria.basis.{step.basis}"),
        )


def _bars(desk: Desk, criterion: Criterion, rows: list[Row]) -> Iterator[Bar]:
    found = [row.criterion(criterion.id) for row in rows]
    for step in range(len(criterion.steps), -1, -1):
        met = sum(1 for each in found if each is not None and each.step == step and _judged(each.state))
        word = desk.words.t("criteria.step", step=step) if step else desk.words.t("criteria.no-step")
        yield Bar(step=step, word=word, count=met, percent=100 * met // len(rows) if rows else 0)


def _judged(state: State) -> bool:
    """Whether an answer was judged at all: not applicable is neither met nor missed."""
    return state is not State.NOT_APPLICABLE


def _places(desk: Desk, criterion: Criterion, rows: list[Row]) -> Iterator[Standing]:
    measures = {measure.id: measure for measure in criterion.measures}
    listed = sorted(rows, key=lambda row: (-_step(row, criterion), row.id))
    for row in listed[:SHOWN]:
        found = row.criterion(criterion.id)
        if found is None or not found.step:
            continue
        value = ""
        if found.value is not None and found.value[0] in measures:
            value = ValueWriter(desk.words).value(measures[found.value[0]], found.value[1], row.inhabitants)
        yield Standing(row=row, step=found.step, value=value)


def _step(row: Row, criterion: Criterion) -> int:
    found = row.criterion(criterion.id)
    return found.step if found is not None else 0


def _due(row: Row, criterion: Criterion) -> int:
    return sum(each.criterion == criterion.id and each.is_due for each in row.promises) if row.followed else 0
