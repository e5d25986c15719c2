"""A criterion: what is asked, how it is measured, in three steps, and how it is checked."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from citylabel.model.base import CriterionId, Frozen, Identifier, Months, Text, Title
from citylabel.model.condition import Condition
from citylabel.model.evidence import EvidenceKind, Nature
from citylabel.model.measure import Measure
from citylabel.model.place import Kind
from citylabel.model.workedcase import WorkedCase


class Basis(StrEnum):
    """Whether a step repeats a legal duty or goes beyond the law."""

    DUTY = "duty"
    MERIT = "merit"


class Point(Frozen):
    """Something in a step that no number shows: assessors tick it."""

    id: Identifier
    """Id, unique in the criterion."""
    asks: Title
    """What must be true."""
    proposal: bool = False
    """True: our own proposal, open to comment."""


class Step(Frozen):
    """One of the cumulative steps; reaching it also needs all steps before it."""

    asks: Text
    """What the step asks, in plain words."""
    when: Condition
    """The same as data: the conditions that come on top of the step before."""
    points: tuple[Point, ...] = ()
    """What assessors tick for it."""
    basis: Basis = Basis.MERIT
    """Legal duty, or merit."""


class ExpectedEvidence(Frozen):
    """A kind of evidence that fits this criterion, and how it ages."""

    kind: EvidenceKind
    """Kind."""
    what: Title
    """What to link to."""
    nature: Nature
    """`standing`: must be in force, re-confirmed at each refresh. `dated`: fresh for a time."""
    months: Months | None = None
    """Longest age by content date; left out: the edition's rule for dated evidence, none for standing."""


class Check(Frozen):
    """One thing assessors or a machine do."""

    by: Literal["machine", "person"]
    """Who does it."""
    does: Text
    """What is done."""


class Ground(Frozen):
    """A reason for which the criterion may be not applicable, with its test."""

    id: Identifier
    """Id of the reason."""
    reason: Title
    """The reason."""
    test: Text
    """How assessors check it."""


class Applies(Frozen):
    """To whom the criterion applies, and how small places and groups may meet it."""

    kinds: tuple[Kind, ...] = (Kind.CITY, Kind.REGION, Kind.GROUP)
    """Kinds of place it applies to."""
    note: Text
    """Who, in words."""
    jointly: Text | None = None
    """How it may be met together with others."""
    small: Text | None = None
    """What is different for small places."""


class Reference(Frozen):
    """A link to a part of a framework."""

    framework: Identifier
    """Id of the framework."""
    part: Identifier | None = None
    """Id of the part."""
    note: Title | None = None
    """What of it the criterion takes up."""
    basis: Basis | None = None
    """`duty`: this is the law that the steps marked as legal duty repeat; left out: it is a source, no more."""


class ToDo(Frozen):
    """What each role can do to meet the criterion."""

    leaders: tuple[Text, ...] = Field(min_length=1)
    """Political leaders and top management."""
    service_owners: tuple[Text, ...] = Field(min_length=1)
    """People who answer for a service."""
    makers: tuple[Text, ...] = Field(min_length=1)
    """Designers, editors and developers."""


class Suggestion(Frozen):
    """A commitment a place could make towards a step."""

    step: int = Field(ge=1, le=5)
    """Step it leads to."""
    what: Title
    """What would be done, concrete enough to be looked at afterwards."""
    months: Months
    """How long it typically takes, in months (our estimate)."""


class Criterion(Frozen):
    """One criterion of an edition. The file's name is its id."""

    format: Literal["citylabel/criterion/1"]
    """Format and version of this record."""
    id: CriterionId
    """Lasting id, never used again for something else."""
    title: Title
    """Title."""
    question: Title
    """What a resident would ask, in one sentence."""
    intent: Text
    """Why it matters to residents."""
    story: Text | None = None
    """A short invented story of the difference it makes; told as an example, never as a fact."""
    measures: tuple[Measure, ...] = Field(min_length=1)
    """What is counted."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=5)
    """What is asked, step by step."""
    evidence: tuple[ExpectedEvidence, ...] = Field(min_length=1)
    """Evidence that fits."""
    good_evidence: tuple[Text, ...] = ()
    """Invented examples of evidence that shows it, concrete enough to copy."""
    not_enough: tuple[Title, ...] = Field(min_length=1)
    """What is often sent and does not show it."""
    checks: tuple[Check, ...] = Field(min_length=1)
    """How it is checked, in order."""
    applies: Applies
    """To whom it applies."""
    not_applicable: tuple[Ground, ...] = ()
    """Reasons for which it may be not applicable; none: never."""
    sources: tuple[Reference, ...] = Field(min_length=1)
    """What it is derived from."""
    todo: ToDo | None = None
    """What each role can do."""
    relations: tuple[Text, ...] = ()
    """How it relates to indicators of the UserCentriCities dashboard, Digital Decade targets and other labels."""
    commitments: tuple[Suggestion, ...] = ()
    """Commitments a place could make towards the next step."""
    precedents: tuple[Text, ...] = ()
    """Where thresholds or forms come from, with the source in words."""
    open_questions: tuple[Text, ...] = ()
    """What we are not sure of and ask about."""
    cases: tuple[WorkedCase, ...] = Field(min_length=2)
    """Worked cases with the conclusion they must give; the tests run them."""
