"""From values, evidence and findings to a step, on the real criteria of edition 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.made import APPLIED, SITE, evidence, values

from citylabel.model.application import NotApplicable, NotMet, Values
from citylabel.model.evaluation import Finding, Outcome
from citylabel.model.evidence import Evidence, EvidenceKind
from citylabel.model.measure import Measure, MeasureType, Share
from citylabel.model.place import BaseFigures, Figure, Kind
from citylabel.rules.calendar import add_months
from citylabel.rules.conformity import Result, Setting, State, claimed, found
from citylabel.rules.facts import place_facts

if TYPE_CHECKING:
    from citylabel.model.application import Answer
    from citylabel.model.criterion import Criterion
    from citylabel.model.measure import Value
    from citylabel.rules.scheme import Scheme

DAY = timedelta(days=1)
CRITERIA = [
    f"{theme}{n}" for theme, most in zip("abcdefgh", (4, 5, 4, 5, 4, 4, 6, 4), strict=True) for n in range(1, most + 1)
]


def setting(scheme: Scheme, inhabitants: int = 50_000, on: date = APPLIED) -> Setting:
    """A city of this size on this day."""
    figure = Figure(value=inhabitants, as_of=APPLIED, source=SITE)
    place = place_facts(scheme.edition, Kind.CITY, BaseFigures(inhabitants=figure))
    return Setting(edition=scheme.edition, place=place, on=on)


def finding(outcome: Outcome = Outcome.CONFIRMED, given: dict[str, Value] | None = None, *points: str) -> Finding:
    """A finding with values and points."""
    return Finding(outcome=outcome, reason="We looked.", values=given or {}, points=points)


def judged(
    scheme: Scheme, criterion: str, given: dict[str, Value], *points: str, kind: EvidenceKind, inhabitants: int = 50_000
) -> Result:
    """Conclude values that assessors confirmed, with one fresh piece of evidence."""
    answer = values(given, evidence(kind))
    return found(
        scheme.criteria[criterion], answer, finding(Outcome.CONFIRMED, None, *points), setting(scheme, inhabitants)
    )


def online(scheme: Scheme, n: int, d: int, as_of: date = APPLIED, on: date = APPLIED) -> Result:
    """Conclude B2, which asks for one share and nothing else: more than 1/2, 3/4, 95/100."""
    answer = values({"online_share": Share(n=n, d=d)}, evidence(EvidenceKind.CATALOGUE, as_of))
    return found(scheme.criteria["b2"], answer, finding(), setting(scheme, on=on))


# Random answers to any criterion


def value_of(measure: Measure) -> st.SearchStrategy[Value]:
    """Any value that fits a measure, nought and thresholds included."""
    numbers = st.integers(0, int(measure.largest or 120))
    match measure.type:
        case MeasureType.SHARE:
            return st.integers(0, 40).flatmap(lambda d: st.builds(Share, n=st.integers(0, d), d=st.just(d)))
        case MeasureType.RATE:
            return st.builds(Share, n=st.integers(0, 60))
        case MeasureType.DATE:
            return st.dates(date(2022, 1, 1), APPLIED)
        case MeasureType.YES_NO:
            return st.booleans()
        case MeasureType.CHOICE:
            return st.sampled_from([choice.id for choice in measure.choices])
        case MeasureType.COUNT | MeasureType.DAYS:
            return numbers


@st.composite
def answers(draw: st.DrawFn, criterion: Criterion) -> tuple[Values, Finding]:
    """Any answer to a criterion with any finding that confirms it."""
    given: dict[str, Value] = {}
    for measure in criterion.measures:
        if draw(st.booleans() | st.just(value=True)):
            given[measure.id] = draw(value_of(measure))
    known = [point.id for step in criterion.steps for point in step.points]
    points = [point for point in known if draw(st.booleans() | st.just(value=True))]
    pieces = tuple(draw(st.lists(piece(), min_size=1, max_size=3)))
    return Values(answer="values", values=given, evidence=pieces), finding(Outcome.CONFIRMED, None, *points)


@st.composite
def piece(draw: st.DrawFn) -> Evidence:
    """Any piece of evidence, from today to six years ago."""
    months = draw(st.integers(0, 72))
    return evidence(draw(st.sampled_from(EvidenceKind)), add_months(APPLIED, -months), draw(st.integers(1, 99)))


@pytest.mark.parametrize("criterion", CRITERIA)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_more_evidence_never_lowers_a_step(edition_2026: Scheme, criterion: str, data: st.DataObject) -> None:
    """Whatever else a place sends, it never loses what it had reached: neither claimed nor found."""
    asked = edition_2026.criteria[criterion]
    answer, looked = data.draw(answers(asked))
    more = answer.model_copy(update={"evidence": (*answer.evidence, data.draw(piece()))})
    day = setting(edition_2026, data.draw(st.sampled_from((900, 50_000))))
    assert found(asked, more, looked, day).step >= found(asked, answer, looked, day).step
    assert claimed(asked, more, day).step >= claimed(asked, answer, day).step


@pytest.mark.parametrize("criterion", CRITERIA)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_more_points_ticked_never_lower_a_step_and_order_does_not_matter(
    edition_2026: Scheme, criterion: str, data: st.DataObject
) -> None:
    """A tick is a merit, and neither evidence nor values have an order."""
    asked = edition_2026.criteria[criterion]
    answer, looked = data.draw(answers(asked))
    day = setting(edition_2026)
    before = found(asked, answer, looked, day)
    every = tuple(point.id for step in asked.steps for point in step.points)
    assert found(asked, answer, looked.model_copy(update={"points": every}), day).step >= before.step
    turned = answer.model_copy(
        update={"evidence": answer.evidence[::-1], "values": dict(reversed(answer.values.items()))}
    )
    assert found(asked, turned, looked, day) == before


def test_the_criteria_tried_here_are_all_of_the_edition(edition_2026: Scheme) -> None:
    """No criterion is left out of the properties above."""
    assert set(CRITERIA) == set(edition_2026.criteria)


class TestFreshness:
    """Dated evidence counts up to its last day; standing evidence as long as it is in force and confirmed."""

    @pytest.mark.parametrize(
        ("as_of", "state"),
        [
            (APPLIED, State.MET),
            (add_months(APPLIED, -24), State.MET),
            (add_months(APPLIED, -24) - DAY, State.STALE),
            (APPLIED + DAY, State.STALE),
        ],
        ids=["today", "24 months", "a day more", "tomorrow"],
    )
    def test_dated_evidence_is_fresh_for_24_months(self, edition_2026: Scheme, as_of: date, state: State) -> None:
        """To the day, and nothing from after the application counts."""
        assert online(edition_2026, 9, 10, as_of).state is state

    @pytest.mark.parametrize(("late", "state"), [(0, State.MET), (1, State.STALE)])
    def test_for_a_prerequisite_12_months(self, edition_2026: Scheme, late: int, state: State) -> None:
        """The catalogue of B1 is dated, and B1 is a prerequisite."""
        as_of = add_months(APPLIED, -12) - timedelta(days=late)
        answer = values({"catalogue_current_share": Share(n=9, d=10)}, evidence(EvidenceKind.CATALOGUE, as_of))
        looked = finding(Outcome.CONFIRMED, {"catalogue_found": 10})
        assert found(edition_2026.criteria["b1"], answer, looked, setting(edition_2026)).state is state

    @pytest.mark.parametrize(("late", "state"), [(0, State.MET), (1, State.STALE)])
    def test_a_criterion_may_name_its_own_age(self, edition_2026: Scheme, late: int, state: State) -> None:
        """The council's vote of A1 holds for 36 months, though A1 is a prerequisite."""
        voted = add_months(APPLIED, -36)
        piece_ = evidence(EvidenceKind.DECISION, voted - timedelta(days=late))
        answer = values({"commitment_adopted_on": voted}, piece_)
        looked = finding(Outcome.CONFIRMED, None, "voted_all_eight")
        assert found(edition_2026.criteria["a1"], answer, looked, setting(edition_2026)).state is state

    @pytest.mark.parametrize(("confirmed", "state"), [({"e1"}, State.MET), (set(), State.STALE)])
    def test_standing_evidence_must_be_confirmed_at_a_refresh(
        self, edition_2026: Scheme, confirmed: set[str], state: State
    ) -> None:
        """What nobody looked at again does not count."""
        answer = values({"commitment_adopted_on": APPLIED}, evidence(EvidenceKind.DECISION))
        day = replace(setting(edition_2026), confirmed=frozenset(confirmed))
        looked = finding(Outcome.CONFIRMED, None, "voted_all_eight")
        assert found(edition_2026.criteria["a1"], answer, looked, day).state is state

    def test_evidence_of_a_kind_that_does_not_fit_shows_nothing(self, edition_2026: Scheme) -> None:
        """Minutes of a meeting say nothing of services online."""
        answer = values({"online_share": Share(n=9, d=10)}, evidence(EvidenceKind.NOTES))
        assert found(edition_2026.criteria["b2"], answer, finding(), setting(edition_2026)).state is State.STALE

    def test_a_step_may_ask_for_a_report_of_this_year(self, edition_2026: Scheme) -> None:
        """A1 step 3: the report counts at exactly 12 months, not a day later."""
        given: dict[str, Value] = {
            "commitment_adopted_on": APPLIED,
            "principles_with_action": 8,
            "actions_on_time_share": Share(n=1, d=2),
        }
        steps = []
        for day in (add_months(APPLIED, -12), add_months(APPLIED, -12) - DAY):
            answer = values(given, evidence(EvidenceKind.DECISION), evidence(EvidenceKind.REPORT, day, 2))
            looked = finding(Outcome.CONFIRMED, None, "voted_all_eight", "every_action_reported")
            steps.append(found(edition_2026.criteria["a1"], answer, looked, setting(edition_2026)).step)
        assert steps == [3, 2]


