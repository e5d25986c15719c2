"""Pages on the fast road: written by bytes, one by one, by this process or by workers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.views.frame import Frame, FrameKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from citylabel.views.page import Page

Frames = dict[FrameKey, Frame]
"""All frames of one locale; plain data that workers get pickled."""

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends round


def write_pages(pages: Iterable[Page], frames: Mapping[FrameKey, Frame], out: Path) -> None:
    """Set pages into their frames and write them below `out`; workers call this.

    By `os`, not `pathlib`: for ten thousand pages the difference is a good part of a second.
    """
    for page in pages:
        folder = f"{out}/{page.path}"
        try:
            os.mkdir(folder)  # noqa: PTH102 - measured: see above
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder)  # noqa: PTH103 - measured: see above
        _write(f"{folder}index.html", frames[FrameKey.of(page)].fill(page))


def write_file(path: str, body: bytes) -> None:
    """Write a file, with its folder where that is missing."""
    try:
        _write(path, body)
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - measured
        _write(path, body)


def _write(path: str, body: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
    try:
        while body:  # one call is enough but for a full disk or a signal
            body = body[os.write(handle, body) :]
    finally:
        os.close(handle)


@dataclass(frozen=True)
class PreparedPages:
    """A stream of pages that are all there already: for few pages, and for tests."""

    pages: tuple[Page, ...]

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each page by its path."""
        return {page.path: page.title for page in self.pages}

    @property
    def frames(self) -> frozenset[FrameKey]:
        """The frames these pages are set into."""
        return frozenset(map(FrameKey.of, self.pages))

    @property
    def indexable(self) -> frozenset[str]:
        """The paths that search engines may list."""
        return frozenset(page.path for page in self.pages if page.indexable)

    @property
    def files(self) -> frozenset[str]:
        """The addresses of files that come with the pages: none."""
        return frozenset()

    def page(self, path: str) -> Page:
        """Give one page."""
        return next(page for page in self.pages if page.path == path)

    def write_files(self, out: Path) -> None:
        """Write no file: there is none."""

    def write(self, frames: Mapping[FrameKey, Frame], out: Path) -> None:
        """Write all pages."""
        write_pages(self.pages, frames, out)
