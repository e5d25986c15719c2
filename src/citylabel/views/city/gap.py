"""What would take a place to the next level: what is missing, and a short way there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.commitments import CommitmentState
from citylabel.rules.lifecycle import Status
from citylabel.views.reasons import About

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.rules.gap import Gap, Move
    from citylabel.views.city.subject import Subject

SHOWN_FOR = frozenset(
    {
        *(Status.VALID, Status.RECEIVED, Status.UNDER_EVALUATION, Status.UNDER_REVIEW),
        *(Status.REFUSED, Status.SUSPENDED, Status.APPLICATION_WITHDRAWN),
    }
)
"""A label that is over is not led on; everybody else is."""


MOST = 10
"""A longer list helps nobody; the command line gives the whole way."""


class Step(NamedTuple):
    """What to do about one criterion."""

    criterion: str
    short: str
    title: str
    now: str
    then: str
    """`For step 2:`, the step that comes first."""
    missing: tuple[str, ...]
    """What that step lacks; where nothing was judged, what it asks."""
    further: str
    """That more steps of this criterion follow; or empty."""
    effect: str
    points: str
    promised: str
    """That a commitment was made for it, and by when; or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """What is missing for the level above."""

    title: str
    lead: str
    open: tuple[str, ...]
    """Requirements that do not hold."""
    steps: tuple[Step, ...]
    """The first ten."""
    rest: str
    """How many more criteria the way leads over; or empty."""


def next_level(subject: Subject) -> NextLevel | None:
    """Say what is missing; None at the top, and where a label is over."""
    gap = subject.case.gap
    if gap is None or subject.row.status not in SHOWN_FOR:
        return None
    level = subject.level(gap.level)
    rest = len({move.criterion for move in gap.moves}) - MOST
    return NextLevel(
        title=subject.t("city.gap.keep" if _is_held(subject, gap) else "city.gap.title", level=level),
        lead=_lead(subject, gap, level),
        open=subject.sheet.reasons.all_of(requirement.reason for requirement in gap.open),
        steps=tuple(islice(_steps(subject, gap.moves), MOST)),
        rest=subject.words.tn("city.gap.rest", rest) if rest > 0 else "",
    )


def _is_held(subject: Subject, gap: Gap) -> bool:
    """Tell whether the level is granted already, so that the gap leads back to it."""
    ladder = [level.id for level in subject.sheet.scheme.edition.levels]
    granted = subject.row.level
    return granted in ladder and ladder.index(granted) >= ladder.index(gap.level)


def _lead(subject: Subject, gap: Gap, level: str) -> str:
    count = len({move.criterion for move in gap.moves})
    if not gap.open:
        return subject.t("city.gap.nothing", level=level)
    return subject.words.tn("city.gap.lead", count, level=level) if count else subject.t("city.gap.no-way", level=level)


def _steps(subject: Subject, moves: Iterable[Move]) -> Iterator[Step]:
    """Put the moves of one criterion together, in the order in which each is needed first."""
    order = {move.criterion: number for number, move in reversed(list(enumerate(moves)))}
    listed = sorted(moves, key=lambda move: (order[move.criterion], move.to_step))
    for criterion, group in groupby(listed, key=lambda move: move.criterion):
        taken = list(group)
        yield _step(subject, criterion, taken[0], taken[-1])


def _step(subject: Subject, criterion: str, first: Move, last: Move) -> Step:
    sheet, result = subject.sheet.criteria[criterion], subject.case.results[criterion]
    about = About(criterion, subject.case.values(criterion), subject.row.inhabitants)
    gained = subject.sheet.scheme.edition.points[last.to_step] - subject.sheet.scheme.edition.points[first.from_step]
    percent = subject.words.percent
    return Step(
        criterion=criterion,
        short=sheet.short,
        title=sheet.title,
        now=subject.t(f"city.state.{result.state}") if not result.step else subject.sheet.steps[result.step],
        then=subject.t("city.asks", n=first.to_step),
        missing=subject.sheet.reasons.all_of(first.missing, about) or (sheet.record.steps[first.from_step].asks,),
        further=subject.t("city.gap.further", n=last.to_step) if last is not first else "",
        effect=subject.t(
            "city.gap.effect",
            theme=first.theme.upper(),
            before=percent(first.theme_before),
            after=percent(last.theme_after),
        ),
        points=subject.words.tn("city.gap.points", int(gained)),
        promised=_promised(subject, criterion),
    )


def _promised(subject: Subject, criterion: str) -> str:
    for pledge in subject.case.pledges:
        if pledge.commitment.criterion == criterion and pledge.state in {CommitmentState.OPEN, CommitmentState.LATE}:
            return subject.t("city.gap.promised", day=subject.date(pledge.commitment.by))
    return ""