class TestNumbers:
    """Exact thresholds, small numbers, small places, nothing to count."""

    @pytest.mark.parametrize(
        ("n", "d", "step"),
        [
            (60, 120, 0),
            (61, 120, 1),
            (89, 120, 1),
            (90, 120, 2),
            (113, 120, 2),
            (114, 120, 3),
            (5 * 10**14, 10**15, 0),
            (5 * 10**14 + 1, 10**15, 1),
        ],
    )
    def test_thresholds_are_compared_exactly(self, edition_2026: Scheme, n: int, d: int, step: int) -> None:
        """`Above` excludes its number, `at least` includes it, and no digit is lost."""
        assert online(edition_2026, n, d).step == step

    @pytest.mark.parametrize(
        ("n", "d", "step"),
        [(3, 4, 2), (4, 5, 3), (3, 5, 1), (18, 19, 3), (17, 19, 2), (19, 20, 3), (18, 20, 2), (20, 22, 2)],
    )
    def test_with_5_to_19_cases_a_threshold_of_95_per_cent_allows_one_miss(
        self, edition_2026: Scheme, n: int, d: int, step: int
    ) -> None:
        """With fewer cases or more, and for lower thresholds, it allows none."""
        assert online(edition_2026, n, d).step == step

    @pytest.mark.parametrize(
        ("answered", "inhabitants", "step"),
        [(100, 10_000, 1), (99, 10_000, 0), (99, 9_999, 1), (50, 9_999, 1), (49, 9_999, 0)],
    )
    def test_small_places_have_numbers_of_their_own(
        self, edition_2026: Scheme, answered: int, inhabitants: int, step: int
    ) -> None:
        """H3 asks for 100 answers, and for 50 below ten thousand inhabitants."""
        given: dict[str, Value] = {"satisfied_share": Share(n=1, d=answered)}
        kind = EvidenceKind.SURVEY
        result = judged(edition_2026, "h3", given, "method_published", kind=kind, inhabitants=inhabitants)
        assert result.step == step

    def test_nothing_to_count_is_not_everything(self, edition_2026: Scheme) -> None:
        """None of no services online reaches no step, and the reason says that there was none."""
        result = online(edition_2026, 0, 0)
        assert (result.step, [reason.code for reason in result.missing]) == (0, ["no_case"])

    @pytest.mark.parametrize(("n", "d", "holds"), [(0, 0, True), (10, 10, True), (9, 10, False)])
    def test_where_a_criterion_says_so_a_condition_falls_away_without_a_case(
        self, edition_2026: Scheme, n: int, d: int, *, holds: bool
    ) -> None:
        """D3: no deprived area holds nobody back; where there are ten, nine are not all, and no miss is allowed."""
        assert _lifted(edition_2026, Share(n=n, d=d)) == holds

    @pytest.mark.parametrize(("inhabitants", "step"), [(0, 1), (10_000, 2)])
    def test_a_rate_of_no_inhabitants_is_no_case(self, edition_2026: Scheme, inhabitants: int, step: int) -> None:
        """D3: one place with help reaches step 1 as a number; the rate needs inhabitants, and is no crash without."""
        given: dict[str, Value] = {"assisted_places_rate": Share(n=1)}
        kind = edition_2026.criteria["d3"].evidence[0].kind
        assert judged(edition_2026, "d3", given, kind=kind, inhabitants=inhabitants).step == step

    @pytest.mark.parametrize("wrong", [5, Share(n=1, d=1), Share(n=1), "yes", APPLIED])
    def test_a_value_of_a_wrong_kind_does_not_hold(self, edition_2026: Scheme, wrong: Value) -> None:
        """B1 asks whether the catalogue is open: nothing but true is yes."""
        steps = []
        for value in (wrong, True):
            given: dict[str, Value] = {"catalogue_current_share": Share(n=9, d=10), "catalogue_open": value}
            answer = values(given, evidence(EvidenceKind.CATALOGUE))
            looked = finding(Outcome.CONFIRMED, {"catalogue_found": 10})
            steps.append(found(edition_2026.criteria["b1"], answer, looked, setting(edition_2026)).step)
        assert steps == [1, 2]


