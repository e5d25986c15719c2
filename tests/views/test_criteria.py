"""Pages of criteria: what is asked can be read, with its number, its proof and its source."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.views.rows import catalogue, library, row

from citylabel.model.condition import MeasureTest, leaves
from citylabel.views import criteria
from citylabel.views.conditions import InWords, exact_percent, number_in_full
from citylabel.views.contents import page_addresses
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.references import citing
from citylabel.words import NARROW, read_words

if TYPE_CHECKING:
    from citylabel.catalogue import Row
    from citylabel.model.criterion import Criterion

WORDS = read_words()
WRITTEN = frozenset({"handbook/", "about/", "apply/"})


def made(*rows: Row) -> dict[str, str]:
    """The HTML of all pages of criteria by address."""
    register = catalogue(*rows)
    targets = page_addresses(register) | WRITTEN | {f"cities/{each.id}/" for each in rows}
    desk = Desk(library=library(), words=WORDS, engine=environment(WORDS), links=Links(targets))
    return {page.path: str(page.content) for page in criteria.pages(desk, register)}


@pytest.mark.parametrize("criterion", library().criteria, ids=lambda each: each.id)
def test_every_condition_of_every_step_can_be_said(criterion: Criterion) -> None:
    """No measure, point or threshold is left without words, and every threshold shows its number."""
    in_words = InWords(criterion, WORDS)
    for step in criterion.steps:
        lines = list(in_words.lines(step.when))
        assert all(line.text.strip() for line in lines)
        proposals = [leaf for leaf in leaves(step.when) if isinstance(leaf, MeasureTest) and leaf.proposal]
        assert sum(line.proposal for line in lines) >= len(proposals)


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(3, 4), f"75{NARROW}%"),
        (Fraction(1, 200), f"0.5{NARROW}%"),
        (Fraction(995, 1000), f"99.5{NARROW}%"),
        (Fraction(2, 3), f"200/3{NARROW}%"),
    ],
)
def test_a_threshold_is_written_exactly(share: Fraction, written: str) -> None:
    """What is asked is never rounded."""
    assert exact_percent(share, WORDS) == written


def test_a_number_without_an_end_is_a_fraction() -> None:
    """A third has no last decimal."""
    assert number_in_full(Fraction(1, 3), WORDS) == "1/3"


def test_a_criterion_page_answers_what_why_proof_and_example() -> None:
    """What is asked, why, what counts as proof, and how others do it."""
    html = made()["criteria/2026/f1/"]
    criterion = next(each for each in library().criteria if each.id == "f1")
    assert criterion.question in html
    assert criterion.steps[0].asks in html
    for part in ("steps", "why", "measures", "evidence", "checks", "practices", "cases", "sources"):
        assert f'id="{part}"' in html
    assert "Helsinki" in html


def test_with_no_place_a_criterion_says_so() -> None:
    """An empty register is no broken table."""
    assert WORDS.t("criteria.places-none") in made()["criteria/2026/a1/"]


def test_specimens_are_left_out_of_real_counts() -> None:
    """One real place beside a specimen: the count speaks of the real one alone."""
    html = made(row(), row("Nowhereham", id="fi-nowhereham", specimen=True))["criteria/2026/a1/"]
    assert WORDS.tn("criteria.places-real", 1) in html
    assert "Nowhereham" not in html


def test_where_only_specimens_stand_they_are_marked() -> None:
    """Their number is called invented, and each name carries the tag."""
    html = made(row("Inventedtown", specimen=True))["criteria/2026/a1/"]
    assert WORDS.tn("criteria.places-specimens", 1) in html
    assert WORDS.t("component.specimen") in html.split("Inventedtown", 1)[1][:300]


def test_a_hostile_name_stays_text() -> None:
    """Names are never markup."""
    assert "<script>" not in made(row("<script>alert(1)</script>"))["criteria/2026/a1/"]


def test_every_source_system_of_the_call_is_taken_up_twice() -> None:
    """The crosswalk keeps the promise of its heading."""
    register = catalogue()
    seeds = {key: each.seed for key, each in register.library.frameworks.items() if each.seed}
    assert sorted(seeds.values()) == list(range(1, 10))
    for framework in seeds:
        assert len(tuple(citing(register.library, framework))) >= 2, framework
