"""Whether the glossary agrees with itself: one meaning a word, and no link into nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.rules.consistency.subject import repeated, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.load.filed import Filed
    from citylabel.model.glossary import Glossary
    from citylabel.problems import Place, Problem
    from citylabel.rules.consistency.subject import Path


def glossary_problems(filed: Filed[Glossary]) -> Iterator[Problem]:
    """Find ids and words that are used twice, and related terms that do not exist."""
    terms, record = filed.model.terms, filed.record
    yield from repeated("term", [(term.id, record.place(("terms", n, "id"))) for n, term in enumerate(terms)])
    yield from repeated("word", _words(filed))
    known = {term.id for term in terms}
    for number, term in enumerate(terms):
        for position, related in enumerate(term.related):
            if related not in known:
                place = record.place(("terms", number, "related", position))
                yield unknown("REF14", place, related, known, id=related)


def _words(filed: Filed[Glossary]) -> Iterator[tuple[str, Place]]:
    """Give every word that a term is found by, as it is compared: without capitals."""
    for number, term in enumerate(filed.model.terms):
        written: list[tuple[str, Path]] = [(term.term, ("term",))]
        written += [(term.short, ("short",))] if term.short else []
        written += [(form, ("forms", position)) for position, form in enumerate(term.forms)]
        for word, path in written:
            yield word.casefold(), filed.record.place(("terms", number, *path))
