"""The records as they stood at a revision of the git repository, laid out in a folder of their own.

Nothing is checked out and nothing of the repository is changed: blobs are read one by one. `git archive` would let
`.gitattributes` leave files out or rewrite them, so it is not used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RECORDS = "data"
"""The folder that is laid out."""

LARGEST = 1024 * 1024
"""No record is larger (bytes): the reader refuses less than this, so that such a file is none."""

_FILES = {b"100644", b"100755"}
"""Modes of plain files. Links (120000) and submodules (160000) are left out, never followed."""

_CALLER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
"""What a git hook tells its children of another repository than the one asked for."""


class NoRevision(Exception):  # noqa: N818 - said as what it is
    """The records of a revision cannot be had; the text says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """One file of a revision."""

    path: PurePosixPath
    name: bytes
    """Its object name."""


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """Lay out the records of a revision, and take the folder away afterwards.

    Args:
        root: folder of the project, in a git repository.
        name: a revision as git names it (`main`, `HEAD~1`, a hash).

    Yields:
        a folder with `data/` as it stood at the revision: plain `.yml` files alone.

    Raises:
        NoRevision: git is missing, `root` is in no repository, there is no such revision, or it cannot be laid out.
    """
    git = _Git(root)
    commit = git.commit(name)
    with tempfile.TemporaryDirectory(prefix="citylabel-") as folder:
        laid_out = Path(folder).resolve()
        git.copy(git.blobs(commit), laid_out)
        yield laid_out


class _Git:
    """Git, asked about one folder: no shell, no prompt, nothing fetched, no object replaced by another."""

    def __init__(self, root: Path) -> None:
        found = shutil.which("git")
        if found is None:
            raise NoRevision("Git is not installed, and earlier records can only be read with it.")
        self._root = root
        self._command = (found, "-C", str(root))
        kept = {key: value for key, value in os.environ.items() if key not in _CALLER}
        quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
        self._environment = {**kept, **quiet, "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}

    def commit(self, name: str) -> str:
        """Give the hash of the commit that a revision names; what looks like an option is none."""
        self._ask("rev-parse", "--git-dir", otherwise=f"{self._root} is in no git repository that can be read")
        if not name.isprintable():
            raise NoRevision(f"There is no revision {name!r}.")
        missing = f"There is no revision {name!r} here (in a shallow clone, fetch it first)"
        asked = ("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        return self._ask(*asked, otherwise=missing).decode("ascii").strip()

    def blobs(self, commit: str) -> tuple[_Blob, ...]:
        """List the records of a commit, paths relative to the folder asked about."""
        asked = ("ls-tree", "-r", "-z", "--long", commit, "--", f"{RECORDS}/")
        listed = self._ask(*asked, otherwise=f"The files of {commit} cannot be listed")
        return tuple(_blobs(listed))

    def copy(self, blobs: Iterable[_Blob], folder: Path) -> None:
        """Write files into a folder, one after the other, never over one that is there."""
        with tempfile.TemporaryFile() as asked:
            listed = tuple(blobs)
            asked.write(b"".join(blob.name + b"\n" for blob in listed))
            asked.seek(0)
            command = (*self._command, "cat-file", "--batch", "--buffer")
            with subprocess.Popen(  # noqa: S603 - no shell, and object names from git itself
                command, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._environment
            ) as git:
                if git.stdout is None:
                    raise AssertionError  # a pipe was asked for
                for blob in listed:
                    _write(folder, blob.path, _next(git.stdout, blob))

    def _ask(self, *words: str, otherwise: str) -> bytes:
        done = subprocess.run(  # noqa: S603 - no shell; what a person named stands after --end-of-options
            (*self._command, *words),
            env=self._environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode == 0:
            return done.stdout
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise NoRevision(f"{otherwise}: {said}")


def _blobs(listed: bytes) -> Iterator[_Blob]:
    """Read `mode type name size<TAB>path`, each entry ended by a null byte."""
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        if not path.endswith(b".yml"):
            continue
        mode, _, name, size = about.split()
        if mode not in _FILES:
            continue
        if int(size) > LARGEST:
            raise NoRevision(f"{path.decode('utf-8', 'replace')!r} of this revision is too large for a record.")
        yield _Blob(_safe(path), name)


def _safe(path: bytes) -> PurePosixPath:
    """Give a path that stays inside on every system: trees can be made by hand to hold any name."""
    text = path.decode("utf-8", "replace")
    parts = text.split("/")
    if (
        parts[0] != RECORDS
        or {"", ".", ".."} & set(parts)
        or any(sign in text for sign in "\\:\N{REPLACEMENT CHARACTER}")
    ):
        raise NoRevision(f"This revision holds a file that cannot be laid out: {text!r}.")
    return PurePosixPath(text)


def _next(answers: IO[bytes], blob: _Blob) -> bytes:
    """Read `name type size`, a line break, the content and a line break."""
    header = answers.readline().split()
    if len(header) != 3:  # noqa: PLR2004 - `name missing`, or nothing
        raise NoRevision(f"The content of {str(blob.path)!r} is not here (in a partial clone, fetch it first).")
    content = answers.read(int(header[2]))
    answers.read(1)
    return content


def _write(folder: Path, path: PurePosixPath, content: bytes) -> None:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(folder):
            raise NoRevision(f"This revision holds a file that leads elsewhere: {str(path)!r}.")
        with target.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise NoRevision(f"{str(path)!r} of this revision cannot be laid out: {error.strerror}.") from error
