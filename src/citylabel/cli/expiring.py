"""`citylabel expiring`: what runs out within a time."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import on_option, refuse, root_option, today
from citylabel.problems import DataError
from citylabel.rules.conclusion import CityConclusion, conclude
from citylabel.rules.expiring import expiring as running_out
from citylabel.site.register import Register, open_register, read_place
from citylabel.views.expiring import RunningOut, expiring_in_words, expiring_json
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from citylabel.problems import Problem


class Span(click.ParamType[timedelta]):
    """A number of days written as 90d."""

    name = "DAYS"

    def convert(self, value: str | timedelta, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Read the span."""
        if isinstance(value, timedelta):
            return value
        if not re.fullmatch(r"[0-9]{1,4}d", value):
            self.fail(f"{value!r} is not a number of days. Write it as 90d.", param, ctx)
        return timedelta(days=int(value[:-1]))


@click.command()
@root_option
@on_option
@click.option("--within", type=Span(), default="90d", show_default=True, help="How far to look ahead.")
@click.option("--json", "as_json", is_flag=True, help="A list of objects, for programs.")
def expiring(root: Path, on: date | None, within: timedelta, as_json: bool) -> None:  # noqa: FBT001 - click hands options over by name
    """List labels, refreshes, evidence and commitments that run out, and those that are overdue.

    Evidence runs out when it will be too old on the day of the next yearly refresh.
    """
    try:
        register = open_register(root)
        found = tuple(_found(register, on, within))
    except DataError as error:
        refuse(error.problems)
        raise AssertionError from error  # refuse ends the program
    if as_json:
        click.echo(json.dumps(expiring_json(found), ensure_ascii=False, indent=2))
        return
    for line in expiring_in_words(register.library, found, read_words()):
        click.echo(line)


def _found(register: Register, on: date | None, within: timedelta) -> Iterator[RunningOut]:
    day = on or today()
    click.echo(f"On {day.isoformat()}{'' if on else ' (today, UTC); specimens on their demonstration date'}.", err=True)
    problems: list[Problem] = []
    for city in register.cities:
        try:
            conclusion = _concluded(register, city, on)
        except DataError as error:
            problems.extend(error.problems)
            continue
        if conclusion.case is not None and register.library.is_shown(conclusion.file):
            yield from _of(conclusion, conclusion.case.case.edition, within)
    if problems:
        raise DataError(problems)


def _of(conclusion: CityConclusion, edition: str, within: timedelta) -> Iterator[RunningOut]:
    file = conclusion.file
    for thing in running_out(conclusion, within):
        yield RunningOut(city=file.id, specimen=file.specimen, edition=edition, day=conclusion.on, thing=thing)


def _concluded(register: Register, city: str, on: date | None) -> CityConclusion:
    """Read a place for a day; a specimen without a day keeps to its demonstration date."""
    conclusion = read_place(register, city, max(on or today(), today())).conclusion
    if on is None or on == conclusion.on:
        return conclusion
    library = register.library
    return conclude(conclusion.file, library.schemes, library.parties, on)
