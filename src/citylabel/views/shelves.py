"""How the directory of places is parted: by level, by what is not in force, by kind, country and letter.

All addresses are in small letters: `cities/level/silver/`, `cities/level/expired/`, `cities/level/in-work/`,
`cities/kind/region/`, `cities/in/gr/`, `cities/names/k/`. Letters are those of the id after the country, because ids
are Latin for names in every script: a reader who cannot type Greek finds a Greek town, and the order is the same
in every language of the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.place import Kind
from citylabel.rules.lifecycle import OPEN_CASE, Status
from citylabel.views.listing import letter, listed
from citylabel.views.numbered import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Row

IN_WORK = "in-work"
ENDS_SOON = "ends-soon"
_STATUSES = (
    Status.SUSPENDED,
    Status.EXPIRED,
    Status.WITHDRAWN,
    Status.TERMINATED,
    Status.REFUSED,
    Status.APPLICATION_WITHDRAWN,
    Status.SUCCEEDED,
)


class Facet(StrEnum):
    """By what places are parted."""

    ALL = "all"
    LEVEL = "level"
    STATUS = "status"
    KIND = "kind"
    COUNTRY = "country"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One list of the directory."""

    path: str
    facet: Facet
    key: str
    """Which one: a level's id, a status, a kind, a country code, a letter."""
    rows: tuple[Row, ...]
    """Its places by name."""


def shelves(catalogue: Catalogue) -> tuple[Shelf, ...]:
    """List all lists of the directory, the whole register first."""
    rows = listed(catalogue.rows)
    return (Shelf(path="cities/", facet=Facet.ALL, key="", rows=rows), *_parts(catalogue, rows))


def shelf_addresses(catalogue: Catalogue) -> Iterator[str]:
    """List the addresses of all their pages."""
    for shelf in shelves(catalogue):
        yield from addresses(shelf.path, len(shelf.rows))


def _parts(catalogue: Catalogue, rows: tuple[Row, ...]) -> Iterator[Shelf]:
    for level in _levels(catalogue):
        held = (row for row in rows if row.level == level)
        yield Shelf(path=f"cities/level/{level}/", facet=Facet.LEVEL, key=level, rows=tuple(held))
    for key, found in _statuses(rows):
        yield Shelf(path=f"cities/level/{key.replace('_', '-')}/", facet=Facet.STATUS, key=key, rows=found)
    for kind in Kind:
        of_kind = (row for row in rows if row.kind is kind)
        yield Shelf(path=f"cities/kind/{kind}/", facet=Facet.KIND, key=kind, rows=tuple(of_kind))
    for code, found in _grouped((row.id[:2], row) for row in rows):
        yield Shelf(path=f"cities/in/{code}/", facet=Facet.COUNTRY, key=code, rows=found)
    for sign, found in _grouped((letter(row), row) for row in rows):
        yield Shelf(path=f"cities/names/{sign}/", facet=Facet.LETTER, key=sign, rows=found)


def _levels(catalogue: Catalogue) -> tuple[str, ...]:
    """List the levels of the current edition, and those that only places under an older edition hold."""
    older = {row.level for row in catalogue.rows if row.level} - set(catalogue.level_ids)
    return (*catalogue.level_ids, *sorted(older))


def _statuses(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    yield ENDS_SOON, tuple(row for row in rows if row.ends_soon)
    yield IN_WORK, tuple(row for row in rows if row.status in OPEN_CASE or row.open_case is not None)
    for status in _STATUSES:
        yield status, tuple(row for row in rows if row.status is status)


def _grouped(pairs: Iterable[tuple[str, Row]]) -> list[tuple[str, tuple[Row, ...]]]:
    found: dict[str, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return [(key, tuple(found[key])) for key in sorted(found)]
