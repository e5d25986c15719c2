"""What a place lacks for a level, and a short way there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from citylabel.rules.award import award, checks, tally_after
from citylabel.rules.conformity import Result, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.edition import Edition
    from citylabel.rules.award import Requirement, Tally
    from citylabel.rules.reason import Fact, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One step up in one criterion."""

    criterion: str
    from_step: int
    to_step: int
    missing: tuple[Reason, ...]
    """What that step needs."""
    theme: str
    theme_before: Fraction
    theme_after: Fraction
    total_before: Fraction
    total_after: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing for a level."""

    level: str
    open: tuple[Requirement, ...]
    """Requirements that do not hold, those of lower levels first."""
    moves: tuple[Move, ...]
    """A short way: single steps, most needed first. Empty when moves alone do not lead there."""


def gap(edition: Edition, results: Mapping[str, Result], level: str, *, assessors_from_abroad: int) -> Gap:
    """Find what is missing for a level and a short way there.

    The way is greedy: prerequisites and named criteria first, then themes below their floor, then the step that
    lifts the total most; among equals the criterion that stands first in the edition. Another way may be as short.
    """
    now = award(edition, results, assessors_from_abroad=assessors_from_abroad)
    asked = _ids_up_to(edition, level)
    open_ = tuple(r for r in now.requirements if r.level in asked and not r.holds)
    return Gap(level=level, open=open_, moves=tuple(_way(edition, dict(results), level, now.tally)))


def next_level(edition: Edition, reached: str | None) -> str | None:
    """Give the level above the one reached; None at the top."""
    ids = [level.id for level in edition.levels]
    if reached is None:
        return ids[0]
    position = ids.index(reached) + 1
    return ids[position] if position < len(ids) else None


def _ids_up_to(edition: Edition, level: str) -> tuple[str, ...]:
    ids = [each.id for each in edition.levels]
    return tuple(ids[: ids.index(level) + 1])


def _way(edition: Edition, results: dict[str, Result], level: str, now: Tally) -> Iterator[Move]:
    asked = [each for each in edition.levels if each.id in _ids_up_to(edition, level)]
    highest = len(edition.points) - 1
    pulls = _pulls(edition, results)
    for _ in range(highest * len(results)):
        # Assessors from abroad are not a matter of steps: they are listed as open, and left out of the way.
        wanted = [
            (code, facts)
            for each in asked
            for holds, code, facts in checks(edition, each, results, now, EVERYONE)
            if not holds
        ]
        criterion = _most_needed(edition, results, wanted, pulls) if wanted else None
        if criterion is None:
            return
        before, result, theme = now, results[criterion], edition.theme_of(criterion)
        results[criterion] = replace(result, step=result.step + 1, state=State.MET, missing=())
        now = tally_after(edition, before, theme, results)
        yield _move(theme.id, result, before, now)


EVERYONE = 99
"""More assessors from abroad than any level asks for."""


def _most_needed(
    edition: Edition,
    results: Mapping[str, Result],
    wanted: list[tuple[str, dict[str, Fact]]],
    pulls: Mapping[str, Fraction],
) -> str | None:
    for code, facts in wanted:
        if code in {"prerequisite", "criterion_step"}:
            return str(facts["criterion"])
    candidates = [c for c in pulls if results[c].step < len(edition.points) - 1]
    floors = {facts["theme"] for code, facts in wanted if code.startswith("theme")}
    if floors:
        candidates = [c for c in candidates if edition.theme_of(c).id in floors]
    return min(candidates, key=lambda c: _order(edition, results[c].step, pulls[c]), default=None)


def _pulls(edition: Edition, results: Mapping[str, Result]) -> dict[str, Fraction]:
    """How much one point lifts the total, for each criterion that applies, in the edition's order."""
    pulls: dict[str, Fraction] = {}
    for theme in edition.themes:
        applicable = [c for c in theme.criteria if results[c].state is not State.NOT_APPLICABLE]
        whole = sum(edition.weights.get(c, 1) for c in applicable) * edition.points[-1]
        pulls |= {c: Fraction(edition.weights.get(c, 1) * theme.weight) / whole for c in applicable}
    return pulls


def _order(edition: Edition, step: int, pull: Fraction) -> tuple[Fraction, int]:
    """Smaller is better: the largest lift of the total, then the lowest step."""
    gain = edition.points[step + 1] - edition.points[step]
    return (-gain * pull, step)


def _move(theme: str, result: Result, before: Tally, after: Tally) -> Move:
    zero = Fraction(0)
    return Move(
        criterion=result.criterion,
        from_step=result.step,
        to_step=result.step + 1,
        missing=result.missing,
        theme=theme,
        theme_before=before.share(theme) or zero,
        theme_after=after.share(theme) or zero,
        total_before=before.total,
        total_after=after.total,
    )
