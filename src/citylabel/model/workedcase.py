"""Worked cases: small invented answers with the conclusion a criterion must give."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from citylabel.model.base import Count, Frozen, Identifier, Months, Text, Title
from citylabel.model.evidence import EvidenceKind
from citylabel.model.measure import Value
from citylabel.model.place import Kind


class Expected(StrEnum):
    """What the rules must conclude."""

    STEP = "step"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class CaseEvidence(Frozen):
    """Evidence in a worked case: only its kind and its age matter."""

    kind: EvidenceKind
    """Kind."""
    age_months: Count = 1
    """Age on the day of the application, in months."""


class WorkedCase(Frozen):
    """One invented answer. Its dates are months before the application, so that it never grows old."""

    title: Title
    """What it shows: `One planned action short of step 2`."""
    kind: Kind = Kind.CITY
    """Kind of place."""
    inhabitants: Count = 50_000
    """Inhabitants."""
    values: dict[Identifier, Value] = Field(default_factory=dict)
    """Measured values. For a date measure: see `ages`."""
    ages: dict[Identifier, Count] = Field(default_factory=dict)
    """For date measures: how many whole months before the application the date lies."""
    points: tuple[Identifier, ...] = ()
    """Points that assessors ticked."""
    evidence: tuple[CaseEvidence, ...] = ()
    """Evidence; left out: one fresh piece of the first kind the criterion expects."""
    ground: Identifier | None = None
    """For `not_applicable`: which ground is claimed (and found true)."""
    expect: Expected
    """Conclusion."""
    step: int = Field(default=0, ge=0, le=5)
    """Step reached."""
    why: Text
    """Why, in one or two sentences."""


__all__ = ["CaseEvidence", "Expected", "Months", "WorkedCase"]
