"""What runs out, and when it is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from tests.rules.made import act, application, evidence, grant, values

from citylabel.model.casefile import Case, CityFile
from citylabel.model.commitment import Commitment, Progress
from citylabel.model.evidence import EvidenceKind
from citylabel.model.measure import Share
from citylabel.model.update import Update
from citylabel.rules.conclusion import CityConclusion, conclude
from citylabel.rules.expiring import Expiring, Runs, expiring, refresh_due

if TYPE_CHECKING:
    from citylabel.model.decision import Decision
    from citylabel.rules.scheme import Scheme

DAY = timedelta(days=1)
GRANTED = date(2028, 6, 1)
UNTIL = date(2031, 5, 31)
BY = date(2029, 3, 1)


def place(
    scheme: Scheme, on: date, *decisions: Decision, updates: tuple[tuple[date, Update], ...] = ()
) -> CityConclusion:
    """A place with one answer of March 2028 and one commitment, on a day."""
    answer = values({"online_share": Share(n=90, d=120)}, evidence(EvidenceKind.CATALOGUE, as_of=date(2028, 2, 1)))
    promise = Commitment(id="k1", criterion="d1", step=1, what="A test", by=BY, responsible="Web team")
    made = application({"b2": answer}).model_copy(update={"commitments": (promise,)})
    case = Case(id="2026", edition="2026", application=made, updates=updates, decisions=decisions)
    file = CityFile(id="fi-town", city=None, cases=(case,))
    return conclude(file, {"2026": scheme}, {}, on)


def kinds(found: tuple[Expiring, ...]) -> list[Runs]:
    """What it is."""
    return [each.kind for each in found]


def test_a_label_is_told_from_so_many_days_ahead_to_its_last_day(edition_2026: Scheme) -> None:
    for days, told in ((91, False), (90, True), (0, True), (-1, False)):
        conclusion = place(edition_2026, UNTIL - days * DAY, grant(GRANTED, UNTIL))
        found = expiring(conclusion, 90 * DAY)
        assert (Runs.AWARD in kinds(found)) is told, days


def test_what_runs_out_is_listed_by_date(edition_2026: Scheme) -> None:
    found = expiring(place(edition_2026, GRANTED, grant(GRANTED, UNTIL)), 2000 * DAY)
    assert [each.on for each in found] == sorted(each.on for each in found)
    assert {Runs.AWARD, Runs.REFRESH, Runs.COMMITMENT} <= set(kinds(found))
    (award,) = [each for each in found if each.kind is Runs.AWARD]
    assert (award.on, award.what) == (UNTIL, "bronze")


def test_a_refresh_is_due_a_year_after_the_grant_and_stays_listed_while_it_is_missing(edition_2026: Scheme) -> None:
    due = date(2029, 6, 1)
    assert refresh_due(place(edition_2026, GRANTED, grant(GRANTED, UNTIL))) == due
    late = expiring(place(edition_2026, due + 30 * DAY, grant(GRANTED, UNTIL)), 10 * DAY)
    assert due in [each.on for each in late if each.kind is Runs.REFRESH]


def test_a_refresh_after_a_grant_on_a_leap_day_is_due_on_the_last_of_february(edition_2026: Scheme) -> None:
    leap = date(2028, 2, 29)
    assert refresh_due(place(edition_2026, date(2028, 4, 1), grant(leap, date(2031, 2, 27)))) == date(2029, 2, 28)


def test_no_refresh_is_due_once_the_label_ends_before_it(edition_2026: Scheme) -> None:
    assert refresh_due(place(edition_2026, GRANTED, grant(GRANTED, date(2029, 5, 31), "committed"))) is None
    assert refresh_due(place(edition_2026, UNTIL + DAY, grant(GRANTED, UNTIL))) is None


def test_nothing_runs_out_once_the_label_was_withdrawn(edition_2026: Scheme) -> None:
    withdrawn = act("withdrawal", date(2028, 9, 1), 2)
    assert expiring(place(edition_2026, date(2028, 9, 1), grant(GRANTED, UNTIL), withdrawn), 2000 * DAY) == ()


def test_a_suspended_label_still_ends_on_its_day(edition_2026: Scheme) -> None:
    suspended = act("suspension", date(2028, 9, 1), 2)
    found = expiring(place(edition_2026, date(2028, 9, 1), grant(GRANTED, UNTIL), suspended), 2000 * DAY)
    assert Runs.AWARD in kinds(found)


def test_a_place_whose_case_is_in_work_has_its_commitments_listed(edition_2026: Scheme) -> None:
    assert kinds(expiring(place(edition_2026, date(2028, 4, 1)), 2000 * DAY)) == [Runs.COMMITMENT]


@pytest.mark.parametrize(("said", "listed"), [("open", [BY]), ("done", []), ("dropped", [])])
def test_a_commitment_is_listed_until_it_is_done_or_dropped(
    edition_2026: Scheme, said: Literal["open", "done", "dropped"], listed: list[date]
) -> None:
    note = Update(format="citylabel/update/1", progress=(Progress(commitment="k1", state=said, note="As it is."),))
    day = BY + 10 * DAY
    conclusion = place(edition_2026, day, grant(GRANTED, UNTIL), updates=((BY, note),))
    found = expiring(conclusion, DAY)
    assert [each.on for each in found if each.kind is Runs.COMMITMENT] == listed


def test_dated_evidence_runs_out_on_the_day_of_the_refresh_for_which_it_is_too_old(edition_2026: Scheme) -> None:
    """Catalogues of February 2028 are 24 months old in February 2030: too old for the refresh of June 2030."""
    first = expiring(place(edition_2026, GRANTED, grant(GRANTED, UNTIL)), 2000 * DAY)
    assert Runs.EVIDENCE not in kinds(first)
    again = Update(format="citylabel/update/1", refresh=True, confirmed=("e1",))
    conclusion = place(edition_2026, date(2029, 7, 1), grant(GRANTED, UNTIL), updates=((date(2029, 6, 1), again),))
    found = [each for each in expiring(conclusion, 2000 * DAY) if each.kind is Runs.EVIDENCE]
    assert [(each.on, each.criterion, each.id) for each in found] == [(date(2030, 6, 1), "b2", "e1")]
