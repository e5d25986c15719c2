"""Which pages stand for all: the first, the last, and one for each unusual character."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 12


def choose(titles: Mapping[str, str], most: int = MOST) -> tuple[str, ...]:
    """Choose paths by their titles; the same titles give the same choice.

    A fault in escaping shows only where its character occurs, so the first pages with odd names
    are not enough: each character that is no plain letter, digit or space gets its page, signs
    before letters, until there are `most`.
    """
    paths = sorted(titles)
    if not paths:
        return ()
    chosen = [paths[0], paths[-1]]
    first_with: dict[str, str] = {}
    for path in paths:
        for sign in set(titles[path]):
            if not (sign.isascii() and sign.isalnum()) and sign != " ":
                first_with.setdefault(sign, path)
    signs = sorted(first_with, key=lambda sign: (sign.isalpha(), sign))
    chosen += [first_with[sign] for sign in signs]
    return tuple(sorted(list(dict.fromkeys(chosen))[:most]))
