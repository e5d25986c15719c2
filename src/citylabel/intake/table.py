"""A file from a spreadsheet becomes rows of cells, each with the place that the spreadsheet shows."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Never

from citylabel.messages import MOST_PROBLEMS, Words, did_you_mean, listed, problem
from citylabel.problems import DataError, Place, Problem
from citylabel.source.characters import refused_in_value
from citylabel.views.exports import DANGEROUS
from citylabel.views.sheet import CELLS, COLUMNS, KEY, READ_ONLY, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.views.sheet import Line

MOST_BYTES = 1024 * 1024
LONGEST_CELL = 10_000
SEPARATORS = ",;\t"
"""Spreadsheets write a semicolon where the comma stands before decimals, which is most of Europe."""
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FEWEST_HEADINGS = 3
_FORMULA = ("=", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!")


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it."""

    number: int
    """As the spreadsheet numbers it: the headings are row 1."""
    line: Line
    cells: Mapping[str, str]
    """What is filled in, by heading."""


@dataclass(frozen=True, slots=True)
class Table:
    """A questionnaire as it came back."""

    path: str
    columns: Mapping[str, int]
    """Position of each heading, from 1."""
    rows: Mapping[str, Row]
    """By key, in the order of the file."""

    def place(self, key: str, column: str = KEY) -> Place:
        """Give the place of a cell; of the first cell where there is no such row."""
        row = self.rows.get(key)
        return Place(self.path, row.number, self.columns[column]) if row else Place(self.path)


def read_table(data: bytes, path: str, known: Mapping[str, Line]) -> Table:
    """Read a file that a spreadsheet wrote.

    Args:
        data: UTF-8 (with or without mark) or UTF-16 with its mark; commas, semicolons or tabs.
        path: what problems call the file.
        known: the rows of the questionnaire by key.

    Raises:
        DataError: it is no table, or has other headings or rows than the questionnaire.
    """
    grid = _grid(_decoded(data, path), path)
    columns = _columns(grid[0], path)
    reader = _Rows(path, columns, known)
    for number, cells in enumerate(grid[1:], start=2):
        if len(reader.problems) > MOST_PROBLEMS:
            break
        reader.add(number, cells)
    if reader.problems:
        raise DataError(listed(reader.problems))
    return Table(path, columns, reader.rows)


def _decoded(data: bytes, path: str) -> str:
    if len(data) > MOST_BYTES:
        _refuse("FORM02", Place(path), said=Words(f"it has more than {MOST_BYTES} bytes"))
    encoding = next((name for mark, name in _WIDE if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding).removeprefix("\N{BYTE ORDER MARK}")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError([problem("FORM01", Place(path, line))]) from error


def _refuse(code: str, place: Place, **values: object) -> Never:
    raise DataError([problem(code, place, **values)])


def _grid(text: str, path: str) -> list[list[str]]:
    grid: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        grid.extend(reader)
    except csv.Error as error:
        raise DataError([problem("FORM02", Place(path, len(grid) + 1), said=Words(str(error)))]) from error
    if not grid or not any(cell.strip() for cell in grid[0]):
        _refuse("FORM02", Place(path), said=Words("its first row has no headings"))
    return grid


def _separator(text: str) -> str:
    """The sign between cells: the one that parts the first row into most of our headings."""
    first = text.splitlines()[0] if text.strip() else ""
    return max(SEPARATORS, key=lambda sign: len({_plain(cell) for cell in first.split(sign)} & set(COLUMNS)))


def _plain(heading: str) -> str:
    return heading.strip().strip('"').strip().lower()


def _columns(headings: list[str], path: str) -> dict[str, int]:
    found: dict[str, int] = {}
    problems = []
    for position, heading in enumerate(map(_plain, headings), start=1):
        if heading in COLUMNS and heading not in found:
            found[heading] = position
        elif heading:
            near = did_you_mean(heading, [name for name in COLUMNS if name not in found])
            problems.append(problem("FORM04", Place(path, 1, position), column=heading, did_you_mean=near))
    if len(found) < _FEWEST_HEADINGS:
        _refuse("FORM02", Place(path), said=Words("its first row has other headings than the questionnaire"))
    missing = [name for name in COLUMNS if name not in found and name not in READ_ONLY]
    problems += [problem("FORM03", Place(path), column=name) for name in missing]
    if problems:
        raise DataError(listed(problems))
    return found


class _Rows:
    """Collects rows; what is wrong with them stands in `problems`."""

    def __init__(self, path: str, columns: Mapping[str, int], known: Mapping[str, Line]) -> None:
        self._path = path
        self._columns = columns
        self._known = known
        self.rows: dict[str, Row] = {}
        self.problems: list[Problem] = []

    def add(self, number: int, cells: list[str]) -> None:
        """Take a row as it was written."""
        key = self._cell(cells, KEY).lower()
        found = {name: cell for name in CELLS if (cell := self._cell(cells, name))}
        self.problems.extend(self._too_many(number, cells))
        if not found:
            return  # an empty row says nothing, whatever it is called
        line = line_of(key, self._known)
        if line is None:
            self._say("FORM05", number, key=key, did_you_mean=did_you_mean(key, self._known))
        elif key in self.rows:
            self._say("FORM06", number, key=key, first=self.rows[key].number)
        else:
            self.problems.extend(self._unreadable(number, found))
            self.rows[key] = Row(number, line, found)

    def _cell(self, cells: list[str], name: str) -> str:
        position = self._columns[name]
        return cleaned(cells[position - 1], name) if position <= len(cells) else ""

    def _too_many(self, number: int, cells: list[str]) -> Iterator[Problem]:
        known = set(self._columns.values())
        for position, cell in enumerate(cells, start=1):
            if position not in known and cell.strip():
                place = Place(self._path, number, position)
                yield problem("FORM04", place, column=cell, did_you_mean=Words(""))

    def _unreadable(self, number: int, found: Mapping[str, str]) -> Iterator[Problem]:
        for name, cell in found.items():
            place = Place(self._path, number, self._columns[name])
            yield from refused_in_value(cell, place)
            if cell.startswith(_FORMULA):
                yield problem("FORM09", place, value=cell)
            if len(cell) > LONGEST_CELL:
                yield problem("YAML20", place, size=len(cell), most=LONGEST_CELL)

    def _say(self, code: str, number: int, /, **values: object) -> None:
        self.problems.append(problem(code, Place(self._path, number, self._columns[KEY]), **values))


def cleaned(cell: str, name: str) -> str:
    """Give a cell's text without what a spreadsheet adds: blanks around it, an apostrophe before a sign."""
    text = unicodedata.normalize("NFC", cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    if text[:1] == "'" and text[1:].startswith(DANGEROUS):
        text = text[1:]
    if name in {"note", "value"}:  # these may have paragraphs
        return "\n".join(line.strip() for line in text.split("\n"))
    return " ".join(text.split())
