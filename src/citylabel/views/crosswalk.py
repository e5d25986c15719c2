"""The crosswalk, both ways: criteria to the nine systems, and each system, principle and law to its criteria."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.criterion import Basis
from citylabel.model.framework import FrameworkKind
from citylabel.views.references import citing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Library
    from citylabel.model.criterion import Criterion
    from citylabel.model.framework import Framework
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

PATH = "criteria/crosswalk/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A criterion and, for each of the nine systems in their order, whether it takes it up."""

    criterion: Criterion
    ticks: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRows:
    """A theme with its criteria."""

    letter: str
    title: str
    rows: tuple[Ticked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A framework, or a part of one, with the criteria that take it up."""

    framework: str
    """Id of the framework."""
    anchor: str
    """Id of the part; empty for the whole."""
    title: str
    criteria: tuple[Criterion, ...]
    left_out: str
    """Why no criterion takes it up; empty where one does."""
    thin: str
    """What of it stays thin; empty where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A framework with its parts."""

    whole: Source
    parts: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """A criterion that leans on a law: on which articles, and which of its steps are duty and which merit."""

    criterion: Criterion
    articles: tuple[tuple[str, str], ...]
    """Id and title of each part it names; none: it leans on the law as a whole."""
    duty: str
    merit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law, who leans on it, and what of it nobody takes up."""

    whole: Source
    leaning: tuple[Leaning, ...]
    missed: tuple[Source, ...]


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return (PATH,)


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    t, library = desk.words.t, catalogue.library
    seeds = seed_ids(library)
    yield desk.page(
        "crosswalk.html",
        path=PATH,
        title=t("crosswalk.title"),
        description=t("crosswalk.description"),
        section="criteria",
        scheme=library.scheme,
        seeds=[(seed, library.frameworks[seed], len(tuple(citing(library, seed)))) for seed in seeds],
        themes=tuple(_themes(library, seeds)),
        systems=tuple(_whole(library, seed) for seed in seeds),
        declarations=tuple(_parted(library, each) for each in _of(library, FrameworkKind.DECLARATION) if _parts(each)),
        laws=tuple(_law(desk, identifier) for identifier, _ in _of(library, FrameworkKind.LAW)),
        others=tuple(_others(library, seeds)),
    )


def seed_ids(library: Library) -> tuple[str, ...]:
    """Give the ids of the nine source systems of the 2018 call, in its order."""
    numbered = [(each.seed, identifier) for identifier, each in library.frameworks.items() if each.seed]
    return tuple(identifier for _, identifier in sorted(numbered))


def _of(library: Library, kind: FrameworkKind) -> Iterator[tuple[str, Framework]]:
    """Give the frameworks of a kind: those of 2018 first, then by their titles."""
    found = [(identifier, each) for identifier, each in library.frameworks.items() if each.kind is kind]
    yield from sorted(found, key=lambda pair: (pair[1].seed or 10, pair[1].title))


def _parts(found: tuple[str, Framework]) -> bool:
    return bool(found[1].parts)


def _themes(library: Library, seeds: tuple[str, ...]) -> Iterator[ThemeRows]:
    for theme in library.themes:
        criteria = (library.scheme.criteria[criterion] for criterion in theme.criteria)
        yield ThemeRows(
            letter=theme.id.upper(),
            title=theme.title,
            rows=tuple(Ticked(criterion=each, ticks=_ticks(each, seeds)) for each in criteria),
        )


def _ticks(criterion: Criterion, seeds: tuple[str, ...]) -> tuple[bool, ...]:
    named = {source.framework for source in criterion.sources}
    return tuple(seed in named for seed in seeds)


def _whole(library: Library, identifier: str) -> Source:
    framework = library.frameworks[identifier]
    return Source(
        framework=identifier,
        anchor="",
        title=framework.short,
        criteria=tuple(citing(library, identifier)),
        left_out=framework.left_out or "",
        thin=framework.thin or "",
    )


def _parted(library: Library, found: tuple[str, Framework]) -> Parted:
    identifier, framework = found
    parts = (
        Source(
            framework=identifier,
            anchor=part.id,
            title=part.title,
            criteria=tuple(citing(library, identifier, part.id)),
            left_out=part.left_out or "",
            thin=part.thin or "",
        )
        for part in framework.parts
    )
    return Parted(whole=_whole(library, identifier), parts=tuple(parts))


def _law(desk: Desk, identifier: str) -> Law:
    library = desk.library
    parted = _parted(library, (identifier, library.frameworks[identifier]))
    return Law(
        whole=parted.whole,
        leaning=tuple(_leaning(desk, identifier, criterion) for criterion in parted.whole.criteria),
        missed=_missed(parted),
    )


def _leaning(desk: Desk, identifier: str, criterion: Criterion) -> Leaning:
    titles = {part.id: part.title for part in desk.library.frameworks[identifier].parts}
    named = [source for source in criterion.sources if source.framework == identifier]
    is_repeated = any(source.basis is Basis.DUTY for source in named)
    return Leaning(
        criterion=criterion,
        articles=tuple((source.part, titles[source.part]) for source in named if source.part),
        duty=_steps(desk, criterion, {Basis.DUTY}) if is_repeated else "",
        merit=_steps(desk, criterion, {Basis.MERIT} if is_repeated else set(Basis)),
    )


def _steps(desk: Desk, criterion: Criterion, bases: set[Basis]) -> str:
    """Name the steps of these bases: `step 1`, `steps 2 and 3`; empty where there is none."""
    numbers = [str(number) for number, step in enumerate(criterion.steps, start=1) if step.basis in bases]
    if not numbers:
        return ""
    return desk.words.tn("crosswalk.steps", len(numbers), steps=desk.words.all_of(numbers))


def _missed(parted: Parted) -> tuple[Source, ...]:
    """Give what no criterion takes up: the whole, or some of its parts."""
    return tuple(each for each in (parted.whole, *parted.parts) if each.left_out)


def _others(library: Library, seeds: tuple[str, ...]) -> Iterator[Parted]:
    """Give what is left out of everything that is neither a law nor shown with its parts above."""
    for kind in (FrameworkKind.SYSTEM, FrameworkKind.STANDARD):
        for found in _of(library, kind):
            parted = _parted(library, found)
            missed = _missed(parted)
            if missed and found[0] not in seeds:
                yield Parted(whole=parted.whole, parts=missed)
