"""Commitments on a date: open, done, late or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.model.casefile import Case
    from citylabel.model.commitment import Commitment, Progress


class CommitmentState(StrEnum):
    """What a commitment has come to by a date."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"


class Outcome(StrEnum):
    """A commitment as figures count it: what was kept is told apart by whether it was kept in time."""

    KEPT_IN_TIME = "kept_in_time"
    KEPT_LATE = "kept_late"
    OPEN = "open"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A commitment and what became of it by a date."""

    commitment: Commitment
    made_on: date
    """The day it was made: of the application, or of the update."""
    state: CommitmentState
    progress: Progress | None
    """The latest note on it."""
    noted_on: date | None
    """The day of that note."""
    settled_on: date | None
    """Since when notes have said without a break that it is done or dropped; None while it is neither."""

    @property
    def outcome(self) -> Outcome:
        """What figures count it as."""
        return outcome(self.state, self.commitment.by, self.settled_on)


def outcome(state: CommitmentState, by: date, settled_on: date | None) -> Outcome:
    """Conclude what figures count a commitment as; kept on its last day is kept in time."""
    if state is not CommitmentState.DONE:
        return Outcome(state.value)
    return Outcome.KEPT_LATE if settled_on is not None and settled_on > by else Outcome.KEPT_IN_TIME


def figures(outcomes: Iterable[Outcome]) -> dict[Outcome, int]:
    """Count commitments: every outcome has its number, also when it is 0."""
    counted = dict.fromkeys(Outcome, 0)
    for each in outcomes:
        counted[each] += 1
    return counted


def pledges(case: Case, on: date) -> tuple[Pledge, ...]:
    """List the commitments of a case as they stand on a date, earliest deadline first."""
    listed = (_pledge(commitment, made_on, case, on) for made_on, commitment in _made(case, on))
    return tuple(sorted(listed, key=lambda pledge: (pledge.commitment.by, pledge.commitment.id)))


def _made(case: Case, on: date) -> Iterator[tuple[date, Commitment]]:
    yield from ((case.application.submitted_on, commitment) for commitment in case.application.commitments)
    for day, update in case.updates:
        if day <= on:
            yield from ((day, commitment) for commitment in update.commitments)


def _pledge(commitment: Commitment, made_on: date, case: Case, on: date) -> Pledge:
    noted_on, latest, settled_on = None, None, None
    for day, update in case.updates:
        for progress in update.progress:
            if day <= on and progress.commitment == commitment.id:
                settled_on = _settled(settled_on, latest, progress, day)
                noted_on, latest = day, progress
    return Pledge(
        commitment=commitment,
        made_on=made_on,
        state=_state(commitment, latest, on),
        progress=latest,
        noted_on=noted_on,
        settled_on=settled_on,
    )


def _settled(since: date | None, before: Progress | None, progress: Progress, day: date) -> date | None:
    """Give the day since when it has been settled in the same way: a note that says it again changes nothing."""
    if progress.state == "open":
        return None
    return since if since is not None and before is not None and before.state == progress.state else day


def _state(commitment: Commitment, latest: Progress | None, on: date) -> CommitmentState:
    if latest is not None and latest.state != "open":
        return CommitmentState(latest.state)
    return CommitmentState.LATE if on > commitment.by else CommitmentState.OPEN
