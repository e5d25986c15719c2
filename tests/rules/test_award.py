"""Levels: the clauses of the edition's award rule, and a second scheme through the same rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.made import results

from citylabel.rules.award import award, tally
from citylabel.rules.conformity import State
from citylabel.rules.gap import gap, next_level
from citylabel.rules.trial import differences
from citylabel.words import read_words

if TYPE_CHECKING:
    from citylabel.rules.scheme import Scheme

TINY = ("quiet", "chairs", "whisper", "shelves")
steps_2026 = st.lists(st.integers(0, 3), min_size=36, max_size=36)


def _steps(scheme: Scheme, steps: list[int]) -> dict[str, int]:
    return dict(zip(scheme.edition.criterion_ids, steps, strict=True))


class TestASecondScheme:
    """Another scheme is another `edition.yml`: two levels, four yes/no criteria, weights."""

    @pytest.mark.parametrize(
        ("met", "level", "total"),
        [
            ((), None, Fraction(0)),
            (("quiet",), "plain", Fraction(1, 2)),
            (("chairs", "whisper", "shelves"), None, Fraction(1, 2)),
            (("quiet", "whisper", "shelves"), "hushed", Fraction(5, 6)),
            (("quiet", "chairs", "whisper"), "plain", Fraction(5, 6)),
            (TINY, "hushed", Fraction(1)),
        ],
        ids=["nothing", "quiet alone", "all but the prerequisite", "all but chairs", "below a floor", "everything"],
    )
    def test_weights_floors_and_prerequisites_come_from_its_record(
        self, tiny: Scheme, met: tuple[str, ...], level: str | None, total: Fraction
    ) -> None:
        """The theme `room` weighs twice, the criterion `quiet` three times."""
        concluded = award(tiny.edition, results({c: int(c in met) for c in TINY}), assessors_from_abroad=0)
        assert (concluded.level, concluded.tally.total) == (level, total)

    def test_its_worked_cases_come_out(self, tiny: Scheme) -> None:
        """Cases of any scheme run."""
        assert [line for c in tiny.criteria.values() for line in differences(c, tiny.edition)] == []


class TestLevels2026:
    """Bronze 1/2, Silver 2/3 and a third everywhere, Gold 5/6, half everywhere, H3 and an assessor from abroad."""

    @pytest.mark.parametrize(("everywhere", "level"), [(0, None), (1, None), (2, "silver"), (3, "gold")])
    def test_the_same_step_everywhere(self, edition_2026: Scheme, everywhere: int, level: str | None) -> None:
        """Step 2 throughout is exactly two thirds, and exactly two thirds is enough."""
        steps = _steps(edition_2026, [everywhere] * 36)
        assert award(edition_2026.edition, results(steps), assessors_from_abroad=1).level == level

    def test_half_at_step_one_and_half_at_step_two_is_bronze(self, edition_2026: Scheme) -> None:
        """Half of each theme at step 1 and half at step 2 is exactly one half of the points."""
        steps = {
            criterion: 1 + position % 2
            for theme in edition_2026.edition.themes
            for position, criterion in enumerate(theme.criteria)
        }
        steps["b5"] = 2  # themes of five: lift the odd one, or they stay below a half
        steps["d5"] = 2
        assert award(edition_2026.edition, results(steps), assessors_from_abroad=0).level == "bronze"

    def test_gold_needs_an_assessor_from_abroad(self, edition_2026: Scheme) -> None:
        """With every point but no assessor from another country it is Silver."""
        steps = _steps(edition_2026, [3] * 36)
        assert award(edition_2026.edition, results(steps), assessors_from_abroad=0).level == "silver"

    @pytest.mark.parametrize("prerequisite", ["a1", "b1", "d1", "d2", "g1", "h1"])
    def test_no_points_make_up_for_a_prerequisite(self, edition_2026: Scheme, prerequisite: str) -> None:
        """Everything else at step 3 and one prerequisite missing: no level."""
        steps = _steps(edition_2026, [3] * 36) | {prerequisite: 0}
        assert award(edition_2026.edition, results(steps), assessors_from_abroad=1).level is None

    def test_a_theme_at_zero_stops_bronze(self, edition_2026: Scheme) -> None:
        """Theme F has no prerequisite, yet it may not be empty."""
        steps = _steps(edition_2026, [3] * 36) | dict.fromkeys(("f1", "f2", "f3", "f4"), 0)
        assert award(edition_2026.edition, results(steps), assessors_from_abroad=1).level is None

    def test_not_applicable_leaves_the_denominator(self, edition_2026: Scheme) -> None:
        """A theme's share is points over what applies."""
        made = results(_steps(edition_2026, [2] * 36))
        from dataclasses import replace  # noqa: PLC0415 - used here alone

        made["f3"] = replace(made["f3"], state=State.NOT_APPLICABLE, step=0)
        share = next(t for t in tally(edition_2026.edition, made).themes if t.theme == "f")
        assert (share.points, share.possible, share.share) == (6, 9, Fraction(2, 3))


