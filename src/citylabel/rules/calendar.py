"""Months and days as the procedure counts them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

MONTHS_IN_YEAR = 12


@lru_cache(maxsize=8192)  # the same few ages count back from the same few days, a hundred times a place
def add_months(day: date, months: int) -> date:
    """Give the same day of another month; the last day of that month where it has no such day.

    29 February 2028 plus 36 months is 28 February 2031.
    """
    index = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_in_force(start: date, months: int) -> date:
    """Give the last day of a span of so many months that begins on `start`."""
    return add_months(start, months) - timedelta(days=1)


def is_within(day: date, months: int, on: date) -> bool:
    """Tell whether `day` lies at most so many months before `on` and not after it."""
    return add_months(on, -months) <= day <= on
