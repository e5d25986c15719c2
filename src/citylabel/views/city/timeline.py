"""The history of a place: what was done, what is due, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.model.decision import AppealOutcome, Change, ComplaintOutcome, DecisionErratum, Grant
from citylabel.rules.lawful import appealable_until
from citylabel.rules.lifecycle import Status, acts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.casefile import Case
    from citylabel.model.decision import Decision
    from citylabel.views.city.subject import Subject


class Entry(NamedTuple):
    """One day of the history."""

    iso: str
    day: str
    kind: str
    """Empty, `future` or `today`."""
    text: str
    detail: str
    """The reason of a decision, the note of an update."""


class _Event(NamedTuple):
    on: date
    order: int
    """Sorts what falls on one day."""
    text: str
    detail: str = ""


def timeline(subject: Subject) -> tuple[Entry, ...]:
    """List everything that happened by the day, today, and what is due."""
    events = [event for case in subject.place.file.cases for event in _of_case(subject, case)]
    events += (*_decided(subject), *_succession(subject))
    past = [event for event in events if event.on <= subject.on]
    ahead = [*_ahead(subject), *_appeals(subject)]
    today = _Event(subject.on, 99, subject.t("city.time.today-specimen" if subject.row.specimen else "city.time.today"))
    listed = sorted((*past, *ahead, today), key=lambda event: (event.on, event.order), reverse=True)
    return tuple(_entry(subject, event, today) for event in listed)


def _entry(subject: Subject, event: _Event, today: _Event) -> Entry:
    kind = "today" if event is today else ("future" if event.on > subject.on else "")
    return Entry(event.on.isoformat(), subject.date(event.on), kind, event.text, event.detail)


def _of_case(subject: Subject, case: Case) -> Iterator[_Event]:
    edition = subject.library.schemes[case.edition].edition.title
    level = subject.library.level_title(case.application.seeks, case.edition)
    yield _Event(case.application.submitted_on, 0, subject.t("city.time.applied", level=level, edition=edition))
    if case.evaluation is not None:
        yield _Event(case.evaluation.opened_on, 1, subject.t("city.time.opened"))
        if case.evaluation.closed_on is not None:
            yield _Event(case.evaluation.closed_on, 2, subject.t("city.time.closed"))
    if case.review is not None:
        yield _Event(case.review.reviewed_on, 3, subject.t(f"city.time.review.{case.review.outcome}"))
    for day, update in case.updates:
        key = "city.time.refresh" if update.refresh else "city.time.update"
        yield _Event(day, 5, subject.t(key), update.note or "")


def _decided(subject: Subject) -> Iterator[_Event]:
    editions = {case.id: case.edition for case in subject.place.file.cases}
    for act in acts(subject.place.file.cases):
        decision = act.decision
        yield _Event(decision.effective_on, 4, _decision(subject, decision, editions[act.case]), _detail(decision))


def _appeals(subject: Subject) -> Iterator[_Event]:
    """List how long decisions can still be appealed against."""
    for case in subject.place.file.cases:
        for decision in case.decisions:
            last = appealable_until(decision, subject.library.schemes[case.edition].edition)
            if last is not None and decision.decided_on <= subject.on < last:
                day = subject.date(decision.decided_on)
                yield _Event(last, 7, subject.t("city.time.appeal-until", day=day))


def _detail(decision: Decision) -> str:
    """Give the reason, with what else the entry says in the body's words."""
    more = {Change: "scope", ComplaintOutcome: "about", DecisionErratum: "text"}.get(type(decision), "")
    said = (getattr(decision, more) or "") if more else ""
    return f"{said} {decision.reason}".strip()


def _succession(subject: Subject) -> Iterator[_Event]:
    city = subject.place.file.city
    if city is not None and city.succeeded_by is not None:
        succession = city.succeeded_by
        yield _Event(succession.on, 97, subject.t(f"city.time.succeeded.{succession.how}"), succession.note)


def _decision(subject: Subject, decision: Decision, edition: str) -> str:
    if isinstance(decision, Grant):
        level = subject.library.level_title(decision.level, edition)
        return subject.t("city.time.grant", level=level, until=subject.date(decision.until))
    if isinstance(decision, Change):
        return subject.t("city.time.change", level=subject.library.level_title(decision.level, edition))
    if isinstance(decision, AppealOutcome | ComplaintOutcome):
        day = subject.date(decision.received_on)
        return subject.t(f"city.time.{decision.decision}.{decision.outcome}", day=day)
    return subject.t(f"city.time.{decision.decision}")


def _ahead(subject: Subject) -> Iterator[_Event]:
    row, due = subject.row, subject.case.freshness.next_due
    if row.status is Status.EXPIRED and row.until is not None:
        yield _Event(row.until, 98, subject.t("city.time.ended"))
    if row.status not in {Status.VALID, Status.SUSPENDED} or row.until is None:
        return
    if due is not None and due <= row.until:
        key = "city.time.refresh-late" if due < subject.on else "city.time.refresh-due"
        yield _Event(due, 6, subject.t(key))
    yield _Event(row.until, 98, subject.t("city.time.ends"))
