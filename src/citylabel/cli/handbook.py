"""`citylabel handbook`: the whole handbook as a tagged, accessible PDF."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import click

from citylabel.cli.options import refuse, root_option
from citylabel.problems import DataError
from citylabel.site.register import open_register
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.typeset import handbook as typeset
from citylabel.words import read_words

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write a file that breaks what it can check of it."""


@click.command()
@root_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("handbook.pdf"),
    help="File to write (default: handbook.pdf). With the ending .typ: the text for the typesetter alone.",
)
def handbook(root: Path, out: Path) -> None:
    """Write the whole handbook as a PDF that screen readers can follow. The same records give the same bytes."""
    try:
        library = open_register(root).library
    except DataError as error:
        refuse(error.problems)
        raise AssertionError from error  # refuse ends the program
    words = read_words()
    text = typeset(Desk(library=library, words=words, engine=environment(words), links=Links(())))
    out.write_bytes(text.encode() if out.suffix == ".typ" else pdf(text))
    click.echo(out.as_posix(), err=True)


def pdf(text: str) -> bytes:
    """Set the document, with the fonts that Typst brings along.

    Raises:
        click.ClickException: Typst is not installed, or refuses the document.
    """
    try:
        typst: Any = importlib.import_module("typst")
    except ImportError as error:
        raise click.ClickException("Typst is not installed. Run `make handbook`, which sets it up.") from error
    try:
        made: bytes = typst.compile(text.encode(), format="pdf", pdf_standards=[STANDARD], ignore_system_fonts=True)
    except typst.TypstError as error:
        raise click.ClickException(f"Typst refuses the handbook: {error}") from error
    return made
