"""Words are what their author meant: Norway is a country, and a postcode keeps its zeros."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
import yaml

from citylabel.problems import DataError
from citylabel.source import Written, parse
from citylabel.source.scalars import meant_number, resolve

ENGINES = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def content(text: str | bytes) -> dict[str, Any]:
    """What a text says."""
    return parse(text.encode() if isinstance(text, str) else text, "x.yml").content


def codes(text: str | bytes) -> list[str]:
    """Line, column and code of everything that is wrong with a text."""
    with pytest.raises(DataError) as wrong:
        content(text)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in wrong.value.problems]


# Words that other readers take for something else


@pytest.mark.parametrize(
    "word",
    [
        *("NO", "no", "No", "yes", "Yes", "on", "off", "y", "n", "Y", "N", "tRUE", "nULL"),
        *("12:30", "190:20:30", "2026-11-23", "2026-13-45", "2026-11-23T10:00:00Z", "="),
        *("01234", "08001", "00", "-01", "0o17", "0b11", "0xFF", "1_000_000", "1e3", "1E400"),
        *(".5", "5.", "+5", "+358401234567", ".nan", ".inf", "-.inf", "1.2.3", "--1", "-"),
        *("1234567890123456789", "0.1234567890123456", "0." + "0" * 40 + "1", "१२", "1,5", "1 000"),
    ],
)
def test_a_word_that_is_no_plain_number_is_text(word: str) -> None:
    """Norway, times, postcodes, phone numbers, versions and dates stay as they were written."""
    assert resolve(word) == word


def test_norway_is_text() -> None:
    assert content("country: NO") == {"country": "NO"}


def test_keys_are_text_whatever_they_look_like() -> None:
    """YAML 1.1 makes `on`, `y` and `yes` one key, true, and silently keeps the last."""
    text = "on: 1\ny: 2\nyes: 3\ntrue: 4\nnull: 5\n1: 6\n1.10: 7\n2026-11-23: 8\n"
    assert list(content(text)) == ["on", "y", "yes", "true", "null", "1", "1.10", "2026-11-23"]


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(word: str) -> None:
    assert content(f"a: {word}") == {"a": None}


def test_true_and_false_are_the_only_truth_values() -> None:
    assert content("a: [true, True, TRUE, false, False, FALSE]")["a"] == [True] * 3 + [False] * 3


@pytest.mark.parametrize("word", ["0", "-0", "7", "-12", "999999999999999999"])
def test_whole_numbers_are_numbers(word: str) -> None:
    assert content(f"a: {word}")["a"] == int(word)
    assert type(content(f"a: {word}")["a"]) is int


@pytest.mark.parametrize("word", ["0.1", "1.10", "-0.25", "123456789012.345", "0.000000000000001"])
def test_decimal_numbers_keep_their_digits(word: str) -> None:
    """They remember how they were written, and pass through JSON with the same value."""
    number = content(f"a: {word}")["a"]
    assert isinstance(number, Written)
    assert repr(number) == number.text == word
    assert json.loads(json.dumps(number)) == float(word)
    assert repr(pickle.loads(pickle.dumps(number))) == word  # noqa: S301 - our own bytes


@pytest.mark.parametrize("quotes", ['"{}"', "'{}'"])
def test_what_stands_in_quotes_is_text(quotes: str) -> None:
    for word in ("12", "true", "null", "1.5", ""):
        assert content(f"a: {quotes.format(word)}") == {"a": word}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("1_000_000", "1000000"), ("1 000 000", "1000000"), ("1.000.000", "1000000")),
        *(("1'000", "1000"), ("0xFF", "255"), ("1e3", "1000"), ("+5", "5"), (".5", "0.5")),
        *(("0,5", "0.5"), ("12 %", "12"), ("01234", "1234"), ("-7", "-7")),
        *((word, None) for word in ("many", "", "nan", "inf", "1e999999999", "12:30", "9" * 40)),
    ],
)
def test_a_number_written_in_another_way_is_guessed(text: str, number: str | None) -> None:
    """Only for the message that says how to write it."""
    assert meant_number(text) == number
