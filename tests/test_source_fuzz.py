"""Whatever the bytes are: a record or a `DataError`, never anything else."""

from __future__ import annotations

import json
import unicodedata

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from citylabel.problems import DataError
from citylabel.source import Record, parse
from citylabel.source.reader import Reader

GOOD = (
    "format: citylabel/application/1\nplace: {name: Köln, country: DE}\nanswers:\n"
    '  a1:\n    evidence:\n      - title: "Budget: 2026"\n        as_of: 2026-03-01\n'
    "    note: >-\n      Two lines\n      of text.\n  b2: [1, 2.50, true, ~, 'x']\n"
)
SIGNS = st.sampled_from([*"[]{}:,-?&*!|>'\"%@`#\\ \t\n\r~<=0aé", "\u200b", "\u2028", "\0", "🏙", "---"])
QUICK = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def outcome(data: bytes) -> Record | DataError:
    """What becomes of bytes: there is no third thing."""
    try:
        return parse(data, "x.yml")
    except DataError as error:
        return error


def read(data: bytes) -> None:
    """Read bytes; what comes out is JSON, and every value and every problem has its place."""
    found = outcome(data)
    if isinstance(found, DataError):
        assert found.problems
        assert all(one.place.line >= 1 and one.place.column >= 1 for one in found.problems)
    else:
        json.dumps(found.content, allow_nan=False).encode()
        assert len(found.marks) == nodes(found.content)


def nodes(value: object) -> int:
    """How many values are in a value."""
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(1 + nodes(one) for one in below)


@QUICK
@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@QUICK
@given(st.lists(SIGNS, max_size=60).map("".join))
def test_random_yaml_signs_are_read_or_refused(text: str) -> None:
    read(text.encode())


@QUICK
@given(st.integers(0, len(GOOD)), st.integers(0, 20), st.lists(SIGNS, max_size=6).map("".join))
def test_a_damaged_record_is_read_or_refused(at: int, gone: int, new: str) -> None:
    read((GOOD[:at] + new + GOOD[at + gone :]).encode())


@QUICK
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_text_written_by_a_browser_comes_back_or_is_refused(text: str) -> None:
    """`JSON.stringify` writes strings that are read back as they were (in NFC)."""
    found = outcome(json.dumps({"a": text}, ensure_ascii=False).encode())
    if isinstance(found, DataError):
        assert all(one.code.startswith("TEXT") for one in found.problems)
    else:
        assert found.content == {"a": unicodedata.normalize("NFC", text)}


@QUICK
@given(st.integers(0, len(GOOD)), st.lists(SIGNS, max_size=3).map("".join))
def test_both_parsers_agree_on_what_they_accept(at: int, new: str) -> None:
    """What libyaml and PyYAML's own scanner both read, they read alike."""
    text = GOOD[:at] + new + GOOD[at:]
    readers = [Reader(text, "x.yml", one) for one in (yaml.CSafeLoader, yaml.SafeLoader)]
    if any(sign in text for sign in "\0\u2028\u200b"):
        return
    first, second = [one.read() for one in readers]
    if not any(one.problems for one in readers):
        assert first == second
        assert readers[0].marks == readers[1].marks
