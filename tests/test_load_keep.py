"""Criteria that an edition keeps: read from the edition before, however many editions lie between."""

from __future__ import annotations

import shutil
from pathlib import Path

from citylabel.load import FiledEdition, load

BASE = Path(__file__).resolve().parent / "consistency" / "base"
KEPT = "became:\n  - {criteria: [q1, q2, q3, q4], fate: kept, reason: Good.}\n"


def editions(folder: Path, follows: dict[str, str]) -> dict[str, FiledEdition]:
    """The editions of the base tree, and others that keep all of its criteria.

    Args:
        folder: an empty folder.
        follows: edition by edition, which one it follows.
    """
    root = shutil.copytree(BASE, folder / "label")
    text = (BASE / "data/criteria/2026/edition.yml").read_text("utf-8")
    for edition, before in follows.items():
        path = root / "data" / "criteria" / edition
        path.mkdir(exist_ok=True)
        (path / "edition.yml").write_text(f'{text}follows: "{before}"\n{KEPT}', "utf-8")
    return {each.id: each for each in load(root).editions}


def kept(edition: FiledEdition) -> dict[str, str]:
    """Where each kept criterion comes from."""
    return {each.criterion.id: each.edition for each in edition.kept}


def test_a_kept_criterion_comes_from_where_its_file_is(tmp_path: Path) -> None:
    """Over two editions that both keep it."""
    found = editions(tmp_path, {"2029": "2026", "2032": "2029"})
    assert kept(found["2032"]) == dict.fromkeys(("q1", "q2", "q3", "q4"), "2026")
    assert [each.id for each in found["2032"].all_criteria] == ["q1", "q2", "q3", "q4"]


def test_editions_in_a_circle_keep_their_own_files_and_end(tmp_path: Path) -> None:
    """Someone mistyped an id; nothing is looked for for ever."""
    found = editions(tmp_path, {"2026": "2032", "2029": "2026", "2032": "2029"})
    assert kept(found["2026"]) == {}
    assert set(kept(found["2032"]).values()) == {"2026"}


def test_an_edition_that_follows_none_keeps_nothing(tmp_path: Path) -> None:
    """The unknown edition itself is told by the rules of consistency."""
    assert kept(editions(tmp_path, {"2029": "2025"})["2029"]) == {}
