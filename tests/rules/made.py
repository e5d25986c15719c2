"""Small answers, findings, cases and decisions, made for the tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from citylabel.model.application import Application, Authority, Values
from citylabel.model.base import Period, Words
from citylabel.model.casefile import Case, CityFile
from citylabel.model.decision import Decision, Grant, Refusal, Restoration, Suspension, Termination, Withdrawal
from citylabel.model.evidence import Evidence, EvidenceKind
from citylabel.model.place import BaseFigures, Figure, Identity, Kind
from citylabel.rules.conformity import Result, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from citylabel.model.application import Answer
    from citylabel.model.measure import Value
    from citylabel.model.update import Update

SITE = "https://www.town.example/"
APPLIED = date(2028, 3, 15)

_ACTS: dict[str, type[Decision]] = {
    "refusal": Refusal,
    "suspension": Suspension,
    "restoration": Restoration,
    "withdrawal": Withdrawal,
    "termination": Termination,
}


def evidence(kind: EvidenceKind = EvidenceKind.PAGE, as_of: date = APPLIED, number: int = 1) -> Evidence:
    """One piece of evidence."""
    return Evidence(
        id=f"e{number}",
        link=SITE,
        title="A page",
        publisher="The town",
        kind=kind,
        as_of=as_of,
        seen_on=APPLIED,
    )


def values(given: Mapping[str, Value], *pieces: Evidence) -> Values:
    """An answer with values."""
    return Values(answer="values", values=dict(given), evidence=pieces or (evidence(),))


def application(
    answers: Mapping[str, Answer] | None = None, *, inhabitants: int = 50_000, submitted_on: date = APPLIED
) -> Application:
    """An application of an invented town."""
    return Application(
        format="citylabel/application/1",
        place=Identity(names=(Words(lang="en", text="Town"),), kind=Kind.CITY, country="FI", website=SITE),
        submitted_on=submitted_on,
        seeks="bronze",
        authority=Authority(role="Mayor", proof=SITE, kind="decision"),
        base=BaseFigures(inhabitants=Figure(value=inhabitants, as_of=APPLIED, source=SITE)),
        window=Period(start=date(2027, 1, 1), end=date(2027, 12, 31)),
        answers=dict(answers or {}),
    )


def grant(on: date, until: date, level: str = "bronze", number: int = 1) -> Grant:
    """A grant."""
    return Grant(
        id=f"d{number}",
        decision="grant",
        decided_on=on,
        effective_on=on,
        by=("board",),
        reason="It was shown.",
        level=level,
        until=until,
    )


def act(kind: str, on: date, number: int = 1) -> Decision:
    """A decision other than a grant."""
    return _ACTS[kind].model_validate(
        {
            "id": f"d{number}",
            "decision": kind,
            "decided_on": on,
            "effective_on": on,
            "by": ("board",),
            "reason": "It was shown.",
        }
    )


def town(
    decisions: Iterable[Decision] = (),
    *,
    made: Application | None = None,
    updates: tuple[tuple[date, Update], ...] = (),
) -> CityFile:
    """A place with one case."""
    case = Case(
        id="2026",
        edition="2026",
        application=made or application(),
        updates=updates,
        decisions=tuple(decisions),
    )
    return CityFile(id="fi-town", city=None, cases=(case,))


def results(steps: Mapping[str, int]) -> dict[str, Result]:
    """Results with these steps."""
    return {
        criterion: Result(criterion=criterion, state=State.MET if step else State.NOT_MET, step=step, reasons=())
        for criterion, step in steps.items()
    }
