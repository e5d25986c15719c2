"""Problems are reported for people, programs and GitHub, and none can forge another."""

from __future__ import annotations

import json

from citylabel.messages import catalogue, choices, did_you_mean, listed, problem, quoted
from citylabel.problems import DataError, Place, Problem, Severity, in_order, visible
from citylabel.report import Format, report

HERE = Place("data/cities/fi-x/city.yml", 6, 5)
TWICE = problem("YAML05", HERE, key="name", first=2)
MIXED = problem("TEXT08", HERE, word="P\u0430ris", scripts="two")
NASTY = Problem(Place("data/a,b:c\n::error::d%.yml"), "FILE05", Severity.ERROR, "100 %\n::error::x", "")


def test_a_problem_reads_as_a_place_a_code_a_sentence_and_a_repair() -> None:
    assert str(TWICE) == (
        "data/cities/fi-x/city.yml:6:5: error[YAML05]: "
        'The key "name" stands here for the second time; the first is in line 2. '
        "Keep one of the two."
    )


def test_text_ends_with_a_summary() -> None:
    assert report([TWICE, MIXED], Format.TEXT).endswith("1 error and 1 hint in 1 file.\n")
    assert report([TWICE, TWICE], Format.TEXT).endswith("2 errors in 1 file.\n")
    assert report([], Format.TEXT) == "No problems found.\n"


def test_json_is_a_list_of_objects() -> None:
    (one,) = json.loads(report([TWICE], Format.JSON))
    assert one == {
        "path": "data/cities/fi-x/city.yml",
        "line": 6,
        "column": 5,
        "code": "YAML05",
        "severity": "error",
        "sentence": TWICE.sentence,
        "repair": TWICE.repair,
    }
    assert report([], Format.JSON) == "[]\n"


def test_github_gets_one_annotation_for_each_problem() -> None:
    assert report([TWICE, MIXED], Format.GITHUB).splitlines()[0] == (
        f"::error file=data/cities/fi-x/city.yml,line=6,col=5,title=YAML05::{TWICE.sentence} {TWICE.repair}"
    )
    assert report([MIXED], Format.GITHUB).startswith("::notice file=")


def test_neither_path_nor_text_can_forge_an_annotation() -> None:
    said = report([NASTY], Format.GITHUB)
    assert said == (
        "::error file=data/a%2Cb%3Ac\\n%3A%3Aerror%3A%3Ad%25.yml,line=1,col=1,title=FILE05::100 %25%0A::error::x\n"
    )
    assert "\n" not in str(NASTY.place)


def test_problems_are_in_order_of_place_and_each_is_told_once() -> None:
    early = problem("YAML15", Place("a.yml", 9))
    late = problem("YAML15", Place("a.yml", 10))
    assert DataError([late, early, late]).problems == in_order([early, late]) == (early, late)
    assert listed([late, early]) == (early, late)


def test_what_cannot_be_seen_is_written_as_an_escape() -> None:
    assert visible("a\tb\n\u202e\U000e0041\x1b é🏙") == r"a\tb\n\u202e\U000e0041\u001b é🏙"


def test_a_quotation_is_short() -> None:
    assert quoted("x" * 500) == f'"{"x" * 80}…"'


def test_choices_are_a_list_for_a_sentence() -> None:
    assert choices(["a"]) == '"a"'
    assert choices(["a", "b", "c"]) == '"a", "b" or "c"'
    assert choices([]) == "nothing"
    assert choices(map(str, range(40))).endswith("… (40 in all)")


def test_the_nearest_known_word_is_offered_whatever_its_capital_letters() -> None:
    assert did_you_mean("Brnoze", ["gold", "bronze"]) == 'Did you mean "bronze"? '
    assert did_you_mean("A1", ["a1", "a2"]) == 'Did you mean "a1"? '
    assert did_you_mean("zzz", ["gold"]) == ""


def test_a_brace_in_a_value_is_no_template() -> None:
    """Only our own words are templates."""
    said = problem("YAML05", HERE, key="{first}{0}{x.y}", first=2)
    assert '"{first}{0}{x.y}"' in said.sentence


def test_the_catalogue_is_sorted_by_code() -> None:
    assert [one.code for one in catalogue()] == sorted(one.code for one in catalogue())
