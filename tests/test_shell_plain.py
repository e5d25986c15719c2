"""Plain `mkdocs build` publishes the same pages as our builder."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from tests.small_site import project, publication
from tests.test_site_build import contents

from citylabel.shell.plain import DAY
from citylabel.shell.run import theme
from citylabel.site.build import build

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """The configuration that `mkdocs build` reads, in a project of the small site."""
    fake = SimpleNamespace(gather=lambda _root, _on: [publication()])
    monkeypatch.setitem(sys.modules, "citylabel.site.gather", fake)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    place = project(tmp_path, ROOT)
    return load_config(str(place / "mkdocs.yml"), theme=theme("en"))


def test_plain_mkdocs_publishes_the_same_files(
    plain: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DAY, "2026-11-23")
    mkdocs_build(plain)
    build([publication()], root=tmp_path, out=tmp_path / "ours")
    assert contents(tmp_path / "site") == contents(tmp_path / "ours")


def test_plain_mkdocs_without_a_date_says_what_to_set(
    plain: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DAY, raising=False)
    with pytest.raises(SystemExit, match=f"set {DAY} to the date"):
        mkdocs_build(plain)
    assert not (tmp_path / "site").exists()


def test_the_theme_setting_of_mkdocs_yml_is_the_builders(root: Path) -> None:
    text = (root / "mkdocs.yml").read_text("utf-8")
    assert "name: material\n  custom_dir: src/citylabel/theme\n  font: false" in text
    assert theme("en")["custom_dir"] == str(root / "src/citylabel/theme")
