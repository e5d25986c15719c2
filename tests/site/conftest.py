"""The pages of the real site, each read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.site.outline import Outline, outline

if TYPE_CHECKING:
    from tests.built import Site


@pytest.fixture(scope="session")
def outlines(real_site: Site) -> dict[str, Outline]:
    """Every page by the name of its file."""
    return {name: outline(real_site.text(name)) for name in real_site.pages}
