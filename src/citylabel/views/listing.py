"""A place in one line of a list: name, mark, where it stands, where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.views.dated import Dated, dated
from citylabel.views.standing import Look, look, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from citylabel.catalogue import Row
    from citylabel.model.base import Words as Name
    from citylabel.views.desk import Desk

COUNTRY_PART = len("gr-")
"""An id begins with the country: `gr-nealimni`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a list prints of a place."""

    id: str
    href: str
    names: tuple[Name, ...]
    """Official names, each with its language; the first is the link."""
    other_names: str
    """Names people also search for, parted by `|`; for filtering in the browser."""
    specimen: bool
    look: Look
    word: str
    """Level in force, or status."""
    detail: str
    """What follows the word; may be empty."""
    notes: tuple[str, ...]
    """What else a reader must know: a late refresh, a new application, a present level below the granted one."""
    country: str
    kind: str
    """Kind in words; empty for a city, which is what readers expect."""
    inhabitants: int
    dated: Dated | None
    """What the browser needs to keep the line true on later days; None where nothing can change."""


def line(desk: Desk, row: Row, *, path: str, anchor: str = "") -> Line:
    """Put a place into a line.

    Args:
        desk: words, links and library.
        row: the place.
        path: address of the page on which the line stands.
        anchor: where on the place's page the link leads: `#a1`; empty for its top.
    """
    words = desk.words
    stands = said(words, desk.library, row)
    return Line(
        id=row.id,
        href=desk.links.to(f"cities/{row.id}/", base=path) + anchor,
        names=row.names,
        other_names="|".join(row.other_names),
        specimen=row.specimen,
        look=look(desk.library, row),
        word=stands.word,
        detail=stands.detail,
        notes=tuple(_notes(desk, row)),
        country=words.country(row.country),
        kind="" if row.kind == "city" else words.t(f"kind.{row.kind}"),
        inhabitants=row.inhabitants,
        dated=dated(desk, row),
    )


def listed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Sort places by name, as lists show them: by the Latin name in their id, whatever their script."""
    return tuple(sorted(rows, key=lambda row: (row.id[COUNTRY_PART:], row.id)))


def letter(row: Row) -> str:
    """Give the letter a place stands under: the first of its id after the country, `0` for any digit."""
    first = row.id[COUNTRY_PART]
    return "0" if first.isdigit() else first


def all_specimens(rows: Iterable[Row]) -> bool:
    """Tell whether a list has rows and all of them are invented: such a list stays out of search engines."""
    flags = [row.specimen for row in rows]
    return bool(flags) and all(flags)


def count(desk: Desk, rows: Sequence[Row]) -> str:
    """Say how long a list is; real and invented places are never added up. Empty for an empty list."""
    words = desk.words
    real = sum(not row.specimen for row in rows)
    parts = [words.tn("register.places", real)] if real else []
    if invented := len(rows) - real:
        parts.append(words.tn("register.specimens", invented))
    return words.all_of(parts)


def _notes(desk: Desk, row: Row) -> Iterator[str]:
    words = desk.words
    if row.fallen and row.level is not None:
        yield words.t("standing.fallen", level=desk.library.level_title(row.level, row.edition))
    if row.refresh_late:
        yield words.t("standing.refresh-late")
    if row.open_status is not None:
        yield words.t(f"standing.beside-{row.open_status}")
