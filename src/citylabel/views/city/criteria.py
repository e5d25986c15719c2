"""Every criterion of a place: what was measured, what shows it, what was found, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.model.application import NotApplicable, Values
from citylabel.rules.conformity import State
from citylabel.views.city.evidence import Piece, pieces, setting_of
from citylabel.views.city.measured import Measured, measured
from citylabel.views.escaped import NOTHING, Escaped, escaped
from citylabel.views.reasons import BESIDE_A_VALUE, About

if TYPE_CHECKING:
    from citylabel.model.application import Answer
    from citylabel.model.evaluation import Finding
    from citylabel.rules.conformity import Result, Setting
    from citylabel.views.city.sheet import CriterionSheet, Printed
    from citylabel.views.city.subject import Subject

SEEN = frozenset({"measure", "named", "given", "recent", "ratio", "left_to_assessors", "no_case", "point"})
"""Reasons that hold and only repeat what the row shows: measured values and ticked points."""


class CriterionRow(NamedTuple):
    """One criterion.

    A tuple, and escaped already: a register has hundreds of thousands of these rows, and their template has the
    engine's own escaping turned off. Every field that it prints is `Escaped`, so the type checker sees what was
    forgotten (see `views/escaped.py`).
    """

    printed: Printed
    prerequisite: bool
    symbol: Escaped
    """Name of the drawing: `s2`, or that of a state."""
    word: Escaped
    open: bool
    finding: Escaped
    """The assessors' reason."""
    outcome: Escaped
    """What they concluded, and how it was checked."""
    apart: tuple[Escaped, ...]
    """What each had written first, where they differed."""
    measured: tuple[Measured, ...]
    evidence: tuple[Piece, ...]
    note: Escaped
    """What the place says about it."""
    refreshed: Escaped
    """That the values are newer than the finding, and of when; or empty."""
    why: Escaped
    ticked: Escaped
    """Points that assessors ticked."""
    ahead: Escaped
    """`For step 3`; empty where all that is missing stands beside the values."""
    missing: Escaped


class ThemeRows(NamedTuple):
    """The criteria of a theme; escaped, see `CriterionRow`."""

    id: Escaped
    letter: Escaped
    title: Escaped
    rows: tuple[CriterionRow, ...]


class Counted(NamedTuple):
    """How many criteria are in a state; escaped, see `CriterionRow`."""

    symbol: Escaped
    word: Escaped
    number: Escaped


def criteria(subject: Subject) -> tuple[ThemeRows, ...]:
    """List all criteria by theme."""
    setting, refreshed = setting_of(subject), _refreshed(subject)
    return tuple(
        ThemeRows(
            escaped(theme.id),
            escaped(theme.letter),
            escaped(theme.title),
            tuple(_row(subject, each, setting, refreshed.get(each.id, NOTHING)) for each in theme.criteria),
        )
        for theme in subject.sheet.themes
    )


def _refreshed(subject: Subject) -> dict[str, Escaped]:
    """Say of each criterion with a finding whose values are newer since when they are."""
    case, found = subject.case, dict[str, Escaped]()
    for day, update in case.case.updates:
        if day <= case.on and update.answers:
            text = escaped(subject.t("city.refreshed", day=subject.date(day)))
            found |= {criterion: text for criterion in update.answers if _finding(subject, criterion)}
    return found


def counts(subject: Subject) -> tuple[Counted, ...]:
    """Count the criteria in each state, to explain the drawings and to sum up the list."""
    results = list(subject.case.results.values())
    number, assessed = subject.words.number, subject.case.assessed
    listed: list[tuple[str, str, int]] = []
    for step in range(subject.sheet.highest, 0, -1):
        reached = sum(result.state is State.MET and result.step == step for result in results)
        if assessed:
            listed.append((f"s{step}", subject.sheet.steps[step], reached))
        else:
            listed.append((f"c{step}", subject.sheet.claimed[step], reached))
    for state in (s for s in State if s is not State.MET):
        found = sum(result.state is state for result in results)
        listed.append((_SYMBOLS[state], subject.sheet.states[state], found))
    return tuple(
        Counted(escaped(symbol), escaped(word), escaped(number(count))) for symbol, word, count in listed if count
    )


_SYMBOLS = {
    State.NOT_MET: Escaped("s0"),
    State.NOT_APPLICABLE: Escaped("na"),
    State.NOT_ANSWERED: Escaped("un"),
    State.NOT_ASSESSED: Escaped("ns"),
    State.STALE: Escaped("st"),
}


def _row(subject: Subject, sheet: CriterionSheet, setting: Setting, refreshed: Escaped) -> CriterionRow:
    case, result = subject.case, subject.case.results[sheet.id]
    answer, finding = case.answer(sheet.id), _finding(subject, sheet.id)
    about = About(sheet.id, case.values(sheet.id), subject.row.inhabitants)
    ahead = tuple(reason for reason in result.missing if reason.code not in BESIDE_A_VALUE)
    return CriterionRow(
        sheet.printed,
        sheet.prerequisite,
        *_drawn(subject, result),
        _is_open(result, answer),
        escaped(finding.reason) if finding else NOTHING,
        subject.sheet.outcomes[finding.outcome, finding.assurance] if finding else NOTHING,
        _apart(subject, finding) if finding and finding.apart else (),
        tuple(measured(subject, sheet, answer, about, result)),
        tuple(pieces(subject, sheet, getattr(answer, "evidence", ()), setting)),
        escaped(_note(answer)),
        refreshed,
        _why(subject, result, about),
        _ticked(sheet, finding),
        escaped(subject.sheet.asks[result.step]) if ahead else NOTHING,
        escaped(" ".join(subject.sheet.reasons.all_of(ahead, about))) if ahead else NOTHING,
    )


def _ticked(sheet: CriterionSheet, finding: Finding | None) -> Escaped:
    if finding is None or not finding.points:
        return NOTHING
    return escaped("; ".join(sheet.points[point] for point in finding.points if point in sheet.points))


def _finding(subject: Subject, criterion: str) -> Finding | None:
    evaluation = subject.case.case.evaluation
    return evaluation.findings.get(criterion) if evaluation and subject.case.assessed else None


def _drawn(subject: Subject, result: Result) -> tuple[Escaped, Escaped]:
    """Give the drawing and the word of a state; a step that nobody has checked looks and reads unlike a found one."""
    if result.state is not State.MET:
        return _SYMBOLS[result.state], subject.sheet.states[result.state]
    if subject.case.assessed:
        return Escaped(f"s{result.step}"), subject.sheet.steps[result.step]
    return Escaped(f"c{result.step}"), subject.sheet.claimed[result.step]


def _is_open(result: Result, answer: Answer | None) -> bool:
    """Open what a reader should not have to look for: answers that fail although something was shown."""
    return result.state is State.STALE or (result.state is State.NOT_MET and isinstance(answer, Values))


def _note(answer: Answer | None) -> str:
    if isinstance(answer, NotApplicable):
        return answer.reason
    return (answer.note or "") if answer is not None else ""


def _apart(subject: Subject, finding: Finding) -> tuple[Escaped, ...]:
    return tuple(
        escaped(subject.t("city.apart", step=subject.sheet.steps[each.step], note=each.note)) for each in finding.apart
    )


def _why(subject: Subject, result: Result, about: About) -> Escaped:
    """Give the reasons that the row does not show in another way."""
    if result.missing and not result.step:
        return NOTHING
    shown = [reason for reason in result.reasons if reason.code not in SEEN] if result.step else result.reasons
    return escaped(" ".join(subject.sheet.reasons.all_of(shown, about))) if shown else NOTHING