class TestLadder:
    """A level of the ladder implies the lower ones."""

    @settings(max_examples=150, deadline=None)
    @given(steps=steps_2026)
    def test_a_level_implies_all_requirements_of_the_levels_below(self, edition_2026: Scheme, steps: list[int]) -> None:
        """Whoever holds Silver also meets everything that Bronze asks."""
        concluded = award(edition_2026.edition, results(_steps(edition_2026, steps)), assessors_from_abroad=1)
        ladder = [level.id for level in edition_2026.edition.levels]
        reached = ladder[: ladder.index(concluded.level) + 1] if concluded.level else []
        assert not [r for level in reached for r in concluded.open_for(level)]

    @settings(max_examples=150, deadline=None)
    @given(steps=steps_2026, position=st.integers(0, 35))
    def test_one_step_more_never_lowers_the_level(self, edition_2026: Scheme, steps: list[int], position: int) -> None:
        """Doing better is never punished."""
        ladder = [None, *(level.id for level in edition_2026.edition.levels)]
        before = award(edition_2026.edition, results(_steps(edition_2026, steps)), assessors_from_abroad=1)
        steps[position] = min(3, steps[position] + 1)
        after = award(edition_2026.edition, results(_steps(edition_2026, steps)), assessors_from_abroad=1)
        assert ladder.index(after.level) >= ladder.index(before.level)
        assert after.tally.total >= before.tally.total

    @settings(max_examples=100, deadline=None)
    @given(steps=steps_2026, order=st.permutations(range(36)))
    def test_the_order_of_records_does_not_matter(
        self, edition_2026: Scheme, steps: list[int], order: list[int]
    ) -> None:
        """Results in any order give the same award."""
        made = results(_steps(edition_2026, steps))
        keys = list(made)
        shuffled = {keys[i]: made[keys[i]] for i in order}
        assert award(edition_2026.edition, shuffled, assessors_from_abroad=1) == award(
            edition_2026.edition, made, assessors_from_abroad=1
        )


class TestRounding:
    """Thresholds are compared exactly; print never lifts anyone over one."""

    @given(n=st.integers(0, 3000), d=st.integers(1, 3000))
    def test_a_printed_per_cent_never_exceeds_the_share(self, n: int, d: int) -> None:
        """66.9 % is never printed as 67 %."""
        share = Fraction(min(n, d), d)
        printed = int(read_words("en").percent(share).split("\N{NARROW NO-BREAK SPACE}")[0])
        assert printed <= share * 100 < printed + 1

    @settings(max_examples=200, deadline=None)
    @given(steps=steps_2026)
    def test_the_total_printed_reaches_a_threshold_only_if_the_total_does(
        self, edition_2026: Scheme, steps: list[int]
    ) -> None:
        """A total printed as at least 50 % is at least one half."""
        total = tally(edition_2026.edition, results(_steps(edition_2026, steps))).total
        printed = int(read_words("en").percent(total).split("\N{NARROW NO-BREAK SPACE}")[0])
        assert (printed >= 50) == (total >= Fraction(1, 2))


class TestGap:
    """What is missing for the next level."""

    @settings(max_examples=60, deadline=None)
    @given(steps=steps_2026)
    def test_the_way_leads_to_the_level(self, edition_2026: Scheme, steps: list[int]) -> None:
        """Taking all moves of the way gives the level it was asked for."""
        made = results(_steps(edition_2026, steps))
        reached = award(edition_2026.edition, made, assessors_from_abroad=1).level
        above = next_level(edition_2026.edition, reached)
        if above is None:
            return
        way = gap(edition_2026.edition, made, above, assessors_from_abroad=1)
        lifted = {c: r.step for c, r in made.items()}
        for move in way.moves:
            assert lifted[move.criterion] == move.from_step
            lifted[move.criterion] = move.to_step
        ladder = [level.id for level in edition_2026.edition.levels]
        now = award(edition_2026.edition, results(lifted), assessors_from_abroad=1).level
        assert now is not None
        assert ladder.index(now) >= ladder.index(above)
