"""Text that is escaped already, told apart by type from text that is not.

A page of a place prints half a thousand texts in its rows. Escaping each by the engine costs more than all else on the
page, so these rows are escaped here, once, and their template turns the engine's escaping off. Where a plain `str` is
given instead of `Escaped`, the type checker refuses it; where `Escaped` is printed by another template, it is escaped
twice, which is ugly and safe.
"""

from __future__ import annotations

import re
from typing import NewType

from markupsafe import escape

Escaped = NewType("Escaped", str)

NOTHING = Escaped("")
_has_signs = re.compile(r"[&<>\"']").search


def escaped(text: str) -> Escaped:
    """Escape a text for HTML content and quoted attributes, by the same rules as the engine."""
    return Escaped(str(escape(text))) if _has_signs(text) else Escaped(text)
