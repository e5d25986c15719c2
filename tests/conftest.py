"""What every test may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.built import ROOT, build_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Site

# No timed assertions, and the same examples on every machine: a red test means a fault, never a slow or unlucky day.
settings.register_profile("label", deadline=None, derandomize=True)
settings.load_profile("label")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that the project lies in."""
    return ROOT


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, built once, when the first test asks for it. Never write into it."""
    return build_site(ROOT, tmp_path_factory.mktemp("real") / "site")
