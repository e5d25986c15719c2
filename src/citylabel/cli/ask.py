"""`citylabel status`, `explain` and `gap`: what the records of a place come to, and why."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from citylabel.catalogue import row_of
from citylabel.cli.options import on_option, refuse, root_option, today
from citylabel.problems import DataError
from citylabel.rules.conclusion import conclude
from citylabel.site.register import open_register, read_place
from citylabel.views.api import city_json
from citylabel.views.plain import explained, gap_in_words, status_in_words
from citylabel.words import read_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from citylabel.catalogue import Library
    from citylabel.rules.conclusion import CityConclusion


def _place(root: Path, city: str, on: date | None) -> tuple[Library, CityConclusion]:
    """Read a place for a day; a specimen without a day keeps to its demonstration date."""
    try:
        register = open_register(root)
        if city not in register.cities:
            near = ", ".join(each for each in register.cities if each[3:6] == city[3:6]) or "see data/cities/"
            raise click.UsageError(f"There is no place {city!r} in the register ({near}).")
        place = read_place(register, city, max(on or today(), today()))
    except DataError as error:
        refuse(error.problems)
        raise AssertionError from error  # refuse ends the program
    conclusion = place.conclusion
    if on is not None and on != conclusion.on:
        library = register.library
        conclusion = conclude(conclusion.file, library.schemes, library.parties, on)
    click.echo(f"On {conclusion.on.isoformat()}{_why_that_day(conclusion, on)}.", err=True)
    return register.library, conclusion


def _why_that_day(conclusion: CityConclusion, on: date | None) -> str:
    if on is not None:
        return ""
    return " (demonstration date of specimens)" if conclusion.file.specimen else " (today, UTC)"


@click.command()
@root_option
@on_option
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON, as published under /api/.")
@click.argument("city")
def status(root: Path, on: date | None, as_json: bool, city: str) -> None:  # noqa: FBT001 - click hands options over by name
    """Say where CITY stands: status, level, since when, until when."""
    library, conclusion = _place(root, city, on)
    row = row_of(conclusion)
    if row is None:
        click.echo(f"{city} had not applied by {conclusion.on.isoformat()}.")
        sys.exit(0)
    if as_json:
        click.echo(json.dumps(city_json(library, conclusion, row), ensure_ascii=False, indent=2))
    else:
        click.echo(status_in_words(library, row, read_words()))


@click.command()
@root_option
@on_option
@click.argument("city")
def explain(root: Path, on: date | None, city: str) -> None:
    """Say for every criterion of CITY what was concluded, and why."""
    library, conclusion = _place(root, city, on)
    for line in explained(library, conclusion, read_words()):
        click.echo(line)


@click.command()
@root_option
@on_option
@click.argument("city")
def gap(root: Path, on: date | None, city: str) -> None:
    """Say what CITY lacks for the next level, and a short way there."""
    library, conclusion = _place(root, city, on)
    for line in gap_in_words(library, conclusion, read_words()):
        click.echo(line)
