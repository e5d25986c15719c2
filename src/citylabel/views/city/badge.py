"""Badges to embed, data to take, ways to report a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import escape

from citylabel.model.decision import ChangesNothing
from citylabel.views.badges import badge_of, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.views.city.subject import Subject

ROUND, HEIGHT = 160, 96


class _Size(NamedTuple):
    """One way to draw the badge."""

    kind: str
    ending: str
    width: int
    height: int


SMALL = _Size("small", "/small", 0, 20)


class BadgePicture(NamedTuple):
    """One badge, and the HTML that shows it on another site."""

    kind: str
    href: str
    title: str
    width: int
    """In pixels; 0 where the drawing tells it alone."""
    height: int
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """What may be taken from this page."""

    alt: str
    badges: tuple[BadgePicture, ...]
    data: str
    feed: str
    calendar: str
    record: str
    """Address of the folder in the repository; empty without one."""
    mail: str


def publishing(subject: Subject) -> Publishing:
    """Gather badges, data and addresses."""
    badge = badge_of(subject.library, subject.row, subject.words)
    sizes = (_Size("wide", "", layout_of(badge).width, HEIGHT), _Size("round", "/round", ROUND, ROUND), SMALL)
    return Publishing(
        alt=badge.title,
        badges=tuple(_picture(subject, badge.title, size) for size in sizes),
        data=subject.href(f"api/v1/cities/{subject.row.id}.json"),
        feed=subject.href(f"feeds/cities/{subject.row.id}.atom"),
        calendar=subject.href(f"feeds/cities/{subject.row.id}.ics"),
        record=_record(subject),
        mail=_mail(subject),
    )


def _picture(subject: Subject, alt: str, size: _Size) -> BadgePicture:
    target, site = f"badges/{subject.row.id}{size.ending}.svg", _site(subject)
    snippet = (
        f'<a href="{escape(site)}{_locale(subject)}{subject.path}">'
        f'<img src="{escape(site)}{target}" alt="{escape(alt)}" height="{size.height}"></a>'
    )
    title = subject.t(f"city.badge.{size.kind}")
    return BadgePicture(size.kind, subject.href(target), title, size.width, size.height, snippet)


def _site(subject: Subject) -> str:
    return subject.library.label.addresses.site.rstrip("/") + "/"


def _locale(subject: Subject) -> str:
    locale = subject.words.locale
    return "" if locale == subject.library.label.languages[0] else f"{locale}/"


def _record(subject: Subject) -> str:
    repository = subject.library.label.addresses.repository
    return f"{repository.rstrip('/')}/tree/HEAD/data/cities/{subject.row.id}" if repository else ""


def _mail(subject: Subject) -> str:
    line = subject.t("city.mistake.subject", place=subject.row.name.text, id=subject.row.id)
    return f"mailto:{subject.library.label.addresses.contact}?subject={quote(line)}"


class Earlier(NamedTuple):
    """A case on which the status does not rest."""

    id: str
    text: str
    outcome: str


def other_cases(subject: Subject) -> Iterator[Earlier]:
    """List the other applications of a place, newest first."""
    for case in reversed(subject.place.file.cases):
        if case.id == subject.case.case.id or case.application.submitted_on > subject.on:
            continue
        text = subject.t(
            "city.case.applied",
            day=subject.date(case.application.submitted_on),
            level=subject.library.level_title(case.application.seeks, case.edition),
            edition=subject.library.schemes[case.edition].edition.title,
        )
        decided = [
            act for act in case.decisions if act.effective_on <= subject.on and not isinstance(act, ChangesNothing)
        ]
        outcome = subject.t("city.case.open")
        if decided:
            last = decided[-1]
            word = subject.words.t(f"decision.{last.decision}")
            outcome = subject.t("city.case.decided", word=word, day=subject.date(last.effective_on))
        yield Earlier(case.id, text, outcome)
