"""All shared records: the label, its editions, frameworks, practices, parties and glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from citylabel.model.casefile import CityFile
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Level, Theme
    from citylabel.model.framework import Framework
    from citylabel.model.glossary import Glossary
    from citylabel.model.label import Label
    from citylabel.model.measure import Measure
    from citylabel.model.party import Party
    from citylabel.model.practice import Practice
    from citylabel.rules.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything but the places. All mappings are in the order of their ids."""

    label: Label
    schemes: Mapping[str, Scheme]
    """Editions with their criteria, by edition id."""
    frameworks: Mapping[str, Framework]
    practices: Mapping[str, Practice]
    parties: Mapping[str, Party]
    glossary: Glossary | None = None
    """None: the label publishes no glossary."""

    @property
    def scheme(self) -> Scheme:
        """The edition that applications are made under now."""
        return self.schemes[self.label.edition]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Criteria of that edition, in its order."""
        scheme = self.scheme
        return tuple(scheme.criteria[criterion] for criterion in scheme.edition.criterion_ids)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Themes of that edition, in its order."""
        return self.scheme.edition.themes

    @property
    def levels(self) -> tuple[Level, ...]:
        """Ladder of that edition, lowest level first."""
        return self.scheme.edition.levels

    def day_for(self, file: CityFile, on: date) -> date:
        """Give the day a place is shown as on: specimens keep to the demonstration date."""
        return self.label.specimens.demonstration_date if file.specimen else on

    def is_shown(self, file: CityFile) -> bool:
        """Tell whether a place is shown at all: specimens follow the switch in `label.yml`."""
        return self.label.specimens.shown or not file.specimen

    def level_title(self, level: str, edition: str | None = None) -> str:
        """Give the title of a level or of the committed status (`Bronze`).

        Raises:
            KeyError: when the edition has no such level.
        """
        scheme = self.schemes[edition or self.label.edition]
        committed = scheme.edition.committed
        if committed is not None and committed.id == level:
            return committed.title
        return scheme.edition.level(level).title

    def measure(self, measure: str, edition: str | None = None) -> Measure:
        """Give a measure by its id, which is unique in an edition.

        Raises:
            KeyError: when the edition has no such measure.
        """
        scheme = self.schemes[edition or self.label.edition]
        for criterion in scheme.criteria.values():
            for found in criterion.measures:
                if found.id == measure:
                    return found
        raise KeyError(measure)

    def practices_for(self, criterion: str) -> Mapping[str, Practice]:
        """Give the practices that are an example for a criterion."""
        return {key: practice for key, practice in self.practices.items() if criterion in practice.criteria}
