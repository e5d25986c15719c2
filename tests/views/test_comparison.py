"""Comparison tables: measured values beside each other by name, peers together, nobody first."""

from __future__ import annotations

import re
from fractions import Fraction

from tests.views.made_register import catalogue, desk, hidden, library, made, many, reached, row, texts

from citylabel.model.base import Words
from citylabel.model.place import Kind
from citylabel.rules.conformity import State
from citylabel.rules.lifecycle import Status
from citylabel.views import comparison
from citylabel.words import NARROW

LIMIT = 250_000
SHELL = 15_000
"""What the frame round a page weighs at most."""


def names(content: str) -> list[str]:
    """The places of a table in their order."""
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', content)


def test_places_stand_by_name_and_never_by_what_they_reached() -> None:
    best = row("fi-zeta", "Zeta", total=Fraction(1), level="gold")
    page = made(comparison, catalogue(best, row("se-alfa", "Alfa", total=Fraction(0))))["compare/themes/city/"]
    assert names(page.content) == ["Alfa", "Zeta"]


def test_small_places_and_other_kinds_are_groups_of_their_own() -> None:
    shown = catalogue(
        row("fi-a", "A small town", small=True), row("fi-b", "B town"), row("fi-c", "C region", kind=Kind.REGION)
    )
    page = made(comparison, shown)["compare/in/fi/"].content
    assert names(page) == ["B town", "A small town", "C region"]
    assert 'scope="rowgroup" colspan="11">Cities and municipalities, fewer than' in page


def test_claims_that_nobody_assessed_stand_last_and_say_what_they_are() -> None:
    claims = row("fi-a", "A", assessed=False, status=Status.RECEIVED, level=None)
    page = made(comparison, catalogue(claims, row("fi-b", "B")))["compare/criteria/b2/"].content
    assert names(page) == ["B", "A"]
    assert "Cities and municipalities: own claims, not assessed" in page


def test_a_criterion_shows_step_and_measured_value_and_leads_to_the_evidence() -> None:
    page = made(comparison, catalogue(row("fi-koivu")))["compare/criteria/b2/"].content
    assert 'href="../../../cities/fi-koivu/#b2"' in page
    assert "Step 2" in page
    assert f"112 of 143 (78{NARROW}%)" in page


def test_not_answered_is_not_shown_as_not_met() -> None:
    silent = reached("b2", 0, State.NOT_ANSWERED)
    shown = catalogue(row(criteria=tuple((key, silent) for key in library().scheme.edition.criterion_ids)))
    page = made(comparison, shown)["compare/criteria/b2/"].content
    assert "Not answered" in page
    assert "Not met" not in page


def test_another_measure_than_that_of_the_column_is_named_in_its_cell() -> None:
    criterion = next(c for c in library().criteria if len(c.measures) > 1)
    other = reached(criterion.id)
    other = type(other)(state=other.state, step=other.step, value=(criterion.measures[1].id, 7))
    shown = catalogue(row(criteria=tuple((key, other) for key in library().scheme.edition.criterion_ids)))
    page = made(comparison, shown)[f"compare/criteria/{criterion.id}/"].content
    assert f"<td>{criterion.measures[1].title}: 7" in page


def test_shares_are_rounded_down_and_stand_with_their_points() -> None:
    themes = tuple((theme.id, Fraction(2, 3)) for theme in library().themes)
    page = made(comparison, catalogue(row(themes=themes)))["compare/level/silver/"].content
    assert f'66{NARROW}%<svg class="u-share__bar" aria-hidden="true"><rect width="66%"' in page
    assert "8 of 12" in page


def test_a_theme_where_nothing_applies_has_no_share_and_no_bar() -> None:
    themes = tuple((theme.id, None) for theme in library().themes)
    page = made(comparison, catalogue(row(themes=themes)))["compare/themes/city/"].content
    assert page.count("Does not apply") == len(themes)


def test_places_of_an_earlier_edition_are_not_compared_and_that_is_said() -> None:
    shown = catalogue(row("fi-old", "Old", edition="2020", level=None), row("fi-new", "New"))
    page = made(comparison, shown)["compare/themes/city/"].content
    assert names(page) == ["New"]
    assert "1 place that an earlier edition judged is not in this table." in page


def test_what_a_place_writes_of_itself_is_escaped() -> None:
    hostile = row(names=(Words(lang="en", text='<script>alert("1")</script>'),))
    text = texts(made(comparison, catalogue(hostile)).values())
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_an_empty_register_has_tables_to_link_to_and_they_say_that_nobody_is_there() -> None:
    pages = made(comparison, hidden(catalogue(row())))
    assert "No label has been awarded yet." in pages["compare/"].content
    assert "There is no place to compare here yet." in pages["compare/criteria/a1/"].content
    assert "0 place" not in texts(pages.values())


def test_every_specimen_in_a_table_is_tagged_and_its_table_kept_out_of_search_engines() -> None:
    pages = made(comparison, catalogue(row()))
    assert all("u-tag--specimen" in page.content for page in pages.values() if names(page.content))
    assert not pages["compare/criteria/a1/"].indexable
    assert pages["compare/"].indexable


def test_pages_are_those_that_were_announced() -> None:
    shown = many(130)
    assert sorted(made(comparison, shown)) == sorted(comparison.addresses(shown))


def test_ten_thousand_places_fit_on_pages_below_the_limit() -> None:
    """Every place stands once in the tables by kind, by country and of each criterion, on pages that are linked."""
    shown = many(10_000)
    announced = set(comparison.addresses(shown))
    biggest, rows = 0, {"themes": 0, "in": 0, "criteria/h4": 0}
    for page in comparison.pages(desk(shown, comparison), shown):
        biggest = max(biggest, len(page.content.encode()))
        base, _, number = page.path.removesuffix("/").partition("/page/")
        more = f"{base}/page/{int(number or 1) + 1}/"
        assert (f'{more}" rel="next"' in page.content) == (more in announced)
        for table in rows:
            if base.startswith(f"compare/{table}"):
                rows[table] += page.content.count('<th scope="row">')
    assert set(rows.values()) == {len(shown.rows)}
    assert biggest < LIMIT - SHELL
