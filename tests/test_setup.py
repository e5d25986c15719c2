"""A fresh machine gets what the locks name, or one sentence that says what to install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("base", "test", "dev", "handbook", "build")
PINNED = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; [^\\]+)? \\$")

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the Makefile and its scripts need a POSIX sh")


# --- the locks


def pins(root: Path, lock: str) -> dict[str, set[str]]:
    """Each name in a lock with its versions (two where platforms differ)."""
    found: dict[str, set[str]] = {}
    for line in (root / "requirements" / f"{lock}.txt").read_text("utf-8").splitlines():
        if match := PINNED.match(line):
            found.setdefault(canonicalize_name(match["name"]), set()).add(match["version"])
    return found


def wanted(root: Path, lock: str) -> list[Requirement]:
    """What pyproject.toml asks for directly in a lock."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    base = project["project"]["dependencies"]
    test = base + groups["test"]
    lint = test + [entry for entry in groups["lint"] if isinstance(entry, str)]
    handbook = base + groups["handbook"]
    asked = {
        "base": base,
        "test": test,
        "dev": lint,
        "handbook": handbook,
        "build": project["build-system"]["requires"],
    }
    return [Requirement(text) for text in asked[lock]]


def unmet(asked: list[Requirement], locked: dict[str, set[str]]) -> list[str]:
    """The requirements that a lock does not name, or names in a version out of range."""
    return [
        str(one)
        for one in asked
        if not (versions := locked.get(canonicalize_name(one.name)))
        or not all(one.specifier.contains(version) for version in versions)
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_lock_names_every_direct_dependency_in_range(root: Path, lock: str) -> None:
    """Else `make lock` was forgotten after a change of pyproject.toml."""
    assert unmet(wanted(root, lock), pins(root, lock)) == []


def test_a_forgotten_or_outdated_dependency_is_noticed() -> None:
    asked = [Requirement("click>=8"), Requirement("rich>=14"), Requirement("babel")]
    assert unmet(asked, {"click": {"8.1"}, "rich": {"13.0"}}) == ["rich>=14", "babel"]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pinned_version_carries_hashes(root: Path, lock: str) -> None:
    lines = (root / "requirements" / f"{lock}.txt").read_text("utf-8").splitlines()
    assert lines
    for before, line in pairwise(lines):
        if PINNED.match(before):
            assert line.startswith("    --hash=sha256:"), before
    strays = [line for line in lines if not PINNED.match(line)]
    assert [one for one in strays if not re.match(r"    --hash=sha256:[0-9a-f]{64}", one)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address(root: Path, lock: str) -> None:
    """Where packages come from is for each machine to say."""
    text = (root / "requirements" / f"{lock}.txt").read_text("utf-8")
    assert "http" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_all_locks_name_the_same_versions(root: Path) -> None:
    """So that adding the test tools never changes what `citylabel` itself runs with."""
    dev, handbook = pins(root, "dev"), pins(root, "handbook")
    for lock in ("base", "test"):
        assert {name: dev.get(name) for name in pins(root, lock)} == pins(root, lock)
    assert {name: handbook.get(name) for name in pins(root, "base")} == pins(root, "base")


# --- the environment


class Answer(NamedTuple):
    """What a command said, and whether it went well."""

    code: int
    said: str


class Machine:
    """A copy of the project on a machine that has only the programs it is given."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.home = folder / "a place with spaces"
        self.programs = folder / "programs"
        self.programs.mkdir(parents=True)
        for part in ("tools", "requirements"):
            shutil.copytree(root / part, self.home / part)
        shutil.copy(root / "pyproject.toml", self.home)
        for name in ("sh", "dirname", "cat", "sed", "cksum", "tr", "grep", "rm", "mkdir"):
            self.programs.joinpath(name).symlink_to(str(shutil.which(name)))

    def has(self, name: str, script: str) -> None:
        """Give the machine a program."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)

    def has_python(self, name: str, version: str, *, without: str = "nothing") -> None:
        """Give it a Python that answers what the set-up asks and fails to make an environment."""
        major, minor = version.split(".")
        self.has(
            name,
            f"""case "$*" in
            *"sys.version_info < (3, 11)"*) [ {major}{minor} -ge 311 ] ;;
            *"%d.%d"*) echo {version} ;;
            *{without}*) exit 1 ;;
            *"-m venv"*) mkdir -p .venv/bin; exit 1 ;;
            esac""",
        )

    def set_up(self, group: str = "run") -> Answer:
        """Run the set-up there."""
        done = subprocess.run(
            ["sh", "tools/setup.sh", group],
            cwd=self.home,
            env={"PATH": str(self.programs)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Answer(done.returncode, done.stdout + done.stderr)

    @property
    def has_environment(self) -> bool:
        """Whether there is a .venv, whole or half made."""
        return (self.home / ".venv").exists()


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    return Machine(tmp_path, root)


@needs_sh
def test_without_python_one_sentence_says_what_to_install(machine: Machine) -> None:
    code, said = machine.set_up()
    assert code == 1
    assert said.count("\n") == 1
    for command in ("sudo apt install python3 python3-venv", "sudo dnf install", "brew install"):
        assert command in said
    assert "uv" in said
    assert not machine.has_environment


@needs_sh
def test_with_an_old_python_the_sentence_names_its_version(machine: Machine) -> None:
    machine.has_python("python3", "3.9")
    code, said = machine.set_up()
    assert code == 1
    assert said.startswith("Python 3.11 or newer is needed and python3 is 3.9;")
    assert said.count("\n") == 1
    assert not machine.has_environment


@needs_sh
@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_without_the_venv_module_the_sentence_names_its_package(machine: Machine, version: str) -> None:
    machine.has_python(f"python{version}", version, without="ensurepip")
    machine.has_python("python3", "3.9")
    code, said = machine.set_up()
    assert code == 1
    assert f"sudo apt install python{version}-venv" in said
    assert said.count("\n") == 1
    assert not machine.has_environment


@needs_sh
def test_an_environment_that_could_not_be_finished_is_taken_away(machine: Machine) -> None:
    """Else the next run would take the half of it for the whole."""
    machine.has_python("python3.12", "3.12")
    assert machine.set_up().code == 1
    assert not machine.has_environment


@needs_sh
def test_uv_is_used_where_it_is_present(machine: Machine) -> None:
    machine.has("uv", 'echo "uv $*"; [ "$1" = pip ] || mkdir -p .venv')
    code, said = machine.set_up("test")
    assert code == 0
    assert "--require-hashes -r requirements/test.txt -r requirements/build.txt" in said
    assert "--no-deps --no-build-isolation --editable ." in said


@needs_sh
def test_if_uv_finds_no_python_the_sentence_says_how_it_gets_one(machine: Machine) -> None:
    machine.has("uv", "exit 1")
    code, said = machine.set_up()
    assert code == 1
    assert 'let uv fetch one with "uv python install 3.13"' in said
    assert not machine.has_environment


@needs_sh
def test_if_packages_cannot_be_fetched_nothing_half_made_remains(machine: Machine) -> None:
    machine.has("uv", '[ "$1" = pip ] && exit 1; mkdir -p .venv')
    code, said = machine.set_up()
    assert code == 1
    assert "network" in said
    assert not machine.has_environment


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A machine that is set up, with a uv that would say so if it were called again."""
    machine.has("uv", "mkdir -p .venv/bin")
    assert machine.set_up("lint").code == 0
    python = machine.home / ".venv/bin/python"
    python.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    python.chmod(0o755)
    machine.has("uv", 'mkdir -p .venv; echo "made anew"')
    return machine


@needs_sh
@pytest.mark.parametrize("group", ["run", "test", "lint"])
def test_a_second_run_does_nothing(ready: Machine, group: str) -> None:
    """And so needs no network; whoever has the tools to check has those to serve."""
    assert ready.set_up(group) == Answer(0, "")


@needs_sh
@pytest.mark.parametrize("changed", ["requirements/dev.txt", "requirements/build.txt"])
def test_a_changed_lock_makes_the_environment_anew(ready: Machine, changed: str) -> None:
    with (ready.home / changed).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert "made anew" in ready.set_up("lint").said


@needs_sh
def test_an_environment_without_its_stamp_is_made_anew(ready: Machine) -> None:
    (ready.home / ".venv/.complete").unlink()
    assert "made anew" in ready.set_up().said


@needs_sh
def test_a_moved_folder_makes_its_environment_anew(ready: Machine) -> None:
    """The commands in .venv/bin hold the path that they were made in."""
    ready.home = ready.home.rename(ready.home.with_name("elsewhere"))
    assert "made anew" in ready.set_up().said


@needs_sh
def test_serving_needs_no_test_tools(machine: Machine) -> None:
    machine.has("uv", 'echo "uv $*"; mkdir -p .venv')
    said = machine.set_up("run").said
    assert "requirements/base.txt" in said
    assert "requirements/test.txt" not in said
    assert "requirements/dev.txt" not in said


# --- the Makefile


@needs_sh
@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_lists_its_targets(root: Path) -> None:
    listed = subprocess.run(
        ["make", "-s", "-C", str(root)],
        env=os.environ | {"MAKEFLAGS": "", "MAKELEVEL": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for target in ("serve", "site", "test", "check", "fix", "bench", "lock", "help"):
        assert f"make {target} " in listed


@needs_sh
@pytest.mark.parametrize("script", ["tools/setup.sh", "tools/lock.sh", ".ci/run"])
def test_each_script_can_be_started_and_read(root: Path, script: str) -> None:
    assert os.access(root / script, os.X_OK)
    shell = "bash" if script == ".ci/run" else "sh"
    subprocess.run([shell, "-n", str(root / script)], check=True)
