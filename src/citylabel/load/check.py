"""Everything that is wrong with the files under `data/`, told in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.load.cityfile import load_city
from citylabel.load.files import walk
from citylabel.load.layout import CITIES_FOLDER
from citylabel.load.tree import CITIES, load
from citylabel.problems import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.problems import Problem


def check(root: Path) -> Iterator[Problem]:
    """Every problem and hint of every file, one city after the other.

    This is the text and shape of records; what they say about each other is the rules' concern.
    """
    try:
        yield from load(root).hints
    except DataError as error:
        yield from error.problems
    for city_id in walk(root, CITIES, CITIES_FOLDER, into=False).subjects:
        try:
            yield from load_city(root, city_id).hints
        except DataError as error:
            yield from error.problems
