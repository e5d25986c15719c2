"""Comparison tables: places beside each other by name, within kind and size. No ranking, no winner."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from citylabel.views.listing import all_specimens, count
from citylabel.views.measured import Measured
from citylabel.views.numbered import addresses as numbered
from citylabel.views.numbered import slices
from citylabel.views.shares import Shares
from citylabel.views.tables import By, Table, peers, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from citylabel.catalogue import Catalogue, Row
    from citylabel.views.desk import Desk
    from citylabel.views.numbered import Slice
    from citylabel.views.page import Page

PATH = "compare/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """Places of one kind and size on a page: a row group of the table."""

    title: str
    rows: Markup
    """Its table rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link to a table."""

    title: str
    href: str
    count: str
    """How many places, in words."""


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the addresses of the entry page, all tables and their numbered pages."""
    yield PATH
    for table in tables(catalogue):
        yield from numbered(table.path, len(table.rows))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the entry page and all tables."""
    yield entry(desk, catalogue)
    yield from chain.from_iterable(chapters(desk, catalogue))


def chapters(desk: Desk, catalogue: Catalogue) -> Iterator[Iterator[Page]]:
    """Give the pages of each table; each table can be made apart from the others."""
    shares, measured = Shares(desk), Measured(desk)
    for table in tables(catalogue):
        yield _pages_of(desk, catalogue, table, shares if table.by is not By.CRITERION else measured)


def _pages_of(desk: Desk, catalogue: Catalogue, table: Table, cells: Shares | Measured) -> Iterator[Page]:
    for part in slices(table.path, table.rows):
        yield _table(desk, catalogue, table, part, cells)


def entry(desk: Desk, catalogue: Catalogue) -> Page:
    """Make the page from which all tables are reached."""
    words, listed = desk.words, tables(catalogue)
    ways: dict[By, tuple[Way, ...]] = {
        by: tuple(
            Way(title=_title(desk, table), href=desk.links.to(table.path, base=PATH), count=count(desk, table.rows))
            for table in listed
            if table.by is by and (table.rows or by is By.CRITERION)
        )
        for by in By
    }
    by_criterion = {table.key: way for table, way in zip(_of(listed, By.CRITERION), ways[By.CRITERION], strict=True)}
    return desk.page(
        "compare.html",
        path=PATH,
        title=words.t("compare.title"),
        description=words.t("compare.description"),
        section="compare",
        empty=not catalogue.rows,
        demonstrates=catalogue.demonstrates,
        kinds=ways[By.KIND],
        countries=tuple(sorted(ways[By.COUNTRY], key=lambda way: way.title)),
        levels=ways[By.LEVEL],
        themes=tuple((theme, tuple(by_criterion[c] for c in theme.criteria)) for theme in desk.library.themes),
    )


def _of(listed: tuple[Table, ...], by: By) -> tuple[Table, ...]:
    return tuple(table for table in listed if table.by is by)


def _table(desk: Desk, catalogue: Catalogue, table: Table, part: Slice[Row], cells: Shares | Measured) -> Page:
    words, path = desk.words, part.path
    title = words.t(f"compare.title-{table.by}", what=_title(desk, table))
    return desk.page(
        "compare-criterion.html" if table.by is By.CRITERION else "compare-themes.html",
        path=path,
        title=title if part.number == 1 else words.t("compare.numbered", title=title, n=part.number, total=part.total),
        description=words.t("compare.description-table", title=title),
        section="compare",
        scripts=("status",) if _changing(part.entries) else (),
        indexable=not all_specimens(part.entries),
        heading=title,
        about=_about(desk, table, path),
        measure=_measure(desk, table),
        demonstrates=catalogue.demonstrates,
        earlier=table.earlier,
        day=words.date(catalogue.on) if _changing(part.entries) else "",
        themes=desk.library.themes,
        edition=desk.library.label.edition,
        groups=tuple(_groups(desk, table, part, cells)),
        part=part,
        turn=part.turn(desk.links),
    )


def _changing(rows: Iterable[Row]) -> bool:
    """Tell whether what is known today changes what the table says of a real place."""
    return any(row.outlook and not row.specimen for row in rows)


def _groups(desk: Desk, table: Table, part: Slice[Row], cells: Shares | Measured) -> Iterator[Peers]:
    key = table.key if table.by is By.CRITERION else ""
    for group, rows in groupby(part.entries, key=peers):
        title = desk.words.t(f"compare.peers-{group.kind}")
        if group.small:
            small = desk.library.scheme.edition.small_places
            title = desk.words.t("compare.peers-small", kind=title, n=desk.words.number(small.below if small else 0))
        if group.claims:
            title = desk.words.t("compare.peers-claims", kind=title)
        yield Peers(title=title, rows=cells.rows(tuple(rows), path=part.path, key=key))


def _title(desk: Desk, table: Table) -> str:
    match table.by:
        case By.KIND:
            return desk.words.t(f"compare.peers-{table.key}")
        case By.COUNTRY:
            return desk.words.country(table.key)
        case By.LEVEL:
            return desk.library.level_title(table.key)
        case By.CRITERION:
            return f"{table.key.upper()} {desk.library.scheme.criteria[table.key].title}"


def _measure(desk: Desk, table: Table) -> str:
    """Name the measure whose values stand in the table; empty for other tables."""
    return desk.library.scheme.criteria[table.key].measures[0].title if table.by is By.CRITERION else ""


def _about(desk: Desk, table: Table, path: str) -> tuple[str, str]:
    """Give question and link of the criterion; empty for other tables."""
    if table.by is not By.CRITERION:
        return "", ""
    criterion = desk.library.scheme.criteria[table.key]
    return criterion.question, desk.links.to(f"criteria/{desk.library.label.edition}/{table.key}/", base=path)
