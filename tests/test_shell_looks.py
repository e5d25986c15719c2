"""Colours that can be read, marks that differ by shape, macros that render."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citylabel.views.engine import environment
from citylabel.views.marks import mark
from citylabel.words import read_words

CSS = Path(__file__).resolve().parent.parent / "src/citylabel/assets/css"
TOKENS = (CSS / "10-tokens.css").read_text("utf-8")
ENGINE = environment(read_words())
MARKS = ENGINE.get_template("components/marks.html").module


def colours(block: str) -> dict[str, str]:
    """The tokens of one block."""
    return dict(re.findall(r"--u-([a-z0-9-]+): (#[0-9a-f]{3,6})", block))


LIGHT, DEVICE, CHOSEN = (
    colours(TOKENS[TOKENS.index(":root {") : TOKENS.index("@media")]),
    colours(TOKENS[TOKENS.index("@media") : TOKENS.index(':root[data-u-colour="dark"] {')]),
    colours(TOKENS[TOKENS.index(':root[data-u-colour="dark"] {') :]),
)
GROUNDS = ("paper", "tint", "tint2")
TEXT = ("ink", "ink2", "link", "brand")
SHAPES = ("committed", "bronze", "silver", "gold", "lost")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_dark_colours_are_the_same_by_device_and_by_choice() -> None:
    assert DEVICE == CHOSEN
    assert len(DEVICE) > 20


@pytest.mark.parametrize("tokens", [LIGHT, DEVICE], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(tokens: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    pairs = [(text, ground) for text in TEXT for ground in GROUNDS]
    pairs += [(text, "paper") for text in ("bad", "ok", "warn", "visited")]
    pairs += [("brand-on", "brand"), *(("ink", f"{level}-tint") for level in SHAPES)]
    weak = [(a, b) for a, b in pairs if contrast(tokens[a], tokens[b]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("tokens", [LIGHT, DEVICE], ids=["light", "dark"])
def test_shapes_and_edges_stand_out(tokens: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1."""
    pairs = [(level, f"{level}-tint") for level in SHAPES]
    pairs += [(shape, "paper") for shape in (*SHAPES, "edge", "person", "focus", "brand")]
    pairs += [("tile-blocks", "tile"), ("tile-person", "tile"), ("edge", "tint")]
    weak = [(a, b) for a, b in pairs if contrast(tokens[a], tokens[b]) < 3]
    assert weak == []


@pytest.mark.parametrize(("rung", "total", "blocks"), [(0, 3, 0), (1, 3, 3), (2, 3, 5), (3, 3, 8), (1, 2, 4)])
def test_a_level_fills_blocks_from_the_ground_up(rung: int, total: int, blocks: int) -> None:
    drawing = mark(rung, total)
    assert drawing.filled.count("M") == blocks
    assert drawing.outlined.count("M") == 8 - blocks


def test_no_rung_off_the_ladder() -> None:
    with pytest.raises(ValueError, match="no rung 4"):
        mark(4, 3)


def test_a_lost_label_fills_no_block_and_has_a_sign_of_its_own() -> None:
    drawn = {each: str(MARKS.mark(3, 3, each)) for each in ("expired", "suspended", "withdrawn", "none")}  # type: ignore[attr-defined]
    assert len(set(drawn.values())) == 4
    for picture in drawn.values():
        assert "u-mark__filled" not in picture
        assert "u-tone-lost" in picture


def test_a_mark_beside_its_word_is_silent_and_alone_it_speaks() -> None:
    assert 'aria-hidden="true"' in MARKS.mark(1, 3)  # type: ignore[attr-defined]
    alone = MARKS.mark(1, 3, label='"Bronze"')  # type: ignore[attr-defined]
    assert 'role="img" aria-label="&#34;Bronze&#34;"' in alone
    assert "aria-hidden" not in alone


def test_every_macro_of_the_components_is_described() -> None:
    folder = CSS.parents[1] / "templates/components"
    described = (folder / "README.md").read_text("utf-8")
    macros = [
        f"{file.stem}.{name}("
        for file in sorted(folder.glob("*.html"))
        for name in re.findall(r"{% macro ([a-z_]+)\(", file.read_text("utf-8"))
    ]
    assert len(macros) > 10
    assert [name for name in macros if name not in described] == []
