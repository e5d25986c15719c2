"""The filled-in questionnaire becomes an application, or every problem with its row and column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from citylabel.intake import cells
from citylabel.intake.answers import answers_of
from citylabel.intake.reading import Reading
from citylabel.intake.table import read_table
from citylabel.intake.tree import Told, record_of
from citylabel.load import FiledCity, build
from citylabel.messages import listed
from citylabel.model.application import Application
from citylabel.model.casefile import Case, CityFile
from citylabel.model.place import Kind
from citylabel.problems import DataError, Severity
from citylabel.rules.consistency.application import application_problems
from citylabel.rules.consistency.subject import Subject
from citylabel.views.sheet import Asked, lines

if TYPE_CHECKING:
    from datetime import date

    from citylabel.intake.table import Row
    from citylabel.intake.tree import Tree
    from citylabel.problems import Problem
    from citylabel.rules.scheme import Scheme
    from citylabel.source import Record

FORM_LINE = Told("citylabel/application/1", 1, 1)
CITY = "xk-questionnaire"
"""A place that is not filed yet still needs a name while it is checked; nobody sees it."""


def read_questionnaire(data: bytes, path: str, scheme: Scheme, on: date) -> Record:
    """Read an application from the questionnaire.

    Args:
        data: the file as the spreadsheet wrote it.
        path: what problems call it.
        scheme: the edition that is answered.
        on: the day on which it is read; nothing in it may lie later.

    Returns:
        The record of an application that has passed every check that looks at it alone.

    Raises:
        DataError: with every problem; lines are rows and columns are columns of the sheet.
    """
    known = {line.key: line for line in lines(scheme)}
    table = read_table(data, path, known)
    dates = [row.cells[name] for row in table.rows.values() for name in ("date", "seen_on") if name in row.cells]
    reading = Reading(table, known, cells.order_of(dates))
    tree = _application(reading, scheme)
    if reading.problems:
        raise DataError(listed(reading.problems))
    record = record_of(path, tree)
    problems = _inconsistent(build(Application, record), record, scheme, on)
    if any(each.severity is Severity.ERROR for each in problems):
        raise DataError(listed(problems))
    return replace(record, hints=tuple(problems))


def _application(reading: Reading, scheme: Scheme) -> dict[str, Tree | None]:
    place = _place(reading)
    submitted = reading.day(reading.row("submitted_on"), "date")
    summary = reading.row("summary")
    return {
        "format": FORM_LINE,
        "place": place,
        "submitted_on": submitted,
        "seeks": reading.one_of(reading.row("seeks"), "value", _levels(scheme)),
        "authority": _authority(reading),
        "base": _base(reading),
        "window": _window(reading),
        "top_list": [_service(reading, row) for row in reading.rows(Asked.SERVICE)] or None,
        "answers": answers_of(reading, scheme) or None,
        "commitments": [_commitment(reading, row) for row in reading.rows(Asked.COMMITMENT)] or None,
        "summary": reading.text(summary, "value"),
        "summary_language": reading.text(summary, "lang"),
    }


def _levels(scheme: Scheme) -> list[str]:
    committed = scheme.edition.committed
    return [level.id for level in scheme.edition.levels] + ([committed.id] if committed else [])


def _place(reading: Reading) -> dict[str, Tree | None]:
    reading.row("place.name.1")
    country = reading.text(reading.row("place.country"), "value")
    region = reading.row("place.region")
    return {
        "names": [_named(reading, row) for row in reading.rows(Asked.NAME)],
        "kind": reading.one_of(reading.row("place.kind"), "value", Kind),
        "country": country and replace(country, value=country.value.upper()),
        "region": _named(reading, region) if region else None,
        "website": reading.text(reading.row("place.website"), "link"),
        "members": [told for row in reading.rows(Asked.MEMBER) if (told := reading.text(row, "value"))] or None,
    }


def _named(reading: Reading, row: Row) -> dict[str, Tree | None]:
    return {"lang": reading.text(row, "lang"), "text": reading.text(row, "value")}


def _authority(reading: Reading) -> dict[str, Tree | None]:
    row = reading.row("authority")
    return {
        "role": reading.text(row, "value"),
        "proof": reading.text(row, "link"),
        "kind": reading.one_of(row, "kind", ("decision", "claim_file")),
    }


def _base(reading: Reading) -> dict[str, Tree | None]:
    spending = reading.row("base.spending_eur")
    return {
        "inhabitants": _figure(reading, reading.row("base.inhabitants")),
        "spending_eur": _figure(reading, spending) if spending else None,
        "largest_member": reading.number(reading.row("base.largest_member"), "value"),
    }


def _figure(reading: Reading, row: Row | None) -> dict[str, Tree | None]:
    return {
        "value": reading.number(row, "value"),
        "as_of": reading.day(row, "date"),
        "source": reading.text(row, "link"),
    }


def _window(reading: Reading) -> dict[str, Tree | None]:
    return {part: reading.day(reading.row(f"window.{part}"), "date") for part in ("start", "end")}


def _service(reading: Reading, row: Row) -> dict[str, Tree | None]:
    return {
        "name": reading.text(row, "value"),
        "cases": reading.number(row, "n"),
        "for_firms": _flag(reading.one_of(row, "kind", ("firms",))),
        "estimate": reading.text(row, "note"),
    }


def _flag(told: Told | None) -> Told | None:
    return told and replace(told, value=True)


def _commitment(reading: Reading, row: Row) -> dict[str, Tree | None]:
    criterion = reading.text(row, "kind")
    return {
        "id": reading.text(row, "id") or reading.told(row, "row", f"c{row.line.number}"),
        "criterion": criterion and replace(criterion, value=criterion.value.lower()),
        "step": reading.number(row, "n"),
        "what": reading.text(row, "value"),
        "by": reading.day(row, "date"),
        "responsible": reading.text(row, "who"),
    }


def _inconsistent(application: Application, record: Record, scheme: Scheme, on: date) -> list[Problem]:
    """Hold the application against the edition and the calendar, as if it were filed already."""
    case = Case(id=scheme.id, edition=scheme.id, application=application)
    filed = FiledCity(
        CityFile(id=CITY, city=None, cases=(case,)),
        (replace(record, path=f"data/cities/{CITY}/{scheme.id}/application.yml"),),
    )
    subject = Subject(filed=filed, case=case, scheme=scheme, parties={}, on=on)
    found = application_problems(subject)
    return [replace(each, place=replace(each.place, path=record.path)) for each in found]
