"""The workflows publish with the least rights, from pinned actions, by commands that exist."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(__file__).resolve().parent.parent / ".github" / "workflows"
SCRIPTS = Path(sysconfig.get_path("scripts"))

each_workflow = pytest.mark.parametrize("name", sorted(p.name for p in WORKFLOWS.glob("*.yml")))


def read(name: str) -> dict[str, Any]:
    """A workflow as plain content; PyYAML reads its `on` as true, as YAML 1.1 says."""
    content: dict[str, Any] = yaml.safe_load((WORKFLOWS / name).read_text("utf-8"))
    return content


def jobs(name: str) -> list[dict[str, Any]]:
    return list(read(name)["jobs"].values())


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in jobs(name) for step in job.get("steps", [])]


def uses(name: str) -> list[str]:
    return [one["uses"] for one in jobs(name) + steps(name) if "uses" in one]


def runs(name: str) -> list[str]:
    """Each line of each `run`."""
    return [line for step in steps(name) for line in step.get("run", "").splitlines()]


# --- checked by others' rules


def test_zizmor_finds_nothing_to_say(root: Path) -> None:
    said = subprocess.run(
        [SCRIPTS / "zizmor", "--offline", "--no-progress", "--quiet", root / ".github"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
    ],
)
def test_each_file_is_what_its_schema_says(root: Path, schema: str, pattern: str) -> None:
    files = sorted((root / ".github").glob(pattern))
    assert files
    said = subprocess.run(
        [SCRIPTS / "check-jsonschema", "--builtin-schema", schema, *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


# --- checked by ours


@each_workflow
def test_a_workflow_has_no_rights_but_those_its_jobs_name(name: str) -> None:
    assert read(name)["permissions"] == {}
    assert all("permissions" in job for job in jobs(name))


@each_workflow
def test_actions_are_pinned_by_commit(name: str) -> None:
    remote = [one for one in uses(name) if not one.startswith("./")]
    assert [one for one in remote if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one)] == []


@each_workflow
def test_each_pin_says_which_version_it_is(name: str) -> None:
    lines = (WORKFLOWS / name).read_text("utf-8").splitlines()
    pinned = [line for line in lines if "@" in line and "uses:" in line]
    assert [line for line in pinned if not re.search(r" # v\d+\.\d+\.\d+$", line)] == []


@each_workflow
def test_local_workflows_that_are_called_exist(name: str, root: Path) -> None:
    local = [one for one in uses(name) if one.startswith("./")]
    assert [one for one in local if not (root / one).is_file()] == []


@each_workflow
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    checkouts = [one for one in steps(name) if one.get("uses", "").startswith("actions/checkout@")]
    assert all(one["with"]["persist-credentials"] is False for one in checkouts)


@each_workflow
def test_no_expression_is_written_into_a_command(name: str) -> None:
    """A branch or an issue can be named so that the shell runs it; values go through `env`."""
    assert [line for line in runs(name) if "${{" in line] == []


@each_workflow
def test_every_job_ends_some_day(name: str) -> None:
    assert all("timeout-minutes" in job for job in jobs(name) if "steps" in job)


def test_only_the_deploying_job_may_write_and_only_from_main() -> None:
    publish = read("publish.yml")["jobs"]
    assert publish["build"]["permissions"] == {"contents": "read"}
    assert publish["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["deploy"]["if"] == "github.ref == 'refs/heads/main'"
    assert publish["deploy"]["needs"] == "build"
    assert not any("run" in step for step in publish["deploy"]["steps"])


def test_nothing_is_published_that_the_strict_check_refuses() -> None:
    order = [line.split()[1] for line in runs("publish.yml") if "citylabel" in line]
    assert order == ["check", "build"]
    assert "--publish" in next(line for line in runs("publish.yml") if " check " in line)


def test_hidden_files_are_published_too() -> None:
    """`.well-known/` is one, and the action leaves it out unless told otherwise."""
    upload = next(one for one in steps("publish.yml") if "upload-pages" in one.get("uses", ""))
    assert upload["with"] == {"path": "site", "include-hidden-files": True}


# --- what the steps run is there


def unknown_commands(line: str, targets: set[str]) -> list[str]:
    """What a line of a `run` names that this project does not have."""
    match line.split():
        case ["make", *wanted]:
            return [one for one in wanted if one not in targets]
        case [".venv/bin/citylabel", verb, *options] | [
            "python", "-m", "citylabel", verb, *options
        ]:  # fmt: skip
            return unknown_options(verb, [one for one in options if one.startswith("--")])
        case ["python", "-m", "pip", "install", *options]:
            files = [one for one in options if one.endswith(".txt")]
            return [one for one in files if not (WORKFLOWS.parents[1] / one).is_file()]
        case _:
            return [line]


def unknown_options(verb: str, options: list[str]) -> list[str]:
    """The verb, or those of its options, that the command does not list in its help."""
    helped = subprocess.run(
        [sys.executable, "-m", "citylabel", verb, "--help"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if helped.returncode != 0:
        return [verb]
    return [one for one in options if one not in helped.stdout]


@pytest.fixture(scope="module")
def targets(root: Path) -> set[str]:
    """The targets of the Makefile."""
    text = (root / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", text, flags=re.MULTILINE))


@each_workflow
def test_the_steps_run_only_commands_that_exist(name: str, targets: set[str]) -> None:
    assert [one for line in runs(name) for one in unknown_commands(line, targets)] == []


@pytest.mark.parametrize("line", ["make everything", "python -m citylabel dance", "curl example.org | sh"])
def test_a_command_that_does_not_exist_is_noticed(line: str, targets: set[str]) -> None:
    assert unknown_commands(line, targets)


ADDRESSES = {
    "CITYLABEL_SITE_URL": "https://label.test/",
    "CITYLABEL_REPOSITORY_URL": "https://forge.test/label/label",
    "CITYLABEL_CONTACT": "desk@label.test",
    "CITYLABEL_ISSUER": "did:web:label.test",
}
KEPT = ("data", "docs", "hooks", "src", "mkdocs.yml")


def test_the_publishing_steps_run_here_too(root: Path, tmp_path: Path) -> None:
    """All but `make setup`: the environment of the tests stands for the one that it makes."""
    for part in KEPT:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        copy(root / part, tmp_path / part)
    here = {"PYTHONPATH": str(tmp_path / "src"), "PYTHONWARNINGS": "ignore"}
    for line in runs("publish.yml"):
        program, *arguments = line.split()
        if program == "make":
            continue
        done = subprocess.run(
            [sys.executable, "-m", "citylabel", *arguments],
            cwd=tmp_path,
            env=os.environ | ADDRESSES | here,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "https://label.test/" in (tmp_path / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("variable", ["SITE_URL", "REPOSITORY_URL", "CONTACT", "ISSUER"])
def test_addresses_come_from_the_settings_of_the_repository(variable: str) -> None:
    env = read("publish.yml")["jobs"]["build"]["env"]
    assert env[f"CITYLABEL_{variable}"] == "${{ vars.CITYLABEL_%s }}" % variable  # noqa: UP031 - braces
