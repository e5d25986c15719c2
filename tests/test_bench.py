"""The generator of the measurements: the same places every time, each a place that the rules accept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bench.generate import ANSWERS, make_project, patterns
from bench.measure import Run
from bench.names import name_of
from bench.page import page
from bench.results import Results

from citylabel.site.audit import audit

ROOT = Path(__file__).parent.parent
DAY = dt.date(2030, 6, 15)


def _texts(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.yml"))}


def test_the_same_number_of_places_gives_the_same_records(tmp_path: Path) -> None:
    make_project(ROOT, tmp_path / "one", 3)
    make_project(ROOT, tmp_path / "two", 3)
    assert _texts(tmp_path / "one" / "data/cities") == _texts(tmp_path / "two" / "data/cities")


def test_a_place_does_not_depend_on_how_many_others_there_are(tmp_path: Path) -> None:
    make_project(ROOT, tmp_path / "few", 2)
    make_project(ROOT, tmp_path / "more", 3)
    few, more = (_texts(tmp_path / name / "data/cities") for name in ("few", "more"))
    assert few.items() < more.items()


def test_generated_records_pass_the_check(tmp_path: Path) -> None:
    make_project(ROOT, tmp_path / "project", 3)
    assert not [found for found in audit(tmp_path / "project", DAY) if found.place.path.startswith("data/cities")]


def test_a_generated_place_is_as_large_as_a_full_specimen(tmp_path: Path) -> None:
    written = make_project(ROOT, tmp_path / "project", 3)
    applications = sorted((tmp_path / "project/data/cities").glob("*/2026/application.yml"))
    assert len(applications) == 3
    assert written / 3 > 25_000
    assert all(text.read_text("utf-8").count("\n    answer:") >= ANSWERS - 4 for text in applications)


def test_every_pattern_gives_places_under_names_of_their_own() -> None:
    known = patterns(ROOT)
    places = [known[number % len(known)].place(number) for number in range(200)]
    assert len({place.id for place in places}) == 200
    for place, pattern in zip(places, known, strict=False):
        assert pattern.slug not in "".join(place.texts.values())


@pytest.mark.parametrize(("number", "country"), [(3, "fi"), (3, "gr"), (11, "ie"), (20_000, "bg")])
def test_the_part_of_a_name_for_addresses_is_plain(number: int, country: str) -> None:
    slug = name_of(number, country).slug
    assert slug.isascii()
    assert slug.isalpha()
    assert slug.islower()


def test_what_places_cost_is_the_time_without_them_taken_away() -> None:
    results = Results()
    for places, seconds in ((0, 2.0), (100, 3.0), (1000, 12.0)):
        results.add("ours", places, Run(seconds, seconds, 50.0, 60.0))
    assert results.cost("ours", 1000) == 10.0
    assert results.growth("ours", 100, 1000) == pytest.approx(1.0)


def test_the_page_tells_times_and_what_could_not_be_had() -> None:
    results = Results()
    for tool, seconds in (("ours", 8.0), ("hugo", 12.0)):
        results.add(tool, 0, Run(2.0, 2.0, 50.0, 60.0))
        results.add(tool, 100, Run(seconds, seconds, 50.0, 60.0))
    told = {
        "measured_on": "2030-06-15",
        "machine": {"processors": 2, "system": "Linux", "python": "3.11"},
        "tools": {"ours": "this checkout", "hugo": "v0"},
        "missing": {"eleventy": "npm not found"},
        "places": [100],
        "rounds": 1,
        "record_bytes": 40_000,
        "page_bytes": 70_000,
        "results": results.as_json(),
        "reader": {"results": {"ascii": {"ratio": 0.7}}},
    }
    text = page(told)
    assert "| this project | 8.00 s | 8.0 s | 6.00 s | 0.60 |" in text
    assert "Eleventy could not be had: npm not found." in text