def _lifted(scheme: Scheme, share: Share) -> bool:
    """Whether D3 goes on to the step that asks for deprived areas, all else being there."""
    criterion = scheme.criteria["d3"]
    most: dict[str, Value] = {}
    for measure in criterion.measures:
        match measure.type:
            case MeasureType.SHARE:
                most[measure.id] = Share(n=30, d=30)
            case MeasureType.RATE:
                most[measure.id] = Share(n=10_000)
            case MeasureType.YES_NO:
                most[measure.id] = True
            case _:
                most[measure.id] = measure.largest or 100
    most["deprived_areas_share"] = share
    every = [point.id for step in criterion.steps for point in step.points]
    step = judged(scheme, "d3", most, *every, kind=criterion.evidence[0].kind).step
    asking = next(n for n, s in enumerate(criterion.steps, 1) if "deprived_areas_share" in s.when.model_dump_json())
    return step >= asking


class TestStates:
    """What is not known is told apart from what is not so."""

    @pytest.mark.parametrize(
        ("answer", "looked", "state"),
        [
            (None, None, State.NOT_ANSWERED),
            (None, finding(), State.NOT_ANSWERED),
            (NotMet(answer="not_met"), None, State.NOT_MET),
            (values({"login_national_share": Share(n=1, d=1)}), None, State.NOT_ASSESSED),
            (values({"login_national_share": Share(n=1, d=1)}), finding(), State.MET),
            (values({"login_national_share": Share(n=0, d=1)}), finding(), State.NOT_MET),
            (values({"login_national_share": Share(n=1, d=1)}), finding(Outcome.NOT_SATISFIED), State.NOT_MET),
            (
                values({"login_national_share": Share(n=1, d=1)}, evidence(EvidenceKind.NOTES)),
                finding(),
                State.STALE,
            ),
            (NotApplicable(answer="not_applicable", ground="no_login_asked", reason="None."), None, State.NOT_ASSESSED),
            (
                NotApplicable(answer="not_applicable", ground="no_login_asked", reason="None."),
                finding(Outcome.NOT_APPLICABLE),
                State.NOT_APPLICABLE,
            ),
            (
                NotApplicable(answer="not_applicable", ground="no_login_asked", reason="None."),
                finding(Outcome.NOT_SATISFIED),
                State.NOT_MET,
            ),
        ],
    )
    def test_each_state_by_answer_and_finding(
        self, edition_2026: Scheme, answer: Answer | None, looked: Finding | None, state: State
    ) -> None:
        """B4, once with every combination; nothing but `met` gives a step, and each has a reason."""
        result = found(edition_2026.criteria["b4"], answer, looked, setting(edition_2026))
        assert (result.state, result.step > 0, bool(result.reasons)) == (state, state is State.MET, True)

    def test_what_assessors_correct_takes_the_place_of_the_claim(self, edition_2026: Scheme) -> None:
        """112 of 143 claimed, 48 found: step 2 is claimed and none is found."""
        answer = values({"online_share": Share(n=112, d=143)}, evidence(EvidenceKind.CATALOGUE))
        criterion, day = edition_2026.criteria["b2"], setting(edition_2026)
        looked = finding(Outcome.CORRECTED, {"online_share": Share(n=48, d=143)})
        assert (claimed(criterion, answer, day).step, found(criterion, answer, looked, day).step) == (2, 0)

    def test_a_claim_takes_for_granted_only_what_assessors_bring(self, edition_2026: Scheme) -> None:
        """B1: what assessors find is assumed in a self-assessment and missing without it; own figures never are."""
        criterion, day = edition_2026.criteria["b1"], setting(edition_2026)
        answer = values({"catalogue_current_share": Share(n=9, d=10)}, evidence(EvidenceKind.CATALOGUE))
        assert claimed(criterion, answer, day).step == 1
        result = found(criterion, answer, finding(), day)
        assert (result.step, [reason.code for reason in result.missing]) == (0, ["not_given"])

    def test_a_missing_tick_holds_a_step_back(self, edition_2026: Scheme) -> None:
        """A1 without the tick on the eight names is claimed, but not found."""
        criterion, day = edition_2026.criteria["a1"], setting(edition_2026)
        answer = values({"commitment_adopted_on": APPLIED}, evidence(EvidenceKind.DECISION))
        assert (claimed(criterion, answer, day).step, found(criterion, answer, finding(), day).step) == (1, 0)

    def test_what_is_missing_for_the_next_step_is_named(self, edition_2026: Scheme) -> None:
        """At step 1 of B2 the share and the threshold of step 2 are named; at step 3 nothing is missing."""
        (reason,) = online(edition_2026, 89, 120).missing
        assert (reason.fact("measure"), str(reason.fact("value")), str(reason.fact("threshold"))) == (
            "online_share",
            "89/120",
            "3/4",
        )
        assert online(edition_2026, 120, 120).missing == ()
