"""Measured values are written one way for each type of measure, and never rounded up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.views.made_city import library

from citylabel.model.measure import Share, Value
from citylabel.views.values import ValueWriter
from citylabel.words import read_words


@pytest.fixture(name="writer", scope="module")
def _writer() -> ValueWriter:
    return ValueWriter(read_words())


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [
        ("online_share", Share(n=112, d=143), "112 of 143 (78 %)"),
        ("online_share", Share(n=8, d=10), "8 of 10"),
        ("online_share", Share(n=0, d=0), "no case to count"),
        ("online_share", Share(n=999, d=1000), "999 of 1 000 (99.9 %)"),
        ("pb_share", Share(n=500_000, d=1_531_260_000), "500 000 of 1 531 260 000 (0.03 %)"),
        ("design_fte_rate", Share(n=Fraction(5, 2)), "2.5 full-time posts (0.5 for every 10 000 inhabitants)"),
        ("appointment_days", 12, "12 working days"),
        ("appointment_days", 1, "1 day"),
        ("phone_hours", 20, "20 hours a week"),
        ("catalogue_found", 9, "9 of 10"),
        ("pb_eur_per_inhabitant", Fraction(47, 20), "2.35 euros per inhabitant"),
        ("commitment_adopted_on", date(2028, 5, 3), "3 May 2028"),
        ("catalogue_open", True, "yes"),
        ("catalogue_open", False, "no"),
    ],
)
def test_each_type_of_value_is_written_so_that_a_table_can_show_it(
    writer: ValueWriter, measure: str, value: Value, written: str
) -> None:
    text = writer.value(library().measure(measure), value, 50_000)
    assert text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [
        ("online_share", Share(n=112, d=143), "78 %"),
        ("online_share", Share(n=8, d=10), "8 out of 10"),
        ("hours_saved_rate", Share(n=1000), "200"),
        ("appointment_days", 12, "12 working days"),
        ("catalogue_found", 9, "9"),
    ],
)
def test_inside_a_sentence_for_residents_a_value_is_shorter(
    writer: ValueWriter, measure: str, value: Value, written: str
) -> None:
    text = writer.for_residents(library().measure(measure), value, 50_000)
    assert text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (Fraction(3, 4), "75 %"),
        (Fraction(995, 1000), "99.5 %"),
        (Fraction(1, 200), "0.5 %"),
        (Fraction(2, 3), "two thirds"),
        (Fraction(5, 6), "five sixths"),
        (Fraction(3, 7), "3/7"),
        (1, "100 %"),
    ],
)
def test_a_threshold_is_written_exactly(writer: ValueWriter, asked: Fraction, written: str) -> None:
    """A rounded threshold would make a value just below it look like enough."""
    assert writer.threshold(asked).replace("\N{NARROW NO-BREAK SPACE}", " ") == written
