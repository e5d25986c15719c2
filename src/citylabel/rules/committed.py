"""The status beside the ladder: a promise with dates instead of points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.rules.award import Requirement
from citylabel.rules.conformity import State
from citylabel.rules.reason import because

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from citylabel.model.edition import CommittedRule, Edition
    from citylabel.rules.conformity import Result


def committed(edition: Edition, results: Mapping[str, Result], promised: Collection[str]) -> tuple[Requirement, ...]:
    """List what the committed status asks; it may be granted when all of it holds.

    Args:
        edition: the edition, with its `committed` rule.
        results: conclusions by criterion.
        promised: ids of criteria for which there is a dated commitment.
    """
    rule = edition.committed
    return () if rule is None else tuple(_requirements(edition, rule, results, promised))


def _requirements(
    edition: Edition,
    rule: CommittedRule,
    results: Mapping[str, Result],
    promised: Collection[str],
) -> Iterator[Requirement]:
    for asked in rule.criteria:
        step = results[asked.criterion].step
        yield Requirement(
            level=rule.id,
            holds=step >= asked.step,
            reason=because("criterion_step", criterion=asked.criterion, value=step, threshold=asked.step),
        )
    if rule.complete:
        blank = tuple(c for c, r in results.items() if r.state is State.NOT_ANSWERED)
        yield Requirement(level=rule.id, holds=not blank, reason=because("complete", criteria=blank))
    if rule.commitment_for_prerequisites:
        for criterion in edition.prerequisites:
            if results[criterion].step == 0:
                yield Requirement(
                    level=rule.id,
                    holds=criterion in promised,
                    reason=because("commitment", criterion=criterion),
                )
