"""What the rules of consistency look at: one place, one of its cases, and where everything stands in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.messages import Words, did_you_mean, problem, quoted
from citylabel.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from citylabel.load.filed import FiledCity
    from citylabel.model.casefile import Case
    from citylabel.model.party import Party
    from citylabel.problems import Problem
    from citylabel.rules.scheme import Scheme

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One case of a place."""

    filed: FiledCity
    case: Case
    scheme: Scheme
    parties: Mapping[str, Party]
    on: date

    @property
    def specimen(self) -> bool:
        """Whether the place is invented."""
        return self.filed.file.specimen

    def place(self, file: str, *path: str | int, of_key: bool = False) -> Place:
        """Give the place of a value (or its key) in one of the case's files."""
        return place_in(self.filed, f"{self.case.id}/{file}", *path, of_key=of_key)


def place_in(filed: FiledCity, file: str, *path: str | int, of_key: bool = False) -> Place:
    """Give the place of a value in one of a city's files; the file's beginning where it was not read."""
    try:
        return filed.record(file).place(path, of_key=of_key)
    except KeyError:
        return Place(f"data/cities/{filed.file.id}/{file}")


def unknown(code: str, place: Place, word: str, ids: Iterable[str], **values: object) -> Problem:
    """Make a problem about an unknown id, with the nearest known one."""
    return problem(code, place, did_you_mean=did_you_mean(word, ids), **values)


def listing(known: Iterable[str], *, most: int = 12) -> Words:
    """List all of these for a sentence: `"a", "b" and "c"`."""
    words = [quoted(word) for word in known]
    if len(words) > most:
        return Words(f"{', '.join(words[:most])} … ({len(words)} in all)")
    return Words(" and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part))


def repeated(what: str, ids: Iterable[tuple[str, Place]]) -> Iterable[Problem]:
    """Find ids that are used twice (an id means one thing)."""
    seen: set[str] = set()
    for identifier, place in ids:
        if identifier in seen:
            yield problem("REF11", place, what=Words(what), id=identifier)
        seen.add(identifier)
