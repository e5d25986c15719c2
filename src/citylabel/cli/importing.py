"""`citylabel import`: a questionnaire that was filled in as a table becomes an application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import day_or_today, on_option, refuse, root_option
from citylabel.intake.emit import emit
from citylabel.intake.questionnaire import read_questionnaire
from citylabel.intake.table import MOST_BYTES
from citylabel.problems import DataError
from citylabel.site.register import open_register
from citylabel.source import parse

if TYPE_CHECKING:
    from datetime import date

SCHEMA = "../../../schema/application.json"
"""As seen from `data/cities/<id>/<case>/application.yml`."""


@click.command("import")
@root_option
@on_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write, such as data/cities/fi-birkavik/2026/application.yml (default: print it).",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(root: Path, on: date | None, out: Path | None, file: Path) -> None:
    """Make an application of the questionnaire FILE, a CSV that a spreadsheet saved.

    Nothing is written while anything is wrong with it. Exit code 0: fine. 1: the sheet has problems.
    """
    day = day_or_today(on)
    try:
        scheme = open_register(root).library.scheme
        with file.open("rb") as opened:
            record = read_questionnaire(opened.read(MOST_BYTES + 1), file.name, scheme, day)
        text = emit(record.content, schema=SCHEMA)
        parse(text.encode(), out.as_posix() if out else "application.yml")  # what is written can be read
    except DataError as error:
        refuse(error.problems)
    else:
        for hint in record.hints:
            click.echo(str(hint), err=True)
        _hand_over(text, out)


def _hand_over(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
        return
    if out.exists():
        raise click.UsageError(f"{out} exists already. Name another file, or remove it first.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{out}: now run `citylabel check`.", err=True)
