"""Practices: real, sourced examples of a criterion met somewhere. Never an award."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.base import (
    Country,
    CriterionId,
    Day,
    Frozen,
    HttpsAddress,
    Text,
    Title,
)
from citylabel.model.framework import Checked


class PracticeFigure(Frozen):
    """A figure of a practice."""

    text: Title
    """The figure in words: `41,962 voters, 7.1 % of residents`."""
    year: Title
    """Year or years it speaks of."""


class PracticePlace(Frozen):
    """Where it happened."""

    name: Title
    """Name of the place, as in English."""
    country: Country | None = None
    """Country code; left out where there is more than one."""


class Practice(Frozen):
    """One example. The file's name is its id."""

    format: Literal["citylabel/practice/1"]
    """Format and version of this record."""
    title: Title
    """What was done, in a few words."""
    place: PracticePlace
    """Where."""
    years: Title
    """When."""
    what: Text
    """What was done, in our own words."""
    figures: tuple[PracticeFigure, ...] = ()
    """Figures, each with its year."""
    criteria: tuple[CriterionId, ...] = Field(min_length=1)
    """Criteria it is an example for."""
    sources: tuple[HttpsAddress, ...] = Field(min_length=1)
    """Pages where it can be read."""
    checked: Checked
    """Whether we opened the pages."""
    checked_on: Day
    """When we did, or when the record was written."""
    caution: Text | None = None
    """What a reader should know about the figures."""
