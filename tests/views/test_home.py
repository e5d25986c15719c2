"""The first page: a way to every place, what is asked, and no award that never was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.views.made_register import catalogue, desk, hidden, library, row

from citylabel.catalogue import ActSummary, Catalogue
from citylabel.model.base import Words
from citylabel.views import home


def act(kind: str = "grant", on: date = date(2030, 4, 15)) -> ActSummary:
    """A decision."""
    granted = kind == "grant"
    return ActSummary(
        on=on,
        kind=kind,
        level="gold" if granted else None,
        until=date(2033, 4, 14) if granted else None,
        reason="It was shown.",
        edition=library().label.edition,
    )


def shown(register: Catalogue) -> str:
    """What the page says."""
    (page,) = home.pages(desk(register, home), register)
    return page.content


def test_all_levels_stand_there_with_what_the_edition_says_they_ask() -> None:
    content = shown(catalogue())
    for level in library().levels:
        assert f'<a href="./cities/level/{level.id}/">' in content or f'<a href="cities/level/{level.id}/">' in content
        assert level.asks in content
    assert 'href="cities/level/committed/"' in content


def test_the_themes_lead_to_their_criteria_and_say_how_many_there_are() -> None:
    content = shown(catalogue())
    for theme in library().themes:
        assert f'criteria/{library().label.edition}/#theme-{theme.id}"' in content
    assert "6 criteria" in content


def test_the_find_field_works_as_a_plain_form_and_leads_to_the_list() -> None:
    content = shown(catalogue(row()))
    assert 'method="get" action="cities/"' in content
    assert '<label for="find">' in content


def test_nothing_is_called_awarded_while_only_specimens_hold_the_label() -> None:
    content = shown(catalogue(row(acts=(act(),))))
    assert "No label has been awarded yet." in content
    assert "invented specimens" in content
    assert content.count("u-tag--specimen") == 1


def test_with_specimens_hidden_the_page_says_that_the_register_is_empty() -> None:
    content = shown(hidden(catalogue(row(acts=(act(),)))))
    assert "No label has been awarded yet." in content
    assert "The register is empty" in content
    assert "No decision has been taken yet." in content
    assert "specimen" not in content.lower()
    assert "<form" not in content


def test_decisions_on_real_places_push_those_on_specimens_off_the_page() -> None:
    real = row("fi-real", "Real", specimen=False, acts=(act(on=date(2029, 1, 1)),))
    content = shown(catalogue(row("fi-made", "Made", acts=(act(),)), real))
    assert "Real</a>" in content
    assert "Made</a>" not in content
    assert "No label has been awarded yet." not in content


def test_the_latest_decisions_come_first_and_lost_labels_are_among_them() -> None:
    acts = (act(on=date(2028, 5, 3)), act("suspension", date(2030, 2, 1)))
    content = shown(catalogue(row(acts=acts)))
    assert content.index("Suspended, <time") < content.index("Gold granted, <time")


def test_the_promises_on_honesty_are_numbers_of_the_edition() -> None:
    register = catalogue()
    scheme = register.library.scheme
    procedure = scheme.edition.procedure.model_copy(update={"challenge_days": 45, "validity_months": 48})
    changed = replace(scheme, edition=scheme.edition.model_copy(update={"procedure": procedure}))
    shared = replace(register.library, schemes={**register.library.schemes, scheme.id: changed})
    content = shown(replace(register, library=shared))
    assert "45 days of challenge." in content
    assert "48 months" in content


def test_only_what_is_published_is_offered() -> None:
    content = shown(catalogue())
    assert 'href="apply/"' in content
    assert 'href="data/"' not in content


def test_what_a_place_writes_of_itself_is_escaped() -> None:
    name = (Words(lang="en", text="<script>alert(1)</script>"),)
    content = shown(catalogue(row(names=name, acts=(act(),))))
    assert "<script>" not in content
    assert "&lt;script&gt;" in content
