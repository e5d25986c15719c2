"""Parties: who acts for the label, by id. Names stand here alone, so that one can be erased."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.base import Country, Frozen, Identifier, Title


class Party(Frozen):
    """A person or an organisation with a role in the procedure."""

    id: Identifier
    """Id; records and logs use only this."""
    name: Title | None = None
    """Name; left out when it was erased."""
    organisation: Title | None = None
    """Organisation."""
    country: Country
    """Country it acts from."""
    roles: tuple[Literal["assessor", "reviewer", "board", "body"], ...] = Field(min_length=1)
    """Roles it may take."""
    specimen: bool = False
    """True: invented, for the specimen cities."""


class Parties(Frozen):
    """All parties. (`parties.yml`)."""

    format: Literal["citylabel/parties/1"]
    """Format and version of this record."""
    parties: tuple[Party, ...]
    """The parties, by id."""
