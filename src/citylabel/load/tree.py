"""The records that all cities share: label, parties, glossary, frameworks, editions, practices."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from citylabel.load.filed import Filed, FiledEdition, Loaded
from citylabel.load.files import walk
from citylabel.load.keep import with_kept
from citylabel.load.layout import CITIES_FOLDER, DATA_FOLDER
from citylabel.load.reading import Reading
from citylabel.model.criterion import Criterion
from citylabel.model.edition import Edition
from citylabel.model.framework import Framework
from citylabel.model.glossary import Glossary
from citylabel.model.label import Label
from citylabel.model.party import Parties
from citylabel.model.practice import Practice
from citylabel.problems import DataError

if TYPE_CHECKING:
    from pathlib import Path

CITIES = "data/cities"


def city_ids(root: Path) -> tuple[str, ...]:
    """The ids of all cities, by name.

    Raises `DataError` for whatever stands among their folders and is none.
    """
    listing = walk(root, CITIES, CITIES_FOLDER, into=False)
    if listing.problems:
        raise DataError(listing.problems)
    return tuple(listing.subjects)


def load(root: Path) -> Loaded:
    """Everything that all cities share, and which cities there are.

    Raises `DataError` with all problems of these files and of the names of the cities' folders.
    """
    reading = Reading(root, walk(root, "data", DATA_FOLDER))
    cities = walk(root, CITIES, CITIES_FOLDER, into=False)
    reading.problems.extend(cities.problems)
    label = reading.one("data/label.yml", Label)
    editions = _editions(reading)
    reading.finish()
    if label is None:
        # Cannot be: a missing or broken label.yml is among the problems.
        raise AssertionError
    return Loaded(
        label=label,
        parties=reading.one("data/parties.yml", Parties),
        glossary=reading.one("data/glossary.yml", Glossary),
        frameworks=reading.all("data/frameworks", Framework),
        editions=editions,
        practices=reading.all("data/practices", Practice),
        cities=tuple(cities.subjects),
        hints=tuple(reading.hints),
    )


def _editions(reading: Reading) -> tuple[FiledEdition, ...]:
    paths = (PurePosixPath(record.path) for record in reading.records)
    folders = {path.parent for path in paths if path.match("data/criteria/*/edition.yml")}
    return with_kept(tuple(_edition(reading, folder) for folder in sorted(folders)))


def _edition(reading: Reading, folder: PurePosixPath) -> FiledEdition:
    found = reading.one(f"{folder}/edition.yml", Edition)
    if found is None:
        raise AssertionError  # the folder is known by this file
    edition = Filed(folder.name, found.model, found.record)
    criteria = reading.all(str(folder), Criterion)
    for one in criteria:
        if one.model.id != one.id:
            place = one.record.place(("id",))
            reading.say("FILE10", place, value=one.model.id, name=one.id)
    return FiledEdition(folder.name, edition, criteria)
