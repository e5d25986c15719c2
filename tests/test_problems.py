"""Every kind of problem has a fixture, and every fixture has exactly the problems it expects."""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import Field, StringConstraints, model_validator

from citylabel import load
from citylabel.intake.questionnaire import read_questionnaire
from citylabel.load import layout
from citylabel.messages import catalogue
from citylabel.model.base import Day, Frozen, HttpsAddress, Number
from citylabel.problems import DataError
from citylabel.site.register import open_register
from citylabel.source import parse

if TYPE_CHECKING:
    from citylabel.messages.message import Message
    from citylabel.problems import Problem

FIXTURES = Path(__file__).resolve().parent / "problems"
BASE = FIXTURES / "base"
BESIDE = FIXTURES.parent / "consistency"
"""Fixtures of what records say of each other: `tests/test_consistency.py` reads them."""
AGAINST = FIXTURES.parent / "against"
"""Fixtures of changes to what was published: `tests/test_against.py` reads them."""
CODE = re.compile(r"(?:YAML|TEXT|DATA|FILE|REF|RULE|FORM)[0-9]{2}")
INSIDE = re.compile(r"^ *# expect: (.*)$", re.MULTILINE)


# A model with a field of every kind


class Kind(StrEnum):
    """Kinds of evidence."""

    PAGE = "page"
    REPORT = "report"


class Evidence(Frozen):
    """A group in a list."""

    title: str
    kind: Kind


class Place(Frozen):
    """A group."""

    country: str


class Span(Frozen):
    """Two days that must be in order."""

    start: Day
    end: Day

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.end < self.start:
            raise ValueError("the end is before the start")
        return self


class Grant(Frozen):
    """One of two kinds."""

    outcome: Literal["grant"]
    level: str


class Refusal(Frozen):
    """The other kind."""

    outcome: Literal["refusal"]
    reason: str


