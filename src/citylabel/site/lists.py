"""Pages that list the register: their number grows with it, so they go onto reels as they are made."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from citylabel.site.spool import Reel, wind
from citylabel.site.workers import pool, workers_for
from citylabel.views.contents import LIST_VIEWS
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.catalogue import Catalogue
    from citylabel.views.page import Links, Page


@dataclass(frozen=True, slots=True)
class Task:
    """What all lists of one locale share. Plain data: workers get it pickled where they are not forked."""

    catalogue: Catalogue
    locale: str
    links: Links
    spool: Path


def wind_lists(catalogue: Catalogue, locale: str, links: Links, spool: Path) -> tuple[Reel, ...]:
    """Make all lists of one locale, each view's on reels of its own.

    Args:
        catalogue: all places in rows.
        locale: language of the pages.
        links: every address they may link to.
        spool: folder for the reels.
    """
    task = Task(catalogue, locale, links, spool)
    workers = workers_for(len(catalogue.rows))
    if workers == 1:
        _begin(task)
        return (_wound(0, 1),)
    with pool(workers, _begin, task) as crew:
        return tuple(crew.map(_wound, range(workers), [workers] * workers))


_task: list[Task] = []
"""The task of this process: set once when it starts."""


def _begin(task: Task) -> None:
    _task[:] = [task]


def _wound(part: int, parts: int) -> Reel:
    """Make every `parts`-th chapter of the lists, beginning with `part`, and wind its pages onto a reel."""
    (task,) = _task
    return wind(task.spool / f"lists.{task.locale}.{part}", _pages(task, part, parts), ())


def _pages(task: Task, part: int, parts: int) -> Iterator[Page]:
    words = read_words(task.locale)
    library = task.catalogue.library
    desk = Desk(library=library, words=words, engine=environment(words), links=task.links)
    chapters = (chapter for view in LIST_VIEWS for chapter in view.chapters(desk, task.catalogue))
    return chain.from_iterable(islice(chapters, part, None, parts))
