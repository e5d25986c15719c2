"""Choosing places to follow: the choice stays in the address, and files are made in the browser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.views.made_register import catalogue, desk, many, row
from tests.views.strict_ical import events, read
from tests.views.test_calendars import promise
from tests.views.test_follow import made

from citylabel.model.base import Words
from citylabel.views.calendars import city_calendar
from citylabel.views.feeds import city_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from citylabel.catalogue import Catalogue

SITE = "https://label.example/"
SCRIPTS = Path(__file__).resolve().parents[2] / "src/citylabel/assets/js"
HOSTILE = 'Töwn <b>&"; END:VEVENT'
PLACES = catalogue(
    row(promises=(promise(what="A; long, promise " * 12),)),
    row("gr-nealimni", names=(Words(lang="el", text="Νεαλίμνη"),)),
    row("ie-odd", names=(Words(lang="en", text=HOSTILE),)),
)


def opened(browser: Browser, shown: Catalogue, address: str = "follow/", *, script: bool = True) -> Page:
    """The page as a browser shows it, with the files of the places."""
    pages, at = made(shown), desk(shown)
    files = {file.path: file.body for each in shown.rows for file in (city_feed(at, each), city_calendar(at, each))}
    loaded = '<script type="module" src="/follow.js"></script>' if script else ""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0]
        if path in files:
            route.fulfill(body=files[path], content_type="application/octet-stream")
        elif path in pages:
            body = f'<!doctype html><html lang="en"><main>{pages[path]}</main>{loaded}</html>'
            route.fulfill(body=body, content_type="text/html; charset=utf-8")
        elif (SCRIPTS / path).is_file():
            route.fulfill(path=SCRIPTS / path, content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(status=404)

    page = browser.new_context().new_page()
    page.route("**/*", answer)
    page.goto(f"{SITE}{address}")
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The page with three places."""
    page = opened(browser, PLACES)
    yield page
    page.context.close()


def saved(page: Page, button: str) -> bytes:
    """What a button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes()


def test_the_choice_stays_in_the_address_and_is_taken_from_it(browser: Browser, page: Page) -> None:
    page.get_by_label("Follow Νεαλίμνη").check()
    page.get_by_label("Follow Koivu").check()
    assert page.url == f"{SITE}follow/?c=fi-koivu&c=gr-nealimni"
    assert page.get_by_role("status").inner_text() == "Chosen: 2."
    again = opened(browser, PLACES, "follow/?c=gr-nealimni&c=../../x&c=%3Cb%3E")
    assert again.get_by_label("Follow Νεαλίμνη").is_checked()
    assert again.get_by_role("status").inner_text() == "Chosen: 1."
    again.context.close()


def test_chosen_feeds_are_saved_as_opml_with_their_titles_and_full_addresses(page: Page) -> None:
    page.get_by_label("Follow Koivu").check()
    page.get_by_label(f"Follow {HOSTILE}").check()
    top = ET.fromstring(saved(page, "Save feeds"))  # noqa: S314 - made by our own script
    assert (top.tag, top.get("version"), top.findtext("head/title")) == (
        "opml",
        "2.0",
        "User-centric Cities label: chosen places",
    )
    outlines = top.findall("body/outline")
    assert [each.get("xmlUrl") for each in outlines] == [
        f"{SITE}feeds/cities/fi-koivu.atom",
        f"{SITE}feeds/cities/ie-odd.atom",
    ]
    assert outlines[1].get("text") == f"[Specimen] User-centric Cities label: {HOSTILE}"
    assert page.get_by_role("status").inner_text() == "Saved as feeds.opml."


def test_chosen_calendars_are_saved_as_one_that_programs_take(page: Page) -> None:
    for name in ("Koivu", "Νεαλίμνη", HOSTILE):
        page.get_by_label(f"Follow {name}").check()
    found = events(read(saved(page, "Save calendar")))
    assert sorted(each.properties["UID"].partition("@")[0] for each in found) == [
        "fi-koivu.2026.commitment-k1",
        "fi-koivu.2026.end-20320503",
        "gr-nealimni.2026.end-20320503",
        "ie-odd.2026.end-20320503",
    ]
    assert any(each.text("SUMMARY").startswith(f"[Specimen] {HOSTILE}: last day") for each in found)


def test_a_place_that_is_not_there_is_said_in_words(browser: Browser) -> None:
    page = opened(browser, PLACES, "follow/?c=fi-nowhere")
    page.get_by_role("button", name="Save calendar").click()
    page.get_by_text("A calendar could not be read.").wait_for()
    page.context.close()


def test_nothing_can_be_saved_before_something_is_chosen_and_the_choice_can_be_cleared(page: Page) -> None:
    assert page.get_by_role("button", name="Save feeds").is_disabled()
    page.get_by_label("Follow Koivu").check()
    assert page.get_by_role("button", name="Save feeds").is_enabled()
    page.get_by_role("button", name="Clear").click()
    assert page.url == f"{SITE}follow/"
    assert not page.get_by_label("Follow Koivu").is_checked()


def test_the_choice_goes_along_to_the_next_page_of_the_list(browser: Browser) -> None:
    page = opened(browser, many(120))
    box = page.locator("[data-choices] input").first
    box.check()
    page.get_by_role("link", name="Next", exact=True).click()
    page.get_by_role("status").get_by_text("Chosen: 1.").wait_for()
    assert page.url.startswith(f"{SITE}follow/page/2/?c=")
    page.context.close()


def test_names_are_found_without_accents(page: Page) -> None:
    page.get_by_label("Name of the place").fill("νεαλιμνη")
    assert page.locator("[data-choices] > li:visible").count() == 1


def test_without_the_script_there_are_links_and_no_dead_boxes(browser: Browser) -> None:
    page = opened(browser, PLACES, script=False)
    assert page.locator("input:visible, button:visible").count() == 0
    assert page.locator("[data-choices] a[href$='.ics']:visible").count() == 3
    page.context.close()
