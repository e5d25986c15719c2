"""Every kind of disagreement between records has a fixture, and every fixture has exactly what it expects."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from citylabel.messages import catalogue
from citylabel.site.addresses import Addresses
from citylabel.site.audit import audit, audit_for_publishing

if TYPE_CHECKING:
    from citylabel.problems import Problem

FIXTURES = Path(__file__).resolve().parent / "consistency"
BASE = FIXTURES / "base"
TODAY = date(2030, 6, 15)
FAMILIES = ("REF", "RULE")
CODES = {message.code for message in catalogue()}
KEYS = {"edits", "add", "remove", "publish", "expect"}


def fixtures() -> list[Path]:
    """All fixtures, by name."""
    return sorted(FIXTURES.glob("*.yml"))


def recipe_of(fixture: Path) -> dict[str, Any]:
    """What a fixture changes in the base tree, and what it expects."""
    recipe: dict[str, Any] = yaml.safe_load(fixture.read_text("utf-8"))
    assert set(recipe) <= KEYS, "a key that nobody reads"
    return recipe


def lay_out(folder: Path, recipe: dict[str, Any]) -> Path:
    """The base tree with the changes of a recipe."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for path in recipe.get("remove", ()):
        (shutil.rmtree if (folder / path).is_dir() else Path.unlink)(folder / path)
    for path, text in recipe.get("add", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for edit in recipe.get("edits", ()):
        change(folder / edit["file"], edit["find"], edit["put"])
    return folder


def change(file: Path, find: str, put: str) -> None:
    """Put one text in the place of another that stands in the file exactly once."""
    text = file.read_text("utf-8")
    assert text.count(find) == 1, f"{find!r} stands {text.count(find)} times in {file.name}"
    file.write_text(text.replace(find, put), "utf-8")


def problems_of(folder: Path, recipe: dict[str, Any]) -> tuple[Problem, ...]:
    """Everything that is wrong with the tree of a recipe."""
    root = lay_out(folder, recipe)
    return audit_for_publishing(root, TODAY, Addresses()) if recipe.get("publish") else audit(root, TODAY)


Look = Callable[[Path], tuple["Problem", ...]]


@pytest.fixture(scope="module", name="look")
def _look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Give what is wrong with a fixture; each tree is laid out and read once."""

    @cache
    def look(fixture: Path) -> tuple[Problem, ...]:
        return problems_of(tmp_path_factory.mktemp("tree"), recipe_of(fixture))

    return look


def told(problem: Problem) -> str:
    """A problem as fixtures write it."""
    return f"{problem.place.path} {problem.place.line}:{problem.place.column} {problem.code}"


def test_the_base_tree_is_sound() -> None:
    """What a fixture finds comes from its own change."""
    assert audit(BASE, TODAY) == ()


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_a_fixture_has_exactly_the_problems_it_expects(fixture: Path, look: Look) -> None:
    """No expected problem is missed, and no other is found."""
    assert sorted(map(told, look(fixture))) == sorted(recipe_of(fixture)["expect"])


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_a_fixture_is_named_by_a_code_that_it_expects(fixture: Path) -> None:
    """A fixture for another code than its own tests nothing; one that expects nothing shows what is allowed."""
    code, expected = fixture.name.partition("_")[0], recipe_of(fixture)["expect"]
    assert code in CODES
    assert code.startswith(FAMILIES)
    assert any(line.endswith(f" {code}") for line in expected) != fixture.name.startswith(f"{code}_allowed_")


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.stem)
def test_every_problem_is_said_in_whole_sentences(fixture: Path, look: Look) -> None:
    """No slot stays empty, no name of the program shows, no sentence runs into the next."""
    for problem in look(fixture):
        for said in (problem.sentence, problem.repair):
            assert said.endswith(".")
            assert said[0] == '"' or said[0].isupper() or said[0].isdigit()
            assert not any(sign in said for sign in ("  ", " ,", ". .", '""', "Fraction(", "None", "Words"))
