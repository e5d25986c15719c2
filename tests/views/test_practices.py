"""Practices are real examples with their sources, and never look like awards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.views.made_register import catalogue, made

from citylabel.model.practice import Practice
from citylabel.views import practices

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue


def practice(**other: Any) -> Practice:  # noqa: ANN401 - any field of a practice
    """An example."""
    fields: dict[str, Any] = {
        "format": "citylabel/practice/1",
        "title": "A vote on the budget",
        "place": {"name": "Somewhere", "country": "ES"},
        "years": "2020 to 2021",
        "what": "Residents voted.\n\nThe city built it.",
        "figures": [{"text": "64,571 participants", "year": "2021"}],
        "criteria": ["f1", "a2"],
        "sources": ["https://www.example.org/one", "https://example.org/two"],
        "checked": "opened",
        "checked_on": date(2026, 11, 23),
        "caution": "Counted by the city itself.",
    }
    return Practice.model_validate(fields | other)


def register(**given: Practice) -> Catalogue:
    """An empty register with these practices."""
    empty = catalogue()
    return replace(empty, library=replace(empty.library, practices=given))


def content(**given: Practice) -> str:
    """What the page says."""
    return made(practices, register(**given))["practices/"].content


def test_an_example_says_where_when_what_and_how_much_with_its_sources() -> None:
    said = content(vote=practice())
    assert '<article class="u-practice" id="vote"' in said
    for text in ("Somewhere: A vote on the budget", "Spain, 2020 to 2021", "64,571 participants", "(2021)"):
        assert text in said
    assert said.count('rel="nofollow noopener external"') == 2
    assert "<p>The city built it.</p>" in said


def test_cautions_are_said_and_so_is_whether_the_sources_were_opened() -> None:
    assert "Sources opened on 23 November 2026" in content(vote=practice())
    assert "Counted by the city itself." in content(vote=practice())
    assert "Sources not opened by us" in content(vote=practice(checked="known"))


def test_examples_are_never_called_awards() -> None:
    said = content(vote=practice())
    assert "never awards" in said
    assert "u-mark" not in said


def test_examples_stand_under_the_theme_of_their_first_criterion() -> None:
    said = content(vote=practice(), rules=practice(criteria=["a2"]), lost=practice(criteria=["z9"]))
    assert said.index('id="theme-a"') < said.index('id="rules"') < said.index('id="theme-f"') < said.index('id="vote"')
    assert said.index('id="other"') < said.index('id="lost"')
    assert 'id="theme-b"' not in said


def test_an_example_leads_to_every_criterion_it_is_an_example_for() -> None:
    said = content(vote=practice())
    assert 'href="../criteria/2026/f1/"' in said
    assert 'href="../criteria/2026/a2/"' in said


def test_text_of_an_example_is_escaped() -> None:
    said = content(vote=practice(title="<script>x</script>", what="<b>bold</b>"))
    assert "<script>" not in said
    assert "<b>" not in said


def test_a_page_without_examples_says_so() -> None:
    assert "No example has been recorded yet." in content()
