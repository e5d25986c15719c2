"""Months and days as the procedure counts them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citylabel.rules.calendar import add_months, is_within, last_day_in_force

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
    ],
    ids=["leap day", "leap to leap", "short month", "over new year", "back over new year", "back to short month"],
)
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, expected: date) -> None:
    """Months are calendar months, not thirty days."""
    assert add_months(day, months) == expected


def test_a_label_of_three_years_ends_the_day_before_its_third_birthday() -> None:
    """4 May 2027 for 36 months: in force until 3 May 2030."""
    assert last_day_in_force(date(2027, 5, 4), 36) == date(2030, 5, 3)


@given(DAYS, st.integers(0, 600))
def test_a_day_exactly_so_many_months_ago_is_within(day: date, months: int) -> None:
    """The limit itself still counts; one day more does not."""
    limit = add_months(day, -months)
    assert is_within(limit, months, day)
    assert not is_within(limit - timedelta(days=1), months, day)


@given(DAYS, st.integers(0, 600))
def test_a_day_in_the_future_is_never_within(day: date, months: int) -> None:
    """What lies after the day of judgement cannot support it."""
    assert not is_within(day + timedelta(days=1), months, day)
