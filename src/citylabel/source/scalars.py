"""What an unquoted word means: YAML 1.2 core schema, less what people get wrong.

| written                                   | is                                               |
|-------------------------------------------|--------------------------------------------------|
| `null`, `Null`, `NULL`, `~`, nothing      | nothing                                          |
| `true`, `false` (also True, TRUE, ...)    | a truth value                                    |
| `12`, `-3`, `0.75`                        | a number, exactly as written                     |
| `NO`, `on`, `12:30`, `2026-11-23`         | text, as in YAML 1.2                             |
| `01234`, `+358401`, `1_000`, `0xFF`,      | text: a postcode or a phone number is not        |
| `1e3`, `.5`, `.nan`, more than 18 digits  | shortened; where a number is asked for, the      |
|                                           | problem says how to write it (`meant_number`)    |
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Self

MOST_DIGITS = 18
"""An integer with so many digits fits into 64 bits."""
MOST_SIGNIFICANT = 15
"""A decimal number with so many digits comes out of a binary float as it went in."""
LONGEST_DECIMAL = 32
"""Zeros included, so that no number is too small for a float."""

WORDS = MappingProxyType(
    dict.fromkeys(("", "~", "null", "Null", "NULL"))
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:([_ '.,\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")


class Written(float):
    """A decimal number of at most 15 significant digits that remembers how it was written.

    As a float it goes through JSON without loss: the shortest decimal for it has the same
    value as the digits in the file.
    """

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Self:
        """The number with these digits."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __repr__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.text,)


Scalar = str | int | Written | bool | None


def resolve(text: str) -> Scalar:
    """What an unquoted word means."""
    if text in WORDS:
        return WORDS[text]
    # Most words begin with a letter; one look saves them the pattern.
    if text[0] in "-0123456789" and (number := _NUMBER.fullmatch(text)):
        return _decimal(text) if number[1] else _integer(text)
    return text


def _integer(text: str) -> int | str:
    return int(text) if len(text.lstrip("-")) <= MOST_DIGITS else text


def _decimal(text: str) -> Written | str:
    significant = text.lstrip("-0.").replace(".", "")
    if len(significant) <= MOST_SIGNIFICANT and len(text) <= LONGEST_DECIMAL:
        return Written(text)
    return text


def meant_number(text: str) -> str | None:
    """The number somebody may have meant by a text, as a record writes it.

    `1_000_000`, `1 000 000` and `1.000.000` mean 1000000, `0xFF` means 255, `1e3` means 1000,
    `+5` means 5, `.5` and `0,5` mean 0.5; `01234` may mean 1234. None if nothing can be guessed.
    """
    text = text.strip().rstrip("%").strip()
    if len(text) > LONGEST_DECIMAL:
        return None
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^-+0-9]", "", text)
    try:
        if text[:2].lower() in {"0x", "0o", "0b"}:
            return str(int(text, 0))
        number = Decimal(text.replace(",", ".").replace("_", ""))
    except (InvalidOperation, ValueError):
        return None
    return _in_digits(number)


def _in_digits(number: Decimal) -> str | None:
    if not number.is_finite() or abs(number.adjusted()) > MOST_SIGNIFICANT:
        return None
    return f"{number:f}"
