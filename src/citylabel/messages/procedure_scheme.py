"""RULE60 to RULE99: what an edition and the label itself say."""

from __future__ import annotations

from citylabel.messages.message import Message

SCHEME = (
    Message(
        code="RULE60",
        title="Points that do not fit the steps",
        why="Each step needs its points, and more steps may not give fewer.",
        sentence="The points {points} {fault}.",
        repair="Give one number for step 0 and one for each step, not falling.",
        sample_bad="points: [0, 1]   # and criteria with three steps",
        sample_good="points: [0, 1, 2, 3]",
    ),
    Message(
        code="RULE61",
        title="A worked case that does not come out as promised",
        why="Worked cases show what a criterion means; one that the rules contradict misleads everybody.",
        sentence="The case {case} promises {promised}, but the rules conclude {concluded}.",
        repair="Correct the case, or the step it shows.",
        sample_bad="values: {online_share: {n: 89, d: 120}}\nexpect: step\nstep: 2",
        sample_good="values: {online_share: {n: 89, d: 120}}\nexpect: step\nstep: 1",
    ),
    Message(
        code="RULE62",
        title="A frozen edition that has changed",
        why=(
            "Places are judged by the edition they applied under. If its criteria moved afterwards, nobody could say "
            "what a label was granted for."
        ),
        sentence="Edition {edition} {said}.",
        repair=(
            "The command `citylabel digest {id}` prints the digest of the records as they are now. It is recorded "
            "once, when the edition is put in force. After that, a correction of words is listed under errata, and "
            "everything else belongs into the next edition."
        ),
        sample_bad="in_force_on: 2028-01-01\n# and then a threshold in b2.yml goes from 3/4 to 2/3",
        sample_good="# b2.yml as it was; the new threshold stands in the draft of the next edition",
    ),
    Message(
        code="RULE63",
        title="An erratum that does not fit",
        why="An erratum corrects words and leaves the words before it readable. Anything else would be a new rule.",
        sentence="An erratum of edition {edition} does not fit: {reason}.",
        repair=(
            "Name the criterion, the field as a path such as /steps/0/asks, and under was the whole text before. "
            "A change of numbers, conditions or ids belongs into the next edition."
        ),
        sample_bad="errata:\n  - {on: 2028-03-01, criterion: b2, field: /steps/0/when, ...}",
        sample_good="errata:\n  - {on: 2028-03-01, criterion: b2, field: /steps/0/asks, was: Half the services., ...}",
    ),
    Message(
        code="RULE64",
        title="A criterion that got lost between two editions",
        why="Whoever answered a criterion must be able to see what became of it, and where a new one comes from.",
        sentence="The criterion {criterion} of {edition} is accounted for {said}.",
        repair=(
            "Name each criterion of the edition before in exactly one entry of became. Name each criterion of this "
            "edition there, or under new."
        ),
        sample_bad="became:\n  - {criteria: [a1], fate: kept, reason: ...}   # and a2 is never named",
        sample_good="became:\n  - {criteria: [a1, a2], fate: kept, reason: ...}",
    ),
    Message(
        code="RULE65",
        title="What became of a criterion does not fit its word",
        why="The page that shows the differences is made from these entries.",
        sentence="This entry {said}.",
        repair=(
            "What is kept has no file in this edition, and what is amended has one under the same id. One criterion is "
            "split into at least two, at least two are merged into one, and what is retired becomes nothing. New "
            "criteria have an id that was never used before."
        ),
        sample_bad="became:\n  - {criteria: [c1, c2], fate: merged, reason: ...}",
        sample_good="became:\n  - {criteria: [c1, c2], fate: merged, into: [c1], reason: ...}",
    ),
    Message(
        code="RULE66",
        title="A draft that is used as an edition",
        why="A draft still changes. Nobody may be judged by it, and it must be open to comment before it is in force.",
        sentence="Edition {edition} is a draft: it has not been proposed.",
        repair="Use an edition that has been proposed, or give this one the date proposed_on first.",
        sample_bad='edition: "2029"   # and 2029/edition.yml has no proposed_on',
        sample_good='edition: "2026"',
    ),
    Message(
        code="RULE90",
        title="An address that does not exist yet",
        why="Addresses under .example are reserved for examples and can never exist, so links to them lead nowhere.",
        sentence="The address {name} is {address}, which is only a placeholder.",
        repair="Put the real address into data/label.yml, or set the variable {variable} where the site is published.",
        sample_bad="addresses:\n  site: https://label.example/",
        sample_good="addresses:\n  site: https://label.town.eu/",
    ),
)
