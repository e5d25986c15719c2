"""A git repository for a test: made, filled and committed in a temporary folder."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str) -> str:
    """Ask git, as nobody in particular and with no settings of this machine."""
    nobody = ("-c", "user.name=Nobody", "-c", "user.email=nobody@label.example", "-c", "core.autocrlf=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *nobody, "-c", "commit.gpgsign=false", *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def commit_all(folder: Path) -> str:
    """Commit everything in a folder, which becomes a repository if it is none; give the commit's hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=Records as published")
    return git(folder, "rev-parse", "HEAD")
