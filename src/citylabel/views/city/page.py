"""One place on one page: the parts put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.views.badges import badge_of
from citylabel.views.city.badge import other_cases, publishing
from citylabel.views.city.commitments import commitments
from citylabel.views.city.criteria import counts, criteria
from citylabel.views.city.gap import next_level
from citylabel.views.city.head import head, notices, plaque, plaque_dates
from citylabel.views.city.levels import levels
from citylabel.views.city.procedure import procedure
from citylabel.views.city.profile import profile
from citylabel.views.city.residents import sentences
from citylabel.views.city.sheet import sheet_of
from citylabel.views.city.subject import Subject
from citylabel.views.city.succession import followed
from citylabel.views.city.timeline import timeline

if TYPE_CHECKING:
    from citylabel.catalogue import Row
    from citylabel.rules.conclusion import CityConclusion
    from citylabel.views.city.badge import Earlier, Publishing
    from citylabel.views.city.commitments import CommitmentRow
    from citylabel.views.city.gap import NextLevel
    from citylabel.views.city.head import Dated, Head, Notice, Plaque
    from citylabel.views.city.levels import Levels
    from citylabel.views.city.procedure import Procedure
    from citylabel.views.city.profile import Profile
    from citylabel.views.city.residents import Sentence
    from citylabel.views.city.succession import Followed
    from citylabel.views.city.timeline import Entry
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page


def city_page(desk: Desk, conclusion: CityConclusion, row: Row) -> Page:
    """Render the page of a place.

    Args:
        desk: library, words, engine and links of one locale.
        conclusion: what the rules conclude of the place; it has applied, or there would be no row.
        row: the same place in a row.

    Raises:
        ValueError: the place had not applied by its date.
        UnknownTarget: the page links to something that is not published.
    """
    if conclusion.case is None:
        raise ValueError(f"{row.id} has not applied, so it has no page")
    sheet = sheet_of(desk, conclusion.case.case.edition)
    subject = Subject(desk=desk, place=conclusion, case=conclusion.case, row=row, sheet=sheet)
    return desk.page(
        "city.html",
        path=subject.path,
        title=row.name.text,
        description=badge_of(desk.library, row, desk.words).title + ".",
        section="cities",
        indexable=not row.specimen,
        scripts=("status",),
        specimen=row.specimen,
        assessed=subject.case.assessed,
        cities=subject.href("cities/"),
        symbols=sheet.symbols,
        part=_parts(subject),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of the page, from top to bottom."""

    head: Head
    plaque: Plaque
    dated: Dated
    notices: tuple[Notice, ...]
    followed: Followed | None
    levels: Levels
    sentences: tuple[Sentence, ...]
    profile: Profile
    gap: NextLevel | None
    criteria: Markup
    commitments: tuple[CommitmentRow, ...]
    procedure: Procedure
    others: tuple[Earlier, ...]
    timeline: tuple[Entry, ...]
    publishing: Publishing


def _parts(subject: Subject) -> Parts:
    return Parts(
        head=head(subject),
        plaque=plaque(subject),
        dated=plaque_dates(subject),
        notices=tuple(notices(subject)),
        followed=followed(subject),
        levels=levels(subject),
        sentences=sentences(subject),
        profile=profile(subject),
        gap=next_level(subject),
        criteria=_criteria(subject),
        commitments=commitments(subject),
        procedure=procedure(subject),
        others=tuple(other_cases(subject)),
        timeline=timeline(subject),
        publishing=publishing(subject),
    )


def _criteria(subject: Subject) -> Markup:
    """Render the longest part by itself: within the page each of its thousands of pieces would be passed on twice."""
    content = subject.desk.engine.get_template("pages/city/criteria.html").render(
        assessed=subject.case.assessed,
        edition=subject.sheet.scheme.edition.title,
        counts=counts(subject),
        themes=criteria(subject),
    )
    return Markup(content)  # noqa: S704 - its rows are escaped by type, see views/escaped.py
