"""Run MkDocs once: written pages and register pages of one locale into one empty folder."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from citylabel.shell.press import Press

PRESS = "press"
"""The key under `extra` by which the hooks find the press of their build."""


class ShellError(Exception):
    """MkDocs refused the written pages; `complaints` are its sentences, each with its place."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


def run(press: Press, *, root: Path, docs: Path, out: Path) -> None:
    """Build one locale, strictly.

    Args:
        press: what to publish.
        root: the folder of `mkdocs.yml`.
        docs: the folder of this locale's written pages.
        out: the folder to fill; MkDocs empties it first.

    Raises:
        ShellError: a written page has a broken link, an unknown anchor or the like.
    """
    with _complaints() as said:
        try:
            build(_config(press, root, docs, out))
        except (Abort, MkDocsException) as error:
            raise ShellError(tuple(said) or (str(error),)) from error


def _config(press: Press, root: Path, docs: Path, out: Path) -> MkDocsConfig:
    facts = press.publication.facts
    # The notice warns of MkDocs 2, which requirements exclude; for this process, not the visitor's.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    return load_config(
        str(root / "mkdocs.yml"),
        site_name=facts.name,
        site_url=facts.site_url + facts.prefix,
        docs_dir=str(docs),
        site_dir=str(out),
        theme=theme(facts.locale),
        extra={PRESS: press},
        strict=True,
    )


def theme(locale: str) -> dict[str, object]:
    """Give MkDocs' theme setting: Material with our templates in front."""
    folder = resources.files("citylabel") / "theme"
    return {
        "name": "material",
        "custom_dir": str(folder),
        "language": locale,
        "font": False,
        "static_templates": ["404.html"],
    }


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and keep it off the terminal: whoever asked reports it."""
    said: list[str] = []
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    listener = _Listener(said)
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.propagate = before
        logger.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())
