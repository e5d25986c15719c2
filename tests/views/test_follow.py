"""The page to follow from: without a script every feed and calendar is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.views.made_register import catalogue, library, many, row

from citylabel.model.base import Words
from citylabel.views import calendars, feeds, follow
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.place import addresses_of
from citylabel.words import read_words

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue

HOSTILE = '"><script>alert(1)</script>'


def desk(shown: Catalogue) -> Desk:
    """A desk that knows feeds, calendars and places, and nothing else."""
    files = {*feeds.file_addresses(shown), *calendars.file_addresses(shown)}
    files = files.union(*(addresses_of(each.id).files for each in shown.rows))
    pages = {*follow.addresses(shown), *(f"cities/{each.id}/" for each in shown.rows)}
    words = read_words()
    return Desk(library=library(), words=words, engine=environment(words), links=Links(pages, shared=files))


def made(shown: Catalogue) -> dict[str, str]:
    """The pages by address; every link is known or this fails."""
    found = {page.path: str(page.content) for page in follow.pages(desk(shown), shown)}
    assert list(found) == list(follow.addresses(shown))
    return found


def test_all_feeds_and_calendars_are_links() -> None:
    content = made(catalogue(row(), row("gr-nea")))["follow/"]
    for target in (
        *("all.atom", "new.atom", "endings.atom", "all.ics", "in/fi.atom", "in/gr.atom"),
        *("cities/fi-koivu.atom", "cities/fi-koivu.ics", "cities/gr-nea.atom", "cities/gr-nea.ics"),
    ):
        assert f'href="../feeds/{target}"' in content


def test_tools_that_need_a_script_are_hidden_until_it_runs() -> None:
    content = made(catalogue(row()))["follow/"]
    assert content.count("<input") == 2
    assert '<form class="u-follow" data-follow hidden' in content
    assert '<label class="u-check" data-choose hidden>' in content


def test_specimens_are_tagged() -> None:
    assert made(catalogue(row()))["follow/"].count("u-tag--specimen") == 1


def test_an_empty_register_can_be_followed_already() -> None:
    content = made(catalogue())["follow/"]
    assert "No place is in the register yet." in content
    assert 'href="../feeds/new.atom"' in content
    assert "<form" not in content


def test_a_hostile_name_is_text_also_in_attributes() -> None:
    content = made(catalogue(row(names=(Words(lang="fi", text=HOSTILE),))))["follow/"]
    assert "<script>" not in content
    assert 'aria-label="Feed of &#34;&gt;&lt;script&gt;' in content


def test_hundreds_of_places_stand_on_numbered_pages_and_the_rest_on_the_first_only() -> None:
    found = made(many(230))
    assert list(found) == ["follow/", "follow/page/2/", "follow/page/3/"]
    assert [content.count("data-feed") for content in found.values()] == [100, 100, 30]
    assert "feeds/all.atom" not in found["follow/page/2/"]
    assert all(len(content.encode()) < 200_000 for content in found.values())


def test_entry_and_chapters_are_all_pages_once() -> None:
    shown = many(230)
    at = desk(shown)
    apart = [follow.entry(at, shown), *(page for chapter in follow.chapters(at, shown) for page in chapter)]
    assert [page.path for page in apart] == list(follow.addresses(shown))
