"""The questionnaire as a sheet: which rows there are, and which cells of each are filled in.

The sheet that is published and the import read the same list, so that neither knows a row that the other does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.model.measure import MeasureType, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.criterion import Criterion
    from citylabel.model.measure import Measure
    from citylabel.rules.scheme import Scheme

KEY = "row"
"""Heading of the column that says what a row is for."""
READ_ONLY = ("asks", "write")
"""Columns for people; the import passes over them."""
CELLS = (
    *("value", "n", "d", "kind", "link", "title", "who", "where"),
    *("date", "seen_on", "archived", "lang", "period", "note", "id"),
)
"""Columns that are filled in."""
COLUMNS = (KEY, *READ_ONLY, *CELLS)

EVIDENCE_ROWS = 3
MEMBER_ROWS = 3
NAME_ROWS = 2
COMMITMENT_ROWS = 10
MOST = 60
"""A numbered row may be added up to this number."""


class Asked(StrEnum):
    """What a row asks for."""

    NAME = "name"
    KIND = "kind"
    COUNTRY = "country"
    REGION = "region"
    WEBSITE = "website"
    MEMBER = "member"
    SUBMITTED = "submitted"
    SEEKS = "seeks"
    AUTHORITY = "authority"
    INHABITANTS = "inhabitants"
    SPENDING = "spending"
    LARGEST_MEMBER = "largest-member"
    WINDOW_START = "window-start"
    WINDOW_END = "window-end"
    SUMMARY = "summary"
    SERVICE = "service"
    ANSWER = "answer"
    SHARE = "share"
    RATE = "rate"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    EVIDENCE = "evidence"
    COMMITMENT = "commitment"


_FIGURE = ("value", "date", "link")
_PROOF = ("link", "title", "who", "kind", "date", "seen_on")
_TAKES: Mapping[Asked, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Asked.NAME: (("value", "lang"), ()),
    Asked.KIND: (("value",), ()),
    Asked.COUNTRY: (("value",), ()),
    Asked.REGION: (("value", "lang"), ()),
    Asked.WEBSITE: (("link",), ()),
    Asked.MEMBER: (("value",), ()),
    Asked.SUBMITTED: (("date",), ()),
    Asked.SEEKS: (("value",), ()),
    Asked.AUTHORITY: (("value", "kind", "link"), ()),
    Asked.INHABITANTS: (_FIGURE, ()),
    Asked.SPENDING: (_FIGURE, ()),
    Asked.LARGEST_MEMBER: (("value",), ()),
    Asked.WINDOW_START: (("date",), ()),
    Asked.WINDOW_END: (("date",), ()),
    Asked.SUMMARY: (("value",), ("lang",)),
    Asked.SERVICE: (("value", "n"), ("kind", "note")),
    Asked.ANSWER: ((), ("value", "kind", "note")),
    Asked.SHARE: (("n", "d"), ("kind", "period", "note")),
    Asked.RATE: (("n",), ("kind", "period", "note")),
    Asked.NUMBER: (("value",), ()),
    Asked.DATE: (("date",), ()),
    Asked.YES_NO: (("value",), ()),
    Asked.CHOICE: (("value",), ()),
    Asked.EVIDENCE: (_PROOF, ("where", "archived", "id")),
    Asked.COMMITMENT: (("value", "kind", "n", "date", "who"), ("id",)),
}
"""Cells that must be filled once any is, and cells that may be."""
_TYPES = {
    MeasureType.SHARE: Asked.SHARE,
    MeasureType.RATE: Asked.RATE,
    MeasureType.COUNT: Asked.NUMBER,
    MeasureType.DAYS: Asked.NUMBER,
    MeasureType.DATE: Asked.DATE,
    MeasureType.YES_NO: Asked.YES_NO,
    MeasureType.CHOICE: Asked.CHOICE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the sheet."""

    key: str
    """What stands in the column `row`: `base.inhabitants`, `b2.online_share`, `b2.evidence.1`."""
    asked: Asked
    needed: bool = False
    """Whether an application cannot do without it."""
    criterion: Criterion | None = None
    measure: Measure | None = None
    number: int = 0
    """For rows of which there can be several: which one, from 1."""

    @property
    def asks_for(self) -> tuple[str, ...]:
        """Cells that must be filled once any of the row is."""
        return _TAKES[self.asked][0]

    @property
    def takes(self) -> tuple[str, ...]:
        """All cells that the row has a use for."""
        needed, other = _TAKES[self.asked]
        return needed + other


def lines(scheme: Scheme) -> Iterator[Line]:
    """Give all rows that the published sheet has, in order."""
    yield from _about()
    for number in range(1, scheme.edition.top_list + 1):
        yield Line(key=f"service.{number}", asked=Asked.SERVICE, number=number)
    for identifier in scheme.edition.criterion_ids:
        yield from _criterion(scheme.criteria[identifier])
    for number in range(1, COMMITMENT_ROWS + 1):
        yield Line(key=f"commitment.{number}", asked=Asked.COMMITMENT, number=number)


def _about() -> Iterator[Line]:
    for number in range(1, NAME_ROWS + 1):
        yield Line(key=f"place.name.{number}", asked=Asked.NAME, number=number, needed=number == 1)
    yield Line(key="place.kind", asked=Asked.KIND, needed=True)
    yield Line(key="place.country", asked=Asked.COUNTRY, needed=True)
    yield Line(key="place.region", asked=Asked.REGION)
    yield Line(key="place.website", asked=Asked.WEBSITE, needed=True)
    for number in range(1, MEMBER_ROWS + 1):
        yield Line(key=f"place.member.{number}", asked=Asked.MEMBER, number=number)
    yield Line(key="submitted_on", asked=Asked.SUBMITTED, needed=True)
    yield Line(key="seeks", asked=Asked.SEEKS, needed=True)
    yield Line(key="authority", asked=Asked.AUTHORITY, needed=True)
    yield Line(key="base.inhabitants", asked=Asked.INHABITANTS, needed=True)
    yield Line(key="base.spending_eur", asked=Asked.SPENDING)
    yield Line(key="base.largest_member", asked=Asked.LARGEST_MEMBER)
    yield Line(key="window.start", asked=Asked.WINDOW_START, needed=True)
    yield Line(key="window.end", asked=Asked.WINDOW_END, needed=True)
    yield Line(key="summary", asked=Asked.SUMMARY)


def _criterion(criterion: Criterion) -> Iterator[Line]:
    yield Line(key=criterion.id, asked=Asked.ANSWER, criterion=criterion)
    for measure in criterion.measures:
        if measure.by is Source.APPLICANT:
            key = f"{criterion.id}.{measure.id}"
            yield Line(key=key, asked=_TYPES[measure.type], criterion=criterion, measure=measure)
    for number in range(1, EVIDENCE_ROWS + 1):
        yield Line(key=f"{criterion.id}.evidence.{number}", asked=Asked.EVIDENCE, criterion=criterion, number=number)


def line_of(key: str, known: Mapping[str, Line]) -> Line | None:
    """Find a row by its key; numbered rows may go on beyond those that are printed.

    Args:
        key: what stands in the column `row`.
        known: the printed rows by key.
    """
    if key in known:
        return known[key]
    head, _, digits = key.rpartition(".")
    first = known.get(f"{head}.1")
    plain = digits.isascii() and digits.isdigit() and not digits.startswith("0") and len(digits) <= len(str(MOST))
    if first is None or not first.number or not plain or int(digits) > MOST:
        return None
    return Line(key=key, asked=first.asked, criterion=first.criterion, number=int(digits))
