"""Letters of different alphabets that look the same (homoglyphs).

A word that mixes alphabets is a hint for a person, never an error: `Sofia София` is an honest
name, a Paris with one Cyrillic letter is hardly one. See Unicode Technical Standard 39, sections
4 and 5.1: https://www.unicode.org/reports/tr39/
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.source.characters import place_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.problems import Problem

_LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Micro, mean and ohm stand before Latin letters of units in good company: no Greek μ, Ω, π.
_GREEK = r"\u0370-\u0390\u0391-\u03a8\u03aa-\u03bb\u03bd-\u03bf\u03c1-\u03ff\u1f00-\u1fff"
_CYRILLIC = r"\u0400-\u052f"
_MIXED = re.compile(rf"[{_LATIN}][{_GREEK}{_CYRILLIC}]|[{_GREEK}][{_LATIN}{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}{_GREEK}]")
_WORD = re.compile(r"\w+")

_LOOKS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u0432\u043c\u043d\u0442\u043a\u03bf\u03b1\u03bd\u03c1\u03c4\u03b9\u03ba\u03c5\u03c7\u03b5",
    "aeopcxyijshdqwbmhtkoavptikuxe",
)


def mixed_words(text: str, path: str) -> Iterator[Problem]:
    """A hint for each word of a text that mixes Latin, Greek or Cyrillic letters."""
    if text.isascii() or not _MIXED.search(text):
        return
    for word in _WORD.finditer(text):
        if _MIXED.search(word[0]):
            names = sorted({unicodedata.name(sign, "?").split()[0].title() for sign in word[0]})
            scripts = Words(" and ".join(n for n in names if n in {"Latin", "Greek", "Cyrillic"}))
            place = place_in(text, word.start(), path)
            yield problem("TEXT08", place, word=word[0], scripts=scripts)


def skeleton(name: str) -> str:
    """What a name looks like: two names with one skeleton can be taken for each other.

    Case, accents' way of writing and Cyrillic or Greek letters that look Latin do not count.
    """
    return unicodedata.normalize("NFKC", name).casefold().translate(_LOOKS)
