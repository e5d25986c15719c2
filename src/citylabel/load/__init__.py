"""Files become models: all problems of all files in one run, each with its place.

`load(root)` reads what all cities share; `load_city(root, id)` reads one city. Both raise `DataError` with every
problem of the files they read; `check(root)` gives all problems of everything.
"""

from __future__ import annotations

from citylabel.load.check import check
from citylabel.load.cityfile import glance_at_city, load_city
from citylabel.load.filed import Filed, FiledCity, FiledEdition, Kept, Loaded
from citylabel.load.shape import build
from citylabel.load.tree import city_ids, load

__all__ = [
    "Filed",
    "FiledCity",
    "FiledEdition",
    "Kept",
    "Loaded",
    "build",
    "check",
    "city_ids",
    "glance_at_city",
    "load",
    "load_city",
]
