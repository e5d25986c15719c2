"""Granted, supported and present level, told apart: three answers to three questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.rules.lifecycle import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.views.city.subject import Subject


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One of the levels."""

    question: str
    level: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """All of them, and why in the words of those who judged."""

    lines: tuple[LevelLine, ...]
    summary: str
    """What the assessors say of the whole; empty where they have not."""
    third_look: str
    prerequisites: str
    """How many prerequisites are met."""


def levels(subject: Subject) -> Levels:
    """Tell the levels of a place apart."""
    evaluation = subject.case.case.evaluation
    shown = evaluation if subject.case.assessed else None
    return Levels(
        lines=tuple(_lines(subject)),
        summary=(shown.summary or "") if shown else "",
        third_look=(shown.third_look or "") if shown else "",
        prerequisites=_prerequisites(subject),
    )


def _lines(subject: Subject) -> Iterator[LevelLine]:
    row, case = subject.row, subject.case
    applied = subject.date(case.case.application.submitted_on)
    yield LevelLine(
        subject.t("city.levels.sought"), subject.level(row.seeks), subject.t("city.levels.sought-detail", day=applied)
    )
    if row.last_level and row.granted_on:
        key = "city.levels.granted-detail" if row.status is Status.VALID else "city.levels.granted-lost"
        detail = subject.t(key, day=subject.date(row.granted_on))
        yield LevelLine(subject.t("city.levels.granted"), subject.level(row.last_level), detail)
    if not case.assessed:
        claimed = _named(subject, case.claimed_award.level)
        yield LevelLine(subject.t("city.levels.claimed"), claimed, subject.t("city.levels.claimed-detail"))
        return
    detail = subject.t("city.levels.supported-detail", day=applied)
    yield LevelLine(subject.t("city.levels.supported"), _named(subject, row.supported), detail)
    detail = subject.t("city.levels.present-detail", day=subject.date(case.on))
    yield LevelLine(subject.t("city.levels.present"), _named(subject, row.present), detail)


def _named(subject: Subject, level: str | None) -> str:
    return subject.level(level) if level else subject.t("city.levels.none")


def _prerequisites(subject: Subject) -> str:
    asked = subject.sheet.scheme.edition.prerequisites
    if not asked:
        return ""
    results = subject.case.results
    met = sum(results[criterion].step > 0 for criterion in asked)
    key = "city.levels.prerequisites" if subject.case.assessed else "city.levels.prerequisites-claimed"
    return subject.words.tn(key, len(asked), met=met)
