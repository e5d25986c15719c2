"""Everything that the rules conclude about a place on a date.

Three levels are kept apart by name. *Granted*: the last grant in force on the date. *Supported*: what the findings
gave, as of the application. *Present*: what the latest refreshed values and findings give on the date asked; it is a
notice, and only a decision changes what is granted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from citylabel.model.application import Answer, Values
from citylabel.model.decision import Grant
from citylabel.model.evaluation import Outcome
from citylabel.model.measure import Source
from citylabel.rules.applied import Results, found_as_applied
from citylabel.rules.award import Award, award
from citylabel.rules.commitments import Pledge, pledges
from citylabel.rules.committed import committed
from citylabel.rules.conformity import Setting, claimed, found
from citylabel.rules.facts import PlaceFacts, place_facts
from citylabel.rules.gap import Gap, gap, next_level
from citylabel.rules.lifecycle import ENDED_EARLY, Standing, standing
from citylabel.rules.refresh import Freshness, freshness

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from citylabel.model.casefile import Case, CityFile
    from citylabel.model.evaluation import Finding
    from citylabel.model.measure import Value
    from citylabel.model.party import Party
    from citylabel.rules.award import Requirement
    from citylabel.rules.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class CaseConclusion:
    """What one case comes to on a date. Each conclusion is drawn when it is first asked for."""

    case: Case
    scheme: Scheme
    on: date
    granted_on: date | None
    """First day of the grant in this case, if there is one by this date."""
    parties: Mapping[str, Party]

    @cached_property
    def place(self) -> PlaceFacts:
        """Kind, inhabitants and size class, as the application states them."""
        application = self.case.application
        return place_facts(self.scheme.edition, application.place.kind, application.base)

    @cached_property
    def claimed(self) -> Results:
        """Results if assessors confirmed every claim, as of the application."""
        setting = self._setting(self.case.application.submitted_on, None)
        answers = self.case.application.answers
        return {c: claimed(criterion, answers.get(c), setting) for c, criterion in self.scheme.criteria.items()}

    @cached_property
    def claimed_award(self) -> Award:
        """Level that the claims would support."""
        return self._award(self.claimed)

    @cached_property
    def assessed(self) -> bool:
        """Whether assessors have handed over their findings by this date."""
        evaluation = self.case.evaluation
        return evaluation is not None and evaluation.closed_on is not None and evaluation.closed_on <= self.on

    @cached_property
    def found(self) -> Results:
        """Results by the assessors' findings, as of the application."""
        return found_as_applied(self.case, self.scheme)

    @cached_property
    def supported(self) -> Award:
        """Level that the findings support."""
        return self._award(self.found)

    @cached_property
    def freshness(self) -> Freshness:
        """The day evidence is judged on, and the state of the yearly refresh."""
        return freshness(self.case, self.granted_on, self.scheme.edition.evidence, self.on)

    @cached_property
    def present(self) -> Results:
        """Results by the latest refreshed values and findings."""
        fresh = self.freshness
        refreshed = self.refreshed
        if fresh.judged_on == self.case.application.submitted_on and not refreshed:
            return self.found
        setting = self._setting(fresh.judged_on, fresh.confirmed)
        answers = {**self.case.application.answers, **refreshed}
        return {
            c: found(criterion, answers.get(c), self._finding_on(c, refreshed), setting)
            for c, criterion in self.scheme.criteria.items()
        }

    @cached_property
    def present_award(self) -> Award:
        """Level that the present results support."""
        return self._award(self.present)

    @cached_property
    def refreshed(self) -> dict[str, Answer]:
        """Answers given in updates by this date; later ones take the place of earlier ones."""
        return {
            criterion: answer
            for day, update in self.case.updates
            if day <= self.on
            for criterion, answer in update.answers.items()
        }

    @cached_property
    def results(self) -> Results:
        """The results to show: present ones once there are findings, else what is claimed."""
        return self.present if self.assessed else self.claimed

    @cached_property
    def award(self) -> Award:
        """The level that the shown results support."""
        return self.present_award if self.assessed else self.claimed_award

    def answer(self, criterion: str) -> Answer | None:
        """Give the answer that counts: the latest refreshed one, or that of the application."""
        return self.refreshed.get(criterion) or self.case.application.answers.get(criterion)

    def values(self, criterion: str) -> dict[str, Value]:
        """Give the values that count: those of the answer, with what assessors corrected or measured."""
        answer = self.answer(criterion)
        if not isinstance(answer, Values):
            return {}
        finding = self._finding_on(criterion, self.refreshed) if self.assessed else None
        return {**answer.values, **(finding.values if finding else {})}

    @cached_property
    def pledges(self) -> tuple[Pledge, ...]:
        """Commitments as they stand on the date."""
        return pledges(self.case, self.on)

    @cached_property
    def committed(self) -> tuple[Requirement, ...]:
        """What the committed status asks of this case."""
        promised = {commitment.criterion for commitment in self.case.application.commitments}
        results = self.found if self.assessed else self.claimed
        return committed(self.scheme.edition, results, promised)

    @cached_property
    def gap(self) -> Gap | None:
        """What is missing for the level above; None at the top."""
        above = next_level(self.scheme.edition, self.award.level)
        if above is None:
            return None
        return gap(self.scheme.edition, self.results, above, assessors_from_abroad=self.assessors_from_abroad)

    @cached_property
    def assessors_from_abroad(self) -> int:
        """How many assessors act from another country than the place."""
        if self.case.evaluation is None:
            return 0
        home = self.case.application.place.country
        parties = (self.parties.get(assessor.party) for assessor in self.case.evaluation.assessors)
        return sum(party is not None and party.country != home for party in parties)

    def _setting(self, on: date, confirmed: frozenset[str] | None) -> Setting:
        return Setting(edition=self.scheme.edition, place=self.place, on=on, confirmed=confirmed)

    def _award(self, results: Results) -> Award:
        return award(self.scheme.edition, results, assessors_from_abroad=self.assessors_from_abroad)

    def _finding(self, criterion: str) -> Finding | None:
        return self.case.evaluation.findings.get(criterion) if self.case.evaluation else None

    def _finding_on(self, criterion: str, refreshed: Mapping[str, Answer]) -> Finding | None:
        """Give the finding that still speaks of an answer.

        A refreshed answer brings values of its own: of the finding stay the ticked points and what assessors measured.
        What they found not satisfied stays so until assessors look again.
        """
        finding = self._finding(criterion)
        answer = refreshed.get(criterion)
        if finding is None or not isinstance(answer, Values) or finding.outcome is Outcome.NOT_SATISFIED:
            return finding
        own = {m.id for m in self.scheme.criteria[criterion].measures if m.by is Source.ASSESSORS}
        kept = {measure: value for measure, value in finding.values.items() if measure in own}
        return finding.model_copy(update={"outcome": Outcome.CONFIRMED, "values": kept})


