"""A wrong record: everything is said at once, and the published site stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.built import ON, Site, copied

if TYPE_CHECKING:
    from pathlib import Path

CITY = "data/cities/gr-nealimni/city.yml"
APPLICATION = "data/cities/fi-koivulahdenranta/2026/application.yml"


@pytest.fixture
def mistaken(real_site: Site, tmp_path: Path) -> Path:
    """A project with its last good site, and three mistakes in two files."""
    root = copied(tmp_path)
    shutil.copytree(real_site.folder, root / "site")
    changed(root / CITY, "kind: city\n", "kind: town\n")
    changed(root / CITY, "country: GR\n", "county: GR\ncountry: GR\n")
    changed(root / APPLICATION, "submitted_on: 2027-09-20\n", "submitted_on: soon\n")
    return root


def changed(file: Path, old: str, new: str) -> None:
    """Put a mistake into a file."""
    text = file.read_text("utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_three_mistakes_in_two_files_are_all_reported_and_the_site_stays(mistaken: Path, real_site: Site) -> None:
    asked = [sys.executable, "-m", "citylabel", "build", "--root", str(mistaken), "--on", ON.isoformat()]
    done = subprocess.run(asked, env=os.environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    places = [line.split(": error[")[0] for line in done.stderr.splitlines() if ": error[" in line]
    assert {place.split(":")[0] for place in places} == {CITY, APPLICATION}
    assert len(places) == 3, done.stderr
    assert all(place.rsplit(":", 2)[1].isdecimal() for place in places)
    assert "Traceback" not in done.stderr
    assert Site(mistaken / "site").contents() == real_site.contents()
    left = {path.name for path in mistaken.iterdir()}
    assert left == {"data", "docs", "hooks", "mkdocs.yml", "site"}
