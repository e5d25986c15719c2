"""How one edition follows another: what became of each criterion, what is new, what was corrected."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from citylabel.model.base import CriterionId, Day, Frozen, Text, Title

Digest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
"""A digest of records: `sha256:` and 64 hexadecimal digits."""

Pointer = Annotated[str, StringConstraints(pattern=r"^(?:/[A-Za-z0-9_-]+)+$", max_length=200)]
"""A place in a record, as a JSON Pointer (RFC 6901): `/steps/0/asks`. Lists are counted from 0."""


class Fate(StrEnum):
    """What becomes of a criterion in the next edition."""

    KEPT = "kept"
    AMENDED = "amended"
    SPLIT = "split"
    MERGED = "merged"
    RETIRED = "retired"


class Became(Frozen):
    """What became of criteria of the edition before, for one reason."""

    criteria: tuple[CriterionId, ...] = Field(min_length=1)
    """Criteria of the edition before."""
    fate: Fate
    """`kept`: nothing changes, and no file is needed. `amended`: the same id, with a file of its own."""
    into: tuple[CriterionId, ...] = ()
    """For `split` and `merged`: the criteria of this edition that take over."""
    reason: Text
    """Why."""


class NewCriterion(Frozen):
    """A criterion that comes from none of the edition before."""

    criterion: CriterionId
    """Id, never used before."""
    reason: Text
    """Why it is added."""


class Erratum(Frozen):
    """A correction of words that changes no meaning. With the words as they were, the digest still comes out."""

    on: Day
    """Date."""
    criterion: CriterionId | None = None
    """The criterion that was corrected; left out: the edition's own record."""
    field: Pointer
    """The text that was corrected: `/steps/0/asks`."""
    was: Text
    """The whole text as it was before."""
    where: Title
    """Which text it is, in words."""
    text: Text
    """What was corrected, and why it changes no meaning."""
