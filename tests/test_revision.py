"""Records of a revision: laid out as they were published, and never outside the folder they are laid out in."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.repository import commit_all, git

from citylabel.site.revision import LARGEST, NoRevision, revision

if TYPE_CHECKING:
    from pathlib import Path

LABEL = "data/label.yml"


@pytest.fixture(name="repository")
def _repository(tmp_path: Path) -> Path:
    """A repository with one record and things beside it."""
    root = tmp_path / "with a space"
    for path, text in ((LABEL, "a: 1\n"), ("data/locale/fi.po", "x"), ("README.md", "x"), ("data/Ä/ö.yml", "b: 2\n")):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    commit_all(root)
    return root


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_records_come_as_they_were_committed_and_the_folder_goes_away(repository: Path) -> None:
    (repository / LABEL).write_text("a: 2\n", "utf-8")
    with revision(repository, "main") as folder:
        assert files(folder) == {LABEL: b"a: 1\n", "data/Ä/ö.yml": b"b: 2\n"}
    assert not folder.exists()
    assert (repository / LABEL).read_text("utf-8") == "a: 2\n"


def test_a_project_below_the_repository_is_found(repository: Path) -> None:
    """Paths count from the project's folder."""
    below = repository / "label"
    (below / "data").mkdir(parents=True)
    (below / LABEL).write_bytes(b"c: 3\n")
    commit_all(repository)
    with revision(below, "HEAD") as folder:
        assert files(folder) == {LABEL: b"c: 3\n"}


def test_links_are_left_out(repository: Path) -> None:
    """They could lead anywhere."""
    (repository / "data/link.yml").symlink_to("/etc/passwd")
    (repository / "data/cities").symlink_to("/etc")
    commit_all(repository)
    with revision(repository, "HEAD") as folder:
        assert set(files(folder)) == {LABEL, "data/Ä/ö.yml"}


def test_attributes_of_the_repository_hide_and_change_nothing(repository: Path) -> None:
    """What `git archive` would leave out or rewrite is laid out all the same."""
    (repository / ".gitattributes").write_text("*.yml export-ignore\nlabel.yml export-subst\n", "utf-8")
    (repository / LABEL).write_bytes(b"a: $Format:%H$\n")
    commit_all(repository)
    with revision(repository, "HEAD") as folder:
        assert files(folder)[LABEL] == b"a: $Format:%H$\n"


def test_a_hook_of_another_repository_does_not_lead_astray(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(repository / "nowhere"))
    with revision(repository, "HEAD") as folder:
        assert LABEL in files(folder)


@pytest.mark.parametrize("name", ["..", "a\\b.yml", "c:x.yml"])
def test_a_tree_made_by_hand_cannot_reach_out_of_the_folder(repository: Path, name: str) -> None:
    """Git itself would never write such names; a stranger's tool can."""
    blob = git(repository, "rev-parse", f"HEAD:{LABEL}")
    inner = _tree(repository, b"100644 evil.yml", blob)
    evil = inner if name == ".." else blob
    mode = "40000" if name == ".." else "100644"
    data = _tree(repository, f"{mode} {name}".encode(), evil)
    top = _tree(repository, b"40000 data", data)
    commit = git(repository, "commit-tree", top, "-m", "evil")
    with pytest.raises(NoRevision, match="cannot be laid out"), revision(repository, commit):
        pass
    assert not list(repository.parent.rglob("evil.yml"))


def test_a_file_that_can_be_no_record_is_refused(repository: Path) -> None:
    (repository / "data/huge.yml").write_bytes(b"#" * (LARGEST + 1))
    commit_all(repository)
    with pytest.raises(NoRevision, match="too large"), revision(repository, "HEAD"):
        pass


def _tree(repository: Path, entry: bytes, name: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(repository), "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        input=entry + b"\0" + bytes.fromhex(name),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()
