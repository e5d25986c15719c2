"""A city, region or group in the register."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.base import Frozen, Number, Title
from citylabel.model.place import Identity


class Coordinates(Frozen):
    """A point for the map.."""

    latitude: float = Field(ge=-90, le=90)
    """Degrees north."""
    longitude: float = Field(ge=-180, le=180)
    """Degrees east."""


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
