"""Is everything there that was promised, and nothing else?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from citylabel.views.assets import Assets
    from citylabel.views.publication import Publication

_ALWAYS = (".nojekyll", "404.html", "robots.txt", "sitemap.xml")


def promised(publications: Sequence[Publication], written: Sequence[Sequence[str]], assets: Assets) -> frozenset[str]:
    """Name every file the site must have, below its root."""
    names = {*_ALWAYS, *(file.path for file in assets.files)}
    names |= {file.path for file in publications[0].files} | set(publications[0].stream.files)
    for publication, texts in zip(publications, written, strict=True):
        pages = [page.path for page in publication.pages]
        pages += [*publication.stream.titles, *texts]
        names |= {f"{publication.facts.prefix}{path}index.html" for path in pages}
    return frozenset(names)


def check_complete(names: frozenset[str], found: frozenset[str]) -> list[str]:
    """Say what is missing; and what nobody promised, of the files that a reader could meet."""
    missing = [f"/{name} was not written" for name in sorted(names - found)]
    surplus = [
        f"/{name} was written, but nothing promised it"
        for name in sorted(found - names)
        if name.endswith(".html") or name.startswith("assets/")
    ]
    return missing + surplus


def files_below(folder: Path) -> Iterator[str]:
    """Name every file below a folder, with "/" between the parts."""
    start = len(str(folder)) + 1
    for place, _, names in os.walk(folder):
        prefix = place[start:].replace(os.sep, "/")
        for name in names:
            yield f"{prefix}/{name}" if prefix else name
