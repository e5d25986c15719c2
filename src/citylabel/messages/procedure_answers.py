"""RULE01 to RULE29: what an application and its updates say."""

from __future__ import annotations

from citylabel.messages.message import Message
from citylabel.problems import Severity

ANSWERS = (
    Message(
        code="RULE01",
        title="A value of the wrong kind",
        why="A share, a number, a date and a yes are compared in different ways; the wrong one cannot be judged.",
        sentence="{measure} is {asked}, but {given} was given.",
        repair="{did_you_mean}Write it like this: {sample}.",
        sample_bad="values: {online_share: 78}",
        sample_good="values: {online_share: {n: 112, d: 143}}",
    ),
    Message(
        code="RULE02",
        title="More counted than there is",
        why="A share above the whole is a slip of the pen, and would reach every threshold.",
        sentence="{measure} counts {n} out of {d}.",
        repair="Look whether n and d were exchanged.",
        sample_bad="values: {online_share: {n: 143, d: 112}}",
        sample_good="values: {online_share: {n: 112, d: 143}}",
    ),
    Message(
        code="RULE03",
        title="A value above the largest possible",
        why="It would reach thresholds that nobody can reach.",
        sentence="{measure} is {value}, but the most there can be is {largest}.",
        repair="Count again, up to {largest}.",
        sample_bad="values: {principles_with_action: 9}",
        sample_good="values: {principles_with_action: 8}",
    ),
    Message(
        code="RULE04",
        title="A date that lies in the future",
        why="What has not happened cannot show anything, and an age cannot be counted from it.",
        sentence="{what} is {day}, which is after {limit_of} ({limit}).",
        repair="Correct the date.",
        sample_bad="submitted_on: 2028-03-01\n...\nas_of: 2028-04-01",
        sample_good="submitted_on: 2028-03-01\n...\nas_of: 2028-02-01",
    ),
    Message(
        code="RULE05",
        title="A window that is too short, too long or too old",
        why="Yearly figures can be compared only over the same length of time, and not too long ago.",
        sentence="The window from {start} to {end} {fault}.",
        repair="Choose {months} months in a row that ended at most {within} months before the application.",
        sample_bad="window: {start: 2027-01-01, end: 2027-06-30}",
        sample_good="window: {start: 2027-01-01, end: 2027-12-31}",
    ),
    Message(
        code="RULE06",
        title="A top list of the wrong length",
        why="The top list is the denominator of many measures; with another length shares cannot be compared.",
        sentence="The top list has {given}, but this place lists {asked}.",
        repair="List the {asked} with most finished cases.",
        sample_bad="top_list:\n  - {name: Parking permit, cases: 4100}",
        sample_good=(
            "top_list:   # ten services, five for small places\n  - {name: Parking permit, cases: 4100}\n  - ..."
        ),
    ),
    Message(
        code="RULE07",
        title="Too much is not applicable",
        why="What is not applicable leaves the count; too much of it would lift the share of a theme.",
        sentence="Criteria of theme {theme} said to be not applicable: {given}; allowed: {most}.",
        repair="Answer the others with values or not_met.",
        sample_bad=(
            "f3: {answer: not_applicable, ...}\nf4: {answer: not_applicable, ...}\nf2: {answer: not_applicable, ...}"
        ),
        sample_good="f3: {answer: not_applicable, ...}\nf4: {answer: not_applicable, ...}\nf2: {answer: not_met}",
    ),
    Message(
        code="RULE08",
        title="A value that only assessors give",
        why="Some measures are taken by the assessors, so that every place is measured alike.",
        sentence="{measure} is measured by the assessors.",
        repair="Leave it out of the application.",
        sample_bad="values: {security_checks: 6}",
        sample_good="values: {}",
    ),
    Message(
        code="RULE09",
        title="A commitment whose day has passed before it was made",
        why="A promise needs time; one for yesterday only looks like one.",
        sentence="The commitment {id} is due on {day}, but was only made on {made}.",
        repair="Give a day after {made}.",
        sample_bad="submitted_on: 2028-03-01\ncommitments:\n  - {id: c1, by: 2028-02-01, ...}",
        sample_good="submitted_on: 2028-03-01\ncommitments:\n  - {id: c1, by: 2028-12-01, ...}",
    ),
    Message(
        code="RULE10",
        title="Done, but nothing shows it",
        why="A commitment counts as kept only where anyone can see that it was.",
        sentence="The commitment {id} is said to be done without evidence.",
        repair="Add evidence, or leave it open.",
        sample_bad="progress:\n  - {commitment: c1, state: done, note: Finished.}",
        sample_good=(
            "progress:\n"
            "  - commitment: c1\n"
            "    state: done\n"
            "    note: Finished.\n"
            "    evidence:\n"
            "      - {id: c1-1, ...}"
        ),
    ),
    Message(
        code="RULE11",
        title="A step that the criterion does not have",
        why="Nothing can reach it.",
        sentence="{criterion} has no step {step}.",
        repair="Give a step from 1 to {most}.",
        sample_bad="commitments:\n  - {criterion: a1, step: 5, ...}",
        sample_good="commitments:\n  - {criterion: a1, step: 3, ...}",
    ),
    Message(
        code="RULE12",
        title="A specimen that points to a real site, or a real place that points to an invented one",
        why="Invented places must never be taken for real ones, and real ones never rest on invented evidence.",
        sentence="{link} is {found}, but the place is {whose}.",
        repair="Links of specimens lie under .example, and only theirs do.",
        sample_bad="specimen: true\nwebsite: https://www.helsinki.fi/",
        sample_good="specimen: true\nwebsite: https://www.birkavik.example/",
    ),
    Message(
        code="RULE13",
        title="The id names another country",
        why="Ids and addresses never change, so they must be right from the start.",
        sentence="The id {city} begins with {prefix}, but the country is {country}.",
        repair="Name the folder {expected}-..., or correct the country.",
        sample_bad="data/cities/se-birkavik/city.yml with country: FI",
        sample_good="data/cities/fi-birkavik/city.yml with country: FI",
    ),
    Message(
        code="RULE14",
        title="The application states another place than city.yml",
        why="The body writes city.yml from the application; a difference may be a rename, or a mix-up.",
        sentence="The application states {stated} as {field}, city.yml has {recorded}.",
        repair="Look which is right; a new name belongs in city.yml.",
        sample_bad="city.yml: kind: city\napplication.yml: kind: region",
        sample_good="city.yml: kind: city\napplication.yml: kind: city",
        severity=Severity.HINT,
    ),
    Message(
        code="RULE15",
        title="Cases that are not numbered as they came",
        why="The number of a case shows which application followed which; addresses keep it for ever.",
        sentence="The case {later} was submitted on {day}, before the case {earlier} ({limit}).",
        repair="Exchange the names of the two folders, or correct the date.",
        sample_bad="2026/application.yml: submitted_on: 2029-03-01\n2026-2/application.yml: submitted_on: 2028-03-01",
        sample_good="2026/application.yml: submitted_on: 2028-03-01\n2026-2/application.yml: submitted_on: 2029-03-01",
    ),
    Message(
        code="RULE16",
        title="Two applications at the same time",
        why="A place is shown with one open application; a second one would hide the first before it is decided.",
        sentence="The case {later} was submitted on {day}, when the case {earlier} was not decided yet.",
        repair="Decide the earlier case first; an application that was taken back is refused with that reason.",
        sample_bad="2026/application.yml, without decisions.yml\n2026-2/application.yml",
        sample_good="2026/application.yml and 2026/decisions.yml\n2026-2/application.yml, submitted later",
    ),
    Message(
        code="RULE17",
        title="A group that does not say who it is",
        why="Residents must see whether theirs belongs to it, and a group is small only when its largest member is.",
        sentence="The group {fault}.",
        repair="Add {key}.",
        sample_bad="place: {kind: group, ...}\nbase: {inhabitants: ...}",
        sample_good="place: {kind: group, members: [Birkavik, Sundby], ...}\nbase: {largest_member: 6100, ...}",
    ),
)
