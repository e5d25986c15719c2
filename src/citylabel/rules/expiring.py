"""What runs out: labels, yearly refreshes, evidence at the next refresh, commitments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.application import Values
from citylabel.rules.commitments import CommitmentState
from citylabel.rules.conformity import Setting, is_fresh
from citylabel.rules.lifecycle import FOLLOWED, HELD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, timedelta

    from citylabel.rules.conclusion import CaseConclusion, CityConclusion


class Runs(StrEnum):
    """What runs out."""

    AWARD = "award"
    REFRESH = "refresh"
    EVIDENCE = "evidence"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """One thing that runs out."""

    kind: Runs
    on: date
    """Last day in force of a label; day a refresh or a commitment is due; day on which evidence will be judged."""
    criterion: str = ""
    """The criterion it serves: evidence and commitments."""
    id: str = ""
    """Id of the evidence or commitment."""
    what: str = ""
    """Level of a label, title of evidence, text of a commitment."""


def expiring(conclusion: CityConclusion, within: timedelta) -> tuple[Expiring, ...]:
    """List what runs out for a place from its date on, and what should have come before it, earliest first.

    A refresh or commitment that is late is listed for as long as it is missing. Evidence is never judged day by day:
    it runs out when it will be too old on the day of the next refresh.
    """
    last = conclusion.standing.on + within
    found = (each for each in _all(conclusion) if each.on <= last)
    return tuple(sorted(found, key=lambda each: (each.on, each.kind, each.criterion, each.id)))


def refresh_due(conclusion: CityConclusion) -> date | None:
    """Give the day the next yearly refresh is due; None when none is due while the label lasts."""
    stands, case = conclusion.standing, conclusion.case
    if case is None or stands.status not in HELD or stands.until is None:
        return None
    due = case.freshness.next_due
    return due if due is not None and due <= stands.until else None


def _all(conclusion: CityConclusion) -> Iterator[Expiring]:
    stands, case = conclusion.standing, conclusion.case
    if case is None or stands.status not in FOLLOWED:
        return
    if stands.status in HELD and stands.until is not None:
        yield Expiring(kind=Runs.AWARD, on=stands.until, what=stands.last_level or "")
    if (due := refresh_due(conclusion)) is not None:
        yield Expiring(kind=Runs.REFRESH, on=due)
        yield from _evidence(case, due)
    yield from _commitments(case)


def _evidence(case: CaseConclusion, due: date) -> Iterator[Expiring]:
    """List evidence that counts now and will be too old at the refresh; what stands is taken to be confirmed there."""
    edition, fresh = case.scheme.edition, case.freshness
    now = Setting(edition=edition, place=case.place, on=fresh.judged_on, confirmed=fresh.confirmed)
    then = Setting(edition=edition, place=case.place, on=due)
    for key, criterion in case.scheme.criteria.items():
        answer = case.answer(key)
        for item in answer.evidence if isinstance(answer, Values) else ():
            if is_fresh(item, criterion, now) and not is_fresh(item, criterion, then):
                yield Expiring(kind=Runs.EVIDENCE, on=due, criterion=key, id=item.id, what=item.title)


def _commitments(case: CaseConclusion) -> Iterator[Expiring]:
    for pledge in case.pledges:
        made = pledge.commitment
        if pledge.state in {CommitmentState.OPEN, CommitmentState.LATE}:
            yield Expiring(kind=Runs.COMMITMENT, on=made.by, criterion=made.criterion, id=made.id, what=made.what)
