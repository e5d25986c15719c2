"""RULE70 to RULE75: what was published is added to, and never changed (`citylabel check --against`)."""

from __future__ import annotations

from citylabel.messages.message import Message
from citylabel.problems import Severity

HISTORY = (
    Message(
        code="RULE70",
        title="A decision changed after it was published",
        why="People relied on it. A record that can be rewritten proves nothing, so a correction is a new decision.",
        sentence="The decision {id} {fault}.",
        repair="Put it back as it was; a correction is a new decision at the end.",
        sample_bad="- {id: d1, decision: grant, level: gold, ...}   # it said silver",
        sample_good="- {id: d1, decision: grant, level: silver, ...}\n- {id: d2, ...}   # what holds from now on",
    ),
    Message(
        code="RULE71",
        title="An application changed after its evaluation was closed",
        why="Findings speak of the answers and evidence that assessors saw. What came later, nobody saw.",
        sentence="{what} {fault}, but the evaluation was closed on {closed}.",
        repair="Put it back as it was; what is new goes into a file of its own in updates/.",
        sample_bad="application.yml with another link after closed_on",
        sample_good="updates/2029-06-20.yml with the new answer and its evidence",
    ),
    Message(
        code="RULE72",
        title="Findings changed after the decision",
        why="The decision rests on them. With other findings it would be another decision.",
        sentence="{what} {fault}, but it was decided on {decided}.",
        repair="Put it back as it was; new findings belong to a new case and a new decision.",
        sample_bad="b2: {outcome: confirmed, ...}   # it said corrected when the board decided",
        sample_good="b2: {outcome: corrected, ...}",
    ),
    Message(
        code="RULE73",
        title="An update changed after it was published",
        why="Each update says what a place stated on its day; that stays so.",
        sentence="{what} {fault}.",
        repair="Put it back as it was; a correction is a new file in updates/.",
        sample_bad="updates/2029-06-20.yml with another value",
        sample_good="updates/2029-06-20.yml as it was, and updates/2029-09-01.yml",
    ),
    Message(
        code="RULE74",
        title="Published records that are gone",
        why="Addresses and histories stay. What ended, merged or was renamed says so and keeps its page.",
        sentence="{what} was removed.",
        repair="Put it back; decisions and city.yml say what became of it.",
        sample_bad="data/cities/fi-birkavik/ deleted",
        sample_good="data/cities/fi-birkavik/2026/decisions.yml with a termination",
    ),
    Message(
        code="RULE75",
        severity=Severity.HINT,
        title="Earlier records that cannot be read",
        why="Without them nobody can tell by program whether something published was changed.",
        sentence="The records of this place at {revision} cannot be read, so that nothing was compared.",
        repair="Compare them by hand.",
        sample_bad="records of an older format at the revision",
        sample_good="records that the program reads",
    ),
)
