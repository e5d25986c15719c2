"""What each level asks can be read on one page, and is what the edition says."""

from __future__ import annotations

from tests.views.made_register import catalogue, library, made

from citylabel.views import levels
from citylabel.words import NARROW


def content() -> str:
    """What the page says."""
    return made(levels, catalogue())["levels/"].content


def test_each_level_says_what_it_asks_and_where_its_numbers_come_from() -> None:
    said = content()
    for level in library().levels:
        assert level.asks in said
        assert level.precedent is None or level.precedent in said


def test_every_prerequisite_stands_there_with_the_text_of_its_step() -> None:
    scheme = library().scheme
    said = content()
    for key in scheme.edition.prerequisites:
        criterion = scheme.criteria[key]
        assert f'criteria/{library().label.edition}/{key}/">{criterion.title}</a>' in said
        assert criterion.steps[0].asks.replace("'", "&#39;") in said


def test_thresholds_are_exact_and_never_rounded() -> None:
    said = content()
    assert f"At least 50{NARROW}% in total." in said
    assert "At least two thirds in total." in said
    assert "At least five sixths in total." in said
    assert "At least one third in every theme." in said
    assert "No theme at zero." in said


def test_the_committed_status_stands_first_and_says_how_long_it_lasts() -> None:
    said = content()
    assert said.index('id="committed"') < said.index('id="bronze"') < said.index('id="gold"')
    assert "It lasts 12 months. It can be renewed once." in said


def test_each_level_leads_to_the_places_that_hold_it() -> None:
    assert 'href="../cities/level/silver/"' in content()
