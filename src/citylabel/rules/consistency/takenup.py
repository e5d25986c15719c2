"""Whether the crosswalk is complete: what no criterion takes up says why, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.load.filed import Filed, FiledEdition
    from citylabel.model.framework import Framework, FrameworkPart
    from citylabel.problems import Problem
    from citylabel.rules.consistency.subject import Path


def crosswalk_problems(frameworks: tuple[Filed[Framework], ...], present: FiledEdition) -> Iterator[Problem]:
    """Each framework and each of its parts is taken up by the present edition or says why not; never both.

    Nothing is said while a source leads nowhere: it may be the one that is missing (REF04, REF05).
    """
    sources = [source for each in present.all_criteria for source in each.model.sources]
    wholes = {source.framework for source in sources}
    parts = {(source.framework, source.part) for source in sources}
    known = {(each.id, part) for each in frameworks for part in (None, *(found.id for found in each.model.parts))}
    if not parts <= known:
        return
    for filed in frameworks:
        yield from _told(filed, filed.model, (), named=filed.id in wholes)
        for number, part in enumerate(filed.model.parts):
            yield from _told(filed, part, ("parts", number), named=(filed.id, part.id) in parts)


def _told(filed: Filed[Framework], told: Framework | FrameworkPart, path: Path, *, named: bool) -> Iterator[Problem]:
    what = Words(f"{quoted(told.title)} of {quoted(filed.id)}" if path else quoted(filed.id))
    place = filed.record.place
    if named and told.left_out:
        by, reason = Words("is taken up"), Words("left_out")
        yield problem("REF17", place((*path, "left_out"), of_key=True), what=what, by=by, reason=reason)
    elif not named and told.thin:
        by, reason = Words("is not taken up"), Words("thin")
        yield problem("REF17", place((*path, "thin"), of_key=True), what=what, by=by, reason=reason)
    elif not named and not told.left_out:
        yield problem("REF16", place((*path, "title")), what=what)
