"""The directory's filter: names are found however they are typed, and the list works without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.views.made_register import ROOT, catalogue, made, many, row

from citylabel.model.base import Words
from citylabel.views import directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from citylabel.catalogue import Catalogue

SITE = "https://label.example/"
SCRIPT = (ROOT / "src/citylabel/assets/js/directory.js").read_text("utf-8")
PLACES = catalogue(
    row("gr-nealimni", names=(Words(lang="el", text="Νεαλίμνη"),), other_names=("Nealimni",)),
    row("pl-zlotobrzeg", names=(Words(lang="pl", text="Złotobrzeg"),)),
    row("de-grossfurt", names=(Words(lang="de", text="Großfurt"),)),
    row("dk-havnsoere", names=(Words(lang="da", text="Havnsøre"),)),
)


def opened(browser: Browser, shown: Catalogue, query: str = "", *, script: str = SCRIPT) -> Page:
    """The list of all places as a browser shows it."""
    content = made(directory, shown)["cities/"].content
    body = f'<!doctype html><html lang="en"><main>{content}</main><script type="module">{script}</script></html>'

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page = browser.new_context().new_page()
    page.route("**/*", answer)
    page.goto(f"{SITE}cities/{query}")
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The list with its filter."""
    page = opened(browser, PLACES)
    yield page
    page.context.close()


def visible(page: Page) -> list[str]:
    """Names that can be seen."""
    return page.locator("[data-places] > li:visible h2 a").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zlotobrzeg", "Złotobrzeg"),
        ("GROSSFURT", "Großfurt"),
        ("havnsore", "Havnsøre"),
        ("νεαλιμνη", "Νεαλίμνη"),
        ("nealim", "Νεαλίμνη"),
    ],
)
def test_a_name_is_found_without_accents_in_any_case_and_by_its_other_names(page: Page, typed: str, name: str) -> None:
    page.get_by_label("Name of the place").last.fill(typed)
    assert visible(page) == [name]
    assert page.get_by_role("status").inner_text() == "Shown: 1 of 4 on this page."


def test_what_was_typed_stays_in_the_address_and_is_taken_from_it(browser: Browser) -> None:
    page = opened(browser, PLACES, "?q=havns")
    assert visible(page) == ["Havnsøre"]
    page.locator("input[name=q]").fill("")
    assert len(visible(page)) == 4
    assert page.url == f"{SITE}cities/"
    page.context.close()


def test_nothing_found_is_said_in_words(page: Page) -> None:
    page.locator("input[name=q]").fill("<b>nowhere")
    assert page.get_by_role("status").inner_text() == "No place on this page has this name."


def test_on_a_list_of_several_pages_the_filter_says_that_it_sees_one_of_them(browser: Browser) -> None:
    page = opened(browser, many(120), "?q=wiesensee")
    assert "Other pages of this list are not searched: choose a letter." in page.get_by_role("status").inner_text()
    page.context.close()


def test_without_the_script_no_dead_field_is_shown_and_all_places_are(browser: Browser) -> None:
    page = opened(browser, PLACES, script="")
    assert not page.locator("input[name=q]").is_visible()
    assert len(visible(page)) == 4
    page.context.close()
