"""Answers: each to a criterion of the edition, with values of the right kind and size."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from citylabel.messages import Words, choices, problem, quoted
from citylabel.model.application import NotApplicable, Values
from citylabel.model.measure import MeasureType, Share, Source
from citylabel.rules.consistency.subject import Subject, listing, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from citylabel.model.application import Answer
    from citylabel.model.criterion import Criterion
    from citylabel.model.evidence import Evidence
    from citylabel.model.measure import Measure, Value
    from citylabel.problems import Place, Problem

TODAY = "the day the records are read for"
"""How sentences name the day that rules take as today; for specimens it is the demonstration date."""

_FORMS: dict[MeasureType, tuple[str, str]] = {
    MeasureType.SHARE: ("a share", "{n: 112, d: 143}"),
    MeasureType.RATE: ("a rate, of which only the numerator is given", "{n: 12}"),
    MeasureType.COUNT: ("a number", "8"),
    MeasureType.DAYS: ("a number of days", "21"),
    MeasureType.DATE: ("a date", "2028-03-01"),
    MeasureType.YES_NO: ("true or false", "true or false"),
    MeasureType.CHOICE: ("one of its choices", "the id of a choice"),
}


def answer_problems(subject: Subject, file: str, answers: Mapping[str, Answer], written_on: date) -> Iterator[Problem]:
    """Hold answers against the edition: known criteria and measures, values that can be judged, dates past."""
    for identifier, answer in answers.items():
        criterion = subject.scheme.criteria.get(identifier)
        if criterion is None:
            place = subject.place(file, "answers", identifier, of_key=True)
            yield unknown(
                "REF01",
                place,
                identifier,
                subject.scheme.criteria,
                edition=subject.scheme.edition.title,
                criterion=identifier,
            )
            continue
        yield from _one(subject, file, criterion, answer, written_on)


def _one(subject: Subject, file: str, criterion: Criterion, answer: Answer, written_on: date) -> Iterator[Problem]:
    path = ("answers", criterion.id)
    if isinstance(answer, NotApplicable):
        grounds = {ground.id for ground in criterion.not_applicable}
        if answer.ground not in grounds:
            place = subject.place(file, *path, "ground")
            asked, ground = criterion.id, answer.ground
            yield unknown("REF08", place, ground, grounds, criterion=asked, ground=ground, known=_grounds(grounds))
    if isinstance(answer, Values):
        for measure in answer.values:
            if _is_for_assessors(criterion, measure):
                yield problem("RULE08", subject.place(file, *path, "values", measure, of_key=True), measure=measure)
        yield from value_problems(subject, file, (*path, "values"), criterion, answer.values, written_on)
    for number, item in enumerate(getattr(answer, "evidence", ())):
        yield from evidence_problems(subject, file, (*path, "evidence", number), item, written_on)


def _grounds(known: Collection[str]) -> Words:
    if not known:
        return Words("It always applies: give values, or answer not_met.")
    return Words(f"It may be because of {choices(sorted(known))}. If that is not so, give values or answer not_met.")


def _is_for_assessors(criterion: Criterion, measure: str) -> bool:
    return any(m.id == measure and m.by is Source.ASSESSORS for m in criterion.measures)


def value_problems(  # noqa: PLR0913, PLR0917 - a value is judged by all of these
    subject: Subject,
    file: str,
    path: tuple[str | int, ...],
    criterion: Criterion,
    values: Mapping[str, Value],
    written_on: date,
) -> Iterator[Problem]:
    """Hold values against the measures of a criterion."""
    measures = {measure.id: measure for measure in criterion.measures}
    for name, value in values.items():
        measure = measures.get(name)
        if measure is None:
            place = subject.place(file, *path, name, of_key=True)
            yield unknown("REF02", place, name, measures, criterion=criterion.id, measure=name, known=listing(measures))
            continue
        yield from _value(measure, value, subject.place(file, *path, name), written_on)


def _value(measure: Measure, value: Value, place: Place, written_on: date) -> Iterator[Problem]:
    if not _fits(measure, value):
        yield _wrong_kind(measure, value, place)
        return
    if isinstance(value, Share) and value.d is not None and value.n > value.d:
        yield problem("RULE02", place, measure=measure.id, n=Words(str(value.n)), d=Words(str(value.d)))
    number = value.n if isinstance(value, Share) else value
    if measure.largest is not None and isinstance(number, (int, Fraction)) and number > measure.largest:
        largest = Words(str(measure.largest))
        yield problem("RULE03", place, measure=measure.id, value=Words(str(number)), largest=largest)
    if isinstance(value, date) and value > written_on:
        yield too_late(place, measure.id, value, "the day it was written", written_on)


def _fits(measure: Measure, value: Value) -> bool:
    match measure.type:
        case MeasureType.SHARE:
            return isinstance(value, Share) and value.d is not None
        case MeasureType.RATE:
            return isinstance(value, Share) and value.d is None
        case MeasureType.DATE:
            return isinstance(value, date)
        case MeasureType.YES_NO:
            return isinstance(value, bool)
        case MeasureType.CHOICE:
            return isinstance(value, str) and any(choice.id == value for choice in measure.choices)
        case MeasureType.COUNT | MeasureType.DAYS:
            return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _wrong_kind(measure: Measure, value: Value, place: Place) -> Problem:
    asked, sample = _FORMS[measure.type]
    ids = [choice.id for choice in measure.choices]
    if ids:
        asked, sample = f"one of {choices(ids)}", ids[0]
    given = quoted(value) if ids and isinstance(value, str) else _named(value)
    word = value if isinstance(value, str) else ""
    parts = {"asked": Words(asked), "given": Words(given), "sample": Words(sample)}
    return unknown("RULE01", place, word, ids, measure=measure.id, **parts)


def _named(value: Value) -> str:
    match value:
        case Share(d=None):
            return "a numerator alone"
        case Share():
            return "a share"
        case bool():
            return "true or false"
        case date():
            return "a date"
        case str():
            return "a word"
        case _:
            return "a number"


def evidence_problems(
    subject: Subject, file: str, path: tuple[str | int, ...], item: Evidence, written_on: date
) -> Iterator[Problem]:
    """Hold a piece of evidence against the calendar: it existed before it was seen, and was seen before it was sent."""
    if item.seen_on > written_on:
        place = subject.place(file, *path, "seen_on")
        yield too_late(place, "seen_on", item.seen_on, "the day it was written", written_on)
    if item.as_of > item.seen_on:
        place = subject.place(file, *path, "as_of")
        yield too_late(place, "as_of", item.as_of, "the day it was seen", item.seen_on)


def too_late(place: Place, what: str, day: date, limit_of: str, limit: date) -> Problem:
    """Make the problem of a date that lies after what limits it; `what` is a key, or words of ours."""
    return problem(
        "RULE04",
        place,
        what=what,
        day=Words(day.isoformat()),
        limit_of=Words(limit_of),
        limit=Words(limit.isoformat()),
    )
