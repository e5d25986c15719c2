"""Frameworks: the declarations, laws and systems that criteria are derived from."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from citylabel.model.base import Day, Frozen, HttpsAddress, Identifier, Text, Title


class FrameworkKind(StrEnum):
    """What sort of text or initiative a framework is."""

    DECLARATION = "declaration"
    LAW = "law"
    SYSTEM = "system"
    STANDARD = "standard"


class Checked(StrEnum):
    """How far we checked a fact: `opened` at the address given, or `known` and not opened."""

    OPENED = "opened"
    KNOWN = "known"


class FrameworkPart(Frozen):
    """An article, a principle or a chapter."""

    id: Identifier
    """Id within the framework: `t4`, `art-12`."""
    title: Title
    """What it is called there, with its number: `Principle 4: Digital delivery of public services`."""
    says: Text | None = None
    """What it asks of an administration, in our own words."""
    left_out: Text | None = None
    """Why no criterion of the present edition takes it up; only where none does."""
    thin: Text | None = None
    """What of it the criteria take up only a little, and why; only where some do."""
    checked: Checked = Checked.KNOWN
    """Whether the text was opened or is stated from general knowledge."""


class Framework(Frozen):
    """One source text or system, with the parts that criteria refer to. The file's name is its id."""

    format: Literal["citylabel/framework/1"]
    """Format and version of this record."""
    title: Title
    """Full title."""
    short: Title
    """Short title, for tags and tables."""
    kind: FrameworkKind
    """What sort of text it is."""
    seed: int | None = Field(default=None, ge=1, le=9)
    """Number among the nine source systems of the 2018 call, if it is one of them."""
    identifier: Title | None = None
    """Official number: `Regulation (EU) 2016/679`."""
    published_on: Day | None = None
    """Day of adoption or publication, where it is known exactly."""
    year: int | None = Field(default=None, ge=1950, le=2100)
    """Year, where only that is known."""
    link: HttpsAddress | None = None
    """Official address; left out where none is known."""
    checked: Checked
    """Whether that page was opened or is stated from general knowledge."""
    about: Text
    """What it is and why a criterion leans on it, in our own words."""
    left_out: Text | None = None
    """Why no criterion of the present edition takes it up; only where none does."""
    thin: Text | None = None
    """What of it the criteria take up only a little or not at all, and why; only where some take it up."""
    further: tuple[HttpsAddress, ...] = ()
    """Pages where the facts above were read."""
    parts: tuple[FrameworkPart, ...] = ()
    """The parts that criteria refer to."""
