"""An edition with its criteria: all that is needed to judge a case, whatever the scheme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.load.filed import FiledEdition
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One edition and its criteria by id, in the edition's order."""

    id: str
    edition: Edition
    criteria: Mapping[str, Criterion]
    kept_from: Mapping[str, str] = field(default_factory=dict)
    """For each criterion that is taken over unchanged: the id of the edition its record stands in."""

    def home_of(self, criterion: str) -> str:
        """Give the id of the edition under which a criterion has its page.

        A draft has pages for what it changes only. For the rest, the edition before answers. Once it is proposed,
        every criterion has a page of its own, because places are then judged by it.
        """
        return self.kept_from.get(criterion, self.id) if self.edition.is_draft else self.id

    @property
    def is_whole(self) -> bool:
        """Whether every criterion that the edition names is there; without one of them no level can be concluded."""
        edition = self.edition
        asked = [each for level in edition.levels for each in level.criteria]
        asked += edition.committed.criteria if edition.committed else ()
        named = {*edition.criterion_ids, *edition.prerequisites, *(each.criterion for each in asked)}
        return named <= set(self.criteria)


def scheme_of(filed: FiledEdition) -> Scheme:
    """Build the scheme of an edition from its records, with the criteria it takes over."""
    criteria = {each.id: each.model for each in filed.all_criteria}
    listed = [criterion for criterion in filed.edition.model.criterion_ids if criterion in criteria]
    return Scheme(
        id=filed.id,
        edition=filed.edition.model,
        criteria={criterion: criteria[criterion] for criterion in listed},
        kept_from={kept.criterion.id: kept.edition for kept in filed.kept},
    )
