"""The rows of a criterion become its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from citylabel.model.evidence import EvidenceKind
from citylabel.views.sheet import Asked

if TYPE_CHECKING:
    from citylabel.intake.reading import Reading
    from citylabel.intake.table import Row
    from citylabel.intake.tree import Told, Tree
    from citylabel.model.criterion import Criterion
    from citylabel.rules.scheme import Scheme

ANSWERS = ("values", "not_met", "not_applicable")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def answers_of(reading: Reading, scheme: Scheme) -> dict[str, Tree | None]:
    """Read all answers; a criterion without any filled row is not answered and is left out."""
    answers = ((key, _answer(reading, scheme.criteria[key])) for key in scheme.edition.criterion_ids)
    return {key: answer for key, answer in answers if answer}


def _answer(reading: Reading, criterion: Criterion) -> dict[str, Tree | None]:
    row = reading.row(criterion.id)
    used = [each for key, each in reading.table.rows.items() if key.startswith(f"{criterion.id}.")]
    chosen = reading.one_of(row, "value", ANSWERS)
    if chosen is None:
        return _values(reading, criterion, row, used) if _is_open(row) and (row or used) else {}
    match chosen.value:
        case "values":
            return _values(reading, criterion, row, used)
        case "not_met":
            _stray(reading, used, "not met")
            _no_ground(reading, row)
            return {"answer": chosen, "note": reading.text(row, "note")}
        case _:
            _stray(reading, [each for each in used if each.line.asked is not Asked.EVIDENCE], "not applicable")
            return {"answer": chosen, **_not_applicable(reading, criterion, row)}


def _is_open(row: Row | None) -> bool:
    """Whether nothing was chosen; what was chosen and is unknown is told already."""
    return row is None or "value" not in row.cells


def _values(reading: Reading, criterion: Criterion, row: Row | None, used: list[Row]) -> dict[str, Tree | None]:
    evidence = _evidence(reading, criterion)
    if not evidence:
        reading.say("FORM13", row.line.key if row else used[0].line.key, "row", key=criterion.id)
    _no_ground(reading, row)
    first = row or used[0]
    measured = {
        measure.id: _value(reading, found)
        for measure in criterion.measures
        if (found := reading.row(f"{criterion.id}.{measure.id}"))
    }
    return {
        "answer": reading.told(first, "value", "values"),
        "values": measured or None,
        "evidence": evidence or None,
        "note": reading.text(row, "note"),
    }


def _value(reading: Reading, row: Row) -> Tree | None:
    match row.line.asked:
        case Asked.SHARE | Asked.RATE:
            return _share(reading, row)
        case Asked.DATE:
            return reading.day(row, "date")
        case Asked.YES_NO:
            told = reading.one_of(row, "value", _YES_NO)
            return told and replace(told, value=_YES_NO[told.value])
        case Asked.CHOICE:
            known = row.line.measure.choices if row.line.measure else ()
            return reading.one_of(row, "value", [each.id for each in known])
        case _:
            return reading.number(row, "value")


def _share(reading: Reading, row: Row) -> dict[str, Tree | None]:
    joint = reading.one_of(row, "kind", ("joint",))
    return {
        "n": reading.number(row, "n"),
        "d": reading.number(row, "d") if row.line.asked is Asked.SHARE else None,
        "joint": joint and replace(joint, value=True),
        "period": reading.text(row, "period"),
        "note": reading.text(row, "note"),
    }


def _not_applicable(reading: Reading, criterion: Criterion, row: Row | None) -> dict[str, Tree | None]:
    for column in ("kind", "note"):
        if row and column not in row.cells:
            reading.say("FORM07", row.line.key, column, key=row.line.key, column=column)
    return {
        "ground": reading.one_of(row, "kind", [ground.id for ground in criterion.not_applicable]),
        "reason": reading.text(row, "note"),
        "evidence": _evidence(reading, criterion) or None,
    }


def _evidence(reading: Reading, criterion: Criterion) -> list[Tree]:
    return [_piece(reading, row) for row in reading.rows(Asked.EVIDENCE, f"{criterion.id}.")]


def _piece(reading: Reading, row: Row) -> dict[str, Tree | None]:
    return {
        "id": _id(reading, row),
        "link": reading.text(row, "link"),
        "title": reading.text(row, "title"),
        "publisher": reading.text(row, "who"),
        "kind": reading.one_of(row, "kind", EvidenceKind),
        "where": reading.text(row, "where"),
        "as_of": reading.day(row, "date"),
        "seen_on": reading.day(row, "seen_on"),
        "archived": reading.text(row, "archived"),
    }


def _id(reading: Reading, row: Row) -> Told:
    head = row.line.criterion.id if row.line.criterion else "e"
    return reading.text(row, "id") or reading.told(row, "row", f"{head}-{row.line.number}")


def _stray(reading: Reading, used: list[Row], answer: str) -> None:
    for row in used:
        reading.say("FORM14", row.line.key, "row", key=row.line.key, answer=answer)


def _no_ground(reading: Reading, row: Row | None) -> None:
    if row and "kind" in row.cells:
        reading.say("FORM08", row.line.key, "kind", key=row.line.key, column="kind", known="note")
