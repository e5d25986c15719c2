"""Places with a case of their own, judged by edition 2026, made for the tests of city pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.rules.made import SITE, application, evidence, grant, values

from citylabel.catalogue import row_of
from citylabel.load import load
from citylabel.model.base import Words
from citylabel.model.casefile import Case, CityFile
from citylabel.model.city import City
from citylabel.model.evaluation import Assessor, Evaluation, Finding, Outcome
from citylabel.model.evidence import EvidenceKind
from citylabel.model.measure import Share
from citylabel.model.place import Kind
from citylabel.rules.conclusion import CityConclusion, conclude
from citylabel.site.register import library_of
from citylabel.views.city import city_page
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.place import addresses_of
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.catalogue import Library, Row
    from citylabel.model.application import Answer
    from citylabel.views.page import Page

ROOT = Path(__file__).resolve().parents[2]
ON = date(2028, 9, 1)
GRANTED = date(2028, 6, 1)
UNTIL = date(2031, 5, 31)
FILES = addresses_of("fi-town").files


@cache
def library() -> Library:
    """Shared records of the project."""
    return library_of(load(ROOT))


def desk(shared: Library | None = None, *, without: str = "") -> Desk:
    """A desk that knows what a page of a place may link to, but for one address."""
    known = shared or library()
    words = read_words()
    criteria = {f"criteria/2026/{criterion.id}/" for criterion in known.criteria}
    targets = criteria | {"", "cities/", "cities/in/fi/", "cities/fi-town/"}
    links = Links(targets - {without}, shared=FILES)
    return Desk(library=known, words=words, engine=environment(words), links=links)


def online(n: int = 90, d: int = 120, **changed: Any) -> Answer:  # noqa: ANN401 - fields of a piece of evidence
    """An answer to B2: so many of so many services are fully online."""
    piece = evidence(EvidenceKind.CATALOGUE).model_copy(update=changed)
    return values({"online_share": Share(n=n, d=d)}, piece)


def finding(outcome: Outcome = Outcome.CONFIRMED, **given: Any) -> Finding:  # noqa: ANN401 - fields of a finding
    """A finding with a plain reason."""
    return Finding(outcome=outcome, reason=given.pop("reason", "We counted them."), **given)


def evaluation(findings: Mapping[str, Finding], **given: Any) -> Evaluation:  # noqa: ANN401 - fields of the record
    """An evaluation that was handed over in May 2028."""
    fields: dict[str, Any] = {
        "opened_on": date(2028, 4, 1),
        "closed_on": date(2028, 5, 1),
        "assessors": (Assessor(party="specimen-assessor-2", interests="None."),),
    }
    return Evaluation(format="citylabel/evaluation/1", findings=dict(findings), **(fields | given))


def case(answers: Mapping[str, Answer], findings: Mapping[str, Finding] | None = None, **given: Any) -> Case:  # noqa: ANN401
    """A case of an application in March 2028."""
    judged = None if findings is None else evaluation(findings)
    fields: dict[str, Any] = {
        "id": "2026",
        "edition": "2026",
        "application": application(answers),
        "evaluation": judged,
    }
    return Case(**(fields | given))


def granted(answers: Mapping[str, Answer], findings: Mapping[str, Finding], level: str = "bronze") -> Case:
    """A case with a grant."""
    return case(answers, findings, decisions=(grant(GRANTED, UNTIL, level),))


def city(*, specimen: bool = False, **changed: Any) -> City:  # noqa: ANN401 - fields of the record
    """The record of an accepted place."""
    fields: dict[str, Any] = {
        "names": (Words(lang="fi", text="Kaupunki"),),
        "kind": Kind.CITY,
        "country": "FI",
        "website": SITE,
    }
    return City(format="citylabel/city/1", specimen=specimen, **(fields | changed))


def concluded(*cases: Case, on: date = ON, record: City | None = None) -> tuple[CityConclusion, Row]:
    """What the rules say of a place on a day, and the same in a row."""
    shared = library()
    file = CityFile(id="fi-town", city=record or city(), cases=cases)
    conclusion = conclude(file, shared.schemes, shared.parties, on)
    row = row_of(conclusion)
    if row is None:
        raise AssertionError("the made place has not applied")
    return conclusion, row


def page(*cases: Case, on: date = ON, record: City | None = None, at: Desk | None = None) -> Page:
    """The page of a place."""
    return city_page(at or desk(), *concluded(*cases, on=on, record=record))


def relabelled(**addresses: str | None) -> Library:
    """The shared records with other addresses."""
    shared = library()
    changed = shared.label.addresses.model_copy(update=addresses)
    return replace(shared, label=shared.label.model_copy(update={"addresses": changed}))
