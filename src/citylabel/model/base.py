"""The ground all records stand on: frozen, closed, and made of a few exact kinds of value."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError


class Frozen(BaseModel):
    """A record or a part of one: never changed after it was read, no unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        validate_default=False,
    )


Exact = int | Fraction
"""A number without rounding: whole numbers stay `int`, all others are `Fraction`."""

MAX_NUMBER = 10**15
_FRACTION = re.compile(r"[0-9]{1,16}/[0-9]{1,16}\Z", re.ASCII)


def to_exact(value: Any) -> Exact:  # noqa: ANN401 - anything a person may have written
    """Read `3`, `0.4` or `"5/6"` as the exact number it says.

    Raises:
        PydanticCustomError: when it is not a number, is negative, or is absurdly large.
    """
    if type(value) is int and 0 <= value <= MAX_NUMBER:
        return value  # nearly all numbers of a record
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal, Fraction)):
        raise PydanticCustomError("exact_type", "a number is needed here")
    # Fraction would also take "1_0", " 1 " and "1e999999999", which it calculates for hours.
    if isinstance(value, str) and not _FRACTION.match(value):
        raise PydanticCustomError("exact_type", "a number is needed here")
    try:
        exact = Fraction(str(value))
    except (ValueError, ZeroDivisionError) as reason:
        raise PydanticCustomError("exact_type", "a number is needed here") from reason
    if not 0 <= exact <= MAX_NUMBER:
        raise PydanticCustomError("exact_range", "a number from 0 to 10^15 is needed here")
    return int(exact) if exact.denominator == 1 else exact


def _written(exact: Exact) -> int | str:
    return exact if isinstance(exact, int) else str(exact)


Number = Annotated[
    Exact,
    PlainValidator(to_exact),
    PlainSerializer(_written),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+/[0-9]+$"}]}),
]
"""A number not below zero: `3`, `0.4`, or a fraction written as `"5/6"`."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", min_length=1, max_length=60)]
"""A lasting name for machines: small letters, digits, single hyphens or underscores."""

CriterionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,19}$")]
"""The id of a criterion, in small letters: `b2`."""

CityId = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=4, max_length=63)]
"""`<country>-<name>`: two small letters of ISO 3166-1 (or `xk`), a hyphen, and a plain name."""

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""Country code of ISO 3166-1 in capitals (`GR`, `GB`; `XK` for Kosovo)."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$")]
"""Language tag of BCP 47: `fi`, `sr-Latn`, `pt-BR`."""

Title = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=False)]
"""One line of plain text."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""Plain text; blank lines part paragraphs. Never Markdown, never HTML."""


def _https(value: str) -> str:
    """Accept an https address of a public host, as far as its text can tell.

    Raises:
        PydanticCustomError: with the reason, in words an author understands.
    """
    from citylabel.model.address import why_not_public  # noqa: PLC0415 - keeps the long rule in a module of its own

    if reason := why_not_public(value):
        raise PydanticCustomError("https_address", "{reason}", {"reason": reason})
    return value


HttpsAddress = Annotated[
    str,
    StringConstraints(min_length=9, max_length=500),
    AfterValidator(_https),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://", "maxLength": 500}),
]
"""A public address that begins with `https://`."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)


def _iso_day(value: Any) -> Any:  # noqa: ANN401 - anything a person may have written
    """Read ISO text and nothing else: Pydantic would take `"86400"` for seconds since 1970.

    Raises:
        PydanticCustomError: when it is a text of another form, or a day that does not exist.
    """
    if not isinstance(value, str):
        return value
    if not _ISO_DAY.match(value):
        raise PydanticCustomError("date_type", "a date is needed here")
    try:
        return date.fromisoformat(value)
    except ValueError as reason:
        raise PydanticCustomError(
            "date_parsing", "there is no such day", {"reason": "there is no such day"}
        ) from reason


Day = Annotated[date, BeforeValidator(_iso_day)]
"""A day of the calendar, written as `2027-03-31`."""


class Period(Frozen):
    """A span of days, both ends included."""

    start: Day
    """First day."""
    end: Day
    """Last day."""


class Words(Frozen):
    """A short text in a language of its own."""

    lang: Language
    """Language of the text."""
    text: Title
    """The text."""


Count = Annotated[int, Field(ge=0, le=MAX_NUMBER, strict=True)]
"""A whole number, not below zero."""

Months = Annotated[int, Field(ge=1, le=600, strict=True)]
"""A number of calendar months."""

Days = Annotated[int, Field(ge=0, le=3660, strict=True)]
"""A number of days."""
