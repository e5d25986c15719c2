"""A commitment as rows hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.commitments import CommitmentState, Outcome, outcome

if TYPE_CHECKING:
    from datetime import date

    from citylabel.rules.commitments import Pledge


class Promise(NamedTuple):
    """One commitment. A tuple, because a large register holds tens of thousands of them."""

    id: str
    """Id within the row's case."""
    criterion: str
    step: int
    what: str
    by: date
    responsible: str
    state: CommitmentState
    made_on: date
    settled_on: date | None
    """Since when it has been done or dropped."""

    @property
    def outcome(self) -> Outcome:
        """What figures count it as."""
        return outcome(self.state, self.by, self.settled_on)

    @property
    def is_due(self) -> bool:
        """Whether it is still to be kept."""
        return self.state in {CommitmentState.OPEN, CommitmentState.LATE}


def promise_of(pledge: Pledge) -> Promise:
    """Put a commitment into a row."""
    made = pledge.commitment
    return Promise(
        id=made.id,
        criterion=made.criterion,
        step=made.step,
        what=made.what,
        by=made.by,
        responsible=made.responsible,
        state=pledge.state,
        made_on=pledge.made_on,
        settled_on=pledge.settled_on,
    )
