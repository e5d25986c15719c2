"""Rows of the tables of one criterion: step, measured value, and where the place stands.

A register of 10,000 places has 360,000 of these rows, so the parts that many share are drawn once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from citylabel.rules.conformity import State
from citylabel.views.dated import dated
from citylabel.views.standing import said
from citylabel.views.values import ValueWriter

if TYPE_CHECKING:
    from citylabel.catalogue import Row
    from citylabel.catalogue.row import CriterionRow
    from citylabel.views.desk import Desk

_CRITERION = "\N{NULL}"
"""Stands for the criterion's id while the head of a row is drawn."""


class Measured:
    """Makes these rows for one locale."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        macros = vars(desk.engine.get_template("components/comparison.html").make_module())
        self._draw_head, self._draw_step = macros["measured_head"], macros["measured_step"]
        self._values = ValueWriter(desk.words)
        self._measures = {m.id: m for criterion in desk.library.criteria for m in criterion.measures}
        self._first = {criterion.measures[0].id for criterion in desk.library.criteria}
        self._heads: dict[tuple[str, int], tuple[str, str]] = {}
        self._steps: dict[tuple[State, int], str] = {}

    def rows(self, rows: tuple[Row, ...], *, path: str, key: str) -> Markup:
        """Draw places as table rows of the page at `path`, for the criterion `key`."""
        drawn = "".join(self._row(row, path, key) for row in rows)
        return Markup(drawn)  # noqa: S704 - made by macros that escape everything; the value is escaped

    def _row(self, row: Row, path: str, criterion: str) -> str:
        reached = next(found for key, found in row.criteria if key == criterion)
        before, after = self._head(row, path)
        step, value = self._step(reached), escape(self._value(row, reached))
        return f"<tr>{before}{criterion}{after}{step}<td>{value}</td></tr>\n"

    def _head(self, row: Row, path: str) -> tuple[str, str]:
        place = (row.id, path.count("/"))
        if place not in self._heads:
            href = self._desk.links.to(f"cities/{row.id}/#{_CRITERION}", base=path)
            standing = said(self._desk.words, self._desk.library, row).word
            drawn = str(self._draw_head(href, row.name, row.specimen, standing, dated(self._desk, row)))
            before, _, after = drawn.partition(_CRITERION)
            self._heads[place] = before, after
        return self._heads[place]

    def _step(self, reached: CriterionRow) -> str:
        key = (reached.state, reached.step)
        if key not in self._steps:
            words = self._desk.words
            met = reached.state is State.MET
            word = words.t("compare.step", step=reached.step) if met else words.t(f"compare.state-{reached.state}")
            most = len(self._desk.library.scheme.edition.points) - 1
            self._steps[key] = str(self._draw_step(reached.step, most, word))
        return self._steps[key]

    def _value(self, row: Row, reached: CriterionRow) -> str:
        if reached.value is None:
            return ""
        key, value = reached.value
        measure = self._measures[key]
        text = self._values.value(measure, value, row.inhabitants)
        if key in self._first:
            return text
        return self._desk.words.t("compare.value-other", measure=measure.title, value=text)
