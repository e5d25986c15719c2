"""What to write instead: a value of one kind, as the kind that is needed."""

from __future__ import annotations

from types import MappingProxyType

from citylabel.messages import quoted
from citylabel.source.scalars import MOST_DIGITS, Written, meant_number

FORMS = MappingProxyType(
    {
        r"^[A-Z]{2}$": "a country code of two capital letters, as FI",
        r"^[a-z0-9._-]{1,64}@[a-z0-9.-]{3,190}$": "a mailbox in small letters, as label@town.example",
        r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$": "small letters a-z, digits, single hyphens or underscores",
        r"^[a-z][a-z0-9-]{0,19}$": "the id of a criterion in small letters, as b2",
        r"^(?:https://[^\s\"'<>]{4,480}|did:web:[a-zA-Z0-9.:%_-]{3,480})$": "an address that begins with https://, or "
        "an identity that begins with did:web:",
        r"^#[0-9a-f]{6}$": "a colour of six hexadecimal digits in small letters, as #0b4f5c",
        r"^sha256:[0-9a-f]{64}$": "a digest, as `citylabel digest` prints it",
        r"^(?:/[A-Za-z0-9_-]+)+$": "the way to a field, as /levels/0/asks",
        r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$": "a language code, as fi, sr-Latn or pt-BR",
        r"^[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*$": "the country code, a hyphen and the name in small "
        "letters a-z, as fi-birkavik",
    }
)
"""The patterns of the models' ids and codes in words for people."""
_YES = frozenset({"yes", "y", "on", "1", "true"})
_NO = frozenset({"no", "n", "off", "0", "false"})


def as_text(value: object) -> str:
    """How to write a number or truth value as text."""
    if isinstance(value, bool):
        return f'Put it in quotes: "{str(value).lower()}".'
    if isinstance(value, int | Written):
        return f'Put it in quotes: "{value!r}".'
    return "Write the text on the same line as the key, or in quotes."


def as_number(value: object) -> str:
    """How to write as a number what somebody wrote in another way."""
    number = meant_number(value) if isinstance(value, str) else None
    if isinstance(value, Written) and value.is_integer():
        number = str(int(value))
    if number is None or len(number.lstrip("-")) > MOST_DIGITS:
        return ""
    return f"Write {number} if {quoted(str(value))} means that. "


def as_truth(value: object) -> str:
    """Which truth value a word for yes or no stands for."""
    word = str(value).casefold()
    if word in _YES or word in _NO:
        return f"Write {'true' if word in _YES else 'false'}, without quotes."
    return "Write true or false, without quotes."


def as_form(pattern: str) -> str:
    """A form that models ask for, in words; the pattern itself where there are none."""
    return FORMS.get(pattern, f"of the form {pattern}")
