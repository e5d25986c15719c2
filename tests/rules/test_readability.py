"""Figures on how easy a text is to read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citylabel.rules.readability import readability, split, syllables, words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("We ask, e.g. for Art. 5 of the law. It is so.", ("We ask, e.g. for Art. 5 of the law.", "It is so.")),
        ("At 3 p.m. it ends; not later.", ("At 3 p.m. it ends; not later.",)),
        ("9.5 of 10. A line.\nThe next line.", ("9.5 of 10.", "A line.", "The next line.")),
        ('He said "Stop." Then he left.', ('He said "Stop."', "Then he left.")),
        ("A heading without a stop\n\nA paragraph.", ("A heading without a stop", "A paragraph.")),
        ("Ποιος; Εσύ.", ("Ποιος;", "Εσύ.")),
        (" ... ", ()),
    ],
)
def test_a_text_is_split_where_a_reader_would_stop(text: str, sentences: tuple[str, ...]) -> None:
    """Short forms and numbers end no sentence, blank lines do."""
    assert split(text) == sentences


def test_a_hyphen_an_apostrophe_and_a_number_part_no_word() -> None:
    """One word each, as people count."""
    assert words("The top-list doesn't ask for 9.5, or 2/3.") == (
        "The",
        "top-list",
        "doesn't",
        "ask",
        "for",
        "9.5",
        "or",
        "2/3",
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [("made", 1), ("table", 2), ("asked", 1), ("wanted", 2), ("times", 1), ("readable", 3), ("council", 2), ("W", 1)],
)
def test_syllables_are_estimated_by_english_spelling(word: str, count: int) -> None:
    """Silent endings do not count."""
    assert syllables(word) == count


def test_the_known_figures_are_computed_as_their_authors_say() -> None:
    """Two sentences, ten words, three of them long, fourteen syllables."""
    result = readability(["The council decided today. People asked for simple forms again."])
    assert (result.sentences, result.words, result.long_words, result.syllables) == (2, 10, 2, 17)
    assert result.words_a_sentence == 5
    assert result.lix == 5 + Fraction(100 * 2, 10)
    assert result.flesch == Fraction("206.835") - Fraction("1.015") * 5 - Fraction("84.6") * Fraction(17, 10)


def test_a_sentence_is_long_from_its_26th_word() -> None:
    """The limit itself is allowed."""
    result = readability([f"{'word ' * 24}end. {'Word ' * 25}end."])
    assert (result.sentences, result.long_sentences, result.long_share) == (2, 1, Fraction(1, 2))


def test_nothing_to_read_gives_zeros() -> None:
    """No division by nothing."""
    empty = readability([])
    assert [empty.words_a_sentence, empty.long_share, empty.lix] == [Fraction(0)] * 3


@given(st.text())
def test_splitting_loses_and_invents_no_word(text: str) -> None:
    """All words of a text stand in its sentences, in order."""
    assert [word for sentence in split(text) for word in words(sentence)] == list(words(text))
