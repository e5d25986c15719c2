"""The schemes that the rules are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from citylabel.load.shape import build
from citylabel.model.criterion import Criterion
from citylabel.model.edition import Edition
from citylabel.rules.scheme import Scheme
from citylabel.source import parse

ROOT = Path(__file__).resolve().parents[2]


def read_scheme(folder: Path) -> Scheme:
    """Read an edition and its criteria from a folder."""
    edition = build(Edition, parse((folder / "edition.yml").read_bytes(), "edition.yml"))
    criteria = {
        criterion: build(Criterion, parse((folder / f"{criterion}.yml").read_bytes(), f"{criterion}.yml"))
        for criterion in edition.criterion_ids
    }
    return Scheme(id=folder.name, edition=edition, criteria=criteria)


@pytest.fixture(scope="session", name="tiny")
def _tiny() -> Scheme:
    return read_scheme(ROOT / "tests" / "schemes" / "tiny")


@pytest.fixture(scope="session", name="edition_2026")
def _edition_2026() -> Scheme:
    return read_scheme(ROOT / "data" / "criteria" / "2026")
