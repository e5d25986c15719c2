"""The feeds and calendars of the real site: valid, marked, and leading to pages that are there."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from tests.views.strict_ical import events, read
from tests.views.test_feeds import ATOM, checked

if TYPE_CHECKING:
    from tests.built import Site

SITE = "https://label.example/"


def feeds_of(site: Site) -> dict[str, ET.Element]:
    """All feeds by address, each held against the format."""
    names = sorted(name for name in site.names if name.endswith(".atom"))
    return {name: checked((site.folder / name).read_bytes()) for name in names}


def test_every_place_and_country_has_its_feed_and_every_place_its_calendar(real_site: Site) -> None:
    expected = {f"feeds/{name}.atom" for name in ("all", "new", "endings")} | {"feeds/all.ics"}
    expected |= {f"feeds/cities/{place['id']}.{kind}" for place in real_site.places for kind in ("atom", "ics")}
    expected |= {f"feeds/in/{place['id'][:2]}.atom" for place in real_site.places}
    assert {name for name in real_site.names if name.startswith("feeds/")} == expected


def test_every_entry_leads_to_a_page_that_is_there_and_says_specimen(real_site: Site) -> None:
    entries = [entry for feed in feeds_of(real_site).values() for entry in feed.iter(f"{ATOM}entry")]
    assert len(entries) > 60
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        target = (link.get("href") or "").removeprefix(SITE)
        assert f"{target}index.html" in real_site.names
        assert (entry.findtext(f"{ATOM}title") or "").startswith("[Specimen] ")


def test_an_entry_has_one_id_in_all_feeds_and_no_other_has_it(real_site: Site) -> None:
    texts: dict[str, set[str]] = {}
    for feed in feeds_of(real_site).values():
        for entry in feed.iter(f"{ATOM}entry"):
            texts.setdefault(entry.findtext(f"{ATOM}id") or "", set()).add(ET.tostring(entry, encoding="unicode"))
    assert {key for key, found in texts.items() if len(found) > 1} == set()


def test_every_calendar_can_be_read_and_leads_to_pages_that_are_there(real_site: Site) -> None:
    names = sorted(name for name in real_site.names if name.endswith(".ics"))
    dates = [event for name in names for event in events(read((real_site.folder / name).read_bytes()))]
    assert len(dates) > 60
    for event in dates:
        target = event.properties["URL"].removeprefix(SITE)
        assert f"{target}index.html" in real_site.names
        assert event.text("SUMMARY").startswith("[Specimen] ")
