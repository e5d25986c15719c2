"""All files are read safely, and every problem of every file is told in one run."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from citylabel.load import check, city_ids, load, load_city
from citylabel.load.files import read_bytes
from citylabel.problems import DataError

BASE = Path(__file__).resolve().parent / "problems" / "base"
REVIEW = "format: citylabel/review/1\nreviewer: p-1\ninterests: None.\nreviewed_on: 2030-01-01\n"
APPLICATION = """\
format: citylabel/application/1
place:
  names: [{lang: fi, text: Birkavik}]
  kind: city
  country: FI
  website: https://birkavik.example/
submitted_on: 2030-06-01
seeks: bronze
authority: {role: Mayor, proof: "https://birkavik.example/decision", kind: decision}
base:
  inhabitants: {value: 5000, as_of: 2030-01-01, source: "https://birkavik.example/figures"}
window: {start: 2029-06-01, end: 2030-05-31}
"""
UPDATE = "format: citylabel/update/1\nnote: All is well.\n"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    """Write a file under `data/`."""
    file = root / "data" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_the_shared_records_are_loaded_and_cities_are_only_named(root: Path) -> None:
    write(root, "cities/fi-b/2026/application.yml", "not: read\n")
    write(root, "cities/fi-a/2026/application.yml", "not: read\n")
    loaded = load(root)
    assert loaded.label.model.name == "The label"
    assert loaded.label.record.path == "data/label.yml"
    assert loaded.cities == city_ids(root) == ("fi-a", "fi-b")
    assert (loaded.parties, loaded.editions, loaded.practices) == (None, (), ())


def test_a_practice_is_filed_by_the_name_of_its_file(root: Path) -> None:
    data = BASE.parents[2] / "data"
    first = min((data / "practices").glob("*.yml"))
    write(root, f"practices/{first.name}", first.read_text("utf-8"))
    (practice,) = load(root).practices
    assert practice.id == first.stem


def test_problems_of_all_files_are_told_in_one_run(root: Path) -> None:
    """Three mistakes in two files, one of a city, and a file in the wrong place."""
    write(root, "parties.yml", "format: citylabel/parties/1\nparties: x\nextra: 1\n")
    write(root, "cities/fi-a/2026/review.yml", REVIEW + "outcome: fine\nreason: R\n")
    write(root, "cities/fi-a/citty.yml", "a: 1\n")
    assert [f"{p.place} {p.code}" for p in sorted(check(root), key=lambda p: p.place)] == [
        "data/cities/fi-a/2026/application.yml:1:1 FILE08",
        "data/cities/fi-a/2026/review.yml:5:10 DATA10",
        "data/cities/fi-a/citty.yml:1:1 FILE01",
        "data/parties.yml:2:10 DATA08",
        "data/parties.yml:3:1 DATA02",
    ]


def test_hints_are_told_and_stop_nothing(root: Path) -> None:
    label = root / "data" / "label.yml"
    label.write_text(label.read_text("utf-8").replace("The body", "The b\u043edy"), "utf-8")
    assert [hint.code for hint in load(root).hints] == ["TEXT08"]
    assert [problem.code for problem in check(root)] == ["TEXT08"]


def test_hidden_files_backups_and_notes_are_overlooked(root: Path) -> None:
    for name in (".DS_Store", ".label.yml.swp", "label.yml~", "Thumbs.db", "README.md"):
        write(root, name, "rubbish: [")
        write(root, f"cities/{name}", "rubbish: [")
    assert list(check(root)) == []


def test_translations_and_schemas_belong_to_other_tools(root: Path) -> None:
    write(root, "schema/city.json", "{}")
    write(root, "locale/fi/criteria.po", "")
    assert list(check(root)) == []


def test_the_cases_of_a_city_come_in_the_order_of_their_numbers(root: Path) -> None:
    """And whatever is wrong in one of them is told with the rest."""
    for case in ("2026-10", "2026-2", "2027", "2026"):
        write(root, f"cities/fi-a/{case}/application.yml", "format: citylabel/application/1\n")
    with pytest.raises(DataError) as wrong:
        load_city(root, "fi-a")
    assert len({one.place.path for one in wrong.value.problems}) == 4


def test_a_city_is_read_from_all_its_files(root: Path) -> None:
    """A first application is a city without `city.yml`; what was added later comes with it."""
    write(root, "cities/fi-a/2026/application.yml", APPLICATION)
    write(root, "cities/fi-a/2026/updates/2031-02-03.yml", UPDATE)
    write(root, "cities/fi-a/2026/updates/2030-12-31.yml", UPDATE)
    write(root, "cities/fi-a/2026/review.yml", REVIEW + "outcome: sufficient\nreason: Complete.\n")
    city = load_city(root, "fi-a")
    (case,) = city.file.cases
    assert (city.file.id, city.file.city, case.id, case.edition) == ("fi-a", None, "2026", "2026")
    assert [day for day, _ in case.updates] == [date(2030, 12, 31), date(2031, 2, 3)]
    assert case.review is not None
    assert (case.evaluation, case.decisions, city.hints) == (None, (), ())
    assert city.record("2026/review.yml").place(("reason",)).line == 6
    with pytest.raises(KeyError):
        city.record("city.yml")


@pytest.mark.parametrize("city_id", ["../..", "fi-a/../..", "", ".", "FI-A", "fi-a\n"])
def test_an_id_that_is_none_leads_nowhere(root: Path, city_id: str) -> None:
    """The id may come from a command line."""
    with pytest.raises(DataError, match="FILE05"):
        load_city(root, city_id)


def test_a_link_on_the_way_to_a_city_is_not_followed(root: Path) -> None:
    write(root, "elsewhere/fi-a/2026/application.yml", APPLICATION)
    (root / "data/cities").symlink_to(root / "data/elsewhere")
    with pytest.raises(DataError, match="FILE02"):
        load_city(root, "fi-a")
    with pytest.raises(DataError, match="FILE02"):
        city_ids(root)


def test_a_city_without_files_is_no_city(root: Path) -> None:
    (root / "data/cities/fi-a").mkdir(parents=True)
    with pytest.raises(DataError, match=re.escape("city.yml:1:1: error[FILE08]")):
        load_city(root, "fi-a")


def test_a_link_is_not_followed_even_if_it_appears_after_the_look(root: Path) -> None:
    """Between looking and opening, somebody may put a link in place of a file."""
    if not hasattr(os, "O_NOFOLLOW"):
        pytest.skip("this system cannot refuse links when opening")
    (root / "secret").write_text("a: 1", "utf-8")
    (root / "data/x.yml").symlink_to(root / "secret")
    with pytest.raises(DataError, match="FILE09"):
        read_bytes(root, "data/x.yml")


def test_the_records_of_this_repository_are_in_order() -> None:
    """What we publish passes what we ask of others."""
    assert [str(one) for one in check(BASE.parents[2]) if one.severity == "error"] == []
