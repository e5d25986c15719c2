"""Whether the records of a place agree with each other, with their edition and with the procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.address import is_reserved
from citylabel.model.place import Kind
from citylabel.problems import Place
from citylabel.rules.consistency.application import APPLICATION, application_problems
from citylabel.rules.consistency.cases import cases_problems
from citylabel.rules.consistency.decisions import decision_problems
from citylabel.rules.consistency.evaluation import evaluation_problems
from citylabel.rules.consistency.lawful import lawful_problems
from citylabel.rules.consistency.subject import Subject, place_in, unknown
from citylabel.rules.consistency.successors import successor_problems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from citylabel.load.filed import FiledCity
    from citylabel.model.casefile import Case
    from citylabel.model.party import Party
    from citylabel.problems import Problem
    from citylabel.rules.scheme import Scheme


def city_problems(
    filed: FiledCity,
    schemes: Mapping[str, Scheme],
    parties: Mapping[str, Party],
    on: date,
    cities: Collection[str],
) -> Iterator[Problem]:
    """Find every disagreement in the records of a place, as of a date; `cities` are the ids of all places."""
    yield from _identity(filed)
    yield from successor_problems(filed, cities, on)
    yield from _links(filed)
    for case in filed.file.cases:
        yield from _group(filed, case)
    for case in filed.file.cases:
        scheme = schemes.get(case.edition)
        place = Place(f"data/cities/{filed.file.id}/{case.id}/{APPLICATION}")
        if scheme is None:
            yield unknown("REF10", place, case.edition, schemes, edition=case.edition)
            continue
        if scheme.edition.is_draft:
            yield problem("RULE66", place, edition=case.edition)
        subject = Subject(filed=filed, case=case, scheme=scheme, parties=parties, on=on)
        yield from application_problems(subject)
        yield from evaluation_problems(subject)
        yield from decision_problems(subject)
    yield from cases_problems(filed, schemes)
    yield from lawful_problems(filed)


def _identity(filed: FiledCity) -> Iterator[Problem]:
    """The id's country is the place's country, and applications state the place that city.yml records."""
    prefix = filed.file.id[:2]
    for file, country in _countries(filed):
        if country.lower() != prefix:
            yield problem(
                "RULE13",
                place_in(filed, file, "country") if file == "city.yml" else place_in(filed, file, "place", "country"),
                city=filed.file.id,
                prefix=prefix,
                country=country,
                expected=Words(country.lower()),
            )
    city = filed.file.city
    for case in filed.file.cases:
        if city is None:
            yield from _without_city(filed, case)
        elif case.application.place.kind is not city.kind:
            yield problem(
                "RULE14",
                place_in(filed, f"{case.id}/{APPLICATION}", "place", "kind"),
                stated=case.application.place.kind.value,
                field=Words("kind"),
                recorded=city.kind.value,
            )


def _group(filed: FiledCity, case: Case) -> Iterator[Problem]:
    """A group names its members and its largest one, which decides whether the group is small."""
    application = case.application
    if application.place.kind is not Kind.GROUP:
        return
    file = f"{case.id}/{APPLICATION}"
    if not application.place.members:
        fault, key = "names none of its members", "members"
        yield problem("RULE17", place_in(filed, file, "place", "kind"), fault=Words(fault), key=Words(key))
    if application.base.largest_member is None:
        fault, key = "does not say how many inhabitants its largest member has", "largest_member"
        yield problem("RULE17", place_in(filed, file, "base"), fault=Words(fault), key=Words(key))


def _countries(filed: FiledCity) -> Iterator[tuple[str, str]]:
    if filed.file.city is not None:
        yield "city.yml", filed.file.city.country
    for case in filed.file.cases:
        yield f"{case.id}/{APPLICATION}", case.application.place.country


def _without_city(filed: FiledCity, case: Case) -> Iterator[Problem]:
    """A first application alone is received; to go on, the body writes down who the place is."""
    if case.evaluation is not None or case.decisions:
        yield problem("RULE44", Place(f"data/cities/{filed.file.id}/city.yml"))


def _links(filed: FiledCity) -> Iterator[Problem]:
    """Links of specimens lie under `.example`, and only theirs do (RFC 2606)."""
    invented = filed.file.specimen
    for record in filed.records:
        for path, value in _addresses(record.content, ()):
            reserved = is_reserved(value)
            if reserved != invented:
                yield problem(
                    "RULE12",
                    record.place(path),
                    link=value,
                    found=Words("only a placeholder" if reserved else "a real address"),
                    whose=Words("invented" if invented else "real"),
                )


def _addresses(content: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    match content:
        case dict():
            for key, value in content.items():
                yield from _addresses(value, (*path, key))
        case list():
            for number, value in enumerate(content):
                yield from _addresses(value, (*path, number))
        case str() if content.startswith("https://"):
            yield path, content
