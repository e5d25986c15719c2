"""`citylabel check`: is everything in order?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import addresses, day_or_today, on_option, root_option
from citylabel.problems import Severity, in_order
from citylabel.report import Format, report
from citylabel.site.against import audit_against
from citylabel.site.audit import audit, audit_for_publishing
from citylabel.site.revision import NoRevision

if TYPE_CHECKING:
    from datetime import date

    from citylabel.problems import Problem


@click.command()
@root_option
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=Format.TEXT.value,
    help="text for people, json for programs, github for annotations on changed lines.",
)
@click.option("--publish", is_flag=True, help="Also refuse addresses that do not exist yet.")
@click.option(
    "--against",
    metavar="REV",
    help="Also refuse changes to what was published at this revision of the git repository, as main.",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(  # noqa: PLR0913 - one argument for each option
    *, root: Path, on: date | None, form: str, publish: bool, against: str | None, paths: tuple[Path, ...]
) -> None:
    """Check all records, or only report on PATHS.

    Exit code 0: fine (hints allowed). 1: errors. 2: the command was used in a wrong way.
    """
    day = day_or_today(on)
    found = audit_for_publishing(root, day, addresses()) if publish else audit(root, day)
    if against is not None:
        found = in_order([*found, *_against(root, against)])
    shown = tuple(problem for problem in found if not paths or _concerns(problem, root, paths))
    click.echo(report(shown, Format(form)), nl=False)
    sys.exit(any(problem.severity is Severity.ERROR for problem in shown))


def _against(root: Path, revision: str) -> tuple[Problem, ...]:
    try:
        return audit_against(root, revision)
    except NoRevision as reason:
        raise click.UsageError(str(reason)) from reason


def _concerns(problem: Problem, root: Path, paths: tuple[Path, ...]) -> bool:
    file = (root / problem.place.path).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)
