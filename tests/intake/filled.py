"""A questionnaire that is filled in by program: what a place would type, taken from its application."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from citylabel.load import build
from citylabel.model.application import Application, NotApplicable, Values
from citylabel.model.measure import Share
from citylabel.site.register import open_register
from citylabel.source import parse
from citylabel.views.exports import BOM
from citylabel.views.questionnaire import sheet
from citylabel.views.sheet import COLUMNS
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from citylabel.model.application import Answer
    from citylabel.model.base import Exact
    from citylabel.model.evidence import Evidence
    from citylabel.model.measure import Value
    from citylabel.model.place import Figure
    from citylabel.rules.scheme import Scheme

ROOT = Path(__file__).resolve().parents[2]
ON = date(2030, 6, 15)
Cells = dict[str, dict[str, str]]


@cache
def scheme() -> Scheme:
    """The edition that ships with the repository."""
    return open_register(ROOT).library.scheme


def application(path: Path) -> Application:
    """Read an application."""
    return build(Application, parse(path.read_bytes(), path.name))


def cells_of(told: Application) -> Cells:
    """Everything an application says, by row and column."""
    found = _about(told)
    for number, service in enumerate(told.top_list, start=1):
        found[f"service.{number}"] = {
            "value": service.name,
            "n": str(service.cases),
            "kind": "firms" if service.for_firms else "",
            "note": service.estimate or "",
        }
    for criterion, answer in told.answers.items():
        found |= _answer(criterion, answer)
    for number, one in enumerate(told.commitments, start=1):
        found[f"commitment.{number}"] = {
            "value": one.what,
            "kind": one.criterion,
            "n": str(one.step),
            "date": one.by.isoformat(),
            "who": one.responsible,
            "id": one.id,
        }
    return found


def _about(told: Application) -> Cells:
    place = told.place
    found = {
        "place.kind": {"value": place.kind.value},
        "place.country": {"value": place.country},
        "place.website": {"link": place.website},
        "submitted_on": {"date": told.submitted_on.isoformat()},
        "seeks": {"value": told.seeks},
        "authority": {"value": told.authority.role, "kind": told.authority.kind, "link": told.authority.proof},
        "base.inhabitants": _figure(told.base.inhabitants),
        "base.spending_eur": _figure(told.base.spending_eur),
        "window.start": {"date": told.window.start.isoformat()},
        "window.end": {"date": told.window.end.isoformat()},
        "summary": {"value": told.summary or "", "lang": told.summary_language or ""},
    }
    if told.base.largest_member is not None:
        found["base.largest_member"] = {"value": str(told.base.largest_member)}
    if place.region is not None:
        found["place.region"] = {"value": place.region.text, "lang": place.region.lang}
    for number, name in enumerate(place.names, start=1):
        found[f"place.name.{number}"] = {"value": name.text, "lang": name.lang}
    for number, member in enumerate(place.members, start=1):
        found[f"place.member.{number}"] = {"value": member}
    return found


def _figure(figure: Figure | None) -> dict[str, str]:
    if figure is None:
        return {}
    return {"value": str(figure.value), "date": figure.as_of.isoformat(), "link": figure.source}


def _answer(criterion: str, answer: Answer) -> Cells:
    if isinstance(answer, NotApplicable):
        row = {"value": "not applicable", "kind": answer.ground, "note": answer.reason}
        return {criterion: row} | _evidence(criterion, answer.evidence)
    if not isinstance(answer, Values):
        return {criterion: {"value": "Not met", "note": answer.note or ""}}
    found: Cells = {criterion: {"value": "values", "note": answer.note or ""}}
    found |= {f"{criterion}.{name}": _value(value) for name, value in answer.values.items()}
    return found | _evidence(criterion, answer.evidence)


def _evidence(criterion: str, pieces: Iterable[Evidence]) -> Cells:
    return {
        f"{criterion}.evidence.{number}": {
            "link": one.link,
            "title": one.title,
            "who": one.publisher,
            "kind": one.kind.value,
            "where": one.where or "",
            "date": one.as_of.isoformat(),
            "seen_on": one.seen_on.isoformat(),
            "archived": one.archived or "",
            "id": one.id,
        }
        for number, one in enumerate(pieces, start=1)
    }


def _value(value: Value) -> dict[str, str]:
    match value:
        case Share():
            return {
                "n": _decimal(value.n),
                "d": "" if value.d is None else _decimal(value.d),
                "kind": "joint" if value.joint else "",
                "period": value.period or "",
                "note": value.note or "",
            }
        case bool():
            return {"value": "yes" if value else "no"}
        case date():
            return {"date": value.isoformat()}
        case str():
            return {"value": value}
        case _:
            return {"value": _decimal(value)}


def _decimal(number: Exact) -> str:
    """As it is typed in most of Europe."""
    return str(number) if isinstance(number, int) else f"{float(number):g}".replace(".", ",")


def table(cells: Mapping[str, Mapping[str, str]], *, separator: str = ",", end: str = "\r\n") -> str:
    """The published questionnaire with these cells; rows that it does not print come last."""
    grid = list(csv.reader(io.StringIO(sheet(scheme(), read_words(), cells).removeprefix(BOM), newline="")))
    printed = {row[0] for row in grid}
    grid += [
        [key, "", "", *(row.get(name, "") for name in COLUMNS[3:])] for key, row in cells.items() if key not in printed
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(grid)
    return out.getvalue()
