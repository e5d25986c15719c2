"""All records of one place, put together: what people wrote, in the order they wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.address import is_reserved

if TYPE_CHECKING:
    from datetime import date

    from citylabel.model.application import Application
    from citylabel.model.city import City
    from citylabel.model.decision import Decision
    from citylabel.model.evaluation import Evaluation
    from citylabel.model.review import Review
    from citylabel.model.update import Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One application under one edition, with all that followed from it."""

    id: str
    """Folder name: `2026`, `2026-2`."""
    edition: str
    """Edition it is judged by: the part of the id before a hyphen."""
    application: Application
    updates: tuple[tuple[date, Update], ...] = ()
    """Updates with their dates, oldest first."""
    evaluation: Evaluation | None = None
    review: Review | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CityFile:
    """One place with its cases, oldest first."""

    id: str
    city: City | None
    """None while a first application has only been received."""
    cases: tuple[Case, ...]

    @property
    def specimen(self) -> bool:
        """Whether the place is invented. Without `city.yml` only a site under `.example` says so."""
        if self.city is not None:
            return self.city.specimen
        return all(is_reserved(case.application.place.website) for case in self.cases)
