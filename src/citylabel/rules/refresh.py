"""The yearly refresh: which day evidence is judged on, and whether a refresh is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.rules.calendar import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.casefile import Case
    from citylabel.model.edition import EvidenceRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """The day evidence is judged on, and the state of the yearly refresh."""

    judged_on: date
    """Application, last refresh, or the due date of a refresh that was missed beyond its grace."""
    confirmed: frozenset[str] | None
    """Standing evidence confirmed by then; None at the application itself."""
    next_due: date | None
    """When the next refresh is due; None without a grant."""
    late_since: date | None
    """Since when a refresh has been due and missing, within its grace or beyond it."""
    missed: bool
    """Whether its grace is over: stale answers then give no points."""


def freshness(case: Case, granted_on: date | None, rule: EvidenceRule, on: date) -> Freshness:
    """Conclude on which day evidence counts (edition: a refresh is due every `refresh_months`, with grace).

    Evidence is never judged day by day: only at the application, at a refresh, and once when a refresh was missed.
    """
    refreshes = [(day, update) for day, update in case.updates if update.refresh and day <= on]
    judged_on = case.application.submitted_on
    confirmed: frozenset[str] | None = None
    if refreshes:
        judged_on, update = refreshes[-1]
        confirmed = frozenset(update.confirmed) | _new_evidence(case, judged_on)
    if granted_on is None or granted_on > on:
        return Freshness(judged_on=judged_on, confirmed=confirmed, next_due=None, late_since=None, missed=False)
    done = [day for day, _ in refreshes]
    late = tuple(_missing(granted_on, done, rule, on))
    if late and on > late[-1] + timedelta(days=rule.grace_days):
        judged_on, confirmed = late[-1], _new_evidence(case, late[-1], since=_last(done, granted_on))
    beyond = [due for due in late if on > due + timedelta(days=rule.grace_days)]
    return Freshness(
        judged_on=judged_on,
        confirmed=confirmed,
        next_due=_next(granted_on, rule, on, late),
        late_since=late[0] if late else None,
        missed=bool(beyond),
    )


def _due_dates(granted_on: date, rule: EvidenceRule, on: date) -> Iterator[date]:
    number = 1
    while (due := add_months(granted_on, number * rule.refresh_months)) <= on:
        yield due
        number += 1


def _missing(granted_on: date, done: list[date], rule: EvidenceRule, on: date) -> Iterator[date]:
    """List due dates for which no refresh came, since the last refresh.

    A refresh counts for the due date nearest to it: one that comes late does not serve for the next year too.
    """
    grace = timedelta(days=rule.grace_days)
    last = _last(done, granted_on)
    for due in _due_dates(granted_on, rule, on):
        earliest = add_months(due, -(rule.refresh_months // 2))
        if due > last and not any(earliest < day <= due + grace for day in done):
            yield due


def _last(done: list[date], granted_on: date) -> date:
    return max(done, default=granted_on)


def _next(granted_on: date, rule: EvidenceRule, on: date, late: tuple[date, ...]) -> date:
    if late:
        return late[0]
    passed = len(tuple(_due_dates(granted_on, rule, on)))
    return add_months(granted_on, (passed + 1) * rule.refresh_months)


def _new_evidence(case: Case, by: date, *, since: date | None = None) -> frozenset[str]:
    """Ids of evidence that updates brought by a day (and after another): new evidence needs no confirmation."""
    return frozenset(
        item.id
        for day, update in case.updates
        if day <= by and (since is None or day > since) and (since is not None or day == by)
        for answer in update.answers.values()
        for item in getattr(answer, "evidence", ())
    )
