"""What Pydantic found, said in the words of the catalogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from citylabel.load.known import known_keys
from citylabel.load.write import as_form, as_number, as_text, as_truth
from citylabel.messages import Mistake, Words, choices, did_you_mean, message, problem
from citylabel.problems import visible

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from citylabel.problems import Problem
    from citylabel.source import Record

# Pydantic's error types: https://docs.pydantic.dev/latest/errors/validation_errors/
_CODES: dict[str, str] = {
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode"), "DATA03"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "DATA04"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number", "exact_type"), "DATA05"),
    **dict.fromkeys(("decimal_type", "decimal_parsing"), "DATA05"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "DATA06"),
    **dict.fromkeys(("date_type", "date_parsing"), "DATA07"),
    **dict.fromkeys(("date_from_datetime_parsing", "date_from_datetime_inexact"), "DATA07"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "DATA08"),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), "DATA09"),
    **dict.fromkeys(("dataclass_type", "mapping_type"), "DATA09"),
    **dict.fromkeys(("enum", "literal_error"), "DATA10"),
    "string_too_long": "DATA11",
    "string_too_short": "DATA12",
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than"), "DATA13"),
    **dict.fromkeys(("less_than_equal", "multiple_of", "exact_range"), "DATA13"),
    **dict.fromkeys(("decimal_max_digits", "decimal_max_places"), "DATA13"),
    "decimal_whole_digits": "DATA13",
    "string_pattern_mismatch": "DATA14",
    **dict.fromkeys(("too_short", "too_long"), "DATA15"),
    **dict.fromkeys(("url_type", "url_parsing", "url_syntax_violation"), "DATA16"),
    **dict.fromkeys(("url_too_long", "url_scheme", "https_address"), "DATA16"),
    **dict.fromkeys(("union_tag_invalid", "union_tag_not_found"), "DATA17"),
    "missing": "DATA01",
    "extra_forbidden": "DATA02",
}
_EMPTY_IS_OWN_PROBLEM = frozenset(f"DATA{number:02}" for number in (*range(3, 11), 14, 16, 17))
_CHOICE = re.compile(r"'((?:[^'\\]|\\.)*)'")
LONGEST_SAID = 300
"""How much is repeated of a sentence that a model made."""
_LIMITS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}


def translate(found: ErrorDetails, model: type[BaseModel], record: Record) -> Problem:
    """The problem that Pydantic found in a record of this model."""
    context = found.get("ctx", {})
    if isinstance(context.get("error"), Mistake):
        return _mistake(context["error"], found, record)
    code, path = _code(found, record), found["loc"]
    match code:
        case "DATA01":
            place = record.place(path[:-1], of_key=True)
            key = str(path[-1])
            return problem(code, place, key=key, plain=Words(key))
        case "DATA02":
            return _unknown_key(found, model, record)
        case "DATA17":
            return _kind(found, record)
    value = record.value(path)
    of_key = path[-1:] == ("[key]",)
    if of_key:
        value = record.written(path)[-1]
    return problem(code, record.place(path, of_key=of_key), value=value, **_values(found, value))


def _code(found: ErrorDetails, record: Record) -> str:
    kind = found["type"]
    code = _CODES.get(kind, "DATA90")
    if found["loc"] == ("format",) and code == "DATA10":
        return "DATA19"
    if code in _EMPTY_IS_OWN_PROBLEM and record.value(found["loc"]) is None:
        return "DATA21"
    return kind if _has_message(kind) else code


def _has_message(kind: str) -> bool:
    """Whether a model named the problem by its code itself (`PydanticCustomError("DATA23", ...)`)."""
    try:
        return bool(message(kind))
    except KeyError:
        return False


def _mistake(mistake: Mistake, found: ErrorDetails, record: Record) -> Problem:
    place = record.place((*found["loc"], *mistake.at))
    return problem(mistake.code, place, **mistake.values)


def _unknown_key(found: ErrorDetails, model: type[BaseModel], record: Record) -> Problem:
    path = record.written(found["loc"])
    key, known = str(path[-1]), known_keys(model, record.content, path[:-1])
    if " " in key and record.value(path) is None:
        return problem("DATA22", record.place(path, of_key=True), key=key)
    return problem(
        "DATA02",
        record.place(path, of_key=True),
        key=key,
        did_you_mean=did_you_mean(key, known),
        known=choices(known),
    )


def _kind(found: ErrorDetails, record: Record) -> Problem:
    """The key that says which kind a group is of is missing or says an unknown one."""
    context, path = found.get("ctx", {}), record.written(found["loc"])
    key = str(context.get("discriminator", "")).strip("'")
    if not context.get("expected_tags"):
        return problem("DATA01", record.place(path, of_key=True), key=key, plain=Words(key))
    known, tag = _CHOICE.findall(context["expected_tags"]), str(context.get("tag"))
    return problem(
        "DATA17",
        record.place((*path, key)),
        key=key,
        value=tag,
        did_you_mean=did_you_mean(tag, known),
        known=choices(known),
    )


def _values(found: ErrorDetails, value: object) -> dict[str, Any]:
    """What the templates of single values ask for; each takes what it needs."""
    context = found.get("ctx", {})
    known = _CHOICE.findall(str(context.get("expected", "")))
    writing = {"DATA03": as_text, "DATA04": as_number, "DATA05": as_number, "DATA06": as_truth}
    write = writing.get(_CODES.get(found["type"], ""))
    said = found["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    said = visible(said)[:LONGEST_SAID].rstrip(".")
    return {
        **{name: given for name, given in context.items() if name.isidentifier()},
        "known": choices(known),
        "expected": Words(known[0] if known else ""),
        "did_you_mean": did_you_mean(value, known) if isinstance(value, str) else Words(""),
        "write": Words(write(value) if write else ""),
        "because": _because(context),
        "limit": _limit(context, said),
        "size": _size(value),
        "most": context.get("max_length"),
        "least": context.get("min_length"),
        "form": Words(as_form(str(context.get("pattern", "")))),
        "said": Words(said[:1].upper() + said[1:]),
    }


def _because(context: dict[str, Any]) -> Words:
    reason = context.get("error") or context.get("reason")
    return Words(f": {visible(str(reason))}"[:LONGEST_SAID] if reason else "")


def _limit(context: dict[str, Any], said: str) -> Words:
    for name, words in _LIMITS.items():
        if name in context:
            return Words(f"{words} {context[name]}")
    for name, words in (("min_length", "at least"), ("max_length", "at most")):
        if name in context:
            return Words(f"{words} {context[name]}")
    return Words(said.removesuffix(" is needed here"))


def _size(value: object) -> object:
    return len(value) if isinstance(value, str | list | dict) else 0
