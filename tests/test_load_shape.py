"""A record becomes a model, or its author reads what is wrong and how to repair it."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Literal

import pytest
from pydantic import model_validator

from citylabel.load import build, layout
from citylabel.load.known import known_keys
from citylabel.load.write import FORMS, as_form
from citylabel.messages import Mistake
from citylabel.model.application import Application
from citylabel.model.base import Day, Frozen, Number
from citylabel.problems import DataError
from citylabel.source import parse


class Figure(Frozen):
    """A model with exact values."""

    value: Number
    day: Day | None = None


class Team(Frozen):
    """A model whose validator names a problem of the catalogue."""

    format: Literal["citylabel/team/1"] = "citylabel/team/1"
    members: tuple[str, ...]

    @model_validator(mode="after")
    def _nobody_twice(self) -> Team:
        for place, one in enumerate(self.members):
            if one in self.members[:place]:
                raise Mistake("DATA10", at=("members", place), value=one, known="", did_you_mean="")
        return self


def told(model: type[Frozen], text: str) -> list[str]:
    """What is wrong with a record, as a user reads it."""
    with pytest.raises(DataError) as wrong:
        build(model, parse(text.encode(), "x.yml"))
    return [str(one) for one in wrong.value.problems]


@pytest.mark.parametrize("digits", ["0.1", "1.10", "123456789012.345", "0.000000000000001", "7"])
def test_a_number_arrives_exactly_as_it_was_written(digits: str) -> None:
    assert build(Figure, parse(f"value: {digits}".encode(), "x")).value == Fraction(digits)


def test_a_date_arrives_as_a_date() -> None:
    assert build(Figure, parse(b"value: 1\nday: 2026-11-23", "x")).day == date(2026, 11, 23)


def test_a_missing_key_is_told_at_the_group_it_is_missing_in() -> None:
    (said,) = told(Team, "format: citylabel/team/1\n")
    assert said == ('x.yml:1:1: error[DATA01]: "members" is missing here. Add a line `members: ...`.')


def test_a_slip_of_the_pen_is_answered_with_the_key_that_was_meant() -> None:
    """The keys that are known come from the place in the record, also below unions."""
    application = "format: citylabel/application/1\nanswers:\n  a1:\n    answer: values\n    evidense: []\n"
    (said,) = [one for one in told(Application, application) if "evidense" in one]
    assert said == (
        'x.yml:5:5: error[DATA02]: There is no key "evidense" here. Did you mean "evidence"? '
        'Known here: "answer", "values", "evidence" or "note".'
    )


def test_keys_are_known_below_lists_groups_and_unions() -> None:
    content = {"top_list": [{}], "answers": {"a1": {"answer": "not_met"}}}
    assert known_keys(Application, content, ("top_list", 0))[0] == "name"
    assert known_keys(Application, content, ("answers", "a1")) == ("answer", "note")
    assert known_keys(Application, {"x": {"y": 1}}, ("x",)) == ()


def test_a_text_from_a_number_is_shown_with_all_its_digits() -> None:
    (said,) = told(Team, "members: [1.10]")
    assert said.endswith('A text is needed here, not 1.10. Put it in quotes: "1.10".')


def test_a_number_in_another_way_is_answered_with_the_number() -> None:
    (said,) = told(Figure, "value: 1_000")
    assert 'Write 1000 if "1_000" means that.' in said


def test_a_number_that_would_take_hours_is_refused_at_once() -> None:
    """`1e999999999` and quoted numbers are text."""
    for word in ("1e999999999", '"1e999999999"', '"12"', '"1_0"', ".inf"):
        assert "error[DATA05]" in told(Figure, f"value: {word}")[0]


def test_a_value_of_several_kinds_is_told_once() -> None:
    """Not once for each kind that it is not."""
    answers = "answers: {a1: {answer: values, values: {m1: [1]}, evidence: []}}"
    assert len([one for one in told(Application, answers) if ":36:" in one]) <= 1


def test_a_model_names_the_problem_and_its_place() -> None:
    (said,) = told(Team, "members: [anna, ben, anna]")
    assert said.startswith('x.yml:1:22: error[DATA10]: "anna" is not possible here.')


def test_a_huge_value_is_shortened_in_its_message() -> None:
    (said,) = told(Team, "members: " + "x" * 9_000)
    assert len(said) < 300


def test_a_value_cannot_forge_a_line_of_the_report() -> None:
    (said,) = told(Team, 'members: "a\\n::error::b"')
    assert "\n" not in said
    assert r"a\n::error::b" in said


def forms_asked_for() -> set[str]:
    """Every pattern in the models of records."""
    schemas = json.dumps([model.model_json_schema() for model in layout.models().values()])
    found: set[str] = set()
    json.loads(schemas, object_hook=lambda group: found.update(patterns(group)))
    return found - {"^https://", "^[0-9]+/[0-9]+$"}


def patterns(group: dict[str, object]) -> set[str]:
    """The patterns in one group of a JSON Schema."""
    by_form = group.get("patternProperties", {})
    own = {group["pattern"]} if isinstance(group.get("pattern"), str) else set()
    return {str(one) for one in [*own, *(by_form if isinstance(by_form, dict) else ())]}


def test_every_form_that_a_model_asks_for_has_words() -> None:
    """Authors read what an id looks like, not a regular expression."""
    assert forms_asked_for() <= set(FORMS)
    assert "a country code of two capital letters" in as_form("^[A-Z]{2}$")
    assert as_form("^x$") == "of the form ^x$"
