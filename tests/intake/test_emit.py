"""Records that the program writes are read back as they were meant, by our reader and by another."""

from __future__ import annotations

import datetime as dt
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from citylabel.intake.emit import emit, scalar
from citylabel.problems import DataError
from citylabel.source import Written, parse

ROOT = Path(__file__).resolve().parents[2]
RECORDS = sorted(ROOT.glob("data/**/*.yml"))

AWKWARD = st.sampled_from(
    [
        *("no", "NO", "on", "null", "~", "", " ", "true", "12", "012", "1e3", ".5", "2028-02-30", "12:30", "0x1F"),
        *("- x", "a: b", "a #b", "# x", "@x", "`x", "%x", "&a", "*a", "!x", "|", ">", "[x]", "{x}", "'x'", '"x"'),
        *("x:", "x: ", "a\nb", "a\n\nb", "a\n", "\na", " a", "a ", "a  b", "a\tb", "---", "...", "<<", "=", "?", "\\n"),
        "Vier wijken, één loket: zo doen we dat " * 9,
        "word " * 60 + "end",
    ]
)
TEXTS = st.one_of(AWKWARD, st.text(max_size=40))
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.decimals(0, 10**6, places=3).map(lambda number: Written(f"{number:f}")),
    TEXTS,
)
KEYS = st.one_of(st.from_regex(r"[a-z][a-z_0-9-]{0,9}", fullmatch=True), AWKWARD.filter(bool))
CONTENT = st.dictionaries(
    KEYS,
    st.recursive(
        VALUES,
        lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(KEYS, below, max_size=3)),
        max_leaves=12,
    ),
    max_size=5,
)


@settings(max_examples=400, deadline=None)
@given(CONTENT)
def test_what_is_written_is_read_back(content: dict[str, Any]) -> None:
    """Whatever a record can hold; what it cannot hold is refused by the reader, and never becomes something else."""
    try:
        found = parse(emit(content).encode("utf-8", "surrogatepass"), "x.yml").content
    except DataError as error:
        codes = {one.code for one in error.problems}
        assert all(code.startswith("TEXT") or code in {"YAML01", "YAML05", "YAML12", "YAML18"} for code in codes), codes
    else:
        assert found == normal(content)


def normal(value: Any) -> Any:  # noqa: ANN401 - what a record may hold
    """The content with all text in the form that the reader gives."""
    match value:
        case dict():
            return {normal(key): normal(each) for key, each in value.items()}
        case list():
            return [normal(each) for each in value]
        case str():
            return unicodedata.normalize("NFC", value)
        case _:
            return value


def test_every_record_of_the_repository_can_be_written() -> None:
    assert RECORDS
    for path in RECORDS:
        content = parse(path.read_bytes(), path.name).content
        again = parse(emit(content).encode(), path.name).content
        assert again == content, path
        assert emit(again) == emit(content), path


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z ,:#-]{1,30}", fullmatch=True))
def test_another_reader_takes_a_text_for_a_text(text: str) -> None:
    """Also one of YAML 1.1, to which `no` is false and `on` is true."""
    assert yaml.safe_load(emit({"x": text})) == {"x": text}


def test_the_first_line_names_the_schema_for_editors() -> None:
    written = emit({"format": "citylabel/application/1"}, schema="../schema/application.json")
    assert written == "# yaml-language-server: $schema=../schema/application.json\nformat: citylabel/application/1\n"


def test_small_groups_of_numbers_stand_on_one_line() -> None:
    assert emit({"share": {"n": 9, "d": 13}}) == "share: {n: 9, d: 13}\n"


@pytest.mark.parametrize("value", [Fraction(1, 3), dt.date(2028, 1, 1), 0.5, b"x"])
def test_a_value_that_a_record_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        scalar(value)
