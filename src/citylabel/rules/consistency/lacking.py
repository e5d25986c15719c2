"""Requirements that are not met, in the words of a problem's sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citylabel.rules.award import Requirement

MOST = 3
"""How many requirements one sentence names."""


def lacking(requirement: Requirement) -> Words:
    """Say what a requirement asks and what there is: `A1 is at step 0, and step 1 is asked`.

    Shares stand as exact fractions: a per cent would have to be rounded at the very threshold.
    """
    facts = {name: str(fact) for name, fact in requirement.reason.facts}
    match requirement.reason.code:
        case "prerequisite" | "criterion_step":
            said = f"{_id(facts)} is at step {facts['value']}, and step {facts['threshold']} is asked"
        case "total":
            said = f"the total is {facts['value']}, and {facts['threshold']} is asked"
        case "theme":
            said = f"theme {facts['theme'].upper()} is at {facts['value']}, and {facts['threshold']} is asked"
        case "theme_above_zero":
            said = f"theme {facts['theme'].upper()} has no points"
        case "abroad":
            said = f"assessors from another country: {facts['value']}, and {facts['threshold']} asked"
        case "complete":
            said = "not every criterion is answered"
        case "commitment":
            said = f"there is no commitment for {_id(facts)}"
        case code:
            raise KeyError(code)
    return Words(said)


def listed(requirements: Sequence[Requirement]) -> Words:
    """Say the first few of them in one sentence."""
    said = [lacking(requirement) for requirement in requirements[:MOST]]
    rest = len(requirements) - len(said)
    return Words("; ".join([*said, *([f"and {rest} more"] if rest else [])]))


def _id(facts: dict[str, str]) -> str:
    return facts["criterion"].upper()
