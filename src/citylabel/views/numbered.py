"""Long lists on numbered pages: page 1 at the list's own address, page N at `page/N/` below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from citylabel.views.page import Links

T = TypeVar("T")

SIZE = 100
"""Entries on a page: with it no page of 10,000 places comes near 250 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice(Generic[T]):
    """One numbered page of a list."""

    base: str
    """Address of the list."""
    number: int
    total: int
    """How many pages the list has."""
    entries: Sequence[T]

    @property
    def path(self) -> str:
        """Its address."""
        return address(self.base, self.number)

    def turn(self, links: Links) -> Callable[[int], str]:
        """Give what `ways.numbered` needs: the href of a page by its number."""
        return lambda number: links.to(address(self.base, number), base=self.path)


def address(base: str, number: int) -> str:
    """Give the address of a numbered page."""
    return base if number == 1 else f"{base}page/{number}/"


def addresses(base: str, count: int) -> Iterator[str]:
    """List the addresses of a list of `count` entries: one page even when it is empty."""
    return (address(base, number) for number in range(1, _pages(count) + 1))


def slices(base: str, entries: Sequence[T]) -> Iterator[Slice[T]]:
    """Cut a list into its pages."""
    total = _pages(len(entries))
    for number in range(1, total + 1):
        cut = entries[(number - 1) * SIZE : number * SIZE]
        yield Slice(base=base, number=number, total=total, entries=cut)


def _pages(count: int) -> int:
    return max(1, -(-count // SIZE))
