"""What runs out, for the command line: lines for people, objects for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citylabel.rules.expiring import Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import Library
    from citylabel.rules.expiring import Expiring
    from citylabel.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOut:
    """One thing that runs out for a place."""

    city: str
    """Id of the place."""
    specimen: bool
    edition: str
    day: date
    """The day the place is shown as on."""
    thing: Expiring

    @property
    def days(self) -> int:
        """Days left; negative for what is overdue."""
        return (self.thing.on - self.day).days


def in_order(found: Iterable[RunningOut]) -> tuple[RunningOut, ...]:
    """Sort by date, then by place."""
    return tuple(sorted(found, key=lambda each: (each.thing.on, each.city, each.thing.kind, each.thing.id)))


def expiring_in_words(library: Library, found: Iterable[RunningOut], words: Words) -> Iterator[str]:
    """Write one line for each: date, place, what, and how many days are left."""
    listed = in_order(found)
    if not listed:
        yield words.t("expiring.none")
        return
    width = max(len(each.city) for each in listed)
    for each in listed:
        said = f"{_what(library, each, words)} ({_left(each.days, words)})"
        mark = f" [{words.t('plain.specimen').lower()}]" if each.specimen else ""
        yield f"{each.thing.on.isoformat()}  {each.city:{width}}  {said}{mark}"


def expiring_json(found: Iterable[RunningOut]) -> list[dict[str, Any]]:
    """Write the same for programs."""
    return [
        {
            "on": each.thing.on.isoformat(),
            "days": each.days,
            "city": each.city,
            "specimen": each.specimen,
            "kind": each.thing.kind.value,
            "criterion": each.thing.criterion or None,
            "id": each.thing.id or None,
            "what": each.thing.what or None,
        }
        for each in in_order(found)
    ]


def _what(library: Library, each: RunningOut, words: Words) -> str:
    thing = each.thing
    what = library.level_title(thing.what, each.edition) if thing.kind is Runs.AWARD else thing.what
    return words.t(f"expiring.{thing.kind}", what=what, criterion=thing.criterion.upper(), id=thing.id)


def _left(days: int, words: Words) -> str:
    if days < 0:
        return words.tn("expiring.overdue", -days)
    return words.tn("expiring.in", days) if days else words.t("expiring.today")
