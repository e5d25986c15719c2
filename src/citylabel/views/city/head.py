"""The head of the page: who the place is, what it holds, and what must not be overlooked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citylabel.catalogue import row_then
from citylabel.rules.lifecycle import HELD_ONCE, OPEN_CASE, Status
from citylabel.views.city.sheet import sheet_of
from citylabel.views.dated import acts_of, key_of
from citylabel.views.standing import look, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import Ahead
    from citylabel.model.base import Words as Name
    from citylabel.model.place import Identity
    from citylabel.rules.conclusion import CaseConclusion
    from citylabel.views.city.subject import Subject
    from citylabel.views.standing import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who the place is."""

    name: Name
    others: tuple[Name, ...]
    """Names in further official languages."""
    kind: str
    country: str
    country_href: str
    region: Name | None
    inhabitants: str
    website: str
    members: tuple[str, ...]
    summary: str
    """What the place says of itself."""
    summary_language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaque:
    """What it holds."""

    word: str
    look: Look
    lines: tuple[str, ...]
    reason: str
    """Why, in the words of the decision; empty where nothing was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What it will hold from a later day on."""

    at: str
    """Key of the standing, as status.js makes it."""
    plaque: Plaque


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What the browser needs to keep the plaque true on days after the build."""

    acts: str
    on: str
    """Day the place is shown as on."""
    day: str
    """The same, written for people."""
    thens: tuple[Later, ...]
    """Empty for specimens: they stay as on their day."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What must not be overlooked."""

    title: str
    text: str
    kind: str
    """`warn`, `bad` or empty."""


def head(subject: Subject) -> Head:
    """Say who the place is."""
    application = subject.case.case.application
    row, identity = subject.row, _identity(subject)
    return Head(
        name=identity.names[0],
        others=identity.names[1:],
        kind=subject.words.t(f"kind.{row.kind}"),
        country=subject.words.country(row.country),
        country_href=subject.href(f"cities/in/{row.id[:2]}/"),
        region=identity.region,
        inhabitants=subject.words.tn("city.inhabitants", row.inhabitants),
        website=identity.website,
        members=identity.members,
        summary=application.summary or "",
        summary_language=application.summary_language or "en",
    )


def _identity(subject: Subject) -> Identity:
    return subject.place.file.city or subject.case.case.application.place


def plaque(subject: Subject) -> Plaque:
    """Say what the place holds, since when, until when, and why."""
    return Plaque(
        word=said(subject.words, subject.library, subject.row).word,
        look=look(subject.library, subject.row),
        lines=tuple(_lines(subject)),
        reason=_reason(subject),
    )


def plaque_dates(subject: Subject) -> Dated:
    """Gather the dates that the plaque rests on, and the plaques they lead to."""
    row = subject.row
    thens = () if row.specimen else tuple(_later(subject, each) for each in row.outlook)
    return Dated(acts=acts_of(row), on=row.on.isoformat(), day=subject.date(row.on), thens=thens)


def _later(subject: Subject, ahead: Ahead) -> Later:
    sheet = sheet_of(subject.desk, ahead.edition)
    then = plaque(replace(subject, row=row_then(subject.row, ahead), sheet=sheet))
    return Later(at=key_of(ahead), plaque=replace(then, reason=ahead.reason))


def _lines(subject: Subject) -> Iterator[str]:
    row, edition = subject.row, subject.sheet.scheme.edition.title
    since = subject.date(row.since) if row.since else ""
    if row.status is Status.VALID and row.until is not None and row.granted_on is not None:
        yield subject.t("city.in-force-until", until=subject.date(row.until))
        yield subject.t("city.granted", granted=subject.date(row.granted_on), edition=edition)
        committed = subject.sheet.scheme.edition.committed
        if committed is not None and row.level == committed.id:
            yield subject.t("city.committed")
    elif row.status in OPEN_CASE:
        yield subject.t(f"city.line.{row.status}", since=since)
        yield subject.t("city.seeks", level=subject.level(row.seeks), edition=edition)
    elif row.status in {Status.REFUSED, Status.APPLICATION_WITHDRAWN}:
        yield subject.t(f"city.line.{row.status}", since=since)
        yield subject.t("city.sought", level=subject.level(row.seeks), edition=edition)
    elif row.status is Status.SUCCEEDED:
        yield from _succeeded(subject, since)
    elif row.status in HELD_ONCE and row.until is not None and row.granted_on is not None:
        yield subject.t(f"city.line.{row.status}", since=since, until=subject.date(row.until))
        level = subject.level(row.last_level or row.seeks)
        until = subject.date(row.until)
        yield subject.t("city.held", level=level, granted=subject.date(row.granted_on), until=until)


def _succeeded(subject: Subject, since: str) -> Iterator[str]:
    row = subject.row
    succession = subject.place.file.city.succeeded_by if subject.place.file.city else None
    if succession is not None:
        yield subject.t(f"city.line.succeeded.{succession.how}", since=since)
    if row.last_level is not None and row.granted_on is not None:
        yield subject.t("city.last-level", level=subject.level(row.last_level), granted=subject.date(row.granted_on))
    yield subject.t("city.no-passing-on")


def _reason(subject: Subject) -> str:
    act = subject.place.standing.act
    return act.decision.reason if act is not None else ""


def notices(subject: Subject) -> Iterator[Notice]:
    """List what must not be overlooked, the most serious first."""
    row = subject.row
    if row.fallen:
        yield _fallen(subject)
    if row.refresh_late:
        yield _late(subject)
    if row.ends_soon and row.until is not None:
        yield Notice(
            subject.t("city.ends-soon.title"), subject.t("city.ends-soon.text", until=subject.date(row.until)), "warn"
        )
    if subject.place.open_case is not None:
        yield _renewal(subject, subject.place.open_case)
    if row.status in OPEN_CASE:
        yield Notice(subject.t("city.claims.title"), subject.t("city.claims.text"), "")


def _fallen(subject: Subject) -> Notice:
    row, on = subject.row, subject.date(subject.case.on)
    granted = subject.level(row.level or row.seeks)
    if row.present is None:
        return Notice(subject.t("city.fallen.title", level=granted), subject.t("city.fallen.none", on=on), "warn")
    text = subject.t("city.fallen.text", on=on, present=subject.level(row.present))
    return Notice(subject.t("city.fallen.title", level=granted), text, "warn")


def _late(subject: Subject) -> Notice:
    fresh = subject.case.freshness
    due = subject.date(fresh.late_since) if fresh.late_since else ""
    key = "city.late.missed" if fresh.missed else "city.late.text"
    days = subject.sheet.scheme.edition.evidence.grace_days
    return Notice(subject.t("city.late.title"), subject.t(key, due=due, days=days), "bad")


def _renewal(subject: Subject, case: CaseConclusion) -> Notice:
    application = case.case.application
    status = subject.place.standing.open_status
    text = subject.t(
        f"city.renewal.{status}",
        day=subject.date(application.submitted_on),
        level=subject.library.level_title(application.seeks, case.case.edition),
    )
    return Notice(subject.t("city.renewal.title"), text, "")
