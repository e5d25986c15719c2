"""Chromium for the browser tests, or a clear word that they were not run.

`CITYLABEL_BROWSER=required` turns "not run" into a failure; `.ci/run` sets it.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from tests.built import Site

HERE = Path(__file__).parent
NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
NO_CHROMIUM = (
    'not run: there is no Chromium here; install it with "sudo apt install chromium" (Debian), '
    '"sudo dnf install chromium" (Fedora) or "brew install --cask google-chrome" (macOS), '
    "or name one: CHROMIUM=/path/to/chrome make test"
)
NO_DRIVER = (
    "not run: Playwright's driver does not start here; install what it needs with "
    '"sudo apt install libatomic1" (Debian) or "sudo dnf install libatomic" (Fedora)'
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder, so that `-m "not browser"` leaves it out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


def find_chromium() -> str | None:
    """The path of a Chromium: `$CHROMIUM` if it is set, else the first known name that is here."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    places = (place for place in PLACES if Path(place).exists())
    return next(filter(None, map(shutil.which, NAMES)), next(places, None))


def arguments() -> list[str]:
    """Chromium's own sandbox does not start for root; everyone else keeps it."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []


def driver_starts() -> bool:
    """Whether Playwright's own program runs: a minimal system may lack a library that it needs."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def not_run(why: str) -> NoReturn:
    """Skip, or fail where the browser tests are required."""
    if os.environ.get("CITYLABEL_BROWSER") == "required":
        pytest.fail(why, pytrace=False)
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests; each test opens a context of its own in it."""
    path = find_chromium()
    if path is None:
        not_run(NO_CHROMIUM)
    if not driver_starts():
        not_run(NO_DRIVER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments())
        yield browser
        browser.close()


UNDER = "/label/"
"""Where the tests serve the real site: it has to live below any path."""


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host that serves the site below a path, and its page for missing addresses from the root."""

    def translate_path(self, path: str) -> str:
        """Find the file of an address."""
        return super().translate_path(path.replace(UNDER, "/", 1) if path.startswith(UNDER) else path)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site_address(real_site: Site) -> Iterator[str]:
    """The real site, served at this address for as long as the tests run."""
    handler = functools.partial(_Host, directory=str(real_site.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{UNDER}"
        server.shutdown()
