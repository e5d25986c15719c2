"""The register for programs: one JSON file a place, and what it is made of."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from citylabel.model.measure import Share
from citylabel.rules.lawful import appealable_until
from citylabel.views.page import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import ActSummary, Library, Row
    from citylabel.model.base import Exact
    from citylabel.model.decision import Decision
    from citylabel.model.evidence import Evidence
    from citylabel.model.measure import Value
    from citylabel.rules.commitments import Pledge
    from citylabel.rules.conclusion import CaseConclusion, CityConclusion
    from citylabel.rules.conformity import Result
    from citylabel.views.desk import Desk

Json = dict[str, Any]


def exact(number: Exact | None) -> int | str | None:
    """Write a number without rounding: whole numbers as such, all others as `"5/6"`."""
    return number if number is None or isinstance(number, int) else str(number)


def value_json(value: Value) -> Any:  # noqa: ANN401 - JSON
    """Write a measured value."""
    match value:
        case Share():
            written: Json = {"n": exact(value.n)}
            if value.d is not None:
                written["d"] = exact(value.d)
            if value.joint:
                written["joint"] = True
            return written
        case bool() | str():
            return value
        case date():
            return value.isoformat()
        case int() | Fraction():
            return exact(value)


def row_json(library: Library, row: Row) -> Json:
    """Write what lists say of a place."""
    return {
        "id": row.id,
        "specimen": row.specimen,
        "on": row.on.isoformat(),
        "names": [{"lang": name.lang, "text": name.text} for name in row.names],
        "kind": row.kind.value,
        "country": row.country,
        "region": row.region.text if row.region else None,
        "website": row.website,
        "inhabitants": row.inhabitants,
        "small_place": row.small,
        "status": row.status.value,
        "since": _day(row.since),
        "in_force": row.in_force,
        "level": row.level,
        "last_level": row.last_level,
        "granted_on": _day(row.granted_on),
        "until": _day(row.until),
        "supported_level": row.supported,
        "present_level": row.present,
        "successors": list(row.successors),
        "edition": row.edition,
        "assessed": row.assessed,
        "total": exact(row.total),
        "points": exact(row.points),
        "possible": exact(row.possible),
        "themes": {theme: exact(share) for theme, share in row.themes},
        "steps": {criterion: found.step for criterion, found in row.criteria},
        "states": {criterion: found.state.value for criterion, found in row.criteria},
        "page": f"{library.label.addresses.site.rstrip('/')}/cities/{row.id}/",
    }


def city_json(library: Library, conclusion: CityConclusion, row: Row) -> Json:
    """Write everything that is published of a place.

    Raises:
        ValueError: the place had not applied by the date.
    """
    case = conclusion.case
    if case is None:
        raise ValueError(f"{conclusion.file.id} had not applied by {conclusion.on}")
    return {
        "format": "citylabel/api/city/1",
        **row_json(library, row),
        "fallen": row.fallen,
        "refresh_late": row.refresh_late,
        "criteria": {criterion: _criterion(case, result) for criterion, result in case.results.items()},
        "commitments": [_pledge(pledge) for pledge in case.pledges],
        "decisions": [_decision(act, library, conclusion) for act in row.acts],
        "succeeded_by": _succession(conclusion),
        "scheduled": [_decision(act, library, conclusion) for act in row.scheduled],
        "cases": [each.id for each in conclusion.file.cases],
        "licence": library.label.licence_data,
    }


def _own_parts(decision: Decision) -> Json:
    """Write what only some kinds of decision say: `of`, `outcome`, `received_on`, `about`, `text`, `scope`."""
    said = {key: getattr(decision, key, None) for key in ("of", "outcome", "received_on", "about", "text", "scope")}
    return {key: _day(part) if isinstance(part, date) else part for key, part in said.items() if part is not None}


def _succession(conclusion: CityConclusion) -> Json | None:
    succession = conclusion.file.city.succeeded_by if conclusion.file.city else None
    if succession is None:
        return None
    return {
        "places": list(succession.places),
        "on": succession.on.isoformat(),
        "how": succession.how.value,
        "note": succession.note,
    }


def _decision(act: ActSummary, library: Library, conclusion: CityConclusion) -> Json:
    decision = next(d for case in conclusion.file.cases for d in case.decisions if f"{case.id}/{d.id}" == act.id)
    return {
        "id": act.id,
        "decided_on": decision.decided_on.isoformat(),
        "appealable_until": _day(appealable_until(decision, library.schemes[act.edition].edition)),
        **_own_parts(decision),
        "effective_on": act.on.isoformat(),
        "decision": act.kind,
        "level": act.level,
        "until": _day(act.until),
        "edition": act.edition,
        "reason": act.reason,
    }


def _criterion(case: CaseConclusion, result: Result) -> Json:
    answer = case.answer(result.criterion)
    finding = case.case.evaluation.findings.get(result.criterion) if case.case.evaluation else None
    written: Json = {
        "state": result.state.value,
        "step": result.step,
        "claimed_step": case.claimed[result.criterion].step,
        "values": {measure: value_json(value) for measure, value in case.values(result.criterion).items()},
        "evidence": [_evidence(item) for item in getattr(answer, "evidence", ())],
    }
    if finding is not None and case.assessed:
        written["finding"] = {
            "outcome": finding.outcome.value,
            "reason": finding.reason,
            "assurance": finding.assurance.value,
        }
    return written


def _evidence(item: Evidence) -> Json:
    return {
        "title": item.title,
        "link": item.link,
        "publisher": item.publisher,
        "kind": item.kind.value,
        "as_of": item.as_of.isoformat(),
        "seen_on": item.seen_on.isoformat(),
    }


def _pledge(pledge: Pledge) -> Json:
    commitment = pledge.commitment
    return {
        "what": commitment.what,
        "criterion": commitment.criterion,
        "step": commitment.step,
        "by": commitment.by.isoformat(),
        "responsible": commitment.responsible,
        "state": pledge.state.value,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def written(content: Json) -> bytes:
    """Write JSON as it is published: UTF-8, one line, in a fixed order."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def city_files(desk: Desk, conclusion: CityConclusion, row: Row) -> Iterator[File]:
    """Make the data file of a place."""
    yield File(path=f"api/v1/cities/{row.id}.json", body=written(city_json(desk.library, conclusion, row)))
