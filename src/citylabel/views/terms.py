"""Terms of the glossary in plain texts: the first time a page uses one, it leads to what the term means."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.glossary import Glossary

ADDRESS = "glossary/"
"""The page of the glossary; a term is found at `#` and its id."""

_LINK = Markup('<a class="u-term" href="{}#{}">{}</a>')


class TermLinker:
    """Links the terms of one page. It remembers what it linked, so make a new one for each page."""

    def __init__(self, glossary: Glossary | None, href: str = "") -> None:
        """Begin a page.

        Args:
            glossary: whose terms to link; None links nothing.
            href: the way from the page to the page of the glossary.
        """
        self._glossary = glossary
        self._href = href
        self._linked: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """Give a plain text as HTML, with each term linked that the page did not use before.

        Whole words are found, the longest first, in small and capital letters; words without small
        letters (`DPIA`, `W`) only as they are written. Everything is escaped; without its tags the
        result is the escaped text, sign by sign.
        """
        return Markup().join(self._parts(str(text)))

    def _parts(self, text: str) -> Iterator[Markup]:
        start = 0
        for term, begin, end in occurrences(self._glossary, text):
            if term not in self._linked:
                self._linked.add(term)
                yield escape(text[start:begin])
                yield _LINK.format(self._href, term, text[begin:end])
                start = end
        yield escape(text[start:])


def occurrences(glossary: Glossary | None, text: str) -> Iterator[tuple[str, int, int]]:
    """Find the terms that pages link: id, where it begins and ends; they do not overlap."""
    if glossary is None:
        return
    pattern, ids = _finder(glossary)
    for found in pattern.finditer(text):
        yield ids[_key(found[0])], found.start(), found.end()


@cache
def _finder(glossary: Glossary) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Give the pattern that finds all words, and the term of each; asked for once a page."""
    words = {word: term.id for term in glossary.terms if not term.reference for word in term.words}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    choices = "|".join(map(_written, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])"), {_key(word): words[word] for word in longest_first}


def _written(word: str) -> str:
    """Give the pattern of one word: any white space for a space, any case unless it has no small letter."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return pattern if word.isupper() else f"(?i:{pattern})"


def _key(word: str) -> str:
    return " ".join(word.split()).casefold()
