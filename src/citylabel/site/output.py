"""Write what is no MkDocs page: streamed pages, assets, data files, sitemap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.site.sitemap import robots_txt, sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from citylabel.views.assets import Assets
    from citylabel.views.page import File
    from citylabel.views.publication import Publication
    from citylabel.views.stream import Frames


def write_rest(publication: Publication, assets: Assets, frames: Frames, out: Path) -> None:
    """Write one locale's streamed pages; the first locale also brings the shared files."""
    if not publication.facts.prefix:
        write_files(assets.files, out)
        write_files(publication.files, out)
    publication.stream.write(frames, out)


def write_around(publications: Sequence[Publication], written: Sequence[Sequence[str]], out: Path) -> None:
    """Write what speaks of the whole site: sitemap, rules for crawlers, a note to the host."""
    site_url = publications[0].facts.site_url
    addresses: list[str] = []
    for publication, texts in zip(publications, written, strict=True):
        pages = [page.path for page in publication.pages if page.indexable]
        pages += [*publication.stream.indexable, *texts]
        addresses += [publication.facts.address(path) for path in pages]
    for name, body in sitemap(site_url, addresses):
        (out / name).write_bytes(body)
    (out / "robots.txt").write_bytes(robots_txt(site_url))
    (out / ".nojekyll").write_bytes(b"")  # GitHub Pages: publish as is, dot files included


def write_files(files: Iterable[File], out: Path) -> None:
    """Write plain files below `out`."""
    made: set[Path] = set()
    for file in files:
        target = out / file.path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(file.body)
