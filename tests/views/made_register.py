"""Rows, catalogues and desks, made for the tests of the register's pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citylabel.catalogue import Catalogue, PledgeCount, Row
from citylabel.catalogue.row import CriterionRow
from citylabel.model.base import Words
from citylabel.model.measure import Share
from citylabel.model.place import Kind
from citylabel.rules.conformity import State
from citylabel.rules.lifecycle import Status
from citylabel.site.register import open_register
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from citylabel.catalogue import Library
    from citylabel.views.page import Page

ON = date(2030, 6, 15)
ROOT = Path(__file__).resolve().parents[2]
GRANTED = {
    "status": Status.VALID,
    "level": "silver",
    "last_level": "silver",
    "since": date(2029, 5, 4),
    "granted_on": date(2029, 5, 4),
    "until": date(2032, 5, 3),
}


@cache
def library() -> Library:
    """The library that ships with the repository."""
    return open_register(ROOT).library


def row(key: str = "fi-koivu", name: str = "Koivu", **other: Any) -> Row:  # noqa: ANN401 - any field of a row
    """A specimen with a full set of results; other fields as given."""
    edition = library().scheme.edition
    fields: dict[str, Any] = {
        "id": key,
        "on": ON,
        "specimen": True,
        "names": (Words(lang="fi", text=name),),
        "other_names": (),
        "kind": Kind.CITY,
        "country": key[:2].upper(),
        "region": None,
        "website": "https://www.koivu.example/",
        "inhabitants": 54_300,
        "small": False,
        "coordinates": None,
        "ends_soon": False,
        "case": "2026",
        "edition": library().label.edition,
        "open_case": None,
        "open_status": None,
        "seeks": "silver",
        "assessed": True,
        "total": Fraction(2, 3),
        "points": 72,
        "possible": 108,
        "themes": tuple((theme.id, Fraction(2, 3)) for theme in edition.themes),
        "criteria": tuple((key, reached(key)) for key in edition.criterion_ids),
        "supported": "silver",
        "present": "silver",
        "fallen": False,
        "refresh_late": False,
        "acts": (),
        "pledges": PledgeCount(),
    }
    return Row(**(fields | GRANTED | other))


def reached(criterion: str, step: int = 2, state: State = State.MET) -> CriterionRow:
    """What a place reaches in a criterion, with a share of its first measure."""
    measure = library().scheme.criteria[criterion].measures[0].id
    return CriterionRow(state=state, step=step, value=(measure, Share(n=112, d=143)))


def catalogue(*rows: Row) -> Catalogue:
    """These places on the day of the demonstration."""
    return Catalogue(library=library(), on=ON, rows=tuple(sorted(rows, key=lambda each: each.id)))


def many(count: int) -> Catalogue:
    """So many real places with long names, spread over countries, kinds and statuses."""
    countries = ("at", "de", "fi", "fr", "gr")
    statuses: tuple[dict[str, Any], ...] = ({}, {}, {"status": Status.EXPIRED, "level": None}, {"level": "gold"})
    kinds = tuple(Kind)
    made = row(specimen=False)
    return catalogue(
        *(
            replace(
                made,
                id=f"{countries[n % 5]}-{'abcdefghij'[n % 10]}place-number-{n}",
                names=(Words(lang="de", text=f"Verbandsgemeinde Oberlindenfurt-Niederaschenbach am Wiesensee {n}"),),
                other_names=(f"Oberlindenfurt {n}", f"Niederaschenbach {n}"),
                country=countries[n % 5].upper(),
                kind=kinds[n % 3],
                small=n % 2 == 0,
                refresh_late=True,
                **statuses[n % 4],
            )
            for n in range(count)
        )
    )


def desk(shown: Catalogue, *views: ModuleType) -> Desk:
    """A desk that knows the pages of these views, of the places, of the criteria, and the written ones."""
    edition = shown.library.label.edition
    targets = {address for view in views for address in view.addresses(shown)}
    targets |= {f"cities/{each.id}/" for each in shown.rows}
    targets |= {
        "handbook/procedure/",
        "accessibility/",
        "service-standard/",
        "criteria/sources/",
        "criteria/crosswalk/",
    }
    targets |= {f"criteria/sources/{framework}/" for framework in shown.library.frameworks}
    targets |= {"", "cities/", "compare/", "levels/", "criteria/", "about/", "apply/", f"criteria/{edition}/"}
    targets |= {f"criteria/{edition}/{criterion}/" for criterion in shown.library.scheme.criteria}
    targets |= {f"cities/level/{level}/" for level in shown.level_ids}
    words = read_words()
    return Desk(library=shown.library, words=words, engine=environment(words), links=Links(targets))


def made(view: ModuleType, shown: Catalogue) -> dict[str, Page]:
    """The pages of a view by address."""
    return {page.path: page for page in view.pages(desk(shown, view), shown)}


def hidden(shown: Catalogue) -> Catalogue:
    """The same register with specimens switched off."""
    label = shown.library.label
    specimens = label.specimens.model_copy(update={"shown": False})
    shared = replace(shown.library, label=label.model_copy(update={"specimens": specimens}))
    return Catalogue(library=shared, on=shown.on, rows=shown.real)


def texts(pages: Iterable[Page]) -> str:
    """All contents one after another."""
    return "\n".join(page.content for page in pages)
