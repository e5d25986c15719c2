"""Granted, supported and present are three levels: what was decided, what was found, and what holds now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.rules.made import APPLIED, act, application, evidence, grant, values

from citylabel.model.application import NotMet
from citylabel.model.casefile import Case, CityFile
from citylabel.model.condition import MeasureTest
from citylabel.model.evaluation import Assessor, Evaluation, Finding, Outcome
from citylabel.model.party import Party
from citylabel.model.update import Update
from citylabel.rules.conclusion import CityConclusion, conclude

if TYPE_CHECKING:
    from citylabel.model.application import Answer
    from citylabel.model.decision import Decision
    from citylabel.rules.scheme import Scheme

CLOSED = date(2028, 5, 10)
GRANTED = date(2028, 6, 1)
UNTIL = date(2029, 5, 31)
REFRESHED = date(2028, 11, 1)
DAY = timedelta(days=1)
PARTIES = {
    "at-home": Party(id="at-home", country="FI", roles=("assessor",)),
    "abroad": Party(id="abroad", country="EE", roles=("assessor",)),
}


def says(scheme: Scheme, *met: str) -> dict[str, Answer]:
    """An answer to every yes/no criterion of the tiny scheme."""
    return {criterion: values({_asked(scheme, criterion): criterion in met}) for criterion in scheme.criteria}


def _asked(scheme: Scheme, criterion: str) -> str:
    when = scheme.criteria[criterion].steps[0].when
    assert isinstance(when, MeasureTest)
    return when.measure


def findings(scheme: Scheme, *refuted: str, left_out: str = "") -> Evaluation:
    """Every answer confirmed but these."""
    return Evaluation(
        format="citylabel/evaluation/1",
        opened_on=APPLIED,
        closed_on=CLOSED,
        assessors=(Assessor(party="at-home", interests="None."), Assessor(party="abroad", interests="None.")),
        findings={
            criterion: Finding(
                outcome=Outcome.NOT_SATISFIED if criterion in refuted else Outcome.CONFIRMED, reason="We looked."
            )
            for criterion in scheme.criteria
            if criterion != left_out
        },
    )


def case(
    answers: dict[str, Answer],
    evaluation: Evaluation | None = None,
    decisions: tuple[Decision, ...] = (),
    updates: tuple[tuple[date, Update], ...] = (),
    number: str = "tiny",
) -> Case:
    """A case of the tiny scheme."""
    return Case(
        id=number,
        edition="tiny",
        application=application(answers),
        evaluation=evaluation,
        decisions=decisions,
        updates=updates,
    )


def concluded(scheme: Scheme, on: date, *cases: Case) -> CityConclusion:
    """Everything concluded on a place with these cases."""
    return conclude(CityFile(id="fi-town", city=None, cases=cases), {"tiny": scheme}, PARTIES, on)


def refresh(answers: dict[str, Answer]) -> Update:
    """A refresh with new answers."""
    return Update(format="citylabel/update/1", refresh=True, confirmed=("e1",), answers=answers)


ALL = ("quiet", "chairs", "whisper", "shelves")


def test_claimed_until_findings_are_handed_over_and_found_afterwards(tiny: Scheme) -> None:
    """Everything is claimed; the assessors refute the quiet, without which there is no level."""
    made = case(says(tiny, *ALL), findings(tiny, "quiet"))
    before, after = concluded(tiny, CLOSED - DAY, made).case, concluded(tiny, CLOSED, made).case
    assert before is not None
    assert after is not None
    assert (before.assessed, before.award.level, before.claimed_award.level) == (False, "hushed", "hushed")
    assert (after.assessed, after.award.level, after.claimed_award.level) == (True, None, "hushed")


def test_granted_below_what_is_supported_stays_what_was_granted(tiny: Scheme) -> None:
    """The board may grant less; the rules conclude more, and neither changes the other."""
    made = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "plain"),))
    result = concluded(tiny, GRANTED, made)
    assert result.case is not None
    assert (result.standing.level, result.case.supported.level, result.case.present_award.level) == (
        "plain",
        "hushed",
        "hushed",
    )
    assert not result.fallen


def test_a_refreshed_answer_lowers_the_present_level_alone(tiny: Scheme) -> None:
    """Granted and supported stay; the page says that the place has fallen."""
    worse = refresh({"shelves": values({_asked(tiny, "shelves"): False})})
    made = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "hushed"),), ((REFRESHED, worse),))
    before, after = concluded(tiny, REFRESHED - DAY, made), concluded(tiny, REFRESHED, made)
    assert (before.fallen, after.fallen) == (False, True)
    assert after.case is not None
    assert (after.standing.level, after.case.supported.level, after.case.present_award.level) == (
        "hushed",
        "hushed",
        "plain",
    )


def test_a_refreshed_answer_can_also_lift_the_present_level(tiny: Scheme) -> None:
    """Bringing what was missing lifts what holds now; the grant waits for a decision."""
    better = refresh({"shelves": values({_asked(tiny, "shelves"): True})})
    answers = says(tiny, "quiet", "chairs", "whisper")
    made = case(answers, findings(tiny), (grant(GRANTED, UNTIL, "plain"),), ((REFRESHED, better),))
    result = concluded(tiny, REFRESHED, made)
    assert result.case is not None
    assert (result.standing.level, result.case.present_award.level, result.fallen) == ("plain", "hushed", False)


def test_what_assessors_refuted_stays_so_until_they_look_again(tiny: Scheme) -> None:
    """A place cannot overrule a finding by an update."""
    again = refresh({"shelves": values({_asked(tiny, "shelves"): True})})
    made = case(says(tiny, *ALL), findings(tiny, "shelves"), (grant(GRANTED, UNTIL, "plain"),), ((REFRESHED, again),))
    result = concluded(tiny, REFRESHED, made)
    assert result.case is not None
    assert result.case.present["shelves"].step == 0


def test_a_corrected_value_does_not_outlive_a_refreshed_answer(tiny: Scheme) -> None:
    """The assessors corrected a yes to a no; a year later the place brings new evidence for a yes."""
    asked = _asked(tiny, "shelves")
    looked = findings(tiny)
    corrected = Finding(outcome=Outcome.CORRECTED, reason="No shelf was there.", values={asked: False})
    looked = looked.model_copy(update={"findings": {**looked.findings, "shelves": corrected}})
    new = refresh({"shelves": values({asked: True})})
    made = case(says(tiny, *ALL), looked, (grant(GRANTED, UNTIL, "plain"),), ((REFRESHED, new),))
    before, after = concluded(tiny, REFRESHED - DAY, made).case, concluded(tiny, REFRESHED, made).case
    assert before is not None
    assert after is not None
    assert (before.present["shelves"].step, after.present["shelves"].step) == (0, 1)
    assert (before.values("shelves"), after.values("shelves")) == ({asked: False}, {asked: True})


def test_a_later_refresh_takes_the_place_of_an_earlier_one(tiny: Scheme) -> None:
    """The latest answer by the date counts."""
    asked = _asked(tiny, "shelves")
    updates = (
        (REFRESHED, refresh({"shelves": values({asked: False})})),
        (REFRESHED + DAY, refresh({"shelves": values({asked: True})})),
    )
    made = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "hushed"),), updates)
    steps = []
    for on in (REFRESHED - DAY, REFRESHED, REFRESHED + DAY):
        found = concluded(tiny, on, made).case
        assert found is not None
        steps.append(found.present["shelves"].step)
    assert steps == [1, 0, 1]


def test_an_answer_that_is_withdrawn_counts_as_not_met(tiny: Scheme) -> None:
    """A place that says no afterwards is believed."""
    no = refresh({"quiet": NotMet(answer="not_met")})
    made = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "hushed"),), ((REFRESHED, no),))
    result = concluded(tiny, REFRESHED, made)
    assert result.case is not None
    assert (result.case.present_award.level, result.fallen) == (None, True)


@pytest.mark.parametrize("kind", ["suspension", "withdrawal", "termination"])
def test_what_is_not_in_force_has_not_fallen(tiny: Scheme, kind: str) -> None:
    """Fallen speaks only of a level that is in force."""
    no = refresh({"quiet": NotMet(answer="not_met")})
    decisions = (grant(GRANTED, UNTIL, "hushed"), act(kind, REFRESHED, 2))
    made = case(says(tiny, *ALL), findings(tiny), decisions, ((REFRESHED, no),))
    result = concluded(tiny, REFRESHED, made)
    assert (result.standing.level, result.fallen) == (None, False)


def test_a_label_that_ended_is_shown_as_on_its_last_day(tiny: Scheme) -> None:
    """Years later nothing has grown older, and an update after the end changes nothing."""
    no = refresh({"quiet": NotMet(answer="not_met")})
    made = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "hushed"),), ((UNTIL + DAY, no),))
    last, later = concluded(tiny, UNTIL, made).case, concluded(tiny, date(2040, 1, 1), made).case
    assert last is not None
    assert later is not None
    assert (later.on, later.present, later.award) == (UNTIL, last.present, last.award)


def test_an_answer_without_a_finding_is_not_assessed_and_gives_no_points(tiny: Scheme) -> None:
    """It is told apart from not met."""
    made = case(says(tiny, *ALL), findings(tiny, left_out="shelves"))
    found = concluded(tiny, CLOSED, made).case
    assert found is not None
    assert (found.present["shelves"].state.value, found.present["shelves"].step) == ("not_assessed", 0)


def test_assessors_from_abroad_are_counted_by_the_country_they_act_from(tiny: Scheme) -> None:
    """One of the two acts from another country than the place; a party that is not recorded counts for nothing."""
    found = concluded(tiny, CLOSED, case(says(tiny, *ALL), findings(tiny))).case
    assert found is not None
    assert found.assessors_from_abroad == 1


def test_a_renewal_in_work_stands_beside_the_label_in_force(tiny: Scheme) -> None:
    """The status rests on the first case until the second is decided."""
    first = case(says(tiny, *ALL), findings(tiny), (grant(GRANTED, UNTIL, "hushed"),))
    applied = application(says(tiny, "quiet"), submitted_on=REFRESHED)
    second = Case(id="tiny-2", edition="tiny", application=applied)
    before, after = concluded(tiny, REFRESHED - DAY, first, second), concluded(tiny, REFRESHED, first, second)
    assert before.open_case is None
    assert after.case is not None
    assert after.open_case is not None
    assert (after.case.case.id, after.standing.level, after.open_case.case.id) == ("tiny", "hushed", "tiny-2")


def test_a_place_that_has_not_applied_yet_has_no_case(tiny: Scheme) -> None:
    """The day before its application nothing is known of it."""
    assert concluded(tiny, APPLIED - DAY, case(says(tiny))).case is None


def test_stale_evidence_gives_no_points_once_a_refresh_was_missed(tiny: Scheme) -> None:
    """Standing evidence nobody confirmed counts until the grace is over, and then the level falls."""
    made = case(
        {criterion: values({_asked(tiny, criterion): True}, evidence()) for criterion in tiny.criteria},
        findings(tiny),
        (grant(GRANTED, date(2031, 5, 31), "hushed"),),
    )
    grace = date(2029, 6, 1) + timedelta(days=tiny.edition.evidence.grace_days)
    assert (concluded(tiny, grace, made).fallen, concluded(tiny, grace + DAY, made).fallen) == (False, True)
