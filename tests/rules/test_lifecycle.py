"""Status on a date: from decisions and the date alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.made import APPLIED, act, grant, town

from citylabel.rules.lawful import unlawful
from citylabel.rules.lifecycle import Status, standing

if TYPE_CHECKING:
    from citylabel.model.decision import Decision

GRANTED = date(2028, 6, 1)
UNTIL = date(2031, 5, 31)
LATER = date(2029, 2, 1)
AGAIN = date(2029, 4, 1)
DAY = timedelta(days=1)

SEQUENCES: dict[str, list[Decision]] = {
    "granted": [grant(GRANTED, UNTIL)],
    "refused": [act("refusal", GRANTED)],
    "suspended": [grant(GRANTED, UNTIL), act("suspension", LATER, 2)],
    "restored": [grant(GRANTED, UNTIL), act("suspension", LATER, 2), act("restoration", AGAIN, 3)],
    "withdrawn": [grant(GRANTED, UNTIL), act("withdrawal", LATER, 2)],
    "terminated": [grant(GRANTED, UNTIL), act("termination", LATER, 2)],
    "raised": [grant(GRANTED, UNTIL), grant(LATER, date(2032, 1, 31), "silver", 2)],
    "renewal refused": [grant(GRANTED, UNTIL), act("refusal", LATER, 2)],
}


@pytest.mark.parametrize(
    ("sequence", "on", "status", "level"),
    [
        ("granted", APPLIED - DAY, Status.UNKNOWN, None),
        ("granted", APPLIED, Status.RECEIVED, None),
        ("granted", GRANTED - DAY, Status.RECEIVED, None),
        ("granted", GRANTED, Status.VALID, "bronze"),
        ("granted", UNTIL, Status.VALID, "bronze"),
        ("granted", UNTIL + DAY, Status.EXPIRED, None),
        ("refused", GRANTED, Status.REFUSED, None),
        ("suspended", LATER - DAY, Status.VALID, "bronze"),
        ("suspended", LATER, Status.SUSPENDED, None),
        ("suspended", UNTIL + DAY, Status.EXPIRED, None),
        ("restored", AGAIN - DAY, Status.SUSPENDED, None),
        ("restored", AGAIN, Status.VALID, "bronze"),
        ("withdrawn", LATER, Status.WITHDRAWN, None),
        ("withdrawn", UNTIL + DAY, Status.WITHDRAWN, None),
        ("terminated", LATER, Status.TERMINATED, None),
        ("raised", LATER, Status.VALID, "silver"),
        ("raised", UNTIL + DAY, Status.VALID, "silver"),
        ("renewal refused", LATER, Status.VALID, "bronze"),
    ],
)
def test_each_state_the_day_before_on_and_after(sequence: str, on: date, status: Status, level: str | None) -> None:
    """A decision holds from its first day; a grant through its last day."""
    stands = standing(town(SEQUENCES[sequence]), on)
    assert (stands.status, stands.level) == (status, level)


def test_a_label_that_ended_still_says_what_it_was() -> None:
    """Expired, it names its last level and since when; it does not claim a level."""
    stands = standing(town(SEQUENCES["granted"]), UNTIL + DAY)
    assert (stands.level, stands.last_level, stands.since) == (None, "bronze", UNTIL + DAY)


@given(st.sampled_from(sorted(SEQUENCES)), st.dates(APPLIED - DAY, date(2033, 1, 1)), st.integers(0, 3000))
def test_a_later_decision_never_changes_an_earlier_date(sequence: str, on: date, days: int) -> None:
    """The result for a date depends on what held on that date alone."""
    decisions = SEQUENCES[sequence]
    later = act("withdrawal", on + timedelta(days=days + 1), 9)
    assert standing(town([*decisions, later]), on) == standing(town(decisions), on)


@given(st.sampled_from(sorted(SEQUENCES)), st.dates(APPLIED - DAY, date(2033, 1, 1)), st.randoms())
def test_the_order_in_the_file_does_not_matter(sequence: str, on: date, random: object) -> None:
    """Decisions count in the order in which they take effect."""
    shuffled = list(SEQUENCES[sequence])
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands over a Random
    assert standing(town(shuffled), on).status == standing(town(SEQUENCES[sequence]), on).status


@pytest.mark.parametrize("sequence", sorted(SEQUENCES))
def test_lawful_sequences_are_lawful(sequence: str) -> None:
    """None of the usual histories is refused."""
    assert list(unlawful(town(SEQUENCES[sequence]))) == []


@pytest.mark.parametrize(
    ("decisions", "wrong"),
    [
        ([act("suspension", LATER)], "suspension"),
        ([grant(GRANTED, UNTIL), act("restoration", LATER, 2)], "restoration"),
        ([grant(GRANTED, UNTIL), act("withdrawal", LATER, 2), act("restoration", AGAIN, 3)], "restoration"),
        ([grant(GRANTED, UNTIL), act("suspension", LATER, 2), grant(AGAIN, UNTIL, "gold", 3)], "grant"),
        ([grant(GRANTED, UNTIL), act("suspension", UNTIL + DAY, 2)], "suspension"),
    ],
    ids=["nothing to suspend", "nothing suspended", "withdrawn is for good", "granted over", "already ended"],
)
def test_an_unlawful_decision_is_named(decisions: list[Decision], wrong: str) -> None:
    """The decision that the status before it does not allow is found, and no other."""
    assert [found.act.decision.decision for found in unlawful(town(decisions))] == [wrong]
