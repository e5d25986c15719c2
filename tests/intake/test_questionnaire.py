"""Whoever fills in the questionnaire offline gets an application, or learns which cell to mend."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.intake.filled import ON, ROOT, Cells, application, cells_of, scheme, table

from citylabel.intake.emit import emit
from citylabel.intake.questionnaire import read_questionnaire
from citylabel.load import build
from citylabel.model.application import Application, Values
from citylabel.problems import DataError, Place, Problem, Severity
from citylabel.source import parse
from citylabel.views.sheet import COLUMNS, line_of, lines

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.model.evidence import Evidence

SPECIMENS = sorted(ROOT.glob("data/cities/*/*/application.yml"))
ONE = ROOT / "data/cities/be-sint-amelberge/2026/application.yml"


def imported(text: str | bytes) -> Application:
    """The application that a sheet becomes, after it was written and read as a record."""
    data = text if isinstance(text, bytes) else text.encode("utf-8-sig")
    record = read_questionnaire(data, "sheet.csv", scheme(), ON)
    return build(Application, parse(emit(record.content).encode(), "application.yml"))


def complaints(text: str | bytes) -> list[str]:
    """What is said about a sheet, each as `ROW:COLUMN CODE`."""
    with pytest.raises(DataError) as refused:
        imported(text)
    return [f"{one.place.line}:{COLUMNS[one.place.column - 1]} {one.code}" for one in refused.value.problems]


def changed(key: str, **cells: str) -> Cells:
    """A complete sheet with other text in some cells of a row."""
    filled = cells_of(application(ONE))
    filled[key] = filled.get(key, {}) | cells
    return filled


def row_of(key: str, cells: Cells) -> int:
    """The number that a spreadsheet shows beside a row."""
    grid = csv.reader(io.StringIO(table(cells), newline=""))
    return next(number for number, row in enumerate(grid, start=1) if row[0].removeprefix("\ufeff") == key)


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: "/".join(path.parts[-3:-1]))
def test_an_application_comes_back_from_the_sheet_as_it_went_in(path: Path) -> None:
    """All that an application may say has a cell, and nothing changes on the way."""
    told = application(path)
    assert imported(table(cells_of(told))) == told


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_table_with_the_separators_of_other_countries_is_read(separator: str) -> None:
    told = application(ONE)
    assert imported(table(cells_of(told), separator=separator, end="\n")) == told


def test_a_table_in_utf_16_is_read_where_it_says_so() -> None:
    """`Unicode text` of a spreadsheet program."""
    told = application(ONE)
    assert imported(table(cells_of(told), separator="\t").encode("utf-16")) == told


def test_a_table_in_windows_1252_is_refused_with_the_way_to_save_it() -> None:
    """It is never guessed which letters were meant."""
    data = table(cells_of(application(ONE)), separator=";").encode("cp1252", "replace")
    with pytest.raises(DataError) as refused:
        imported(data)
    (problem,) = refused.value.problems
    assert problem.code == "FORM01"
    assert "CSV UTF-8" in problem.repair


def test_dates_that_a_spreadsheet_rewrote_are_read_where_their_order_is_clear() -> None:
    """One date with a day above 12 shows the order of all."""
    told, filled = application(ONE), cells_of(application(ONE))
    for write in ("{0.day:02}/{0.month:02}/{0.year}", "{0.month}/{0.day}/{0.year}", "{0.day}.{0.month}.{0.year}"):
        rewritten = {
            key: {
                name: write.format(date.fromisoformat(cell)) if cell and name in {"date", "seen_on"} else cell
                for name, cell in row.items()
            }
            for key, row in filled.items()
        }
        assert imported(table(rewritten)) == told


def test_a_date_that_can_be_read_in_two_ways_is_refused() -> None:
    filled = changed("submitted_on", date="03/04/2028")
    assert complaints(table(filled)) == [f"{row_of('submitted_on', filled)}:date FORM11"]


def test_an_answer_that_was_not_chosen_is_values_where_there_are_values() -> None:
    assert imported(table(changed("a1", value=""))) == application(ONE)


def test_rows_may_stand_in_another_order_and_be_added() -> None:
    """Members, evidence and services beyond the printed rows take the next number."""
    head, *rows = csv.reader(io.StringIO(table(cells_of(application(ONE))), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *reversed(rows)])
    assert imported(out.getvalue()) == application(ONE)
    extra = changed("a1.evidence.4", **cells_of(application(ONE))["a1.evidence.1"] | {"id": "a1-4"})
    assert [each.id for each in _evidence_of(imported(table(extra)), "a1")] == ["a1-1", "a1-2", "a1-3", "a1-4"]


def _evidence_of(told: Application, criterion: str) -> tuple[Evidence, ...]:
    answer = told.answers[criterion]
    assert isinstance(answer, Values)
    return answer.evidence


@pytest.mark.parametrize(
    ("key", "cells", "expected"),
    [
        ("service.1", {"n": "many"}, ["n FORM10"]),
        ("service.1", {"n": "11.204"}, ["n FORM10"]),
        ("service.1", {"n": "=SUM(A1:A9)"}, ["n FORM09"]),
        ("service.1", {"n": "#REF!"}, ["n FORM09"]),
        ("service.1", {"n": "1,5"}, ["n DATA04"]),
        ("service.1", {"d": "12"}, ["d FORM08"]),
        ("service.1", {"kind": "shops"}, ["kind FORM12"]),
        ("place.kind", {"value": "town"}, ["value FORM12"]),
        ("place.kind", {"value": ""}, ["row FORM07"]),
        ("place.name.1", {"lang": ""}, ["lang FORM07"]),
        ("place.name.1", {"value": "Sint\u202eAmelberge"}, ["value TEXT03"]),
        ("place.website", {"link": "www.sint-amelberge.example"}, ["link DATA16"]),
        ("place.country", {"value": "Belgium"}, ["value DATA14"]),
        ("seeks", {"value": "platinum"}, ["value FORM12"]),
        ("submitted_on", {"date": "spring"}, ["date FORM11"]),
        ("submitted_on", {"date": "2028-02-31"}, ["date DATA07"]),
        ("a1", {"value": "perhaps"}, ["value FORM12"]),
        ("a1", {"kind": "no_services"}, ["kind FORM08"]),
        ("a1.actions_on_time_share", {"n": "14"}, ["n RULE02"]),
        ("a1.principles_with_action", {"value": "9"}, ["value RULE03"]),
        ("a1.evidence.1", {"title": ""}, ["title FORM07"]),
        ("a1.evidence.1", {"kind": "web site"}, ["kind FORM12"]),
        ("commitment.1", {"kind": "z9"}, ["kind REF01"]),
        ("commitment.1", {"date": "2020-01-01"}, ["date RULE09"]),
    ],
)
def test_a_slip_is_told_with_its_row_and_column(key: str, cells: dict[str, str], expected: list[str]) -> None:
    """Numbered as the spreadsheet shows them."""
    filled = changed(key, **cells)
    number = 1 if expected == ["row FORM07"] else row_of(key, filled)
    assert complaints(table(filled)) == [f"{number}:{each}" for each in expected]


def test_an_answer_without_evidence_and_stray_rows_are_told() -> None:
    filled = {key: row for key, row in cells_of(application(ONE)).items() if not key.startswith("a2.evidence")}
    filled["a1"] = {"value": "not met"}
    found = complaints(table(filled))
    assert f"{row_of('a2', filled)}:row FORM13" in found
    assert f"{row_of('a1.evidence.1', filled)}:row FORM14" in found


def test_other_headings_and_rows_are_told() -> None:
    text = table(cells_of(application(ONE)))
    assert complaints(text.replace("seen_on", "seen", 1)) == ["1:row FORM03", "1:seen_on FORM04"]
    assert complaints(text.replace("\r\na1,", "\r\na1x,", 1))[0].endswith("row FORM05")
    line = next(each for each in text.splitlines() if each.startswith("place.kind"))
    assert complaints(f"{text}{line}\r\n")[0].endswith("row FORM06")
    assert complaints('row,value\r\nx,"') == ["2:row FORM02"]
    assert complaints("") == ["1:row FORM02"]
    assert complaints("Name;Stadt\r\n1;2\r\n") == ["1:row FORM02"]


def test_columns_for_people_may_be_gone() -> None:
    """A clerk may hide or remove what only explains."""
    rows = csv.reader(io.StringIO(table(cells_of(application(ONE))), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([row[:1] + row[3:] for row in rows])
    assert imported(out.getvalue()) == application(ONE)


def test_no_cell_of_the_published_sheet_runs_as_a_formula() -> None:
    for row in csv.reader(io.StringIO(table({}), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_every_row_of_the_sheet_says_what_it_asks_and_where_to_write_it() -> None:
    grid = list(csv.reader(io.StringIO(table({}), newline="")))
    assert tuple(cell.removeprefix("\ufeff") for cell in grid[0]) == COLUMNS
    assert len(grid) == len(list(lines(scheme()))) + 1
    assert all(asks and write for _, asks, write, *_ in grid[1:])


def test_a_row_beyond_all_reason_is_unknown() -> None:
    known = {line.key: line for line in lines(scheme())}
    assert line_of("service.60", known)
    for key in ("service.61", "service.01", "service.0", "service.²", "a1.evidence", "place.kind.1", "service.1.1", ""):
        assert line_of(key, known) is None


KEYS = sorted(line.key for line in lines(scheme()))
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["=1+1", "1/2/2028", "2028-13-45", "values", "not_met", "1.234", "1e9", "null", "'=x", "-", "😀"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(COLUMNS[3:]), TEXTS), max_size=6))
def test_whatever_is_typed_gives_an_application_or_problems_with_their_place(typed: list[tuple[str, str, str]]) -> None:
    """Never a traceback."""
    filled = cells_of(application(ONE))
    for key, column, text in typed:
        filled[key] = filled.get(key, {}) | {column: text}
    problems: tuple[Problem, ...] = ()
    try:
        imported(table(filled).encode("utf-8", "replace"))
    except DataError as error:
        problems = error.problems or (Problem(Place("nothing said"), "", Severity.ERROR, "", ""),)
    assert {each.place.path for each in problems} <= {"sheet.csv"}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_bytes_arrive_they_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(DataError):
        read_questionnaire(data, "sheet.csv", scheme(), ON)
