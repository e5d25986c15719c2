"""What a change would do: levels that move, places that come and go, evidence that grows too old."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.repository import commit_all

from citylabel.cli import main

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "consistency" / "base"
DAY = "2028-07-01"
PLACE = "fi-birkavik"
HOSTILE = "@everyone | <img src=x onerror=alert(1)> [a](https://evil.example) `#1` ![b](x)"


@pytest.fixture(name="published")
def _published(tmp_path: Path) -> Path:
    """A little label with one place that holds its lowest level, committed."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    commit_all(tmp_path)
    return tmp_path


def impact(root: Path, *words: str, on: str = DAY) -> Result:
    """Type `citylabel impact` for a folder."""
    asked = ["impact", "--root", str(root), "--on", on, "--against", "HEAD", *words]
    return CliRunner().invoke(main, asked, catch_exceptions=False)


def objects(root: Path, on: str = DAY) -> dict[str, Any]:
    """The same as objects."""
    found: dict[str, Any] = json.loads(impact(root, "--format", "json", on=on).stdout)
    return found


def put(root: Path, path: str, find: str, put: str) -> None:
    """Put one text in the place of another that stands in the file exactly once."""
    text = (root / path).read_text("utf-8")
    assert text.count(find) == 1
    (root / path).write_text(text.replace(find, put), "utf-8")


def raise_threshold(root: Path) -> None:
    """Ask nine of ten counters, where the place has four of five."""
    put(
        root,
        "data/criteria/2026/q1.yml",
        "{measure: open_share, at_least: 1/2}",
        "{measure: open_share, at_least: 9/10}",
    )


def test_a_change_that_moves_nothing_says_so(published: Path) -> None:
    put(published, "data/criteria/2026/q1.yml", "intent: People work.", "intent: People go to work.")
    result = impact(published)
    assert result.exit_code == 0
    assert "Nothing moves: 1 place stands as before." in result.stdout
    assert objects(published)["changes"] == []


def test_a_raised_threshold_moves_what_findings_and_values_support_and_not_what_was_granted(published: Path) -> None:
    """Only a decision changes the level granted."""
    raise_threshold(published)
    found = objects(published)
    assert [(move["level"], move["before"], move["after"], move["specimens"]) for move in found["moves"]] == [
        ("present", "plain", None, 1),
        ("supported", "plain", None, 1),
    ]
    (change,) = found["changes"]
    assert change["steps"] == {"q1": {"before": 1, "after": 0}}
    assert (change["before"]["granted"], change["after"]["granted"]) == ("plain", "plain")
    said = impact(published).stdout
    assert "Would move 1 place from Plain to no level (level that the findings supported). 1 is a specimen" in said
    assert "Present    Plain → no level" in said


def test_the_change_shows_though_check_refuses_it(published: Path) -> None:
    """The grant is above what the findings support now: an error, and just what one wants to see."""
    raise_threshold(published)
    checked = CliRunner().invoke(main, ["check", "--root", str(published), "--on", DAY])
    assert "RULE39" in checked.stdout
    assert objects(published)["unread"] == []


def test_a_decision_moves_the_level_granted_and_the_status(published: Path) -> None:
    decisions = published / "data/cities/fi-birkavik/2026/decisions.yml"
    act = (
        "{id: d2, decision: suspension, decided_on: 2028-06-20, effective_on: 2028-06-20, by: [board-1], reason: Shut.}"
    )
    decisions.write_text(f"{decisions.read_text('utf-8')}  - {act}\n", "utf-8")
    (change,) = objects(published)["changes"]
    assert (change["before"]["status"], change["after"]["status"]) == ("valid", "suspended")
    assert (change["before"]["granted"], change["after"]["granted"]) == ("plain", None)
    assert "Status     In force → Suspended" in impact(published).stdout


def test_places_that_come_and_go_are_counted(published: Path) -> None:
    (published / "data/cities/fi-birkavik").rename(published / "data/cities/fi-harbour")
    assert {one["id"]: (one["before"] is None, one["after"] is None) for one in objects(published)["changes"]} == {
        "fi-birkavik": (False, True),
        "fi-harbour": (True, False),
    }
    said = impact(published).stdout
    assert "1 place would be new." in said
    assert "1 place would be gone." in said


def test_evidence_that_would_be_too_old_is_listed_only_where_it_was_not_before(published: Path) -> None:
    """A shorter life of evidence in the edition."""
    on = "2029-05-01"
    assert objects(published, on=on)["changes"] == []
    put(published, "data/criteria/2026/edition.yml", "months: 24, prerequisite", "months: 17, prerequisite")
    (change,) = objects(published, on=on)["changes"]
    assert [(one["criterion"], one["id"], one["on"]) for one in change["evidence"]] == [
        ("q2", "q2-1", "2029-06-10"),
        ("q3", "q3-1", "2029-06-10"),
    ]
    assert "evidence q2-1 for Q2 would be too old on 10 June 2029" in impact(published, on=on).stdout
    assert "evidence `q2-1` for `Q2`" in impact(published, "--format", "markdown", on=on).stdout


def test_a_place_with_a_broken_file_is_named_and_left_out(published: Path) -> None:
    (published / "data/cities/fi-birkavik/2026/review.yml").write_text("format: nothing\n", "utf-8")
    found = objects(published)
    assert (found["unread"], found["changes"]) == ([PLACE], [])
    assert "Nothing can be said of fi-birkavik" in impact(published).stdout


def test_broken_shared_records_are_told_as_problems(published: Path) -> None:
    (published / "data/label.yml").write_text("format: citylabel/label/1\n", "utf-8")
    result = impact(published)
    assert result.exit_code == 1
    assert "data/label.yml:1:1: error[DATA01]" in result.stderr


def test_a_revision_that_does_not_exist_is_wrong_use(published: Path) -> None:
    result = CliRunner().invoke(main, ["impact", "--root", str(published), "--on", DAY, "--against=--output=x"])
    assert result.exit_code == 2
    assert "There is no revision" in result.stderr


def test_hostile_names_do_nothing_in_markdown(published: Path) -> None:
    """No mention, link, picture, HTML or further cell: they stand in code spans."""
    quoted = json.dumps(HOSTILE)
    put(published, "data/cities/fi-birkavik/city.yml", "text: Birkavik", f"text: {quoted}")
    put(published, "data/criteria/2026/edition.yml", "title: Plain", f"title: {quoted}")
    commit_all(published)
    raise_threshold(published)
    said = impact(published, "--format", "markdown").stdout
    (row,) = [line for line in said.splitlines() if PLACE in line]
    assert row.count("|") == 8
    span = f"`` {HOSTILE.replace('|', chr(166))} ``"
    assert span in row
    for line in said.splitlines():
        rest = line.replace(span, "")
        assert "@" not in rest
        assert "<" not in rest
        assert "](" not in rest


def test_the_same_records_give_the_same_bytes(published: Path) -> None:
    raise_threshold(published)
    for form in ("text", "markdown", "json"):
        assert impact(published, "--format", form).stdout == impact(published, "--format", form).stdout
