"""What the register publishes beside written pages and places: which views there are, and what they need.

A view is a module with two functions:

    def addresses(catalogue: Catalogue) -> Iterable[str]      every address it will publish
    def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]

and, where it publishes plain files, `files(desk, catalogue) -> Iterator[File]`, whose addresses
`file_addresses(catalogue)` lists. To add a page, write such a module and name it here; a test holds addresses
against what is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from citylabel.catalogue import Catalogue
from citylabel.views import (
    calendars,
    changes,
    comparison,
    contact,
    criteria,
    crosswalk,
    dataformat,
    directory,
    exports,
    feeds,
    follow,
    frameworks,
    glossary,
    home,
    lawful,
    levels,
    papers,
    pledges,
    practices,
    problempages,
    questionnaire,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import Library
    from citylabel.views.desk import Desk
    from citylabel.views.page import File, Page


class PageView(Protocol):
    """A module that makes pages."""

    def addresses(self, catalogue: Catalogue) -> Iterable[str]:
        """List every address it will publish."""

    def pages(self, desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
        """Make the pages."""


class ListView(PageView, Protocol):
    """A module that makes pages whose number grows with the register."""

    def entry(self, desk: Desk, catalogue: Catalogue) -> Page:
        """Make the page from which the others are reached."""

    def chapters(self, desk: Desk, catalogue: Catalogue) -> Iterator[Iterator[Page]]:
        """Give its other pages in parts that can be made apart from each other."""


class FileView(Protocol):
    """A module that makes plain files."""

    def file_addresses(self, catalogue: Catalogue) -> Iterable[str]:
        """List every address it will publish."""

    def files(self, desk: Desk, catalogue: Catalogue) -> Iterator[File]:
        """Make the files."""


PAGE_VIEWS: tuple[PageView, ...] = (
    home,
    levels,
    criteria,
    changes,
    frameworks,
    crosswalk,
    contact,
    glossary,
    practices,
    papers,
    lawful,
    problempages,
    dataformat,
)
LIST_VIEWS: tuple[ListView, ...] = (directory, comparison, pledges, follow)
"""Views whose pages grow in number with the register: they are never all in memory."""
FILE_VIEWS: tuple[FileView, ...] = (exports, feeds, calendars, questionnaire)


def lasting_addresses(library: Library, on: date) -> frozenset[str]:
    """List addresses that exist even when the register is empty: pages of places may link to them."""
    return page_addresses(Catalogue(library=library, on=on, rows=()))


def page_addresses(catalogue: Catalogue) -> frozenset[str]:
    """List the addresses of all pages."""
    return frozenset(address for view in (*PAGE_VIEWS, *LIST_VIEWS) for address in view.addresses(catalogue))


def file_addresses(catalogue: Catalogue) -> frozenset[str]:
    """List the addresses of all plain files."""
    return frozenset(address for view in FILE_VIEWS for address in view.file_addresses(catalogue))


def all_pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make all pages whose number does not grow with the register, and the entry to those whose number does."""
    for view in PAGE_VIEWS:
        yield from view.pages(desk, catalogue)
    for view in LIST_VIEWS:
        yield view.entry(desk, catalogue)


def all_files(desk: Desk, catalogue: Catalogue) -> Iterator[File]:
    """Make all plain files."""
    for view in FILE_VIEWS:
        yield from view.files(desk, catalogue)
