"""What strangers write is read as they meant it, or refused with its place: threat by threat."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
import yaml

from citylabel.problems import DataError, Place
from citylabel.source import parse
from citylabel.source.reader import Reader
from citylabel.source.scripts import skeleton

ENGINES = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def content(text: str | bytes) -> dict[str, Any]:
    """What a text says."""
    return parse(text.encode() if isinstance(text, str) else text, "x.yml").content


def codes(text: str | bytes) -> list[str]:
    """Line, column and code of everything that is wrong with a text."""
    with pytest.raises(DataError) as wrong:
        content(text)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in wrong.value.problems]


# Bytes and line ends


def test_a_byte_order_mark_at_the_start_is_accepted() -> None:
    """Notepad writes one; it does not move the first column."""
    record = parse("\ufeffname: A\n".encode(), "x.yml")
    assert record.content == {"name": "A"}
    assert record.place(("name",), of_key=True) == Place("x.yml", 1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_accepted(end: str) -> None:
    """Text, lines and columns are the same with all of them."""
    record = parse(end.join(["a: |", "  one", "  two", "b: [é, 🏙, x]", ""]).encode(), "x.yml")
    assert record.content == {"a": "one\ntwo\n", "b": ["é", "🏙", "x"]}
    assert record.place(("b", 2)) == Place("x.yml", 4, 11)


def test_problems_are_placed_by_lines_of_every_system() -> None:
    assert codes(b"a: 1\r\nb: \x00\rc: \xe9\n") == ["2:4 TEXT01", "3:4 YAML01"]


def test_columns_count_characters_and_not_bytes() -> None:
    record = parse("é🏙é: {ü: 1}".encode(), "x.yml")
    assert record.place(("é🏙é",)) == Place("x.yml", 1, 6)
    assert record.place(("é🏙é", "ü"), of_key=True) == Place("x.yml", 1, 7)


def test_a_latin_1_letter_is_named() -> None:
    """The message shows which letter it may have been."""
    with pytest.raises(DataError, match=r"byte F6 .*\(and 1 more\); .* it would be ö") as wrong:
        parse("a: Kö\nb: Nä\n".encode("cp1252"), "x.yml")
    assert len(wrong.value.problems) == 1


def test_a_tab_after_a_colon_is_accepted() -> None:
    """It is harmless; only indentation is not."""
    assert content("a:\tb\n") == {"a": "b"}


# Characters


def test_joiners_that_scripts_need_are_kept() -> None:
    """Persian and Indian languages, and emoji, cannot do without ZWNJ and ZWJ."""
    text = "می\u200cشود 👩\u200d💻 क्\u200dष"
    assert content(f"a: {text}") == {"a": text}


def test_text_and_keys_become_nfc() -> None:
    """Two ways to write the same letter are one, also when an escape hides it."""
    assert content('Ko\u0308ln: "A\u030a\ne\\u0301"') == {"Köln": "Å é"}


@pytest.mark.parametrize("escape", [r"\0", r"\x1b", r"\u202e", r"\u200b", r"\ufeff", r"\uffff"])
def test_an_escape_brings_no_refused_character_in(escape: str) -> None:
    assert codes(f'a: "x{escape}"')[0].startswith("1:4 TEXT")


def test_a_mixed_word_is_a_hint_and_no_error() -> None:
    """A name of two words in two alphabets is honest; one word of two is looked at."""
    assert parse("a: Sofia София μg".encode(), "x.yml").hints == ()
    (hint,) = parse("a: b\nc: xx P\u0430ris".encode(), "x.yml").hints
    assert (hint.place, hint.code) == (Place("x.yml", 2, 7), "TEXT08")
    assert "Cyrillic and Latin" in hint.sentence


def test_names_that_look_the_same_have_one_skeleton() -> None:
    assert skeleton("P\u0430\u0440\u0456s") == skeleton("papis".replace("papis", "Papis"))
    assert skeleton("Paris") != skeleton("Parus")


# Bombs and crashes


@pytest.mark.parametrize("piece", ["[", "- ", "{a: ", "? ", "a: [", "!!x [", "&a [", "[{"])
@pytest.mark.parametrize("engine", ENGINES)
def test_depth_neither_crashes_nor_hangs(piece: str, engine: type) -> None:
    """25 kB of `[` kill an interpreter that lets the library build the value."""
    reader = Reader(piece * (120_000 // len(piece)), "x.yml", engine)
    reader.read()
    assert reader.problems
    assert len(reader.marks) < 100


def test_twelve_levels_are_enough_for_anyone_and_allowed() -> None:
    assert content("a: " + "[" * 11 + "1" + "]" * 11)


@pytest.mark.parametrize("text", ["a: " + "x" * 10_000, "a: [" + "1," * 19_998 + "]", "# " + "x" * 131_000 + "\na: 1"])
def test_the_largest_record_is_still_read(text: str) -> None:
    assert content(text)


def test_hundreds_of_problems_end_in_a_sentence() -> None:
    """One kind of rubbish in every character says no more than fifty lines of it."""
    found = codes("a: " + "\u200b" * 40_000)
    assert len(found) == 51
    assert found[-1].endswith("DATA20")


# Both parsers


@pytest.mark.parametrize("engine", ENGINES)
def test_both_parsers_say_the_same(engine: type) -> None:
    """Without libyaml the reader is slower and not different."""
    text = "a: 1\nb: &x [*x]\n<<: {c: !!int '3'}\na: |\n  text\nd: [é, {e: 1.50, f: }]\n"
    reader = Reader(text, "x.yml", engine)
    read = reader.read()
    assert read["d"] == ["é", {"e": 1.5, "f": None}]
    told = [(p.place.line, p.place.column, p.code) for p in reader.problems]
    assert told == [
        (2, 4, "YAML11"),
        (2, 8, "YAML11"),
        (3, 1, "YAML12"),
        (3, 9, "YAML13"),
        (4, 1, "YAML05"),
    ]


# All at once


def test_a_file_with_every_sin_tells_them_all_in_one_run() -> None:
    """Nothing waits for the next run but what stands below a slip in the syntax."""
    text = dedent("""\
        name: Birka\u200bvik
        name: Birkavik
        place: &here {country: NO}
        other: *here
        <<: {a: 1}
        ? [x, y]
        : 1
        tag: !!str 12
        deep: "\\0"
        back: "a\u202eb"
        line: one\u2028two
        odd: "\\ue000"
        lost: K\ufffdln
        long: LONG
        bad: "x
        """)
    assert codes(text.replace("LONG", "x" * 10_001)) == [
        "1:12 TEXT04",
        "2:1 YAML05",
        "3:8 YAML11",
        "4:8 YAML11",
        "5:1 YAML12",
        "6:3 YAML17",
        "8:6 YAML13",
        "9:7 TEXT01",
        "10:9 TEXT03",
        "11:10 TEXT02",
        "12:6 TEXT06",
        "13:8 TEXT07",
        "14:7 YAML20",
        "15:6 YAML09",
    ]
