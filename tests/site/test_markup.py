"""What every page of the real site has, and what none has."""

from __future__ import annotations

import gzip
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Site
    from tests.site.outline import Outline

LARGEST_PAGE = 250_000
LARGEST_PLACE = 100_000
LARGEST_VISIT = 60_000
"""Bytes that the first visit to a place loads, as hosts compress them: page, style sheet, script, Latin letters."""
WHOLE_HANDBOOK = "handbook/all/index.html"
"""One document in one piece, to be printed: its length is its purpose. No list grows it, only an edition does."""


def test_every_page_has_the_policy_and_nothing_that_it_refuses(outlines: dict[str, Outline]) -> None:
    """No inline script or style, no `style=`, no `on...=`: the policy could not tell ours from an attacker's."""
    assert "404.html" in outlines
    for name, page in outlines.items():
        assert page.policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';"), name
        assert "unsafe" not in page.policy, name
        assert page.refused == [], name


def test_every_page_has_one_main_heading_and_skips_no_level(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        steps = [(above, below) for above, below in pairwise(page.headings) if below > above + 1]
        assert steps == [], name


def test_every_page_says_its_language_and_who_may_list_it(outlines: dict[str, Outline]) -> None:
    assert [name for name, page in outlines.items() if page.lang != "en"] == []
    assert {page.robots for page in outlines.values()} == {"index, follow", "noindex"}


def test_every_picture_has_an_alternative_text(outlines: dict[str, Outline]) -> None:
    assert [name for name, page in outlines.items() if page.pictures_without_alt] == []


def test_every_table_of_the_register_has_a_caption_and_headings_that_say_what_they_head(
    outlines: dict[str, Outline],
) -> None:
    tables = [(name, table) for name, page in outlines.items() for table in page.tables if not is_written(page)]
    assert len(tables) > 100
    assert [name for name, table in tables if table.captions != 1] == []
    assert [name for name, table in tables if not table.headings or table.headings_without_scope] == []


def is_written(page: Outline) -> bool:
    """Tell written pages: Markdown has no way to write a caption; their tables stand below a sentence."""
    return "md-typeset" in page.classes


def test_every_anchor_stands_there_once(outlines: dict[str, Outline]) -> None:
    twice = {name: [each for each, times in Counter(page.ids).items() if times > 1] for name, page in outlines.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_two_pages_have_the_same_title(outlines: dict[str, Outline]) -> None:
    titles = Counter(page.title for page in outlines.values())
    assert [title for title, times in titles.items() if times > 1 or not title.strip()] == []


def test_no_page_is_too_heavy_for_a_phone(real_site: Site) -> None:
    sizes = {name: (real_site.folder / name).stat().st_size for name in real_site.pages}
    assert {name: size for name, size in sizes.items() if size > LARGEST_PAGE and name != WHOLE_HANDBOOK} == {}
    assert sizes[WHOLE_HANDBOOK] < 2 * LARGEST_PAGE
    places = [f"cities/{place['id']}/index.html" for place in real_site.places]
    assert {name: sizes[name] for name in places if sizes[name] > LARGEST_PLACE} == {}


def test_the_first_visit_to_a_place_stays_within_its_budget(real_site: Site) -> None:
    assets = [*real_site.folder.glob("assets/label.*.css"), *real_site.folder.glob("assets/modules.*/shell.js")]
    font = (real_site.folder / "assets/fonts/label-sans-latin.woff2").stat().st_size  # compressed as it is
    shared = font + sum(packed(file) for file in assets)
    visits = {
        place["id"]: shared + packed(real_site.folder / f"cities/{place['id']}/index.html")
        for place in real_site.places
    }
    assert len(assets) == 2
    assert {place: size for place, size in visits.items() if size > LARGEST_VISIT} == {}


def packed(file: Path) -> int:
    """Count the bytes of a file as hosts send it."""
    return len(gzip.compress(file.read_bytes(), mtime=0))
