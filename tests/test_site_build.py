"""The publishing machine, on a small site with hostile names."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import Markup
from tests.small_site import NAMES, pages, project, publication
from tests.test_links import agreed

from citylabel.site import swap
from citylabel.site.build import build
from citylabel.site.complete import files_below
from citylabel.site.problem import SiteRefused
from citylabel.site.sitemap import sitemap
from citylabel.views.frame import Frame, FrameError
from citylabel.views.page import File, Page

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with a space in its path."""
    return project(tmp_path_factory.mktemp("a project"), ROOT)


@pytest.fixture(scope="module")
def site(place: Path) -> Path:
    """The small site, built once."""
    build([publication()], root=place, out=place / "site", crawl_all=True)
    return place / "site"


@pytest.fixture(scope="module")
def bilingual(place: Path) -> Path:
    """The same in English and Greek, where nothing is translated yet."""
    both = [publication(locale, ("en", "el")) for locale in ("en", "el")]
    build(both, root=place, out=place / "both", crawl_all=True)
    return place / "both"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file and its bytes."""
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


def read(folder: Path, path: str) -> str:
    """One page."""
    return (folder / path / "index.html").read_text("utf-8")


def test_a_hostile_name_is_text_everywhere(site: Path) -> None:
    page = read(site, "cities/ie-odd/")
    assert "<b>" not in page.split("<main")[0]
    assert "Ó&#39;Brien &amp; “Sons” &lt;b&gt;&#34;Town&#34;&lt;/b&gt; &amp;amp; $1 \\1 {{ 7 }}" in page


def test_every_page_says_where_it_is_and_what_search_engines_may_do(site: Path) -> None:
    koivu, odd = read(site, "cities/fi-koivu/"), read(site, "cities/ie-odd/")
    assert '<link rel="canonical" href="https://label.example/cities/fi-koivu/">' in koivu
    assert '<meta name="robots" content="index, follow">' in koivu
    assert '<meta name="robots" content="noindex">' in odd
    assert 'href="../../cities/" aria-current="true"' in koivu


def test_the_sitemap_lists_indexable_pages_only(site: Path) -> None:
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://label.example/cities/gr-nea/</loc>" in listed
    assert "<loc>https://label.example/handbook/apply/</loc>" in listed
    assert "ie-odd" not in listed
    assert "xq" not in listed


def test_a_long_sitemap_is_cut_into_several_files() -> None:
    parts = dict(sitemap("https://x.example/", [f"https://x.example/{n}/" for n in range(50_001)]))
    assert list(parts) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert b"<sitemapindex" in parts["sitemap.xml"]
    assert parts["sitemap-2.xml"].count(b"<loc>") == 1


def test_every_page_has_the_policy_and_nothing_that_it_refuses(site: Path) -> None:
    names = [name for name in files_below(site) if name.endswith(".html")]
    assert "404.html" in names
    for name in names:
        page = (site / name).read_text("utf-8")
        assert "default-src &#39;none&#39;; script-src &#39;self&#39;; style-src" in page
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", page)
        assert "unsafe" not in page
        assert not re.search(r'(?:src|<link[^>]*rel="(?:style|icon|pre)[^>]*href)="https?:', page)


def test_an_inline_script_of_a_written_page_is_allowed_by_its_hash(tmp_path: Path) -> None:
    place = project(tmp_path, ROOT)
    with (place / "docs/en/about.md").open("a", encoding="utf-8") as text:
        text.write("\n<script>1</script>\n\n<script type='application/json'>{}</script>\n")
    build([publication()], root=place, out=place / "site")
    policy = re.search(r'content="(default-src[^"]*)"', read(place / "site", "about/"))
    assert policy
    # echo -n 1 | openssl dgst -sha256 -binary | base64
    digest = "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="
    assert policy[1].count("sha256-") == 1
    assert digest in policy[1]


def test_register_pages_do_without_materials_stylesheet_and_script(site: Path) -> None:
    assert "/written." not in read(site, "cities/fi-koivu/")
    assert "/written." in read(site, "handbook/")
    assert not [name for name in files_below(site) if "bundle" in name or "search" in name]


def test_written_titles_are_plain_text(site: Path) -> None:
    page = read(site, "handbook/apply/")
    assert "<title>Apply &amp; win \N{EN DASH} User-centric Cities</title>" in page
    assert ">Apply &amp; win</a>" in page


def test_the_page_for_missing_addresses_works_at_any_depth(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")
    assert 'href="/assets/label.' in page
    assert 'href="/"' in page
    assert "//assets" not in page


def test_the_scanner_agrees_with_the_standard_parser_on_every_page(site: Path) -> None:
    for name in files_below(site):
        if name.endswith(".html"):
            agreed((site / name).read_text("utf-8"))


def test_the_same_input_gives_the_same_bytes_elsewhere(site: Path, tmp_path: Path) -> None:
    """Another folder, another time zone, another hash seed, another locale, another process."""
    place = project(tmp_path, ROOT)
    program = (
        "import sys; from pathlib import Path; from citylabel.site.build import build\n"
        "from tests.small_site import publication\n"
        "root = Path(sys.argv[1]); build([publication()], root=root, out=root / 'site')"
    )
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "C"}
    there = os.environ | other | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", program, str(place)], check=True, env=there, cwd=tmp_path)
    assert contents(place / "site") == contents(site)


def test_locales_link_to_each_other_and_share_the_assets(bilingual: Path) -> None:
    greek = read(bilingual, "el/cities/fi-koivu/")
    assert '<html lang="el" dir="ltr">' in greek
    assert 'href="../../../assets/label.' in greek
    address = "https://label.example/"
    assert f'<link rel="alternate " hreflang="el" href="{address}el/cities/fi-koivu/">' in greek
    assert f'<link rel="alternate " hreflang="x-default" href="{address}cities/fi-koivu/">' in greek
    assert '<a href="../../../cities/fi-koivu/" lang="en" hreflang="en">English</a>' in greek
    assert "label-sans-greek.woff2" in greek
    english = read(bilingual, "cities/fi-koivu/")
    assert '<a href="../../el/cities/fi-koivu/" lang="el" hreflang="el">Ελληνικά</a>' in english


def test_a_page_that_is_not_translated_says_so(bilingual: Path) -> None:
    page = read(bilingual, "el/handbook/")
    assert 'id="main" tabindex="-1" lang="en"' in page
    assert "not translated yet" in page
    assert "not translated yet" not in read(bilingual, "handbook/")
    assert not (bilingual / "el/404.html").exists()


def test_one_locale_offers_no_choice_of_language(site: Path) -> None:
    assert "hreflang" not in read(site, "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<a href="../nowhere/">x</a>', "leads nowhere"),
        ('<img src="https://elsewhere.example/x.png">', "loads from another host"),
        ('<p style="color:red">x</p>', "style on <p>"),
    ],
)
def test_a_defect_leaves_the_last_good_site(site: Path, content: str, said: str) -> None:
    before = contents(site)
    body = Markup(content)  # noqa: S704 - what is tested
    bad = Page(path="bad/", title="Bad", description="", content=body)
    with pytest.raises(SiteRefused, match=said):
        build([publication(more=(bad,))], root=site.parent, out=site)
    assert contents(site) == before
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[x](nowhere.md)", "nowhere.md"),
        ("[x](cities/fi-gone.md)", "cities/fi-gone.md"),
        ("[x](criteria.md#gone)", "#gone"),
    ],
)
def test_a_broken_link_in_markdown_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    place = project(tmp_path, ROOT)
    (place / "docs/en/about.md").write_text(f"# About\n\n{text}\n", "utf-8")
    with pytest.raises(SiteRefused, match=said) as refused:
        build([publication()], root=place, out=place / "site")
    assert "about.md" in refused.value.complaints[0]
    assert not (place / "site").exists()


def test_a_written_page_in_no_navigation_is_noticed(tmp_path: Path) -> None:
    place = project(tmp_path, ROOT)
    (place / "docs/en/forgotten.md").write_text("# Forgotten\n", "utf-8")
    with pytest.raises(SiteRefused, match=r"forgotten\.md"):
        build([publication()], root=place, out=place / "site")


def test_two_pages_at_one_address_are_refused(place: Path) -> None:
    twice = dataclasses.replace(pages()[1], path="about/")
    with pytest.raises(SiteRefused, match=r"about/index\.html"):
        build([publication(more=(twice,))], root=place, out=place / "twice")


def test_a_promised_page_that_was_not_written_is_noticed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = publication().stream
    short = dataclasses.replace(publication(), stream=_Lazy(stream.pages))  # type: ignore[attr-defined]
    with pytest.raises(SiteRefused, match=r"/cities/gr-nea/index\.html was not written"):
        build([short], root=place, out=place / "short")
    monkeypatch.undo()


def test_a_fault_on_the_fast_road_is_noticed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Frame.fill
    monkeypatch.setattr(Frame, "fill", lambda self, page: right(self, page).replace(b"&#34;Town", b'"Town'))
    with pytest.raises(SiteRefused, match="/cities/ie-odd/ differs between the fast road"):
        build([publication()], root=place, out=place / "wrong")


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path, place: Path) -> None:
    (tmp_path / "precious.txt").write_text("x", "utf-8")
    with pytest.raises(SiteRefused, match="no site that was built here"):
        build([publication()], root=place, out=tmp_path)
    assert (tmp_path / "precious.txt").exists()


@pytest.mark.parametrize("exchange", [True, False])
def test_a_new_site_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    out = tmp_path / "site"
    for text in ("one", "two"):
        new = swap.new_folder(out)
        (new / ".nojekyll").write_text(text, "utf-8")
        swap.publish(new, out)
    assert (out / ".nojekyll").read_text("utf-8") == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_command_killed_between_two_renames_is_repaired(tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old/.nojekyll").write_text("last good", "utf-8")
    swap.repair(tmp_path / "site")
    assert (tmp_path / "site/.nojekyll").read_text("utf-8") == "last good"


def test_files_are_published_as_they_are(site: Path) -> None:
    assert (site / "badges/fi-koivu.svg").read_bytes().startswith(b"<svg")
    with pytest.raises(ValueError, match="cannot live"):
        File(path="../x", body=b"")


def test_the_visit_of_a_page_stays_within_its_budget(site: Path) -> None:
    """130 kB a page at first visit, compressed; fonts are compressed already."""
    import gzip  # noqa: PLC0415 - for this test alone

    loaded = [site / "cities/fi-koivu/index.html", *(site / "assets").glob("label.*.css")]
    loaded += [*(site / "assets").glob("modules.*/shell.js")]
    packed = sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in loaded)
    assert packed + (site / "assets/fonts/label-sans-latin.woff2").stat().st_size < 60_000


class _Lazy:
    """A stream that loses a page."""

    def __init__(self, prepared: tuple[Page, ...]) -> None:
        from citylabel.views.stream import PreparedPages  # noqa: PLC0415 - beside its use

        self._all = PreparedPages(prepared)
        self.titles = dict.fromkeys(NAMES, "plain")
        self.frames, self.indexable = self._all.frames, self._all.indexable
        self.files = self._all.files
        self.page, self.write_files = self._all.page, self._all.write_files

    def write(self, frames: object, out: Path) -> None:
        """Write nothing but what the samples need."""
        kept = tuple(page for page in self._all.pages if page.path != "cities/gr-nea/")
        dataclasses.replace(self._all, pages=kept).write(frames, out)  # type: ignore[arg-type]


__all__ = ["FrameError"]
