"""On paper, in forced colours and without scripts, a page says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from tests.browser.kinds import KINDS, some_places

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HIDDEN = """selector => [...document.querySelectorAll(selector)]
    .filter(each => each.textContent.trim() && !each.closest('.u-unseen') && !each.querySelector('.u-unseen'))
    .filter(each => !each.innerText.trim()
        || !each.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true}))
    .map(each => each.outerHTML.slice(0, 120))"""
LIKE_THE_GROUND = """selector => [...document.querySelectorAll(selector)].filter(each => {
    const look = getComputedStyle(each), part = each.ownerSVGElement ? [look.fill, look.stroke] : [look.color];
    let ground = each, below = 'rgba(0, 0, 0, 0)';
    while (ground && below === 'rgba(0, 0, 0, 0)') {
        below = getComputedStyle(ground).backgroundColor;
        ground = ground.parentElement;
    }
    return part.every(colour => colour === below || colour === 'none');
}).map(each => each.outerHTML.slice(0, 120))"""
STATES = ".u-plaque__word, .u-plaque__line, main .u-tag--specimen, .u-places strong, main details *:is(p, td, th, dd)"


@pytest.mark.parametrize("kind", ["directory", "comparison by theme", *some_places()])
def test_paper_shows_every_state_and_everything_that_is_folded(browser: Browser, site_address: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(urljoin(site_address, KINDS[kind]))
    page.emulate_media(media="print")
    words = page.locator(".u-plaque__word, .u-places strong, main table").count()
    assert words
    assert page.evaluate(HIDDEN, STATES) == []
    assert not page.locator(".u-tabs, .u-menu > summary").locator("visible=true").count()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_words_and_the_shapes_of_levels(
    browser: Browser, site_address: str, scheme: str
) -> None:
    page = browser.new_page(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    for kind in ("directory", "place with gold", "place suspended", "comparison by theme"):
        page.goto(urljoin(site_address, KINDS[kind]))
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(HIDDEN, ".u-plaque__word, .u-places strong") == [], kind
        shapes = ".u-plaque__word, .u-places strong, .u-mark path, .u-mark circle, .u-share__bar rect"
        assert page.locator(shapes).count(), kind
        assert page.evaluate(LIKE_THE_GROUND, shapes) == [], kind
    page.close()


@pytest.mark.parametrize("kind", [*some_places(), "directory", "comparison by criterion", "criterion"])
def test_a_page_says_the_same_without_scripts(browser: Browser, site_address: str, kind: str) -> None:
    said = []
    for scripts in (True, False):
        page = browser.new_page(java_script_enabled=scripts)
        page.goto(urljoin(site_address, KINDS[kind]))
        said.append(page.locator("main :is(h1, h2, h3, table, .u-plaque, .u-places)").all_inner_texts())
        page.close()
    assert said[0] == said[1]
    assert said[0]
