"""`citylabel expiring`: what runs out is listed for people and for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from citylabel.cli import main

ROOT = Path(__file__).resolve().parent.parent
DAY = "2030-06-15"


@pytest.fixture(scope="module", name="copy")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the records with two places."""
    root = tmp_path_factory.mktemp("expiring")
    shutil.copytree(ROOT / "data", root / "data", ignore=shutil.ignore_patterns("cities"))
    for city in ("fi-koivulahdenranta", "ee-uuskalda"):
        shutil.copytree(ROOT / "data" / "cities" / city, root / "data" / "cities" / city)
    return root


def run(root: Path, *words: str) -> Result:
    """Type the command."""
    return CliRunner().invoke(main, ["expiring", "--root", str(root), *words], catch_exceptions=False)


def listed(root: Path, *words: str) -> list[dict[str, Any]]:
    """What a program gets."""
    result = run(root, "--json", *words)
    assert result.exit_code == 0
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_a_line_has_the_date_the_place_and_what_runs_out_and_marks_specimens(copy: Path) -> None:
    lines = run(copy, "--on", "2032-06-15", "--within", "999d").stdout.splitlines()
    assert "2033-04-14  ee-uuskalda  last day of Gold (in 303 days) [specimen]" in lines
    assert [line[:10] for line in lines] == sorted(line[:10] for line in lines)
    assert any("days overdue" in line for line in lines)


def test_places_stand_in_one_column_however_long_their_ids(copy: Path) -> None:
    lines = run(copy, "--on", DAY, "--within", "30d").stdout.splitlines()
    assert {line[12:33].rstrip() for line in lines} == {"ee-uuskalda", "fi-koivulahdenranta"}


def test_programs_get_the_same_as_objects(copy: Path) -> None:
    found = listed(copy, "--on", DAY, "--within", "9999d")
    assert {each["kind"] for each in found} == {"award", "refresh", "evidence", "commitment"}
    (gold,) = [each for each in found if each["kind"] == "award" and each["city"] == "ee-uuskalda"]
    assert gold == {
        "on": "2033-04-14",
        "days": 1034,
        "city": "ee-uuskalda",
        "specimen": True,
        "kind": "award",
        "criterion": None,
        "id": None,
        "what": "gold",
    }


def test_only_what_runs_out_in_the_time_asked_for_is_listed(copy: Path) -> None:
    assert all(each["days"] <= 30 for each in listed(copy, "--on", DAY, "--within", "30d"))


def test_nothing_is_said_in_words(copy: Path) -> None:
    assert run(copy, "--on", "2026-01-01", "--within", "0d").stdout == "Nothing runs out in this time.\n"


def test_without_a_day_specimens_keep_to_their_demonstration_date(copy: Path) -> None:
    assert listed(copy, "--within", "90d") == listed(copy, "--within", "90d", "--on", DAY)


def test_a_time_that_is_no_number_of_days_is_refused_with_the_right_form(copy: Path) -> None:
    result = run(copy, "--within", "3 months")
    assert result.exit_code == 2
    assert "Write it as 90d." in result.stderr


def test_hidden_specimens_are_not_listed(copy: Path, tmp_path: Path) -> None:
    root = shutil.copytree(copy, tmp_path / "own")
    label = root / "data/label.yml"
    label.write_text(label.read_text("utf-8").replace("  shown: true", "  shown: false"), "utf-8")
    assert listed(root, "--on", DAY, "--within", "9999d") == []


def test_records_with_errors_are_refused_with_their_problems(copy: Path, tmp_path: Path) -> None:
    root = shutil.copytree(copy, tmp_path / "spoilt")
    city = root / "data/cities/ee-uuskalda/city.yml"
    city.write_text(city.read_text("utf-8") + "\nmayor: me\n", "utf-8")
    result = run(root, "--on", DAY)
    assert result.exit_code == 1
    assert "data/cities/ee-uuskalda/city.yml" in result.stderr
