"""A city, region or group in the register."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from citylabel.model.base import Day, Frozen, Identifier, Number, Text, Title
from citylabel.model.place import Identity


class Coordinates(Frozen):
    """A point for the map.."""

    latitude: float = Field(ge=-90, le=90)
    """Degrees north."""
    longitude: float = Field(ge=-180, le=180)
    """Degrees east."""


class SucceededHow(StrEnum):
    """How one place came to follow another."""

    MERGER = "merger"
    SPLIT = "split"
    RENAME = "rename"


class Succession(Frozen):
    """What became of a place that is no more. Its label does not pass on: successors apply anew."""

    places: tuple[Identifier, ...] = ()
    """Ids of the places in the register that follow it; `note` names those that are not there."""
    on: Day
    """First day on which they take its place."""
    how: SucceededHow
    """`merger`: into one with others; `split`: into several; `rename`: the same place under a new name and id."""
    note: Text
    """What happened, in a sentence or two."""


class City(Identity):
    """Identity of a place in the register, written by the body when an application is accepted. (`city.yml`).

    The folder's name is its id.
    """

    format: Literal["citylabel/city/1"]
    """Format and version of this record."""
    other_names: tuple[Title, ...] = ()
    """Names people also search for: other languages, old names, spellings without accents."""
    coordinates: Coordinates | None = None
    """A point for the map."""
    area_km2: Number | None = None
    """Area in square kilometres."""
    specimen: bool = False
    """True: an invented place, shown only as an example."""
    succeeded_by: Succession | None = None
    """What became of the place, where it merged, was split or renamed."""
