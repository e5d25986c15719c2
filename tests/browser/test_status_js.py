"""An old page does not claim what ended: the browser shows what the published dates say today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.rules.made import act, grant
from tests.views import made_city
from tests.views.made_register import ROOT, made
from tests.views.rows import catalogue

from citylabel.model.decision import Decision, Grant
from citylabel.views import comparison, directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

    from citylabel.model.casefile import Case
    from citylabel.views.page import Page as MadePage

SITE = "https://label.example/"
SCRIPTS = ROOT / "src/citylabel/assets/js"
GRANT = grant(date(2028, 6, 1), date(2031, 5, 31), "silver")
LAST, AFTER = "2031-05-31T23:59:00Z", "2031-06-01T00:01:00Z"
NEXT_WEEK = date(2028, 9, 8)
SUSPENSION = act("suspension", NEXT_WEEK, 2).model_copy(update={"decided_on": made_city.ON, "reason": "No answer."})
RENEWAL = Grant.model_validate(
    dict(grant(date(2031, 6, 1), date(2034, 5, 31), "gold", 2)) | {"decided_on": made_city.ON}
)


def case(*decisions: Decision) -> Case:
    """A case with these decisions; the page is built in September 2028."""
    return made_city.case({"b2": made_city.online()}, {"b2": made_city.finding()}, decisions=decisions or (GRANT,))


def place(*decisions: Decision, specimen: bool = False) -> MadePage:
    """The page of a place."""
    return made_city.page(case(*decisions), record=made_city.city(specimen=specimen))


def listed(*decisions: Decision) -> MadePage:
    """The directory with that place alone."""
    _, row = made_city.concluded(case(*decisions))
    return made(directory, replace(catalogue(row), on=made_city.ON))["cities/"]


def compared(path: str) -> MadePage:
    """A table in which that place stands."""
    _, row = made_city.concluded(case())
    return made(comparison, replace(catalogue(row), on=made_city.ON))[path]


class Reader:
    """Somebody who reads a page on a day."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def opens(self, made_page: MadePage, now: str, *, scripts: bool = True, zone: str = "UTC") -> Page:
        """Show a page as the browser does, with the modules it names."""
        tags = "".join(f'<script type="module" src="/js/{name}.js"></script>' for name in made_page.scripts)
        body = f'<!doctype html><html lang="en"><main class="u-page">{made_page.content}</main>{tags}</html>'

        def answer(route: Route) -> None:
            name = route.request.url.rpartition("/")[2]
            if name.endswith(".js"):
                route.fulfill(body=(SCRIPTS / name).read_text("utf-8"), content_type="text/javascript")
            else:
                route.fulfill(body=body, content_type="text/html; charset=utf-8")

        page = self._browser.new_context(java_script_enabled=scripts, timezone_id=zone).new_page()
        page.route("**/*", answer)
        if scripts:
            page.clock.set_fixed_time(now)
        page.goto(f"{SITE}{made_page.path}")
        return page


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Opens pages and closes them afterwards."""
    yield Reader(browser)
    for context in browser.contexts:
        context.close()


def plaque(page: Page) -> Locator:
    """What the place holds, on its own page."""
    return page.locator(".u-plaque:visible")


def line(page: Page) -> Locator:
    """The place in a list."""
    return page.locator("[data-places] > li")


def status(page: Page) -> str:
    """What is announced about the age of the page."""
    return page.locator("[data-news]").inner_text()


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_label_that_ended_since_the_build_is_shown_as_expired(reader: Reader, zone: str) -> None:
    page = reader.opens(place(), AFTER, zone=zone)
    assert plaque(page).locator(".u-plaque__word").inner_text() == "Expired"
    assert "Ended on 31 May 2031" in plaque(page).inner_text()
    assert "u-tone-lost" in (plaque(page).get_attribute("class") or "").split()
    assert plaque(page).locator("circle.u-mark__sign").count() == 1
    assert "built on 1 September 2028" in status(page)
    assert page.get_by_role("status").first.inner_text() == status(page)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_on_its_last_day_the_label_is_still_shown(reader: Reader, zone: str) -> None:
    page = reader.opens(place(), LAST, zone=zone)
    assert plaque(page).locator(".u-plaque__word").inner_text() == "Silver"
    assert status(page) == ""


def test_nothing_else_on_the_page_shows_the_level_as_valid(reader: Reader) -> None:
    """What was in force until then is said once, as what it held; badges and present levels are gone."""
    page = reader.opens(place(), AFTER)
    assert page.get_by_text("In force until").filter(visible=True).count() == 0
    assert page.locator("img.u-badge:visible").count() == 0
    before = reader.opens(place(), LAST)
    assert before.locator("img.u-badge:visible").count()


def test_in_the_directory_the_line_and_its_mark_change(reader: Reader) -> None:
    page = reader.opens(listed(), AFTER)
    assert line(page).locator("strong").inner_text() == "Expired"
    assert "on 31 May 2031, was Silver" in line(page).inner_text()
    assert line(page).locator("> .u-mark.u-tone-lost circle.u-mark__sign").count() == 1
    assert "built on 1 September 2028" in status(page)


def test_in_the_directory_the_label_is_shown_on_its_last_day(reader: Reader) -> None:
    page = reader.opens(listed(), LAST)
    assert line(page).locator("strong").inner_text() == "Silver"
    assert line(page).locator("> .u-mark.u-tone-silver").count() == 1
    assert status(page) == ""


@pytest.mark.parametrize("path", ["compare/themes/city/", "compare/criteria/b2/"])
def test_in_a_comparison_the_cell_changes(reader: Reader, path: str) -> None:
    cell = "tbody tr:has(th[scope=row]) td >> nth=0"
    assert reader.opens(compared(path), LAST).locator(cell).inner_text().startswith("Silver")
    assert reader.opens(compared(path), AFTER).locator(cell).inner_text().startswith("Expired")


def test_a_suspension_that_was_decided_before_the_build_takes_effect_on_its_day(reader: Reader) -> None:
    made_page = place(GRANT, SUSPENSION)
    before, after = (reader.opens(made_page, f"2028-09-0{day}T12:00:00Z") for day in (7, 8))
    assert plaque(before).locator(".u-plaque__word").inner_text() == "Silver"
    assert plaque(after).locator(".u-plaque__word").inner_text() == "Suspended"
    assert after.get_by_text("No answer.").first.is_visible()


def test_a_renewal_that_was_decided_before_the_build_follows_without_a_gap(reader: Reader) -> None:
    page = reader.opens(listed(GRANT, RENEWAL), AFTER)
    assert line(page).locator("strong").inner_text() == "Gold"
    assert "until 31 May 2034" in line(page).inner_text()
    assert line(page).locator("> .u-mark.u-tone-gold").count() == 1


def test_a_decision_that_nobody_had_taken_on_the_day_of_the_build_is_not_told(reader: Reader) -> None:
    later = act("withdrawal", date(2029, 1, 1), 2)
    page = reader.opens(place(GRANT, later), "2029-02-01T00:00:00Z")
    assert plaque(page).locator(".u-plaque__word").inner_text() == "Silver"
    assert "withdrawal" not in page.content()


def test_a_specimen_stays_as_on_its_day(reader: Reader) -> None:
    page = reader.opens(place(specimen=True), "2040-01-01T00:00:00Z")
    assert plaque(page).locator(".u-plaque__word").inner_text() == "Silver"
    assert page.locator("[data-news]").count() == 0


def test_a_page_left_open_over_midnight_changes_when_it_is_looked_at_again(reader: Reader) -> None:
    page = reader.opens(place(), LAST)
    page.clock.set_fixed_time(AFTER)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert plaque(page).locator(".u-plaque__word").inner_text() == "Expired"
    assert page.locator("[data-news] p").count() == 1


def test_without_scripts_the_page_says_until_when_the_label_is_in_force(reader: Reader) -> None:
    page = reader.opens(place(), AFTER, scripts=False)
    assert "In force until 31 May 2031" in plaque(page).inner_text()
    assert reader.opens(listed(), AFTER, scripts=False).locator("strong").filter(has_text="Silver").is_visible()
