"""The records that ship with the house: the edition is complete, and the specimens show every state."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from citylabel.load import load, load_city
from citylabel.model.address import is_reserved
from citylabel.model.place import Kind
from citylabel.problems import Severity
from citylabel.rules.conclusion import CityConclusion, conclude
from citylabel.rules.lifecycle import Status
from citylabel.rules.trial import differences
from citylabel.site.audit import audit
from citylabel.site.register import library_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import Library
    from citylabel.load import FiledCity
    from citylabel.model.edition import Edition
    from citylabel.rules.scheme import Scheme

ROOT = Path(__file__).resolve().parent.parent
SPECIMENS = sorted(one.name for one in (ROOT / "data" / "cities").iterdir() if one.is_dir())
SENTENCES = frozenset({"reason", "note", "what", "summary", "text", "interests", "third_look"})
"""Keys whose texts tell a place's own story."""
LATIN = re.compile(r"[A-Za-z]")


@pytest.fixture(scope="module", name="library")
def _library() -> Library:
    return library_of(load(ROOT))


@pytest.fixture(scope="module", name="edition")
def _edition(library: Library) -> Scheme:
    return library.schemes["2026"]


@pytest.fixture(scope="module", name="cities")
def _cities() -> dict[str, FiledCity]:
    return {city: load_city(ROOT, city) for city in SPECIMENS}


@pytest.fixture(scope="module", name="concluded")
def _concluded(library: Library, cities: dict[str, FiledCity]) -> dict[str, CityConclusion]:
    day = library.label.specimens.demonstration_date
    return {city: conclude(filed.file, library.schemes, library.parties, day) for city, filed in cities.items()}


def test_nothing_is_wrong_with_any_record_on_the_demonstration_date(library: Library) -> None:
    """Neither text, nor shape, nor what records say of each other."""
    found = audit(ROOT, library.label.specimens.demonstration_date)
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


class TestEdition:
    """The edition 2026 as design and research ask for it."""

    def test_it_has_eight_themes_36_criteria_and_89_measures(self, edition: Scheme) -> None:
        """And every one of them stands in a theme."""
        measures = [measure.id for criterion in edition.criteria.values() for measure in criterion.measures]
        assert (len(edition.edition.themes), len(edition.criteria), len(measures)) == (8, 36, 89)
        assert len(set(measures)) == len(measures)

    def test_every_worked_case_comes_out_as_it_promises(self, edition: Scheme) -> None:
        """The examples on the pages are what the rules conclude."""
        wrong = [line for criterion in edition.criteria.values() for line in differences(criterion, edition.edition)]
        assert wrong == []

    def test_every_step_of_every_criterion_is_reached_by_a_worked_case_and_missed_by_one(self, edition: Scheme) -> None:
        """Each criterion shows what is enough for each step, and what is not enough for the first."""
        for criterion in edition.criteria.values():
            shown = {case.step for case in criterion.cases if case.expect.value == "step"}
            assert shown == set(range(1, len(criterion.steps) + 1)), criterion.id
            assert any(case.expect.value == "not_met" for case in criterion.cases), criterion.id

    def test_every_criterion_is_told_in_full_depth(self, edition: Scheme) -> None:
        """Intent, story, good evidence, duties of each role, commitments towards each step, open questions."""
        for criterion in edition.criteria.values():
            lists = (criterion.good_evidence, criterion.relations, criterion.commitments, criterion.open_questions)
            texts = (criterion.story, criterion.todo, criterion.precedents or "none")
            assert all((*lists, *texts)), criterion.id
            assert {wish.step for wish in criterion.commitments} == set(range(1, len(criterion.steps) + 1)), (
                criterion.id
            )
            assert all(measure.example for measure in criterion.measures), criterion.id

    @pytest.mark.parametrize("seed", range(1, 10))
    def test_each_of_the_nine_source_systems_is_behind_at_least_two_criteria(
        self, library: Library, edition: Scheme, seed: int
    ) -> None:
        """The call of 2018 names nine; the crosswalk shows them."""
        (framework,) = [key for key, each in library.frameworks.items() if each.seed == seed]
        leaning = [
            criterion.id
            for criterion in edition.criteria.values()
            if any(source.framework == framework for source in criterion.sources)
        ]
        assert len(leaning) > 1

    def test_only_four_criteria_may_be_not_applicable(self, edition: Scheme) -> None:
        """B4, F3, F4 and G5, each for reasons with a test."""
        assert [c.id for c in edition.criteria.values() if c.not_applicable] == ["b4", "f3", "f4", "g5"]

    def test_practices_are_sourced_and_never_invented(self, library: Library) -> None:
        """Each real example has a page where it can be read, on a host that can exist."""
        sources = [source for practice in library.practices.values() for source in practice.sources]
        assert sources
        assert [source for source in sources if is_reserved(source)] == []


