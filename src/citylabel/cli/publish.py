"""`citylabel build` and `citylabel serve`: records become a site."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import Progress

from citylabel.cli.options import addresses, day_or_today, on_option, refuse, root_option
from citylabel.problems import DataError
from citylabel.site.build import build as build_site
from citylabel.site.export import export as export_site
from citylabel.site.gather import gather
from citylabel.site.problem import SiteRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar while places are read; nothing where nobody watches."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading the register", total=None)
        yield lambda done, everything: bar.update(task, completed=done, total=everything)


@click.command()
@root_option
@on_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to publish into, replaced as a whole (default: site/ in the project).",
)
def build(root: Path, on: date | None, out: Path | None) -> None:
    """Build the whole site. A build that fails leaves the last good one untouched."""
    day = day_or_today(on)
    try:
        with _progress() as progress:
            publications = gather(root, day, addresses=addresses(), progress=progress)
        built = build_site(publications, root=root, out=out or root / "site")
    except DataError as error:
        refuse(error.problems)
    except SiteRefused as error:
        for complaint in error.complaints:
            click.echo(complaint, err=True)
        click.echo("The site was not published; the last good one stands.", err=True)
        sys.exit(1)
    else:
        click.echo(f"{built.pages} pages and {built.files} files in {built.out}", err=True)


@click.command()
@root_option
@on_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder to write into.",
)
def export(root: Path, on: date | None, out: Path) -> None:
    """Write all pages as plain HTML without a shell, for any other site generator."""
    day = day_or_today(on)
    try:
        with _progress() as progress:
            publications = gather(root, day, addresses=addresses(), progress=progress)
    except DataError as error:
        refuse(error.problems)
    else:
        click.echo(f"{export_site(publications, out)} pages in {out}", err=True)


@click.command()
@root_option
@on_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    envvar="PORT",
    help="Port (default: 8000, or the variable PORT).",
)
def serve(root: Path, on: date | None, port: int) -> None:
    """Build the site, show it at http://127.0.0.1:8000, and build it again whenever a file changes."""
    from citylabel.site.serve import Serving  # noqa: PLC0415 - the server is needed by this verb alone

    day = day_or_today(on)
    serving = Serving(
        gather=lambda: gather(root, day, addresses=addresses()),
        root=root,
        out=root / ".site-serve",
        host="127.0.0.1",
        port=port,
        say=lambda line: click.echo(line, err=True),
    )
    try:
        serving()
    except SiteRefused as error:
        raise click.ClickException("\n".join(error.complaints)) from error
