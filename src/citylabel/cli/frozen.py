"""`citylabel digest`: what is recorded when an edition is put in force."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import refuse, root_option
from citylabel.load import load
from citylabel.problems import DataError
from citylabel.rules import freeze
from citylabel.rules.scheme import scheme_of

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.rules.scheme import Scheme


@click.command()
@root_option
@click.argument("edition")
def digest(root: Path, edition: str) -> None:
    """Print the digest of EDITION: of all its criteria and rules, whatever the layout of its files.

    It is recorded as `digest` in edition.yml when the edition is put in force. `citylabel check` compares it from
    then on.
    """
    scheme = _scheme(root, edition)
    try:
        click.echo(freeze.digest(scheme))
    except freeze.NoCorrection as reason:
        raise click.ClickException(f"An erratum of edition {edition} does not fit: {reason}.") from reason


def _scheme(root: Path, edition: str) -> Scheme:
    try:
        editions = {filed.id: filed for filed in load(root).editions}
    except DataError as error:
        refuse(error.problems)
        raise
    if edition not in editions:
        near = difflib.get_close_matches(edition, editions, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise click.UsageError(f"There is no edition {edition!r}.{hint}")
    return scheme_of(editions[edition])
