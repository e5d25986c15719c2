"""Decisions: lawful, in order, by others than those who assessed, and never above what was found."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem, quoted
from citylabel.model.decision import Change, Grant
from citylabel.rules.calendar import last_day_in_force
from citylabel.rules.conclusion import CaseConclusion
from citylabel.rules.consistency.answers import TODAY, too_late
from citylabel.rules.consistency.entries import entry_problems
from citylabel.rules.consistency.lacking import lacking, listed
from citylabel.rules.consistency.people import in_role, party_problems
from citylabel.rules.consistency.subject import Subject, listing, repeated, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.model.decision import Decision
    from citylabel.problems import Problem

DECISIONS = "decisions.yml"


def decision_problems(subject: Subject) -> Iterator[Problem]:
    """Hold the decisions of a case against calendar, people and findings."""
    decisions = subject.case.decisions
    ids = [(d.id, subject.place(DECISIONS, "decisions", n, "id")) for n, d in enumerate(decisions)]
    yield from repeated("decision", ids)
    for number, decision in enumerate(decisions):
        yield from _dates(subject, number, decision)
        yield from _deciders(subject, number, decision)
        if number and decision.decided_on < decisions[number - 1].decided_on:
            yield problem(
                "RULE36",
                subject.place(DECISIONS, "decisions", number),
                id=decision.id,
                day=Words(decision.decided_on.isoformat()),
                before=Words(decisions[number - 1].decided_on.isoformat()),
            )
        yield from entry_problems(subject, number)
        if isinstance(decision, Grant):
            yield from _grant(subject, number, decision)
        elif isinstance(decision, Change):
            yield from _change(subject, number, decision)


def _dates(subject: Subject, number: int, decision: Decision) -> Iterator[Problem]:
    path = ("decisions", number)
    if decision.effective_on < decision.decided_on:
        yield problem(
            "RULE33",
            subject.place(DECISIONS, *path, "effective_on"),
            later=Words("The decision takes effect"),
            day=Words(decision.effective_on.isoformat()),
            earlier=Words("it was taken"),
            limit=Words(decision.decided_on.isoformat()),
        )
    if decision.decided_on > subject.on:
        place = subject.place(DECISIONS, *path, "decided_on")
        yield too_late(place, "decided_on", decision.decided_on, TODAY, subject.on)


def _deciders(subject: Subject, number: int, decision: Decision) -> Iterator[Problem]:
    evaluation, review = subject.case.evaluation, subject.case.review
    assessed = {assessor.party for assessor in evaluation.assessors} if evaluation else set()
    for position, party in enumerate(decision.by):
        place = subject.place(DECISIONS, "decisions", number, "by", position)
        yield from party_problems(subject, party, "board", place)
        if party in assessed:
            yield in_role(place, party, "assessed", "decided")
        if review is not None and party == review.reviewer:
            yield in_role(place, party, "reviewed", "decided")


def _grant(subject: Subject, number: int, grant: Grant) -> Iterator[Problem]:
    path = ("decisions", number)
    edition = subject.scheme.edition
    known = [level.id for level in edition.levels] + ([edition.committed.id] if edition.committed else [])
    if grant.level not in known:
        yield _no_level(subject, number, grant, known)
        return
    yield from _length(subject, number, grant)
    if missing := _missing(subject):
        yield problem("RULE37", subject.place(DECISIONS, *path), id=grant.id, missing=Words(missing))
        return
    yield from _challenge_time(subject, number, grant)
    if subject.scheme.is_whole:
        yield from _supported(subject, number, grant)


def _change(subject: Subject, number: int, change: Change) -> Iterator[Problem]:
    """A change moves on the ladder, as far as the findings go; the committed status is granted anew or not at all."""
    known = [level.id for level in subject.scheme.edition.levels]
    if change.level not in known:
        yield _no_level(subject, number, change, known)
    elif subject.scheme.is_whole and not _missing(subject):
        yield from _supported(subject, number, change)


def _no_level(subject: Subject, number: int, decision: Grant | Change, known: list[str]) -> Problem:
    place = subject.place(DECISIONS, "decisions", number, "level")
    title, level = subject.scheme.edition.title, decision.level
    return unknown("REF09", place, level, known, edition=title, level=level, known=listing(known))


def _length(subject: Subject, number: int, grant: Grant) -> Iterator[Problem]:
    edition = subject.scheme.edition
    months = edition.procedure.validity_months
    if edition.committed is not None and grant.level == edition.committed.id:
        months = edition.committed.months
    latest = last_day_in_force(grant.effective_on, months)
    if not grant.effective_on <= grant.until <= latest:
        yield problem(
            "RULE38",
            subject.place(DECISIONS, "decisions", number, "until"),
            id=grant.id,
            start=Words(grant.effective_on.isoformat()),
            until=Words(grant.until.isoformat()),
            latest=Words(latest.isoformat()),
        )


def _missing(subject: Subject) -> str:
    """Name what a grant must rest on and does not; empty when all is there."""
    evaluation, review = subject.case.evaluation, subject.case.review
    if evaluation is None or evaluation.closed_on is None:
        return "closed evaluation"
    if review is None or review.outcome != "sufficient":
        return "review that found the evaluation sufficient"
    return ""


def _challenge_time(subject: Subject, number: int, grant: Grant) -> Iterator[Problem]:
    days = subject.scheme.edition.procedure.challenge_days
    limit = subject.case.application.submitted_on + timedelta(days=days)
    review = subject.case.review
    place = subject.place(DECISIONS, "decisions", number, "decided_on")
    if grant.decided_on <= limit:
        day, until = Words(grant.decided_on.isoformat()), Words(limit.isoformat())
        yield problem("RULE34", place, day=day, days=days, limit=until)
    elif review is not None and grant.decided_on < review.reviewed_on:
        yield problem(
            "RULE33",
            place,
            later=Words("The grant was decided"),
            day=Words(grant.decided_on.isoformat()),
            earlier=Words("the review"),
            limit=Words(review.reviewed_on.isoformat()),
        )


def _supported(subject: Subject, number: int, grant: Grant | Change) -> Iterator[Problem]:
    """A grant above what the findings gave on the decision's date is an error."""
    edition = subject.scheme.edition
    conclusion = CaseConclusion(
        case=subject.case,
        scheme=subject.scheme,
        on=grant.decided_on,
        granted_on=None,
        parties=subject.parties,
    )
    place = subject.place(DECISIONS, "decisions", number, "level")
    if edition.committed is not None and grant.level == edition.committed.id:
        for requirement in conclusion.committed:
            if not requirement.holds:
                yield problem("RULE40", place, id=grant.id, granted=grant.level, missing=lacking(requirement))
        return
    ladder = [level.id for level in edition.levels]
    supported = conclusion.supported.level
    if supported is None or ladder.index(supported) < ladder.index(grant.level):
        above = ladder[ladder.index(supported) + 1 if supported else 0]
        yield problem(
            "RULE39",
            place,
            id=grant.id,
            granted=grant.level,
            supported=Words(quoted(supported) if supported else "no level"),
            instead=Words(f"Grant {quoted(supported)}" if supported else "Refuse the label"),
            above=above,
            missing=listed(conclusion.supported.open_for(above)),
        )
