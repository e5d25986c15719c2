"""Bytes become text: UTF-8 or a problem with its line and column."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.problems import DataError, Place
from citylabel.source.characters import place_in, refused, without_refused

if TYPE_CHECKING:
    from citylabel.problems import Problem

MOST_BYTES = 128 * 1024

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BROKEN_BYTE = re.compile(r"[\udc80-\udcff]")
_WIDE_START = re.compile(rb"[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with its bytes and characters.

    Where something is wrong, the text has blanks in those places, so that the rest can be read
    and all problems be told at once. Raises `DataError` where reading on makes no sense: too
    large, or UTF-16.
    """
    _refuse_unreadable(data, Place(path))
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    # One search over the whole text: nearly every record is done here.
    problems = list(refused(text, path))
    if not problems:
        return text, problems
    broken = _broken_bytes(text, path)
    if broken:
        text = _BROKEN_BYTE.sub("x", text)  # some letter: it was one, and means nothing in YAML
        problems = [broken, *refused(text, path)]
    return without_refused(text), problems


def _refuse_unreadable(data: bytes, start: Place) -> None:
    if len(data) > MOST_BYTES:
        raise DataError([problem("YAML03", start, size=len(data), most=MOST_BYTES)])
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), None)
    if wide is None and _WIDE_START.match(data):
        wide = "UTF-16"
    if wide:
        raise DataError([problem("YAML02", start, encoding=Words(wide))])


def _broken_bytes(text: str, path: str) -> Problem | None:
    """One problem for all bytes that are no UTF-8: saving the file anew repairs them all."""
    broken = list(_BROKEN_BYTE.finditer(text))
    if not broken:
        return None
    byte = ord(broken[0][0]) - 0xDC00
    others = len(broken) - 1
    return problem(
        "YAML01",
        place_in(text, broken[0].start(), path),
        byte=Words(f"{byte:02X}"),
        more=Words(f" (and {others} more)" if others else ""),
        looks=_as_latin(byte),
    )


def _as_latin(byte: int) -> Words:
    letter = bytes([byte]).decode("cp1252", "replace")
    return Words(f"; in Windows-1252 it would be {letter}" if letter.isalpha() else "")
