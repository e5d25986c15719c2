"""Badges: what they say, to eyes, screen readers and machines."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.rows import library, row

from citylabel.rules.lifecycle import Status
from citylabel.views.badges import WIDEST, badge_files, badge_of, layout_of
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.textwidth import shortened, width
from citylabel.words import read_words

WORDS = read_words()
DESK = Desk(library=library(), words=WORDS, engine=environment(WORDS), links=Links(()))
SVG = "{http://www.w3.org/2000/svg}"
LOST: dict[str, dict[str, Any]] = {
    "expired": {"status": Status.EXPIRED, "since": date(2031, 5, 4)},
    "suspended": {"status": Status.SUSPENDED, "since": date(2030, 5, 20)},
    "withdrawn": {"status": Status.WITHDRAWN, "since": date(2030, 2, 15)},
    "terminated": {"status": Status.TERMINATED, "since": date(2030, 2, 15)},
    "refused": {"status": Status.REFUSED, "since": date(2029, 3, 20)},
    "application_withdrawn": {"status": Status.APPLICATION_WITHDRAWN, "since": date(2029, 3, 20)},
    "succeeded": {"status": Status.SUCCEEDED, "since": date(2030, 2, 15)},
}


def drawn(**changes: Any) -> dict[str, str]:  # noqa: ANN401 - any field of a row
    """The files of a badge by the end of their address."""
    return {
        file.path.removeprefix("badges/fi-birkavik"): file.body.decode() for file in badge_files(DESK, row(**changes))
    }


def texts(svg: str) -> list[str]:
    """All drawn texts."""
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


@pytest.mark.parametrize("variant", [".svg", "/round.svg", "/small.svg"])
def test_every_badge_says_level_and_end_and_has_a_name(variant: str) -> None:
    """A picture cannot expire, so it prints its end; a screen reader hears the whole sentence."""
    svg = drawn()[variant]
    root = ET.fromstring(svg)  # noqa: S314 - our own
    title = root.find(f"{SVG}title")
    assert root.get("role") == "img"
    assert title is not None
    assert root.get("aria-labelledby") == title.get("id")
    assert title.text == "User-centric Cities label: Birkavik, Bronze, in force until 3 May 2031"
    assert "Bronze" in " ".join(texts(svg))
    assert "05/2031" in " ".join(texts(svg))


@pytest.mark.parametrize("status", LOST)
@pytest.mark.parametrize("variant", [".svg", "/round.svg", "/small.svg"])
def test_a_lost_label_shows_its_status_and_no_level(status: str, variant: str) -> None:
    """Whatever was held, the badge never shows a level that is not in force."""
    svg = drawn(level=None, **LOST[status])[variant]
    word = WORDS.t(f"status.{LOST[status]['status']}")
    assert word in " ".join(texts(svg))
    assert "Bronze" not in svg


def test_badges_are_told_apart_without_colour() -> None:
    """Take all colours away: no two statuses or levels draw the same badge."""
    committed = {"level": "committed", "last_level": "committed"}
    kinds: list[dict[str, Any]] = [
        {},
        {"level": "silver"},
        {"level": "gold"},
        committed,
        *({"level": None, **lost} for lost in LOST.values()),
    ]
    grey = [re.sub(r"#[0-9a-f]{6}", "#000000", drawn(**kind)[".svg"]) for kind in kinds]
    shapes = [re.sub(r"<(title|text)\b.*?</\1>", "", svg) for svg in grey]
    assert len(set(grey)) == len(grey)
    assert len(set(shapes[:4])) == len(shapes[:4])


def test_the_round_badge_of_committed_is_not_that_of_gold() -> None:
    """Committed fills no block of the mark, Gold fills all."""
    gold, committed = (badge_of(library(), row(level=level), WORDS).mark for level in ("gold", "committed"))
    assert (gold.outlined, committed.filled) == ("", "")


@pytest.mark.parametrize("variant", [".svg", "/round.svg", "/small.svg"])
def test_a_specimen_is_marked_in_the_drawing_and_in_its_name(variant: str) -> None:
    """The mark cannot be cropped away without leaving the sentence."""
    svg = drawn(specimen=True)[variant]
    assert "Specimen" in " ".join(texts(svg))
    assert "an invented place" in svg
    assert "Specimen" not in drawn()[variant]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", 'A" onload="x', "O'Brien & Søn", "Νεαλίμνη"])
def test_hostile_and_foreign_names_stay_text(name: str) -> None:
    """Every badge stays well-formed, and the name reads as it was written."""
    for path, svg in drawn(name=name).items():
        if path.endswith(".svg"):
            title = ET.fromstring(svg).find(f"{SVG}title")  # noqa: S314 - our own
            assert title is not None
            assert title.text is not None
            assert name in title.text


def test_a_long_name_is_shortened_in_the_picture_and_whole_in_its_name() -> None:
    """Level and end are never cut; the place is, at a word."""
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch an der langen Straße"
    svg = drawn(name=name)[".svg"]
    assert "…" in " ".join(texts(svg))
    assert name in svg
    assert float(ET.fromstring(svg).get("width", "0")) <= WIDEST  # noqa: S314 - our own


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120).filter(str.strip))
def test_no_name_makes_a_badge_wider_than_agreed(name: str) -> None:
    """Sites that embed a badge can rely on its width."""
    layout = layout_of(badge_of(library(), row(name=name), WORDS))
    assert layout.width <= WIDEST


def test_a_text_that_fits_is_not_shortened() -> None:
    """Shortening begins only where there is no room."""
    assert shortened("Birkavik", 13, width("Birkavik", 13)) == "Birkavik"


def test_the_shields_file_has_the_form_that_shields_asks() -> None:
    """Schema version 1, label, message and a colour without the hash sign."""
    content = json.loads(drawn()[".json"])
    assert content == {
        "schemaVersion": 1,
        "label": "User-centric Cities",
        "message": "Bronze · to 05/2031",
        "color": "8a3f16",
    }
