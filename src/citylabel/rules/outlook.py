"""What is already decided: how a place will stand on later days if nobody decides anything more.

Pages are read long after they were built. What they need to tell the truth then is known on the day
they are built: the last days of the grants, and the days on which decisions taken by then take effect.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.model.decision import Grant
from citylabel.rules.lifecycle import acts, standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.casefile import CityFile
    from citylabel.rules.lifecycle import Act, Standing


def decided(city: CityFile, on: date) -> CityFile:
    """Leave out what nobody had decided by the day."""
    cases = tuple(
        replace(case, decisions=tuple(each for each in case.decisions if each.decided_on <= on)) for case in city.cases
    )
    return replace(city, cases=cases)


def scheduled(city: CityFile, on: date) -> tuple[Act, ...]:
    """List the decisions that were taken by the day and take effect later, in that order."""
    return tuple(act for act in acts(decided(city, on).cases) if act.decision.effective_on > on)


def outlook(city: CityFile, on: date) -> tuple[Standing, ...]:
    """Conclude how the place will stand after the day, one standing for each change that is already decided.

    An application in work beside a label is no part of it: nobody knows what becomes of that.
    """
    return tuple(_changes(decided(city, on), on))


def _changes(city: CityFile, on: date) -> Iterator[Standing]:
    before = standing(city, on)
    for day in _days(city, on):
        after = standing(city, day)
        if (after.status, after.since, after.level) != (before.status, before.since, before.level):
            yield after
        before = after


def _days(city: CityFile, on: date) -> list[date]:
    days = set()
    for act in acts(city.cases):
        days.add(act.decision.effective_on)
        if isinstance(act.decision, Grant):
            days.add(act.decision.until + timedelta(days=1))
    if city.city is not None and city.city.succeeded_by is not None:
        days.add(city.city.succeeded_by.on)
    return sorted(day for day in days if day > on)
