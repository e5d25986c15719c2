"""`citylabel digest`: what a body records when it puts an edition in force."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from citylabel.cli.main import main

BASE = Path(__file__).resolve().parent / "consistency" / "base"


def asked(root: Path, *arguments: str) -> Result:
    """What the command answers."""
    return CliRunner().invoke(main, ["digest", *arguments, "--root", str(root)])


def test_what_it_prints_is_what_check_asks_for(tmp_path: Path) -> None:
    """Recorded as it is printed, the edition is frozen and nothing is wrong."""
    root = shutil.copytree(BASE, tmp_path / "label")
    printed = asked(root, "2026").output.strip()
    edition = root / "data" / "criteria" / "2026" / "edition.yml"
    frozen = f"proposed_on: 2026-11-23\nin_force_on: 2028-01-01\ndigest: {printed}\n"
    edition.write_text(edition.read_text("utf-8").replace("proposed_on: 2026-11-23\n", frozen), "utf-8")
    checked = CliRunner().invoke(main, ["check", "--root", str(root), "--on", "2030-06-15"])
    assert checked.exit_code == 0, checked.output
    assert asked(root, "2026").output.strip() == printed


def test_an_edition_that_is_not_there_is_a_wrong_use() -> None:
    """It says which one may have been meant."""
    answer = asked(BASE, "2062")
    assert answer.exit_code == 2
    assert "2026" in answer.output


def test_records_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A digest of half an edition would be worth nothing."""
    root = shutil.copytree(BASE, tmp_path / "label")
    (root / "data" / "criteria" / "2026" / "q1.yml").write_text("title: [\n", "utf-8")
    answer = asked(root, "2026")
    assert answer.exit_code == 1
    assert "q1.yml" in answer.output