@dataclass(frozen=True, kw_only=True)
class CityConclusion:
    """What a place comes to on a date."""

    file: CityFile
    on: date
    standing: Standing
    case: CaseConclusion | None
    """The case its status rests on; None when it had not applied by this date."""
    open_case: CaseConclusion | None
    """A renewal or new try in work beside it."""

    @property
    def fallen(self) -> bool:
        """Whether the present level is below the one granted and in force."""
        if self.case is None or self.standing.level is None:
            return False
        ladder = [level.id for level in self.case.scheme.edition.levels]
        granted = self.standing.level
        if granted not in ladder or not self.case.assessed:
            return False
        present = self.case.present_award.level
        return present is None or ladder.index(present) < ladder.index(granted)


def conclude(file: CityFile, schemes: Mapping[str, Scheme], parties: Mapping[str, Party], on: date) -> CityConclusion:
    """Draw all conclusions on a place for a date.

    Raises:
        KeyError: when a case names an edition that is not loaded (consistency refuses that before).
    """
    stands = standing(file, on)
    by_id = {case.id: case for case in file.cases}
    basis = stands.case if stands.case is not None else stands.open_case
    beside = stands.open_case if stands.open_case != basis else None
    return CityConclusion(
        file=file,
        on=on,
        standing=stands,
        case=_case(by_id[basis], stands, schemes, parties, on) if basis else None,
        open_case=_case(by_id[beside], stands, schemes, parties, on) if beside else None,
    )


def _case(
    case: Case, stands: Standing, schemes: Mapping[str, Scheme], parties: Mapping[str, Party], on: date
) -> CaseConclusion:
    granted = (d.effective_on for d in case.decisions if isinstance(d, Grant) and d.effective_on <= on)
    return CaseConclusion(
        case=case,
        scheme=schemes[case.edition],
        on=_shown_on(stands),
        granted_on=min(granted, default=None),
        parties=parties,
    )


def _shown_on(stands: Standing) -> date:
    """Give the day to conclude for: what has ended is shown as on its end, and grows no older."""
    if stands.status in ENDED_EARLY and stands.since is not None:
        return stands.since
    return stands.on if stands.until is None else min(stands.on, stands.until)
