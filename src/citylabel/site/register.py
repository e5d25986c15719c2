"""Reading the register: the library once, each place apart, all problems of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.catalogue import Library
from citylabel.load import glance_at_city, load, load_city
from citylabel.problems import DataError, Severity
from citylabel.rules.conclusion import CityConclusion, conclude
from citylabel.rules.consistency import city_problems, library_problems
from citylabel.rules.scheme import scheme_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from citylabel.load import FiledCity, Loaded
    from citylabel.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Register:
    """The library, and which places there are. Plain data: worker processes get it pickled."""

    root: Path
    library: Library
    cities: tuple[str, ...]
    """Ids of all places."""
    hints: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place as it was read and concluded."""

    conclusion: CityConclusion
    hints: tuple[Problem, ...]


def library_of(loaded: Loaded) -> Library:
    """Index the shared records."""
    return Library(
        label=loaded.label.model,
        schemes={edition.id: scheme_of(edition) for edition in loaded.editions},
        frameworks={each.id: each.model for each in loaded.frameworks},
        practices={each.id: each.model for each in loaded.practices},
        parties={party.id: party for party in loaded.parties.model.parties} if loaded.parties else {},
        glossary=loaded.glossary.model if loaded.glossary else None,
    )


def open_register(root: Path) -> Register:
    """Read and check everything that all places share.

    Raises:
        DataError: with every problem of these records.
    """
    loaded = load(root)
    found = (*loaded.hints, *library_problems(loaded))
    if any(problem.severity is Severity.ERROR for problem in found):
        raise DataError(found)
    return Register(root=root, library=library_of(loaded), cities=loaded.cities, hints=found)


def read_place(register: Register, city: str, on: date) -> Place:
    """Read, check and conclude one place.

    Args:
        register: the opened register.
        city: the place's id.
        on: the day real places are shown as on; specimens keep to their own.

    Raises:
        DataError: with every problem of its records.
    """
    library = register.library
    filed = glance_at_city(register.root, city)
    day = library.day_for(filed.file, on)
    found = _problems(filed, register, day)
    if found:  # now their places are wanted
        found = _problems(load_city(register.root, city), register, day)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise DataError(found)
    return Place(
        conclusion=conclude(filed.file, library.schemes, library.parties, day),
        hints=found,
    )


def _problems(filed: FiledCity, register: Register, day: date) -> tuple[Problem, ...]:
    library = register.library
    return (*filed.hints, *city_problems(filed, library.schemes, library.parties, day, register.cities))
