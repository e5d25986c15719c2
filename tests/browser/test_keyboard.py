"""The whole site by keyboard: in a sensible order, with the focus always to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOME = ("home", "directory", "place with silver, name in Greek", "comparison by theme", "criterion", "handbook")
MOST = 60
"""Stops of a page that are looked at."""
WHERE = """() => {
    const each = document.activeElement;
    if (each === document.body) return null;
    const look = getComputedStyle(each), box = each.getBoundingClientRect();
    const part = each.closest('main, header, footer, .u-tabs, .u-announce, .u-side, .u-skip');
    return {
        part: part ? part.matches('main') ? 'main' : part.className || part.tagName : 'body',
        name: each.tagName + ' ' + (each.innerText || each.getAttribute('aria-label') || each.id || '').slice(0, 40),
        outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
    };
}"""


def stops(page: Page) -> list[dict[str, object]]:
    """Press Tab again and again, and note where the focus is."""
    found = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("kind", SOME)
def test_tab_goes_from_the_skip_link_over_the_header_into_the_content(
    browser: Browser, site_address: str, kind: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(urljoin(site_address, KINDS[kind]))
    found = stops(page)
    page.close()
    parts = [stop["part"] for stop in found]
    order = list(dict.fromkeys(parts))
    assert order[0] == "u-skip"
    assert order.index("u-header") < order.index("u-tabs") < order.index("main")
    assert [stop["name"] for stop in found if not stop["outlined"]] == []
    assert [stop["name"] for stop in found if not stop["inView"]] == []


def test_the_skip_link_leads_into_the_content(browser: Browser, site_address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(urljoin(site_address, KINDS["directory"]))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    stop = page.evaluate(WHERE)
    page.close()
    assert stop["part"] == "main"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_works_by_keyboard(browser: Browser, site_address: str, *, scripts: bool) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page.goto(site_address)
    page.locator(".u-menu > summary").focus()
    page.keyboard.press("Enter")
    links = page.locator(".u-menu a")
    assert links.first.is_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/")
    assert not page.locator(".u-menu a").first.is_visible()
    page.close()


def test_what_is_folded_opens_by_keyboard(browser: Browser, site_address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(urljoin(site_address, KINDS["place with silver, name in Greek"]))
    open_before = page.locator("main details[open]").count()
    page.locator("main details:not([open]) > summary").first.focus()
    page.keyboard.press("Space")
    assert page.locator("main details[open]").count() == open_before + 1
    page.close()
