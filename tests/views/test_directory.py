"""The directory: every place can be found by name, level, state, kind and country, without JavaScript."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.made_register import catalogue, desk, hidden, made, many, row, texts

from citylabel.model.base import Words
from citylabel.model.place import Kind
from citylabel.rules.lifecycle import Status
from citylabel.views import directory
from citylabel.views.page import UnknownTarget

LIMIT = 250_000
SHELL = 15_000
"""What the frame round a page weighs at most."""


def test_a_place_is_on_the_lists_of_its_level_kind_country_and_letter() -> None:
    pages = made(directory, catalogue(row("gr-nealimni", "Νεαλίμνη")))
    on = {path for path, page in pages.items() if "cities/gr-nealimni/" in page.content}
    assert on == {"cities/", "cities/level/silver/", "cities/kind/city/", "cities/in/gr/", "cities/names/n/"}


def test_what_is_not_in_force_has_lists_of_its_own_and_stays_visible() -> None:
    lost = row("fi-lost", status=Status.SUSPENDED, level=None, since=date(2030, 1, 2))
    pages = made(directory, catalogue(lost))
    assert "cities/fi-lost/" in pages["cities/level/suspended/"].content
    assert "cities/fi-lost/" not in pages["cities/level/silver/"].content
    assert "since 2 Jan 2030, was Silver" in pages["cities/"].content


def test_a_renewal_in_work_is_listed_beside_the_label_it_renews() -> None:
    pages = made(directory, catalogue(row(open_case="2026-2", open_status=Status.UNDER_EVALUATION)))
    listed = pages["cities/level/in-work/"].content
    assert "Silver</strong> until" in listed
    assert "A new application is under evaluation" in listed


def test_a_label_that_present_values_no_longer_support_says_so() -> None:
    shown = made(directory, catalogue(row(fallen=True, refresh_late=True)))["cities/"].content
    assert "Present values and evidence no longer support Silver" in shown
    assert "Yearly refresh late" in shown


def test_what_a_place_writes_of_itself_is_escaped() -> None:
    name = '<script>alert("1")</script>\' onload=x'
    hostile = row(names=(Words(lang="en", text=name),) * 2, other_names=('"><img src=x>',))
    text = texts(made(directory, catalogue(hostile)).values())
    assert "<script>" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(&#34;1&#34;)" in text


def test_names_carry_their_language_and_letters_are_those_of_the_id() -> None:
    names = (Words(lang="fi", text="Åbo"), Words(lang="sv", text="Turku"))
    pages = made(directory, catalogue(row("fi-abo", names=names)))
    assert 'lang="fi" dir="auto">Åbo</a>' in pages["cities/names/a/"].content
    assert '<span lang="sv" dir="auto">Turku</span>' in pages["cities/names/a/"].content


def test_specimens_are_tagged_counted_apart_and_kept_out_of_search_engines() -> None:
    pages = made(directory, catalogue(row("fi-a"), row("fi-b", specimen=False, kind=Kind.REGION)))
    assert "<strong>1 place and 1 invented specimen</strong>" in pages["cities/"].content
    assert pages["cities/"].content.count("u-tag--specimen") == 1
    assert not pages["cities/kind/city/"].indexable
    assert pages["cities/kind/region/"].indexable


def test_nothing_is_called_awarded_while_only_specimens_hold_the_label() -> None:
    specimens = made(directory, catalogue(row()))["cities/"].content
    assert "No label has been awarded yet." in specimens
    real = made(directory, catalogue(row(specimen=False)))["cities/"].content
    assert "No label has been awarded yet." not in real


def test_an_empty_register_says_so_in_plain_words_and_has_no_counters() -> None:
    pages = made(directory, hidden(catalogue(row())))
    assert "No label has been awarded yet." in pages["cities/"].content
    assert "The register is empty." in pages["cities/"].content
    assert "0 place" not in texts(pages.values())
    assert "No place is on this list." in pages["cities/level/gold/"].content
    assert all(not page.scripts for page in pages.values())


def test_lists_that_places_link_to_exist_before_anyone_is_on_them() -> None:
    empty = set(directory.addresses(catalogue()))
    assert {"cities/level/committed/", "cities/level/in-work/", "cities/level/refused/", "cities/kind/group/"} <= empty


def test_an_unknown_target_fails_the_build() -> None:
    without_places = desk(catalogue(), directory)
    with pytest.raises(UnknownTarget, match="fi-koivu"):
        list(directory.pages(without_places, catalogue(row())))


def test_a_list_leads_to_the_table_that_compares_the_same_places() -> None:
    pages = made(directory, catalogue(row()))
    assert 'href="../compare/">Compare these places' in pages["cities/"].content
    assert "Compare these places" not in pages["cities/names/k/"].content


def test_pages_are_those_that_were_announced() -> None:
    shown = many(250)
    assert sorted(made(directory, shown)) == sorted(directory.addresses(shown))


def test_ten_thousand_places_fit_on_pages_below_the_limit_and_every_page_is_linked() -> None:
    """Each place stands in the whole register once; page N is reached by `Next` from page N - 1."""
    shown = many(10_000)
    announced = set(directory.addresses(shown))
    found: dict[str, int] = {}
    biggest: dict[str, int] = {}
    for page in directory.pages(desk(shown, directory), shown):
        base = page.path.partition("page/")[0]
        kind = "/".join(base.split("/")[:2])
        biggest[kind] = max(biggest.get(kind, 0), len(page.content.encode()))
        found[base] = found.get(base, 0) + page.content.count("<li data-also")
        number = int(page.path.rstrip("/").rpartition("/")[2]) if base != page.path else 1
        more = f"{base}page/{number + 1}/"
        assert (f'{more}" rel="next"' in page.content) == (more in announced)
    assert found["cities/"] == len(shown.rows)
    assert sum(count for base, count in found.items() if base.startswith("cities/in/")) == len(shown.rows)
    assert sum(count for base, count in found.items() if base.startswith("cities/names/")) == len(shown.rows)
    assert max(biggest.values()) < LIMIT - SHELL, biggest
