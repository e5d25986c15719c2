"""The page of commitments: what places have promised, by when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.commitments import CommitmentState, Outcome, figures
from citylabel.views.criteria import address as criterion_address
from citylabel.views.listing import Line, line
from citylabel.views.numbered import Slice, slices
from citylabel.views.numbered import addresses as numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Promise, Row
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

INDEX = "commitments/"


class Group(StrEnum):
    """Parts of the list, in their order."""

    DUE = "due"
    SETTLED = "settled"
    LAPSED = "lapsed"


class Made(NamedTuple):
    """A commitment with the place that made it."""

    row: Row
    promise: Promise

    @property
    def group(self) -> Group:
        """The part of the list it stands in."""
        if not self.promise.is_due:
            return Group.SETTLED
        return Group.DUE if self.row.followed else Group.LAPSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One commitment as the list prints it."""

    state: CommitmentState
    word: str
    what: str
    line: Line
    """The place."""
    aim: str
    """`D1, step 2`."""
    criterion: str
    """Link to the criterion."""
    when: str
    responsible: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the figures; real and invented places are never added up."""

    key: str
    real: int
    invented: int


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the page and its further pages."""
    return numbered(INDEX, sum(len(row.promises) for row in catalogue.rows))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make all of them."""
    listed = listing(catalogue)
    shown = tuple(_figures(listed))
    for part in slices(INDEX, listed):
        yield _page(desk, catalogue, part, shown)


def entry(desk: Desk, catalogue: Catalogue) -> Page:
    """Make the first page."""
    return next(pages(desk, catalogue))


def chapters(desk: Desk, catalogue: Catalogue) -> Iterator[Iterator[Page]]:
    """Give the pages from the second on; each can be made apart."""
    listed = listing(catalogue)
    shown = tuple(_figures(listed))
    for part in islice(slices(INDEX, listed), 1, None):
        yield _chapter(desk, catalogue, part, shown)


def _chapter(desk: Desk, catalogue: Catalogue, part: Slice[Made], shown: tuple[Figure, ...]) -> Iterator[Page]:
    yield _page(desk, catalogue, part, shown)


def listing(catalogue: Catalogue) -> tuple[Made, ...]:
    """List all commitments: due ones by date, then settled ones from the newest, then what an ended label left open."""
    found = [Made(row, promise) for row in catalogue.rows for promise in row.promises]
    return tuple(sorted(found, key=_order))


def _order(made: Made) -> tuple[int, int, str, str]:
    position, settled = list(Group).index(made.group), made.promise.settled_on
    day = -settled.toordinal() if settled is not None else made.promise.by.toordinal()
    return position, day, made.row.id, made.promise.id


def _figures(listed: Iterable[Made]) -> Iterator[Figure]:
    """Count each outcome; what was open when a label ended is counted apart."""
    counted = [each for each in listed if each.group is not Group.LAPSED]
    real = figures(each.promise.outcome for each in counted if not each.row.specimen)
    invented = figures(each.promise.outcome for each in counted if each.row.specimen)
    for outcome in Outcome:
        yield Figure(key=outcome.value, real=real[outcome], invented=invented[outcome])
    lapsed = [each.row.specimen for each in listed if each.group is Group.LAPSED]
    if lapsed:
        yield Figure(key=Group.LAPSED.value, real=lapsed.count(False), invented=lapsed.count(True))


def _page(desk: Desk, catalogue: Catalogue, part: Slice[Made], shown: tuple[Figure, ...]) -> Page:
    words = desk.words
    title = words.t("pledges.title")
    groups = groupby(part.entries, key=lambda made: made.group)
    return desk.page(
        "commitments.html",
        path=part.path,
        title=title if part.number == 1 else words.t("pledges.numbered", n=part.number, total=part.total),
        description=words.t("pledges.description"),
        section="cities",
        indexable=part.number == 1 or any(not made.row.specimen for made in part.entries),
        heading=title,
        part=part,
        turn=part.turn(desk.links),
        groups=tuple((group.value, tuple(_entry(desk, made, part.path) for made in found)) for group, found in groups),
        figures=shown,
        demonstrates=catalogue.demonstrates,
        any_real=any(figure.real for figure in shown),
        calendar=desk.links.to("feeds/all.ics", base=part.path) if "feeds/all.ics" in desk.links else "",
    )


def _entry(desk: Desk, made: Made, path: str) -> Entry:
    row, promise, words = made.row, made.promise, desk.words
    home = desk.library.schemes[row.edition].home_of(promise.criterion)
    return Entry(
        state=promise.state,
        word=words.t(f"city.commitment.{promise.state}"),
        what=promise.what,
        line=line(desk, row, path=path, anchor="#commitments"),
        aim=words.t("city.commitment.aim", criterion=promise.criterion.upper(), step=promise.step),
        criterion=desk.links.to(criterion_address(home, promise.criterion), base=path),
        when=_when(desk, row, promise),
        responsible=promise.responsible,
    )


def _when(desk: Desk, row: Row, promise: Promise) -> str:
    words = desk.words
    by = words.date(promise.by, "medium")
    if promise.state is CommitmentState.LATE:
        return words.tn("city.commitment.when-late", (row.on - promise.by).days, by=by)
    noted = words.date(promise.settled_on, "medium") if promise.settled_on else ""
    return words.t(f"city.commitment.when-{promise.state}", by=by, noted=noted)
