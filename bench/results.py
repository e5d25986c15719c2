"""What came out: runs by tool and number of places, and what follows from them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bench.measure import medians

if TYPE_CHECKING:
    from bench.measure import Run


@dataclass(slots=True)
class Results:
    """All runs of one session."""

    runs: dict[str, dict[int, list[Run]]] = field(default_factory=dict)
    """By tool and number of places; 0 is the site without places."""

    def add(self, tool: str, places: int, run: Run) -> None:
        """Note one run."""
        self.runs.setdefault(tool, {}).setdefault(places, []).append(run)

    def median(self, tool: str, places: int) -> Run | None:
        """Give the medians of a tool's runs with so many places; None if there were none."""
        found = self.runs.get(tool, {}).get(places)
        return medians(found) if found else None

    def cost(self, tool: str, places: int) -> float | None:
        """Give what the places alone cost, in seconds: t(N) - t(0)."""
        all_, none = self.median(tool, places), self.median(tool, 0)
        return all_.wall_s - none.wall_s if all_ and none else None

    def growth(self, tool: str, fewer: int, more: int) -> float | None:
        """Give the exponent of growth of t(N) - t(0): 1 is linear, 2 square."""
        small, large = self.cost(tool, fewer), self.cost(tool, more)
        if not small or not large or small <= 0 or large <= 0:
            return None
        return math.log(large / small) / math.log(more / fewer)

    def as_json(self) -> dict[str, Any]:
        """Give every run and every conclusion."""
        return {tool: self._tool(tool) for tool in self.runs}

    def _tool(self, tool: str) -> dict[str, Any]:
        counts = sorted(self.runs[tool])
        told: dict[str, Any] = {str(places): self._line(tool, places) for places in counts}
        pairs = [(a, b) for a, b in pairwise(counts) if a]
        told["growth"] = {f"{a}-{b}": _rounded(self.growth(tool, a, b)) for a, b in pairs}
        return told

    def _line(self, tool: str, places: int) -> dict[str, Any]:
        middle, cost, hugo = self.median(tool, places), self.cost(tool, places), self.cost("hugo", places)
        return {
            "median": middle.as_json() if middle else None,
            "cost_s": _rounded(cost) if places else None,
            "of_hugo": _rounded(cost / hugo) if places and cost and hugo else None,
            "runs": [run.as_json() for run in self.runs[tool][places]],
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
