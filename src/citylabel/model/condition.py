"""The closed form in which a step says what it asks: data, so that Python and the browser conclude alike.

A condition is one of
    {all: [...]}                                 every one holds
    {any: [...]}                                 at least one holds
    {measure: ID, at_least: 3/4}                 a measure's value (or its `n` or `d`) against a threshold
    {given: ID}                                  the measure was published, whatever its value
    {recent: ID, months: 36}                     a date measure, not longer ago than that
    {ratio: [A, B], at_least: 1/2}               value of A over value of B
    {place: kind, is: city}                      a fact of the place
    {evidence: report, months: 12}               evidence of that kind, not older than that
    {point: ID}                                  assessors ticked it
There are no expressions in text, and no code for a single criterion.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from citylabel.model.base import Count, Frozen, Identifier, Months, Number
from citylabel.model.evidence import EvidenceKind
from citylabel.model.place import Kind


class Part(StrEnum):
    """Which number of a measure is meant."""

    VALUE = "value"
    N = "n"
    D = "d"


class NoCase(StrEnum):
    """What becomes of a condition when nothing happened that could be counted (d = 0)."""

    FAILS = "fails"
    HOLDS = "holds"


class Threshold(Frozen):
    """A comparison with one number; exactly one of the comparisons is given."""

    at_least: Number | None = None
    """Holds at this value and above."""
    above: Number | None = None
    """Holds above this value, not at it."""
    at_most: Number | None = None
    """Holds at this value and below."""
    is_: Number | bool | Identifier | None = Field(default=None, alias="is")
    """Holds at exactly this value."""
    small: Number | None = None
    """The number for small places, where it differs."""
    proposal: bool = False
    """True: the threshold has no precedent that we know; it is our own, open to comment."""

    @model_validator(mode="after")
    def _one_comparison(self) -> Threshold:
        given = [x for x in (self.at_least, self.above, self.at_most, self.is_) if x is not None]
        if len(given) != 1:
            raise PydanticCustomError("one_comparison", "give exactly one of at_least, above, at_most, is")
        return self


class MeasureTest(Threshold):
    """A measure against a threshold."""

    measure: Identifier
    """Id of the measure."""
    of: Part = Part.VALUE
    """Its value (for a share: n over d), its numerator, or its denominator."""
    no_case: NoCase = NoCase.FAILS
    """What holds when the denominator is zero."""


class GivenTest(Frozen):
    """The measure was published, whatever its value."""

    given: Identifier
    """Id of the measure."""
    no_case: NoCase = NoCase.FAILS
    """What holds when the denominator is zero."""
    proposal: bool = False
    """True: asking for it is our own proposal."""


class RecentTest(Frozen):
    """A measure that is a date, not longer ago than so many months (counted back from the application or refresh)."""

    recent: Identifier
    """Id of the measure, of type date."""
    months: Months
    """Longest age in months."""
    proposal: bool = False
    """True: the age is our own proposal."""


class RatioTest(Threshold):
    """The value of one measure over the value of another."""

    ratio: tuple[Identifier, Identifier]
    """Ids of the two measures: upper, lower."""


class PlaceFact(StrEnum):
    """What of the place itself a condition may ask."""

    KIND = "kind"
    SIZE = "size"
    INHABITANTS = "inhabitants"


class SizeClass(StrEnum):
    """Small places meet some steps in their own way (edition: `small_below`)."""

    SMALL = "small"
    OTHER = "other"


class PlaceTest(Frozen):
    """A fact of the place: its kind, its size class, or a base figure."""

    place: PlaceFact
    """Which fact."""
    is_: Kind | SizeClass | None = Field(default=None, alias="is")
    """For `kind` and `size`: the value asked."""
    at_least: Count | None = None
    """For `inhabitants`: holds at this number and above."""
    at_most: Count | None = None
    """For `inhabitants`: holds at this number and below."""


class EvidenceTest(Frozen):
    """Evidence of a kind, not older than so many months."""

    evidence: EvidenceKind
    """Kind of evidence."""
    months: Months
    """Longest age in months, by its content date."""
    proposal: bool = False
    """True: the age is our own proposal."""


class PointTest(Frozen):
    """A point that assessors tick."""

    point: Identifier
    """Id of one of the step's points."""


class AllOf(Frozen):
    """Every condition holds."""

    all: tuple[Condition, ...] = Field(min_length=1)
    """The conditions."""


class AnyOf(Frozen):
    """At least one condition holds."""

    any: tuple[Condition, ...] = Field(min_length=1)
    """The conditions."""


_KEYS = ("all", "any", "measure", "given", "recent", "ratio", "place", "evidence", "point")


def _which(value: Any) -> str | None:  # noqa: ANN401 - anything a person may have written
    if isinstance(value, dict):
        return next((key for key in _KEYS if key in value), None)
    return next((key for key in _KEYS if hasattr(value, key)), None)


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[MeasureTest, Tag("measure")]
    | Annotated[GivenTest, Tag("given")]
    | Annotated[RecentTest, Tag("recent")]
    | Annotated[RatioTest, Tag("ratio")]
    | Annotated[PlaceTest, Tag("place")]
    | Annotated[EvidenceTest, Tag("evidence")]
    | Annotated[PointTest, Tag("point")],
    Discriminator(
        _which,
        custom_error_type="condition_form",
        custom_error_message="a condition begins with one of " + ", ".join(_KEYS),
    ),
]

Comparison = Literal["at_least", "above", "at_most", "is"]

AllOf.model_rebuild()
AnyOf.model_rebuild()


def leaves(condition: Condition) -> tuple[Condition, ...]:
    """List the conditions without parts of their own, in the order they stand."""
    if isinstance(condition, AllOf):
        return tuple(leaf for part in condition.all for leaf in leaves(part))
    if isinstance(condition, AnyOf):
        return tuple(leaf for part in condition.any for leaf in leaves(part))
    return (condition,)
