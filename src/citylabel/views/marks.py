"""The drawings of the label: eight blocks around a person, for levels, statuses and steps.

The mark is a plan of eight blocks, the eight themes of the first edition, around a disc: the
person. A level fills the blocks from the ground up; a lost or paused label fills none of them.
The same path data draws pages and badges.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

BLOCKS = 8
_FROM_THE_GROUND_UP = ((0, 36), (18, 36), (36, 36), (0, 18), (36, 18), (0, 0), (18, 0), (36, 0))


@dataclass(frozen=True, slots=True)
class Mark:
    """The blocks of one mark on a grid of 48 by 48, as path data."""

    filled: str
    """To be filled, with a 2 wide round-joined stroke of the same colour; "" if none is."""
    outlined: str
    """To be stroked 2.5 wide; "" if none is."""


@cache
def mark(filled: int, total: int) -> Mark:
    """Draw the rung `filled` of a ladder of `total`: 0 fills no block, the top one all eight.

    Raises:
        ValueError: there is no such rung.
    """
    if not 0 <= filled <= total or total < 1:
        raise ValueError(f"no rung {filled} on a ladder of {total}")
    count = (2 * BLOCKS * filled + total) // (2 * total)  # nearest, halves up
    full, empty = _FROM_THE_GROUND_UP[:count], _FROM_THE_GROUND_UP[count:]
    return Mark(
        "".join(f"M{x + 1} {y + 1}h10v10h-10z" for x, y in full),
        "".join(f"M{x + 1.25:g} {y + 1.25:g}h9.5v9.5h-9.5z" for x, y in empty),
    )
