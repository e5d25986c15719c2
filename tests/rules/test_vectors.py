"""The histories that Python and the browser share are those of the rules, and they cover all states."""

from __future__ import annotations

import json

import pytest
from tests.rules.vectors import FILE, HISTORIES, History, histories, written

from citylabel.model.decision import Decisions
from citylabel.rules.lifecycle import OPEN_CASE, Status


def test_the_file_says_what_the_rules_conclude() -> None:
    """A rule that changes changes the file; then the browser has to follow: `python -m tests.rules.vectors`."""
    assert FILE.read_text("utf-8") == written()


@pytest.mark.parametrize("history", tuple(histories()), ids=lambda each: each.name)
def test_pages_publish_a_history_in_the_form_it_is_written_in_here(history: History) -> None:
    """What a page carries for the browser is the whole history, in order."""
    assert history.published == HISTORIES[history.name]


def test_every_kind_of_decision_is_in_a_history() -> None:
    """A new kind needs a history, or nobody knows what the browser makes of it."""
    kinds = {act.split(" ")[0] for text in HISTORIES.values() for act in text.split(";")}
    schema = Decisions.model_json_schema()["$defs"].values()
    known = {each["properties"]["decision"]["const"] for each in schema if "decision" in each.get("properties", {})}
    assert known == kinds


def test_every_status_that_decisions_lead_to_is_in_a_history() -> None:
    """Only open cases are no matter of dates; that a place is no more is tested in the browser by itself."""
    told = {each["status"] for vector in json.loads(FILE.read_text("utf-8")) for each in vector["on"].values()}
    assert told == {status.value for status in Status} - {status.value for status in OPEN_CASE} - {"succeeded"}
