"""All problems of all records in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.load import check as check_files
from citylabel.load import load, load_city
from citylabel.messages import Words, problem
from citylabel.model.address import is_reserved
from citylabel.problems import DataError, in_order
from citylabel.rules.consistency import circle_problems, city_problems, library_problems
from citylabel.site.register import library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from citylabel.load import Loaded
    from citylabel.problems import Place, Problem
    from citylabel.site.addresses import Addresses


VARIABLES = {
    "site": "CITYLABEL_SITE_URL",
    "repository": "CITYLABEL_REPOSITORY_URL",
    "contact": "CITYLABEL_CONTACT",
    "issuer": "CITYLABEL_ISSUER",
}
"""Variables by which the place of publishing sets the label's addresses."""


def audit(root: Path, on: date) -> tuple[Problem, ...]:
    """Find every problem and hint of every record, in the order of their places.

    While a shared record cannot be read, places are read too, but not held against it.
    """
    try:
        loaded = load(root)
    except DataError:
        return in_order(check_files(root))
    found = [*loaded.hints, *library_problems(loaded)]
    return in_order([*found, *_places(root, loaded, on)])


def _places(root: Path, loaded: Loaded, on: date) -> Iterator[Problem]:
    library = library_of(loaded)
    followed: dict[str, tuple[str, ...]] = {}
    places: dict[str, Place] = {}
    for city in loaded.cities:
        try:
            filed = load_city(root, city)
        except DataError as error:
            yield from error.problems
            continue
        yield from filed.hints
        yield from city_problems(
            filed, library.schemes, library.parties, library.day_for(filed.file, on), loaded.cities
        )
        if filed.file.city and (succession := filed.file.city.succeeded_by):
            followed[city] = succession.places
            places[city] = filed.record("city.yml").place(("succeeded_by",))
    yield from circle_problems(followed, places)


def audit_for_publishing(root: Path, on: date, addresses: Addresses) -> tuple[Problem, ...]:
    """Find every problem, and every address of the label itself that is only reserved for examples.

    Args:
        root: folder of the project.
        on: the day asked.
        addresses: what the place of publishing sets instead of the addresses in `data/label.yml`.
    """
    found = audit(root, on)
    try:
        label = load(root).label
    except DataError:
        return found
    given = {**dict(label.model.addresses), **addresses.given}
    reserved = [
        problem(
            "RULE90",
            label.record.place(("addresses", name)),
            name=name,
            address=address,
            variable=Words(VARIABLES[name]),
        )
        for name, address in given.items()
        if address is not None and is_reserved(address)
    ]
    return in_order([*found, *reserved])
