"""How easy a text is to read, in figures: sentences, words, long words, syllables.

Figures help to find sentences worth a second look. They do not tell whether a text is good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG_SENTENCE = 25
"""More words than this make a long sentence, as in the style guide of GOV.UK.

Source: https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/"""

LONG_WORD = 6
"""More letters than this make a long word (LIX)."""

_WORD = re.compile(r"\w+(?:[-'\u2019./:]\w+)*")
_END = re.compile(
    r"""(?<=[.!?…;\u037e])      # the sign that ends a sentence (also the Greek question mark)
        ["'”\u2019»)\]]*        # what it closes
        \s+
        (?=["'“\u2018«(\[]*[^\W_a-zß-öø-ÿά-ώа-я])  # and no small letter after it""",
    re.VERBOSE,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SHORT_FORM = re.compile(r"(?:\b(?:e\.g|i\.e|Art|No|Nr|St|Dr|Mr|Mrs|vs|approx|p|pp)|\b\w\.\w)\.\Z")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?<![aeiouyl])e\Z|(?<=[aeiouyr]l)e\Z|(?<=[^aeiouytd])ed\Z|(?<=[^aeiouyscgxz])es\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """Counts over some texts in one language, and what they come to."""

    sentences: int
    words: int
    long_sentences: int
    """Sentences of more than 25 words."""
    long_words: int
    """Words of more than six letters."""
    syllables: int
    """An estimate by English spelling; of no use for other languages."""

    @property
    def words_a_sentence(self) -> Fraction:
        """The average length of a sentence in words; 0 without sentences."""
        return Fraction(self.words, self.sentences or 1)

    @property
    def long_share(self) -> Fraction:
        """The share of long sentences, from 0 to 1."""
        return Fraction(self.long_sentences, self.sentences or 1)

    @property
    def lix(self) -> Fraction:
        """Give Björnsson's läsbarhetsindex, for any language written with letters and spaces.

        Words a sentence plus the percentage of words of more than six letters. About 30 is easy,
        40 a newspaper, 50 official text, 60 hard.
        Source: C. H. Björnsson, Läsbarhet, Stockholm: Liber, 1968.
        """
        return self.words_a_sentence + Fraction(100 * self.long_words, self.words or 1)

    @property
    def flesch(self) -> Fraction:
        """Give the Flesch Reading Ease, for English only: 60 to 70 is plain English, higher is easier.

        206.835 - 1.015 (words / sentences) - 84.6 (syllables / words).
        Source: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948) 221-233.
        """
        syllables_a_word = Fraction(self.syllables, self.words or 1)
        return (
            Fraction(206835, 1000) - Fraction(1015, 1000) * self.words_a_sentence - Fraction(846, 10) * syllables_a_word
        )


def readability(texts: Iterable[str]) -> Readability:
    """Count over plain texts, all in the same language.

    Args:
        texts: plain text; blank lines part paragraphs, and no sentence goes over them.
    """
    sentences = [words(sentence) for text in texts for sentence in split(text)]
    said = [word for sentence in sentences for word in sentence]
    return Readability(
        sentences=len(sentences),
        words=len(said),
        long_sentences=sum(len(sentence) > LONG_SENTENCE for sentence in sentences),
        long_words=sum(len(word) > LONG_WORD for word in said),
        syllables=sum(map(syllables, said)),
    )


def split(text: str) -> tuple[str, ...]:
    """Split a plain text into its sentences, each in one line and with at least one word.

    A full stop, and whatever else can end a sentence, does so where white space and no small letter
    follow; known short forms (`e.g.`, `Art.`) do not. The semicolon is the Greek question mark.
    """
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        line = " ".join(paragraph.split())
        start = 0
        for end in _END.finditer(line):
            if not _SHORT_FORM.search(line, start, end.start()):
                found.append(line[start : end.end()].strip())
                start = end.end()
        found.append(line[start:])
    return tuple(sentence for sentence in found if _WORD.search(sentence))


def words(sentence: str) -> tuple[str, ...]:
    """List the words of a sentence; `on-line`, `don't` and `9.5` are one each."""
    return tuple(_WORD.findall(sentence))


def syllables(word: str) -> int:
    """Estimate the syllables of an English word by its groups of vowels; at least one.

    Silent endings (`made`, `asked`, `times`) do not count. Numbers and names of other languages are guessed too.
    """
    small = word.lower()
    groups = len(_VOWELS.findall(small))
    return max(1, groups - bool(groups > 1 and _SILENT_END.search(small)))
