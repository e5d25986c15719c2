"""What came out of files: each model with the record it was built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from citylabel.model.base import Frozen

if TYPE_CHECKING:
    from citylabel.model.casefile import CityFile
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition
    from citylabel.model.framework import Framework
    from citylabel.model.glossary import Glossary
    from citylabel.model.label import Label
    from citylabel.model.party import Parties
    from citylabel.model.practice import Practice
    from citylabel.problems import Problem
    from citylabel.source import Record

M_co = TypeVar("M_co", bound=Frozen, covariant=True)


@dataclass(frozen=True, slots=True)
class Filed(Generic[M_co]):
    """A model and where it comes from; problems found later get their place from the record."""

    id: str
    """The file's name without ending, or the folder's where the file has a fixed name."""
    model: M_co
    record: Record


@dataclass(frozen=True, slots=True)
class Kept:
    """A criterion that an edition takes over unchanged."""

    edition: str
    """Id of the edition in whose folder its file is."""
    criterion: Filed[Criterion]


@dataclass(frozen=True, slots=True)
class FiledEdition:
    """One edition with its criteria, by id."""

    id: str
    edition: Filed[Edition]
    criteria: tuple[Filed[Criterion], ...]
    """Those with a file in its own folder."""
    kept: tuple[Kept, ...] = ()
    """Those it takes over from the edition before, without a file of its own."""

    @property
    def all_criteria(self) -> tuple[Filed[Criterion], ...]:
        """Its own criteria, then those it takes over."""
        return (*self.criteria, *(kept.criterion for kept in self.kept))


@dataclass(frozen=True, slots=True)
class FiledCity:
    """All records of one place."""

    file: CityFile
    records: tuple[Record, ...]
    """By path; `record("2026/application.yml")` finds one."""

    def record(self, name: str) -> Record:
        """The record in this file of the place's folder; raises `KeyError` if there is none."""
        path = f"data/cities/{self.file.id}/{name}"
        for record in self.records:
            if record.path == path:
                return record
        raise KeyError(path)

    @property
    def hints(self) -> tuple[Problem, ...]:
        """What a person should look at."""
        return tuple(hint for record in self.records for hint in record.hints)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that all cities share, and which cities there are. Each tuple is by id."""

    label: Filed[Label]
    parties: Filed[Parties] | None
    glossary: Filed[Glossary] | None
    frameworks: tuple[Filed[Framework], ...]
    editions: tuple[FiledEdition, ...]
    practices: tuple[Filed[Practice], ...]
    cities: tuple[str, ...]
    """Ids only: `load_city` reads one."""
    hints: tuple[Problem, ...] = ()
    """What a person should look at."""