class TestHandbook:
    """The numbers that the handbook states are those of the edition."""

    WORDS: ClassVar[dict[int, str]] = {2: "two", 5: "five", 6: "six", 8: "eight", 10: "ten", 12: "twelve", 36: "36"}

    def test_the_figures_of_the_handbook_are_those_of_the_edition(self, edition: Scheme) -> None:
        """Whoever changes the one must change the other."""
        said = " ".join((ROOT / "docs/en/handbook/index.md").read_text("utf-8").split())
        assert [sentence for sentence in self._sentences(edition.edition) if sentence not in said] == []

    def _sentences(self, edition: Edition) -> Iterator[str]:
        words, procedure, rule = self.WORDS, edition.procedure, edition.evidence
        assert edition.small_places is not None
        yield f"[{len(edition.criterion_ids)} criteria]"
        yield f"in {words[len(edition.themes)]} themes"
        yield f"**Prerequisites** are {words[len(edition.prerequisites)]} criteria"
        yield f"**The window W**: {words[procedure.window_months]} months in a row"
        yield f"**The top list T**: the {words[edition.top_list]} services"
        yield f"fewer than {edition.small_places.below:,} inhabitants name {words[edition.small_places.top_list]}"
        yield f"**Open challenge, {procedure.challenge_days} days.**"
        yield f"fresh for {rule.months} months, and for {rule.prerequisite_months} months where"
        yield f"At most {words[edition.not_applicable_per_theme]} criteria in a theme may be not applicable"
        for level in edition.levels:
            yield f"| **{level.title}** | {level.asks.rstrip('.')} |"
        for criterion in edition.prerequisites:
            yield f"| {criterion.upper()} |"


class TestSpecimens:
    """Invented places, each with its own story, that show everything a reader may meet."""

    def test_there_are_at_least_sixteen_and_all_are_marked(self, cities: dict[str, FiledCity]) -> None:
        """No real place ships with the house."""
        assert len(cities) >= 16
        assert [city for city, filed in cities.items() if not filed.file.specimen] == []

    @pytest.mark.parametrize(
        "status",
        [
            Status.RECEIVED,
            Status.UNDER_EVALUATION,
            Status.VALID,
            Status.SUSPENDED,
            Status.WITHDRAWN,
            Status.EXPIRED,
            Status.REFUSED,
        ],
    )
    def test_every_status_is_shown(self, concluded: dict[str, CityConclusion], status: Status) -> None:
        """On the demonstration date at least one place stands there."""
        assert [city for city, each in concluded.items() if each.standing.status is status]

    @pytest.mark.parametrize("level", ["committed", "bronze", "silver", "gold"])
    def test_every_level_is_held_by_someone(self, concluded: dict[str, CityConclusion], level: str) -> None:
        """In force on the demonstration date."""
        assert [city for city, each in concluded.items() if each.standing.level == level]

    def test_one_ends_soon(self, concluded: dict[str, CityConclusion], edition: Scheme) -> None:
        """Within the days that the edition calls near."""
        days = edition.edition.procedure.near_expiry_days
        in_force = [each for each in concluded.values() if each.standing.in_force and each.standing.until]
        assert [each for each in in_force if (each.standing.until - each.on).days <= days]  # type: ignore[operator]

    def test_one_has_fallen_below_what_was_granted(self, concluded: dict[str, CityConclusion]) -> None:
        """Its present level is lower, and its page says so."""
        assert [city for city, each in concluded.items() if each.fallen]

    def test_a_region_a_group_and_a_tiny_village_are_among_them(self, cities: dict[str, FiledCity]) -> None:
        """Small and large, alone and together."""
        applications = [case.application for filed in cities.values() for case in filed.file.cases]
        assert {application.place.kind for application in applications} == set(Kind)
        assert min(application.base.inhabitants.value for application in applications) < 1000

    def test_one_has_two_names_and_one_another_script(self, cities: dict[str, FiledCity]) -> None:
        """Names in two languages, and a name without a Latin letter."""
        names = [[name.text for name in filed.file.city.names] for filed in cities.values() if filed.file.city]
        assert [given for given in names if len(given) > 1]
        assert [given for given in names if not LATIN.search("".join(given))]

    @pytest.mark.parametrize("city", SPECIMENS)
    def test_every_link_lies_under_example(self, cities: dict[str, FiledCity], city: str) -> None:
        """Invented places never point to a real site."""
        links = [text for _, text in _texts(cities[city]) if text.startswith(("http:", "https:"))]
        assert links
        assert [link for link in links if not is_reserved(link)] == []

    def test_no_two_places_share_a_sentence(self, cities: dict[str, FiledCity]) -> None:
        """Reasons, notes, promises and summaries are each place's own."""
        owner: dict[str, str] = {}
        shared: list[tuple[str, str, str]] = []
        for city, filed in cities.items():
            for key, text in _texts(filed):
                said = " ".join(text.split())
                if key in SENTENCES and owner.setdefault(said, city) != city:
                    shared.append((owner[said], city, said))
        assert len(owner) > 36 * len(cities)
        assert shared == []

    def test_all_are_shown_as_on_the_demonstration_date(self, library: Library, cities: dict[str, FiledCity]) -> None:
        """Whenever the site is built, years before or after."""
        days = (date(2026, 11, 23), date(2041, 1, 1))
        shown = {library.day_for(filed.file, day) for filed in cities.values() for day in days}
        assert shown == {library.label.specimens.demonstration_date}


def _texts(filed: FiledCity) -> Iterator[tuple[str, str]]:
    """Every text of a place's records with the key it stands under."""
    for record in filed.records:
        yield from _below("", record.content)


def _below(key: str, content: object) -> Iterator[tuple[str, str]]:
    match content:
        case dict():
            for name, value in content.items():
                yield from _below(name, value)
        case list():
            for value in content:
                yield from _below(key, value)
        case str():
            yield key, content
