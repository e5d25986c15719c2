"""How all places stand by the records in a folder, whether or not the records are fit to be published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.catalogue import row_of
from citylabel.catalogue.impact import Seen
from citylabel.load import glance_at_city, load
from citylabel.problems import DataError, Severity
from citylabel.rules.conclusion import conclude
from citylabel.rules.consistency import city_problems, library_problems
from citylabel.rules.expiring import Runs, expiring
from citylabel.site.register import library_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from citylabel.catalogue import Library
    from citylabel.model.casefile import CityFile
    from citylabel.problems import Problem

SOON = timedelta(days=90)
"""How far one looks ahead for evidence that runs out."""

INCONCLUSIVE = {"RULE01", "RULE11"}
"""Values of another kind than asked for, and steps that do not exist: beside references that lead nowhere, what rules
cannot conclude from. All else, as a grant above what a raised threshold supports, is just what one wants to see."""


@dataclass(frozen=True, kw_only=True)
class Standings:
    """All places that are shown, and those that nothing can be said of."""

    library: Library
    places: Mapping[str, Seen]
    """By id; those that had not applied by the day are left out."""
    unread: tuple[str, ...]
    """Ids of places whose records cannot be read or concluded."""


def standings(root: Path, on: date, *, specimens_on: date | None = None) -> Standings:
    """Conclude all places.

    Args:
        root: folder that holds `data/`.
        on: the day for real places.
        specimens_on: the day for invented ones; None: their demonstration date.

    Raises:
        DataError: the records that all places share cannot be read.
    """
    loaded = load(root)
    if broken := _inconclusive(library_problems(loaded)):
        raise DataError(broken)
    asked = _Asked(root=root, library=library_of(loaded), cities=loaded.cities, on=on, specimens_on=specimens_on)
    places: dict[str, Seen] = {}
    unread: list[str] = []
    for city in loaded.cities:
        try:
            seen = _seen(city, asked)
        except DataError:
            unread.append(city)
        else:
            places.update({city: seen} if seen is not None else {})
    return Standings(library=asked.library, places=places, unread=tuple(unread))


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What is the same for all places."""

    root: Path
    library: Library
    cities: tuple[str, ...]
    on: date
    specimens_on: date | None

    def day_for(self, file: CityFile) -> date:
        """Give the day a place is concluded for."""
        if file.specimen and self.specimens_on is not None:
            return self.specimens_on
        return self.library.day_for(file, self.on)


def _seen(city: str, asked: _Asked) -> Seen | None:
    library, filed = asked.library, glance_at_city(asked.root, city)
    if not library.is_shown(filed.file):
        return None
    day = asked.day_for(filed.file)
    if broken := _inconclusive(city_problems(filed, library.schemes, library.parties, day, asked.cities)):
        raise DataError(broken)
    row = row_of(conclusion := conclude(filed.file, library.schemes, library.parties, day))
    if row is None:
        return None
    return Seen(row=row, evidence=tuple(each for each in expiring(conclusion, SOON) if each.kind is Runs.EVIDENCE))


def _inconclusive(problems: Iterable[Problem]) -> list[Problem]:
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR and (problem.code.startswith("REF") or problem.code in INCONCLUSIVE)
    ]
