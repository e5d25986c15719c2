"""What each level asks, on one page, before anyone starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.views.standing import Look, level_look
from citylabel.views.values import ValueWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.base import Number
    from citylabel.model.edition import CommittedRule, Level
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

PATH = "levels/"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAsked:
    """A step of a criterion that a level asks by name."""

    short: str
    title: str
    href: str
    step: int
    asks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """One level, as the page prints it."""

    id: str
    title: str
    look: Look
    asks: str
    below: str
    """Title of the level whose demands it includes; empty for the lowest."""
    rules: tuple[str, ...]
    """What it asks beside criteria, one sentence each."""
    criteria: tuple[StepAsked, ...]
    """Steps it asks by name: prerequisites first."""
    precedent: str
    holders: str
    """Link to the places that hold it."""


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return (PATH,)


def pages(desk: Desk, _catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    edition = desk.library.scheme.edition
    views = [_level(desk, position) for position in range(len(edition.levels))]
    if edition.committed is not None:
        views.insert(0, _committed(desk, edition.committed))
    yield desk.page(
        "levels.html",
        path=PATH,
        title=desk.words.t("levels.title"),
        description=desk.words.t("levels.description"),
        section="criteria",
        edition=edition,
        criteria_href=desk.links.to(f"criteria/{desk.library.label.edition}/", base=PATH),
        levels=tuple(views),
        most=len(edition.points) - 1,
        possible=edition.points[-1] * len(edition.criterion_ids),
    )


def _level(desk: Desk, position: int) -> LevelView:
    edition = desk.library.scheme.edition
    level = edition.levels[position]
    below = edition.levels[position - 1] if position else None
    asked = [(found.criterion, found.step) for found in level.criteria]
    if below is None or level.prerequisites_at_step > below.prerequisites_at_step:
        asked = [(c, level.prerequisites_at_step) for c in edition.prerequisites] + asked
    return LevelView(
        id=level.id,
        title=level.title,
        look=level_look(desk.library, level.id),
        asks=level.asks,
        below=below.title if below else "",
        rules=tuple(_rules(desk, level)),
        criteria=tuple(_step(desk, criterion, step) for criterion, step in asked if step),
        precedent=level.precedent or "",
        holders=desk.links.to(f"cities/level/{level.id}/", base=PATH),
    )


def _rules(desk: Desk, level: Level) -> Iterator[str]:
    words = desk.words
    if level.total_at_least:
        yield words.t("levels.total", share=_share(desk, level.total_at_least))
    if level.theme_at_least:
        yield words.t("levels.theme", share=_share(desk, level.theme_at_least))
    if level.no_theme_at_zero:
        yield words.t("levels.no-zero")
    if level.assessors_from_abroad:
        yield words.tn("levels.abroad", level.assessors_from_abroad)


def _committed(desk: Desk, rule: CommittedRule) -> LevelView:
    words = desk.words
    rules = [words.t("levels.complete")] if rule.complete else []
    if rule.commitment_for_prerequisites:
        rules.append(words.t("levels.promise"))
    lasts = words.tn("levels.months", rule.months)
    rules.append(words.tn("levels.renewals", rule.renewals, lasts=lasts) if rule.renewals else lasts)
    return LevelView(
        id=rule.id,
        title=rule.title,
        look=level_look(desk.library, rule.id),
        asks=rule.asks,
        below="",
        rules=tuple(rules),
        criteria=tuple(_step(desk, found.criterion, found.step) for found in rule.criteria),
        precedent=rule.precedent or "",
        holders=desk.links.to(f"cities/level/{rule.id}/", base=PATH),
    )


def _share(desk: Desk, share: Number) -> str:
    return ValueWriter(desk.words).threshold(share)


def _step(desk: Desk, criterion: str, step: int) -> StepAsked:
    found = desk.library.scheme.criteria[criterion]
    return StepAsked(
        short=criterion.upper(),
        title=found.title,
        href=desk.links.to(f"criteria/{desk.library.label.edition}/{criterion}/", base=PATH),
        step=step,
        asks=found.steps[step - 1].asks,
    )
