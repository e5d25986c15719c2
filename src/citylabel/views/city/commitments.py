"""Commitments of a place: what, by when, who, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.commitments import CommitmentState

if TYPE_CHECKING:
    from citylabel.model.evidence import Evidence
    from citylabel.rules.commitments import Pledge
    from citylabel.views.city.subject import Subject


class CommitmentRow(NamedTuple):
    """One commitment."""

    id: str
    state: str
    word: str
    what: str
    criterion: str
    aim: str
    """`D1, step 2`."""
    when: str
    responsible: str
    note: str
    evidence: tuple[Evidence, ...]


def commitments(subject: Subject) -> tuple[CommitmentRow, ...]:
    """List the commitments, the earliest deadline first."""
    return tuple(_row(subject, pledge) for pledge in subject.case.pledges)


def _row(subject: Subject, pledge: Pledge) -> CommitmentRow:
    promise, progress = pledge.commitment, pledge.progress
    return CommitmentRow(
        id=promise.id,
        state=pledge.state,
        word=subject.t(f"city.commitment.{pledge.state}"),
        what=promise.what,
        criterion=promise.criterion,
        aim=subject.t("city.commitment.aim", criterion=promise.criterion.upper(), step=promise.step),
        when=_when(subject, pledge),
        responsible=promise.responsible,
        note=progress.note if progress else "",
        evidence=progress.evidence if progress else (),
    )


def _when(subject: Subject, pledge: Pledge) -> str:
    by = subject.date(pledge.commitment.by)
    noted = subject.date(pledge.noted_on) if pledge.noted_on else ""
    if pledge.state is CommitmentState.LATE:
        days = (subject.case.on - pledge.commitment.by).days
        return subject.words.tn("city.commitment.when-late", days, by=by)
    return subject.t(f"city.commitment.when-{pledge.state}", by=by, noted=noted)
