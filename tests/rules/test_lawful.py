"""Which decision may follow which, walked through by the table itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.rules.made import APPLIED, SITE, act, application, grant, town

from citylabel.model.base import Words
from citylabel.model.casefile import Case, CityFile
from citylabel.model.city import City, SucceededHow, Succession
from citylabel.model.decision import ChangesNothing, Decision
from citylabel.model.place import Kind
from citylabel.rules.lawful import LAWFUL, Stage, appealable_until, kind_of, stage, unlawful
from citylabel.rules.lifecycle import AFTER, Status, acts, standing

if TYPE_CHECKING:
    from citylabel.rules.scheme import Scheme

DAY = timedelta(days=1)
GRANTED, LATER, UNTIL = date(2028, 6, 1), date(2029, 2, 1), date(2031, 5, 31)
AGAIN = date(2030, 9, 1)
LAST = date(2040, 1, 1)
ADAPTER: TypeAdapter[Decision] = TypeAdapter(Decision)
EXTRAS: dict[str, dict[str, Any]] = {
    "grant": {"level": "bronze"},
    "change": {"level": "silver"},
    "appeal_outcome": {"of": "d1", "outcome": "upheld", "received_on": GRANTED},
    "complaint_outcome": {"about": "The form was slow.", "outcome": "dismissed", "received_on": GRANTED},
    "erratum": {"of": "d1", "text": "It was shown to all."},
}


def decide(kind: str, on: date, number: int = 2) -> Decision:
    """One decision of any kind."""
    extras = EXTRAS.get(kind, {}) | ({"until": on + timedelta(days=1094)} if kind == "grant" else {})
    said = {"id": f"d{number}", "decision": kind, "decided_on": on, "effective_on": on, "by": ("board",)}
    return ADAPTER.validate_python({**said, "reason": "It was shown.", **extras})


def with_two_cases() -> CityFile:
    """A place that applied, and applied again two years later."""
    first = town().cases[0]
    again = Case(id="2026-2", edition="2026", application=application(submitted_on=AGAIN))
    return replace(town(), cases=(first, again))


def added(city: CityFile, case: str, decision: Decision) -> CityFile:
    """The place with one more decision in a case."""
    cases = (replace(each, decisions=(*each.decisions, decision)) if each.id == case else each for each in city.cases)
    return replace(city, cases=tuple(cases))


def choices(city: CityFile, on: date, *, lawful: bool) -> list[tuple[str, type[Decision]]]:
    """What may be decided next by the table, or what may not: case and kind."""
    status = standing(city, on).status
    return [
        (case.id, kind)
        for case in city.cases
        if case.application.submitted_on <= on
        for kind, law in LAWFUL.items()
        if (status in law.while_place and stage(city, case.id, on) in law.while_case) is lawful
    ]


@st.composite
def walks(draw: st.DrawFn) -> tuple[CityFile, date]:
    """A lawful history of a place, and the day of its last decision."""
    city, on, last = with_two_cases(), APPLIED, ""
    for number in range(1, draw(st.integers(1, 9)) + 1):
        wait = draw(st.integers(0, 500))
        on += timedelta(days=wait)
        # of one day, the decisions of the earlier case come first
        open_to = [each for each in choices(city, on, lawful=True) if wait or each[0] >= last]
        last, kind = draw(st.sampled_from(open_to))
        city = added(city, last, decide(kind_of(kind), on, number))
    return city, on


DATES = st.dates(APPLIED - DAY, LAST)


@given(walks())
def test_what_the_table_allows_is_lawful(walk: tuple[CityFile, date]) -> None:
    assert list(unlawful(walk[0])) == []


@given(walks(), DATES)
def test_a_place_has_one_status_from_its_first_day_on(walk: tuple[CityFile, date], on: date) -> None:
    """The status of a date has held without a gap since the day it names, and not on the day before."""
    stands = standing(walk[0], on)
    if stands.since is None:
        assert stands.status is Status.UNKNOWN
        return
    assert stands.since <= on
    between = (stands.since, stands.since + (on - stands.since) // 2, on)
    assert {(standing(walk[0], day).status, standing(walk[0], day).since) for day in between} == {
        (stands.status, stands.since)
    }
    assert standing(walk[0], stands.since - DAY).since != stands.since


@given(walks(), DATES)
def test_only_a_grant_or_its_end_by_date_needs_no_other_decision(walk: tuple[CityFile, date], on: date) -> None:
    """Every status but those of open cases and expiry is what the table says follows from the decision it rests on."""
    stands = standing(walk[0], on)
    if stands.act is not None and type(stands.act.decision) in AFTER:
        assert stands.status is AFTER[type(stands.act.decision)]
    assert stands.in_force is (stands.level is not None)
    assert not stands.in_force or (stands.until is not None and on <= stands.until)


@given(walks(), st.integers(0, 900), st.integers(1, 900), st.data())
def test_one_more_decision_never_changes_an_earlier_date(
    walk: tuple[CityFile, date], wait: int, back: int, data: st.DataObject
) -> None:
    """Whatever is decided, lawful or not, a date before it stands as it stood."""
    city, last = walk
    on = last + timedelta(days=wait)
    case, kind = data.draw(st.sampled_from(choices(city, on, lawful=data.draw(st.booleans()))))
    more = added(city, case, decide(kind_of(kind), on, 99))
    earlier = on - timedelta(days=back)
    assert standing(more, earlier) == standing(city, earlier)


@given(walks(), st.integers(0, 900), st.data())
def test_what_the_table_does_not_allow_is_named(walk: tuple[CityFile, date], wait: int, data: st.DataObject) -> None:
    """A decision that may not follow is found, and no other: with the place's status and the case's stage before it."""
    city, last = walk
    on = last + timedelta(days=wait)
    barred = choices(city, on, lawful=False)
    assert barred, "there is always something that may not be decided"
    case, kind = data.draw(st.sampled_from(barred))
    # the order within one day is that of the cases: a later case lets the new decision stand last
    on = on + DAY if wait == 0 else on
    if (case, kind) not in choices(city, on, lawful=False):
        return
    wrong = decide(kind_of(kind), on, 99)
    found = list(unlawful(added(city, case, wrong)))
    assert [each.act.decision for each in found] == [wrong]
    assert (found[0].status, found[0].stage) == (standing(city, on).status, stage(city, case, on))


@given(walks(), st.data())
def test_outcomes_and_errata_change_no_status(walk: tuple[CityFile, date], data: st.DataObject) -> None:
    city, last = walk
    kind = data.draw(st.sampled_from([each for each in LAWFUL if issubclass(each, ChangesNothing)]))
    more = added(city, "2026", decide(kind_of(kind), last, 99))
    on = data.draw(DATES)
    assert standing(more, on) == standing(city, on)


def test_the_table_has_every_kind_of_decision_and_every_status_comes_up() -> None:
    kinds = {get_args(each)[0] for each in get_args(get_args(Decision)[0])}
    assert set(LAWFUL) == kinds
    assert set(AFTER) | set(get_args(ChangesNothing)) < set(LAWFUL)
    assert set(AFTER.values()) < set(Status)
    assert [kind_of(kind) for kind in LAWFUL][:3] == ["grant", "refusal", "application_withdrawn"]


def test_a_change_gives_another_level_and_leaves_the_last_day() -> None:
    changed = [grant(GRANTED, UNTIL), decide("change", LATER)]
    before, after, ended = (standing(town(changed), on) for on in (LATER - DAY, LATER, UNTIL + DAY))
    assert (before.level, after.level, ended.last_level) == ("bronze", "silver", "silver")
    assert (before.until, after.until, after.since) == (UNTIL, UNTIL, GRANTED)
    renewed = standing(town([*changed, grant(AGAIN, LAST, number=3)]), AGAIN)
    assert renewed.level == "bronze"


def test_an_application_that_was_taken_back_is_closed() -> None:
    taken = town([decide("application_withdrawn", GRANTED, 1)])
    assert standing(taken, GRANTED - DAY).status is Status.RECEIVED
    assert standing(taken, GRANTED).status is Status.APPLICATION_WITHDRAWN
    again = added(taken, "2026", grant(LATER, UNTIL, number=2))
    assert [(each.stage, each.by_status) for each in unlawful(again)] == [(Stage.TAKEN_BACK, False)]


def test_a_renewal_that_is_taken_back_leaves_the_running_label() -> None:
    city = added(with_two_cases(), "2026", grant(GRANTED, UNTIL))
    taken = added(city, "2026-2", decide("application_withdrawn", AGAIN + DAY))
    assert standing(city, AGAIN).open_case == "2026-2"
    stands = standing(taken, AGAIN + DAY)
    assert (stands.status, stands.open_case) == (Status.VALID, None)
    assert list(unlawful(taken)) == []


def test_a_label_is_suspended_in_the_case_that_granted_it() -> None:
    city = added(with_two_cases(), "2026", grant(GRANTED, UNTIL))
    wrong = added(city, "2026-2", act("suspension", AGAIN + DAY, 2))
    assert [(each.stage, each.by_status) for each in unlawful(wrong)] == [(Stage.OPEN, False)]


def gone(city: CityFile, on: date) -> CityFile:
    """The place, merged into another on a day."""
    succession = Succession(places=("fi-other",), on=on, how=SucceededHow.MERGER, note="It merged.")
    identity = City(
        format="citylabel/city/1",
        names=(Words(lang="en", text="Town"),),
        kind=Kind.CITY,
        country="FI",
        website=SITE,
        succeeded_by=succession,
    )
    return replace(city, city=identity)


def test_a_place_that_merged_holds_nothing_from_that_day_and_says_what_it_held() -> None:
    city = gone(town([grant(GRANTED, UNTIL)]), LATER)
    assert standing(city, LATER - DAY) == standing(town([grant(GRANTED, UNTIL)]), LATER - DAY)
    for on in (LATER, UNTIL + DAY, LAST):
        stands = standing(city, on)
        assert (stands.status, stands.since, stands.level) == (Status.SUCCEEDED, LATER, None)
        assert (stands.last_level, stands.until, stands.case) == ("bronze", UNTIL, "2026")


def test_an_open_application_ends_with_its_place() -> None:
    stands = standing(gone(town(), LATER), LATER)
    assert (stands.status, stands.case, stands.open_case) == (Status.SUCCEEDED, "2026", None)


def test_nothing_is_granted_to_a_place_that_is_no_more() -> None:
    found = list(unlawful(gone(town([grant(AGAIN, LAST)]), LATER)))
    assert [(each.status, each.by_status) for each in found] == [(Status.SUCCEEDED, True)]


@pytest.mark.parametrize(
    ("kind", "open_to_appeal"),
    [
        *[(kind, True) for kind in ("grant", "refusal", "change", "suspension", "restoration", "withdrawal")],
        *[(kind, False) for kind in ("termination", "application_withdrawn", "appeal_outcome", "erratum")],
    ],
)
def test_a_place_may_appeal_against_what_it_did_not_ask_for(tiny: Scheme, kind: str, open_to_appeal: bool) -> None:  # noqa: FBT001 - a column of the table
    """Until the edition's number of days after the decision was taken, whenever it takes effect."""
    days = timedelta(days=tiny.edition.procedure.appeal_days)
    decision = decide(kind, GRANTED).model_copy(update={"effective_on": LATER})
    assert appealable_until(decision, tiny.edition) == (GRANTED + days if open_to_appeal else None)


def test_acts_of_two_cases_stand_in_one_order() -> None:
    city = added(added(with_two_cases(), "2026-2", decide("refusal", LAST)), "2026", grant(GRANTED, UNTIL))
    assert [each.case for each in acts(city.cases)] == ["2026", "2026-2"]
