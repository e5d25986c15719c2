"""Who looked at a case, and what others objected to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.model.evaluation import Challenge
    from citylabel.views.city.subject import Subject


class Person(NamedTuple):
    """Who acted, in which role."""

    role: str
    name: str
    of: str
    """Organisation and country."""
    interests: str


class Objection(NamedTuple):
    """A challenge and what came of it."""

    head: str
    """Who, when, and on which criterion."""
    text: str
    outcome: str
    reason: str
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How the case was judged."""

    authority: str
    proof: str
    """Address of the signed decision or the claim file."""
    people: tuple[Person, ...]
    review: str
    """What the review concluded, and why; empty while there is none."""
    objections: tuple[Objection, ...]
    challenge: str
    """Until when anyone may object; empty when the time is over."""


def procedure(subject: Subject) -> Procedure:
    """Say who judged the case and what others objected."""
    authority = subject.case.case.application.authority
    return Procedure(
        authority=subject.t(f"city.authority.{authority.kind}", role=authority.role),
        proof=authority.proof,
        people=tuple(_people(subject)),
        review=_review(subject),
        objections=tuple(_objections(subject)),
        challenge=_challenge(subject),
    )


def _people(subject: Subject) -> Iterator[Person]:
    case, on = subject.case.case, subject.on
    if case.evaluation is not None and case.evaluation.opened_on <= on:
        for assessor in case.evaluation.assessors:
            yield _person(subject, "assessor", assessor.party, assessor.interests)
    if case.review is not None and case.review.reviewed_on <= on:
        yield _person(subject, "reviewer", case.review.reviewer, case.review.interests)
    deciders = dict.fromkeys(party for act in case.decisions if act.effective_on <= on for party in act.by)
    for party in deciders:
        yield _person(subject, "board", party, "")


def _person(subject: Subject, role: str, party_id: str, interests: str) -> Person:
    party = subject.library.parties.get(party_id)
    if party is None:
        return Person(subject.t(f"city.role.{role}"), party_id, "", interests)
    parts = (party.organisation or "", subject.words.country(party.country))
    name = party.name or subject.t("city.name-erased", id=party.id)
    return Person(subject.t(f"city.role.{role}"), name, ", ".join(part for part in parts if part), interests)


def _review(subject: Subject) -> str:
    review = subject.case.case.review
    if review is None or review.reviewed_on > subject.on:
        return ""
    return subject.t(f"city.review.{review.outcome}", day=subject.date(review.reviewed_on), reason=review.reason)


def _objections(subject: Subject) -> Iterator[Objection]:
    case = subject.case.case
    for challenge in case.evaluation.challenges if case.evaluation else ():
        if challenge.received_on > subject.on:
            continue
        decided = challenge.outcome if subject.case.assessed else None
        yield Objection(
            head=_head(subject, challenge),
            text=challenge.text,
            outcome=subject.t(f"city.challenge.{decided or 'open'}"),
            reason=(challenge.reason or "") if decided else "",
            replies=tuple(_replies(subject, challenge.id)),
        )


def _head(subject: Subject, challenge: Challenge) -> str:
    day = subject.date(challenge.received_on)
    by = challenge.by[:1].upper() + challenge.by[1:]
    if challenge.criterion is None:
        return subject.t("city.challenge.head", by=by, day=day)
    return subject.t("city.challenge.head-on", by=by, day=day, criterion=challenge.criterion.upper())


def _replies(subject: Subject, challenge: str) -> Iterator[str]:
    for day, update in subject.case.case.updates:
        for reply in update.replies if day <= subject.on else ():
            if reply.challenge == challenge:
                yield reply.text


def _challenge(subject: Subject) -> str:
    case = subject.place.open_case or (None if subject.row.held_once or subject.row.in_force else subject.case)
    if case is None:
        return ""
    days = case.scheme.edition.procedure.challenge_days
    until = case.case.application.submitted_on + timedelta(days=days)
    return subject.t("city.challenge.until", day=subject.date(until)) if until >= subject.on else ""
