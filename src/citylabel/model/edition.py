"""An edition: the dated set of themes, criteria and award rules. All of the award rule is here, none of it in code."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from citylabel.model.base import (
    Count,
    CriterionId,
    Day,
    Days,
    Frozen,
    HttpsAddress,
    Identifier,
    Months,
    Number,
    Text,
    Title,
)
from citylabel.model.succession import Became, Digest, Erratum, NewCriterion


class Theme(Frozen):
    """A group of criteria."""

    id: Identifier
    """Id: a small letter."""
    title: Title
    """Title."""
    about: Text
    """What the theme is about, for residents."""
    criteria: tuple[CriterionId, ...] = Field(min_length=1)
    """Its criteria, in order."""
    weight: Number = 1
    """Weight of the theme's share in the total."""


class CriterionStep(Frozen):
    """A criterion that must reach a step."""

    criterion: CriterionId
    """Id of the criterion."""
    step: int = Field(ge=1, le=5)
    """Step it must reach."""


class Level(Frozen):
    """A level of the ladder and what it asks. Each level also asks all that the levels below it ask."""

    id: Identifier
    """Id: `bronze`."""
    title: Title
    """Title: `Bronze`."""
    asks: Text
    """What it asks, in words."""
    prerequisites_at_step: int = Field(default=1, ge=0, le=5)
    """Step that every prerequisite must reach."""
    total_at_least: Number = 0
    """The total must reach this fraction."""
    theme_at_least: Number = 0
    """Every theme's share must reach this fraction."""
    no_theme_at_zero: bool = False
    """True: no theme may have a share of zero."""
    criteria: tuple[CriterionStep, ...] = ()
    """Criteria that must reach a step of their own."""
    assessors_from_abroad: int = Field(default=0, ge=0, le=9)
    """How many assessors must come from another country."""
    precedent: Text | None = None
    """Where the threshold comes from."""


class CommittedRule(Frozen):
    """The status beside the ladder: a promise with dates instead of points."""

    id: Identifier
    """Id: `committed`."""
    title: Title
    """Title."""
    asks: Text
    """What it asks, in words."""
    criteria: tuple[CriterionStep, ...] = ()
    """Criteria that must reach a step."""
    complete: bool = True
    """True: every criterion must be answered (also with `not met`)."""
    commitment_for_prerequisites: bool = True
    """True: each prerequisite still missing needs a dated commitment."""
    months: Months
    """How long it lasts."""
    renewals: int = Field(default=0, ge=0, le=9)
    """How often it may be granted again."""
    precedent: Text | None = None
    """Where the idea comes from."""


class SmallPlaces(Frozen):
    """Which places are small, and what is different for them."""

    below: Count
    """A place with fewer inhabitants is small; a group is small when all its members are."""
    top_list: int = Field(ge=1, le=50)
    """Length of their top list of services."""


class SmallNumbers(Frozen):
    """How many misses a high threshold allows when few cases were counted."""

    from_: Number = Field(alias="from")
    """The rule is for thresholds from here ..."""
    below: Number
    """... to below here."""
    at_least: int = Field(ge=0)
    """With at least so many cases ..."""
    at_most: int = Field(ge=0)
    """... and at most so many, ..."""
    misses: int = Field(ge=0)
    """... so many misses are allowed."""


class EvidenceRule(Frozen):
    """When evidence is fresh."""

    months: Months
    """Longest age of dated evidence at the application and at each refresh."""
    prerequisite_months: Months
    """The same for prerequisites."""
    refresh_months: Months
    """A refresh is due each time so many months have passed since the grant."""
    grace_days: Days
    """So many days late, a refresh is shown as late; after that, stale answers give no points."""


class ProcedureRule(Frozen):
    """Dates and numbers of the procedure."""

    window_months: Months
    """Length of the window the applicant chooses."""
    window_ended_within_months: Months
    """The window must have ended at most so many months before the application."""
    challenge_days: Days
    """Days during which anyone may challenge an application."""
    appeal_days: Days
    """Days during which the city may appeal against a decision."""
    assessors: int = Field(ge=1, le=9)
    """How many assessors judge a case."""
    validity_months: Months
    """How long a grant of the ladder lasts."""
    near_expiry_days: Days
    """So many days before its end a label is shown as ending soon."""


class CommonRule(Frozen):
    """A rule that holds for all criteria, in words (what can be computed is data elsewhere in this record)."""

    id: Identifier
    """Id."""
    title: Title
    """The word it defines."""
    rule: Text
    """The rule."""
    proposal: bool = False
    """True: our own proposal, open to comment."""


class Edition(Frozen):
    """One edition. The folder's name is its id."""

    format: Literal["citylabel/edition/1"]
    """Format and version of this record."""
    title: Title
    """Title."""
    about: Text
    """What this edition is, and how firm it is."""
    proposed_on: Day | None = None
    """The day it was put forward for comment; left out while it is a draft."""
    in_force_on: Day | None = None
    """The day a body put it in force; left out while it is proposed."""
    digest: Digest | None = None
    """Digest of its records, recorded when it is put in force: `citylabel digest` prints it."""
    follows: Identifier | None = None
    """Id of the edition before; left out for the first one."""
    became: tuple[Became, ...] = ()
    """What became of each criterion of the edition before."""
    new: tuple[NewCriterion, ...] = ()
    """Criteria that come from none of them."""
    themes: tuple[Theme, ...] = Field(min_length=1)
    """Themes in order, each with its criteria in order."""
    prerequisites: tuple[CriterionId, ...] = ()
    """Criteria that no points elsewhere can make up for."""
    points: tuple[Number, ...] = Field(min_length=2)
    """Points for step 0, 1, 2, ..."""
    weights: dict[CriterionId, Number] = Field(default_factory=dict)
    """Weight of single criteria within their theme; all others weigh 1."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """The ladder, lowest level first."""
    committed: CommittedRule | None = None
    """The status beside the ladder; left out: there is none."""
    small_places: SmallPlaces | None = None
    """Which places are small; left out: none is."""
    small_numbers: SmallNumbers | None = None
    """Leniency for small numbers; left out: none."""
    top_list: int = Field(default=0, ge=0, le=50)
    """Length of the top list of services; 0: no list is asked."""
    not_applicable_per_theme: int = Field(default=0, ge=0, le=9)
    """How many criteria of a theme may be not applicable."""
    evidence: EvidenceRule
    """When evidence is fresh."""
    procedure: ProcedureRule
    """Dates and numbers of the procedure."""
    common_rules: tuple[CommonRule, ...] = ()
    """Rules that hold for all criteria."""
    sources: tuple[HttpsAddress, ...] = ()
    """Pages the edition leans on as a whole."""
    errata: tuple[Erratum, ...] = ()
    """Corrections since it is in force."""

    @cached_property
    def criterion_ids(self) -> tuple[str, ...]:
        """Ids of all criteria in the order of the themes."""
        return tuple(criterion for theme in self.themes for criterion in theme.criteria)

    @property
    def is_draft(self) -> bool:
        """Whether it is neither proposed nor in force: nobody can apply under it."""
        return self.proposed_on is None and self.in_force_on is None

    def theme_of(self, criterion: str) -> Theme:
        """Give the theme of a criterion.

        Raises:
            KeyError: when no theme lists it.
        """
        for theme in self.themes:
            if criterion in theme.criteria:
                return theme
        raise KeyError(criterion)

    def level(self, level_id: str) -> Level:
        """Give a level of the ladder by its id.

        Raises:
            KeyError: when the ladder has no such level.
        """
        for level in self.levels:
            if level.id == level_id:
                return level
        raise KeyError(level_id)
