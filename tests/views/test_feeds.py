"""Feeds: what was decided can be followed without an account, and the same records give the same bytes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.made_register import ON, catalogue, desk, library, row

from citylabel.catalogue import ActSummary
from citylabel.catalogue.event import events
from citylabel.model.base import Words
from citylabel.rules.lifecycle import Status
from citylabel.views import atom, feeds

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue, Row

ATOM = f"{{{atom.NAMESPACE}}}"
DAY = timedelta(days=1)
UNTIL = date(2028, 2, 29)
HOSTILE = """<script>alert('x')</script> & "]]>" ]]&gt; {{ 7 }}"""


def act(kind: str = "grant", on: date = date(2027, 3, 1), until: date = UNTIL, number: int = 1) -> ActSummary:
    """A decision; a grant is of Bronze."""
    granted = kind == "grant"
    return ActSummary(
        on=on,
        kind=kind,
        level="bronze" if granted else None,
        until=until if granted else None,
        reason=f"Because of {kind}.",
        edition=library().label.edition,
        id=f"2026/d{number}",
    )


def made(shown: Catalogue) -> dict[str, ET.Element]:
    """All feeds of many places by address, as a program reads them."""
    return {file.path: checked(file.body) for file in feeds.files(desk(shown), shown)}


def of(place: Row) -> ET.Element:
    """The feed of a place."""
    return checked(feeds.city_feed(desk(catalogue(place)), place).body)


def checked(body: bytes) -> ET.Element:
    """Parse a feed and hold it against RFC 4287: what must be there is, once."""
    feed = ET.fromstring(body)  # noqa: S314 - our own files
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = each.findall(f"{ATOM}{name}")
            assert found.text, name
        assert [link.get("href") for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert text(each, "id").startswith("tag:label.example,")
        assert text(each, "updated").endswith("T00:00:00Z")
        date.fromisoformat(text(each, "updated")[:10])
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    (own,) = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own is not None
    assert own.startswith("https://label.example/feeds/")
    ids = [text(entry, "id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    days = [text(entry, "updated") for entry in feed.iter(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    return feed


def text(element: ET.Element, name: str) -> str:
    """The text of a child."""
    return element.findtext(f"{ATOM}{name}") or ""


def titles(feed: ET.Element) -> list[str]:
    """The titles of the entries."""
    return [text(entry, "title") for entry in feed.iter(f"{ATOM}entry")]


def real(*acts: ActSummary, key: str = "fi-koivu") -> Row:
    """A real place with these decisions."""
    return row(key, specimen=False, acts=acts)


def test_a_grant_stands_in_the_feeds_of_all_of_grants_of_its_country_and_of_the_place() -> None:
    place = real(act(until=date(2033, 2, 28)))
    found = made(catalogue(place))
    said = ["Koivu: Bronze granted, in force until 28 February 2033"]
    assert titles(found["feeds/all.atom"]) == titles(found["feeds/new.atom"]) == said
    assert titles(found["feeds/in/fi.atom"]) == titles(of(place)) == said
    assert titles(found["feeds/endings.atom"]) == []


@pytest.mark.parametrize(
    ("kind", "word"), [("suspension", "Suspended"), ("withdrawal", "Withdrawn"), ("termination", "Ended")]
)
def test_what_ends_a_label_or_rests_it_stands_among_endings_with_its_reason(kind: str, word: str) -> None:
    found = made(catalogue(real(act(until=date(2033, 2, 28)), act(kind, date(2028, 1, 5), number=2))))
    (entry,) = found["feeds/endings.atom"].iter(f"{ATOM}entry")
    assert text(entry, "title").startswith(f"Koivu: {word}")
    assert text(entry, "content") == f"Because of {kind}."
    assert text(entry, "updated") == "2028-01-05T00:00:00Z"


def test_expiry_needs_no_decision_to_be_told_on_the_day_after_a_leap_day() -> None:
    (entry,) = made(catalogue(real(act())))["feeds/endings.atom"].iter(f"{ATOM}entry")
    assert text(entry, "title") == "Koivu: Bronze expired"
    assert text(entry, "updated") == "2028-03-01T00:00:00Z"
    assert text(entry, "id") == "tag:label.example,2028-03-01:cities/fi-koivu/2026/d1/expiry"


@pytest.mark.parametrize(("on", "told"), [(UNTIL - DAY, 0), (UNTIL, 0), (UNTIL + DAY, 1)])
def test_expiry_is_told_from_the_day_after_the_last_one(on: date, told: int) -> None:
    assert len(events(row(on=on, acts=(act(),)))) == 1 + told


def test_a_renewal_from_the_very_next_day_leaves_no_expiry_between_and_a_later_one_does() -> None:
    for gap, kinds in ((0, ["grant", "grant"]), (1, ["grant", "grant"]), (2, ["grant", "expiry", "grant"])):
        renewed = act(on=UNTIL + gap * DAY, until=date(2033, 1, 1), number=2)
        assert [each.kind for each in events(row(acts=(act(), renewed)))] == kinds, gap


def test_a_label_that_was_withdrawn_does_not_expire_and_a_suspended_one_does() -> None:
    for kind, last in (("withdrawal", "withdrawal"), ("termination", "termination"), ("suspension", "expiry")):
        assert events(row(acts=(act(), act(kind, date(2027, 6, 1), number=2))))[-1].kind == last


def test_a_refused_renewal_does_not_hide_that_the_old_label_expired() -> None:
    found = events(row(acts=(act(), act("refusal", UNTIL - DAY, number=2))))
    assert [each.kind for each in found] == ["grant", "refusal", "expiry"]


def test_entries_of_specimens_say_so_and_go_with_them() -> None:
    for feed in made(catalogue(row(acts=(act(),)))).values():
        for entry in feed.iter(f"{ATOM}entry"):
            assert text(entry, "title").startswith("[Specimen] ")
            assert "specimen" in [each.get("term") for each in entry.findall(f"{ATOM}category")]
    assert text(of(row()), "title").startswith("[Specimen] ")


def test_an_empty_register_has_its_feeds_and_they_carry_a_date_of_the_records() -> None:
    found = made(catalogue())
    assert sorted(found) == ["feeds/all.atom", "feeds/endings.atom", "feeds/new.atom"]
    for feed in found.values():
        assert titles(feed) == []
        proposed = library().scheme.edition.proposed_on
        assert proposed is not None
        assert text(feed, "updated") == f"{proposed.isoformat()}T00:00:00Z"


def test_a_place_without_a_decision_has_a_feed_dated_by_its_status() -> None:
    place = row(status=Status.RECEIVED, since=date(2030, 5, 2), level=None, until=None, granted_on=None)
    assert text(of(place), "updated") == "2030-05-02T00:00:00Z"


def test_a_hostile_name_and_reason_stay_text() -> None:
    place = row(names=(Words(lang="fi", text=HOSTILE),), specimen=False, acts=(act("suspension"),))
    (entry,) = of(place).iter(f"{ATOM}entry")
    assert text(entry, "title") == f"{HOSTILE}: Suspended"
    assert len(list(entry.iter())) == len(list(entry)) + 1


def test_the_feed_of_all_places_keeps_to_the_newest_two_hundred() -> None:
    places = [real(act(on=date(2027, 1, 1) + n * DAY, until=date(2033, 1, 1)), key=f"fi-place-{n}") for n in range(230)]
    found = titles(made(catalogue(*places))["feeds/all.atom"])
    assert len(found) == 200
    assert of(places[0]).find(f"{ATOM}entry") is not None


def test_what_is_written_is_what_was_promised() -> None:
    shown = catalogue(real(act()), real(key="gr-nea"))
    written = [file.path for file in feeds.files(desk(shown), shown)]
    assert sorted(written) == sorted(feeds.file_addresses(shown))
    assert "feeds/in/gr.atom" in written


def test_the_order_of_places_and_the_day_of_building_change_nothing() -> None:
    places = [real(act(), key=f"fi-{name}") for name in ("b", "a", "c")]
    one, two = catalogue(*places), catalogue(*reversed(places))
    assert [f.body for f in feeds.files(desk(one), one)] == [f.body for f in feeds.files(desk(two), two)]
    assert ON.isoformat().encode() not in next(iter(feeds.files(desk(one), one))).body


@given(st.text())
def test_any_text_can_be_read_again(said: str) -> None:
    entry = atom.Entry(id="tag:x", title=said, on=ON, page="https://x.example/", text=said, categories=())
    feed = atom.Feed(
        id="tag:x",
        address="https://x.example/f",
        page="https://x.example/",
        title="x",
        author="x",
        rights="x",
        language="en",
        since=ON,
        entries=(entry,),
    )
    read = ET.fromstring(atom.written(feed))  # noqa: S314 - as above
    safe = atom.sayable(said).replace("\r\n", "\n").replace("\r", "\n")
    assert text(next(read.iter(f"{ATOM}entry")), "title") == safe


def test_two_labels_on_one_host_have_different_ids() -> None:
    assert atom.tag("https://x.example/a/", ON, "feeds", "all") == "tag:x.example,2030-06-15:a/feeds/all"
    assert atom.tag("https://x.example/", ON, "feeds", "all") == "tag:x.example,2030-06-15:feeds/all"
