"""The application and its updates as a whole: window, top list, not applicable, commitments, ids."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem
from citylabel.model.application import NotApplicable
from citylabel.rules.calendar import add_months, is_within
from citylabel.rules.consistency.answers import TODAY, answer_problems, evidence_problems, too_late
from citylabel.rules.consistency.subject import Subject, listing, repeated, unknown
from citylabel.rules.facts import place_facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from citylabel.model.commitment import Commitment
    from citylabel.model.place import Figure
    from citylabel.model.update import Update
    from citylabel.problems import Place, Problem

APPLICATION = "application.yml"


def application_problems(subject: Subject) -> Iterator[Problem]:
    """Hold an application against its edition and the calendar."""
    application = subject.case.application
    if application.submitted_on > subject.on:
        place = subject.place(APPLICATION, "submitted_on")
        yield too_late(place, "submitted_on", application.submitted_on, TODAY, subject.on)
    yield from _level_sought(subject)
    yield from _base(subject)
    yield from _window(subject)
    yield from _top_list(subject)
    yield from _not_applicable(subject)
    yield from answer_problems(subject, APPLICATION, application.answers, application.submitted_on)
    yield from _commitments(subject, APPLICATION, application.commitments, application.submitted_on)
    yield from _ids(subject)
    for day, update in subject.case.updates:
        yield from _update(subject, day, update)


def _level_sought(subject: Subject) -> Iterator[Problem]:
    edition = subject.scheme.edition
    known = [level.id for level in edition.levels] + ([edition.committed.id] if edition.committed else [])
    seeks = subject.case.application.seeks
    if seeks not in known:
        place = subject.place(APPLICATION, "seeks")
        yield unknown("REF09", place, seeks, known, edition=edition.title, level=seeks, known=listing(known))


def _base(subject: Subject) -> Iterator[Problem]:
    """Base figures speak of a day before the application."""
    application = subject.case.application
    for name in ("inhabitants", "spending_eur"):
        figure: Figure | None = getattr(application.base, name)
        if figure is not None and figure.as_of > application.submitted_on:
            place = subject.place(APPLICATION, "base", name, "as_of")
            yield too_late(place, "as_of", figure.as_of, "the day of the application", application.submitted_on)


def _window(subject: Subject) -> Iterator[Problem]:
    """Twelve months in a row that ended at most twelve months before the application (common rule `window`)."""
    rule, application = subject.scheme.edition.procedure, subject.case.application
    window = application.window
    fault = ""
    if add_months(window.start, rule.window_months) - timedelta(days=1) != window.end:
        fault = f"is not {rule.window_months} months long"
    elif not is_within(window.end, rule.window_ended_within_months, application.submitted_on):
        late = window.end > application.submitted_on
        within = f"more than {rule.window_ended_within_months} months before"
        fault = f"ended {'after' if late else within} the application"
    if fault:
        yield problem(
            "RULE05",
            subject.place(APPLICATION, "window"),
            start=Words(window.start.isoformat()),
            end=Words(window.end.isoformat()),
            fault=Words(fault),
            months=rule.window_months,
            within=rule.window_ended_within_months,
        )


def _top_list(subject: Subject) -> Iterator[Problem]:
    """Ten services, five for small places (common rule `top-list`)."""
    edition, application = subject.scheme.edition, subject.case.application
    asked = edition.top_list
    if edition.small_places and place_facts(edition, application.place.kind, application.base).small:
        asked = edition.small_places.top_list
    given = len(application.top_list)
    if given != asked:
        place = subject.place(APPLICATION, "top_list")
        yield problem("RULE06", place, given=_services(given), asked=_services(asked))


def _services(number: int) -> Words:
    return Words(f"{number} service{'' if number == 1 else 's'}")


def _not_applicable(subject: Subject) -> Iterator[Problem]:
    edition, answers = subject.scheme.edition, subject.case.application.answers
    for theme in edition.themes:
        given = [c for c in theme.criteria if isinstance(answers.get(c), NotApplicable)]
        if len(given) > edition.not_applicable_per_theme:
            yield problem(
                "RULE07",
                subject.place(APPLICATION, "answers", given[-1], of_key=True),
                theme=theme.id.upper(),
                given=len(given),
                most=edition.not_applicable_per_theme,
            )


def _commitments(subject: Subject, file: str, commitments: tuple[Commitment, ...], made: date) -> Iterator[Problem]:
    for number, commitment in enumerate(commitments):
        path = ("commitments", number)
        criterion = subject.scheme.criteria.get(commitment.criterion)
        if criterion is None:
            yield unknown(
                "REF01",
                subject.place(file, *path, "criterion"),
                commitment.criterion,
                subject.scheme.criteria,
                edition=subject.scheme.edition.title,
                criterion=commitment.criterion,
            )
        elif commitment.step > len(criterion.steps):
            yield problem(
                "RULE11",
                subject.place(file, *path, "step"),
                criterion=criterion.id,
                step=commitment.step,
                most=len(criterion.steps),
            )
        if commitment.by <= made:
            yield problem(
                "RULE09",
                subject.place(file, *path, "by"),
                id=commitment.id,
                day=Words(commitment.by.isoformat()),
                made=Words(made.isoformat()),
            )


def _ids(subject: Subject) -> Iterator[Problem]:
    """Ids of evidence and commitments are unique over the application and all its updates."""
    yield from repeated("evidence", _evidence_ids(subject))
    yield from repeated("commitment", _commitment_ids(subject))


def _evidence_ids(subject: Subject) -> Iterator[tuple[str, Place]]:
    for file, answers in _files(subject):
        for criterion, answer in answers.items():
            for number, item in enumerate(getattr(answer, "evidence", ())):
                yield item.id, subject.place(file, "answers", criterion, "evidence", number, "id")


def _commitment_ids(subject: Subject) -> Iterator[tuple[str, Place]]:
    for number, commitment in enumerate(subject.case.application.commitments):
        yield commitment.id, subject.place(APPLICATION, "commitments", number, "id")
    for day, update in subject.case.updates:
        for number, commitment in enumerate(update.commitments):
            yield commitment.id, subject.place(_file(day), "commitments", number, "id")


def _files(subject: Subject) -> Iterator[tuple[str, dict[str, object]]]:
    yield APPLICATION, dict(subject.case.application.answers)
    for day, update in subject.case.updates:
        yield _file(day), dict(update.answers)


def _file(day: date) -> str:
    return f"updates/{day.isoformat()}.yml"


def _update(subject: Subject, day: date, update: Update) -> Iterator[Problem]:
    file = _file(day)
    submitted = subject.case.application.submitted_on
    if day > subject.on:
        yield too_late(subject.place(file), Words("The date of this update"), day, TODAY, subject.on)
    if day < submitted:
        yield problem(
            "RULE33",
            subject.place(file),
            later=Words("The update was written"),
            day=Words(day.isoformat()),
            earlier=Words("the application"),
            limit=Words(submitted.isoformat()),
        )
    yield from answer_problems(subject, file, update.answers, day)
    yield from _commitments(subject, file, update.commitments, day)
    yield from _known_ids(subject, file, update)
    yield from _progress(subject, file, day, update)


def _known_ids(subject: Subject, file: str, update: Update) -> Iterator[Problem]:
    evidence = {identifier for identifier, _ in _evidence_ids(subject)}
    for number, identifier in enumerate(update.confirmed):
        if identifier not in evidence:
            place = subject.place(file, "confirmed", number)
            yield unknown("REF07", place, identifier, evidence, what=Words("evidence"), id=identifier)
    made = {identifier for identifier, _ in _commitment_ids(subject)}
    for number, progress in enumerate(update.progress):
        if progress.commitment not in made:
            place = subject.place(file, "progress", number, "commitment")
            what = Words("commitment")
            yield unknown("REF07", place, progress.commitment, made, what=what, id=progress.commitment)
    evaluation = subject.case.evaluation
    raised = {challenge.id for challenge in evaluation.challenges} if evaluation else set()
    for number, reply in enumerate(update.replies):
        if reply.challenge not in raised:
            place = subject.place(file, "replies", number, "challenge")
            yield unknown("REF07", place, reply.challenge, raised, what=Words("challenge"), id=reply.challenge)


def _progress(subject: Subject, file: str, day: date, update: Update) -> Iterator[Problem]:
    for number, progress in enumerate(update.progress):
        path = ("progress", number)
        if progress.state == "done" and not progress.evidence:
            yield problem("RULE10", subject.place(file, *path), id=progress.commitment)
        for position, item in enumerate(progress.evidence):
            yield from evidence_problems(subject, file, (*path, "evidence", position), item, day)
