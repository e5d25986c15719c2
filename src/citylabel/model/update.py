"""Updates: what a city adds after its application was closed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.application import Answer
from citylabel.model.base import CriterionId, Frozen, Identifier, Text
from citylabel.model.commitment import Commitment, Progress


class ChallengeReply(Frozen):
    """A city's answer to a challenge."""

    challenge: Identifier
    """Id of the challenge in the evaluation."""
    text: Text
    """The answer."""


class Update(Frozen):
    """One update, never changed afterwards. The file's name is its date. (`updates/<date>.yml`)."""

    format: Literal["citylabel/update/1"]
    """Format and version of this record."""
    refresh: bool = False
    """True: this is the yearly refresh, in which every answer was looked at again."""
    confirmed: tuple[Identifier, ...] = ()
    """Ids of standing evidence that is still in force."""
    answers: dict[CriterionId, Answer] = Field(default_factory=dict)
    """New answers; they take the place of the earlier ones."""
    progress: tuple[Progress, ...] = ()
    """What became of commitments."""
    commitments: tuple[Commitment, ...] = ()
    """New commitments."""
    replies: tuple[ChallengeReply, ...] = ()
    """Answers to challenges."""
    note: Text | None = None
    """What a reader should know."""