class Sample(Frozen):
    """A record with a field of every kind."""

    format: Literal["citylabel/sample/1"]
    name: Annotated[str, StringConstraints(min_length=1, max_length=30)]
    id: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")] = "x"
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    postcode: str | None = None
    counts: tuple[int, ...] = ()
    pair: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)
    inhabitants: Annotated[int, Field(ge=0)] = 0
    rate: float | None = None
    rates: tuple[float, ...] = ()
    exact: Number | None = None
    public: bool = False
    publics: tuple[bool, ...] = ()
    on_day: Day | None = None
    days: tuple[Day, ...] = ()
    answers: dict[Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")], str] = Field(default_factory=dict)
    link: HttpsAddress | None = None
    period: Span | None = None
    act: Annotated[Grant | Refusal, Field(discriminator="outcome")] | None = None


MODELS: dict[str, type[Frozen]] = {"citylabel/sample/1": Sample, **layout.models()}


# What a fixture is, and what is wrong with it


def fixtures() -> list[Path]:
    """All fixtures, by name."""
    return sorted(one for one in FIXTURES.iterdir() if one.name not in {"README.md", "base"})


def problems_of(fixture: Path, folder: Path, patch: pytest.MonkeyPatch) -> list[Problem]:
    """Everything that is wrong with a fixture; trees are laid out in `folder`."""
    if fixture.is_dir():
        return problems_of_tree(lay_out(folder, fixture / "data"))
    if fixture.name.endswith(".tree.json"):
        recipe = json.loads(fixture.read_text("utf-8"))
        return problems_of_tree(make_tree(lay_out(folder), recipe, patch))
    if fixture.name.endswith(".sheet.json"):
        return problems_of_sheet(bytes_of(fixture), fixture.name)
    return problems_of_record(bytes_of(fixture), fixture.name)


def problems_of_record(data: bytes, path: str) -> list[Problem]:
    """What is wrong with one record, hints included."""
    try:
        record = parse(data, path)
        form = str(record.content.get("format", ""))
        if form.startswith("citylabel/"):
            load.build(MODELS.get(form, Sample), record)
    except DataError as error:
        return list(error.problems)
    return list(record.hints)


def problems_of_sheet(data: bytes, path: str) -> list[Problem]:
    """What is wrong with a questionnaire that came back as a table."""
    scheme = open_register(FIXTURES.parent.parent).library.scheme
    try:
        return list(read_questionnaire(data, path, scheme, date(2030, 6, 15)).hints)
    except DataError as error:
        return list(error.problems)


def problems_of_tree(root: Path) -> list[Problem]:
    """What is wrong with a whole `data/`: text, shape and files."""
    return list(load.check(root))


def bytes_of(fixture: Path) -> bytes:
    """The bytes of a fixture of one record."""
    if fixture.suffix == ".yml":
        return fixture.read_bytes()
    recipe = json.loads(fixture.read_text("utf-8"))
    pieces = (piece if isinstance(piece, list) else [piece, 1] for piece in recipe["text"])
    text = "".join(text * times for text, times in pieces)
    return text.encode(recipe["encoding"])


def lay_out(folder: Path, over: Path | None = None) -> Path:
    """A copy of the base tree, with the files of a fixture laid over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    if over:
        shutil.copytree(over, folder / "data", dirs_exist_ok=True)
    return folder


def make_tree(root: Path, recipe: dict[str, Any], patch: pytest.MonkeyPatch) -> Path:
    """The tree of a recipe: also what git does not keep on every computer."""
    for path in recipe.get("remove", ()):
        (root / path).unlink()
    for path in recipe.get("folders", ()):
        (root / path).mkdir(parents=True)
    for path, text in recipe["files"].items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for path, target in recipe.get("links", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    for path in recipe.get("pipes", ()):
        os.mkfifo(root / path)
    for path, original in recipe.get("copies", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIXTURES.parent.parent / original, root / path)
    lock(root, recipe.get("locked", ()), patch)
    return root


def lock(root: Path, paths: list[str], patch: pytest.MonkeyPatch) -> None:
    """Let files refuse to be opened, also for root."""
    locked, really_open = {root / path for path in paths}, os.open

    def refuse(path: Path, flags: int) -> int:
        if path in locked:
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    patch.setattr(os, "open", refuse)


def expected(fixture: Path) -> list[str]:
    """What a fixture expects, as `LINE:COLUMN CODE` or `PATH LINE:COLUMN CODE`."""
    if fixture.is_dir():
        return (fixture / "expect").read_text("utf-8").splitlines()
    if fixture.suffix == ".yml":
        return INSIDE.findall(fixture.read_text("utf-8"))
    return list(json.loads(fixture.read_text("utf-8"))["expect"])


def told(problem: Problem, *, with_path: bool) -> str:
    """A problem as fixtures write it."""
    place = problem.place
    path = f"{place.path} " if with_path else ""
    return f"{path}{place.line}:{place.column} {problem.code}"


# The tests


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.name.split(".")[0])
def test_a_fixture_has_exactly_the_problems_it_expects(
    fixture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No expected problem is missed, and no other is found."""
    if os.name == "nt" and fixture.name.startswith(("FILE02", "FILE03", "FILE06", "FILE07")):
        pytest.skip("Windows cannot make such files")
    problems = problems_of(fixture, tmp_path, monkeypatch)
    tree = fixture.is_dir() or fixture.name.endswith(".tree.json")
    assert sorted(told(one, with_path=tree) for one in problems) == sorted(expected(fixture))


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.name.split(".")[0])
def test_a_fixture_is_named_by_a_code_that_it_expects(fixture: Path) -> None:
    """A fixture without expectation, or for another code than its own, tests nothing."""
    code = fixture.name.partition("_")[0]
    assert CODE.fullmatch(code)
    assert any(line.endswith(f" {code}") for line in expected(fixture))


@pytest.mark.parametrize("message", catalogue(), ids=lambda message: message.code)
def test_every_code_of_the_catalogue_has_a_fixture(message: Message) -> None:
    """Whoever adds a message shows a record that earns it; "allowed" shows only where a rule ends."""
    found = [*fixtures(), *sorted(BESIDE.glob("*.yml")), *sorted(AGAINST.glob("*.yml"))]
    assert [one for one in found if one.name.startswith(f"{message.code}_") and "_allowed_" not in one.name]
