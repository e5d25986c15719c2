"""What the findings gave as of the application: asked by the rules of consistency, and again by the conclusion."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from citylabel.rules.conformity import Result, Setting, found
from citylabel.rules.facts import place_facts

if TYPE_CHECKING:
    from citylabel.model.casefile import Case
    from citylabel.rules.scheme import Scheme

Results = dict[str, Result]
"""Conclusions by criterion, in the edition's order."""
T = TypeVar("T")


class _Same(Generic[T]):
    """A key that means this very object: comparing all of a case would take longer than judging it."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def found_as_applied(case: Case, scheme: Scheme) -> Results:
    """Conclude on every criterion by its finding, as of the application. Not to be changed by who gets it."""
    return _found(_Same(case), _Same(scheme))


@lru_cache(maxsize=4)
def _found(case: _Same[Case], scheme: _Same[Scheme]) -> Results:
    application, edition = case.it.application, scheme.it.edition
    findings = case.it.evaluation.findings if case.it.evaluation else {}
    place = place_facts(edition, application.place.kind, application.base)
    setting = Setting(edition=edition, place=place, on=application.submitted_on)
    return {
        c: found(criterion, application.answers.get(c), findings.get(c), setting)
        for c, criterion in scheme.it.criteria.items()
    }
