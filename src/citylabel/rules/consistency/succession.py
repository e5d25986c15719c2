"""Whether editions follow each other without a gap, and whether a frozen one is still what it was."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.succession import Fate
from citylabel.rules.consistency.subject import unknown
from citylabel.rules.freeze import NoCorrection, digest
from citylabel.rules.scheme import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.load.filed import FiledEdition, Loaded
    from citylabel.model.succession import Became
    from citylabel.problems import Place, Problem
    from citylabel.rules.consistency.subject import Path

_ONE_TO_ONE = {Fate.KEPT, Fate.AMENDED}
_MANY = 2


def succession_problems(loaded: Loaded) -> Iterator[Problem]:
    """Find what is wrong between editions: drafts in use, frozen ones that changed, criteria that got lost."""
    editions = {edition.id: edition for edition in loaded.editions}
    used = editions.get(loaded.label.model.edition)
    if used is not None and used.edition.model.is_draft:
        yield problem("RULE66", loaded.label.record.place(("edition",)), edition=used.id)
    for edition in loaded.editions:
        yield from _frozen(edition)
        yield from _followed(edition, editions)


def _frozen(filed: FiledEdition) -> Iterator[Problem]:
    """What is in force has a recorded digest, and what has a recorded digest still gives it."""
    edition = filed.edition.model
    said = {"edition": filed.id, "id": Words(filed.id)}
    if edition.in_force_on is not None and edition.proposed_on is None:
        yield problem("RULE66", _place(filed, "in_force_on"), edition=filed.id)
    try:
        computed = digest(scheme_of(filed))
    except NoCorrection as reason:
        yield problem("RULE63", _place(filed, "errata"), reason=Words(str(reason)), **said)
        return
    if edition.digest is None and edition.in_force_on is not None:
        yield problem("RULE62", _place(filed, "in_force_on"), said=Words("is in force and records no digest"), **said)
    if edition.digest not in (None, computed):
        yield problem("RULE62", _place(filed, "digest"), said=Words("is not what it was when it was frozen"), **said)


def _followed(filed: FiledEdition, editions: Mapping[str, FiledEdition]) -> Iterator[Problem]:
    edition = filed.edition.model
    if edition.follows is None:
        for key in ("became", "new"):
            if getattr(edition, key):
                yield problem("RULE65", _place(filed, key), said=Words("names criteria of no edition before"))
        return
    before = editions.get(edition.follows)
    if before is None or before is filed:
        yield unknown("REF10", _place(filed, "follows"), edition.follows, editions, edition=edition.follows)
        return
    yield from _known(filed, before)
    yield from _accounted(filed, before)
    for number, change in enumerate(edition.became):
        if said := _misfit(filed, change):
            yield problem("RULE65", _place(filed, "became", number), said=Words(said))


def _known(filed: FiledEdition, before: FiledEdition) -> Iterator[Problem]:
    """Criteria that changed are of the edition before, criteria they became are of this one."""
    edition, old = filed.edition.model, before.edition.model
    named: list[tuple[Path, str, tuple[str, ...], str]] = []
    for number, change in enumerate(edition.became):
        here = ("became", number)
        named += [((*here, "criteria", n), c, old.criterion_ids, old.title) for n, c in enumerate(change.criteria)]
        named += [((*here, "into", n), c, edition.criterion_ids, edition.title) for n, c in enumerate(change.into)]
    named += [
        (("new", n, "criterion"), each.criterion, edition.criterion_ids, edition.title)
        for n, each in enumerate(edition.new)
    ]
    for path, criterion, known, title in named:
        if criterion not in known:
            yield unknown("REF01", _place(filed, *path), criterion, known, edition=title, criterion=criterion)


def _accounted(filed: FiledEdition, before: FiledEdition) -> Iterator[Problem]:
    """Every criterion of the edition before went somewhere, every one of this edition came from somewhere: once."""
    edition = filed.edition.model
    went = Counter(c for change in edition.became for c in change.criteria)
    came = Counter(c for change in edition.became for c in successors(change))
    came.update(each.criterion for each in edition.new)
    for criterion in before.edition.model.criterion_ids:
        if went[criterion] != 1:
            yield _unaccounted(filed, before, "became", criterion, went[criterion])
    for criterion in edition.criterion_ids:
        if came[criterion] != 1:
            yield _unaccounted(filed, filed, "themes", criterion, came[criterion])
    for number, each in enumerate(edition.new):
        if each.criterion in before.edition.model.criterion_ids:
            said = Words(f"calls {each.criterion} new, an id that {before.edition.model.title} has already")
            yield problem("RULE65", _place(filed, "new", number), said=said)


def _unaccounted(filed: FiledEdition, of: FiledEdition, key: str, criterion: str, times: int) -> Problem:
    said = Words("twice" if times > 1 else "nowhere")
    return problem("RULE64", _place(filed, key), criterion=criterion, edition=Words(of.edition.model.title), said=said)


def successors(change: Became) -> tuple[str, ...]:
    """Give the criteria that take over: the same ids for those kept or amended, none for those retired."""
    return change.criteria if change.fate in _ONE_TO_ONE else change.into


def _misfit(filed: FiledEdition, change: Became) -> str:
    """Say why the entry does not fit its own word; an empty text when it does."""
    own = sorted({each.id for each in filed.criteria} & set(change.criteria))
    match change.fate:
        case Fate.KEPT if own:
            return f"keeps {', '.join(own)}, but there is a file of its own"
        case Fate.KEPT | Fate.AMENDED | Fate.RETIRED if change.into:
            return f"says {change.fate} and still names criteria under into"
        case Fate.SPLIT if len(change.criteria) != 1 or len(change.into) < _MANY:
            return "says split, which is one criterion into at least two"
        case Fate.MERGED if len(change.criteria) < _MANY or len(change.into) != 1:
            return "says merged, which is at least two criteria into one"
        case _:
            return ""


def _place(filed: FiledEdition, *path: str | int) -> Place:
    return filed.edition.record.place(path)
