"""Everything that is published in one locale, and what the shell round it has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from citylabel.views.frame import Frame, FrameKey
    from citylabel.views.page import File, Page
    from citylabel.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One link of the navigation or the footer."""

    key: str
    """What `Page.section` names: "cities"."""
    title: str
    path: str
    """The address below the locale's root: "cities/"; in the footer also an https address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellFacts:
    """What header, footer and head of every page say; values of `data/label.yml` and the build."""

    name: str
    short_name: str
    claim: str
    """One sentence: the description of pages that have none of their own."""
    body: str
    """Who publishes."""
    site_url: str
    """Where the site is published; ends with "/"."""
    contact: str
    """A role mailbox."""
    licence_text: str
    licence_data: str
    on: dt.date
    """The date the records are read for."""
    demonstration: dt.date | None
    """While specimens are shown: the day they are shown as on."""
    why: str
    """The address of the page that explains the demonstration, or ""."""
    locale: str
    locales: tuple[str, ...]
    """All locales of the site; the first is at the root."""
    nav: tuple[Entry, ...]
    footer: tuple[Entry, ...] = ()
    repository: str | None = None
    own_style: str = ""
    """Rules for the label's own colours, after those of the style sheet."""

    @property
    def prefix(self) -> str:
        """Where this locale lives below the site's root: "" or "fr/"."""
        return "" if self.locale == self.locales[0] else f"{self.locale}/"

    @property
    def up(self) -> str:
        """The way from this locale's root to the site's root: "" or "../"."""
        return "../" if self.prefix else ""

    def way_to(self, locale: str) -> str:
        """Give the way from this locale's root to another's: "fr/", "../", "../fr/"."""
        if locale == self.locale:
            return ""
        return self.up + ("" if locale == self.locales[0] else f"{locale}/")

    def address(self, path: str, locale: str | None = None) -> str:
        """Give the full address of a page of this locale, or of another."""
        way = self.prefix if locale in (None, self.locale) else self.way_to(locale)[len(self.up) :]
        return f"{self.site_url}{way}{path}"


class PageStream(Protocol):
    """Many pages of a kind that are made one by one, possibly by other processes."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each page by its path, for planning and for choosing samples."""

    @property
    def frames(self) -> frozenset[FrameKey]:
        """The frames these pages are set into."""

    @property
    def indexable(self) -> Collection[str]:
        """The paths that search engines may list: none of a specimen's."""

    @property
    def files(self) -> Collection[str]:
        """The addresses of the files that come with the pages; only the first locale has any."""

    def page(self, path: str) -> Page:
        """Make one page, for the check against the slow road."""

    def write(self, frames: Mapping[FrameKey, Frame], out: Path) -> None:
        """Make all pages, set each into its frame and write it and the files below `out`."""

    def write_files(self, out: Path) -> None:
        """Write only the files that come with the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything that one locale publishes beside its written pages."""

    facts: ShellFacts
    words: Words
    pages: Sequence[Page]
    stream: PageStream
    files: Sequence[File] = ()
    """Plain files below the site's root; only the first locale's are written."""
