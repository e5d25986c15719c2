"""What the browser needs to keep a place's standing true on days after the build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from citylabel.catalogue import row_then
from citylabel.views.standing import look, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from citylabel.catalogue import ActSummary, Ahead, Row
    from citylabel.views.desk import Desk
    from citylabel.views.listing import Line
    from citylabel.views.standing import Look, Said


class Then(NamedTuple):
    """How a line reads from a later day on."""

    at: str
    """Key of the standing: status, first day, level in force."""
    look: Look
    look_key: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The dates of a line, and what they lead to."""

    acts: str
    on: date
    thens: tuple[Then, ...]


def dated(desk: Desk, row: Row) -> Dated | None:
    """Gather the dates of a place in a list; None where nothing is known to change, as with specimens."""
    if row.specimen or not row.outlook:
        return None
    return Dated(acts=acts_of(row), on=row.on, thens=tuple(_then(desk, row, each) for each in row.outlook))


def _then(desk: Desk, row: Row, ahead: Ahead) -> Then:
    later = row_then(row, ahead)
    drawn = look(desk.library, later)
    return Then(at=key_of(ahead), look=drawn, look_key=_look_key(drawn), said=said(desk.words, desk.library, later))


def key_of(ahead: Ahead) -> str:
    """Name a standing as status.js does: `expired 2028-05-04`, `valid 2028-05-04 silver`."""
    return " ".join(filter(None, (ahead.status.value, ahead.since.isoformat(), ahead.level)))


def acts_of(row: Row) -> str:
    """Write everything that is known of the dates of a place as lifecycle.js reads it."""
    known = acts_text((*row.acts, *row.scheduled))
    gone = f"succession {row.succeeded_on}" if row.succeeded_on is not None else ""
    return ";".join(filter(None, (known, gone)))


def acts_text(listed: Iterable[ActSummary]) -> str:
    """Write decisions as lifecycle.js reads them: `grant 2028-06-01 silver 2031-05-31;suspension 2029-02-01`."""
    return ";".join(_act(act) for act in listed)


def _act(act: ActSummary) -> str:
    return " ".join(str(part) for part in (act.kind, act.on, act.level, act.until) if part is not None)


def marks(lines: Iterable[Line]) -> tuple[tuple[str, Look], ...]:
    """List each mark once that the lines of a page may need on later days, by its name."""
    return tuple(sorted(dict(_marks(lines)).items()))


def _marks(lines: Iterable[Line]) -> Iterator[tuple[str, Look]]:
    for line in lines:
        if line.dated is not None:
            yield from ((then.look_key, then.look) for then in line.dated.thens)


def _look_key(drawn: Look) -> str:
    """Name a mark; a level's colour and its place on the ladder together are one."""
    return f"{drawn.tone}-{drawn.filled}-{drawn.total}" if drawn.status == "in-force" else drawn.status
