"""`citylabel readability`: how easy our own texts are to read, and which sentences to look at again."""

from __future__ import annotations

import heapq
from itertools import groupby
from typing import TYPE_CHECKING

import click

from citylabel.cli.options import refuse, root_option
from citylabel.problems import DataError, visible
from citylabel.rules.readability import readability as measured
from citylabel.rules.readability import split, words
from citylabel.site.prose import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction
    from pathlib import Path

    from citylabel.site.prose import Passage

HEAD = f"{'language':10}{'texts':12}{'sentences':>10}{'words each':>12}{'over 25':>9}{'LIX':>6}{'Flesch':>8}"
ENGLISH = "en"


@click.command()
@root_option
@click.option("--worst", default=20, show_default=True, type=click.IntRange(min=0), help="How many sentences to list.")
def readability(root: Path, worst: int) -> None:
    """Say how easy the texts of criteria, glossary, sources and written pages are to read.

    For each language: the average words of a sentence, the share of sentences of more than 25 words, LIX (under 40
    is easy, over 50 hard) and, for English, Flesch Reading Ease (over 60 is plain). Figures inform: the exit code is 0.
    """
    try:
        found = passages(root)
    except DataError as error:
        refuse(error.problems)
        return
    for line in (HEAD, *_figures(found), *_sentences(found, worst)):
        click.echo(line)


def _figures(found: Iterable[Passage]) -> Iterator[str]:
    """Write a line for each language as a whole, and for each kind of text in it."""
    listed = sorted(found, key=lambda passage: (passage.language, passage.kind))
    for language, of_language in groupby(listed, key=lambda passage: passage.language):
        group = list(of_language)
        yield _line(language, "all", group)
        for kind, of_kind in groupby(group, key=lambda passage: passage.kind):
            yield _line(language, kind, of_kind)


def _line(language: str, kind: str, found: Iterable[Passage]) -> str:
    result = measured(passage.text for passage in found)
    flesch = _rounded(result.flesch) if language == ENGLISH else "-"
    return (
        f"{language:10}{kind:12}{result.sentences:>10}{_rounded(result.words_a_sentence, 1):>12}"
        f"{_rounded(result.long_share * 100, 1):>7} %{_rounded(result.lix):>6}{flesch:>8}"
    )


def _rounded(value: Fraction, digits: int = 0) -> str:
    return f"{float(value):.{digits}f}"


def _sentences(found: Iterable[Passage], worst: int) -> Iterator[str]:
    """List the longest sentences; of equal length the first in order of their places."""
    listed = ((len(words(sentence)), passage, sentence) for passage in found for sentence in split(passage.text))
    longest = heapq.nsmallest(worst, listed, key=lambda each: (-each[0], each[1].place, each[2]))
    if longest:
        yield ""
    for length, passage, sentence in longest:
        yield f"{length} words  {passage.place}\n    {visible(sentence)}"
