"""The report of an impact: text for a terminal, Markdown for a pull request, objects for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citylabel.problems import visible
from citylabel.views.api import exact
from citylabel.views.impact import Report, facts, fate, name, steps, summary
from citylabel.views.markdown import inert, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.catalogue.impact import Change, Seen

MOST = 200
"""How many places a Markdown report lists: a comment holds 65,536 characters."""
INDENT = "  "


def as_text(report: Report) -> str:
    """Write lines for a terminal."""
    return "".join(f"{visible(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield _title(report, report.revision)
    yield from summary(report)
    for change in report.impact.changes:
        yield ""
        yield f"{change.id} ({_named(report, change)})"
        yield from (f"{INDENT}{line}" for line in _details(report, change))
    if report.unread:
        yield ""
        yield _unread(report)


def _details(report: Report, change: Change) -> Iterator[str]:
    words = report.words
    if said := fate(report, change):
        yield said
    listed = facts(report, change)
    wide = max((len(fact.what) for fact in listed), default=0) + 2
    yield from (f"{fact.what:<{wide}}{fact.said(words)}" for fact in listed)
    if moved := steps(report, change):
        yield f"{words.t('impact.steps'):<{wide}}{moved}"
    for each in change.evidence:
        yield words.t("impact.evidence-one", id=each.id, criterion=each.criterion.upper(), day=words.date(each.on))


def as_markdown(report: Report) -> str:
    """Write Markdown in which texts of records do nothing: no link, mention, HTML or picture.

    A long list is cut and says so; the text form has all of it.
    """
    words, changes = report.words, report.impact.changes
    parts = [f"### {_title(report, inert(report.revision))}\n"]
    parts += ["".join(f"- {line}\n" for line in summary(report, inert))]
    if changes:
        parts += [table(_head(report), (_cells(report, change) for change in changes[:MOST]))]
    if len(changes) > MOST:
        parts += [f"{words.tn('impact.more', len(changes) - MOST)}\n"]
    parts += list(_evidence(report))
    if report.unread:
        parts += [f"{_unread(report)}\n"]
    return "\n".join(parts)


def _head(report: Report) -> tuple[str, ...]:
    keys = ("impact.place", "impact.status", "impact.granted", "impact.supported", "impact.present", "impact.total")
    return tuple(report.words.t(key) for key in (*keys, "impact.steps"))


def _cells(report: Report, change: Change) -> tuple[str, ...]:
    place = f"{inert(name(change))} ({inert(change.id)}){_mark(report, change)}"
    listed = facts(report, change, inert)
    if not listed:
        return (place, fate(report, change), "", "", "", "", "")
    return (place, *(fact.said(report.words) for fact in listed), steps(report, change))


def _evidence(report: Report) -> Iterator[str]:
    words = report.words
    lines = [
        f"- {inert(change.id)}: "
        + words.t(
            "impact.evidence-one", id=inert(each.id), criterion=inert(each.criterion.upper()), day=words.date(each.on)
        )
        for change in report.impact.changes[:MOST]
        for each in change.evidence
    ]
    if lines:
        yield f"#### {words.t('impact.evidence')}\n"
        yield "".join(f"{line}\n" for line in lines[:MOST])


def as_json(report: Report) -> dict[str, Any]:
    """Write an object; shares are exact, levels are ids."""
    impact = report.impact
    return {
        "against": report.revision,
        "on": report.on.isoformat(),
        "summary": list(summary(report)),
        "unchanged": impact.same,
        "unread": list(report.unread),
        "moves": [
            {
                "level": move.which.value,
                "before": move.before.level,
                "after": move.after.level,
                "places": move.places,
                "specimens": move.specimens,
            }
            for move in impact.moves
        ],
        "changes": [_object(change) for change in impact.changes],
    }


def _object(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "name": name(change),
        "specimen": change.seen.row.specimen,
        "before": _seen(change.before),
        "after": _seen(change.after),
        "steps": {key: {"before": before, "after": after} for key, before, after in change.steps},
        "evidence": [
            {"criterion": each.criterion, "id": each.id, "on": each.on.isoformat()} for each in change.evidence
        ],
    }


def _seen(seen: Seen | None) -> dict[str, Any] | None:
    if seen is None:
        return None
    row = seen.row
    return {
        "on": row.on.isoformat(),
        "edition": row.edition,
        "status": row.status.value,
        "granted": row.level,
        "supported": row.supported,
        "present": row.present,
        "total": exact(row.total),
    }


def _title(report: Report, revision: str) -> str:
    return report.words.t("impact.title", revision=revision, day=report.words.date(report.on))


def _named(report: Report, change: Change) -> str:
    return f"{name(change)}{_mark(report, change)}"


def _mark(report: Report, change: Change) -> str:
    return f", {report.words.t('plain.specimen').lower()}" if change.seen.row.specimen else ""


def _unread(report: Report) -> str:
    return report.words.t("impact.unread", places=", ".join(report.unread))
