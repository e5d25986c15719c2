"""All places in rows, and the questions views ask about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from citylabel.rules.lifecycle import OPEN_CASE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from citylabel.catalogue.library import Library
    from citylabel.catalogue.row import Row
    from citylabel.catalogue.summary import ActSummary


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The library and all places on a date."""

    library: Library
    on: date
    """The day real places are shown as on."""
    rows: tuple[Row, ...]
    """All places that are shown, by id."""

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """Rows by id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def real(self) -> tuple[Row, ...]:
        """Places that are no specimens: every count that speaks of awards counts these alone."""
        return tuple(row for row in self.rows if not row.specimen)

    @cached_property
    def demonstrates(self) -> bool:
        """Whether specimens are shown."""
        return len(self.real) < len(self.rows)

    @cached_property
    def countries(self) -> dict[str, tuple[Row, ...]]:
        """Rows by country code, in the order of the codes."""
        return _grouped((row.country, row) for row in self.rows)

    @cached_property
    def by_level(self) -> dict[str, tuple[Row, ...]]:
        """Rows with a label in force, by level: the ladder from the top, then the committed status."""
        return {level: tuple(row for row in self.rows if row.level == level) for level in self.level_ids}

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        """Ids of all levels, highest first, with the committed status last."""
        edition = self.library.scheme.edition
        ladder = tuple(level.id for level in reversed(edition.levels))
        return ladder if edition.committed is None else (*ladder, edition.committed.id)

    @cached_property
    def not_in_force(self) -> tuple[Row, ...]:
        """Places that hold no label now and have no case in work: expired, suspended, withdrawn, refused."""
        return tuple(row for row in self.rows if not row.in_force and row.status not in OPEN_CASE)

    @cached_property
    def in_work(self) -> tuple[Row, ...]:
        """Places whose first application is in work."""
        return tuple(row for row in self.rows if row.status in OPEN_CASE)

    def latest_acts(self, most: int) -> tuple[tuple[Row, ActSummary], ...]:
        """List the latest decisions, newest first."""
        listed = [(row, act) for row in self.rows for act in row.acts]
        listed.sort(key=lambda pair: (pair[1].on, pair[0].id), reverse=True)
        return tuple(listed[:most])

    def reaching(self, criterion: str, step: int) -> tuple[Row, ...]:
        """List places that reach at least this step of a criterion, by present results."""
        return tuple(row for row in self.rows if (found := row.criterion(criterion)) is not None and found.step >= step)


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return {key: tuple(found[key]) for key in sorted(found)}
