"""Decisions that may not follow those before them, said with what may be done instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.decision import (
    AppealOutcome,
    ApplicationWithdrawn,
    Change,
    ComplaintOutcome,
    DecisionErratum,
    Grant,
    Refusal,
    Restoration,
    Suspension,
    Termination,
    Withdrawal,
)
from citylabel.rules.lawful import Stage, unlawful
from citylabel.rules.lifecycle import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.load.filed import FiledCity
    from citylabel.model.decision import Decision
    from citylabel.problems import Problem
    from citylabel.rules.lawful import Unlawful


def lawful_problems(filed: FiledCity) -> Iterator[Problem]:
    """Find decisions that what came before them does not allow, over all cases of a place."""
    for found in unlawful(filed.file):
        case = next(each for each in filed.file.cases if each.id == found.act.case)
        number = next(n for n, d in enumerate(case.decisions) if d is found.act.decision)
        place = filed.record(f"{case.id}/decisions.yml").place(("decisions", number, "decision"))
        name, allowed = _SAID[type(found.act.decision)]
        yield problem(
            "RULE35",
            place,
            decision=Words(f"The {name}"),
            id=found.act.decision.id,
            state=Words(_state(found)),
            allowed=Words(_INSTEAD.get(found.status if found.by_status else found.stage, allowed)),
        )


def _state(found: Unlawful) -> str:
    if found.by_status:
        return f"the status is {_STATUS.get(found.status, found.status.value)}"
    return _STAGE[found.stage]


_STATUS = {
    Status.VALID: "in force",
    Status.UNKNOWN: "that of a place that has not applied",
    Status.UNDER_EVALUATION: "under evaluation",
    Status.UNDER_REVIEW: "under review",
    Status.APPLICATION_WITHDRAWN: "that of an application taken back",
    Status.SUCCEEDED: "that of a place that is no more",
}

_STAGE = {
    Stage.OPEN: "its case is open",
    Stage.GRANTED: "its case has been granted",
    Stage.REFUSED: "its case has been refused",
    Stage.TAKEN_BACK: "its application has been taken back",
}

_INSTEAD: dict[Status | Stage, str] = {
    Status.SUCCEEDED: "Decide on the places that follow it.",
    Stage.TAKEN_BACK: "Decide on a new application, in a new case.",
}

_ALWAYS = "It is possible at any time."
_SAID: dict[type[Decision], tuple[str, str]] = {
    Grant: ("grant", "Restore or withdraw what is suspended before you grant anew."),
    Refusal: ("refusal", "Refuse an application that has not been taken back."),
    ApplicationWithdrawn: (
        "withdrawal of the application",
        "Only an application that is not decided can be taken back; a label is ended by termination.",
    ),
    Change: ("change", "Only a label in force can be changed, in the case that granted it."),
    Suspension: ("suspension", "Only a label in force can be suspended, in the case that granted it."),
    Restoration: ("restoration", "Only a suspended label can be restored, in the case that granted it."),
    Withdrawal: ("withdrawal", "Only a label in force or suspended can be withdrawn, in the case that granted it."),
    Termination: (
        "termination",
        "Only a label in force or suspended can be ended at the place's wish, in the case that granted it.",
    ),
    AppealOutcome: ("outcome of an appeal", "Only a case that was decided can be appealed."),
    ComplaintOutcome: ("outcome of a complaint", _ALWAYS),
    DecisionErratum: ("erratum", _ALWAYS),
}
"""Name of each decision, and when it may be taken."""
