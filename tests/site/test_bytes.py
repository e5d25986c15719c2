"""The same records and the same date give the same bytes, whoever builds, wherever, by whichever road."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.built import ON, ROOT, Site, copied

from citylabel.site.build import build
from citylabel.site.gather import gather
from citylabel.views.page import File
from citylabel.views.stream import PreparedPages

if TYPE_CHECKING:
    from pathlib import Path


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_another_folder_time_zone_locale_and_hash_seed_give_the_same_bytes(real_site: Site, tmp_path: Path) -> None:
    root = copied(tmp_path / "Größe und Raum")
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "COLUMNS": "40"}
    asked = [sys.executable, "-m", "citylabel", "build", "--root", str(root), "--on", ON.isoformat()]
    done = subprocess.run(
        asked, env=os.environ | strange, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    there = Site(root / "site")
    assert differing(real_site.contents(), there.contents()) == []


def test_the_fast_road_writes_what_the_slow_road_writes_for_every_place(real_site: Site, tmp_path: Path) -> None:
    """All pages of places as ordinary pages of the shell: rendered by the theme, one by one."""
    (publication,) = gather(ROOT, ON)
    stream = publication.stream
    pages = tuple(stream.page(path) for path in sorted(stream.titles))
    files = tuple(File(path=name, body=(real_site.folder / name).read_bytes()) for name in sorted(stream.files))
    assert len(pages) >= len(real_site.places)
    slow = replace(
        publication,
        pages=(*publication.pages, *pages),
        stream=PreparedPages(()),
        files=(*publication.files, *files),
    )
    build([slow], root=ROOT, out=tmp_path / "slow")
    assert differing(real_site.contents(), Site(tmp_path / "slow").contents()) == []
