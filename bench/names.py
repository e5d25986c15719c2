"""Invented names by number: the same number gives the same name, no two numbers share one."""

from __future__ import annotations

from dataclasses import dataclass

_LATIN = "zo vri quel dru xan mo fje kru wie lup hra ty bru sno gle pri jul eth nar obb ruv cyl ald ivv"
ACCENTED = {"vri": "vrí", "mo": "mö", "fje": "fjé", "kru": "krů", "lup": "łup", "sno": "šno", "nar": "når"}
_GREEK = "ζο βρι κελ δρου ξαν μο φιε κρου βιε λουπ χρα τυ μπρου σνο γκλε πρι ιουλ εθ ναρ ομπ ρουβ κυλ αλδ ιβ"  # noqa: RUF001 - Greek is meant
_CYRILLIC = "зо ври кел дру ксан мо фие кру вие луп хра ти бру сно гле при жул ет нар об рув цил алд ив"  # noqa: RUF001 - Cyrillic is meant
LATIN, GREEK, CYRILLIC = (tuple(text.split()) for text in (_LATIN, _GREEK, _CYRILLIC))
SCRIPTS = {"gr": GREEK, "bg": CYRILLIC}
"""Syllables by country; Latin ones for all others."""
SIGNS = {3: "Saint-{}-sur-Zyl", 7: "L'{}", 11: "{} & Ubbel", 13: "Nová {}", 17: "{} (Ost)"}
"""Names with signs that pages must escape, for some numbers of each `CYCLE`."""
CYCLE = 40


@dataclass(frozen=True, slots=True)
class Name:
    """One place's name and the part of addresses made from it."""

    text: str
    slug: str


def name_of(number: int, country: str) -> Name:
    """Give the name of a place by its number, in the script of its country (two small letters)."""
    digits = _digits(number)
    slug = "".join(LATIN[digit] for digit in digits)
    if country in SCRIPTS:
        return Name("".join(SCRIPTS[country][digit] for digit in digits).capitalize(), slug)
    text = "".join(ACCENTED.get(LATIN[digit], LATIN[digit]) if number % 3 == 0 else LATIN[digit] for digit in digits)
    return Name(SIGNS.get(number % CYCLE, "{}").format(text.capitalize()), slug)


def _digits(number: int) -> list[int]:
    """Write a number with as many digits as there are syllables, at least three of them."""
    digits: list[int] = []
    while number or len(digits) < 3:
        number, digit = divmod(number, len(LATIN))
        digits.append(digit)
    return digits
