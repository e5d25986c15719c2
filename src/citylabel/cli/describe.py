"""`citylabel problem` and `citylabel schema`: what the program itself knows."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import root_option
from citylabel.messages import catalogue
from citylabel.views.schemas import schemas

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("code")
def problem(code: str) -> None:
    """Explain the problem CODE: what is wrong, why it matters, how to repair it."""
    messages = {message.code: message for message in catalogue()}
    found = messages.get(code.upper())
    if found is None:
        near = difflib.get_close_matches(code.upper(), messages, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise click.UsageError(f"There is no problem {code!r}.{hint}")
    click.echo(f"{found.code}: {found.title} ({found.severity.value})\n\n{found.why}\n")
    click.echo(f"It says:  {found.sentence}\nRepair:   {found.repair}\n")
    click.echo(f"Wrong:\n{_indented(found.sample_bad)}\n\nRight:\n{_indented(found.sample_good)}")


def _indented(sample: str) -> str:
    return "\n".join(f"    {line}" for line in sample.splitlines())


@click.command()
@root_option
def schema(root: Path) -> None:
    """Write the JSON Schemas that editors read to data/schema/."""
    folder = root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(path.as_posix())
