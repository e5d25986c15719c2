"""A place read quickly gives the same records and, where something is wrong, the same problems in the same places."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from citylabel.load import glance_at_city, load_city
from citylabel.problems import DataError

if TYPE_CHECKING:
    from pathlib import Path

CITY = "cz-kremenov"
SLIPS = {
    "an unknown key": ("kind: city", "kind: city\nmayor: me"),
    "a word that is not possible": ("kind: city", "kind: citty"),
    "a missing key": ("kind: city\n", ""),
    "a number for a text": ("country: CZ", "country: 12"),
    "an anchor": ("kind: city", "kind: &k city"),
    "a key twice": ("kind: city", "kind: city\nkind: city"),
    "a list for a word": ("kind: city", "kind: [city]"),
    "nothing at all": ("country: CZ", "country:"),
    "broken quotes": ("country: CZ", 'country: "CZ'),
}


@pytest.fixture(name="copy")
def _copy(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "data" / "cities" / CITY, tmp_path / "data" / "cities" / CITY)
    return tmp_path


def test_a_sound_place_reads_the_same(copy: Path) -> None:
    """Models and hints are equal; only the places of values are left out."""
    assert glance_at_city(copy, CITY).file == load_city(copy, CITY).file
    assert glance_at_city(copy, CITY).hints == load_city(copy, CITY).hints


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("file", ["city.yml", "2026/application.yml"])
def test_a_broken_place_gives_the_same_problems(copy: Path, slip: str, file: str) -> None:
    """Whoever builds the site is told the same as whoever checks the records."""
    path = copy / "data" / "cities" / CITY / file
    text, (find, put) = path.read_text("utf-8"), SLIPS[slip]
    assert find in text
    path.write_text(text.replace(find, put, 1), "utf-8")
    with pytest.raises(DataError) as slow:
        load_city(copy, CITY)
    with pytest.raises(DataError) as quick:
        glance_at_city(copy, CITY)
    assert quick.value.problems == slow.value.problems
