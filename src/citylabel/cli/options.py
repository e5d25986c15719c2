"""Options and endings that verbs share."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citylabel.report import Format, report
from citylabel.site.addresses import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from citylabel.problems import Problem


class Day(click.ParamType[date]):
    """A day written as 2027-03-31."""

    name = "YYYY-MM-DD"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it as 2027-03-31.", param, ctx)


def root_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--root DIR`."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="Folder of the project (default: the current one).",
    )(command)


def on_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--on DATE`."""
    return click.option("--on", type=Day(), help="The day to conclude for (default: today, UTC).")(command)


def today() -> date:
    """Read the clock: today in UTC. Nothing below the command line does."""
    return datetime.now(tz=UTC).date()


def day_or_today(on: date | None) -> date:
    """Give the day asked for; today in UTC, said aloud, when none was."""
    if on is not None:
        return on
    day = today()
    click.echo(f"On {day.isoformat()} (today, UTC).", err=True)
    return day


def addresses() -> Addresses:
    """Read the addresses that the place of publishing sets; an empty variable is as good as none."""
    return Addresses(
        site=os.environ.get("CITYLABEL_SITE_URL") or None,
        repository=os.environ.get("CITYLABEL_REPOSITORY_URL") or None,
        contact=os.environ.get("CITYLABEL_CONTACT") or None,
        issuer=os.environ.get("CITYLABEL_ISSUER") or None,
    )


def refuse(problems: Iterable[Problem]) -> None:
    """Print every problem and end with exit code 1."""
    click.echo(report(tuple(problems), Format.TEXT), nl=False, err=True)
    sys.exit(1)
