"""What commitments have come to on a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from tests.rules.made import application, results

from citylabel.model.casefile import Case
from citylabel.model.commitment import Commitment, Progress
from citylabel.model.update import Update
from citylabel.rules.commitments import CommitmentState, Outcome, Pledge, figures, pledges
from citylabel.rules.committed import committed
from citylabel.rules.conformity import Result, State
from citylabel.rules.reason import because

if TYPE_CHECKING:
    from citylabel.rules.award import Requirement
    from citylabel.rules.scheme import Scheme

DAY = timedelta(days=1)
BY = date(2029, 12, 31)
NOTED = date(2029, 5, 1)


def commitment(identifier: str = "c1", by: date = BY) -> Commitment:
    """A commitment due on a day."""
    return Commitment(id=identifier, criterion="a1", step=1, what="A vote", by=by, responsible="Council")


def note(state: Literal["open", "done", "dropped"], identifier: str = "c1") -> Update:
    """An update that says how far it has come."""
    progress = Progress(commitment=identifier, state=state, note="As planned.")
    return Update(format="citylabel/update/1", progress=(progress,))


def stands(on: date, *updates: tuple[date, Update], made: tuple[Commitment, ...] | None = None) -> tuple[Pledge, ...]:
    """The commitments of a case on a day."""
    applied = application().model_copy(update={"commitments": (commitment(),) if made is None else made})
    return pledges(Case(id="2026", edition="2026", application=applied, updates=updates), on)


@pytest.mark.parametrize(
    ("on", "updates", "state"),
    [
        (BY, [], CommitmentState.OPEN),
        (BY + DAY, [], CommitmentState.LATE),
        (NOTED - DAY, [(NOTED, "done")], CommitmentState.OPEN),
        (NOTED, [(NOTED, "done")], CommitmentState.DONE),
        (BY + DAY, [(NOTED, "done")], CommitmentState.DONE),
        (BY + DAY, [(NOTED, "dropped")], CommitmentState.DROPPED),
        (BY + DAY, [(NOTED, "open")], CommitmentState.LATE),
        (BY, [(NOTED, "done"), (NOTED + DAY, "open")], CommitmentState.OPEN),
        (BY + 9 * DAY, [(BY + 5 * DAY, "done")], CommitmentState.DONE),
        (BY + 4 * DAY, [(BY + 5 * DAY, "done")], CommitmentState.LATE),
    ],
    ids=[
        "on its day",
        "a day later",
        "before it was noted",
        "done",
        "done stays done",
        "dropped is not late",
        "open is no excuse",
        "the latest note counts",
        "done late",
        "not yet done late",
    ],
)
def test_a_commitment_is_what_was_last_noted_by_the_date_or_late(
    on: date, updates: list[tuple[date, Literal["open", "done", "dropped"]]], state: CommitmentState
) -> None:
    """It is in time through its last day, and nothing noted later counts."""
    (pledge,) = stands(on, *((day, note(said)) for day, said in updates))
    assert pledge.state is state


def test_a_note_speaks_of_its_own_commitment_alone() -> None:
    """One done, the other still open."""
    both = (commitment("c1"), commitment("c2"))
    assert [(p.commitment.id, p.state.value) for p in stands(NOTED, (NOTED, note("done", "c2")), made=both)] == [
        ("c1", "open"),
        ("c2", "done"),
    ]


def test_the_note_and_its_day_are_kept() -> None:
    """A reader sees what was said, and when."""
    (pledge,) = stands(BY, (NOTED, note("done")))
    assert (pledge.noted_on, pledge.progress and pledge.progress.note) == (NOTED, "As planned.")


def test_commitments_of_an_update_count_from_its_day_on_and_stand_by_deadline() -> None:
    """The earliest deadline stands first."""
    later = Update(format="citylabel/update/1", commitments=(commitment("c2", BY - DAY),))
    assert [p.commitment.id for p in stands(NOTED - DAY, (NOTED, later))] == ["c1"]
    assert [p.commitment.id for p in stands(NOTED, (NOTED, later))] == ["c2", "c1"]


@pytest.mark.parametrize(
    ("notes", "outcome"),
    [
        ([(BY, "done")], Outcome.KEPT_IN_TIME),
        ([(BY + DAY, "done")], Outcome.KEPT_LATE),
        ([(NOTED, "done"), (BY + DAY, "done")], Outcome.KEPT_IN_TIME),
        ([(NOTED, "done"), (BY, "open"), (BY + DAY, "done")], Outcome.KEPT_LATE),
        ([(NOTED, "dropped"), (BY, "done")], Outcome.KEPT_IN_TIME),
        ([(BY + DAY, "dropped")], Outcome.DROPPED),
        ([(NOTED, "open")], Outcome.LATE),
    ],
    ids=[
        "on its last day",
        "a day later",
        "said again later",
        "taken back and done late",
        "dropped, then done",
        "dropped",
        "open",
    ],
)
def test_kept_in_time_is_what_was_first_reported_done_by_its_date(
    notes: list[tuple[date, Literal["open", "done", "dropped"]]], outcome: Outcome
) -> None:
    """A note that repeats it does not make it late; one that takes it back does."""
    (pledge,) = stands(BY + 30 * DAY, *((day, note(said)) for day, said in notes))
    assert pledge.outcome is outcome


def test_figures_give_a_number_for_every_outcome() -> None:
    """What nobody did is 0 and not left out; the sum is the number of commitments."""
    counted = figures([Outcome.OPEN, Outcome.KEPT_LATE, Outcome.OPEN])
    assert counted == {
        Outcome.KEPT_IN_TIME: 0,
        Outcome.KEPT_LATE: 1,
        Outcome.OPEN: 2,
        Outcome.LATE: 0,
        Outcome.DROPPED: 0,
    }


def test_a_commitment_knows_the_day_it_was_made() -> None:
    """That of the application, or of the update."""
    later = Update(format="citylabel/update/1", commitments=(commitment("c2"),))
    assert [p.made_on for p in stands(NOTED, (NOTED, later))] == [application().submitted_on, NOTED]


class TestCommitted:
    """The status beside the ladder: step 1 of A1, an answer to everything, a date for each missing prerequisite."""

    def lacks(self, scheme: Scheme, made: dict[str, Result], promised: set[str]) -> list[tuple[str, object]]:
        """What is not there, by code and criterion."""
        asked = committed(scheme.edition, made, promised)
        return [_told(requirement) for requirement in asked if not requirement.holds]

    def test_it_may_be_granted_with_a1_and_a_promise_for_the_rest(self, edition_2026: Scheme) -> None:
        """No points are needed elsewhere."""
        made = results(dict.fromkeys(edition_2026.criteria, 0) | {"a1": 1})
        assert self.lacks(edition_2026, made, {"b1", "d1", "d2", "g1", "h1"}) == []

    def test_a_promise_does_not_stand_for_a1(self, edition_2026: Scheme) -> None:
        """The council's vote comes first."""
        made = results(dict.fromkeys(edition_2026.criteria, 3) | {"a1": 0})
        assert self.lacks(edition_2026, made, {"a1"}) == [("criterion_step", "a1")]

    def test_each_missing_prerequisite_without_a_date_is_named(self, edition_2026: Scheme) -> None:
        """B1 and H1 are missing, and only H1 was promised."""
        made = results(dict.fromkeys(edition_2026.criteria, 3) | {"b1": 0, "h1": 0})
        assert self.lacks(edition_2026, made, {"h1"}) == [("commitment", "b1")]

    def test_not_met_is_an_answer_and_not_answered_is_none(self, edition_2026: Scheme) -> None:
        """A self-assessment is complete when everything is answered, also with no."""
        made = results(dict.fromkeys(edition_2026.criteria, 3) | {"f1": 0})
        assert self.lacks(edition_2026, made, set()) == []
        made["f1"] = Result(criterion="f1", state=State.NOT_ANSWERED, step=0, reasons=(because("not_answered"),))
        assert self.lacks(edition_2026, made, set()) == [("complete", ("f1",))]

    def test_a_scheme_without_it_asks_nothing(self, tiny: Scheme) -> None:
        """Another scheme may have no such status."""
        assert committed(tiny.edition, results(dict.fromkeys(tiny.criteria, 0)), set()) == ()


def _told(requirement: Requirement) -> tuple[str, object]:
    facts = dict(requirement.reason.facts)
    return requirement.reason.code, facts.get("criterion", facts.get("criteria"))
