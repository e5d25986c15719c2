"""A stream of pages that lie on reels, as the shell takes it."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from citylabel.site.workers import pool, workers_for
from citylabel.views.frame import FrameKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.site.spool import Reel
    from citylabel.views.frame import Frame
    from citylabel.views.page import Page

SHARE = 64
"""How many places lie on one reel."""


class Spool:
    """A folder for reels; it goes when nobody holds it any more."""

    def __init__(self) -> None:
        """Make the folder."""
        self.path = Path(tempfile.mkdtemp(prefix="citylabel-"))
        self._finalizer = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True)
class ReelStream:
    """Pages (and files) on reels, in one locale."""

    spool: Spool
    """Held here so that the reels live as long as the stream."""
    reels: tuple[Reel, ...]

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each page by its path."""
        return {each.page.path: each.page.title for reel in self.reels for each in reel.pages}

    @property
    def frames(self) -> frozenset[FrameKey]:
        """The frames these pages are set into."""
        return frozenset(FrameKey.of(each.page) for reel in self.reels for each in reel.pages)

    @property
    def indexable(self) -> frozenset[str]:
        """The paths that search engines may list: none of a specimen's."""
        return frozenset(each.page.path for reel in self.reels for each in reel.pages if each.page.indexable)

    @property
    def files(self) -> frozenset[str]:
        """The addresses of the files that come with the pages."""
        return frozenset(each.path for reel in self.reels for each in reel.files)

    def page(self, path: str) -> Page:
        """Give one page.

        Raises:
            KeyError: there is none at that address.
        """
        for reel in self.reels:
            if (page := reel.page(path)) is not None:
                return page
        raise KeyError(path)

    def write_files(self, out: Path) -> None:
        """Write only the files that come with the pages."""
        for reel in self.reels:
            reel.write_files(out)

    def write(self, frames: Mapping[FrameKey, Frame], out: Path) -> None:
        """Set all pages into their frames and write them and their files below `out`."""
        workers = workers_for(len(self.reels) * SHARE)
        if workers == 1:
            for reel in self.reels:
                reel.write(frames, out)
            return
        with pool(workers) as crew:
            for done in [crew.submit(reel.write, frames, out) for reel in self.reels]:
                done.result()
