"""`citylabel impact`: what a change to records or criteria would do."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from citylabel.catalogue.impact import impact as compared
from citylabel.cli.options import day_or_today, on_option, refuse, root_option
from citylabel.problems import DataError
from citylabel.site.revision import NoRevision, revision
from citylabel.site.standings import standings
from citylabel.views.impact import Report
from citylabel.views.impactpaper import as_json, as_markdown, as_text
from citylabel.words import read_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class Form(StrEnum):
    """How it is told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@click.command()
@root_option
@on_option
@click.option("--against", "name", metavar="REV", required=True, help="The git revision to compare with, as main.")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Form]),
    default=Form.TEXT.value,
    help="text for people, markdown for a pull request, json for programs.",
)
def impact(root: Path, on: date | None, name: str, form: str) -> None:
    """Say which places would move, from the records at REV to those in this folder.

    Levels granted, supported and present, totals, steps, statuses, and evidence about to run out. Without --on,
    specimens keep to their demonstration date.
    """
    day = day_or_today(on)
    try:
        report = _report(root, day, on, name)
    except NoRevision as reason:
        raise click.UsageError(str(reason)) from reason
    except DataError as error:
        refuse(error.problems)
        raise
    match Form(form):
        case Form.TEXT:
            click.echo(as_text(report), nl=False)
        case Form.MARKDOWN:
            click.echo(as_markdown(report), nl=False)
        case Form.JSON:
            click.echo(json.dumps(as_json(report), indent=2))


def _report(root: Path, day: date, on: date | None, name: str) -> Report:
    after = standings(root, day, specimens_on=on)
    with revision(root, name) as earlier:
        before = standings(earlier, day, specimens_on=on)
    unread = {*before.unread, *after.unread}
    return Report(
        revision=name,
        on=day,
        words=read_words(),
        before=before.library,
        after=after.library,
        unread=tuple(sorted(unread)),
        impact=compared(
            {city: seen for city, seen in before.places.items() if city not in unread},
            {city: seen for city, seen in after.places.items() if city not in unread},
        ),
    )
