"""Entries about earlier decisions: appeals and errata name one, and an appeal is heard by other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.decision import AppealOutcome, ComplaintOutcome, OfEarlier
from citylabel.rules.consistency.people import in_role
from citylabel.rules.consistency.subject import unknown
from citylabel.rules.lawful import APPEALABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.decision import Decision
    from citylabel.problems import Place, Problem
    from citylabel.rules.consistency.subject import Subject

FILE = "decisions.yml"


def entry_problems(subject: Subject, number: int) -> Iterator[Problem]:
    """Hold one entry against the decisions of its case that stand before it."""
    entry = subject.case.decisions[number]
    earlier = {each.id: each for each in subject.case.decisions[:number]}
    if isinstance(entry, AppealOutcome | ComplaintOutcome) and entry.received_on > entry.decided_on:
        yield _order(subject, number, "The outcome was decided", entry.decided_on, "it was received", entry.received_on)
    if isinstance(entry, OfEarlier):
        yield from _spoken_of(subject, number, entry, earlier)


def _spoken_of(subject: Subject, number: int, entry: OfEarlier, earlier: dict[str, Decision]) -> Iterator[Problem]:
    known, what = earlier, "earlier decision"
    if isinstance(entry, AppealOutcome):
        known = {key: each for key, each in earlier.items() if isinstance(each, APPEALABLE)}
        what = "earlier decision open to appeal"
    if entry.of not in known:
        yield unknown("REF07", _place(subject, number, "of"), entry.of, known, what=Words(what), id=entry.of)
    elif isinstance(entry, AppealOutcome):
        yield from _heard(subject, number, entry, known[entry.of])


def _heard(subject: Subject, number: int, entry: AppealOutcome, of: Decision) -> Iterator[Problem]:
    """An appeal comes after its decision and is heard by others (ISO/IEC 17065, 7.13)."""
    if entry.received_on < of.decided_on:
        yield _order(subject, number, "The appeal was received", entry.received_on, "the decision", of.decided_on)
    for position, party in enumerate(entry.by):
        if party in of.by:
            yield in_role(_place(subject, number, "by", position), party, "decided", "heard the appeal in")


def _order(  # noqa: PLR0913, PLR0917 - the two acts, with the day of each
    subject: Subject, number: int, later: str, day: date, earlier: str, limit: date
) -> Problem:
    return problem(
        "RULE33",
        _place(subject, number, "received_on"),
        later=Words(later),
        day=Words(day.isoformat()),
        earlier=Words(earlier),
        limit=Words(limit.isoformat()),
    )


def _place(subject: Subject, number: int, *path: str | int) -> Place:
    return subject.place(FILE, "decisions", number, *path)
