"""Addresses of the label that the place of publishing sets, instead of those in `data/label.yml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What is set; None: as in the record."""

    site: str | None = None
    repository: str | None = None
    contact: str | None = None
    issuer: str | None = None

    @property
    def given(self) -> dict[str, str]:
        """Give those that are set, by the names they have in `data/label.yml`."""
        listed = {
            "site": self.site,
            "repository": self.repository,
            "contact": self.contact,
            "issuer": self.issuer,
        }
        return {name: address for name, address in listed.items() if address}
