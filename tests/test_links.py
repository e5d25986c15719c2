"""The crawler and the links of views: nothing leads nowhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from citylabel.site.complete import files_below
from citylabel.site.links import check_links, scan
from citylabel.views.page import Links, UnknownTarget

if TYPE_CHECKING:
    from pathlib import Path

LINKS = Links(["", "cities/", "cities/fi-x/", "criteria/2026/"], shared=["badges/fi-x.svg"])


@pytest.mark.parametrize(
    ("target", "base", "href"),
    [
        ("cities/fi-x/", "criteria/2026/a1/", "../../../cities/fi-x/"),
        ("criteria/2026/#theme-a", "", "criteria/2026/#theme-a"),
        ("", "cities/fi-x/", "../../"),
        ("", "", "./"),
        ("badges/fi-x.svg", "cities/", "../badges/fi-x.svg"),
        ("cities/?c=fi-x", "cities/", "../cities/?c=fi-x"),
    ],
)
def test_links_are_relative(target: str, base: str, href: str) -> None:
    assert LINKS.to(target, base=base) == href


def test_other_locales_share_the_files_of_the_root() -> None:
    french = Links(["cities/"], shared=["badges/fi-x.svg"], up="../")
    assert french.to("badges/fi-x.svg", base="cities/") == "../../badges/fi-x.svg"


def test_a_link_to_what_is_not_published_is_an_error() -> None:
    with pytest.raises(UnknownTarget, match="links to /cities/fi-y/"):
        LINKS.to("cities/fi-y/", base="cities/")


PAGE = '<!doctype html><html><body><p id="top">x</p>{}</body></html>'


def site(folder: Path, **bodies: str) -> Path:
    """A site of pages by name; "home" is at the root."""
    for name, body in bodies.items():
        place = folder if name == "home" else folder / name
        place.mkdir(exist_ok=True)
        (place / "index.html").write_text(PAGE.format(body), "utf-8")
    return folder


def crawled(folder: Path, skipped: frozenset[str] = frozenset()) -> list[str]:
    """What the crawler says of a site."""
    files = frozenset(files_below(folder))
    return check_links(folder, files, "https://label.example/", skipped)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="nowhere/">x</a>', "leads nowhere"),
        ('<a href="other">x</a>', "leads nowhere"),
        ('<a href="other/#gone">x</a>', "an anchor that /other/ does not have"),
        ('<a href="#gone">x</a>', "an anchor that this page does not have"),
        ('<a href="../">x</a>', "climbs out of the site"),
        ('<img src="https://elsewhere.example/x.png">', "another host"),
        ('<img srcset="a.png 1x, b.png 2x">', "leads nowhere"),
        ('<link rel="stylesheet" href="x.css">', "leads nowhere"),
        ('<a href="javascript:alert(1)">x</a>', "scheme 'javascript'"),
        ('<a href="https://label.example/gone/">x</a>', "leads nowhere"),
        ('<p style="color:red">x</p>', "style on <p>"),
        ('<p onclick="x()">x</p>', "onclick on <p>"),
        ('<p id="top">x</p>', "stands there twice"),
    ],
)
def test_what_leads_nowhere_is_said(tmp_path: Path, body: str, said: str) -> None:
    complaints = crawled(site(tmp_path, home=body, other=""))
    assert len(complaints) >= 1
    assert all(said in line and line.startswith("/index.html") for line in complaints)


@pytest.mark.parametrize(
    "body",
    [
        '<a href="other/#top">x</a>',
        '<a href="./">x</a>',
        '<a href="#top">x</a>',
        '<a href="https://label.example/other/">x</a>',
        '<a href="https://elsewhere.example/#x">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<!-- <a href="nowhere/"> -->',
        '<pre>&lt;a href="nowhere/"&gt;</pre>',
        '<img src="data:image/png;base64,AA==">',
    ],
)
def test_good_links_are_left_alone(tmp_path: Path, body: str) -> None:
    assert crawled(site(tmp_path, home=body, other="")) == []


def test_a_skipped_page_is_no_source_but_still_a_target(tmp_path: Path) -> None:
    folder = site(tmp_path, home='<a href="other/#gone">x</a>', other='<a href="nowhere/">x</a>')
    (line,) = crawled(folder, frozenset({"other/"}))
    assert "/other/ does not have" in line


class Slow(HTMLParser):
    """The standard library's parser, as a judge."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses and anchors."""
        for name, value in attrs:
            if name in {"href", "src", "id"}:
                self.found.add((tag if name != "id" else "", name, value or ""))


def agreed(text: str) -> None:
    """Both parsers find the same in a page."""
    judge = Slow()
    judge.feed(text)
    fast = scan(text)
    links = {(tag, name, value) for tag, name, value in fast.links if name in {"href", "src"}}
    assert links | {("", "id", value) for value in fast.ids} == judge.found


def test_the_scanner_finds_what_the_standard_parser_finds() -> None:
    agreed(
        "<p title='a > b' id=\"x\">1 < 2 &amp; 3 > 2 <a\n href='a?b&amp;c' >y</a><script>"
        'if (a < b) document.write("<a href=\\"z\\">")</script><!-- <i id="no"> --><br/>'
        '<IMG SRC="q"><a data-href="no" href="&#34;">z</a>'
    )
