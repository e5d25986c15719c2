"""One session: generate, set up, run every tool in turn, again and again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.generate import SHARED, make_project, patterns
from bench.measure import RunError, run
from bench.results import Results
from bench.workplace import chrome_of, place_bytes, set_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bench.tools import Tool
    from bench.workplace import Chrome


@dataclass(slots=True)
class Session:
    """What all measurements of a session share."""

    root: Path
    """Folder of the project, or of a copy of it, that generated ones are made from."""
    base: Path
    """Folder to work in, in memory if there is such a one."""
    tools: Sequence[Tool]
    say: Callable[[str], None]
    results: Results = field(default_factory=Results)
    filler: dict[str, int] = field(default_factory=dict)
    bytes_each: int = 0
    """Mean size of a place's records."""

    def calibrate(self, ours: Tool) -> Chrome:
        """Build one place of each pattern with every tool, and note how much smaller a peer's article is."""
        places = len(patterns(self.root))
        project = self._project(places)
        out = self._run(ours, project, places)
        chrome = chrome_of(out)
        for tool in self.tools:
            if not tool.ours:
                set_up(tool, project, self.base / tool.name, chrome, 0)
                site = self._run(tool, self.base / tool.name, places)
                self.filler[tool.name] = max(0, chrome.page_bytes - round(place_bytes(site)))
        self._clear()
        self.results = Results()
        return chrome

    def measure(self, places: int, rounds: int, chrome: Chrome) -> None:
        """Run every tool with so many places, in turn, so many rounds. A tool that fails once is left out."""
        project = self._project(places)
        folders = {tool.name: self._folder(tool, project, chrome) for tool in self.tools}
        failed: set[str] = set()
        for number in range(rounds):
            for tool in self.tools:
                if tool.name in failed:
                    continue
                try:
                    self._run(tool, folders[tool.name], places)
                except RunError as error:
                    failed.add(tool.name)
                    self.say(f"{tool.name} with {places} places: {error}")
            self.say(f"{places} places: round {number + 1} of {rounds}")
        self._clear()

    def _project(self, places: int) -> Path:
        project = self.base / "project"
        written = make_project(self.root, project, places)
        self.bytes_each = written // places if places else self.bytes_each
        return project

    def _folder(self, tool: Tool, project: Path, chrome: Chrome) -> Path:
        if tool.ours:
            return project
        folder = self.base / tool.name
        set_up(tool, project, folder, chrome, self.filler[tool.name])
        return folder

    def _run(self, tool: Tool, folder: Path, places: int) -> Path:
        """Build into an empty folder and note the run; give the folder, which stays until the next run."""
        out = self.base / "out" / tool.name
        shutil.rmtree(out, ignore_errors=True)
        done = run(tool.command(folder, out), folder=folder, environment=tool.environment)
        self.results.add(tool.name, places, done)
        self.say(f"  {tool.name}: {done.wall_s:.2f} s, {done.cpu_s:.2f} s CPU, {done.together_mib:.0f} MiB")
        return out

    def _clear(self) -> None:
        for folder in self.base.iterdir():
            shutil.rmtree(folder)


def copy_shared(root: Path, into: Path) -> Path:
    """Copy what generated projects are made from, so that nobody changes it during a session; give the copy."""
    for name in SHARED:
        if (root / name).is_dir():
            shutil.copytree(root / name, into / name)
        else:
            shutil.copy(root / name, into / name)
    return into
