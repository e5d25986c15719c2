"""Points of a theme, for tables that show them beside its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.rules.conformity import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.catalogue.row import CriterionRow
    from citylabel.model.base import Exact
    from citylabel.model.edition import Edition, Theme


def theme_points(edition: Edition, theme: Theme, reached: Mapping[str, CriterionRow]) -> tuple[Exact, Exact]:
    """Give points and possible points of a theme, before weights, as `rules.award` adds them up.

    Args:
        edition: whose points count.
        theme: one of its themes.
        reached: what a place reaches, by criterion.
    """
    most = len(edition.points) - 1
    counted = [found for c in theme.criteria if (found := reached[c]).state is not State.NOT_APPLICABLE]
    points: Exact = sum(edition.points[min(found.step, most)] for found in counted)
    return points, edition.points[-1] * len(counted)
