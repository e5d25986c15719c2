"""What can be wrong with data, and how it is said: place, code, sentence, repair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """Whether a problem stops publication."""

    ERROR = "error"
    """Blocks: nothing is published until it is repaired."""
    HINT = "hint"
    """Advises: a person should look, and may decide that all is well."""


def visible(text: str) -> str:
    """The text with everything one cannot see, line breaks included, written as an escape.

    What strangers wrote reaches terminals and logs only through this function, so that no
    record can forge a line of a report, colour a terminal or turn round the reading direction.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _escape(sign) for sign in text)


def _escape(sign: str) -> str:
    if sign in "\t\n\r":
        return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}[sign]
    number = ord(sign)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - the BMP


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a record: file, line and column, as an editor counts them."""

    path: str
    """The file, relative to the root, with `/` between the folders."""
    line: int = 1
    """The line, from 1."""
    column: int = 1
    """The character in the line, from 1."""

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect of our data: where it is, what is wrong and how to repair it."""

    place: Place
    code: str
    severity: Severity
    sentence: str
    """What is wrong, in the author's words; ends with a full stop."""
    repair: str
    """What to do about it; ends with a full stop, or is empty."""

    def __str__(self) -> str:
        said = f"{self.place}: {self.severity}[{self.code}]: {self.sentence} {self.repair}"
        return said.rstrip()


class DataError(Exception):
    """Records cannot be used as they are; `problems` says everything that is wrong with them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetitions, by place, then code, then sentence."""
    return tuple(sorted(set(problems), key=lambda one: (one.place, one.code, one.sentence)))
