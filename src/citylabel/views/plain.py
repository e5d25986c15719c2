"""Status, reasons and gap as plain text, for the command line."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from citylabel.rules.conformity import State
from citylabel.views.reasons import About, ReasonWriter
from citylabel.views.standing import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Library, Row
    from citylabel.model.criterion import Criterion
    from citylabel.rules.conclusion import CaseConclusion, CityConclusion
    from citylabel.words import Words

WIDTH = 96
INDENT = " " * 6


def status_in_words(library: Library, row: Row, words: Words) -> str:
    """Say where a place stands: a few lines of a term and its value, aligned.

    Args:
        library: shared records.
        row: the place.
        words: words of the locale.
    """
    lines = [(row.name.text, said(words, library, row, "long").line)]
    if row.specimen:
        lines.append((words.t("plain.specimen"), words.t("plain.specimen-text")))
    lines += _levels(library, row, words)
    edition = library.schemes[row.edition].edition.title
    lines.append((words.t("plain.case"), words.t("plain.case-of", case=row.case, edition=edition)))
    if row.open_case is not None:
        status = words.t(f"status.{row.open_status}")
        lines.append((words.t("plain.open-case"), f"{row.open_case}: {status}"))
    if row.refresh_late:
        lines.append((words.t("plain.refresh"), words.t("plain.late")))
    return "\n".join(_aligned(lines))


def _levels(library: Library, row: Row, words: Words) -> Iterator[tuple[str, str]]:
    none = words.t("city.levels.none")
    total = words.percent(row.total)
    yield words.t("city.levels.sought"), library.level_title(row.seeks, row.edition)
    if row.last_level is not None and row.granted_on is not None:
        granted = library.level_title(row.last_level, row.edition)
        yield words.t("city.levels.granted"), words.t("plain.granted", level=granted, day=words.date(row.granted_on))
    if row.assessed:
        supported = library.level_title(row.supported, row.edition) if row.supported else none
        yield words.t("city.levels.supported"), supported
        present = library.level_title(row.present, row.edition) if row.present else none
        yield words.t("city.levels.present"), words.t("plain.fallen", level=present) if row.fallen else present
    key = "plain.total" if row.assessed else "plain.total-claimed"
    yield words.t("city.all-themes"), words.t(key, total=total)


def explained(library: Library, conclusion: CityConclusion, words: Words) -> Iterator[str]:
    """Say for every criterion what was concluded, and why.

    Args:
        library: shared records; parties and editions are looked up here.
        conclusion: what the rules conclude of the place on its date.
        words: words of the locale.

    Yields:
        Lines without a line break at the end.
    """
    case = conclusion.case
    if case is None:
        yield words.t("plain.no-case", city=conclusion.file.id)
        return
    writer = ReasonWriter(library.schemes[case.case.edition], words)
    shares = {share.theme: share for share in case.award.tally.themes}
    for theme in case.scheme.edition.themes:
        share = shares[theme.id].share
        value = words.percent(share) if share is not None else words.t("city.theme-not-applicable")
        yield f"{theme.id.upper()}  {theme.title}: {value}"
        for criterion in theme.criteria:
            yield from _criterion(case, case.scheme.criteria[criterion], writer)
        yield ""
    yield words.t(
        "plain.total" if case.assessed else "plain.total-claimed", total=words.percent(case.award.tally.total)
    )


def _criterion(case: CaseConclusion, criterion: Criterion, writer: ReasonWriter) -> Iterator[str]:
    result, words = case.results[criterion.id], writer.words
    about = About(criterion.id, case.values(criterion.id), case.place.inhabitants)
    state = words.t("city.step", n=result.step) if result.state is State.MET else words.t(f"city.state.{result.state}")
    yield f"  {criterion.id.upper():<4}{state:<16}{criterion.title}"
    reasons = result.reasons if result.step or not result.missing else ()
    yield from _indented(writer.all_of(reasons, about))
    if result.missing:
        yield f"{INDENT}{words.t('city.asks', n=result.step + 1)}"
        yield from _indented(writer.all_of(result.missing, about))


def gap_in_words(library: Library, conclusion: CityConclusion, words: Words) -> Iterator[str]:
    """Say what a place lacks for the level above, and a short way there.

    Args:
        library: shared records.
        conclusion: what the rules conclude of the place on its date.
        words: words of the locale.

    Yields:
        Lines without a line break at the end.
    """
    case = conclusion.case
    if case is None:
        yield words.t("plain.no-case", city=conclusion.file.id)
        return
    if case.gap is None:
        yield words.t("plain.top", level=library.level_title(case.scheme.edition.levels[-1].id, case.case.edition))
        return
    writer = ReasonWriter(library.schemes[case.case.edition], words)
    level = library.level_title(case.gap.level, case.case.edition)
    yield words.t("city.gap.title", level=level)
    yield from _indented(writer.all_of(requirement.reason for requirement in case.gap.open))
    yield from _way(case, writer, level)


def _way(case: CaseConclusion, writer: ReasonWriter, level: str) -> Iterator[str]:
    moves, words = case.gap.moves if case.gap else (), writer.words
    if not moves:
        return
    yield ""
    yield words.tn("plain.way", len(moves), level=level)
    for number, move in enumerate(moves, start=1):
        total = words.percent(move.total_after)
        step = words.t("city.step", n=move.to_step)
        yield f"{number:>3}. {writer.criterion(move.criterion)}: {step} ({words.t('plain.total', total=total)})"
        about = About(move.criterion, case.values(move.criterion), case.place.inhabitants)
        asks = case.scheme.criteria[move.criterion].steps[move.from_step].asks
        yield from _indented(writer.all_of(move.missing, about) or (asks,))


def _indented(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        lines = wrap(sentence, WIDTH - len(INDENT) - 2) or [""]
        yield f"{INDENT}- {lines[0]}"
        yield from (f"{INDENT}  {line}" for line in lines[1:])


def _aligned(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    listed = list(lines)
    wide = max(len(term) for term, _ in listed) + 2
    return (f"{term:<{wide}}{value}".rstrip() for term, value in listed)
