"""Rows of the tables of theme shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.catalogue.points import theme_points
from citylabel.views.listing import line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from citylabel.catalogue import Row
    from citylabel.model.base import Exact
    from citylabel.views.desk import Desk

Cell = tuple["Fraction | None", "Exact", "Exact"]
"""A share, its points, and the points possible."""


class Shares:
    """Makes these rows for one locale. Few cells differ, and a place stands in three tables: each is drawn once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        macros = vars(desk.engine.get_template("components/comparison.html").make_module())
        self._draw_cell, self._draw_head = macros["share_cell"], macros["share_head"]
        self._cells: dict[Cell, str] = {}
        self._heads: dict[tuple[str, int], str] = {}
        self._bodies: dict[str, str] = {}

    def rows(self, rows: tuple[Row, ...], *, path: str, key: str) -> Markup:  # noqa: ARG002 - as Measured
        """Draw places as table rows of the page at `path`."""
        drawn = (f"<tr>{self._head(row, path)}{self._body(row)}</tr>\n" for row in rows)
        return Markup("".join(drawn))  # noqa: S704 - made by macros that escape everything

    def _head(self, row: Row, path: str) -> str:
        place = (row.id, path.count("/"))
        if place not in self._heads:
            self._heads[place] = str(self._draw_head(line(self._desk, row, path=path)))
        return self._heads[place]

    def _body(self, row: Row) -> str:
        if row.id not in self._bodies:
            self._bodies[row.id] = "".join(self._cell(cell) for cell in self._values(row))
        return self._bodies[row.id]

    def _values(self, row: Row) -> Iterator[Cell]:
        edition = self._desk.library.scheme.edition
        reached = dict(row.criteria)
        yield row.total, row.points, row.possible
        for theme, (_, share) in zip(edition.themes, row.themes, strict=True):
            yield share, *theme_points(edition, theme, reached)

    def _cell(self, cell: Cell) -> str:
        if cell not in self._cells:
            share, points, possible = cell
            self._cells[cell] = str(self._draw_cell(share, 0 if share is None else int(share * 100), points, possible))
        return self._cells[cell]
