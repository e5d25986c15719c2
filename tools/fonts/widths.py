"""Write the advance widths of the label's font in bold, for drawing badges: `python tools/fonts/widths.py`.

Needs fonttools and brotli, which nothing else in the project needs; run it only when the font files change.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "src" / "citylabel" / "assets" / "fonts"
OUT = ROOT / "src" / "citylabel" / "views" / "widths.json"
BOLD = 700


def widths(path: Path) -> dict[str, int]:
    """Give the advance width of each character of a font, in thousandths of the font size."""
    font = instantiateVariableFont(TTFont(path), {"wght": BOLD})
    unit = font["head"].unitsPerEm
    return {
        chr(code): round(font["hmtx"][glyph][0] * 1000 / unit)
        for code, glyph in font.getBestCmap().items()
        if chr(code).isprintable()
    }


def main() -> None:
    """Join the widths of all files: of a character in two files the wider one."""
    found: dict[str, int] = {}
    for path in sorted(FONTS.glob("*.woff2")):
        for sign, width in widths(path).items():
            found[sign] = max(width, found.get(sign, 0))
    grouped: dict[int, list[str]] = {}
    for sign, width in sorted(found.items()):
        grouped.setdefault(width, []).append(sign)
    lines = [f" {json.dumps(str(width))}: {json.dumps(''.join(signs))}" for width, signs in sorted(grouped.items())]
    OUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
