"""Cut and rename the fonts that the site serves: from the Source Sans 3 web files to Label Sans.

"Source" is a reserved font name of the licence, so a file that was changed must not carry it.
Run by hand when the fonts change (see README.md); builds use the committed files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Label Sans"
HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src/citylabel/assets/fonts"

# Letters of European languages outside the Latin file; the same ranges stand in 00-fonts.css.
EUROPEAN = [
    *range(0x0100, 0x0131),
    *range(0x0132, 0x0152),
    *range(0x0154, 0x0180),
    0x018F,
    *range(0x01E6, 0x01E8),
    *range(0x01FA, 0x0200),
    *range(0x0218, 0x021C),
    0x0259,
    0x1E02,
    0x1E03,
    0x1E0A,
    0x1E0B,
    0x1E1E,
    0x1E1F,
    0x1E40,
    0x1E41,
    0x1E56,
    0x1E57,
    0x1E60,
    0x1E61,
    0x1E6A,
    0x1E6B,
    *range(0x1E80, 0x1E86),
    0x1E9E,
    0x1EF2,
    0x1EF3,
    0x20A4,
    0x20BA,
]  # fmt: skip - a table of letters
CUTS: dict[str, list[int] | None] = {
    "latin": None,  # None: all letters of the file, renamed only
    "latin-ext": EUROPEAN,
    "greek": None,
    "cyrillic": None,
}


def main(source: Path) -> None:
    """Write the four files from the unpacked package's `files` folder."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for script, letters in CUTS.items():
        font = TTFont(source / f"source-sans-3-{script}-wght-normal.woff2", recalcTimestamp=False)
        _cut(font, letters)
        _rename(font)
        font.flavor = "woff2"
        font.save(TARGET / f"label-sans-{script}.woff2")


def _cut(font: TTFont, letters: list[int] | None) -> None:
    options = subset.Options(notdef_outline=True, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters if letters is not None else list(font.getBestCmap()))
    cutter.subset(font)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in {0, 7, 8, 9, 10, 11, 12, 13, 14}:  # copyright, licence, who made it
            continue
        new = text.replace("SourceSans3", "LabelSans").replace("Source Sans 3", FAMILY)
        new = new.replace("Source Sans", FAMILY)
        if "Source" in new:
            raise SystemExit(f"name {record.nameID} still says Source: {new}")
        record.string = new


if __name__ == "__main__":
    main(Path(sys.argv[1]))
