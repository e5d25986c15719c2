"""A spool: what workers rendered of many places, kept in few large files until the shell is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from markupsafe import Markup

from citylabel.views.page import Page
from citylabel.views.stream import write_file, write_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from citylabel.views.frame import Frame, FrameKey
    from citylabel.views.page import File


@dataclass(frozen=True, slots=True)
class SpooledPage:
    """A page without its content, and where its content lies."""

    page: Page
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class SpooledFile:
    """A file's address, and where its body lies."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Reel:
    """One large file with the pages and files of some places in one locale."""

    path: Path
    pages: tuple[SpooledPage, ...]
    files: tuple[SpooledFile, ...]

    def read(self) -> Iterator[Page]:
        """Give the pages with their content, in order."""
        with self.path.open("rb") as reel:
            for spooled in self.pages:
                yield _with_content(spooled, _cut(reel, spooled.offset, spooled.length))

    def page(self, path: str) -> Page | None:
        """Give one page by its address; None when it is not on this reel."""
        for spooled in self.pages:
            if spooled.page.path == path:
                with self.path.open("rb") as reel:
                    return _with_content(spooled, _cut(reel, spooled.offset, spooled.length))
        return None

    def write(self, frames: Mapping[FrameKey, Frame], out: Path) -> None:
        """Set the pages into their frames and write everything below `out`."""
        write_pages(self.read(), frames, out)
        self.write_files(out)

    def write_files(self, out: Path) -> None:
        """Write only the files below `out`."""
        with self.path.open("rb") as reel:
            for spooled in self.files:
                write_file(f"{out}/{spooled.path}", _cut(reel, spooled.offset, spooled.length))


def wind(path: Path, pages: Iterable[Page], files: Iterable[File]) -> Reel:
    """Write pages and files onto a reel."""
    spooled_pages, spooled_files, offset = [], [], 0
    with path.open("wb") as reel:
        for page in pages:
            body = page.content.encode()
            reel.write(body)
            spooled_pages.append(SpooledPage(_without_content(page), offset, len(body)))
            offset += len(body)
        for file in files:
            reel.write(file.body)
            spooled_files.append(SpooledFile(file.path, offset, len(file.body)))
            offset += len(file.body)
    return Reel(path, tuple(spooled_pages), tuple(spooled_files))


def _cut(reel: BinaryIO, offset: int, length: int) -> bytes:
    reel.seek(offset)
    return reel.read(length)


def _with_content(spooled: SpooledPage, body: bytes) -> Page:
    return _changed(spooled.page, Markup(body.decode()))  # noqa: S704 - rendered by our own engine


def _without_content(page: Page) -> Page:
    return _changed(page, Markup())


def _changed(page: Page, content: Markup) -> Page:
    return Page(
        path=page.path,
        title=page.title,
        description=page.description,
        content=content,
        section=page.section,
        indexable=page.indexable,
        scripts=page.scripts,
    )
