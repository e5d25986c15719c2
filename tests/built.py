"""The real site, built from the real records, for the tests that look at it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from citylabel.site.build import build
from citylabel.site.complete import files_below
from citylabel.site.gather import gather

ON = dt.date(2026, 11, 23)
ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("data", "docs", "hooks", "mkdocs.yml")
"""What a body changes to run a label of its own, and what the builder reads."""


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all files."""
        return frozenset(files_below(self.folder))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The names of all HTML files."""
        return tuple(sorted(name for name in self.names if name.endswith(".html")))

    @cached_property
    def places(self) -> tuple[dict[str, Any], ...]:
        """The register as the site publishes it to programs."""
        return tuple(json.loads(self.text("api/v1/cities.json"))["cities"])

    @property
    def specimens(self) -> tuple[dict[str, Any], ...]:
        """The invented places among them."""
        return tuple(place for place in self.places if place["specimen"])

    def text(self, name: str) -> str:
        """Read one file."""
        return (self.folder / name).read_text("utf-8")

    def contents(self) -> dict[str, bytes]:
        """Give every file and its bytes."""
        return {name: (self.folder / name).read_bytes() for name in self.names}


def build_site(root: Path, out: Path) -> Site:
    """Read everything below `root` and build it into `out`, with every link followed."""
    build(gather(root, ON), root=root, out=out, crawl_all=True)
    return Site(out)


def copied(folder: Path) -> Path:
    """Copy what the builder reads, so that a test may change it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder
