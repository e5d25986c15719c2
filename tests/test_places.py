"""Places: read and rendered once each, by one process or by many, with the same result."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from citylabel.problems import DataError
from citylabel.site import workers
from citylabel.site.gather import gather
from citylabel.site.spool import wind
from citylabel.views.page import File, Page

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.views.publication import Publication

DAY = date(2026, 11, 23)
KEPT = ("fi-koivulahdenranta", "gr-nealimni", "ro-valea-sticlei", "cz-kremenov")


@pytest.fixture(name="few")
def _few(root: Path, tmp_path: Path) -> Path:
    """The records with four places."""
    shutil.copytree(root / "data", tmp_path / "data", ignore=shutil.ignore_patterns("cities"))
    shutil.copytree(root / "docs", tmp_path / "docs")
    for city in KEPT:
        shutil.copytree(root / "data" / "cities" / city, tmp_path / "data" / "cities" / city)
    return tmp_path


def _all(publication: Publication) -> dict[str, str]:
    stream = publication.stream
    return {path: str(stream.page(path).content) for path in sorted(stream.titles)}


def test_many_processes_make_the_same_pages_as_one(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many processors a machine has changes nothing of what is published."""
    (alone,) = gather(few, DAY)
    monkeypatch.setattr(workers, "FEW", 0)
    (together,) = gather(few, DAY)
    assert _all(together) == _all(alone)
    assert together.stream.files == alone.stream.files
    assert [page.path for page in together.pages] == [page.path for page in alone.pages]
    assert {file.path: file.body for file in together.files} == {file.path: file.body for file in alone.files}


def test_problems_of_all_places_come_together(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two broken places in two processes: both are told, and nothing is published."""
    monkeypatch.setattr(workers, "FEW", 0)
    for city in KEPT[:2]:
        (few / "data/cities" / city / "city.yml").write_text("a: &x 1\n", "utf-8")
    with pytest.raises(DataError) as refused:
        gather(few, DAY)
    assert {problem.place.path for problem in refused.value.problems} == {
        f"data/cities/{city}/city.yml" for city in KEPT[:2]
    }


def test_a_reel_gives_back_what_was_wound_onto_it(tmp_path: Path) -> None:
    """Pages with any letters, and files with any bytes."""
    pages = [
        Page(path=f"{name}/", title=name, description="", content=Markup(f"<p>{text}</p>"))  # noqa: S704 - a constant
        for name, text in (("a", "Νεαλίμνη"), ("b", ""), ("c", "x" * 9000))
    ]
    files = [File(path="f/a.bin", body=bytes(range(256))), File(path="f/b.bin", body=b"")]
    reel = wind(tmp_path / "reel", pages, files)
    assert list(reel.read()) == pages
    assert reel.page("c/") == pages[2]
    assert reel.page("d/") is None
    reel.write_files(tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out/f").iterdir()} == {
        "a.bin": files[0].body,
        "b.bin": b"",
    }


def test_reels_go_when_nobody_holds_the_stream(few: Path) -> None:
    """Nothing is left in the folder for temporary files."""
    (publication,) = gather(few, DAY)
    spool = publication.stream.spool.path  # type: ignore[attr-defined]  # a stream on reels
    assert spool.is_dir()
    del publication
    assert not spool.exists()
