"""Everything that is published, as plain files without a shell: the way to any other site generator."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from citylabel.site.output import write_files
from citylabel.views.page import File

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from citylabel.views.page import Page
    from citylabel.views.publication import Publication

INDEX = "pages.json"


def export(publications: Sequence[Publication], out: Path) -> int:
    """Write every page's content as HTML and a list that says what else a shell needs to know.

    Args:
        publications: one for each locale.
        out: folder to write into.

    Returns:
        How many pages were written. `pages.json` lists them with address, title, description, section and whether
        search engines may list them.
    """
    entries: list[dict[str, object]] = []
    for publication in publications:
        prefix = publication.facts.prefix
        for page in _all(publication):
            write_files([File(path=f"{prefix}{page.path}index.html", body=page.content.encode())], out)
            entries.append(_entry(page, prefix, publication.facts.locale))
        write_files(publication.files, out)
        publication.stream.write_files(out)
    listed = json.dumps(entries, ensure_ascii=False, indent=1).encode()
    write_files([File(path=INDEX, body=listed + b"\n")], out)
    return len(entries)


def _all(publication: Publication) -> Iterator[Page]:
    yield from publication.pages
    for path in sorted(publication.stream.titles):
        yield publication.stream.page(path)


def _entry(page: Page, prefix: str, locale: str) -> dict[str, object]:
    return {
        "path": prefix + page.path,
        "locale": locale,
        "title": page.title,
        "description": page.description,
        "section": page.section,
        "indexable": page.indexable,
        "scripts": list(page.scripts),
    }
