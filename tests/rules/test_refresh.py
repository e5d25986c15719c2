"""The yearly refresh: when it is due, what a late one does, and that nothing grows old from day to day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.made import APPLIED, application, evidence, values

from citylabel.model.casefile import Case
from citylabel.model.edition import EvidenceRule
from citylabel.model.evidence import EvidenceKind
from citylabel.model.update import Update
from citylabel.rules.refresh import Freshness, freshness

if TYPE_CHECKING:
    from citylabel.model.application import Answer

RULE = EvidenceRule(months=24, prerequisite_months=12, refresh_months=12, grace_days=90)
GRANTED = date(2028, 6, 10)
DUE = date(2029, 6, 10)
LAST_OF_GRACE = date(2029, 9, 8)
"""90 days after the first due date."""
DUE_AGAIN = date(2030, 6, 10)
DAY = timedelta(days=1)


def refresh(*confirmed: str, brings: str | None = None) -> Update:
    """A yearly refresh that confirms evidence and brings a new piece."""
    piece = evidence(EvidenceKind.PAGE).model_copy(update={"id": brings})
    answers: dict[str, Answer] = {"q1": values({}, piece)} if brings else {}
    return Update(format="citylabel/update/1", refresh=True, confirmed=confirmed, answers=answers)


def fresh(on: date, *updates: tuple[date, Update], granted_on: date | None = GRANTED) -> Freshness:
    """How fresh a case with these updates is on a day."""
    case = Case(id="2026", edition="2026", application=application(), updates=updates)
    return freshness(case, granted_on, RULE, on)


def test_before_a_grant_evidence_is_judged_as_of_the_application() -> None:
    """Nothing is due where nothing was granted."""
    on = date(2031, 1, 1)
    assert fresh(on, granted_on=None) == Freshness(
        judged_on=APPLIED, confirmed=None, next_due=None, late_since=None, missed=False
    )


@pytest.mark.parametrize(
    ("on", "judged_on", "next_due", "late_since", "missed"),
    [
        (GRANTED, APPLIED, DUE, None, False),
        (DUE - DAY, APPLIED, DUE, None, False),
        (DUE, APPLIED, DUE, DUE, False),
        (LAST_OF_GRACE, APPLIED, DUE, DUE, False),
        (LAST_OF_GRACE + DAY, DUE, DUE, DUE, True),
        (DUE_AGAIN - DAY, DUE, DUE, DUE, True),
    ],
    ids=["granted", "the day before", "due", "last day of grace", "grace is over", "a year later"],
)
def test_a_missing_refresh_is_late_for_90_days_and_then_missed(
    on: date, judged_on: date, next_due: date, late_since: date | None, *, missed: bool
) -> None:
    """Within the grace nothing changes; after it evidence is judged as of the day that was missed."""
    state = fresh(on)
    assert (state.judged_on, state.next_due, state.late_since, state.missed) == (
        judged_on,
        next_due,
        late_since,
        missed,
    )


@pytest.mark.parametrize(
    "day",
    [DUE, DUE - timedelta(days=60), LAST_OF_GRACE],
    ids=["on its day", "two months early", "on the last day of grace"],
)
def test_a_refresh_early_in_time_or_within_its_grace_counts_for_its_year(day: date) -> None:
    """Evidence is then judged on the day of the refresh, and the next one is due a year after the due date."""
    state = fresh(LAST_OF_GRACE + DAY, (day, refresh("e1")))
    assert (state.judged_on, state.next_due, state.late_since, state.missed) == (day, DUE_AGAIN, None, False)


def test_a_refresh_after_its_grace_heals_from_its_own_day_on() -> None:
    """Missed in between, and no longer missed afterwards."""
    late = LAST_OF_GRACE + timedelta(days=30)
    update = (late, refresh("e1"))
    assert fresh(late - DAY, update).missed
    assert not fresh(late, update).missed
    assert fresh(late, update).judged_on == late


@pytest.mark.parametrize("day", [DUE, LAST_OF_GRACE], ids=["on its day", "on the last day of grace"])
def test_a_refresh_of_the_first_year_does_not_serve_the_second(day: date) -> None:
    """Each year needs its own."""
    state = fresh(DUE_AGAIN + timedelta(days=91), (day, refresh("e1")))
    assert (state.missed, state.late_since, state.judged_on) == (True, DUE_AGAIN, DUE_AGAIN)


def test_a_refresh_confirms_what_it_names_and_what_it_brings() -> None:
    """Standing evidence that nobody named again is not confirmed; new evidence needs no confirmation."""
    assert fresh(DUE, (DUE, refresh("e1", "e2", brings="e9"))).confirmed == frozenset({"e1", "e2", "e9"})


def test_when_a_refresh_was_missed_only_new_evidence_is_confirmed() -> None:
    """Silence confirms nothing."""
    assert fresh(LAST_OF_GRACE + DAY).confirmed == frozenset()


def test_an_update_that_is_no_refresh_changes_no_dates() -> None:
    """Progress on a commitment is welcome, and no refresh."""
    update = Update(format="citylabel/update/1", refresh=False, note="The counter has moved.")
    assert fresh(LAST_OF_GRACE + DAY, (DUE, update)) == fresh(LAST_OF_GRACE + DAY)


def test_an_update_of_tomorrow_is_not_known_today() -> None:
    """The result for a date depends on what there was on that date."""
    assert fresh(DUE, (DUE + DAY, refresh("e1"))) == fresh(DUE)


HISTORIES = st.lists(st.dates(GRANTED, date(2031, 6, 1)), max_size=3, unique=True).map(sorted)


@given(HISTORIES, st.dates(GRANTED, date(2031, 6, 9)))
def test_evidence_never_grows_old_from_day_to_day(days: list[date], on: date) -> None:
    """The day of judgement changes only at a refresh, or when the grace of a missed one is over."""
    updates = tuple((day, refresh("e1")) for day in days)
    today, yesterday = fresh(on, *updates), fresh(on - DAY, *updates)
    ends = {date(year, 6, 10) + timedelta(days=91) for year in (2029, 2030)}
    if on not in days and on not in ends and on != GRANTED:
        assert today.judged_on == yesterday.judged_on


@given(HISTORIES, st.dates(GRANTED, date(2031, 6, 9)))
def test_the_day_of_judgement_never_goes_back(days: list[date], on: date) -> None:
    """What was fresh once is not judged as of an earlier day later on."""
    updates = tuple((day, refresh("e1")) for day in days)
    assert fresh(on - DAY, *updates).judged_on <= fresh(on, *updates).judged_on <= on
