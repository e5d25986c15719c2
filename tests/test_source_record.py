"""Every key and value of a record has its place."""

from __future__ import annotations

import pickle
from textwrap import dedent
from typing import Any

import pytest
import yaml

from citylabel.problems import DataError, Place
from citylabel.source import Mark, Record, parse

ENGINES = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def content(text: str | bytes) -> dict[str, Any]:
    """What a text says."""
    return parse(text.encode() if isinstance(text, str) else text, "x.yml").content


def codes(text: str | bytes) -> list[str]:
    """Line, column and code of everything that is wrong with a text."""
    with pytest.raises(DataError) as wrong:
        content(text)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in wrong.value.problems]


# Records and places


@pytest.fixture(name="record")
def _record() -> Record:
    text = dedent("""\
        format: citylabel/x/1
        decisions:
          - date: 2026-01-01
            by: {id: p-1}
        """)
    return parse(text.encode(), "data/x.yml")


def test_a_mark_is_kept_for_each_key_and_value(record: Record) -> None:
    assert record.marks[("decisions",)] == Mark(1, 0, 2, 2)
    assert record.marks[("decisions", 0)] == Mark(2, 4, 2, 4)
    assert record.marks[("decisions", 0, "by", "id")] == Mark(3, 9, 3, 13)


def test_a_place_is_that_of_the_value_or_of_its_key(record: Record) -> None:
    path = ("decisions", 0, "date")
    assert str(record.place(path)) == "data/x.yml:3:11"
    assert str(record.place(path, of_key=True)) == "data/x.yml:3:5"


def test_a_place_that_is_not_written_is_that_of_what_is_around_it(record: Record) -> None:
    assert record.place(("decisions", 0, "by", "name")) == record.place(("decisions", 0, "by"))
    assert record.place(("nothing", 7)) == Place("data/x.yml", 1, 1)
    assert record.place(()) == Place("data/x.yml", 1, 1)


def test_tags_of_unions_do_not_lead_astray(record: Record) -> None:
    """Pydantic puts the kind of a union into its places."""
    assert record.place(("decisions", 0, "grant", "date")) == Place("data/x.yml", 3, 11)
    assert record.value(("decisions", 0, "grant", "by", "id")) == "p-1"


def test_a_record_goes_to_another_process_and_back(record: Record) -> None:
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes


def test_problems_go_to_another_process_and_back() -> None:
    with pytest.raises(DataError) as wrong:
        content("a: 1\na: 2")
    copy = pickle.loads(pickle.dumps(wrong.value))  # noqa: S301 - our own bytes
    assert copy.problems == wrong.value.problems
