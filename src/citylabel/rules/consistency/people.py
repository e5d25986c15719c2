"""People: recorded, in a role they may take, and never in two roles of one case (ISO/IEC 17065, impartiality)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.rules.consistency.subject import Subject, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.problems import Place, Problem

_ROLES = {"assessor": "an assessor", "reviewer": "a reviewer", "board": "a member of the board"}


def party_problems(subject: Subject, party: str, role: str, place: Place) -> Iterator[Problem]:
    """Hold a party against the record of parties."""
    found = subject.parties.get(party)
    if found is None:
        yield unknown("REF06", place, party, subject.parties, party=party)
        return
    if role not in found.roles:
        yield problem("RULE32", place, party=party, role=Words(_ROLES[role]))
    if found.specimen != subject.specimen:
        yield problem(
            "RULE43",
            place,
            party=party,
            found=Words("invented" if found.specimen else "real"),
            whose=Words("invented" if subject.specimen else "real"),
        )


def in_role(place: Place, party: str, first: str, second: str) -> Problem:
    """Make the problem of one person in two roles."""
    return problem("RULE31", place, party=party, first=Words(first), second=Words(second))
