"""One message of the catalogue, and how words of strangers are put into it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.problems import Place, Problem, Severity, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 80
"""How many characters of an author's text a message repeats."""


class Words(str):
    """Words of ours, put into a message as they are; anything else is quoted."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is said about one kind of problem, on every road by which it is found."""

    code: str
    """Stable and never used again for something else: family and number, `YAML05`."""
    title: str
    """The kind of problem in a few words: the heading of its page."""
    why: str
    """Why it matters."""
    sentence: str
    """What is wrong: a template in which `{name}` stands for a value of the author's."""
    repair: str
    """What to do about it: a template as well."""
    sample_bad: str
    """A short sample with the problem."""
    sample_good: str
    """The same sample, repaired."""
    severity: Severity = Severity.ERROR

    def at(self, place: Place, values: dict[str, object]) -> Problem:
        """This message about one place."""
        shown = {name: _shown(value) for name, value in values.items()}
        sentence, repair = (template.format_map(shown).strip() for template in (self.sentence, self.repair))
        return Problem(place, self.code, self.severity, sentence, repair)


def quoted(text: str) -> str:
    """An author's text between quotation marks: short, on one line, with nothing unseen in it."""
    if len(text) > LONGEST_QUOTE:
        text = f"{text[:LONGEST_QUOTE]}…"
    return f'"{visible(text)}"'


def choices(known: Iterable[str], *, most: int = 12) -> Words:
    """The known words as a list for a sentence: `"a", "b" or "c"`."""
    words = [quoted(word) for word in known]
    if len(words) > most:
        return Words(f"{', '.join(words[:most])} … ({len(words)} in all)")
    *first, last = words or ["nothing"]
    return Words(f"{', '.join(first)} or {last}" if first else last)


def did_you_mean(word: str, known: Iterable[str]) -> Words:
    """`Did you mean "name"? ` for the known word nearest to this one, or nothing."""
    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word[:LONGEST_QUOTE].casefold(), folded, n=1, cutoff=0.6)
    return Words(f"Did you mean {quoted(folded[near[0]])}? " if near else "")


def _shown(value: object) -> str:
    match value:
        case Words():
            return str(value)
        case str():
            return quoted(value)
        case None | bool():
            return {None: "nothing", True: "true", False: "false"}[value]
        case dict() | list():
            return "a group of keys" if isinstance(value, dict) else "a list"
        case _:
            return visible(str(value))[:LONGEST_QUOTE]
