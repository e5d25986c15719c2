"""Plain `mkdocs build`, without our builder: the first locale, into `site_dir`, no swap."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

from citylabel.shell.press import Press
from citylabel.shell.run import PRESS
from citylabel.site.output import write_around, write_rest
from citylabel.views.assets import read_assets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from citylabel.views.publication import Publication
    from citylabel.views.stream import Frames

DAY = "CITYLABEL_ON"
"""The variable that names the date; hooks have no command line and may not ask the clock."""


def press_of(config: MkDocsConfig) -> Press:
    """Give the press of this build; one is made where plain MkDocs runs without the builder.

    Args:
        config: MkDocs' own; the builder left its press there.

    Raises:
        citylabel.problems.DataError: the records have errors; nothing was touched yet.
        SystemExit: no builder, and no date.
    """
    press = config.extra.get(PRESS)
    if not isinstance(press, Press):
        from citylabel.site.gather import gather  # noqa: PLC0415 - under the builder it is not needed

        root = Path(config.config_file_path or "mkdocs.yml").parent
        press = _plain(gather(root, _day())[0])
        config.extra[PRESS] = press
        config.site_name = press.publication.facts.name
    return press


def _plain(publication: Publication) -> Press:
    assets = read_assets(publication.facts.own_style)

    def finish(frames: Frames, out: Path) -> None:
        write_rest(publication, assets, frames, out)
        write_around([publication], [press.written], out)

    press = Press(publication, assets, fallback=None, finish=finish)
    return press


def _day() -> dt.date:
    try:
        return dt.date.fromisoformat(os.environ[DAY])
    except (KeyError, ValueError):
        raise SystemExit(f"set {DAY} to the date to build for, as in {DAY}=2026-11-23") from None
