"""RULE30 to RULE59: what assessors, reviewers and the board do, and when."""

from __future__ import annotations

from citylabel.messages.message import Message

ACTS = (
    Message(
        code="RULE30",
        title="Too few assessors",
        why="Findings are written apart by two people, so that none rests on one person's view.",
        sentence="The evaluation was closed by {given} of {asked} assessors.",
        repair="Name {asked} assessors, or leave closed_on out until there are.",
        sample_bad="closed_on: 2028-06-01\nassessors:\n  - {party: a-1, interests: None.}",
        sample_good=(
            "closed_on: 2028-06-01\nassessors:\n  - {party: a-1, interests: None.}\n  - {party: a-2, interests: None.}"
        ),
    ),
    Message(
        code="RULE31",
        title="One person in two roles",
        why="Whoever assessed may not review, and whoever assessed or reviewed may not decide (ISO/IEC 17065).",
        sentence="{party} {first} and {second} the same case.",
        repair="Let someone else do one of the two.",
        sample_bad="assessors: [{party: p-1, ...}]\nreviewer: p-1",
        sample_good="assessors: [{party: p-1, ...}]\nreviewer: p-2",
    ),
    Message(
        code="RULE32",
        title="A party without that role",
        why="Only people named for a role may take it.",
        sentence="{party} is not named as {role}.",
        repair="Choose a party with that role, or add the role in data/parties.yml.",
        sample_bad="reviewer: board-1",
        sample_good="reviewer: reviewer-1",
    ),
    Message(
        code="RULE33",
        title="Acts in the wrong order",
        why="Each act rests on the one before it.",
        sentence="{later} on {day}, before {earlier} ({limit}).",
        repair="Correct the dates.",
        sample_bad="opened_on: 2028-06-01\nclosed_on: 2028-05-01",
        sample_good="opened_on: 2028-05-01\nclosed_on: 2028-06-01",
    ),
    Message(
        code="RULE34",
        title="Decided before the open challenge was over",
        why="Everyone has the same time to object before a decision.",
        sentence="Decided on {day}; the open challenge of {days} days runs until {limit}.",
        repair="Decide after that day.",
        sample_bad="submitted_on: 2028-03-01\ndecided_on: 2028-03-10",
        sample_good="submitted_on: 2028-03-01\ndecided_on: 2028-07-01",
    ),
    Message(
        code="RULE35",
        title="A decision that what came before it does not allow",
        why="A label that is not in force cannot be suspended, and one that is not suspended cannot be restored.",
        sentence="{decision} {id} is not possible while {state}.",
        repair="{allowed}",
        sample_bad="decisions:\n  - {id: d1, decision: restoration, ...}",
        sample_good=(
            "decisions:\n"
            "  - {id: d1, decision: grant, ...}\n"
            "  - {id: d2, decision: suspension, ...}\n"
            "  - {id: d3, decision: restoration, ...}"
        ),
    ),
    Message(
        code="RULE36",
        title="Decisions that do not stand oldest first",
        why="The file is added to and never changed; the order shows that.",
        sentence="The decision {id} of {day} stands after one of {before}.",
        repair="Put the oldest first.",
        sample_bad="decisions:\n  - {id: d2, decided_on: 2029-01-01, ...}\n  - {id: d1, decided_on: 2028-01-01, ...}",
        sample_good="decisions:\n  - {id: d1, decided_on: 2028-01-01, ...}\n  - {id: d2, decided_on: 2029-01-01, ...}",
    ),
    Message(
        code="RULE37",
        title="A grant without what it rests on",
        why="A label is granted on a closed evaluation that someone else found sufficient.",
        sentence="The grant {id} rests on no {missing}.",
        repair="Add it, or take the grant out.",
        sample_bad="decisions.yml without review.yml",
        sample_good="decisions.yml, evaluation.yml with closed_on, and review.yml with outcome: sufficient",
    ),
    Message(
        code="RULE38",
        title="A grant of the wrong length",
        why="Every label ends, after the time the edition gives.",
        sentence="The grant {id} from {start} runs until {until}; it may run until {latest}.",
        repair="Let it end between its first day and {latest}.",
        sample_bad="effective_on: 2028-07-01\nuntil: 2038-06-30",
        sample_good="effective_on: 2028-07-01\nuntil: 2031-06-30",
    ),
    Message(
        code="RULE39",
        title="A grant above what the findings support",
        why="The level follows from the findings by the edition's rule, not from the board's wish.",
        sentence="The decision {id} is for {granted}, but the findings support {supported}.",
        repair="{instead}, or correct the findings. For {above}, {missing}.",
        sample_bad="level: gold   # the findings give silver",
        sample_good="level: silver",
    ),
    Message(
        code="RULE40",
        title="Committed without what it asks",
        why="The status stands for a promise with dates; without them it promises nothing.",
        sentence="The grant {id} is for {granted}, but {missing}.",
        repair="Complete the application before it is granted.",
        sample_bad="level: committed   # and no commitment for a missing prerequisite",
        sample_good="commitments:\n  - {criterion: d1, step: 1, by: 2029-03-01, ...}",
    ),
    Message(
        code="RULE41",
        title="An answer without a finding",
        why="Not assessed is not the same as not met; a closed evaluation leaves nothing open.",
        sentence="The evaluation is closed, but there is no finding on {criterion}.",
        repair="Add a finding, or leave closed_on out.",
        sample_bad="closed_on: 2028-06-01\nfindings: {}",
        sample_good="closed_on: 2028-06-01\nfindings:\n  a1: {outcome: confirmed, reason: ...}",
    ),
    Message(
        code="RULE42",
        title="A finding that does not fit the answer",
        why="A correction needs the corrected value, and only a claim of not applicable can be found so.",
        sentence="The finding on {criterion} is {outcome}, but {fault}.",
        repair="Correct the outcome, or add what is missing.",
        sample_bad="b2: {outcome: corrected, reason: Four of ten were forms to print.}",
        sample_good=(
            "b2: {outcome: corrected, reason: Four of ten were forms., values: {online_share: {n: 48, d: 143}}}"
        ),
    ),
    Message(
        code="RULE43",
        title="Invented and real are mixed",
        why="An invented assessor cannot judge a real place, and a real one must not seem to judge an invented place.",
        sentence="{party} is {found}, but the place is {whose}.",
        repair="Use parties marked specimen: true for specimens only.",
        sample_bad="specimen: true   # assessed by a real party",
        sample_good="specimen: true   # assessed by a party with specimen: true",
    ),
    Message(
        code="RULE44",
        title="A decided case without city.yml",
        why="When an application is accepted, the body writes down the identity of the place.",
        sentence="There is an evaluation or a decision, but no city.yml.",
        repair="Write city.yml from the place in the application.",
        sample_bad="data/cities/fi-birkavik/2026/decisions.yml",
        sample_good="data/cities/fi-birkavik/city.yml and data/cities/fi-birkavik/2026/decisions.yml",
    ),
    Message(
        code="RULE45",
        title="Committed too often",
        why="The status is a way to the label; a promise that is renewed for ever is none.",
        sentence="With the grant {id}, {level} is granted {given} times; it may be granted {most} times.",
        repair="Grant a level that the findings support, or refuse the label.",
        sample_bad="three cases, each granted as committed",
        sample_good="two cases granted as committed, the third as bronze",
    ),
    Message(
        code="RULE46",
        title="A review of nothing",
        why="A review looks at findings that were handed over; before that there is nothing to look at.",
        sentence="The case was reviewed, but the evaluation {missing}.",
        repair="Add evaluation.yml with closed_on, or take review.yml out.",
        sample_bad="review.yml beside an evaluation.yml without closed_on",
        sample_good="review.yml beside an evaluation.yml with closed_on",
    ),
    Message(
        code="RULE47",
        title="A challenge without an answer",
        why="Whoever objected, and everyone who read it, must see what came of it.",
        sentence="The evaluation is closed, but the challenge {id} has no {missing}.",
        repair="Add outcome and reason, or leave closed_on out.",
        sample_bad="challenges:\n  - {id: ch1, received_on: 2028-03-09, by: a resident, text: The form is a PDF.}",
        sample_good=(
            "challenges:\n"
            "  - id: ch1\n"
            "    ...\n"
            "    outcome: upheld\n"
            "    reason: Two of ten forms were PDFs; the share was corrected."
        ),
    ),
    Message(
        code="RULE48",
        title="A place that follows itself",
        why="Who looks for what became of a place must come to an end.",
        sentence="The places that follow {city} lead back to it.",
        repair="Name only places that came after it.",
        sample_bad="succeeded_by:\n  places: [fi-birkavik]   # in data/cities/fi-birkavik/city.yml",
        sample_good="succeeded_by:\n  places: [fi-suurlahti]",
    ),
)
