"""Which comparison tables there are, which places stand in each, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.place import Kind
from citylabel.views.listing import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Row


class By(StrEnum):
    """What a table is about."""

    KIND = "themes"
    COUNTRY = "in"
    LEVEL = "level"
    CRITERION = "criteria"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table; its address is `compare/<by>/<key>/`."""

    by: By
    key: str
    rows: tuple[Row, ...]
    """Places in the order in which they stand: peers together, by name."""
    earlier: int
    """How many places are left out because an earlier edition judged them."""

    @property
    def path(self) -> str:
        """Its address."""
        return f"compare/{self.by}/{self.key}/"


@dataclass(frozen=True, slots=True, order=True)
class PeerGroup:
    """Places that can be compared: assessed or only claimed, of one kind, small or not."""

    claims: bool
    kind: Kind
    small: bool


_KINDS = tuple(Kind)


def peers(row: Row) -> PeerGroup:
    """Give the group a place is compared in."""
    return PeerGroup(claims=not row.assessed, kind=row.kind, small=row.small)


def tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """List all tables."""
    return tuple(_tables(catalogue))


def _tables(catalogue: Catalogue) -> Iterator[Table]:
    edition = catalogue.library.label.edition
    rows = tuple(sorted(listed(catalogue.rows), key=_order))  # stable: by name within a group
    for kind in Kind:
        yield _table(By.KIND, kind, (row for row in rows if row.kind is kind), edition)
    for country in sorted({row.id[:2] for row in rows}):
        yield _table(By.COUNTRY, country, (row for row in rows if row.id[:2] == country), edition)
    for level in catalogue.level_ids:
        yield _table(By.LEVEL, level, (row for row in rows if row.level == level), edition)
    everyone = _table(By.CRITERION, "", rows, edition)
    for criterion in catalogue.library.scheme.edition.criterion_ids:
        yield Table(by=By.CRITERION, key=criterion, rows=everyone.rows, earlier=everyone.earlier)


def _order(row: Row) -> tuple[bool, int, bool]:
    group = peers(row)
    return group.claims, _KINDS.index(group.kind), group.small


def _table(by: By, key: str, rows: Iterable[Row], edition: str) -> Table:
    found = tuple(rows)
    comparable = tuple(row for row in found if row.edition == edition)
    return Table(by=by, key=key, rows=comparable, earlier=len(found) - len(comparable))
