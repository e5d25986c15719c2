"""Reasons: why a conclusion was drawn, free of any language. Views and the command line put them into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Fact = str | int | Fraction | date | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A key of the word catalogue (`reason.<code>`) and the facts its sentence names."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()

    def fact(self, name: str) -> Fact:
        """Give one of the facts.

        Raises:
            KeyError: when the reason names no such fact.
        """
        return dict(self.facts)[name]


def because(code: str, **facts: Fact) -> Reason:
    """Make a reason."""
    return Reason(code, tuple(facts.items()))
