"""In residents' words: a few measured values as whole sentences."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from citylabel.model.measure import MeasureType, Share
from citylabel.rules.conformity import State

if TYPE_CHECKING:
    from citylabel.model.measure import Measure, Value
    from citylabel.views.city.sheet import ThemeSheet
    from citylabel.views.city.subject import Subject

MOST = 6
TOLD = frozenset({State.MET, State.NOT_MET})


class Sentence(NamedTuple):
    """One sentence, and the criterion it comes from."""

    text: str
    criterion: str
    short: str


class _Candidate(NamedTuple):
    telling: int
    sentence: Sentence


def sentences(subject: Subject) -> tuple[Sentence, ...]:
    """Give the most telling sentence of each theme, at most six, in the order of the themes.

    Where there are more than six themes, the values farthest from the middle stay, high and low alike: nothing is
    left out because it is bad.
    """
    found = [each for theme in subject.sheet.themes if (each := _of(subject, theme)) is not None]
    kept = sorted(range(len(found)), key=lambda number: -found[number].telling)[:MOST]
    return tuple(found[number].sentence for number in sorted(kept))


def _of(subject: Subject, theme: ThemeSheet) -> _Candidate | None:
    results = subject.case.results
    for criterion, measure in theme.telling:
        if results[criterion].state not in TOLD:
            continue
        value = subject.case.values(criterion).get(measure.id)
        if value is not None and _says_something(measure, value):
            short = subject.sheet.criteria[criterion].short
            return _Candidate(_telling(value), Sentence(_text(subject, measure, value), criterion, short))
    return None


def _telling(value: Value) -> int:
    """Give the distance of a share from one half in thousandths; half of the most for other values."""
    if isinstance(value, Share) and value.d:
        twice = Fraction(value.n) * 2 / value.d
        return int(abs(twice - 1) * 1000)
    return 500


def _says_something(measure: Measure, value: Value) -> bool:
    """Tell whether the sentence would be true: `Anyone may download ...` is not for a no, nor a share of no cases."""
    if measure.type is MeasureType.YES_NO:
        return value is True
    return getattr(value, "d", 1) != 0


def _text(subject: Subject, measure: Measure, value: Value) -> str:
    written = subject.sheet.values.for_residents(measure, value, subject.row.inhabitants)
    text = (measure.resident or "").replace("{value}", written)
    return text[:1].upper() + text[1:]
