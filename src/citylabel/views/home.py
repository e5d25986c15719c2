"""The first page: what the label is, where to look a place up, what happened last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.views.listing import Line, line
from citylabel.views.standing import Look, ever_awarded, level_look, sign_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import ActSummary, Catalogue, Row
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

LATEST = 5
"""How many decisions stand on the page."""

_CHOICES = (
    ("look-up", "cities/"),
    ("criteria", "criteria/"),
    ("apply", "apply/"),
    ("data", "data/"),
    ("compare", "compare/"),
)
"""Key of the words, and address, of what visitors come for. Only what is published is offered, four at most."""
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A level on the ladder."""

    title: str
    asks: str
    look: Look
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something a visitor may want to do."""

    title: str
    about: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision among the latest ones."""

    line: Line
    look: Look
    """Mark of the level granted, or the sign of the decision."""
    what: str
    on: date


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return ("",)


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    label, edition = desk.library.label, desk.library.scheme.edition
    yield desk.page(
        "home.html",
        path="",
        title=label.name,
        description=label.claim,
        section="home",
        edition=edition,
        edition_href=desk.links.to(f"criteria/{label.edition}/", base=""),
        criteria=len(edition.criterion_ids),
        none_yet=not ever_awarded(catalogue),
        demonstrates=catalogue.demonstrates,
        empty=not catalogue.rows,
        ladder=tuple(_ladder(desk)),
        choices=tuple(_choices(desk))[:_MOST_CHOICES],
        acts=tuple(_act(desk, row, act) for row, act in _latest(catalogue)),
        about=desk.links.to("about/", base="") if "about/" in desk.links else "",
    )


def _ladder(desk: Desk) -> Iterator[Rung]:
    edition = desk.library.scheme.edition
    rungs = [(level.id, level.title, level.asks) for level in reversed(edition.levels)]
    if edition.committed is not None:
        rungs.append((edition.committed.id, edition.committed.title, edition.committed.asks))
    for key, title, asks in rungs:
        href = desk.links.to(f"cities/level/{key}/", base="")
        yield Rung(title=title, asks=asks, look=level_look(desk.library, key), href=href)


def _choices(desk: Desk) -> Iterator[Choice]:
    for key, target in _CHOICES:
        if target in desk.links:
            yield Choice(
                title=desk.words.t(f"home.choice.{key}"),
                about=desk.words.t(f"home.choice-about.{key}"),
                href=desk.links.to(target, base=""),
            )


def _latest(catalogue: Catalogue) -> tuple[tuple[Row, ActSummary], ...]:
    """Give the latest decisions on real places; while there is none, those on specimens."""
    real = [(row, act) for row in catalogue.real for act in row.acts]
    real.sort(key=lambda pair: (pair[1].on, pair[0].id), reverse=True)
    return tuple(real[:LATEST]) or catalogue.latest_acts(LATEST)


def _act(desk: Desk, row: Row, act: ActSummary) -> Act:
    words, library = desk.words, desk.library
    if act.level is not None:
        drawn = level_look(library, act.level, act.edition)
        key = "home.changed" if act.kind == "change" else "home.granted"
        what = words.t(key, level=library.level_title(act.level, act.edition))
    else:
        drawn, what = sign_look(library, act.kind, act.edition), words.t(f"decision.{act.kind}")
    return Act(line=line(desk, row, path=""), look=drawn, what=what, on=act.on)
