"""What became of each criterion in the next edition, and what is different in those that were amended."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from citylabel.model.succession import Fate
from citylabel.rules.consistency.succession import successors
from citylabel.views.conditions import InWords
from citylabel.views.criteria import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition
    from citylabel.model.measure import Measure
    from citylabel.model.succession import Became
    from citylabel.rules.scheme import Scheme
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page
    from citylabel.words import Words

Lines = tuple[str, ...]

ORDER = (Fate.AMENDED, Fate.SPLIT, Fate.MERGED, Fate.RETIRED)
"""Fates with a section each, in the order of the page; what is kept comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part of a criterion, before and after."""

    part: str
    """What it is: `Step 2`."""
    word: str
    """`changed`, `added` or `dropped`."""
    old: Lines
    new: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A criterion that can be followed to its page."""

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry: which criteria, into which, and why."""

    old: tuple[Named, ...]
    new: tuple[Named, ...]
    reason: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All changes of one kind."""

    key: str
    changes: tuple[Change, ...]


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List a page for each edition that follows another."""
    for _, new in _pairs(catalogue):
        yield address(new.id, "changes")


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make them."""
    t = desk.words.t
    for old, new in _pairs(catalogue):
        titles = {"old": old.edition.title, "new": new.edition.title}
        yield desk.page(
            "changes.html",
            path=address(new.id, "changes"),
            title=t("changes.title", **titles),
            description=t("changes.description", **titles),
            section="criteria",
            scheme=new,
            old=old.edition,
            new=new.edition,
            sections=tuple(_sections(desk.words, old, new)),
            kept=tuple(_change(desk.words, old, new, change) for change in _of(new, Fate.KEPT)),
            rules=tuple(_rules(desk.words, old.edition, new.edition)),
            address=address,
        )


def _pairs(catalogue: Catalogue) -> Iterator[tuple[Scheme, Scheme]]:
    schemes = catalogue.library.schemes
    for scheme in schemes.values():
        if scheme.edition.follows is not None:
            yield schemes[scheme.edition.follows], scheme


def _of(scheme: Scheme, fate: Fate) -> Iterator[Became]:
    return (change for change in scheme.edition.became if change.fate is fate)


def _sections(words: Words, old: Scheme, new: Scheme) -> Iterator[Section]:
    for fate in ORDER:
        if changes := tuple(_change(words, old, new, change) for change in _of(new, fate)):
            yield Section(key=fate.value, changes=changes)
    if added := new.edition.new:
        changes = tuple(Change(old=(), new=(_named(new, each.criterion),), reason=each.reason) for each in added)
        yield Section(key="new", changes=changes)


def _change(words: Words, old: Scheme, new: Scheme, change: Became) -> Change:
    pairs = zip(change.criteria, change.criteria, strict=True) if change.fate is Fate.AMENDED else ()
    return Change(
        old=tuple(_named(old, criterion) for criterion in change.criteria),
        new=tuple(_named(new, criterion) for criterion in successors(change)),
        reason=change.reason,
        differences=tuple(
            found for before, after in pairs for found in differences(words, old.criteria[before], new.criteria[after])
        ),
    )


def _named(scheme: Scheme, criterion: str) -> Named:
    title = scheme.criteria[criterion].title
    return Named(id=criterion.upper(), title=title, address=address(scheme.home_of(criterion), criterion))


def differences(words: Words, old: Criterion, new: Criterion) -> Iterator[Difference]:
    """Compare what two versions of a criterion ask: title, question, steps with their thresholds, measures."""
    t = words.t
    yield from _compared(words, t("changes.heading"), (old.title,), (new.title,))
    yield from _compared(words, t("changes.question"), (old.question,), (new.question,))
    steps = zip_longest(_steps(words, old), _steps(words, new), fillvalue=())
    for number, (before, after) in enumerate(steps, start=1):
        yield from _compared(words, t("criteria.step", step=number), before, after)
    before_by_id, after_by_id = ({m.id: m for m in each.measures} for each in (old, new))
    for key in dict.fromkeys((*before_by_id, *after_by_id)):
        yield from _measured(words, before_by_id.get(key), after_by_id.get(key))


def _steps(words: Words, criterion: Criterion) -> Iterator[Lines]:
    """Give each step: what it asks, its conditions, and whether the law asks for it."""
    in_words = InWords(criterion, words)
    for step in criterion.steps:
        conditions = (_marked(words, line.text, proposal=line.proposal) for line in in_words.lines(step.when))
        yield (step.asks, *conditions, words.t(f"criteria.basis.{step.basis}"))


def _marked(words: Words, text: str, *, proposal: bool) -> str:
    return words.t("changes.proposal", text=text) if proposal else text


def _measured(words: Words, old: Measure | None, new: Measure | None) -> Iterator[Difference]:
    """Compare a measure field by field, so that only what differs is read."""
    shown = new or old
    if shown is None:
        return
    part = words.t("changes.measure", measure=shown.title)
    before, after = (_fields(words, each) if each else {} for each in (old, new))
    if old and new:
        differing = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
        before, after = ({key: each[key] for key in differing if key in each} for each in (before, after))
    yield from _compared(words, part, tuple(before.values()), tuple(after.values()))


def _fields(words: Words, measure: Measure) -> dict[str, str]:
    """Give what a measure says, each with its name."""
    t = words.t
    named = (
        ("title", "", measure.title),
        ("question", "", measure.question),
        ("numerator", "criteria.numerator", measure.numerator),
        ("denominator", "criteria.denominator", measure.denominator),
        ("period", "criteria.period", measure.period),
        ("how", "criteria.how", measure.how),
    )
    return {key: t("changes.field", name=t(word), text=text) if word else text for key, word, text in named if text}


def _compared(words: Words, part: str, old: Lines, new: Lines) -> Iterator[Difference]:
    if old == new:
        return
    word = "changed" if old and new else "added" if new else "dropped"
    yield Difference(part=part, word=words.t(f"changes.{word}"), old=old, new=new)


def _rules(words: Words, old: Edition, new: Edition) -> Iterator[Difference]:
    """Compare the edition's own words: prerequisites, themes, levels, common rules."""
    before, after = (", ".join(each.prerequisites).upper() for each in (old, new))
    yield from _compared(words, words.t("changes.prerequisites"), (before,), (after,))
    before_by, after_by = _written(old), _written(new)
    for kind, key in dict.fromkeys((*before_by, *after_by)):
        part = words.t(f"changes.{kind}")
        yield from _compared(words, part, before_by.get((kind, key), ()), after_by.get((kind, key), ()))


def _written(edition: Edition) -> dict[tuple[str, str], Lines]:
    """Give themes, levels and common rules by id: the title, then what is said."""
    return {
        **{("theme", each.id): (each.title, each.about) for each in edition.themes},
        **{("level", each.id): (each.title, each.asks) for each in edition.levels},
        **{("rule", each.id): (each.title, each.rule) for each in edition.common_rules},
    }
