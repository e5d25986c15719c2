"""What was published stays: every forbidden change is found at its line, and lawful additions are left alone."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.repository import commit_all

from citylabel.cli import main
from citylabel.messages import catalogue
from citylabel.messages.procedure_history import HISTORY
from citylabel.site.against import audit_against

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from citylabel.problems import Problem

HERE = Path(__file__).resolve().parent
FIXTURES = HERE / "against"
BASE = HERE / "consistency" / "base"
DAY = "2030-06-15"
CODES = {message.code for message in HISTORY}
KEYS = {"before", "add_before", "remove_before", "edits", "add", "remove", "expect"}
DECISIONS = Path("data/cities/fi-birkavik/2026/decisions.yml")


def fixtures() -> list[Path]:
    """All fixtures, by name."""
    return sorted(FIXTURES.glob("*.yml"))


def recipe_of(fixture: Path) -> dict[str, Any]:
    """What a fixture changes before and after the commit, and what it expects."""
    recipe: dict[str, Any] = yaml.safe_load(fixture.read_text("utf-8"))
    assert set(recipe) <= KEYS, "a key that nobody reads"
    return recipe


def change(root: Path, removed: list[str], added: Mapping[str, str], edits: list[dict[str, str]]) -> None:
    """Take away, add and edit files; a text that is replaced stands in its file exactly once."""
    for path in removed:
        (shutil.rmtree if (root / path).is_dir() else Path.unlink)(root / path)
    for path, text in added.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for edit in edits:
        text = (root / edit["file"]).read_text("utf-8")
        assert text.count(edit["find"]) == 1, f"{edit['find']!r} stands {text.count(edit['find'])} times"
        (root / edit["file"]).write_text(text.replace(edit["find"], edit["put"]), "utf-8")


def published(root: Path, recipe: Mapping[str, Any] | None = None) -> Path:
    """The base tree, committed."""
    recipe = recipe or {}
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    change(root, recipe.get("remove_before", []), recipe.get("add_before", {}), recipe.get("before", []))
    commit_all(root)
    return root


@pytest.fixture(scope="module", name="look")
def _look(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], tuple[Problem, ...]]:
    """Give what is said of a fixture; each repository is made once."""

    @cache
    def look(fixture: Path) -> tuple[Problem, ...]:
        recipe = recipe_of(fixture)
        root = published(tmp_path_factory.mktemp("repository"), recipe)
        change(root, recipe.get("remove", []), recipe.get("add", {}), recipe.get("edits", []))
        return audit_against(root, "HEAD")

    return look


def told(problem: Problem) -> str:
    """A problem as fixtures write it."""
    return f"{problem.place.path} {problem.place.line}:{problem.place.column} {problem.code}"


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_a_change_is_found_exactly_where_it_was_made(
    fixture: Path, look: Callable[[Path], tuple[Problem, ...]]
) -> None:
    """No forbidden change is missed, and no lawful one is refused."""
    assert sorted(map(told, look(fixture))) == sorted(recipe_of(fixture)["expect"])


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_a_fixture_is_named_by_the_code_that_it_expects(fixture: Path) -> None:
    """A fixture for another code than its own tests nothing; one that is allowed expects nothing."""
    code, expected = fixture.name.partition("_")[0], recipe_of(fixture)["expect"]
    assert code in CODES
    assert {line.rpartition(" ")[2] for line in expected} == (set() if "_allowed_" in fixture.name else {code})


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_every_problem_is_said_in_whole_sentences(fixture: Path, look: Callable[[Path], tuple[Problem, ...]]) -> None:
    """No slot stays empty and no name of the program shows."""
    for problem in look(fixture):
        for said in (problem.sentence, problem.repair):
            assert said.endswith(".")
            assert said[0] == '"' or said[0].isupper()
            assert not any(sign in said for sign in ("  ", " ,", '""', "None", "How."))


def test_records_that_stayed_as_they_were_pass(tmp_path: Path) -> None:
    """Nothing changed, nothing said."""
    assert audit_against(published(tmp_path), "main") == ()


def test_the_command_refuses_a_changed_decision_and_names_its_line(tmp_path: Path) -> None:
    """The change alone is lawful in itself; only against the revision it is not."""
    root = published(tmp_path)
    change(root, [], {}, [{"file": DECISIONS.as_posix(), "find": "It was shown.", "put": "It was nice."}])
    alone = check(root)
    assert (alone.exit_code, alone.stdout) == (0, "No problems found.\n")
    result = check(root, "--against", "HEAD", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(one["path"], one["line"], one["code"]) for one in found] == [(DECISIONS.as_posix(), 8, "RULE70")]
    assert '"reason"' in found[0]["sentence"]


def test_a_broken_file_is_told_as_broken_and_not_as_changed(tmp_path: Path) -> None:
    """What cannot be read is an error already."""
    root = published(tmp_path)
    (root / DECISIONS).write_text("format: citylabel/decisions/1\n", "utf-8")
    codes = {one["code"] for one in json.loads(check(root, "--against", "HEAD", "--format", "json").stdout)}
    assert codes == {"DATA01"}


@pytest.mark.parametrize("name", ["nowhere", "--help", "", "HEAD:data", "HEAD\n", "main..HEAD", "-"])
def test_a_revision_that_does_not_exist_is_wrong_use(tmp_path: Path, name: str) -> None:
    """Said in one sentence, exit code 2, whatever the name looks like."""
    result = check(published(tmp_path), f"--against={name}")
    assert result.exit_code == 2
    assert "There is no revision" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_without_repository_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare with."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    result = check(tmp_path, "--against", "HEAD")
    assert result.exit_code == 2
    assert "no git repository" in result.stderr


def test_a_machine_without_git_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, no traceback."""
    root = published(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    result = check(root, "--against", "HEAD")
    assert result.exit_code == 2
    assert "Git is not installed" in result.stderr


def test_every_code_about_history_is_in_the_catalogue() -> None:
    """`citylabel problem CODE` explains each."""
    assert {message.code for message in catalogue()} >= CODES


def check(root: Path, *words: str) -> Result:
    """Type `citylabel check` for a folder."""
    return CliRunner().invoke(main, ["check", "--root", str(root), "--on", DAY, *words], catch_exceptions=False)
