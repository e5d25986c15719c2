"""Measures: what is counted, in which unit, over which period."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from citylabel.model.base import Day, Frozen, Identifier, Number, Text, Title


class MeasureType(StrEnum):
    """Types of measure."""

    SHARE = "share"
    RATE = "rate"
    COUNT = "count"
    DAYS = "days"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Window(StrEnum):
    """The time a measure speaks of."""

    NOW = "now"
    W = "w"
    W_OR_W3 = "w_or_w3"
    W3 = "w3"
    MONTHS_24 = "months_24"
    LAST = "last"
    EVALUATION = "evaluation"


class Source(StrEnum):
    """Who gives the value: the applicant, or the assessors during the evaluation."""

    APPLICANT = "applicant"
    ASSESSORS = "assessors"


class Choice(Frozen):
    """One of the answers to a choice."""

    id: Identifier
    """Id of the answer."""
    title: Title
    """The answer in words."""


class Measure(Frozen):
    """One thing that is counted."""

    id: Identifier
    """Id, unique in the edition."""
    title: Title
    """Short name, for tables: `Services fully online`."""
    question: Title
    """The question, as an applicant reads it."""
    type: MeasureType
    """How the answer is written."""
    unit: Title | None = None
    """What one unit is: `services`, `full-time posts`, `working days`."""
    numerator: Title | None = None
    """For a share or a rate: what n counts."""
    denominator: Title | None = None
    """For a share: what d counts. For a rate the denominator is always the inhabitants, asked once."""
    per: int | None = Field(default=None, ge=1)
    """For a rate: per how many inhabitants."""
    largest: Number | None = None
    """The largest value possible, where there is one (`8` principles)."""
    choices: tuple[Choice, ...] = ()
    """For a choice: the answers."""
    window: Window
    """The time it speaks of."""
    period: Title
    """The same in words: `12 months ending ...`, `on the day of the application`."""
    how: Text
    """How to count, with what is left out."""
    found_in: Title
    """Where the number usually lies: `finance`, `web team`."""
    minutes: int = Field(ge=0, le=600)
    """Working minutes for a small town that has the figure (our estimate). 0: the assessors measure."""
    by: Source = Source.APPLICANT
    """Who gives it."""
    example: Text | None = None
    """A worked count of an invented place: what was counted, what was left out, what came out."""
    resident: Text | None = None
    """One sentence for residents with a slot for the value: `You can do {value} of services online.`"""


class Share(Frozen):
    """A part of a whole (`n` of `d`), or a rate's numerator (`n` alone)."""

    n: Number
    """Numerator."""
    d: Number | None = None
    """Denominator; left out for a rate, whose denominator is the inhabitants."""
    joint: bool = False
    """True: the figure is that of a group, for all its members."""
    period: Title | None = None
    """Period, where it is not the window the case declares (`36 months to 2026-12-31`)."""
    note: Text | None = None
    """How it was estimated, where it was."""


def _which(value: Any) -> str | None:  # noqa: ANN401 - anything a person may have written
    match value:
        case bool():
            return "yes_no"
        case dict() | Share():
            return "share"
        case str() if _looks_like_a_day(value):
            return "day"
        case date():
            return "day"
        case str() if "/" not in value:
            return "choice"
        case _:
            return "number"


def _looks_like_a_day(text: str) -> bool:
    return text[:4].isdigit() and "-" in text


Value = Annotated[
    Annotated[bool, Tag("yes_no")]
    | Annotated[Share, Tag("share")]
    | Annotated[Day, Tag("day")]
    | Annotated[Identifier, Tag("choice")]
    | Annotated[Number, Tag("number")],
    Discriminator(_which),
]
"""A measured value: `{n: 112, d: 143}`, `8`, `2027-03-01`, `true`, or a choice's id."""
