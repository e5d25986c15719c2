"""Every link of the real site leads somewhere, and no page asks anyone else for anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tests.site.outline import LOADED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.built import Site
    from tests.site.outline import Outline

HOST = "https://label.example/"
"""Where `data/label.yml` says the site is."""


def inside(outlines: dict[str, Outline]) -> Iterator[tuple[str, str, str]]:
    """Give page, file and anchor of every link within the site."""
    for name, page in outlines.items():
        for _, _, address in page.links:
            target = urlsplit(urljoin(HOST + name, address))
            if f"{target.scheme}://{target.netloc}/" == HOST:
                path = unquote(target.path).removeprefix("/")
                file = f"{path}index.html" if not path or path.endswith("/") else path
                yield name, file, unquote(target.fragment)


def test_every_link_within_the_site_leads_to_a_file(real_site: Site, outlines: dict[str, Outline]) -> None:
    links = list(inside(outlines))
    assert len(links) > 10_000
    assert sorted({(name, file) for name, file, _ in links if file not in real_site.names}) == []


def test_every_anchor_exists(outlines: dict[str, Outline]) -> None:
    anchors = {name: set(page.ids) for name, page in outlines.items()}
    asked = [(name, file, anchor) for name, file, anchor in inside(outlines) if anchor and file in anchors]
    assert len(asked) > 1_000
    assert sorted({each for each in asked if each[2] not in anchors[each[1]]}) == []


def test_only_plain_links_lead_to_other_hosts(outlines: dict[str, Outline]) -> None:
    """What is loaded comes from the site itself; `rel=canonical` and the like name the site, and load nothing."""
    loaded = [
        (name, tag, address)
        for name, page in outlines.items()
        for tag, attribute, address in page.links
        if (tag != "a" or attribute in LOADED)
        and urlsplit(address).scheme not in {"", "data"}
        and not (tag == "link" and address.startswith(HOST))
    ]
    assert loaded == []


def test_links_to_others_are_https(outlines: dict[str, Outline]) -> None:
    schemes = {urlsplit(address).scheme for page in outlines.values() for _, _, address in page.links}
    assert schemes == {"", "https", "mailto"}


def test_style_sheets_and_drawings_load_nothing_from_elsewhere(real_site: Site) -> None:
    files = [name for name in real_site.names if name.endswith((".css", ".svg"))]
    assert len(files) > 20
    pattern = re.compile(r"""url\(\s*["']?(?:https?:)?//|@import|(?:href|src)=["'](?:https?:)?//""")
    assert [name for name in files if pattern.search(real_site.text(name))] == []


def test_scripts_name_no_other_host(real_site: Site) -> None:
    files = [name for name in real_site.names if name.endswith(".js")]
    assert files
    assert [name for name in files if re.search(r"https?://", real_site.text(name))] == []
