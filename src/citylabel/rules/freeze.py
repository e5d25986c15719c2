"""Frozen editions: a digest of what an edition asks, which only corrections of words may leave behind.

The digest speaks of the content, not of the files: the layout of the YAML, the order of its keys and comments do
not matter. Left out are the dates by which the edition is proposed and in force, the digest itself, and the errata,
so that what was proposed and what was put in force can be seen to be the same. Translations stand elsewhere.

Each erratum carries the words as they were. Before the digest is computed they are put back, newest first, so the
digest that was recorded once holds for ever.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from citylabel.model.succession import Erratum
    from citylabel.rules.scheme import Scheme

OWN_STATUS = frozenset({"proposed_on", "in_force_on", "digest", "errata"})
"""Keys of the edition that say how it stands, not what it asks."""

PROSE = frozenset(
    {
        *("title", "about", "asks", "question", "intent", "story", "how", "why", "reason", "test", "note", "what"),
        *("does", "rule", "period", "numerator", "denominator", "found_in", "example", "resident", "precedent"),
        *("good_evidence", "not_enough", "leaders", "service_owners", "makers", "relations", "precedents"),
        *("open_questions", "jointly", "small", "sources"),
    }
)
"""Keys of texts and links that no rule reads. Nothing else can be corrected by an erratum.

(A criterion's `sources` are groups, not links: of them only the note is a text.)
"""

Plain = dict[str, Any]
"""A record as JSON."""


class NoCorrection(ValueError):  # noqa: N818 - said as what it is
    """An erratum that names no text, or one that a rule reads, or says that nothing changed."""


def digest(scheme: Scheme) -> str:
    """Compute the digest of an edition with all its criteria, also those it takes over unchanged.

    Values that a record leaves out count as left out, also where it writes the default: a new optional field in a
    later version of the program changes no digest. The JSON is canonical (sorted keys, no spaces, no floating-point
    numbers), as RFC 8785 asks.

    Returns:
        `sha256:` and 64 hexadecimal digits.

    Raises:
        NoCorrection: an erratum does not fit the records.
    """
    records = _records(scheme)
    for erratum in _newest_first(scheme.edition.errata):
        put_back(records, erratum)
    text = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def put_back(records: dict[str, Plain], erratum: Erratum) -> None:
    """Undo one erratum in place.

    Args:
        records: plain records by the criterion's id, the edition under an empty text.
        erratum: what was corrected.

    Raises:
        NoCorrection: it does not fit the records.
    """
    *way, last = erratum.field.split("/")[1:]
    try:
        group: Any = records[erratum.criterion or ""]
        for step in way:
            group = group[_key(group, step)]
        key = _key(group, last)
        now = group[key]
    except (KeyError, IndexError, TypeError, ValueError) as reason:
        raise NoCorrection("it leads to no text") from reason
    if not isinstance(now, str) or not _is_prose((*way, last)):
        raise NoCorrection("it leads to something that the rules read, not to words")
    if now == erratum.was:
        raise NoCorrection("the words there are still the same as before")
    group[key] = erratum.was


def _records(scheme: Scheme) -> dict[str, Plain]:
    edition = scheme.edition.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(OWN_STATUS))
    criteria = {
        key: criterion.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for key, criterion in scheme.criteria.items()
    }
    return {"": {"id": scheme.id, **edition}, **criteria}


def _newest_first(errata: Iterable[Erratum]) -> list[Erratum]:
    """Later lines of the same day are newer."""
    return [each for _, each in sorted(enumerate(errata), key=lambda pair: (pair[1].on, pair[0]), reverse=True)]


def _key(group: object, step: str) -> str | int:
    return int(step) if isinstance(group, list) and step.isdecimal() else step


def _is_prose(way: tuple[str, ...]) -> bool:
    """Whether the last name on the way (list positions aside) is that of a text; conditions hold none."""
    names = [step for step in way if not step.isdecimal()]
    return bool(names) and names[-1] in PROSE and "when" not in names
