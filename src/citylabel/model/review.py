"""A review: someone else looks whether the evaluation is sufficient."""

from __future__ import annotations

from typing import Literal

from citylabel.model.base import Day, Frozen, Identifier, Text


class Review(Frozen):
    """The review of one case. (`review.yml`)."""

    format: Literal["citylabel/review/1"]
    """Format and version of this record."""
    reviewer: Identifier
    """Id in `parties.yml`; not one of the assessors."""
    interests: Text
    """Declared interests; `None.` where there are none."""
    reviewed_on: Day
    """Day of the review."""
    outcome: Literal["sufficient", "not_sufficient"]
    """Whether the board may decide on it."""
    reason: Text
    """Why."""
