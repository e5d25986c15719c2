"""Whole processes, one after the other: wall time, CPU time and memory of each with all its children."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAUSE_S = 0.05
"""How often memory is looked at."""
MIB = 1024 * 1024


class RunError(Exception):
    """A measured command failed; what it said is the message."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one command."""

    wall_s: float
    cpu_s: float
    """User and system time, with all children that were waited for."""
    largest_mib: float
    """Peak resident memory of the largest process."""
    together_mib: float
    """Peak of the memory of all processes together, shared pages counted once (PSS), as far as it was seen."""

    def as_json(self) -> dict[str, float]:
        """Give the figures, rounded for print."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command and wait for it.

    Args:
        command: program and arguments.
        folder: where it runs.
        environment: variables beside those of this process.

    Raises:
        RunError: it failed.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=subprocess.STDOUT
        )
        watch = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watch.stop()
        if process.returncode:
            said.seek(0)
            raise RunError(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    # Linux counts kibibytes; ru_maxrss is that of the largest process among it and its children.
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, together / MIB)


class _Watch:
    """Looks at the memory of a process and its children until told to stop."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Stop looking, and give the peak in bytes."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(PAUSE_S):
            self._peak = max(self._peak, sum(map(_memory, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """List a process and all below it."""
    members, new = [pid], [pid]
    while new:
        new = [child for parent in new for child in _children(parent)]
        members += new
    return members


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text("utf-8").split()
        ]
    except OSError:  # it has just ended
        return []


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def medians(runs: Sequence[Run]) -> Run:
    """Give the median of each figure."""
    return Run(
        wall_s=median(run.wall_s for run in runs),
        cpu_s=median(run.cpu_s for run in runs),
        largest_mib=median(run.largest_mib for run in runs),
        together_mib=median(run.together_mib for run in runs),
    )
