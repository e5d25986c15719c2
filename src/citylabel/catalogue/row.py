"""A place in one row: what lists, tables, maps, feeds and data files say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.catalogue.outlook import ahead
from citylabel.catalogue.promise import Promise, promise_of
from citylabel.catalogue.summary import ActSummary, summed
from citylabel.rules.commitments import CommitmentState
from citylabel.rules.expiring import refresh_due
from citylabel.rules.lifecycle import FOLLOWED, HELD_ONCE, Status, acts
from citylabel.rules.outlook import scheduled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction

    from citylabel.catalogue.outlook import Ahead
    from citylabel.model.base import Exact, Words
    from citylabel.model.city import Coordinates
    from citylabel.model.measure import Value
    from citylabel.model.place import Identity, Kind
    from citylabel.rules.commitments import Pledge
    from citylabel.rules.conclusion import CaseConclusion, CityConclusion
    from citylabel.rules.conformity import State


LAST_PART = 4
"""A label ends soon in its last quarter at the earliest, however short it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeCount:
    """Commitments of a place by state."""

    open: int = 0
    late: int = 0
    done: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One criterion in a row."""

    state: State
    step: int
    value: tuple[str, Value] | None
    """Measure id and value of the first measure that was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place on one date."""

    id: str
    on: date
    """Day it is shown as on: the demonstration date for specimens."""
    specimen: bool
    names: tuple[Words, ...]
    other_names: tuple[str, ...]
    kind: Kind
    country: str
    region: Words | None
    website: str
    inhabitants: int
    small: bool
    coordinates: Coordinates | None
    status: Status
    since: date | None
    level: str | None
    """Level granted and in force; None when no label is in force."""
    last_level: str | None
    """Level of the last grant, in force or not."""
    granted_on: date | None
    until: date | None
    ends_soon: bool
    case: str
    edition: str
    open_case: str | None
    open_status: Status | None
    seeks: str
    assessed: bool
    total: Fraction
    points: Exact
    possible: Exact
    themes: tuple[tuple[str, Fraction | None], ...]
    """Share by theme id, in the edition's order."""
    criteria: tuple[tuple[str, CriterionRow], ...]
    """Criteria in the edition's order."""
    supported: str | None
    """Level the findings supported; None without findings or below the ladder."""
    present: str | None
    """Level that present values and findings support."""
    fallen: bool
    """Whether the present level is below the one granted."""
    refresh_late: bool
    acts: tuple[ActSummary, ...]
    """Decisions in effect by the date, oldest first."""
    pledges: PledgeCount
    refresh_due: date | None = None
    """When the next yearly refresh is due; None when none is due while the label lasts."""
    promises: tuple[Promise, ...] = ()
    """Its commitments, the earliest deadline first."""
    scheduled: tuple[ActSummary, ...] = ()
    """Decisions taken by the date that take effect later, in that order."""
    outlook: tuple[Ahead, ...] = ()
    """How it will stand after the date, as far as that is decided."""
    succeeded_on: date | None = None
    """Day from which the place is no more, if it is known; before or after the row's day."""
    successors: tuple[str, ...] = ()
    """Ids of the places in the register that follow it."""

    @property
    def name(self) -> Words:
        """The first official name."""
        return self.names[0]

    @property
    def in_force(self) -> bool:
        """Whether a label is in force."""
        return self.level is not None

    @property
    def held_once(self) -> bool:
        """Whether it held a label that is not in force now."""
        return self.status in HELD_ONCE or (self.status is Status.SUCCEEDED and self.last_level is not None)

    @property
    def followed(self) -> bool:
        """Whether its commitments are still to be kept: it holds a label, suspended or not, or its case is in work."""
        return self.status in FOLLOWED

    def theme(self, theme: str) -> Fraction | None:
        """Give a theme's share; None where nothing applies or the theme is of another edition."""
        return dict(self.themes).get(theme)

    def criterion(self, criterion: str) -> CriterionRow | None:
        """Give what the place reaches in a criterion; None if its edition has no such criterion."""
        return dict(self.criteria).get(criterion)


def row_of(conclusion: CityConclusion) -> Row | None:
    """Put a place into a row; None when it had not applied by the date."""
    case = conclusion.case
    if case is None:
        return None
    stands, file, place = conclusion.standing, conclusion.file, case.case.application.place
    identity: Identity = file.city or place
    grant = stands.grant.decision if stands.grant else None
    return Row(
        id=file.id,
        on=stands.on,
        specimen=file.specimen,
        names=identity.names,
        other_names=file.city.other_names if file.city else (),
        kind=identity.kind,
        country=identity.country,
        region=identity.region,
        website=identity.website,
        inhabitants=case.place.inhabitants,
        small=case.place.small,
        coordinates=file.city.coordinates if file.city else None,
        status=stands.status,
        since=stands.since,
        level=stands.level,
        last_level=stands.last_level,
        granted_on=grant.effective_on if grant else None,
        until=stands.until,
        ends_soon=_ends_soon(conclusion),
        case=case.case.id,
        edition=case.case.edition,
        open_case=stands.open_case,
        open_status=stands.open_status,
        seeks=case.case.application.seeks,
        assessed=case.assessed,
        total=case.award.tally.total,
        points=case.award.tally.points,
        possible=case.award.tally.possible,
        themes=tuple((share.theme, share.share) for share in case.award.tally.themes),
        criteria=tuple(_criteria(case)),
        supported=case.supported.level if case.assessed else None,
        present=case.present_award.level if case.assessed else None,
        fallen=conclusion.fallen,
        refresh_late=stands.in_force and case.freshness.late_since is not None,
        acts=summed(file, (act for act in acts(file.cases) if act.decision.effective_on <= stands.on)),
        pledges=_count(case.pledges),
        refresh_due=refresh_due(conclusion),
        promises=tuple(map(promise_of, case.pledges)),
        scheduled=summed(file, scheduled(file, stands.on)),
        outlook=tuple(ahead(file, stands.on)),
        succeeded_on=file.city.succeeded_by.on if file.city and file.city.succeeded_by else None,
        successors=file.city.succeeded_by.places if file.city and file.city.succeeded_by else (),
    )


def _ends_soon(conclusion: CityConclusion) -> bool:
    stands, case = conclusion.standing, conclusion.case
    if case is None or stands.grant is None or not stands.in_force or stands.until is None:
        return False
    length = stands.until - stands.grant.decision.effective_on
    soon = timedelta(days=case.scheme.edition.procedure.near_expiry_days)
    return stands.until - stands.on <= min(soon, length / LAST_PART)


def _criteria(case: CaseConclusion) -> Iterable[tuple[str, CriterionRow]]:
    results = case.results
    for criterion in case.scheme.edition.criterion_ids:
        result = results[criterion]
        yield criterion, CriterionRow(state=result.state, step=result.step, value=_first_value(case, criterion))


def _first_value(case: CaseConclusion, criterion: str) -> tuple[str, Value] | None:
    values = case.values(criterion)
    for measure in case.scheme.criteria[criterion].measures:
        if measure.id in values:
            return measure.id, values[measure.id]
    return None


def _count(pledges: tuple[Pledge, ...]) -> PledgeCount:
    states = [pledge.state for pledge in pledges]
    return PledgeCount(**{state.value: states.count(state) for state in CommitmentState})
