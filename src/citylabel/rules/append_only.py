"""What was published is added to and never changed: the records of a place before and after.

ISO/IEC 17065:2012, 7.12 has a body keep records of what its decisions rested on. Here they are public, so they stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import Words, problem, quoted
from citylabel.model.decision import Grant, Refusal
from citylabel.problems import Place
from citylabel.rules.consistency.subject import place_in
from citylabel.rules.differences import How, differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from citylabel.load.filed import FiledCity
    from citylabel.model.base import Frozen
    from citylabel.model.casefile import Case, CityFile
    from citylabel.model.decision import Decision
    from citylabel.problems import Problem
    from citylabel.rules.differences import Difference

APPLICATION, EVALUATION, REVIEW, DECISIONS = "application.yml", "evaluation.yml", "review.yml", "decisions.yml"

ENTRIES = {"findings", "challenges"}
"""Lists of an evaluation to which entries may come after the decision; those that were there stay as they were."""


def append_only_problems(before: CityFile, after: FiledCity) -> Iterator[Problem]:
    """Find everything in the records of a place that had to stay as it was, and did not.

    Args:
        before: the place as it was published.
        after: the same place as it is now, read with the places of its values.
    """
    yield from _identity(before, after.file)
    now = {case.id: case for case in after.file.cases}
    for case in before.cases:
        if case.id in now:
            yield from _case(case, now[case.id], after)
        else:
            yield _lost(f"data/cities/{before.id}/{case.id}/{APPLICATION}", f"Case {case.id}")


def _identity(before: CityFile, after: CityFile) -> Iterator[Problem]:
    """Who a place is can be corrected; that it was written down, and what became of it, stays."""
    path, old, new = f"data/cities/{before.id}/city.yml", before.city, after.city
    if old is not None and new is None:
        yield _lost(path, "The file city.yml")
    if old is not None and new is not None and old.succeeded_by is not None and new.succeeded_by is None:
        yield _lost(path, "What became of the place")


def removed(before: CityFile) -> Iterator[Problem]:
    """Find a place that is gone altogether; one that was invented may go, as nobody relied on it."""
    if not before.specimen:
        file = "city.yml" if before.city is not None else f"{before.cases[0].id}/{APPLICATION}"
        yield _lost(f"data/cities/{before.id}/{file}", f"The place {before.id}")


def _lost(path: str, what: str) -> Problem:
    return problem("RULE74", Place(path), what=Words(what))


def _case(before: Case, after: Case, filed: FiledCity) -> Iterator[Problem]:
    yield from _decisions(before, after, filed)
    yield from _application(before, after, filed)
    yield from _findings(before, after, filed)
    yield from _updates(before, after, filed)


def _decisions(before: Case, after: Case, filed: FiledCity) -> Iterator[Problem]:
    """Decisions that were published stand first, in their order and word for word; new ones come after them."""
    file = f"{before.id}/{DECISIONS}"
    now = {decision.id: (number, decision) for number, decision in enumerate(after.decisions)}
    for decision in before.decisions:
        if decision.id not in now:
            place = place_in(filed, file, "decisions")
            yield problem("RULE70", place, id=decision.id, fault=Words(How.REMOVED))
            continue
        number, same = now[decision.id]
        for each in differences(decision, same, path=("decisions", number)):
            yield problem("RULE70", place_in(filed, file, *each.path), id=decision.id, fault=_fault(each))
    yield from _in_between(before.decisions, now, file, filed)


def _fault(each: Difference) -> Words:
    """Say what became of a decision or of a part of it: `was changed in "level"`."""
    return Words(f"was changed in {quoted('.'.join(each.name))}" if each.name else "became one of another kind")


def _in_between(
    before: tuple[Decision, ...], now: Mapping[str, tuple[int, Decision]], file: str, filed: FiledCity
) -> Iterator[Problem]:
    """Find new decisions that stand before published ones: they would change what was said of an earlier date."""
    known = {decision.id for decision in before}
    last = max((number for key, (number, _) in now.items() if key in known), default=-1)
    for key, (number, _) in now.items():
        if key not in known and number < last:
            place = place_in(filed, file, "decisions", number)
            yield problem("RULE70", place, id=key, fault=Words("was put in before one that was published"))


def _application(before: Case, after: Case, filed: FiledCity) -> Iterator[Problem]:
    """Once the evaluation is closed, answers, evidence and everything else in the application stay."""
    closed = before.evaluation.closed_on if before.evaluation is not None else None
    if closed is None:
        return
    for each in differences(before.application, after.application):
        if not _is_copy(each):
            place = place_in(filed, f"{before.id}/{APPLICATION}", *each.path)
            yield problem("RULE71", place, what=_named(each), fault=Words(each.how), closed=closed)


def _findings(before: Case, after: Case, filed: FiledCity) -> Iterator[Problem]:
    """Once a decision was taken, the evaluation and the review it rests on stay."""
    decided = next((act.decided_on for act in before.decisions if isinstance(act, (Grant, Refusal))), None)
    if decided is None:
        return
    kinds = ((EVALUATION, before.evaluation, after.evaluation), (REVIEW, before.review, after.review))
    for name, old, new in kinds:
        yield from _basis(old, new, f"{before.id}/{name}", decided, filed)


def _basis(
    before: Frozen | None, after: Frozen | None, file: str, decided: date, filed: FiledCity
) -> Iterator[Problem]:
    if before is None:
        return
    for each in differences(before, after):
        if not _is_new_entry(each):
            what = _named(each) if each.name else Words(f"The file {file}")
            yield problem(
                "RULE72", place_in(filed, file, *each.path), what=what, fault=Words(each.how), decided=decided
            )


def _updates(before: Case, after: Case, filed: FiledCity) -> Iterator[Problem]:
    """An update is never changed: it says what a place stated on its day."""
    now = dict(after.updates)
    for day, update in before.updates:
        file = f"{before.id}/updates/{day.isoformat()}.yml"
        for each in differences(update, now.get(day)):
            what = _named(each) if each.name else Words(f"The update of {day.isoformat()}")
            if not _is_copy(each):
                yield problem("RULE73", place_in(filed, file, *each.path), what=what, fault=Words(each.how))


def _named(each: Difference) -> Words:
    return Words(quoted(".".join(each.name)))


def _is_copy(each: Difference) -> bool:
    """Whether the address of an archived copy was filled in: the evidence stays what it was."""
    return each.how is How.ADDED and each.name[-1:] == ("archived",)


def _is_new_entry(each: Difference) -> bool:
    """Whether a finding or challenge came, or a challenge got its outcome; nothing that was there is touched."""
    if each.how is not How.ADDED or each.name[:1] not in {(entry,) for entry in ENTRIES}:
        return False
    entry = 2
    return len(each.name) == entry or each.name[0] == "challenges"
