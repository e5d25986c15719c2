"""The glossary: what our words mean, said once for pages, criteria and whoever writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from citylabel.model.base import Frozen, Identifier, Text, Title


class StandardTerm(Frozen):
    """Where a word comes from, if a standard has it. Definitions are ours: the standards' texts are protected."""

    title: Title
    """The standard: `ISO/IEC 17000:2020`."""
    clause: Title | None = None
    """Number of the term in it; left out where it was not seen, and then only the vocabulary follows it."""


class Term(Frozen):
    """A word that we use in one meaning."""

    id: Identifier
    """Lasting id: the anchor on the page of the glossary."""
    term: Title
    """The word, as it stands in the list."""
    short: Title | None = None
    """Its abbreviation."""
    forms: tuple[Title, ...] = ()
    """Other words it is found by in our texts: plurals, spellings. Without small letters (`DPIA`): only written so."""
    definition: Text
    """What it means here, in plain words of our own."""
    standard: StandardTerm | None = None
    """Where the word comes from."""
    avoid: tuple[Title, ...] = ()
    """What we do not call it, because that means something else or too much."""
    related: tuple[Identifier, ...] = ()
    """Ids of terms that help to understand it."""
    reference: bool = False
    """True: only listed. Pages do not link to it, because other texts use the word in other ways, or not at all."""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it is found by: the word, its abbreviation, its forms."""
        return (self.term, *((self.short,) if self.short else ()), *self.forms)


class Glossary(Frozen):
    """All terms. (`glossary.yml`)."""

    format: Literal["citylabel/glossary/1"]
    """Format and version of this record."""
    terms: tuple[Term, ...] = Field(min_length=1)
    """The terms, in any order: the page sorts them."""
