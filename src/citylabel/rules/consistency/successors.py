"""Places that merged, were split or renamed: those that follow them are recorded, and no way leads in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import problem
from citylabel.rules.consistency.answers import TODAY, too_late
from citylabel.rules.consistency.subject import place_in, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from citylabel.load.filed import FiledCity
    from citylabel.problems import Place, Problem


def successor_problems(filed: FiledCity, cities: Collection[str], on: date) -> Iterator[Problem]:
    """Hold what became of a place against the register, as of a date."""
    succession = filed.file.city.succeeded_by if filed.file.city else None
    if succession is None:
        return
    if succession.on > on:
        place = place_in(filed, "city.yml", "succeeded_by", "on")
        yield too_late(place, "on", succession.on, TODAY, on)
    for number, city in enumerate(succession.places):
        if city not in cities:
            place = place_in(filed, "city.yml", "succeeded_by", "places", number)
            yield unknown("REF15", place, city, cities, city=city)


def circle_problems(followed: Mapping[str, tuple[str, ...]], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Find places that follow themselves, directly or by way of others.

    Args:
        followed: successors of each place that has any, by id.
        places: where each of them says so.
    """
    for city in sorted(followed):
        if city in _reached(city, followed):
            yield problem("RULE48", places[city], city=city)


def _reached(city: str, followed: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    reached: set[str] = set()
    ahead = list(followed[city])
    while ahead:
        if (each := ahead.pop()) not in reached:
            reached.add(each)
            ahead.extend(followed.get(each, ()))
    return frozenset(reached)
