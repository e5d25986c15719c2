"""Everything that is published of one place: its page, its badges, its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.views.api import city_files
from citylabel.views.badges import badge_files
from citylabel.views.calendars import city_calendar
from citylabel.views.city import city_page
from citylabel.views.feeds import city_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import Row
    from citylabel.rules.conclusion import CityConclusion
    from citylabel.views.desk import Desk
    from citylabel.views.page import File, Page


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses that a place has, whatever it comes to."""

    pages: tuple[str, ...]
    files: tuple[str, ...]


def addresses_of(city: str) -> Addresses:
    """List the addresses of a place: its page and its country's, its badges, its data and its feeds."""
    return Addresses(
        pages=(f"cities/{city}/", f"cities/in/{city[:2]}/"),
        files=(
            f"badges/{city}.svg",
            f"badges/{city}/round.svg",
            f"badges/{city}/small.svg",
            f"badges/{city}.json",
            f"api/v1/cities/{city}.json",
            f"feeds/cities/{city}.atom",
            f"feeds/cities/{city}.ics",
        ),
    )


def page_of(desk: Desk, conclusion: CityConclusion, row: Row) -> Page:
    """Render the page of a place."""
    return city_page(desk, conclusion, row)


def files_of(desk: Desk, conclusion: CityConclusion, row: Row) -> Iterator[File]:
    """Make the badges, data files, feed and calendar of a place."""
    yield from badge_files(desk, row)
    yield from city_files(desk, conclusion, row)
    yield city_feed(desk, row)
    yield city_calendar(desk, row)
