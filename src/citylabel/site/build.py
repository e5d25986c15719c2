"""Build the site: all locales into one new folder, checked, then put in the old one's place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from citylabel.shell.press import Press
from citylabel.shell.run import ShellError, run
from citylabel.site import swap
from citylabel.site.complete import check_complete, files_below, promised
from citylabel.site.links import check_links
from citylabel.site.output import write_around, write_rest
from citylabel.site.problem import SiteRefused
from citylabel.views.assets import read_assets
from citylabel.views.frame import FrameError
from citylabel.views.sample import choose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from citylabel.views.assets import Assets
    from citylabel.views.publication import Publication


@dataclass(frozen=True, slots=True)
class Built:
    """What was published."""

    out: Path
    pages: int
    files: int


def build(publications: Sequence[Publication], *, root: Path, out: Path, crawl_all: bool = False) -> Built:
    """Build, check and publish.

    Everything was read and checked before this is called. A build that fails or is killed leaves
    the folder `out` as it was.

    Args:
        publications: one for each locale; the first lives at the root.
        root: the folder of `mkdocs.yml` and `docs/`.
        out: the folder to publish into; replaced as a whole.
        crawl_all: look at the links of every page, not at a sample of the streamed ones.

    Raises:
        SiteRefused: a written page, a link, the theme or the set of files is defective.
    """
    swap.repair(out)
    new = swap.new_folder(out)
    try:
        names = _filled(publications, root=root, new=new)
        _check_links(publications, new, names, crawl_all=crawl_all)
        swap.publish(new, out)
    except (ShellError, FrameError) as error:
        raise SiteRefused(tuple(str(error).splitlines())) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    pages = sum(1 for name in names if name.endswith("index.html"))
    return Built(out, pages, len(names) - pages)


def _filled(publications: Sequence[Publication], *, root: Path, new: Path) -> frozenset[str]:
    """Build all locales, and give the names of all files; exactly those that were promised."""
    assets = read_assets(publications[0].facts.own_style)
    written = [_locale(each, assets, root, new) for each in publications]
    write_around(publications, written, new)
    names = frozenset(files_below(new))
    _refuse(check_complete(promised(publications, written, assets), names))
    return names


def _locale(publication: Publication, assets: Assets, root: Path, new: Path) -> list[str]:
    facts = publication.facts
    first, own = root / "docs" / facts.locales[0], root / "docs" / facts.locale
    press = Press(
        publication,
        assets,
        fallback=first if facts.prefix else None,
        finish=partial(write_rest, publication, assets),
    )
    docs = own if own.is_dir() else first  # nothing translated yet: all pages are the first's
    run(press, root=root, docs=docs, out=new / facts.prefix)
    return press.written


def _check_links(publications: Sequence[Publication], new: Path, names: frozenset[str], *, crawl_all: bool) -> None:
    skipped: set[str] = set()
    for each in publications if not crawl_all else ():
        seen = choose(each.stream.titles)
        skipped |= {each.facts.prefix + path for path in each.stream.titles if path not in seen}
    _refuse(check_links(new, names, publications[0].facts.site_url, skipped))


def _refuse(complaints: list[str]) -> None:
    if complaints:
        raise SiteRefused(tuple(complaints))
