"""An evaluation: what assessors found, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from citylabel.model.base import CriterionId, Day, Frozen, Identifier, Text, Title
from citylabel.model.measure import Value


class Outcome(StrEnum):
    """What an assessor concludes on an answer."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    NOT_SATISFIED = "not_satisfied"
    NOT_APPLICABLE = "not_applicable"


class Assurance(StrEnum):
    """How strongly a finding was checked."""

    SELF_DECLARED = "self_declared"
    MACHINE_CHECKED = "machine_checked"
    PEER_REVIEWED = "peer_reviewed"
    EXTERNALLY_REVIEWED = "externally_reviewed"


class Assessor(Frozen):
    """One of the assessors of a case."""

    party: Identifier
    """Id in `parties.yml`."""
    interests: Text
    """Declared interests; `None.` where there are none."""


class Apart(Frozen):
    """What one assessor had written before they looked together."""

    assessor: Identifier
    """Id of the assessor."""
    outcome: Outcome
    """Conclusion."""
    step: int = Field(ge=0, le=5)
    """Step this would give."""
    note: Text
    """Why."""


class Finding(Frozen):
    """The assessors' conclusion on one criterion."""

    outcome: Outcome
    """`confirmed`: the values stand; `corrected`: other values are used; `not_satisfied`: not met whatever was claimed;
    `not_applicable`: the reason was checked and is true."""
    reason: Text
    """Why, in words that the city and a resident understand."""
    values: dict[Identifier, Value] = Field(default_factory=dict)
    """Values that assessors measured themselves or that take the place of the claimed ones."""
    points: tuple[Identifier, ...] = ()
    """Points ticked."""
    assurance: Assurance = Assurance.PEER_REVIEWED
    """How strongly it was checked."""
    apart: tuple[Apart, ...] = ()
    """What each had written first, where they differed."""


class Challenge(Frozen):
    """An objection received during the open challenge."""

    id: Identifier
    """Id within the evaluation."""
    received_on: Day
    """Day it came."""
    by: Title
    """Kind of sender (`a resident`, `an association`); never a name."""
    criterion: CriterionId | None = None
    """Criterion it speaks of."""
    text: Text
    """What it says, in our words."""
    outcome: Literal["upheld", "partly_upheld", "dismissed"] | None = None
    """What came of it; left out while it is open."""
    reason: Text | None = None
    """Why."""


class Evaluation(Frozen):
    """The evaluation of one case. (`evaluation.yml`)."""

    format: Literal["citylabel/evaluation/1"]
    """Format and version of this record."""
    opened_on: Day
    """Day it began; it fixes the draw of samples."""
    closed_on: Day | None = None
    """Day the findings were handed over; left out while it runs."""
    assessors: tuple[Assessor, ...] = Field(min_length=1)
    """Who assesses."""
    challenges: tuple[Challenge, ...] = ()
    """Objections received."""
    findings: dict[CriterionId, Finding] = Field(default_factory=dict)
    """Findings by criterion."""
    third_look: Text | None = None
    """For a close call: what the third look found."""
    summary: Text | None = None
    """The whole in two or three sentences."""
