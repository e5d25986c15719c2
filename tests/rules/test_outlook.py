"""What is already decided for the days to come is known, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rules.made import act, grant, town
from tests.rules.vectors import History, histories

from citylabel.rules.lifecycle import Status, acts, standing
from citylabel.rules.outlook import decided, outlook, scheduled

GRANTED, UNTIL = date(2028, 6, 1), date(2031, 5, 31)
GRANT = grant(GRANTED, UNTIL)
DAY = timedelta(days=1)


def test_a_label_in_force_will_expire_on_the_day_after_its_last() -> None:
    (then,) = outlook(town([GRANT]), GRANTED)
    assert (then.status, then.since, then.last_level) == (Status.EXPIRED, UNTIL + DAY, "bronze")


def test_what_has_ended_for_good_changes_no_more() -> None:
    assert outlook(town([GRANT, act("withdrawal", date(2029, 1, 1), 2)]), date(2029, 1, 1)) == ()
    assert outlook(town([GRANT]), UNTIL + DAY) == ()


def test_a_decision_counts_from_the_day_it_was_taken_and_holds_from_its_first_day() -> None:
    """Before the board decides, nobody knows; between decision and first day it is scheduled."""
    taken, holds = date(2029, 1, 10), date(2029, 2, 1)
    suspension = act("suspension", holds, 2).model_copy(update={"decided_on": taken})
    city = town([GRANT, suspension])
    assert scheduled(city, taken - DAY) == ()
    assert [each.decision for each in scheduled(city, taken)] == [suspension]
    assert scheduled(city, holds) == ()
    assert [then.status for then in outlook(city, taken - DAY)] == [Status.EXPIRED]
    assert [then.status for then in outlook(city, taken)] == [Status.SUSPENDED, Status.EXPIRED]


@pytest.mark.parametrize("history", tuple(histories()), ids=lambda each: each.name)
def test_between_its_changes_nothing_changes(history: History) -> None:
    """On each day that matters, the last change of the outlook is the standing that the rules conclude."""
    first = min(each.decision.decided_on for each in acts(history.town.cases))
    city, days = decided(history.town, first), history.days()
    thens = outlook(city, first)
    for day in days:
        if day <= first:
            continue
        expected = standing(city, day)
        last = next((then for then in reversed(thens) if then.since and then.on <= day), standing(city, first))
        assert (last.status, last.since, last.level) == (expected.status, expected.since, expected.level)
