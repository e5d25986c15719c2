"""Worker processes: how many, and how they are started."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext

FEW = 96
"""Up to so many places one process is faster than starting others."""


def workers_for(places: int) -> int:
    """Give the number of processes that work on so many places; 1 means this one alone."""
    return 1 if places <= FEW else max(1, os.cpu_count() or 1)


def pool(workers: int, begin: Callable[..., None] | None = None, *given: object) -> ProcessPoolExecutor:
    """Start worker processes.

    Args:
        workers: how many.
        begin: called in each process when it starts, with `given`; both can be pickled.
        given: what `begin` gets.
    """
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=begin, initargs=given)  # type: ignore[arg-type]  # begin takes what is given


def _context() -> BaseContext:
    """Fork where that is safe, because it is fast; else start afresh."""
    forks = os.name == "posix" and threading.active_count() == 1 and os.uname().sysname == "Linux"
    return get_context("fork" if forks else "spawn")
