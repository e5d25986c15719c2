"""Addresses that others rely on: they never change once published."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Site

PAGES = (
    "/",
    "/cities/",
    "/cities/gr-nealimni/",
    "/cities/in/gr/",
    "/cities/level/committed/",
    "/cities/level/bronze/",
    "/cities/level/silver/",
    "/cities/level/gold/",
    "/cities/level/refused/",
    "/cities/level/suspended/",
    "/cities/level/expired/",
    "/cities/level/withdrawn/",
    "/cities/names/n/",
    "/criteria/",
    "/criteria/2026/",
    "/criteria/2026/a1/",
    "/criteria/2026/h4/",
    "/criteria/sources/",
    "/criteria/sources/tallinn/",
    "/handbook/",
    "/problems/",
    "/problems/yaml05/",
    "/compare/",
    "/compare/criteria/a1/",
    "/practices/",
    "/apply/",
    "/about/",
    "/data/",
)
FILES = (
    "/badges/gr-nealimni.svg",
    "/badges/gr-nealimni.json",
    "/badges/gr-nealimni/small.svg",
    "/badges/gr-nealimni/round.svg",
    "/api/v1/cities.json",
    "/api/v1/cities/gr-nealimni.json",
    "/api/v1/criteria.json",
    "/data/cities.csv",
    "/schema/application.json",
    "/sitemap.xml",
    "/robots.txt",
    "/404.html",
)


@pytest.mark.parametrize("address", PAGES)
def test_the_page_is_at_its_address(real_site: Site, address: str) -> None:
    assert f"{address[1:]}index.html" in real_site.names


@pytest.mark.parametrize("address", FILES)
def test_the_file_is_at_its_address(real_site: Site, address: str) -> None:
    assert address[1:] in real_site.names


def test_the_edition_has_a_page_for_each_of_its_36_criteria(real_site: Site) -> None:
    pages = [name for name in real_site.pages if re.fullmatch(r"criteria/2026/[a-h]\d/index\.html", name)]
    assert len(pages) == 36


def test_every_place_has_its_page_its_country_its_badges_and_its_data(real_site: Site) -> None:
    assert len(real_site.places) >= 16
    for place in real_site.places:
        one, country = place["id"], place["country"].lower()
        expected = {
            f"cities/{one}/index.html",
            f"cities/in/{country}/index.html",
            f"badges/{one}.svg",
            f"badges/{one}.json",
            f"badges/{one}/small.svg",
            f"badges/{one}/round.svg",
            f"api/v1/cities/{one}.json",
        }
        assert expected - real_site.names == set()


def test_addresses_are_small_letters_and_without_spaces(real_site: Site) -> None:
    """They are spoken, printed, and typed."""
    strange = [name for name in real_site.names if not re.fullmatch(r"[a-z0-9._/-]+", name)]
    assert [name for name in strange if name != "assets/fonts/OFL.txt"] == []


def test_data_files_can_be_read_by_a_program(real_site: Site) -> None:
    for name in sorted(real_site.names):
        if name.endswith(".json"):
            assert json.loads(real_site.text(name)), name


def test_drawings_are_well_formed_and_say_what_they_show(real_site: Site) -> None:
    drawings = [name for name in real_site.names if name.startswith("badges/") and name.endswith(".svg")]
    for name in drawings:
        drawing = ET.fromstring(real_site.text(name))  # noqa: S314 - our own files
        assert drawing.get("role") == "img", name
        title = drawing.find("{http://www.w3.org/2000/svg}title")
        assert title is not None, name
        assert title.text, name
        assert drawing.get("aria-labelledby") == title.get("id"), name


def test_every_state_of_the_register_is_shown_by_a_specimen(real_site: Site) -> None:
    statuses = {place["status"] for place in real_site.places}
    assert {"valid", "expired", "suspended", "withdrawn", "refused"} <= statuses
    levels = {place["level"] for place in real_site.places if place["in_force"]}
    assert {"committed", "bronze", "silver", "gold"} <= levels
    assert {place["kind"] for place in real_site.places} == {"city", "region", "group"}
    assert min(place["inhabitants"] for place in real_site.places if place["kind"] == "city") < 1000


def test_a_specimen_has_fallen_below_the_level_it_was_granted(real_site: Site) -> None:
    rank = {"bronze": 1, "silver": 2, "gold": 3}
    fallen = [
        place["id"]
        for place in real_site.places
        if place["in_force"] and place["level"] in rank and rank[place["level"]] > rank.get(place["present_level"], 0)
    ]
    assert fallen
