"""What a change would do, said in words: a summary, and for each place what stands before and after."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.catalogue.impact import Which

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from citylabel.catalogue import Library
    from citylabel.catalogue.impact import Change, Impact, Rung, Seen
    from citylabel.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report is made of."""

    revision: str
    """What it is compared with, as a person named it."""
    on: date
    words: Words
    before: Library
    after: Library
    unread: tuple[str, ...]
    """Ids of places of which nothing can be said."""
    impact: Impact


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about a place: what it is, how it was and how it would be. Where both are the same, it stays."""

    what: str
    before: str
    after: str

    def said(self, words: Words) -> str:
        """Write `Gold → Silver`, or `Gold` where it stays."""
        if self.before == self.after:
            return self.after
        return words.t("impact.arrow", before=self.before, after=self.after)


def summary(report: Report, shown: Callable[[str], str] = str) -> Iterator[str]:
    """Say the whole in a few sentences.

    Args:
        report: what moved.
        shown: how texts of records are written where this is going to be read.
    """
    words, impact = report.words, report.impact
    if not impact.changes:
        yield words.tn("impact.none", impact.same)
        return
    yield from _moved(report, shown)
    if impact.new:
        yield words.tn("impact.new", impact.new)
    if impact.gone:
        yield words.tn("impact.gone", impact.gone)
    yield words.tn("impact.changed", len(impact.changes), same=words.number(impact.same))


def _moved(report: Report, shown: Callable[[str], str]) -> Iterator[str]:
    words = report.words
    counted: dict[tuple[Which, str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for move in report.impact.moves:  # editions may share the title of a level
        before = level(report.before, move.before, words, shown)
        key = (move.which, before, level(report.after, move.after, words, shown))
        places, specimens = counted[key]
        counted[key] = places + move.places, specimens + move.specimens
    for (which, before, after), (places, specimens) in counted.items():
        about = words.t(f"impact.move-{which}")
        said = words.tn("impact.move", places, before=before, after=after, which=about)
        yield f"{said} {words.tn('impact.specimens', specimens)}" if specimens else said


def facts(report: Report, change: Change, shown: Callable[[str], str] = str) -> tuple[Fact, ...]:
    """List status, levels and total of a place, those that stay included; empty where it is new or gone."""
    old, new, words = change.before, change.after, report.words
    if old is None or new is None:
        return ()
    levels = (
        Fact(
            words.t(f"impact.{which}"),
            level(report.before, old.rung(which), words, shown),
            level(report.after, new.rung(which), words, shown),
        )
        for which in Which
    )
    status = Fact(words.t("impact.status"), _status(old, words), _status(new, words))
    return (status, *levels, _total(old, new, words))


def steps(report: Report, change: Change) -> str:
    """List criteria whose step moves: `B2: 3 → 2, D4: 0 → 1`."""
    arrow = report.words.t
    return ", ".join(
        f"{key.upper()}: {arrow('impact.arrow', before=before, after=after)}" for key, before, after in change.steps
    )


def level(library: Library, rung: Rung, words: Words, shown: Callable[[str], str]) -> str:
    """Give the title of a level, or say that there is none."""
    return words.t("impact.no-level") if rung.level is None else shown(library.level_title(rung.level, rung.edition))


def name(change: Change) -> str:
    """Give the name of a place, as its own records write it."""
    return change.seen.row.name.text


def fate(report: Report, change: Change) -> str:
    """Say that a place is new or gone; empty where it is neither."""
    if change.before is None:
        return report.words.t("impact.is-new")
    return report.words.t("impact.is-gone") if change.after is None else ""


def _status(seen: Seen, words: Words) -> str:
    return words.t(f"status.{seen.row.status}")


def _total(old: Seen, new: Seen, words: Words) -> Fact:
    before, after = old.row.total, new.row.total
    decimals = 0 if before == after or int(before * 100) != int(after * 100) else 2
    told = (words.t("impact.percent", n=words.number(total * 100, decimals=decimals)) for total in (before, after))
    return Fact(words.t("impact.total"), *told)
