"""Decisions: dated, reasoned acts of the board. A correction is a new decision, never a changed one."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from citylabel.model.base import Day, Frozen, Identifier, Text


class _Act(Frozen):
    """What every decision says."""

    id: Identifier
    """Id within the case, in order: `d1`."""
    decided_on: Day
    """Day of the decision."""
    effective_on: Day
    """First day on which it holds; never before the decision."""
    by: tuple[Identifier, ...] = Field(min_length=1)
    """Ids of the parties that decided; none of them assessed or reviewed the case."""
    reason: Text
    """Why, in words a resident understands."""


class Grant(_Act):
    """The label is granted at a level."""

    decision: Literal["grant"]
    """Kind of decision."""
    level: Identifier
    """Level granted (`bronze`), or `committed`."""
    until: Day
    """Last day in force."""


class Refusal(_Act):
    """The label is not granted."""

    decision: Literal["refusal"]
    """Kind of decision."""


class Suspension(_Act):
    """A grant is suspended: not in force until it is restored."""

    decision: Literal["suspension"]
    """Kind of decision."""


class Restoration(_Act):
    """A suspension ends."""

    decision: Literal["restoration"]
    """Kind of decision."""


class Withdrawal(_Act):
    """A grant is withdrawn for good."""

    decision: Literal["withdrawal"]
    """Kind of decision."""


class Termination(_Act):
    """A grant ends because the city asks for it."""

    decision: Literal["termination"]
    """Kind of decision."""


def _which(value: Any) -> str | None:  # noqa: ANN401 - anything a person may have written
    return value.get("decision") if isinstance(value, dict) else getattr(value, "decision", None)


Decision = Annotated[
    Annotated[Grant, Tag("grant")]
    | Annotated[Refusal, Tag("refusal")]
    | Annotated[Suspension, Tag("suspension")]
    | Annotated[Restoration, Tag("restoration")]
    | Annotated[Withdrawal, Tag("withdrawal")]
    | Annotated[Termination, Tag("termination")],
    Discriminator(
        _which,
        custom_error_type="decision_kind",
        custom_error_message=("a decision is one of grant, refusal, suspension, restoration, withdrawal, termination"),
    ),
]
"""One decision."""


class Decisions(Frozen):
    """The decisions of one case, oldest first; append-only. (`decisions.yml`)."""

    format: Literal["citylabel/decisions/1"]
    """Format and version of this record."""
    decisions: tuple[Decision, ...] = Field(min_length=1)
    """The decisions."""
