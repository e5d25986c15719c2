"""The browser concludes the same status as the rules, from the module the site serves, wherever its clock is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.rules.vectors import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.built import Site

ZONES = ("Pacific/Kiritimati", "America/Los_Angeles", "UTC")
"""14 hours ahead of UTC, up to 8 behind, and UTC itself."""
VECTORS: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
STANDING = """async ([address, asked]) => {
  const { parse, standing } = await import(address);
  return asked.map(([acts, day]) => standing(parse(acts), day));
}"""
DAY = "async ([address, holder]) => (await import(address)).dayOf({ dataset: holder })"


@pytest.fixture(params=ZONES)
def page(request: pytest.FixtureRequest, browser: Browser, site_address: str) -> Iterator[Page]:
    """A page of the site in a browser in one of these time zones."""
    context = browser.new_context(timezone_id=request.param)
    page = context.new_page()
    page.goto(f"{site_address}privacy/")
    yield page
    context.close()


def module(site: Site, name: str) -> str:
    """Where the site serves a module, from a page one folder deep."""
    return next(f"../{each}" for each in site.names if each.startswith("assets/modules.") and each.endswith(f"/{name}"))


def stands(page: Page, site: Site, *asked: tuple[str, str]) -> list[dict[str, Any]]:
    """Where the browser says a place stands: decisions as published, and a day."""
    address = page.evaluate("path => new URL(path, location).href", module(site, "lifecycle.js"))
    answer: list[dict[str, Any]] = page.evaluate(STANDING, [address, [list(each) for each in asked]])
    return answer


def test_the_browser_agrees_with_the_rules_on_the_day_before_on_and_after(page: Page, real_site: Site) -> None:
    asked = [(vector["acts"], day, told) for vector in VECTORS for day, told in vector["on"].items()]
    answers = stands(page, real_site, *((acts, day) for acts, day, _ in asked))
    wrong = [(*each, answer) for each, answer in zip(asked, answers, strict=True) if each[2] != answer]
    assert wrong == []


def test_a_kind_of_decision_that_the_browser_does_not_know_changes_nothing(page: Page, real_site: Site) -> None:
    known = "grant 2028-06-01 bronze 2031-05-31"
    odd = f"canonisation 2028-05-01;{known};constructor 2029-01-01;toString 2029-02-01 gold 2040-01-01"
    for day in ("2028-05-15", "2029-03-01", "2031-06-01"):
        first, second = stands(page, real_site, (known, day), (odd, day))
        assert first == second


def test_a_place_that_is_no_more_holds_nothing_from_that_day_on(page: Page, real_site: Site) -> None:
    acts = "grant 2028-06-01 bronze 2031-05-31;succession 2030-01-01"
    before, after = stands(page, real_site, (acts, "2029-12-31"), (acts, "2030-01-01"))
    assert (before["status"], before["level"]) == ("valid", "bronze")
    assert (after["status"], after["since"], after["level"]) == ("succeeded", "2030-01-01", None)


def test_the_specimens_stand_in_the_browser_as_the_data_say(page: Page, real_site: Site, site_address: str) -> None:
    """From the dates on the page of each specimen follows the status that its data file names."""
    decided = {place["id"]: place for place in real_site.specimens if place["granted_on"]}
    assert decided
    for key, place in decided.items():
        page.goto(f"{site_address}cities/{key}/")
        dates = page.locator(".u-head [data-acts]")
        acts, on = dates.get_attribute("data-acts") or "", dates.get_attribute("data-on") or ""
        page.goto(f"{site_address}privacy/")
        (told,) = stands(page, real_site, (acts, on))
        assert {name: place[name] for name in ("status", "since", "level", "last_level", "until")} == told


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2031-05-31T00:00:00Z", "2031-05-31"),
        ("2031-05-31T23:59:59Z", "2031-05-31"),
        ("2031-06-01T00:00:00Z", "2031-06-01"),
        ("2020-01-01T12:00:00Z", "2030-06-15"),
    ],
    ids=["its first second", "its last second", "the next day", "a clock that lags behind the page"],
)
def test_the_day_is_the_one_in_utc(page: Page, real_site: Site, now: str, day: str) -> None:
    page.clock.set_fixed_time(now)
    address = page.evaluate("path => new URL(path, location).href", module(real_site, "status.js"))
    assert page.evaluate(DAY, [address, {"on": "2030-06-15"}]) == day
    assert page.evaluate(DAY, [address, {"on": "2030-06-15", "specimen": ""}]) == "2030-06-15"
