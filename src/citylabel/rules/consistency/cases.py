"""The cases of a place beside each other: one at a time, numbered as they came, committed not for ever."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.decision import Grant
from citylabel.rules.consistency.subject import place_in
from citylabel.rules.lifecycle import Closing, acts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.load.filed import FiledCity
    from citylabel.model.casefile import Case
    from citylabel.problems import Problem
    from citylabel.rules.scheme import Scheme


def cases_problems(filed: FiledCity, schemes: Mapping[str, Scheme]) -> Iterator[Problem]:
    """Hold the cases of a place against each other."""
    yield from _numbers(filed)
    yield from _one_at_a_time(filed)
    yield from _renewals(filed, schemes)


def _numbers(filed: FiledCity) -> Iterator[Problem]:
    """Under one edition, `-2` came after the first, `-3` after `-2`."""
    for first, second in pairwise(filed.file.cases):
        earlier, later = first.application.submitted_on, second.application.submitted_on
        if first.edition == second.edition and later < earlier:
            yield problem(
                "RULE15",
                place_in(filed, f"{second.id}/application.yml", "submitted_on"),
                later=second.id,
                day=Words(later.isoformat()),
                earlier=first.id,
                limit=Words(earlier.isoformat()),
            )


def _one_at_a_time(filed: FiledCity) -> Iterator[Problem]:
    """A new application waits until the one before it is decided."""
    in_order = sorted(filed.file.cases, key=lambda case: case.application.submitted_on)
    for first, second in pairwise(in_order):
        submitted = second.application.submitted_on
        if not any(isinstance(d, Closing) and d.decided_on <= submitted for d in first.decisions):
            yield problem(
                "RULE16",
                place_in(filed, f"{second.id}/application.yml", "submitted_on"),
                later=second.id,
                day=Words(submitted.isoformat()),
                earlier=first.id,
            )


def _renewals(filed: FiledCity, schemes: Mapping[str, Scheme]) -> Iterator[Problem]:
    """The committed status may be granted again only so often (edition: `committed`, `renewals`)."""
    by_id = {case.id: case for case in filed.file.cases}
    given = 0
    for act in acts(filed.file.cases):
        case = by_id[act.case]
        rule = scheme.edition.committed if (scheme := schemes.get(case.edition)) else None
        if rule is None or not isinstance(act.decision, Grant) or act.decision.level != rule.id:
            continue
        given += 1
        if given > rule.renewals + 1:
            yield problem(
                "RULE45",
                place_in(filed, f"{case.id}/decisions.yml", "decisions", _number(case, act.decision), "level"),
                id=act.decision.id,
                level=rule.id,
                given=given,
                most=rule.renewals + 1,
            )


def _number(case: Case, grant: Grant) -> int:
    return next(number for number, decision in enumerate(case.decisions) if decision is grant)
