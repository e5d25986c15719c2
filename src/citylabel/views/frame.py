"""The fast road: the shell rendered once, and pages set into it by joining bytes.

A sentinel stands in for each value while the theme renders the shell. It carries signs that every
kind of escaping changes in its own way, so each place tells by itself how a value has to be
escaped there; nobody keeps a list of the theme's details. A sentinel that arrives in a form we do
not know fails the build.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from citylabel.views.page import Page


class FrameError(Exception):
    """The shell cannot be used as a frame, or a page does not belong into this one."""


class Escaping(StrEnum):
    """How a value is written at one place."""

    RAW = "as it is"
    MARKUP = "as Jinja escapes: & < > and both quotes, by number"
    NAMED = "as html.escape: both quotes too, the double one by name"
    TEXT = "as Markdown: & < > only"

    def apply(self, text: str) -> str:
        """Write `text` that way."""
        match self:
            case Escaping.RAW:
                return text
            case Escaping.MARKUP:
                return str(escape(text))
            case Escaping.NAMED:
                return html.escape(text)
            case Escaping.TEXT:
                return html.escape(text, quote=False)


class Slot(StrEnum):
    """The values that differ between the pages of one frame."""

    TITLE = "title"
    DESCRIPTION = "description"
    ROBOTS = "robots"
    PATH = "path"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, order=True)
class FrameKey:
    """What pages must have in common to share a frame."""

    depth: int
    """How many folders deep: 2 for "cities/fi-x/"."""
    section: str
    scripts: tuple[str, ...] = ()

    @classmethod
    def of(cls, page: Page) -> FrameKey:
        """Tell into which frame a page belongs."""
        return cls(page.path.count("/"), page.section, page.scripts)


_BEGIN, _END = "xqbegin", "endqx"
_SIGNS = "&\"'<>"
_ESCAPED_SLOTS = (Slot.TITLE, Slot.DESCRIPTION)


def robots(page: Page) -> str:
    """Give the robots rule of a page."""
    return "index, follow" if page.indexable else "noindex"


def sentinel_page(key: FrameKey) -> Page:
    """Make the page that the theme renders to become the frame of `key`."""
    name = "-".join((key.section, *key.scripts))  # frames of one depth need different addresses
    path = "".join(f"{_BEGIN}{n}{name}{_END}/" for n in range(key.depth))
    return Page(
        path=path,
        title=_sentinel(Slot.TITLE),
        description=_sentinel(Slot.DESCRIPTION),
        content=Markup(f"{_BEGIN}{Slot.CONTENT}{_END}"),  # noqa: S704 - a constant
        section=key.section,
        scripts=key.scripts,
    )


SENTINEL_ROBOTS = f"{_BEGIN}{Slot.ROBOTS}{_END}"


def _sentinel(slot: Slot) -> str:
    return f"{_BEGIN}{slot}{_SIGNS}{_END}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered shell, cut open where pages differ. Plain data: workers get it pickled."""

    key: FrameKey
    pieces: tuple[bytes, ...]
    """What stands before, between and after the slots: one more than there are slots."""
    slots: tuple[tuple[Slot, Escaping], ...]

    def fill(self, page: Page) -> bytes:
        """Set a page into the frame: the bytes of the finished HTML file.

        Raises:
            FrameError: the page belongs into another frame.
        """
        if FrameKey.of(page) != self.key:
            raise FrameError(f"{page.path!r} does not belong into the frame {self.key}")
        values = {
            Slot.TITLE: page.title,
            Slot.DESCRIPTION: page.description,
            Slot.ROBOTS: robots(page),
            Slot.PATH: page.path,
            Slot.CONTENT: page.content,
        }
        parts = [self.pieces[0]]
        for (slot, escaping), piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (escaping.apply(values[slot]).encode(), piece)
        return b"".join(parts)


def cut(shell: str, key: FrameKey) -> Frame:
    """Cut a rendered sentinel page open at its sentinels.

    Raises:
        FrameError: a sentinel arrived changed in a way we do not know, or there is no content.
    """
    forms = _forms(key)
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    pieces = pattern.split(shell)
    slots = tuple(forms[hit] for hit in pattern.findall(shell))
    if left := [piece for piece in pieces if _BEGIN in piece or _END in piece]:
        at = left[0].find(_BEGIN)
        raise FrameError(f"a value arrived in an unknown form: {left[0][max(at, 0) :][:80]!r}")
    if [slot for slot, _ in slots].count(Slot.CONTENT) != 1:
        raise FrameError("the shell must print the content exactly once")
    return Frame(key, tuple(piece.encode() for piece in pieces), slots)


def _forms(key: FrameKey) -> dict[str, tuple[Slot, Escaping]]:
    forms: dict[str, tuple[Slot, Escaping]] = {
        SENTINEL_ROBOTS: (Slot.ROBOTS, Escaping.RAW),
        str(sentinel_page(key).content): (Slot.CONTENT, Escaping.RAW),
    }
    if key.depth:
        forms[sentinel_page(key).path] = (Slot.PATH, Escaping.RAW)
    for slot in _ESCAPED_SLOTS:
        forms |= {how.apply(_sentinel(slot)): (slot, how) for how in Escaping}
    return forms
