"""The frame round every page, in a browser: private, calm, and without JavaScript too."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.small_site import project, publication

from citylabel.site.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("", "cities/ie-odd/", "handbook/", "criteria/a1/", "404.html")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The standard library's server, without its log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site in two languages, served."""
    place = project(tmp_path_factory.mktemp("project"), ROOT)
    both = [publication(locale, ("en", "el")) for locale in ("en", "el")]
    build(both, root=place, out=place / "site")
    handler = functools.partial(Quiet, directory=str(place / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_no_page_asks_another_host_complains_or_stores_anything(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []
    assert [url for url in asked if not url.startswith(address)] == []
    assert [url for url in asked if "sitemap" in url] == []
    assert said == []
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_a_colour_is_stored_only_when_chosen_and_forgotten_when_unchosen(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="light")
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    button = page.locator("[data-u-switch]")
    for _ in "light", "dark":
        button.click()
    assert page.evaluate(ground) == "rgb(15, 28, 32)"
    page.goto(f"{address}handbook/")
    assert page.evaluate(ground) == "rgb(15, 28, 32)"
    page.locator("[data-u-switch]").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.close()


def test_menu_language_and_dark_colours_work_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False, color_scheme="dark", viewport={"width": 360, "height": 800})
    page.goto(address)
    assert page.locator("[data-u-switch]").is_hidden()
    page.locator(".u-menu summary").click()
    page.locator(".u-menu a", has_text="Criteria").click()
    assert page.url == f"{address}criteria/"
    page.locator(".u-language summary").click()
    page.locator(".u-language a[hreflang=el]").click()
    assert page.url == f"{address}el/criteria/"
    page.close()


def test_escape_closes_a_menu_and_gives_the_focus_back(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address, wait_until="networkidle")
    page.locator(".u-menu summary").press("Enter")
    page.locator(".u-menu a").first.focus()
    page.keyboard.press("Escape")
    assert page.locator(".u-menu").get_attribute("open") is None
    assert page.evaluate("document.activeElement.parentElement.className") == "u-drop u-menu"
    page.close()
