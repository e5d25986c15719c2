"""The numbers that written pages state are those of the edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from citylabel.site.register import open_register

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.model.edition import Edition

PAGES = ("index", "procedure", "independence", "mark", "editions")
TIME = re.compile(r"\b([0-9]+)\s(days|months)\b")
ROW = re.compile(r"^\| (?P<what>[^|]+?) \| (?P<number>[^|]+?) \|$", re.MULTILINE)
SPELLED = {"two": 2, "three": 3}
YEAR = 12


@pytest.fixture(scope="module")
def edition(root: Path) -> Edition:
    """The edition that the handbook is written for."""
    return open_register(root).library.scheme.edition


def page(root: Path, name: str) -> str:
    """The text of a page of the handbook, each run of blanks as one."""
    return " ".join((root / "docs/en/handbook" / f"{name}.md").read_text("utf-8").split())


def numbers(edition: Edition) -> dict[str, str]:
    """All times and numbers of the procedure, as the table of the page names and writes them."""
    procedure, evidence, committed, small = (
        edition.procedure,
        edition.evidence,
        edition.committed,
        edition.small_places,
    )
    assert committed is not None
    assert small is not None
    return {
        "Length of the window W": f"{procedure.window_months} months",
        "The window ended before the application at most": f"{procedure.window_ended_within_months} months",
        "Services in the top list T": f"{edition.top_list}",
        "Services in the top list T of a small place": f"{small.top_list}",
        "A small place has fewer inhabitants than": f"{small.below:,}",
        "Criteria of a theme that may be not applicable, at most": f"{edition.not_applicable_per_theme}",
        "Age of dated evidence, at most": f"{evidence.months} months",
        "The same for prerequisites": f"{evidence.prerequisite_months} months",
        "Open challenge": f"{procedure.challenge_days} days",
        "Assessors": f"{procedure.assessors}",
        "Assessors from another country, for Gold": f"{edition.level('gold').assessors_from_abroad}",
        "Appeal within": f"{procedure.appeal_days} days",
        "A label lasts": f"{procedure.validity_months} months",
        "Committed lasts": f"{committed.months} months",
        "Committed can be renewed so many times": f"{committed.renewals}",
        "A refresh is due every": f"{evidence.refresh_months} months",
        "Grace for a late refresh": f"{evidence.grace_days} days",
        '"Ends soon" is shown before the end': f"{procedure.near_expiry_days} days",
    }


def test_the_table_of_times_is_complete_and_says_what_the_edition_says(root: Path, edition: Edition) -> None:
    text = (root / "docs/en/handbook/procedure.md").read_text("utf-8").partition("## All times and numbers")[2]
    rows = {row["what"]: row["number"] for row in ROW.finditer(text)}
    rows = {what: number for what, number in rows.items() if what != "What" and not what.startswith("-")}
    open_times = {what for what, number in rows.items() if number == "no time is fixed yet"}
    assert {what: number for what, number in rows.items() if what not in open_times} == numbers(edition)
    assert len(open_times) == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_page_names_a_time_that_the_edition_does_not_have(root: Path, edition: Edition, name: str) -> None:
    known = {number for number in numbers(edition).values() if " " in number}
    assert {f"{number} {unit}" for number, unit in TIME.findall(page(root, name))} <= known


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("procedure", "**How long:** {challenge} days from the day of the application"),
        ("procedure", "**How long:** within {appeal} days of a decision"),
        ("procedure", "Every {refresh} months from the grant"),
        ("procedure", "there are {grace} days of grace"),
        ("procedure", "{near} days before its last day"),
        ("procedure", "It lasts {committed} months"),
        ("index", "**Open challenge, {challenge} days.**"),
        ("index", "**Appeal, within {appeal} days.**"),
        ("index", "({validity} months). {near} days before its end"),
        ("index", "You have {grace} days of grace"),
        ("index", "It lasts {committed} months"),
        ("index", "is fresh for {age} months, and for {strict} months where it serves a prerequisite"),
    ],
)
def test_a_sentence_of_the_handbook_states_the_number_of_the_edition(
    root: Path, edition: Edition, name: str, sentence: str
) -> None:
    assert edition.committed is not None
    stated = sentence.format(
        challenge=edition.procedure.challenge_days,
        appeal=edition.procedure.appeal_days,
        near=edition.procedure.near_expiry_days,
        validity=edition.procedure.validity_months,
        refresh=edition.evidence.refresh_months,
        grace=edition.evidence.grace_days,
        age=edition.evidence.months,
        strict=edition.evidence.prerequisite_months,
        committed=edition.committed.months,
    )
    assert stated in page(root, name)


def test_numbers_in_words_are_those_of_the_edition(root: Path, edition: Edition) -> None:
    assert "**Who:** two assessors." in page(root, "procedure")
    assert edition.procedure.assessors == SPELLED["two"]
    assert "**A label lasts three years**" in page(root, "index")
    assert edition.procedure.validity_months == SPELLED["three"] * YEAR


@pytest.mark.parametrize("name", [*PAGES, "history"])
def test_each_page_of_the_handbook_says_label_and_never_that_it_certifies(root: Path, name: str) -> None:
    """Words of certification stand in sentences that deny it, and nowhere else."""
    for found in re.finditer(r"[^.|]*\bcertif[^.|]*", page(root, name)):
        assert re.search(r"\bnot\b|\bno\b|ISO/IEC|We are certified", found[0]), found[0]
