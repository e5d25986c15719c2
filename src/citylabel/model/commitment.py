"""Commitments: what a place promises to do, and what came of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.base import CriterionId, Day, Frozen, Identifier, Text, Title
from citylabel.model.evidence import Evidence


class Commitment(Frozen):
    """A promise with a date."""

    id: Identifier
    """Id within the case."""
    criterion: CriterionId
    """Criterion it serves."""
    step: int = Field(ge=1, le=5)
    """Step it is meant to reach."""
    what: Title
    """What will be done."""
    by: Day
    """By when."""
    responsible: Title
    """Which unit or role is responsible; never a person's name."""


class Progress(Frozen):
    """What became of a commitment by the day of an update."""

    commitment: Identifier
    """Id of the commitment."""
    state: Literal["open", "done", "dropped"]
    """Where it stands; `late` is computed from the date."""
    note: Text
    """What was done, or why it was dropped."""
    evidence: tuple[Evidence, ...] = ()
    """For `done`: what shows it."""
