"""Rows and libraries, made for the tests of views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from citylabel.catalogue import Catalogue, Library, PledgeCount, Row
from citylabel.catalogue.row import CriterionRow
from citylabel.load import load
from citylabel.model.base import Words as Name
from citylabel.model.place import Kind
from citylabel.rules.conformity import State
from citylabel.rules.lifecycle import Status
from citylabel.site.register import library_of

ROOT = Path(__file__).resolve().parents[2]
ON = date(2030, 6, 15)


@cache
def library() -> Library:
    """The real library of this repository."""
    return library_of(load(ROOT))


def row(name: str = "Birkavik", **changes: Any) -> Row:  # noqa: ANN401 - any field of a row
    """A city with Bronze in force, and whatever is changed."""
    edition = library().scheme.edition
    made = Row(
        id="fi-birkavik",
        on=ON,
        specimen=False,
        names=(Name(lang="fi", text=name),),
        other_names=(),
        kind=Kind.CITY,
        country="FI",
        region=None,
        website="https://www.birkavik.example/",
        inhabitants=48_213,
        small=False,
        coordinates=None,
        status=Status.VALID,
        since=date(2028, 5, 4),
        level="bronze",
        last_level="bronze",
        granted_on=date(2028, 5, 4),
        until=date(2031, 5, 3),
        ends_soon=False,
        case="2026",
        edition="2026",
        open_case=None,
        open_status=None,
        seeks="bronze",
        assessed=True,
        total=Fraction(7, 13),
        points=58,
        possible=108,
        themes=tuple((theme.id, Fraction(1, 2)) for theme in edition.themes),
        criteria=tuple(
            (criterion, CriterionRow(state=State.MET, step=2, value=None)) for criterion in edition.criterion_ids
        ),
        supported="bronze",
        present="bronze",
        fallen=False,
        refresh_late=False,
        acts=(),
        pledges=PledgeCount(open=1),
    )
    return replace(made, **changes)


def catalogue(*rows: Row) -> Catalogue:
    """The real library with these rows."""
    return Catalogue(library=library(), on=ON, rows=tuple(sorted(rows, key=lambda each: each.id)))
