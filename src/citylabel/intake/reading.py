"""Reading the cells of a questionnaire: each as the kind of value its row asks for, all problems kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from citylabel.intake import cells
from citylabel.intake.tree import Told
from citylabel.messages import choices, did_you_mean, problem
from citylabel.views.sheet import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from citylabel.intake.cells import Order
    from citylabel.intake.table import Row, Table
    from citylabel.problems import Problem
    from citylabel.views.sheet import Asked, Line


@dataclass(slots=True)
class Reading:
    """One questionnaire; its methods give told values and note what is wrong."""

    table: Table
    known: Mapping[str, Line]
    order: Order
    problems: list[Problem] = field(default_factory=list)

    def row(self, key: str) -> Row | None:
        """Give a row that is filled in, its gaps and strays noted; None where nothing is."""
        row, line = self.table.rows.get(key), line_of(key, self.known)
        if line is None or (row is None and not line.needed):
            return None
        filled = row.cells if row else {}
        for column in line.asks_for:
            if column not in filled:
                self.say("FORM07", key, column, key=key, column=column)
        for column in filled:
            if column not in line.takes:
                self.say("FORM08", key, column, key=key, column=column, known=choices(line.takes))
        return row

    def rows(self, asked: Asked, head: str = "") -> Iterator[Row]:
        """Give the filled rows of a kind, by number; `head` narrows them to one criterion."""
        found = [row for row in self.table.rows.values() if row.line.asked is asked]
        for row in sorted(found, key=lambda each: each.line.number):
            if row.line.key.startswith(head) and self.row(row.line.key) is not None:
                yield row

    def say(self, code: str, key: str, column: str, /, **values: object) -> None:
        """Note a problem at a cell."""
        self.problems.append(problem(code, self.table.place(key, column), **values))

    def told(self, row: Row, column: str, value: Any) -> Told:  # noqa: ANN401 - what a record may hold
        """Give a value with the place of its cell."""
        return Told(value, row.number, self.table.columns[column])

    def text(self, row: Row | None, column: str) -> Told | None:
        """Read a text as it stands."""
        cell = row.cells.get(column) if row else None
        return self.told(row, column, cell) if row and cell else None

    def number(self, row: Row | None, column: str) -> Told | None:
        """Read a number."""
        cell = row.cells.get(column) if row else None
        if row is None or cell is None:
            return None
        found = cells.number(cell)
        if found is None:
            self.say("FORM10", row.line.key, column, value=cell)
            return None
        return self.told(row, column, found)

    def day(self, row: Row | None, column: str) -> Told | None:
        """Read a date."""
        cell = row.cells.get(column) if row else None
        if row is None or cell is None:
            return None
        found = cells.day(cell, self.order)
        if found is None:
            self.say("FORM11", row.line.key, column, value=cell)
            return None
        return self.told(row, column, found)

    def one_of(self, row: Row | None, column: str, known: Iterable[str]) -> Told | None:
        """Read one of some words, in whatever way it is capitalised or joined."""
        cell = row.cells.get(column) if row else None
        if row is None or cell is None:
            return None
        words = {cells.word(each): each for each in known}
        if cells.word(cell) not in words:
            near = did_you_mean(cell, words.values())
            self.say("FORM12", row.line.key, column, value=cell, did_you_mean=near, known=choices(words.values()))
            return None
        return self.told(row, column, words[cells.word(cell)])
