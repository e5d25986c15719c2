"""What a row knows of the time after its day: how the place will stand if nothing more is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citylabel.rules.outlook import outlook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.catalogue.row import Row
    from citylabel.model.casefile import CityFile
    from citylabel.rules.lifecycle import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """How a place will stand from a later day on. Its fields mean what those of a row mean."""

    status: Status
    since: date
    """First day of the change."""
    level: str | None
    last_level: str | None
    granted_on: date | None
    until: date | None
    edition: str
    reason: str
    """Of the decision it rests on; empty for expiry."""


def ahead(file: CityFile, on: date) -> Iterator[Ahead]:
    """List what is already decided for the time after the day, in order."""
    editions = {case.id: case.edition for case in file.cases}
    for stands in outlook(file, on):
        case = stands.grant.case if stands.grant is not None else stands.case
        if stands.since is None or case is None:
            continue
        yield Ahead(
            status=stands.status,
            since=stands.since,
            level=stands.level,
            last_level=stands.last_level,
            granted_on=stands.grant.decision.effective_on if stands.grant is not None else None,
            until=stands.until,
            edition=editions[case],
            reason=stands.act.decision.reason if stands.act is not None else "",
        )


def row_then(row: Row, then: Ahead) -> Row:
    """Give the row of the place as it will stand then: status, level and dates; all else is as on the row's day."""
    return replace(
        row,
        status=then.status,
        since=then.since,
        level=then.level,
        last_level=then.last_level,
        granted_on=then.granted_on,
        until=then.until,
        edition=then.edition,
        ends_soon=False,
    )
