"""Evidence as a page lists it: what it is, where it lies, of when it is, and whether it still counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.rules.conformity import Setting, is_fresh
from citylabel.views.escaped import NOTHING, Escaped, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.model.evidence import Evidence
    from citylabel.views.city.sheet import CriterionSheet
    from citylabel.views.city.subject import Subject


class Piece(NamedTuple):
    """One piece of evidence. A tuple, because a page has a hundred of them; escaped, see `CriterionRow`."""

    link: Escaped
    title: Escaped
    about: Escaped
    """Publisher (unless it is that of the piece before), where in it, content date."""
    archived: Escaped
    stale: Escaped
    """Why it does not count; empty when it does."""


def setting_of(subject: Subject) -> Setting:
    """Give the day on which the evidence of a place is judged now."""
    fresh = subject.case.freshness
    on, confirmed = (
        (fresh.judged_on, fresh.confirmed)
        if subject.case.assessed
        else (subject.case.case.application.submitted_on, None)
    )
    return Setting(edition=subject.sheet.scheme.edition, place=subject.case.place, on=on, confirmed=confirmed)


def pieces(
    subject: Subject, criterion: CriterionSheet, evidence: Iterable[Evidence], setting: Setting
) -> Iterator[Piece]:
    """List the evidence for one criterion."""
    date, before = subject.words.date, ""
    for item in evidence:
        counts = is_fresh(item, criterion.record, setting)
        publisher = "" if item.publisher == before else item.publisher
        yield Piece(
            escaped(item.link),
            escaped(item.title),
            escaped(" · ".join(part for part in (publisher, item.where, date(item.as_of)) if part)),
            escaped(item.archived) if item.archived else NOTHING,
            NOTHING if counts else escaped(_why_not(subject, criterion, item, setting)),
        )
        before = item.publisher


def _why_not(subject: Subject, criterion: CriterionSheet, item: Evidence, setting: Setting) -> str:
    if item.kind in criterion.dated:
        return subject.t("city.stale.old", day=subject.date(setting.on))
    if item.kind in criterion.standing:
        return subject.t("city.stale.unconfirmed", day=subject.date(setting.on))
    return subject.t("city.stale.kind")
