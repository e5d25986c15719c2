"""From results to shares, a total and a level, by the award rule of the edition and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from citylabel.rules.conformity import State
from citylabel.rules.reason import Fact, Reason, because

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.base import Exact
    from citylabel.model.edition import Edition, Level, Theme
    from citylabel.rules.conformity import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeShare:
    """What a theme adds up to."""

    theme: str
    points: Exact
    """Points reached, before weights."""
    possible: Exact
    """Points possible for the criteria that apply, before weights."""
    share: Fraction | None
    """Weighted points over weighted possible points; None where no criterion applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Shares of all themes and their mean."""

    themes: tuple[ThemeShare, ...]
    total: Fraction
    """Mean of the theme shares by their weights; exact, from 0 to 1."""
    points: Exact
    possible: Exact

    def share(self, theme: str) -> Fraction | None:
        """Give a theme's share.

        Raises:
            KeyError: when there is no such theme.
        """
        for found in self.themes:
            if found.theme == theme:
                return found.share
        raise KeyError(theme)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing a level asks, and whether it is there."""

    level: str
    holds: bool
    reason: Reason


Check = tuple[bool, str, dict[str, Fact]]
"""A requirement before it is put into a reason: whether it holds, code, facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """The level that results support, and every requirement that was looked at."""

    tally: Tally
    level: str | None
    """Highest level of the ladder whose requirements, and those of all levels below it, hold."""
    requirements: tuple[Requirement, ...]

    def open_for(self, level: str) -> tuple[Requirement, ...]:
        """List what a level still lacks."""
        return tuple(r for r in self.requirements if r.level == level and not r.holds)


def tally(edition: Edition, results: Mapping[str, Result]) -> Tally:
    """Add up the points of every theme (design: a theme's share is points over what applies)."""
    return _added(edition, tuple(_theme(edition, theme, results) for theme in edition.themes))


def tally_after(edition: Edition, before: Tally, theme: Theme, results: Mapping[str, Result]) -> Tally:
    """Add up again after results of one theme have changed; the other themes keep their shares."""
    moved = _theme(edition, theme, results)
    return _added(edition, tuple(moved if share.theme == theme.id else share for share in before.themes))


def _added(edition: Edition, themes: tuple[ThemeShare, ...]) -> Tally:
    weighed = [
        (theme.weight, share.share)
        for theme, share in zip(edition.themes, themes, strict=True)
        if share.share is not None
    ]
    weight = sum(w for w, _ in weighed)
    total = sum((w * share for w, share in weighed), Fraction(0)) / weight if weight else Fraction(0)
    return Tally(
        themes=themes,
        total=Fraction(total),
        points=sum(theme.points for theme in themes),
        possible=sum(theme.possible for theme in themes),
    )


def _theme(edition: Edition, theme: Theme, results: Mapping[str, Result]) -> ThemeShare:
    most = edition.points[-1]
    points: Exact = 0
    possible: Exact = 0
    weighed: Exact = 0
    weighed_possible: Exact = 0
    for criterion in theme.criteria:
        result = results[criterion]
        if result.state is State.NOT_APPLICABLE:
            continue
        weight = edition.weights.get(criterion, 1)
        scored = edition.points[min(result.step, len(edition.points) - 1)]
        points, possible = points + scored, possible + most
        weighed, weighed_possible = weighed + weight * scored, weighed_possible + weight * most
    share = Fraction(weighed) / weighed_possible if weighed_possible else None
    return ThemeShare(theme=theme.id, points=points, possible=possible, share=share)


def award(edition: Edition, results: Mapping[str, Result], *, assessors_from_abroad: int) -> Award:
    """Conclude the level that results support.

    A level is reached only when all levels below it are, so a higher one always implies the lower ones.
    """
    added = tally(edition, results)
    requirements: list[Requirement] = []
    reached: str | None = None
    climbing = True
    for level in edition.levels:
        asked = tuple(
            Requirement(level=level.id, holds=holds, reason=because(code, **facts))
            for holds, code, facts in checks(edition, level, results, added, assessors_from_abroad)
        )
        requirements.extend(asked)
        climbing = climbing and all(requirement.holds for requirement in asked)
        if climbing:
            reached = level.id
    return Award(tally=added, level=reached, requirements=tuple(requirements))


def checks(
    edition: Edition,
    level: Level,
    results: Mapping[str, Result],
    added: Tally,
    from_abroad: int,
) -> Iterator[Check]:
    """Look at everything that one level asks: whether it holds, the reason's code and its facts."""
    for criterion in edition.prerequisites:
        yield _step("prerequisite", results[criterion], level.prerequisites_at_step)
    for asked in level.criteria:
        yield _step("criterion_step", results[asked.criterion], asked.step)
    if level.total_at_least:
        facts: dict[str, Fact] = {"value": added.total, "threshold": level.total_at_least}
        yield added.total >= level.total_at_least, "total", facts
    yield from _floors(level, added)
    if level.assessors_from_abroad:
        facts = {"value": from_abroad, "threshold": level.assessors_from_abroad}
        yield from_abroad >= level.assessors_from_abroad, "abroad", facts


def _step(code: str, result: Result, step: int) -> Check:
    return result.step >= step, code, {"criterion": result.criterion, "value": result.step, "threshold": step}


def _floors(level: Level, added: Tally) -> Iterator[Check]:
    for theme in added.themes:
        if theme.share is None:
            continue
        if level.no_theme_at_zero:
            yield theme.share > 0, "theme_above_zero", {"theme": theme.theme, "value": theme.share}
        if level.theme_at_least:
            facts: dict[str, Fact] = {"theme": theme.theme, "value": theme.share, "threshold": level.theme_at_least}
            yield theme.share >= level.theme_at_least, "theme", facts
