"""What a person typed into a cell, as a record writes it: numbers, days, words."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from citylabel.source.scalars import Written, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = re.compile("[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]")
_GROUPS = re.compile(r"[0-9]{1,3}( [0-9]{3})+", re.ASCII)
_TWO_MEANINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}", re.ASCII)
"""1.234 is one and a bit, or one thousand and a bit."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_PARTS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", re.ASCII)
LAST_MONTH = 12


class Order(StrEnum):
    """Which comes first in dates that a spreadsheet has rewritten in its own way."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"


def order_of(cells: Iterable[str]) -> Order:
    """Tell from all dates of a sheet which number is the day; a spreadsheet writes all of them alike."""
    found = [parts for cell in cells if (parts := _PARTS.fullmatch(cell)) and parts[2] != "."]
    first = any(int(parts[1]) > LAST_MONTH for parts in found)
    second = any(int(parts[3]) > LAST_MONTH for parts in found)
    if first is second:
        return Order.UNKNOWN
    return Order.DAY if first else Order.MONTH


def day(cell: str, order: Order) -> str | None:
    """Read a date as `2028-04-03`; None if it is none, or can be read in two ways."""
    if _ISO.fullmatch(cell):
        return cell
    parts = _PARTS.fullmatch(cell)
    if parts is None:
        return None
    if parts[2] == ".":  # wherever points part a date, the day comes first
        order = Order.DAY
    if order is Order.UNKNOWN and parts[1] != parts[3]:
        return None
    days, months = (parts[3], parts[1]) if order is Order.MONTH else (parts[1], parts[3])
    return f"{parts[4]}-{int(months):02}-{int(days):02}"


def number(cell: str) -> int | Written | None:
    """Read a number as it says; None if it is none, or can be read in two ways."""
    text = _BLANKS.sub(" ", cell)
    if _GROUPS.fullmatch(text):
        text = text.replace(" ", "")
    if _TWO_MEANINGS.fullmatch(text):
        return None
    found = resolve(text.replace(",", ".")) if text else None
    return found if isinstance(found, (int, Written)) and not isinstance(found, bool) else None


def word(cell: str) -> str:
    """Give a word of a fixed list as records write it: `Not met` as `not_met`."""
    return re.sub(r"[\s-]+", "_", cell.strip().lower())
