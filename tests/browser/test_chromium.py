"""The browser that the other browser tests stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_chromium_shows_a_page_and_runs_its_script(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<title>Ylälahti</title><p></p><script>document.title += ' 1'</script>")
    assert page.title() == "Ylälahti 1"
    page.close()


def test_chromium_reads_without_javascript_too(browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.set_content("<noscript>without</noscript>")
    assert page.inner_text("body") == "without"
    page.close()
