"""One visit to every kind of page: it fits, it is quiet, it asks nobody else, it stores nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from tests.browser.kinds import KINDS, OPEN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const held = each => each && each !== document.body
        && (getComputedStyle(each).overflowX !== 'visible' || held(each.parentElement));
    return [...document.body.querySelectorAll('*')]
        .filter(each => each.getBoundingClientRect().right > room + 1 && !held(each.parentElement))
        .map(each => each.tagName + '.' + each.getAttribute('class')).slice(0, 5).concat(['(too wide)']);
}"""
LARGE_TEXT = """() => {
    const root = document.documentElement;
    root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
WIDE_SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
NARROW = "document.documentElement.style.fontSize = ''; document.adoptedStyleSheets = [];"
WINDOWS = {
    "320 px": (320, 640, ""),
    "360 px": (360, 740, ""),
    "1280 px at 400 %": (320, 256, ""),
    "1280 px at 200 %, or text alone at 200 %": (640, 512, LARGE_TEXT),
    "360 px with the text spacing of WCAG 1.4.12": (360, 740, WIDE_SPACING),
}
"""Width, height, and what the reader changes."""
COVERED = """() => [...document.body.querySelectorAll('*')]
    .filter(each => ['fixed', 'sticky'].includes(getComputedStyle(each).position))
    .filter(each => each.getBoundingClientRect().height > innerHeight / 4)
    .map(each => each.tagName + '.' + each.getAttribute('class'))"""


@dataclass
class Visits:
    """What happened while all kinds of pages were visited one after the other, in one tab."""

    asked: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    too_wide: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """By window, then by kind of page: what sticks out."""
    covered: dict[str, list[str]] = field(default_factory=dict)
    stored: int = 0
    cookies: int = 0


@pytest.fixture(scope="module")
def visits(browser: Browser, site_address: str) -> Visits:
    """Visit them all."""
    seen = Visits()
    page = browser.new_page()
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("requestfailed", lambda request: seen.missing.append(request.url))
    page.on("response", lambda answer: seen.missing.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"{page.url}: {error}"))
    for kind, path in KINDS.items():
        page.goto(urljoin(site_address, path))
        _measure(page, kind, seen)
    page.goto(site_address, wait_until="networkidle")
    seen.stored = page.evaluate("localStorage.length + sessionStorage.length")
    seen.cookies = len(page.context.cookies())
    page.close()
    return seen


def _measure(page: Page, kind: str, seen: Visits) -> None:
    page.evaluate(OPEN)
    for window, (width, height, change) in WINDOWS.items():
        page.set_viewport_size({"width": width, "height": height})
        if change:
            page.evaluate(change)
        if found := page.evaluate(TOO_WIDE):
            seen.too_wide.setdefault(window, {})[kind] = found
        if height < width and not change and (found := page.evaluate(COVERED)):
            seen.covered[kind] = found
        page.evaluate(NARROW)


@pytest.mark.parametrize("window", WINDOWS)
def test_no_kind_of_page_scrolls_sideways(visits: Visits, window: str) -> None:
    """WCAG 1.4.4, 1.4.10 and 1.4.12: with everything opened that can be opened."""
    assert visits.too_wide.get(window, {}) == {}


def test_nothing_stays_in_front_of_a_small_window(visits: Visits) -> None:
    """WCAG 1.4.10 and 2.4.11: at 400 % a bar that does not scroll away would hide what has the focus."""
    assert visits.covered == {}


def test_nothing_is_asked_of_another_host_or_outside_the_folder_of_the_site(visits: Visits, site_address: str) -> None:
    origin = urljoin(site_address, "/")
    assert len(visits.asked) > len(KINDS)
    assert [url for url in visits.asked if not url.startswith((origin, "data:"))] == []
    outside = [url for url in visits.asked if not url.startswith((site_address, "data:"))]
    assert {url.removeprefix(origin).split("/")[0] for url in outside} <= {"404.html", "assets"}


def test_nothing_is_asked_for_that_is_not_there(visits: Visits) -> None:
    assert visits.missing == []


def test_the_console_stays_empty(visits: Visits) -> None:
    """Neither scripts nor the policy of a page have anything to complain of."""
    assert visits.said == []


def test_a_visit_leaves_nothing_behind_in_the_browser(visits: Visits) -> None:
    assert (visits.stored, visits.cookies) == (0, 0)


def test_a_page_that_is_too_wide_would_be_noticed(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.set_content("<div class='far'>" + "x" * 400 + "</div>")
    assert page.evaluate(TOO_WIDE)[-1] == "(too wide)"
    page.close()
