"""axe-core finds nothing to complain of on any kind of page, with all that can be opened open.

`make test` looks at each kind once, in one of four looks by turns; CITYLABEL_MATRIX=full at every kind in all eight.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from tests.browser.kinds import KINDS, OPEN, PLACES, Look, looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route
    from tests.built import Site

AXE = Path(__file__).with_name("axe") / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
ASK = """async rules => {
    const found = await axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
    const said = found.violations.map(each =>
        `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(' | ')}`);
    return {said, passed: found.passes.length};
}"""


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Callable[[Look], Page]]:
    """One tab for each look: what it loaded for one page it need not load for the next."""
    opened: dict[Look, Page] = {}

    def tab(look: Look) -> Page:
        if look not in opened:
            opened[look] = _tab(browser, look)
        return opened[look]

    yield tab
    for page in opened.values():
        page.close()


def _tab(browser: Browser, look: Look) -> Page:
    """Open a tab. Without scripts it shows what such a browser makes of a page; axe itself needs one that runs some."""
    page = browser.new_page(
        viewport={"width": look.width, "height": 900},
        color_scheme="dark" if look.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    if not look.scripts:
        page.route("**/*", _without_scripts)
    return page


def _without_scripts(route: Route) -> None:
    if route.request.resource_type == "script":
        route.abort()
    elif route.request.resource_type == "document":
        answer = route.fetch()
        body = re.sub(r"<script\b.*?</script>", "", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=re.sub(r"</?noscript>", "", body))
    else:
        route.continue_()


def complaints(page: Page) -> list[str]:
    """Ask axe."""
    page.evaluate(OPEN)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(ASK, RULES)
    assert found["passed"] > 20
    return list(found["said"])


@pytest.mark.parametrize(("kind", "look"), looks(), ids=str)
def test_axe_finds_no_violation(tabs: Callable[[Look], Page], site_address: str, kind: str, look: Look) -> None:
    page = tabs(look)
    page.goto(urljoin(site_address, KINDS[kind]))
    assert complaints(page) == []


def test_axe_would_find_something(browser: Browser) -> None:
    """The rules are switched on: a page with known faults is not passed over."""
    page = browser.new_page()
    page.set_content(
        "<title>x</title><html lang=en><main><h1>One</h1><details><summary>Closed</summary><img src='data:,'>"
        "<p style='color:#bbb;background:#fff'>pale</p></details><h4>Four</h4>"
        + "".join(f"<ul><li>{n}</li></ul><p>Text {n}</p><a href='#'>Link {n}</a>" for n in range(3))
    )
    page.evaluate(OPEN)
    page.evaluate(AXE.read_text("utf-8"))
    said = "\n".join(page.evaluate(ASK, RULES)["said"])
    page.close()
    for rule in ("image-alt", "color-contrast", "heading-order"):
        assert f"{rule}: " in said


def test_the_version_of_axe_is_the_one_we_say_it_is() -> None:
    said = re.search(r"# axe-core (\S+)", AXE.with_name("README.md").read_text("utf-8"))
    assert said
    assert AXE.read_text("utf-8").startswith(f"/*! axe v{said[1]}\n")


def test_every_address_of_the_list_of_kinds_exists(real_site: Site) -> None:
    for path in KINDS.values():
        assert (path[1:] if path.startswith("/") else f"{path}index.html") in real_site.names


def test_a_place_of_each_status_and_level_is_among_the_kinds(real_site: Site) -> None:
    shown = {path.split("/")[1] for path in PLACES.values()}
    states = {(place["status"], place["level"]) for place in real_site.places}
    assert {(place["status"], place["level"]) for place in real_site.places if place["id"] in shown} == states
    longest = max(real_site.places, key=lambda place: max(len(name["text"]) for name in place["names"]))
    assert longest["id"] in shown


def test_every_kind_of_page_of_the_register_is_looked_at(real_site: Site) -> None:
    """A page of its own is a kind; three or more in a folder are one. Whoever adds a kind adds it to `kinds.py`."""
    register = [name for name in real_site.pages if "md-typeset" not in real_site.text(name)]
    folders = [name.rsplit("/", 2)[0] for name in register if name.count("/") > 1]
    looked_at = {_kind(f"{path}index.html", folders) for path in KINDS.values()}
    kinds = {_kind(name, folders) for name in register if name != "404.html"}
    assert len(kinds) > 20
    assert kinds - looked_at == set()


def _kind(name: str, folders: list[str]) -> str:
    folder = name.rsplit("/", 2)[0]
    return f"{folder}/*" if folders.count(folder) >= 3 else name
