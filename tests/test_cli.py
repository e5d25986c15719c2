"""The command: what people type, what it says, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citylabel.cli import main
from citylabel.messages import catalogue

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-23"


def run(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Path:
    """A copy of the records with two places, free to be spoilt."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("cities"))
    for city in ("fi-koivulahdenranta", "ro-valea-sticlei"):
        shutil.copytree(ROOT / "data" / "cities" / city, tmp_path / "data" / "cities" / city)
    return tmp_path


def test_the_records_of_this_repository_are_in_order() -> None:
    """Nothing to repair."""
    result = run("check", "--root", str(ROOT), "--on", DAY)
    assert (result.exit_code, "error" in result.stdout.split("\n")[-2]) == (0, False), result.stdout


def test_placeholders_are_refused_for_publishing_only() -> None:
    """Addresses under .example can never exist."""
    result = run("check", "--root", str(ROOT), "--on", DAY, "--publish")
    assert result.exit_code == 1
    assert "RULE90" in result.stdout
    assert "CITYLABEL_SITE_URL" in result.stdout


def test_three_mistakes_in_two_files_are_all_reported_in_one_run(copy: Path) -> None:
    """Each with file, line and column; exit code 1."""
    city = copy / "data/cities/fi-koivulahdenranta"
    identity = (city / "city.yml").read_text("utf-8")
    (city / "city.yml").write_text(identity.replace("kind: city", "kind: citty") + "\nmayor: me\n", "utf-8")
    application = (city / "2026/application.yml").read_text("utf-8")
    spoilt = application.replace("seeks: ", "seeks: NO #", 1)
    (city / "2026/application.yml").write_text(spoilt, "utf-8")
    result = run("check", "--root", str(copy), "--on", DAY)
    found = [line.split(":")[0] for line in result.stdout.splitlines() if "error[" in line]
    assert result.exit_code == 1
    assert found.count("data/cities/fi-koivulahdenranta/city.yml") == 2
    assert found.count("data/cities/fi-koivulahdenranta/2026/application.yml") == 1


def test_json_gives_every_problem_as_an_object(copy: Path) -> None:
    """For programs: path, line, column, code, severity, sentence, repair."""
    (copy / "data/cities/ro-valea-sticlei/2026/application.yml").write_text("a: &x 1\n", "utf-8")
    result = run("check", "--root", str(copy), "--on", DAY, "--format", "json")
    (first, *_) = json.loads(result.stdout)
    assert set(first) == {"path", "line", "column", "code", "severity", "sentence", "repair"}


def test_github_gets_annotations(copy: Path) -> None:
    """For pull requests: each problem on its line."""
    (copy / "data/cities/ro-valea-sticlei/2026/application.yml").write_text("a: &x 1\n", "utf-8")
    result = run("check", "--root", str(copy), "--on", DAY, "--format", "github")
    assert result.stdout.startswith("::error file=data/cities/ro-valea-sticlei/2026/application.yml,line=1")


def test_only_the_paths_asked_for_are_reported(copy: Path) -> None:
    """A clerk looks at one file; the others' problems are not theirs."""
    (copy / "data/cities/ro-valea-sticlei/2026/application.yml").write_text("a: &x 1\n", "utf-8")
    other = copy / "data/cities/fi-koivulahdenranta"
    assert run("check", "--root", str(copy), "--on", DAY, str(other)).exit_code == 0
    assert run("check", "--root", str(copy), "--on", DAY, str(copy / "data/cities/ro-valea-sticlei")).exit_code == 1


def test_wrong_use_ends_with_two() -> None:
    """Neither fine nor an error of the records."""
    assert run("check", "--on", "yesterday").exit_code == 2


@pytest.mark.parametrize("code", [message.code for message in catalogue()])
def test_every_code_can_be_explained(code: str) -> None:
    """`citylabel problem CODE` says what is wrong, why, and how to repair it; small letters will do."""
    result = run("problem", code.lower())
    assert result.exit_code == 0
    assert code in result.stdout
    assert "Repair:" in result.stdout


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    """Slips of the pen are helped."""
    result = run("problem", "YALM05")
    assert result.exit_code == 2
    assert "Did you mean YAML" in result.output


def test_status_of_a_specimen_keeps_to_the_demonstration_date() -> None:
    """Without a date it is shown as on the day of the demonstration, and says so."""
    result = run("status", "fi-koivulahdenranta", "--root", str(ROOT))
    assert result.exit_code == 0
    assert "2030-06-15" in result.stderr
    assert "Silver" in result.stdout


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2027-01-01", "had not applied"),
        ("2028-03-19", "under review"),
        ("2031-03-19", "silver"),
        ("2031-03-20", "expired"),
    ],
)
def test_status_can_be_asked_for_any_date(on: str, said: str) -> None:
    """The whole history: before, during, on the last day, the day after."""
    result = run("status", "fi-koivulahdenranta", "--root", str(ROOT), "--on", on)
    assert said in result.stdout.lower()


def test_status_as_json_is_what_the_site_publishes() -> None:
    """The same words for programs."""
    result = run("status", "fi-koivulahdenranta", "--root", str(ROOT), "--json")
    content = json.loads(result.stdout)
    assert (content["level"], content["specimen"]) == ("silver", True)


def test_an_unknown_place_is_answered_with_help() -> None:
    """Wrong use, and what to look at."""
    result = run("status", "fi-koivula", "--root", str(ROOT))
    assert result.exit_code == 2
    assert "fi-koivulahdenranta" in result.output


@pytest.mark.parametrize("verb", ["explain", "gap"])
@pytest.mark.parametrize("city", sorted(path.name for path in (ROOT / "data" / "cities").iterdir()))
def test_every_place_can_be_explained(verb: str, city: str) -> None:
    """Whatever its status, there is something to say."""
    result = run(verb, city, "--root", str(ROOT))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) >= 1


def test_every_verb_has_help() -> None:
    """`citylabel VERB --help` begins with a sentence."""
    for name, verb in main.commands.items():
        assert verb.help, name
        assert run(name, "--help").exit_code == 0
