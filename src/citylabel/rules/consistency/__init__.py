"""What records say of each other: every id resolves, every date and act is in order.

One rule is one generator of problems; its docstring is the clause it holds.
"""

from __future__ import annotations

from citylabel.rules.consistency.city import city_problems
from citylabel.rules.consistency.library import library_problems
from citylabel.rules.consistency.successors import circle_problems

__all__ = ["circle_problems", "city_problems", "library_problems"]
