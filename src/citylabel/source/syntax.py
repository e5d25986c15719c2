"""What a YAML parser stumbled over, in words for the person who wrote the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.problems import Place

if TYPE_CHECKING:
    import yaml

    from citylabel.problems import Problem

# What libyaml and PyYAML's own scanner say, and our message for it; the first that fits counts.
_SAID = tuple(
    (re.compile(said), code)
    for said, code in (
        (r"tab character", "YAML04"),
        (r"quoted scalar .*(end of stream|document (indicator|separator))", "YAML09"),
        (r"escape|hexdecimal|hexadecimal", "YAML23"),
        (r"expected ',' or '[]}]'", "YAML24"),
        (r"cannot start any token|while scanning an? (alias|anchor)", "YAML22"),
        (r"mapping values are not allowed", "YAML08"),
        (r"could not find expected ':'", "YAML07"),
        (r"directive|incompatible", "YAML21"),
        (r"(parsing|scanning) a tag|tag handle|tag URI|'!'", "YAML13"),
        (r"did not find expected (key|'-')|expected <block end>", "YAML10"),
        (r"entries are not allowed", "YAML25"),
    )
)
_BRACKETS = {"[": "]", "{": "}"}


def explain(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The problem at which a parser gave up."""
    said = " ".join(part for part in (error.context, error.problem) if part)
    code = next((code for pattern, code in _SAID if pattern.search(said)), "YAML06")
    # These begin where the author looks first: at the quote, the bracket, the word, the sign.
    first, second = error.problem_mark, error.context_mark
    if code in {"YAML07", "YAML09", "YAML24"} or (code == "YAML22" and "while scanning a" in said):
        first, second = second, first
    mark = first or second
    line, column = (mark.line, mark.column) if mark else (0, 0)
    sign = _sign(text, line, column)
    if sign == "\t":
        code = "YAML04"
    return problem(
        code,
        Place(path, line + 1, column + 1),
        said=Words(error.problem or "it ends too early"),
        sign=sign,
        tag=sign or "!",
        opening=sign,
        closing=_BRACKETS.get(sign, sign),
    )


def _sign(text: str, line: int, column: int) -> str:
    """The character at a place, empty beyond the end."""
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[line][column : column + 1] if line < len(lines) else ""
