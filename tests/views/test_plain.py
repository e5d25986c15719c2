"""What the command line says of a place."""

from __future__ import annotations

from datetime import date

from tests.views.made_city import case, concluded, finding, granted, library, online

from citylabel.views.plain import explained, gap_in_words, status_in_words
from citylabel.words import read_words

WORDS = read_words()
CASE = granted({"b2": online()}, {"b2": finding()})


def test_status_names_place_level_and_end_in_its_first_line() -> None:
    _, row = concluded(CASE)
    lines = status_in_words(library(), row, WORDS).splitlines()
    assert lines[0].split(maxsplit=1) == ["Kaupunki", "Bronze until 31 May 2031"]


def test_status_aligns_its_values_in_one_column() -> None:
    _, row = concluded(CASE)
    lines = status_in_words(library(), row, WORDS).splitlines()
    column = lines[0].index("Bronze")
    assert all(line[column - 1] == " " and line[column] != " " for line in lines)


def test_status_tells_granted_supported_and_present_level_apart() -> None:
    _, row = concluded(CASE)
    said = status_in_words(library(), row, WORDS)
    assert "Granted by decision" in said
    assert "No level (below what is granted; only a decision changes that)" in said


def test_explain_gives_every_criterion_its_state_and_the_reason() -> None:
    conclusion, _ = concluded(CASE)
    lines = list(explained(library(), conclusion, WORDS))
    text = "\n".join(lines).replace("\N{NARROW NO-BREAK SPACE}", " ")
    for criterion in library().criteria:
        assert f"  {criterion.id.upper():<4}" in text
    assert "Services fully online: 90 of 120 (75 %); at least 75 % is asked." in text
    assert "For step 3:" in text
    assert all(len(line) <= 110 for line in lines)


def test_gap_lists_what_is_open_and_a_way_there() -> None:
    conclusion, _ = concluded(CASE)
    lines = list(gap_in_words(library(), conclusion, WORDS))
    assert lines[0] == "What would take it to Bronze"
    said = " ".join(" ".join(lines).split())
    assert "D1 Accessibility statement and what follows must reach step 1; it has reached no step." in said
    assert any(line.startswith("  1. ") for line in lines)


def test_claims_that_nobody_checked_are_called_so() -> None:
    conclusion, row = concluded(case({"b2": online()}), on=date(2028, 3, 20))
    assert "by its own statements" in status_in_words(library(), row, WORDS)
    assert list(explained(library(), conclusion, WORDS))[-1].endswith("by its own statements")
