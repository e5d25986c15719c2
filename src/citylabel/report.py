"""Problems as text, JSON or GitHub annotations. Pure: problems in, one string out."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.problems import Severity, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citylabel.problems import Problem


class Format(StrEnum):
    """How problems are reported."""

    TEXT = "text"
    """One line a problem, for people and editors, and a summary."""
    JSON = "json"
    """A list of objects, for programs."""
    GITHUB = "github"
    """Workflow commands, which GitHub shows beside the changed lines."""


def report(problems: Sequence[Problem], form: Format) -> str:
    """All problems in one format, with a line break at the end."""
    match form:
        case Format.TEXT:
            return as_text(problems)
        case Format.JSON:
            return as_json(problems)
        case Format.GITHUB:
            return as_github(problems)


def as_text(problems: Sequence[Problem]) -> str:
    """A line for each problem, then how many there are."""
    return "".join(f"{line}\n" for line in (*map(str, problems), summary(problems)))


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with path, line, column, code, severity, sentence and repair."""
    objects = [
        {
            "path": one.place.path,
            "line": one.place.line,
            "column": one.place.column,
            "code": one.code,
            "severity": one.severity.value,
            "sentence": one.sentence,
            "repair": one.repair,
        }
        for one in problems
    ]
    # ASCII: whatever reads it, and whatever it thinks the encoding is
    return json.dumps(objects, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """A workflow command for each problem.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "".join(f"{_annotation(one)}\n" for one in problems)


def summary(problems: Sequence[Problem]) -> str:
    """How many there are, in words: `2 errors and 1 hint in 2 files.`."""
    if not problems:
        return "No problems found."
    errors = sum(one.severity is Severity.ERROR for one in problems)
    files = len({one.place.path for one in problems})
    counts = ((errors, "error"), (len(problems) - errors, "hint"))
    found = " and ".join(_counted(number, word) for number, word in counts if number)
    return f"{found} in {_counted(files, 'file')}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _annotation(one: Problem) -> str:
    command = "error" if one.severity is Severity.ERROR else "notice"
    place = one.place
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    said = _data(f"{one.sentence} {one.repair}".rstrip())
    return f"::{command} {where},title={_property(one.code)}::{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
