"""What a criterion is derived from, with the links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue import Library
    from citylabel.model.criterion import Criterion
    from citylabel.model.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference of a criterion, ready to print."""

    framework: str
    """Id of the framework."""
    title: str
    """Short title."""
    parts: tuple[tuple[str, str], ...]
    """Id and title of each part that is named."""
    notes: tuple[str, ...]
    link: str | None
    opened: bool
    """Whether the official text was opened."""


def cited(library: Library, criterion: Criterion) -> Iterator[Citation]:
    """Give each framework once, in the order of its first mention, with all parts that are named."""
    for identifier in dict.fromkeys(source.framework for source in criterion.sources):
        framework = library.frameworks.get(identifier)
        if framework is not None:
            yield _citation(identifier, framework, criterion)


def _citation(identifier: str, framework: Framework, criterion: Criterion) -> Citation:
    titles = {part.id: part.title for part in framework.parts}
    named = [source for source in criterion.sources if source.framework == identifier]
    return Citation(
        framework=identifier,
        title=framework.short,
        parts=tuple((source.part, titles.get(source.part, source.part)) for source in named if source.part),
        notes=tuple(source.note for source in named if source.note),
        link=framework.link,
        opened=framework.checked.value == "opened",
    )


def citing(library: Library, framework: str, part: str | None = None) -> Iterator[Criterion]:
    """Give the criteria of the present edition that refer to a framework, or to one part of it."""
    for criterion in library.criteria:
        if any(s.framework == framework and part in (None, s.part) for s in criterion.sources):
            yield criterion
