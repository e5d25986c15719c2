"""Where a place stands, in words and drawings, the same on every page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.views.made_register import library, row

from citylabel.rules.lawful import LAWFUL, kind_of
from citylabel.rules.lifecycle import Status
from citylabel.views.standing import level_look, look, said, sign_look
from citylabel.words import read_words

WORDS = read_words()
LOST: dict[str, Any] = {"level": None, "since": date(2030, 2, 15)}


def test_a_label_in_force_says_its_level_and_its_last_day() -> None:
    assert said(WORDS, library(), row()).line == "Silver until 3 May 2032"
    assert said(WORDS, library(), row(ends_soon=True)).line == "Silver ends soon, on 3 May 2032"


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (Status.EXPIRED, "Expired on 3 May 2032, was Silver"),
        (Status.SUSPENDED, "Suspended since 15 Feb 2030, was Silver"),
        (Status.WITHDRAWN, "Withdrawn on 15 Feb 2030, was Silver"),
        (Status.TERMINATED, "Ended on 15 Feb 2030, was Silver"),
        (Status.SUCCEEDED, "Has a successor since 15 Feb 2030, was Silver"),
    ],
)
def test_a_lost_label_says_since_when_and_what_it_was(status: Status, line: str) -> None:
    assert said(WORDS, library(), row(status=status, **LOST)).line == line


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (Status.RECEIVED, "Application received on 15 Feb 2030, for Silver"),
        (Status.UNDER_EVALUATION, "Under evaluation since 15 Feb 2030, applies for Silver"),
        (Status.UNDER_REVIEW, "Under review since 15 Feb 2030, applies for Silver"),
        (Status.REFUSED, "Refused on 15 Feb 2030, had applied for Silver"),
        (Status.APPLICATION_WITHDRAWN, "Application withdrawn on 15 Feb 2030, had applied for Silver"),
        (Status.SUCCEEDED, "Has a successor since 15 Feb 2030"),
    ],
)
def test_a_place_without_a_label_says_what_it_applied_for(status: Status, line: str) -> None:
    shown = row(status=status, last_level=None, until=None, granted_on=None, **LOST)
    assert said(WORDS, library(), shown).line == line


def test_a_lost_label_is_drawn_by_its_sign_and_never_by_its_level() -> None:
    lost = look(library(), row(status=Status.WITHDRAWN, **LOST))
    assert (lost.filled, lost.status, lost.tone) == (0, "withdrawn", "")
    assert look(library(), row(status=Status.RECEIVED, **LOST)).status == "none"
    assert look(library(), row(status=Status.SUCCEEDED, **LOST)).status == "succeeded"


def test_levels_are_rungs_and_the_committed_status_stands_below_them() -> None:
    ladder = [level.id for level in library().levels]
    assert [level_look(library(), level).filled for level in ladder] == list(range(1, len(ladder) + 1))
    assert level_look(library(), "committed").filled == 0
    with pytest.raises(ValueError, match="platinum"):
        level_look(library(), "platinum")


def test_every_status_and_every_decision_has_its_word_and_sign() -> None:
    for status in Status:
        assert WORDS.t(f"status.{status}")
    for kind in map(kind_of, LAWFUL):
        assert WORDS.t(f"decision.{kind}")
    signs = {kind: sign_look(library(), kind, library().label.edition).status for kind in ("refusal", "restoration")}
    assert signs == {"refusal": "refused", "restoration": "none"}
