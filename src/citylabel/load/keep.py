"""Criteria that an edition takes over unchanged: their file stays with the edition before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from citylabel.load.filed import Kept
from citylabel.model.succession import Fate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.load.filed import FiledEdition


def with_kept(editions: tuple[FiledEdition, ...]) -> tuple[FiledEdition, ...]:
    """Give each edition the criteria that it keeps from the one it follows.

    What cannot be found (an unknown edition, a circle of editions, an unknown criterion) is left out: the rules of
    consistency say so.
    """
    by_id = {edition.id: edition for edition in editions}
    return tuple(replace(edition, kept=tuple(_kept(edition, by_id, frozenset()).values())) for edition in editions)


def _kept(edition: FiledEdition, by_id: Mapping[str, FiledEdition], seen: frozenset[str]) -> dict[str, Kept]:
    """Find what an edition keeps, by id; `seen` are the editions on the way here."""
    before = by_id.get(edition.edition.model.follows or "")
    if before is None or before.id in seen | {edition.id}:
        return {}
    there = _kept(before, by_id, seen | {edition.id})
    there |= {each.id: Kept(before.id, each) for each in before.criteria}
    own = {each.id for each in edition.criteria}
    return {key: there[key] for key in sorted(_wanted(edition)) if key in there and key not in own}


def _wanted(edition: FiledEdition) -> frozenset[str]:
    became = edition.edition.model.became
    return frozenset(criterion for change in became if change.fate is Fate.KEPT for criterion in change.criteria)
