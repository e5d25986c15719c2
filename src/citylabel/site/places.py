"""All places of the register: each read, checked, concluded and rendered once, by as many processes as there are.

What stays in memory is a row for each place; everything else lies on reels until the shell is there.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.catalogue import row_of
from citylabel.problems import DataError, Place
from citylabel.rules.consistency import circle_problems
from citylabel.site.reels import SHARE, Spool
from citylabel.site.register import read_place
from citylabel.site.spool import Reel, wind
from citylabel.site.workers import pool, workers_for
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.place import addresses_of, files_of, page_of
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from citylabel.catalogue import Row
    from citylabel.problems import Problem
    from citylabel.site.register import Register
    from citylabel.views.page import File, Page


@dataclass(frozen=True, slots=True)
class Batch:
    """What a worker made of some places."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    reels: tuple[Reel, ...]
    """One for each locale."""


@dataclass(frozen=True, slots=True)
class Task:
    """What all batches share. Plain data: workers get it pickled."""

    register: Register
    on: date
    locales: tuple[str, ...]
    targets: frozenset[str]
    """Addresses of pages that exist whatever the places come to; pages of places may link to them."""
    spool: Path


@dataclass(frozen=True)
class Places:
    """The rows of all places, and their pages on reels."""

    rows: tuple[Row, ...]
    """By id."""
    batches: tuple[Batch, ...]
    spool: Spool

    def reels(self, locale: int) -> tuple[Reel, ...]:
        """Give the reels of one locale, by its position among the locales."""
        return tuple(batch.reels[locale] for batch in self.batches)


def read_places(
    register: Register,
    on: date,
    *,
    locales: tuple[str, ...],
    targets: frozenset[str] = frozenset(),
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Places:
    """Read, check, conclude and render every place.

    Args:
        register: the opened register.
        on: the day real places are shown as on.
        locales: languages to render in, the first at the root.
        targets: addresses that pages of places may link to, beside their own.
        progress: called with the number of places done and of all places.

    Raises:
        DataError: with every problem of every place.
    """
    spool = Spool()
    batches = tuple(_batches(Task(register, on, locales, targets, spool.path), progress))
    _refuse_problems(batches)
    rows = sorted((row for batch in batches for row in batch.rows), key=lambda row: row.id)
    _refuse_circles(rows)
    return Places(tuple(rows), batches, spool)


def _refuse_problems(batches: Sequence[Batch]) -> None:
    if problems := [problem for batch in batches for problem in batch.problems]:
        raise DataError(problems)


def _refuse_circles(rows: Sequence[Row]) -> None:
    followed = {row.id: row.successors for row in rows if row.successors}
    places = {city: Place(f"data/cities/{city}/city.yml") for city in followed}
    if problems := tuple(circle_problems(followed, places)):
        raise DataError(problems)


def _batches(task: Task, progress: Callable[[int, int], None]) -> Iterator[Batch]:
    cities = task.register.cities
    shares = [cities[start : start + SHARE] for start in range(0, len(cities), SHARE)]
    done = 0
    for batch, share in zip(_made(task, shares), shares, strict=True):
        done += len(share)
        progress(done, len(cities))
        yield batch


def _made(task: Task, shares: Sequence[tuple[str, ...]]) -> Iterator[Batch]:
    workers = workers_for(sum(map(len, shares)))
    if workers == 1:
        bench = Workbench(task)
        yield from (bench.make(share) for share in shares)
        return
    with pool(workers, _begin, task) as crew:
        yield from crew.map(_make, shares)


class Workbench:
    """One worker's engines and words, kept from place to place."""

    def __init__(self, task: Task) -> None:
        """Set up an engine for each locale."""
        self._task = task
        library, cities = task.register.library, task.register.cities
        targets = task.targets.union(*(addresses_of(city).pages for city in cities))
        shared = frozenset().union(*(addresses_of(city).files for city in cities))
        self._desks = []
        for locale in task.locales:
            words = read_words(locale)
            up = "" if locale == task.locales[0] else "../"
            links = Links(targets, shared=shared, up=up)
            self._desks.append(Desk(library=library, words=words, engine=environment(words), links=links))

    def make(self, share: tuple[str, ...]) -> Batch:
        """Read, check, conclude and render some places."""
        rows: list[Row] = []
        problems: list[Problem] = []
        pages: list[list[Page]] = [[] for _ in self._desks]
        files: list[File] = []
        register = self._task.register
        for city in share:
            try:
                conclusion = read_place(register, city, self._task.on).conclusion
            except DataError as error:
                problems.extend(error.problems)
                continue
            row = row_of(conclusion)
            if row is None or not register.library.is_shown(conclusion.file):
                continue
            rows.append(row)
            for desk, made in zip(self._desks, pages, strict=True):
                made.append(page_of(desk, conclusion, row))
            files.extend(files_of(self._desks[0], conclusion, row))
        reels = tuple(
            wind(self._task.spool / f"{share[0]}.{number}", made, files if number == 0 else ())
            for number, made in enumerate(pages)
        )
        return Batch(tuple(rows), tuple(problems), reels)


_bench: list[Workbench] = []
"""The workbench of this worker process: set once when it starts."""


def _begin(task: Task) -> None:
    """Set up, and stop the collector: it would look at everything again and again, a quarter of the time."""
    _bench[:] = [Workbench(task)]
    gc.freeze()
    gc.disable()


def _make(share: tuple[str, ...]) -> Batch:
    batch = _bench[0].make(share)
    gc.collect()
    return batch
