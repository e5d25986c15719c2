"""The profile by theme: what was reached, and the floor of the next level."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from citylabel.model.edition import Level
    from citylabel.rules.award import ThemeShare
    from citylabel.views.city.sheet import ThemeSheet
    from citylabel.views.city.subject import Subject

HUNDRED = 100


class ThemeBar(NamedTuple):
    """One theme."""

    id: str
    letter: str
    title: str
    points: str
    percent: str
    """Cut, never rounded up; or that nothing applies."""
    bar: str
    """The same as a number for the drawing."""
    missing: str
    """Width of what is missing up to the floor, or empty."""
    below: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All themes and the total."""

    lead: str
    themes: tuple[ThemeBar, ...]
    total: ThemeBar
    floor: str
    """Where the floor of a theme is drawn, in per cent; empty where there is none."""
    total_floor: str
    legend: str


def profile(subject: Subject) -> Profile:
    """Draw up the profile against the level that comes next, or the highest one."""
    edition, award = subject.sheet.scheme.edition, subject.case.award
    gap = subject.case.gap
    aim = edition.level(gap.level) if gap else edition.levels[-1]
    floor = max((Fraction(level.theme_at_least) for level in _up_to(subject, aim)), default=Fraction(0))
    bars = tuple(
        _bar(subject, theme, share, floor)
        for theme, share in zip(subject.sheet.themes, award.tally.themes, strict=True)
    )
    asked = Fraction(aim.total_at_least)
    below = [bar.letter for bar in bars if bar.below]
    return Profile(
        lead=_lead(subject, aim, below),
        themes=bars,
        total=_total(subject, asked),
        floor=_length(floor) if floor else "",
        total_floor=_length(asked) if asked else "",
        legend=_legend(subject, aim, floor, asked),
    )


def _up_to(subject: Subject, aim: Level) -> tuple[Level, ...]:
    ladder = subject.sheet.scheme.edition.levels
    return ladder[: ladder.index(aim) + 1]


def _bar(subject: Subject, theme: ThemeSheet, share: ThemeShare, floor: Fraction) -> ThemeBar:
    value = share.share
    points = subject.t("city.points-of", n=_plain(subject, share.points), most=_plain(subject, share.possible))
    if value is None:
        return ThemeBar(
            theme.id, theme.letter, theme.title, "", subject.t("city.theme-not-applicable"), "0", "", below=False
        )
    return ThemeBar(
        theme.id,
        theme.letter,
        theme.title,
        points,
        subject.words.percent(value),
        _length(value),
        _length(floor - value) if value < floor else "",
        below=value < floor,
    )


def _total(subject: Subject, asked: Fraction) -> ThemeBar:
    tally = subject.case.award.tally
    points = subject.t("city.points-of", n=_plain(subject, tally.points), most=_plain(subject, tally.possible))
    missing = _length(asked - tally.total) if tally.total < asked else ""
    percent = subject.words.percent(tally.total)
    return ThemeBar(
        "", "", subject.t("city.all-themes"), points, percent, _length(tally.total), missing, below=bool(missing)
    )


def _plain(subject: Subject, number: int | Fraction) -> str:
    return subject.sheet.values.number(number)


def _length(share: Fraction) -> str:
    """Write a length in per cent with one decimal, for the drawing only."""
    whole, rest = divmod(int(share * HUNDRED * 10), 10)
    return f"{whole}.{rest}" if rest else str(whole)


def _lead(subject: Subject, aim: Level, below: list[str]) -> str:
    total = subject.words.percent(subject.case.award.tally.total)
    key = "city.profile.lead" if subject.case.assessed else "city.profile.lead-claimed"
    parts = [subject.t(key, total=total)]
    if subject.case.gap is None:
        parts.append(subject.t("city.profile.top", level=aim.title))
    elif aim.total_at_least:
        asked = subject.sheet.values.threshold(aim.total_at_least)
        parts.append(subject.t("city.profile.asks", level=aim.title, threshold=asked))
    if below:
        themes = subject.words.all_of(below)
        parts.append(subject.words.tn("city.profile.below", len(below), themes=themes))
    return " ".join(parts)


def _legend(subject: Subject, aim: Level, floor: Fraction, asked: Fraction) -> str:
    write = subject.sheet.values.threshold
    if floor:
        return subject.t("city.profile.floor", level=aim.title, theme=write(floor), total=write(asked))
    return subject.t("city.profile.floor-total", level=aim.title, total=write(asked)) if asked else ""
