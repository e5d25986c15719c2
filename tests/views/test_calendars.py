"""Calendars: what is due stands on its day, in files that any calendar program can read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.made_register import ON, catalogue, desk, row
from tests.views.strict_ical import Component, events, read, unfold

from citylabel.catalogue import Promise
from citylabel.model.base import Words
from citylabel.rules.commitments import CommitmentState
from citylabel.rules.lifecycle import Status
from citylabel.views import calendars, ical

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue, Row

DAY = timedelta(days=1)
HOSTILE = "A; B, C\\n: END:VEVENT\\, \N{LATIN SMALL LETTER E WITH ACUTE}" + "\N{GRINNING FACE}" * 40
NO_LINE_END = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")


def promise(state: CommitmentState = CommitmentState.OPEN, by: date = ON + 60 * DAY, **given: Any) -> Promise:  # noqa: ANN401 - fields of a promise
    """A commitment made in 2029."""
    settled = ON - DAY if state in {CommitmentState.DONE, CommitmentState.DROPPED} else None
    fields: dict[str, Any] = {
        "id": "k1",
        "criterion": "d1",
        "step": 2,
        "what": "Test with residents",
        "by": by,
        "responsible": "Web team",
        "state": state,
        "made_on": date(2029, 3, 1),
        "settled_on": settled,
    }
    return Promise(**(fields | given))


def of(place: Row) -> list[Component]:
    """The dates of a place, as a program reads them."""
    return events(read(calendars.city_calendar(desk(catalogue(place)), place).body))


def all_of(shown: Catalogue) -> list[Component]:
    """The dates of all places."""
    (file,) = calendars.files(desk(shown), shown)
    assert [file.path] == list(calendars.file_addresses(shown))
    return events(read(file.body))


def summaries(found: list[Component]) -> list[str]:
    """What is told."""
    return [each.text("SUMMARY") for each in found]


def real(**changes: Any) -> Row:  # noqa: ANN401 - any field of a row
    """A real place with Silver until 2032."""
    return row(specimen=False, **changes)


def test_a_place_has_its_last_day_its_refresh_and_its_commitments_with_alarms() -> None:
    found = of(real(refresh_due=date(2031, 5, 4), promises=(promise(),)))
    assert summaries(found) == [
        "Koivu: Test with residents (Open)",
        "Koivu: yearly refresh due",
        "Koivu: last day of Silver",
    ]
    assert [each.properties["DTSTART"] for each in found] == ["20300814", "20310504", "20320503"]
    assert [[alarm.properties["TRIGGER"] for alarm in each.parts] for each in found] == [
        ["-P30D"],
        ["-P30D"],
        ["-P90D", "-P30D"],
    ]
    assert {each.properties["URL"] for each in found} == {"https://label.example/cities/fi-koivu/"}
    assert found[0].text("DESCRIPTION") == "For criterion D1, step 2. Responsible: Web team."


def test_a_label_that_ends_on_a_leap_day_ends_on_it() -> None:
    (end,) = of(real(until=date(2032, 2, 29)))
    assert end.properties["DTSTART"] == "20320229"


def test_stamps_are_days_of_the_records_and_ids_do_not_depend_on_the_day_of_building() -> None:
    place = real(promises=(promise(),))
    later = real(promises=(promise(),), on=ON + DAY)
    stamps = [each.properties["DTSTAMP"] for each in of(place)]
    assert stamps == ["20290301T000000Z", "20290504T000000Z"]
    assert [each.properties["UID"] for each in of(place)] == [
        "fi-koivu.2026.commitment-k1@label.example",
        "fi-koivu.2026.end-20320503@label.example",
    ]
    assert [each.properties for each in of(place)] == [each.properties for each in of(later)]


def test_a_commitment_keeps_its_id_when_it_is_done_and_rings_no_more() -> None:
    done = promise(CommitmentState.DONE)
    before, after = of(real(promises=(promise(),)))[0], of(real(promises=(done,)))[0]
    assert before.properties["UID"] == after.properties["UID"]
    assert (before.text("SUMMARY")[-6:], after.text("SUMMARY")[-6:]) == ("(Open)", "(Done)")
    assert (len(before.parts), len(after.parts)) == (1, 0)


@pytest.mark.parametrize(("by", "rings"), [(ON - DAY, 0), (ON, 1), (ON + DAY, 1)])
def test_what_is_past_rings_no_more_and_stands_in_the_places_calendar_only(by: date, rings: int) -> None:
    place = real(promises=(promise(by=by),))
    assert len(of(place)[0].parts) == rings
    assert len(all_of(catalogue(place))) == 1 + rings


def test_an_expired_label_has_its_last_day_and_a_withdrawn_one_has_none() -> None:
    expired = real(status=Status.EXPIRED, level=None, until=ON - DAY)
    assert summaries(of(expired)) == ["Koivu: was the last day of Silver"]
    assert of(real(status=Status.WITHDRAWN, level=None)) == []


def test_what_a_lost_label_left_open_is_not_due_any_more() -> None:
    lost = real(status=Status.WITHDRAWN, level=None, promises=(promise(),))
    assert of(lost)[0].parts == []
    assert all_of(catalogue(lost)) == []


def test_dates_of_specimens_say_so() -> None:
    shown = catalogue(row(promises=(promise(),)))
    assert all(title.startswith("[Specimen] Koivu: ") for title in summaries(all_of(shown)))
    (place,) = shown.rows
    calendar = read(calendars.city_calendar(desk(shown), place).body)
    assert calendar.text("X-WR-CALNAME").startswith("[Specimen] ")


def test_an_empty_register_has_a_calendar_that_programs_take() -> None:
    assert all_of(catalogue()) == []


def test_a_hostile_name_breaks_no_line() -> None:
    place = real(names=(Words(lang="fi", text=HOSTILE),), promises=(promise(what=HOSTILE, responsible=HOSTILE),))
    first, second = of(place)
    assert first.text("SUMMARY") == f"{HOSTILE}: {HOSTILE} (Open)"
    assert second.text("SUMMARY") == f"{HOSTILE}: last day of Silver"


def test_the_calendar_of_all_places_is_cut_to_the_next_thousand_dates() -> None:
    promises = tuple(promise(by=ON + n * DAY, id=f"k{n}") for n in range(400))
    places = [row(f"fi-p{n}", promises=promises) for n in range(3)]
    found = all_of(catalogue(*places))
    assert len(found) == 1000
    days = [each.properties["DTSTART"] for each in found]
    assert days == sorted(days)
    assert len(of(places[0])) == 401


@given(st.text(NO_LINE_END, min_size=1))
def test_a_folded_line_can_be_unfolded_and_has_at_most_75_octets(line: str) -> None:
    assert unfold(ical.fold(line)) == [line]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_text(said: str) -> None:
    event = ical.Event(
        uid="u", stamp=ON, on=ON, summary=said, text=said, page="https://x.example/", category=said, alarms=(1,)
    )
    calendar = read(ical.written(ical.Calendar(title=said, language="en", events=(event,))))
    (found,) = events(calendar)
    assert found.text("SUMMARY") == ical.sayable(said)
    assert [part.name for part in found.parts] == ["VALARM"]
