"""Whether the shared records agree with each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from citylabel.messages import Words, problem, quoted
from citylabel.model.condition import AllOf, AnyOf, GivenTest, MeasureTest, PointTest, RatioTest, RecentTest
from citylabel.model.workedcase import Expected
from citylabel.problems import Place
from citylabel.rules.conformity import State
from citylabel.rules.consistency.glossary import glossary_problems
from citylabel.rules.consistency.subject import Path, listing, repeated, unknown
from citylabel.rules.consistency.succession import succession_problems
from citylabel.rules.consistency.takenup import crosswalk_problems
from citylabel.rules.trial import differs, outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from citylabel.load.filed import Filed, FiledEdition, Loaded
    from citylabel.model.condition import Condition
    from citylabel.model.criterion import Criterion
    from citylabel.model.edition import Edition
    from citylabel.model.framework import Framework
    from citylabel.model.workedcase import WorkedCase
    from citylabel.problems import Problem
    from citylabel.rules.conformity import Result


def library_problems(loaded: Loaded) -> Iterator[Problem]:
    """Find every disagreement in label, editions, criteria, frameworks, practices, parties and glossary."""
    editions = {edition.id: edition for edition in loaded.editions}
    label = loaded.label
    if label.model.edition not in editions:
        place = label.record.place(("edition",))
        yield unknown("REF10", place, label.model.edition, editions, edition=label.model.edition)
    else:
        yield from crosswalk_problems(loaded.frameworks, editions[label.model.edition])
    frameworks = {each.id: each.model for each in loaded.frameworks}
    for edition in loaded.editions:
        yield from _edition(edition, frameworks)
    yield from succession_problems(loaded)
    yield from _practices(loaded, editions)
    if loaded.glossary is not None:
        yield from glossary_problems(loaded.glossary)
    if loaded.parties is not None:
        record, parties = loaded.parties.record, loaded.parties.model.parties
        ids = [(party.id, record.place(("parties", number, "id"))) for number, party in enumerate(parties)]
        yield from repeated("party", ids)


def _practices(loaded: Loaded, editions: Mapping[str, FiledEdition]) -> Iterator[Problem]:
    """Practices are examples for criteria of the present edition."""
    present = editions.get(loaded.label.model.edition)
    if present is None:
        return
    known = {each.id for each in present.all_criteria}
    for practice in loaded.practices:
        for number, criterion in enumerate(practice.model.criteria):
            if criterion not in known:
                place = practice.record.place(("criteria", number))
                title = present.edition.model.title
                yield unknown("REF01", place, criterion, known, edition=title, criterion=criterion)


def _edition(filed: FiledEdition, frameworks: Mapping[str, Framework]) -> Iterator[Problem]:
    edition, record = filed.edition.model, filed.edition.record
    yield from _listed(filed)
    by_id = {each.id: each for each in filed.all_criteria}
    named: list[tuple[Path, str]] = [(("prerequisites", n), c) for n, c in enumerate(edition.prerequisites)]
    for number, level in enumerate(edition.levels):
        named += [(("levels", number, "criteria", n, "criterion"), c.criterion) for n, c in enumerate(level.criteria)]
    if edition.committed is not None:
        asked = enumerate(edition.committed.criteria)
        named += [(("committed", "criteria", n, "criterion"), c.criterion) for n, c in asked]
    named += [(("weights", criterion), criterion) for criterion in edition.weights]
    for path, criterion in named:
        if criterion not in by_id:
            place = record.place(path)
            yield unknown("REF01", place, criterion, by_id, edition=edition.title, criterion=criterion)
    yield from repeated("measure", _measure_ids(filed))
    yield from _points(filed)
    for each in filed.all_criteria:
        yield from _criterion(each, edition, frameworks)


def _listed(filed: FiledEdition) -> Iterator[Problem]:
    """Each criterion stands in exactly one theme and has a file."""
    edition, record = filed.edition.model, filed.edition.record
    files = {each.id for each in filed.all_criteria}
    places = [
        (criterion, record.place(("themes", number, "criteria", position)))
        for number, theme in enumerate(edition.themes)
        for position, criterion in enumerate(theme.criteria)
    ]
    yield from repeated("criterion", places)
    for criterion, place in places:
        if criterion not in files:
            yield problem("REF12", place, criterion=criterion, missing=Words("has no file"))
    for each in filed.criteria:
        if each.id not in edition.criterion_ids:
            yield problem("REF12", Place(each.record.path), criterion=each.id, missing=Words("stands in no theme"))


def _points(filed: FiledEdition) -> Iterator[Problem]:
    """There is a number of points for step 0 and for every step, and they do not fall."""
    points = filed.edition.model.points
    place, said = filed.edition.record.place(("points",)), Words(", ".join(map(str, points)))
    if any(higher < lower for lower, higher in pairwise(points)):
        yield problem("RULE60", place, points=said, fault=Words("fall from one step to the next"))
    for each in filed.all_criteria:
        if (steps := len(each.model.steps)) != len(points) - 1:
            fault = Words(f"are for steps 0 to {len(points) - 1}, but {quoted(each.id)} has steps 1 to {steps}")
            yield problem("RULE60", place, points=said, fault=fault)


def _measure_ids(filed: FiledEdition) -> Iterator[tuple[str, Place]]:
    for each in filed.all_criteria:
        for number, measure in enumerate(each.model.measures):
            yield measure.id, each.record.place(("measures", number, "id"))


def _criterion(each: Filed[Criterion], edition: Edition, frameworks: Mapping[str, Framework]) -> Iterator[Problem]:
    yield from _sources(each, frameworks)
    criterion = each.model
    points = [
        (point.id, each.record.place(("steps", number, "points", position, "id")))
        for number, step in enumerate(criterion.steps)
        for position, point in enumerate(step.points)
    ]
    yield from repeated("point", points)
    known = {measure.id for measure in criterion.measures} | {identifier for identifier, _ in points}
    found_unknown = False
    for number, step in enumerate(criterion.steps, start=1):
        for path, name in _named(step.when, ("steps", number - 1, "when")):
            if name not in known:
                found_unknown = True
                place = each.record.place(path)
                yield unknown("REF13", place, name, known, step=number, name=name, criterion=criterion.id)
    if not found_unknown:
        yield from _cases(each, edition)


def _named(condition: Condition, path: Path) -> Iterator[tuple[Path, str]]:
    """List the measures and points that a condition names, each with its path in the record."""
    match condition:
        case AllOf() | AnyOf():
            key, parts = ("all", condition.all) if isinstance(condition, AllOf) else ("any", condition.any)
            for number, part in enumerate(parts):
                yield from _named(part, (*path, key, number))
        case RatioTest():
            for number, name in enumerate(condition.ratio):
                yield (*path, "ratio", number), name
        case MeasureTest():
            yield (*path, "measure"), condition.measure
        case GivenTest():
            yield (*path, "given"), condition.given
        case RecentTest():
            yield (*path, "recent"), condition.recent
        case PointTest():
            yield (*path, "point"), condition.point


def _sources(each: Filed[Criterion], frameworks: Mapping[str, Framework]) -> Iterator[Problem]:
    for number, source in enumerate(each.model.sources):
        framework = frameworks.get(source.framework)
        if framework is None:
            place = each.record.place(("sources", number, "framework"))
            yield unknown("REF04", place, source.framework, frameworks, framework=source.framework)
        elif source.part is not None and source.part not in (parts := [part.id for part in framework.parts]):
            place = each.record.place(("sources", number, "part"))
            yield unknown(
                "REF05", place, source.part, parts, framework=source.framework, part=source.part, known=_parts(parts)
            )


def _parts(known: Sequence[str]) -> Words:
    return Words(f"It has {listing(known)}." if known else "It has no parts: leave part out.")


def _cases(each: Filed[Criterion], edition: Edition) -> Iterator[Problem]:
    """Worked cases come out as they promise."""
    known = {measure.id for measure in each.model.measures}
    for number, case in enumerate(each.model.cases):
        for key, name in (*(("values", name) for name in case.values), *(("ages", name) for name in case.ages)):
            if name not in known:
                place = each.record.place(("cases", number, key, name), of_key=True)
                yield unknown(
                    "REF02", place, name, known, criterion=each.id, measure=name, known=listing(sorted(known))
                )
                return
        result = outcome(each.model, case, edition)
        if differs(case, result):
            yield problem(
                "RULE61",
                each.record.place(("cases", number, "expect")),
                case=case.title,
                promised=Words(_promised(case)),
                concluded=Words(_concluded(result)),
            )


def _promised(case: WorkedCase) -> str:
    return f"step {case.step}" if case.expect is Expected.STEP else case.expect.value.replace("_", " ")


def _concluded(result: Result) -> str:
    if result.state is State.MET:
        return f"step {result.step}"
    return "evidence too old" if result.state is State.STALE else result.state.value.replace("_", " ")
