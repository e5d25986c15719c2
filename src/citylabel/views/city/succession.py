"""What became of a place that merged, was split or was renamed, with the way to those that follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.lifecycle import Status

if TYPE_CHECKING:
    from citylabel.views.city.subject import Subject


class Followed(NamedTuple):
    """What became of the place."""

    note: str
    """In the body's words."""
    places: tuple[tuple[str, str], ...]
    """Id and address of each place in the register that follows it."""


def followed(subject: Subject) -> Followed | None:
    """Say what became of the place; None while it is a place of its own."""
    city = subject.place.file.city
    if subject.row.status is not Status.SUCCEEDED or city is None or city.succeeded_by is None:
        return None
    places = tuple((place, subject.href(f"cities/{place}/")) for place in city.succeeded_by.places)
    return Followed(city.succeeded_by.note, places)
