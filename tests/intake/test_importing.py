"""`citylabel import` turns a sheet into a file that `citylabel check` finds in order."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.intake.filled import ROOT, application, cells_of, table

from citylabel.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SPECIMEN = ROOT / "data/cities/be-sint-amelberge/2026/application.yml"
ON = ("--on", "2030-06-15")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The project's own records, without any place."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("cities"))
    return tmp_path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Run the command: exit code, what it printed, what it said beside."""
    done = CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_a_complete_sheet_becomes_a_file_that_passes_the_check(house: Path) -> None:
    sheet = house / "filled in.csv"
    sheet.write_bytes(table(cells_of(application(SPECIMEN)), separator=";").encode("utf-8-sig"))
    out = house / "data/cities/be-newplace/2026/application.yml"
    code, _, said = run("import", sheet, "--root", house, "--out", out, *ON)
    assert (code, application(out)) == (0, application(SPECIMEN)), said
    assert out.read_text("utf-8").startswith("# yaml-language-server: $schema=../../../schema/application.json\n")
    code, said, _ = run("check", "--root", house, *ON)
    assert code == 0, said


def test_without_out_the_record_is_printed(house: Path) -> None:
    sheet = house / "sheet.csv"
    sheet.write_bytes(table(cells_of(application(SPECIMEN))).encode())
    code, printed, _ = run("import", sheet, "--root", house, *ON)
    assert code == 0
    assert "format: citylabel/application/1\n" in printed


def test_a_sheet_with_slips_writes_nothing_and_names_each_cell(house: Path) -> None:
    cells = cells_of(application(SPECIMEN))
    cells["service.1"]["n"] = "many"
    cells["place.kind"]["value"] = "town"
    sheet, out = house / "sheet.csv", house / "application.yml"
    sheet.write_bytes(table(cells).encode())
    code, _, said = run("import", sheet, "--root", house, "--out", out, *ON)
    assert code == 1
    assert not out.exists()
    assert 'sheet.csv:4:4: error[FORM12]: "town" is not possible here. ' in said
    assert 'error[FORM10]: A number is needed here, not "many".' in said


def test_a_file_that_exists_is_never_overwritten(house: Path) -> None:
    sheet, out = house / "sheet.csv", house / "application.yml"
    sheet.write_bytes(table(cells_of(application(SPECIMEN))).encode())
    out.write_text("mine", "utf-8")
    code, _, said = run("import", sheet, "--root", house, "--out", out, *ON)
    assert code == 2
    assert "exists already" in said
    assert out.read_text("utf-8") == "mine"
