"""Every kind of decision, and a place that is no more, as pages, feeds and data say them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from tests.rules.made import act, grant
from tests.rules.test_lawful import decide
from tests.views.made_city import GRANTED, ON, UNTIL, case, city, concluded, desk, finding, library, online, page

from citylabel.catalogue import Catalogue
from citylabel.catalogue.event import events
from citylabel.model.city import SucceededHow, Succession
from citylabel.rules.lawful import LAWFUL, kind_of
from citylabel.rules.lifecycle import Status
from citylabel.views import lawful
from citylabel.views.api import city_json
from citylabel.views.shelves import shelves

if TYPE_CHECKING:
    from citylabel.model.casefile import Case
    from citylabel.model.city import City
    from citylabel.views.page import Page

LATER = date(2029, 2, 1)
AFTER = date(2029, 6, 1)


def judged(*decisions: object) -> Case:
    """A case with these decisions."""
    return case({"b2": online()}, {"b2": finding()}, decisions=decisions)


def merged(how: SucceededHow = SucceededHow.MERGER) -> City:
    """The record of a place that another has followed."""
    note = "It merged with <Suurlahti>."
    return city(succeeded_by=Succession(places=("fi-town",), on=LATER, how=how, note=note))


def table() -> Page:
    """The page of all decisions."""
    return next(iter(lawful.pages(desk(), Catalogue(library=library(), on=ON, rows=()))))


def test_the_page_of_decisions_has_each_kind_and_each_status() -> None:
    made = table()
    assert made.path == "handbook/decisions/"
    for kind in LAWFUL:
        assert f'id="{kind_of(kind)}"' in made.content
    assert made.content.count("<tr>") == len(LAWFUL) + 1
    assert "Any but: Suspended or Has a successor" in made.content


def test_the_history_of_a_place_tells_every_kind_of_decision() -> None:
    entries = [decide(kind_of(kind), AFTER, number) for number, kind in enumerate(LAWFUL, 2)]
    body = page(judged(grant(GRANTED, UNTIL), *entries), on=AFTER).content
    for said in (
        "Level or scope changed: Silver from this day.",
        "The appeal of 1 June 2028 was upheld.",
        "The complaint of 1 June 2028 was dismissed.",
        "The place took its application back.",
        "Words of a decision corrected.",
        "It was shown to all. It was shown.",
    ):
        assert said in body


def test_the_history_names_the_last_day_to_appeal_while_it_lies_ahead() -> None:
    decided = judged(grant(GRANTED, UNTIL))
    assert "Last day to appeal against the decision of 1 June 2028." in page(decided, on=GRANTED).content
    assert "Last day to appeal" not in page(decided, on=ON).content


def test_a_change_is_an_event_with_its_level_and_the_end_names_that_level() -> None:
    _, row = concluded(judged(grant(GRANTED, UNTIL), decide("change", LATER)), on=date(2031, 7, 1))
    assert [(each.kind, each.level) for each in events(row)] == [
        ("grant", "bronze"),
        ("change", "silver"),
        ("expiry", "silver"),
    ]


def test_a_place_that_merged_keeps_its_page_which_says_what_became_of_it() -> None:
    body = page(judged(grant(GRANTED, UNTIL)), on=AFTER, record=merged()).content
    assert "Has a successor" in body
    assert "Merged with others on 1 February 2029" in body
    assert "Its last label was Bronze, granted on 1 June 2028." in body
    assert "It merged with &lt;Suurlahti&gt;." in body
    assert ">fi-town</a>" in body


def test_each_way_of_becoming_another_place_has_its_words() -> None:
    for how, said in ((SucceededHow.SPLIT, "The place was split."), (SucceededHow.RENAME, "took another name")):
        assert said in page(judged(grant(GRANTED, UNTIL)), on=AFTER, record=merged(how)).content


def test_before_the_day_of_the_merger_nothing_is_said_of_it() -> None:
    body = page(judged(grant(GRANTED, UNTIL)), on=ON, record=merged()).content
    assert "What became of this place" not in body


def test_a_place_that_merged_ends_by_that_and_never_expires() -> None:
    _, row = concluded(judged(grant(GRANTED, UNTIL)), on=date(2032, 1, 1), record=merged())
    assert [each.kind for each in events(row)] == ["grant", "succession"]
    assert (row.status, row.level, row.held_once) == (Status.SUCCEEDED, None, True)


def test_a_place_that_merged_without_a_label_never_held_one() -> None:
    _, row = concluded(judged(), on=AFTER, record=merged())
    assert (row.status, row.held_once) == (Status.SUCCEEDED, False)


def test_the_data_say_what_became_of_the_place_and_until_when_a_decision_is_open_to_appeal() -> None:
    entries = (grant(GRANTED, UNTIL), decide("appeal_outcome", LATER), act("termination", LATER, 3))
    conclusion, row = concluded(judged(*entries), on=AFTER, record=merged())
    written = json.loads(json.dumps(city_json(library(), conclusion, row)))
    assert written["status"] == "succeeded"
    assert written["succeeded_by"]["places"] == written["successors"] == ["fi-town"]
    assert [each["appealable_until"] for each in written["decisions"]] == ["2028-07-01", None, None]
    assert written["decisions"][1]["outcome"] == "upheld"
    assert written["decisions"][1]["received_on"] == "2028-06-01"


def test_every_status_outside_a_label_and_an_open_case_has_a_list_of_its_own() -> None:
    listed = {shelf.path: shelf for shelf in shelves(Catalogue(library=library(), on=ON, rows=()))}
    assert {"cities/level/succeeded/", "cities/level/application-withdrawn/"} <= listed.keys()
