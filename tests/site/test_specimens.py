"""Invented places are marked wherever they stand, and no real place holds a label that it was not given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.built import ROOT, Site, build_site, copied

if TYPE_CHECKING:
    from tests.site.outline import Outline


@pytest.fixture(scope="session")
def without_specimens(real_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a body that has switched the specimens off."""
    assert real_site.specimens
    root = copied(tmp_path_factory.mktemp("own") / "label")
    label = root / "data/label.yml"
    shown, count = re.subn(r"(?m)^  shown: true$", "  shown: false", label.read_text("utf-8"))
    assert count == 1
    label.write_text(shown, "utf-8")
    return build_site(root, root / "site")


def names_of(site: Site) -> re.Pattern[str]:
    """Match the name of any specimen, in any of its languages."""
    names = {name["text"] for place in site.specimens for name in place["names"]}
    assert len(names) > 15
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


def own_pages(site: Site) -> set[str]:
    """Name the pages that belong to one specimen each."""
    return {f"cities/{place['id']}/index.html" for place in site.specimens}


def test_every_place_of_this_repository_is_a_specimen(real_site: Site) -> None:
    assert {place["id"] for place in real_site.places} == {path.name for path in (ROOT / "data/cities").iterdir()}
    assert real_site.places == real_site.specimens


def test_a_specimens_page_says_so_above_everything_else_and_is_not_listed(
    real_site: Site, outlines: dict[str, Outline]
) -> None:
    for name in own_pages(real_site):
        page = outlines[name]
        assert page.robots == "noindex", name
        assert "u-specimen" in page.classes, name
        assert page.tagged, name
        band = next(at for at, (_, text) in enumerate(page.texts) if text.strip() == "Specimen")
        assert band < 10, name


def test_the_sitemap_lists_no_specimen_and_every_other_page_that_may_be_listed(
    real_site: Site, outlines: dict[str, Outline]
) -> None:
    listed = set(re.findall(r"<loc>https://label\.example/([^<]*)</loc>", real_site.text("sitemap.xml")))
    open_pages = {name.removesuffix("index.html") for name, page in outlines.items() if page.robots != "noindex"}
    assert listed == open_pages
    assert not [path for path in listed for place in real_site.specimens if place["id"] in path]


def test_a_specimens_name_never_stands_without_its_tag(real_site: Site, outlines: dict[str, Outline]) -> None:
    """In lists and tables of other pages: each row or heading cell with such a name has the tag beside it."""
    names = names_of(real_site)
    found = 0
    for name in outlines.keys() - own_pages(real_site):
        page = outlines[name]
        rows = {row: text for row, text in page.texts if names.search(text)}
        found += len(rows)
        assert {text for row, text in rows.items() if row not in page.tagged} == set(), name
    assert found > 500


def test_every_page_of_the_demonstration_says_that_it_is_one(outlines: dict[str, Outline]) -> None:
    assert [name for name, page in outlines.items() if "u-announce" not in page.classes] == []


def test_badges_and_data_files_of_specimens_say_so(real_site: Site) -> None:
    drawings = [name for name in real_site.names if name.startswith("badges/") and name.endswith(".svg")]
    assert len(drawings) >= 3 * len(real_site.specimens)
    assert [name for name in drawings if "specimen" not in real_site.text(name)] == []
    for place in real_site.specimens:
        assert "Specimen" in real_site.text(f"badges/{place['id']}.json")
        assert '"specimen":true' in real_site.text(f"api/v1/cities/{place['id']}.json").replace(" ", "")
    rows = real_site.text("data/cities.csv").splitlines()
    column = rows[0].lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").split(",").index("specimen")
    assert {row.split(",")[column] for row in rows[1:]} == {"yes"}


def test_practices_of_real_places_show_no_level(outlines: dict[str, Outline]) -> None:
    pages = [page for name, page in outlines.items() if name.startswith("practices/")]
    assert pages
    for page in pages:
        assert not {each for each in page.classes if each.startswith(("u-mark", "u-plaque", "u-tone"))}


def test_the_home_page_and_the_directory_claim_no_award(real_site: Site) -> None:
    for name in ("index.html", "cities/index.html"):
        assert "No label has been awarded yet." in real_site.text(name)


def test_without_specimens_the_site_says_that_nothing_has_been_awarded(without_specimens: Site) -> None:
    for name in ("index.html", "cities/index.html", "compare/index.html"):
        assert "No label has been awarded yet." in without_specimens.text(name)
    assert without_specimens.places == ()


def test_without_specimens_nothing_is_left_of_them(real_site: Site, without_specimens: Site) -> None:
    ids = tuple(place["id"] for place in real_site.specimens)
    assert [name for name in without_specimens.names if any(each in name for each in ids)] == []
    traces = re.compile("|".join([names_of(real_site).pattern, *ids, "u-tag--specimen", "u-announce"]))
    texts = [name for name in without_specimens.names if name.endswith((".html", ".json", ".csv", ".xml"))]
    assert [name for name in texts if traces.search(without_specimens.text(name))] == []


def test_without_specimens_the_written_pages_and_the_criteria_are_the_same(
    real_site: Site, without_specimens: Site
) -> None:
    lasting = {name for name in real_site.names if name.startswith(("criteria/", "problems/", "handbook/", "assets/"))}
    assert lasting <= without_specimens.names


def test_the_places_a_criterion_compares_are_those_of_the_register(real_site: Site) -> None:
    """The tag test above would be blind for a page that lists nothing."""
    text: str = real_site.text("compare/criteria/a1/index.html")
    assert [place["id"] for place in real_site.places if place["assessed"] and place["id"] not in text] == []
