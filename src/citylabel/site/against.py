"""The records as they are, held against those that a revision published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.load import glance_at_city, load_city
from citylabel.load.files import walk
from citylabel.load.layout import CITIES_FOLDER
from citylabel.load.tree import CITIES
from citylabel.messages import Words, problem, quoted
from citylabel.problems import DataError, Place, in_order
from citylabel.rules.append_only import append_only_problems, removed
from citylabel.site.revision import revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.problems import Problem


def audit_against(root: Path, name: str) -> tuple[Problem, ...]:
    """Find everything that was published at a revision and is not as it was.

    Places whose records cannot be read now are left to `audit`, which says why.

    Args:
        root: folder of the project.
        name: a revision as git names it.

    Raises:
        citylabel.site.revision.NoRevision: there is no such revision, or no git.
    """
    with revision(root, name) as earlier:
        now = frozenset(_cities(root))
        return in_order(found for city in _cities(earlier) for found in _place(city, root, earlier, name, now))


def _cities(root: Path) -> list[str]:
    return walk(root, CITIES, CITIES_FOLDER, into=False).subjects


def _place(city: str, root: Path, earlier: Path, name: str, now: frozenset[str]) -> Iterator[Problem]:
    try:
        before = glance_at_city(earlier, city).file
    except DataError:
        yield problem("RULE75", Place(f"{CITIES}/{city}"), revision=Words(quoted(name)))
        return
    if city not in now:
        yield from removed(before)
        return
    try:
        if glance_at_city(root, city).file != before:
            yield from append_only_problems(before, load_city(root, city))
    except DataError:
        return
