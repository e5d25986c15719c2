"""Imports run one way, and the layers that think touch neither files, nor the clock, nor MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "citylabel"

LAYERS = (
    {"problems", "messages", "report"},
    {"source"},
    {"model"},
    {"load"},
    {"rules"},
    {"catalogue"},
    {"words"},
    {"views"},
    {"intake"},
    {"site", "shell"},
    {"cli", "hooks"},
)
"""From left to right: each may import from itself and from what stands to its left.

A module that stands alone in the package is named here, a folder with all that is in it."""

PURE = {"problems", "messages", "report", "model", "rules", "catalogue"}
"""Content in, conclusions out: no file, no clock, no template, and nothing that reaches them."""

IMPURE = {
    *("yaml", "jinja2", "mkdocs", "material", "babel", "click", "rich"),
    *("os", "io", "shutil", "subprocess", "tempfile", "glob", "time", "locale", "random"),
    *("socket", "urllib.request", "http", "importlib.resources", "logging"),
}
SHELL = {"shell", "hooks"}
"""What may know MkDocs; the way out of it must stay short."""

CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}


class Module:
    """One file: where it stands, and what it imports."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.tree = ast.parse(text)
        parts = Path(path).with_suffix("").parts
        self.name = "hooks" if parts[0] == "hooks" else parts[2]

    @property
    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full name of each import, those for types only included."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    @property
    def for_types_only(self) -> set[int]:
        """The lines under `if TYPE_CHECKING`: they name what is handed in, and load nothing."""
        return {
            line
            for node in self.tree.body
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        }

    @property
    def calls(self) -> Iterator[tuple[int, str]]:
        """Line and name of each call of a plain name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id

    @property
    def outside(self) -> Iterator[tuple[int, str]]:
        """The imports from other packages."""
        return ((line, name) for line, name in self.imports if name.split(".")[0] != PACKAGE)

    @property
    def inside(self) -> Iterator[tuple[int, str]]:
        """Line and layer of each import from this package."""
        for line, name in self.imports:
            if name.startswith(f"{PACKAGE}."):
                yield line, name.split(".")[1]


def layer_of(name: str) -> int:
    """Where a name stands; -1 where it has no place yet."""
    return next((place for place, names in enumerate(LAYERS) if name in names), -1)


def wrong_direction(module: Module) -> Iterator[str]:
    """Imports from the right, and from where nobody said what it is."""
    here = layer_of(module.name)
    if here < 0:
        yield f"{module.path}: {module.name} has no place in LAYERS"
    for line, name in module.inside:
        if layer_of(name) > here:
            yield f"{module.path}:{line}: {module.name} imports {name}"


def is_named(name: str, names: set[str]) -> bool:
    """Whether an import is one of these modules, or comes from one."""
    return any(name == one or name.startswith(f"{one}.") for one in names)


def impure(module: Module) -> Iterator[str]:
    """What a pure layer must not have: outside things, and layers that have them."""
    if module.name not in PURE:
        return
    for line, name in module.outside:
        if is_named(name, IMPURE) or name in {"pathlib.Path", "pathlib"}:
            yield f"{module.path}:{line}: {module.name} is pure and imports {name}"
    for line, name in module.inside:
        if name not in PURE and line not in module.for_types_only:
            yield f"{module.path}:{line}: {module.name} is pure and imports {name}"
    for line, name in module.calls:
        if name in {"open", "print", "input"}:
            yield f"{module.path}:{line}: {module.name} is pure and calls {name}"


def knows_mkdocs(module: Module) -> Iterator[str]:
    """MkDocs outside its one adapter."""
    if module.name not in SHELL:
        for line, name in module.outside:
            if is_named(name, {"mkdocs", "material"}):
                yield f"{module.path}:{line}: {module.name} imports {name}"


def reads_the_clock(module: Module) -> Iterator[str]:
    """The date of today anywhere but in the command line, which prints it."""
    if module.name != "cli":
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
                yield f"{module.path}:{node.lineno}: {module.name} asks for {node.attr}"
        for line, name in module.outside:
            if name in {"time.time", "time.localtime", "time.gmtime"}:
                yield f"{module.path}:{line}: {module.name} imports {name}"


RULES = (wrong_direction, impure, knows_mkdocs, reads_the_clock)


def complaints(path: str, text: str) -> list[str]:
    """What is wrong with one file."""
    module = Module(path, text)
    return [sentence for rule in RULES for sentence in rule(module)]


def files() -> list[str]:
    """All modules that have a layer; `__init__` and `__main__` of the package only point to it."""
    found = [*ROOT.glob(f"src/{PACKAGE}/**/*.py"), *ROOT.glob("hooks/*.py")]
    paths = sorted(path.relative_to(ROOT).as_posix() for path in found)
    return [path for path in paths if not path.startswith(f"src/{PACKAGE}/__")]


@pytest.mark.parametrize("path", files())
def test_each_module_keeps_to_its_layer(path: str) -> None:
    assert complaints(path, (ROOT / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("src/citylabel/model/city.py", "from citylabel.rules.lifecycle import status"),
        ("src/citylabel/model/city.py", "from citylabel import load"),
        ("src/citylabel/model/city.py", "if TYPE_CHECKING:\n    from citylabel.load import Loaded"),
        ("src/citylabel/views/city.py", "from citylabel.site import build"),
        ("src/citylabel/rules/gap.py", "from citylabel.load import read_all"),
        ("src/citylabel/rules/gap.py", "import yaml"),
        ("src/citylabel/rules/gap.py", "from os import path"),
        ("src/citylabel/catalogue.py", "from pathlib import Path"),
        ("src/citylabel/problems.py", "def say():\n    print('no')"),
        ("src/citylabel/messages.py", "def say():\n    import jinja2.sandbox"),
        ("src/citylabel/views/city.py", "from mkdocs.structure.pages import Page"),
        ("src/citylabel/views/city.py", "from datetime import date\nTODAY = date.today()"),
        ("src/citylabel/site/build.py", "import datetime\nNOW = datetime.datetime.now()"),
        ("src/citylabel/site/build.py", "from time import time"),
        ("hooks/pages.py", "from datetime import date\nTODAY = date.today()"),
        ("src/citylabel/utils.py", "import re"),
    ],
)
def test_a_module_that_reaches_too_far_is_noticed(path: str, line: str) -> None:
    assert complaints(path, line)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("src/citylabel/rules/gap.py", "from citylabel.model.edition import Edition"),
        ("src/citylabel/rules/gap.py", "from pathlib import PurePosixPath"),
        ("src/citylabel/rules/gap.py", "if TYPE_CHECKING:\n    from citylabel.load import Loaded"),
        ("src/citylabel/views/city.py", "from citylabel.catalogue import Catalogue\nimport jinja2"),
        ("src/citylabel/shell/config.py", "from mkdocs.config import load_config"),
        ("src/citylabel/cli/dates.py", "from datetime import date\nTODAY = date.today()"),
        ("hooks/pages.py", "from citylabel.shell.hooks import on_files"),
    ],
)
def test_a_module_that_keeps_to_its_layer_is_left_alone(path: str, line: str) -> None:
    assert complaints(path, line) == []
