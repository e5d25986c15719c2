"""What one page of a place speaks of: everything that its parts are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from citylabel.catalogue import Library, Row
    from citylabel.rules.conclusion import CaseConclusion, CityConclusion
    from citylabel.views.city.sheet import Sheet
    from citylabel.views.desk import Desk
    from citylabel.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A place, what the rules conclude of it, and the sheet of its edition."""

    desk: Desk
    place: CityConclusion
    case: CaseConclusion
    """The case its status rests on."""
    row: Row
    sheet: Sheet

    @property
    def library(self) -> Library:
        """Shared records."""
        return self.desk.library

    @property
    def words(self) -> Words:
        """Words of the page's locale."""
        return self.desk.words

    @property
    def on(self) -> date:
        """The day the place is shown as on."""
        return self.place.on

    @property
    def path(self) -> str:
        """The page's address."""
        return f"cities/{self.row.id}/"

    def t(self, key: str, **values: object) -> str:
        """Give the sentence for a key."""
        return self.desk.words.t(key, **values)

    def date(self, day: date) -> str:
        """Write a date in full."""
        return self.desk.words.date(day)

    def level(self, level: str) -> str:
        """Name a level of the edition that judges the place, or the committed status."""
        return self.library.level_title(level, self.row.edition)

    def href(self, target: str) -> str:
        """Link to a published address.

        Raises:
            UnknownTarget: nothing is published there.
        """
        return self.desk.links.to(target, base=self.path)
