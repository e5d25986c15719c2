"""The glossary: every word of the label on one page, from A to Z."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from citylabel.views.terms import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.glossary import Glossary, Term
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The terms under one letter."""

    sign: str
    """The letter, as a capital."""
    id: str
    """Its anchor."""
    terms: tuple[Term, ...]


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the page, if the label has a glossary."""
    return (ADDRESS,) if catalogue.library.glossary else ()


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make it."""
    glossary = catalogue.library.glossary
    if glossary is None:
        return
    yield desk.page(
        "glossary.html",
        path=ADDRESS,
        title=desk.words.t("glossary.title"),
        description=desk.words.t("glossary.description", label=desk.library.label.name),
        section="criteria",
        letters=tuple(letters(glossary)),
        titles={term.id: term.term for term in glossary.terms},
    )


def letters(glossary: Glossary) -> Iterator[Letter]:
    """Group the terms by their first letter, in order."""
    listed = sorted(glossary.terms, key=lambda term: (term.term.casefold(), term.id))
    for sign, terms in groupby(listed, key=lambda term: term.term[0].upper()):
        yield Letter(sign=sign, id=f"letter-{sign.lower()}", terms=tuple(terms))
