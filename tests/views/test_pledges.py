"""The page of commitments: everything due stands there with its date, and nothing is counted that is invented."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.views.made_register import ON, catalogue, desk, hidden, row
from tests.views.test_calendars import promise

from citylabel.model.base import Words
from citylabel.rules.commitments import CommitmentState
from citylabel.rules.lifecycle import Status
from citylabel.views import follow, pledges

if TYPE_CHECKING:
    from citylabel.catalogue import Catalogue, Promise, Row

DAY = timedelta(days=1)
HOSTILE = """<script>alert("x")</script>' onload='x"""
LATE = promise(CommitmentState.LATE, ON - 3 * DAY, id="late", what="Late one")
OPEN = promise(CommitmentState.OPEN, ON + 3 * DAY, id="open", what="Open one")
DONE = promise(CommitmentState.DONE, ON + 30 * DAY, id="done", what="Done one")
DONE_LATE = promise(CommitmentState.DONE, ON - 30 * DAY, id="done2", what="Done late")
DROPPED = promise(CommitmentState.DROPPED, ON, id="dropped", what="Dropped one")


def made(shown: Catalogue) -> dict[str, str]:
    """The pages by address."""
    found = {page.path: str(page.content) for page in pledges.pages(desk(shown, pledges, follow), shown)}
    assert list(found) == list(pledges.addresses(shown))
    return found


def page(*rows: Row) -> str:
    """The first page."""
    return made(catalogue(*rows))["commitments/"]


def real(*promises: Promise, key: str = "fi-koivu", **changes: Any) -> Row:  # noqa: ANN401 - any field of a row
    """A real place with these commitments."""
    return row(key, specimen=False, promises=promises, **changes)


def titles(content: str) -> list[str]:
    """What was promised, in the order of the page."""
    return re.findall(r'<h3 class="u-rows__title"><span class="u-text" dir="auto">([^<]*)<', content)


def figures(content: str) -> dict[str, list[str]]:
    """The table, by the word of its line."""
    lines = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', content)
    return {word: re.findall(r"<td[^>]*>([^<]*)</td>", cells) for word, cells in lines}


def test_what_is_due_comes_first_by_date_then_what_was_settled() -> None:
    content = page(real(DONE, OPEN), real(LATE, key="gr-nea"))
    assert titles(content) == ["Late one", "Open one", "Done one"]
    assert content.index('id="due"') < content.index('id="settled"')


def test_each_state_is_told_by_word_and_box_with_date_criterion_step_and_who() -> None:
    content = page(real(LATE))
    assert '<span class="u-state u-state--late">Late</span>' in content
    assert "Was due 12 Jun 2030, 3 days ago" in content
    assert 'href="../criteria/2026/d1/">D1, step 2</a>' in content
    assert "Web team" in content
    assert 'href="../cities/fi-koivu/#commitments"' in content


def test_figures_tell_apart_what_was_kept_in_time_and_what_was_not() -> None:
    assert figures(page(real(LATE, OPEN, DONE, DONE_LATE, DROPPED))) == {
        "Kept in time": ["1"],
        "Kept, reported late": ["1"],
        "Open": ["1"],
        "Late": ["1"],
        "Dropped": ["1"],
    }


def test_specimens_are_tagged_and_counted_in_a_column_of_their_own() -> None:
    content = page(real(OPEN), row("gr-nea", promises=(LATE, OPEN)))
    assert figures(content)["Open"] == ["1", "1"]
    assert figures(content)["Late"] == ["0", "1"]
    assert content.count("u-tag--specimen") == 2
    assert "No city or region has made a commitment yet." not in content


def test_while_only_specimens_promise_the_page_says_that_nobody_has() -> None:
    content = page(row(promises=(OPEN,)))
    assert "No city or region has made a commitment yet." in content
    assert "invented specimens" in content


def test_what_a_lost_label_left_open_is_neither_due_nor_hidden() -> None:
    lost = real(OPEN, DONE, status=Status.WITHDRAWN, level=None, since=date(2030, 1, 1))
    content = page(lost)
    assert 'id="due"' not in content
    assert titles(content) == ["Done one", "Open one"]
    assert figures(content)["Open"] == ["0"]
    assert figures(content)["Open when the label ended"] == ["1"]
    assert "Withdrawn" in content


@pytest.mark.parametrize("shown", [catalogue(), hidden(catalogue(row(promises=(OPEN,))))], ids=["empty", "hidden"])
def test_an_empty_register_says_so_without_a_table_of_zeros(shown: Catalogue) -> None:
    content = made(shown)["commitments/"]
    assert "No city or region has made a commitment yet." in content
    assert "invented" not in content
    assert "<table" not in content


def test_hostile_texts_are_text() -> None:
    place = real(promise(what=HOSTILE, responsible=HOSTILE), names=(Words(lang="fi", text=HOSTILE),))
    content = page(place)
    assert "<script>" not in content
    assert "onload='" not in content
    assert content.count("&lt;script&gt;") == 3


def test_a_long_list_is_cut_into_pages_of_a_hundred_and_the_figures_count_all_of_them() -> None:
    many = tuple(promise(by=ON + n * DAY, id=f"k{n}", what=f"Number {n}") for n in range(250))
    found = made(catalogue(real(*many)))
    assert list(found) == ["commitments/", "commitments/page/2/", "commitments/page/3/"]
    assert [len(titles(content)) for content in found.values()] == [100, 100, 50]
    assert figures(found["commitments/"])["Open"] == ["250"]
    assert "Number 100<" in found["commitments/page/2/"]


def test_entry_and_chapters_are_all_pages_once() -> None:
    shown = catalogue(real(*(promise(id=f"k{n}") for n in range(150))))
    at = desk(shown, pledges, follow)
    apart = [pledges.entry(at, shown), *(page for chapter in pledges.chapters(at, shown) for page in chapter)]
    assert [page.path for page in apart] == list(pledges.addresses(shown))
