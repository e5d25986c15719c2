"""The catalogue: every kind of problem by its code, and the words for it.

To add a message: append a `Message` to the tuple of its family (one module a family, list below)
under the next free number. A code is never used for something else, also after its message is
gone. The four duties of a message: say what is wrong in the author's words, why it matters, what
to write instead, and show a sample before and after. Then put at least one fixture that earns it into
`tests/problems/`, `tests/consistency/` for REF and RULE, `tests/against/` for changes to what was published
(`<CODE>_<situation>`, see the READMEs there): tests hold both ways. The page
`/problems/<code>/` and `citylabel problem CODE` need nothing more.

| family | module          | about                                             |
|--------|-----------------|---------------------------------------------------|
| YAML   | `written`       | text that is no record: encoding, YAML, limits    |
| TEXT   | `characters`    | characters and language                           |
| DATA   | `shape`         | the shape of one record                           |
| FILE   | `files`         | names, places, links and sizes of files           |
| REF    | `references`    | references from record to record                  |
| RULE   | `procedure`     | the procedure of the label: who, when, after what |
| FORM   | `forms`         | the questionnaire that was filled in as a table   |
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from citylabel.messages import characters, files, forms, procedure, references, shape, written
from citylabel.messages.message import Message, Words, choices, did_you_mean, quoted
from citylabel.messages.mistake import Mistake
from citylabel.problems import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from citylabel.problems import Place, Problem

__all__ = [
    "MOST_PROBLEMS",
    "Message",
    "Mistake",
    "Words",
    "catalogue",
    "choices",
    "did_you_mean",
    "listed",
    "message",
    "problem",
    "quoted",
]

MOST_PROBLEMS = 50
"""How many problems of one record are listed: more say no more."""

_FAMILIES = (
    written.MESSAGES,
    characters.MESSAGES,
    shape.MESSAGES,
    files.MESSAGES,
    references.MESSAGES,
    procedure.MESSAGES,
    forms.MESSAGES,
)
_BY_CODE = MappingProxyType({one.code: one for family in _FAMILIES for one in family})


def catalogue() -> tuple[Message, ...]:
    """Every message, by code."""
    return tuple(_BY_CODE[code] for code in sorted(_BY_CODE))


def message(code: str) -> Message:
    """The message with this code; raises `KeyError` where there is none."""
    return _BY_CODE[code]


def problem(code: str, place: Place, **values: object) -> Problem:
    """What is wrong at a place, in the words of the catalogue.

    Values are put in quoted, shortened and with everything unseen escaped; `Words` as they are.
    Raises `KeyError` for an unknown code and for a value that the template asks for in vain.
    """
    return _BY_CODE[code].at(place, values)


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one record in order; the first 50, and that there are more."""
    found = in_order(problems)
    if len(found) <= MOST_PROBLEMS:
        return found
    return (*found[:MOST_PROBLEMS], problem("DATA20", found[MOST_PROBLEMS].place))
