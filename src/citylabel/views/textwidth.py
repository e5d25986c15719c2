"""How wide a text will be in a badge, whose reader may not have our font."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

SPARE = 1.3
"""Fallback fonts run up to 1.3 times as wide as ours in bold (measured with DejaVu Sans)."""
UNKNOWN = 1000
"""Width of a character our font lacks, in thousandths of the size: a full square."""


@cache
def _widths() -> dict[str, int]:
    text = (resources.files("citylabel.views") / "widths.json").read_text(encoding="utf-8")
    return {sign: int(width) for width, signs in json.loads(text).items() for sign in signs}


def width(text: str, size: int) -> int:
    """Give the width in pixels that a text needs at a font size, in bold, with room for wider fonts."""
    widths = _widths()
    return int(sum(widths.get(sign, UNKNOWN) for sign in text) * size * SPARE / 1000) + 1


def shortened(text: str, size: int, room: int) -> str:
    """Shorten a text at a word until it fits; within a word only where one alone is too wide."""
    if width(text, size) <= room:
        return text
    words = text.split(" ")
    for kept in range(len(words) - 1, 0, -1):
        if width(candidate := " ".join(words[:kept]) + " …", size) <= room:
            return candidate
    cut = words[0]
    while cut and width(f"{cut}…", size) > room:
        cut = cut[:-1]
    return f"{cut}…"
