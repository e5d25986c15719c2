"""Which characters a record cannot hold, and where in a text they stand."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from citylabel.messages import MOST_PROBLEMS, Words, problem
from citylabel.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# ZWNJ and ZWJ (U+200C, U+200D) are not here: Persian, Hindi, ... and emoji cannot do without.
_CLASSES = {
    # C0 without tab and line breaks, DEL, C1 without NEL
    "TEXT01": r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f",
    # NEL, line separator, paragraph separator: line breaks for YAML 1.1 only
    "TEXT02": r"\x85\u2028\u2029",
    # ALM, LRM, RLM, embeddings, overrides, isolates
    "TEXT03": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # soft hyphen, joiners, fillers, zero-width space, word joiner and invisible operators,
    # deprecated format signs, BOM, annotation signs, tags
    "TEXT04": r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f"
    r"\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
    # lone surrogates and noncharacters
    "TEXT05": r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)),
    "TEXT06": r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "TEXT07": r"\ufffd",
}
_REFUSED = re.compile(f"[{''.join(_CLASSES.values())}]")
# A tenth of the time, as it looks at the far planes (emoji, tags, ...) all at once: whether to
# look closely.
_SUSPECT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    r"\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\U0010ffff]"
)
_CODES = {code: re.compile(f"[{signs}]") for code, signs in _CLASSES.items()}
_LINE_END = re.compile(r"\r\n|\r|\n")
BLANK = "\N{REPLACEMENT CHARACTER}"
"""Takes the place of a refused character, so that columns stay and YAML can be read on."""


def refused(text: str, path: str) -> Iterator[Problem]:
    """A problem for each character of a file that a record cannot hold, up to a sensible number."""
    if not _SUSPECT.search(text):
        return
    for found in islice(_REFUSED.finditer(text), MOST_PROBLEMS + 1):
        yield _problem(found[0], place_in(text, found.start(), path))


def refused_in_value(value: str, place: Place) -> Iterator[Problem]:
    """A problem for each kind of character that stands in a value only after its escapes."""
    for sign in dict.fromkeys(_REFUSED.findall(value)):
        if sign != BLANK:
            yield _problem(sign, place)


def without_refused(text: str) -> str:
    """The text with every refused character blanked: same length, lines and columns."""
    return _REFUSED.sub(BLANK, text)


def place_in(text: str, offset: int, path: str) -> Place:
    """The place of a character of a text."""
    line, begin = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, begin = line + 1, end.end()
    return Place(path, line, offset - begin + 1)


def _problem(sign: str, place: Place) -> Problem:
    code = next(code for code, signs in _CODES.items() if signs.match(sign))
    name = unicodedata.name(sign, "").lower()
    return problem(code, place, sign=Words(f"U+{ord(sign):04X} {name}".rstrip()))
