"""The records of one city: read apart from all others, so that ten thousand can stream through."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from citylabel.load.filed import FiledCity
from citylabel.load.files import walk
from citylabel.load.layout import CITY, CITY_FOLDER, DAY
from citylabel.load.names import misnamed
from citylabel.load.reading import Reading
from citylabel.load.shape import NeedsPlacesError
from citylabel.load.tree import CITIES
from citylabel.messages import problem
from citylabel.model.application import Application
from citylabel.model.casefile import Case, CityFile
from citylabel.model.city import City
from citylabel.model.decision import Decisions
from citylabel.model.evaluation import Evaluation
from citylabel.model.review import Review
from citylabel.model.update import Update
from citylabel.problems import DataError, Place
from citylabel.source import parse, parse_quickly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.load.reading import Reader


def load_city(root: Path, city_id: str) -> FiledCity:
    """All records of one city; nothing of it is kept here.

    Raises `DataError` with all problems of the files in the city's folder.
    """
    return _load_city(root, city_id, parse)


def glance_at_city(root: Path, city_id: str) -> FiledCity:
    """The same records, read faster and without the places of their values.

    Whoever finds something to say about them asks `load_city` for the places. Raises `DataError` as it does.
    """
    try:
        return _load_city(root, city_id, parse_quickly)
    except (DataError, NeedsPlacesError):
        return load_city(root, city_id)


def _load_city(root: Path, city_id: str, read: Reader) -> FiledCity:
    home = f"{CITIES}/{city_id}"
    if not CITY.fits(city_id):
        raise DataError([misnamed(home, CITY)])
    listing = walk(root, home, CITY_FOLDER)
    if not listing.entries and not listing.problems:
        raise DataError([problem("FILE08", Place(f"{home}/city.yml"), name="city.yml")])
    reading = Reading(root, listing, read)
    cases = tuple(_cases(reading, home, listing.subjects))
    reading.finish()
    city = reading.one(f"{home}/city.yml", City)
    file = CityFile(id=city_id, city=city.model if city else None, cases=cases)
    return FiledCity(file, tuple(sorted(reading.records, key=lambda one: one.path)))


def _cases(reading: Reading, home: str, ids: list[str]) -> Iterator[Case]:
    for case_id in sorted(ids, key=_order):
        folder = f"{home}/{case_id}"
        application = reading.one(f"{folder}/application.yml", Application)
        evaluation = reading.one(f"{folder}/evaluation.yml", Evaluation)
        review = reading.one(f"{folder}/review.yml", Review)
        decisions = reading.one(f"{folder}/decisions.yml", Decisions)
        updates = tuple(_updates(reading, f"{folder}/updates"))
        if application is None:
            continue  # missing or broken: among the problems already
        yield Case(
            id=case_id,
            edition=case_id.partition("-")[0],
            application=application.model,
            updates=updates,
            evaluation=evaluation.model if evaluation else None,
            review=review.model if review else None,
            decisions=decisions.model.decisions if decisions else (),
        )


def _updates(reading: Reading, folder: str) -> Iterator[tuple[date, Update]]:
    for one in reading.all(folder, Update):
        try:
            yield date.fromisoformat(one.id), one.model
        except ValueError:
            path = PurePosixPath(one.record.path)
            reading.problems.append(misnamed(str(path), DAY))


def _order(case_id: str) -> tuple[str, int]:
    """`2026`, `2026-2`, ... `2026-10`, `2027`."""
    edition, _, number = case_id.partition("-")
    return edition, int(number or 1)
