"""What kind of administration a record speaks of, and what it says of itself."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from citylabel.model.base import Count, Country, Day, Frozen, HttpsAddress, Language, Title, Words


class Kind(StrEnum):
    """Kinds of administration that may hold the label."""

    CITY = "city"
    REGION = "region"
    GROUP = "group"


class Identity(Frozen):
    """Who the place is: names, country, official site. No opinions."""

    names: tuple[Words, ...] = Field(min_length=1, max_length=8)
    """Official names, one for each official language; the first is shown first."""
    kind: Kind
    """`city` (any municipality), `region`, or `group` (several municipalities that act together)."""
    country: Country
    """Country code of ISO 3166-1."""
    region: Words | None = None
    """Region or county it lies in, as it is called there."""
    website: HttpsAddress
    """Official site."""
    members: tuple[Title, ...] = ()
    """For a group: the names of its member municipalities."""


class Figure(Frozen):
    """A number that came from somewhere."""

    value: Count
    """The number."""
    as_of: Day
    """The day it speaks of."""
    source: HttpsAddress
    """Where it is published."""


class BaseFigures(Frozen):
    """Figures asked once and used by every criterion."""

    inhabitants: Figure
    """Inhabitants on the latest 1 January, by the statistical office."""
    spending_eur: Figure | None = None
    """Spending in the last budget report, in euro."""
    largest_member: Count | None = None
    """For a group: inhabitants of its largest member (a group is small only when all its members are)."""


__all__ = ["BaseFigures", "Figure", "Identity", "Kind", "Language"]
