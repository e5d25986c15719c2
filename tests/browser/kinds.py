"""Kinds of pages, with one address each: what the browser tests open."""

from __future__ import annotations

from itertools import product
from os import environ
from typing import NamedTuple

PLACES = {
    "place with bronze, name in Cyrillic": "cities/bg-byala-varba/",
    "place with silver, name in Greek": "cities/gr-nealimni/",
    "place with silver, two names": "cities/fi-koivulahdenranta/",
    "place with silver, longest name": "cities/fr-saint-aubrac-sur-lorette/",
    "place with silver, present level has fallen": "cities/se-granviksund/",
    "place with gold": "cities/ee-uuskalda/",
    "place that is committed": "cities/si-brezovska-loka/",
    "place received": "cities/ro-valea-sticlei/",
    "place under evaluation": "cities/pl-jasnobrzeg/",
    "place refused": "cities/it-borgocedro/",
    "place suspended": "cities/cz-kremenov/",
    "place expired": "cities/de-lindenquell/",
    "place withdrawn": "cities/dk-havnsoere/",
    "place whose label ended": "cities/hr-modrovac/",
    "tiny place": "cities/ie-ballyfarrenmore/",
    "region": "cities/es-altaribera/",
    "group of municipalities": "cities/nl-veenwaardlanden/",
}
REGISTER = {
    "home": "",
    "directory": "cities/",
    "places of a country": "cities/in/gr/",
    "places of a level": "cities/level/silver/",
    "places of a state": "cities/level/suspended/",
    "places of a letter": "cities/names/n/",
    "places of a kind": "cities/kind/region/",
    **PLACES,
    "comparison": "compare/",
    "comparison by theme": "compare/themes/city/",
    "comparison in a country": "compare/in/fi/",
    "comparison in a level": "compare/level/silver/",
    "comparison by criterion": "compare/criteria/d1/",
    "levels": "levels/",
    "criteria": "criteria/",
    "edition": "criteria/2026/",
    "criterion": "criteria/2026/d1/",
    "edition in draft": "criteria/2029/",
    "criterion in draft": "criteria/2029/c4/",
    "changes between editions": "criteria/2029/changes/",
    "sources": "criteria/sources/",
    "source": "criteria/sources/tallinn/",
    "practices": "practices/",
    "commitments": "commitments/",
    "follow": "follow/",
    "contact": "contact/",
    "data": "data/",
    "data format": "data/format/application/",
    "problems": "problems/",
    "problem": "problems/yaml05/",
    "glossary": "glossary/",
}
WRITTEN = {
    "handbook": "handbook/",
    "handbook, a text": "handbook/procedure/",
    "handbook, decisions": "handbook/decisions/",
    "handbook, checklist": "handbook/checklist/",
    "handbook, questionnaire": "handbook/questionnaire/",
    "handbook, review form": "handbook/review-form/",
    "apply": "apply/",
    "about": "about/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "licence": "licence/",
    "for developers": "developers/",
    "for developers, with code": "developers/add-a-criterion/",
}
KINDS = {**REGISTER, **WRITTEN, "page not found": "/404.html"}
"""Addresses below the site, but for the last: a host serves it at the root, at any address."""

OPEN = "for (const each of document.querySelectorAll('details')) { each.removeAttribute('name'); each.open = true; }"
"""Opens everything on a page that can be opened."""

PHONE, DESK = 360, 1280


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: str
    scripts: bool

    def __str__(self) -> str:
        """Name it for the report."""
        return f"{self.width} {self.scheme}{'' if self.scripts else ' without scripts'}"


ALL_LOOKS = tuple(Look(*each) for each in product((PHONE, DESK), ("light", "dark"), (True, False)))
PAIRS = (
    Look(PHONE, "light", scripts=True),
    Look(DESK, "dark", scripts=True),
    Look(PHONE, "dark", scripts=False),
    Look(DESK, "light", scripts=False),
)
"""Four of the eight looks have every pair of width, colours and scripts."""


FULL = environ.get("CITYLABEL_MATRIX") == "full"
"""Every kind of page in every look, as continuous integration does; else each kind once."""


def some_places() -> list[str]:
    """Give kinds of places: all of them for the full matrix, else those whose pages differ most."""
    few = ("name in Greek", "has fallen", "received", "suspended")
    return [kind for kind in PLACES if FULL or kind.endswith(few)]


def looks() -> list[tuple[str, Look]]:
    """Give what is to be looked at: each kind once by turns, or for the full matrix every kind in every look."""
    if FULL:
        return [(kind, look) for kind in KINDS for look in ALL_LOOKS]
    return [(kind, PAIRS[at % len(PAIRS)]) for at, kind in enumerate(KINDS)]
