"""What views hand over for publishing: pages, plain files, and links that know their targets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

_PAGE_PATH = re.compile(r"(?:[a-z0-9][a-z0-9._~-]*/)*")
_FILE_PATH = re.compile(r"(?:[A-Za-z0-9.][A-Za-z0-9._~-]*/)*[A-Za-z0-9.][A-Za-z0-9._~-]*")


class UnknownTarget(LookupError):  # noqa: N818 - said as what it is
    """A view links to an address that nothing publishes; the text names both ends."""

    def __init__(self, target: str, *, base: str) -> None:
        super().__init__(f"the page /{base} links to /{target}, which is not published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the register in one locale, without the shell around it."""

    path: str
    """Its address below the locale's root: "" for home, otherwise it ends with "/"."""
    title: str
    """Plain text; the shell escapes it."""
    description: str
    """One plain sentence for search engines and link previews; the shell escapes it."""
    content: Markup
    """The HTML of the content area, made by an autoescaping template."""
    section: str = ""
    """The key of the entry in the top navigation that is current: "cities", "criteria", ..."""
    indexable: bool = True
    """False keeps it out of search engines and the sitemap: specimens."""
    scripts: tuple[str, ...] = ()
    """Names of the ES modules it needs: "directory" for `assets/js/directory.js`."""

    def __post_init__(self) -> None:
        if not _PAGE_PATH.fullmatch(self.path):
            raise ValueError(f"a page cannot live at {self.path!r}")
        if hasattr(self.title, "__html__") or hasattr(self.description, "__html__"):
            raise TypeError(f"title and description of /{self.path} must be plain text, not Markup")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One published file that is no page: a badge, a data file, a feed."""

    path: str
    """Its address below the root, such as "badges/fi-x.svg"."""
    body: bytes

    def __post_init__(self) -> None:
        if not _FILE_PATH.fullmatch(self.path) or ".." in self.path:
            raise ValueError(f"a file cannot live at {self.path!r}")


class Links:
    """Every published address, and the way from one page to another.

    All links are relative, so that the site can live below any path of any host. They climb to
    the locale's root and down again, which needs no path arithmetic: it is asked for a million
    times in a large register.
    """

    __slots__ = ("_pages", "_shared", "_up")

    def __init__(self, targets: Iterable[str], *, shared: Iterable[str] = (), up: str = "") -> None:
        """Take every address.

        Args:
            targets: what this locale publishes: pages ("" or ending with "/") and files.
            shared: files at the root that all locales use: badges, data.
            up: the way from this locale's root to the site's root: "" or "../".
        """
        self._pages = frozenset(targets)
        self._shared = frozenset(shared)
        self._up = up

    def __contains__(self, target: str) -> bool:
        return target in self._pages or target in self._shared

    def to(self, target: str, *, base: str) -> str:
        """Give the relative href of `target` on the page at `base`.

        Args:
            target: a published address, with a `?query` or a `#fragment` where wanted.
            base: the address of the page on which the link stands.

        Raises:
            UnknownTarget: nothing is published at that address.
        """
        path = target.partition("#")[0].partition("?")[0]
        if path in self._pages:
            return to_root(base) + target if target else to_root(base) or "./"
        if path in self._shared:
            return to_root(base) + self._up + target
        raise UnknownTarget(path, base=base)


def to_root(base: str) -> str:
    """Give the way from the page at `base` to its locale's root: "" at home, else "../../"."""
    return "../" * base.count("/")
