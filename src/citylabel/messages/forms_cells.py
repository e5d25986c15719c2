"""FORM: single cells of the questionnaire, and cells that do not go together."""

from __future__ import annotations

from citylabel.messages.message import Message

MESSAGES = (
    Message(
        code="FORM07",
        title="An empty cell",
        why="The row says nothing without it.",
        sentence="Row {key} has nothing in the column {column}.",
        repair="Fill in the cell. The column `write` says what belongs there.",
        sample_bad="base.inhabitants | value: 47120 | date: ",
        sample_good="base.inhabitants | value: 47120 | date: 2028-01-01",
    ),
    Message(
        code="FORM08",
        title="A cell that the row has no use for",
        why="What stands in it would be lost.",
        sentence="Row {key} has no use for the column {column}.",
        repair="Move the text to one of {known}, or empty the cell.",
        sample_bad="a1.principles_with_action | n: 8",
        sample_good="a1.principles_with_action | value: 8",
    ),
    Message(
        code="FORM09",
        title="A formula or an error value",
        why="The import does not calculate; what the spreadsheet shows may not be what it saved.",
        sentence="{value} is a formula or an error of the spreadsheet.",
        repair="Write the result itself.",
        sample_bad="=112+31",
        sample_good="143",
    ),
    Message(
        code="FORM10",
        title="Not a number",
        why="It is counted and compared exactly, and 1.234 may mean two different numbers.",
        sentence="A number is needed here, not {value}.",
        repair="Write digits only, without a unit and without a sign between thousands.",
        sample_bad="1.234 services",
        sample_good="1234",
    ),
    Message(
        code="FORM11",
        title="Not a date that can be read in one way",
        why="3/4/2028 is in March in one country and in April in another.",
        sentence="A date is needed here, not {value}.",
        repair="Write year-month-day, for example 2028-04-03, and format the cell as text.",
        sample_bad="spring 2028",
        sample_good="2028-04-03",
    ),
    Message(
        code="FORM12",
        title="Not one of the words that are possible",
        why="Programs and people count by this word.",
        sentence="{value} is not possible here.",
        repair="{did_you_mean}Possible are {known}.",
        sample_bad="a1 | value: perhaps",
        sample_good="a1 | value: not met",
    ),
    Message(
        code="FORM13",
        title="Values without evidence",
        why="Anyone must be able to see where a number comes from.",
        sentence="Criterion {key} has values and no evidence.",
        repair="Fill in at least one of its rows for evidence.",
        sample_bad="b2 | value: values",
        sample_good="b2 | value: values\nb2.evidence.1 | link: https://www.town.example/services",
    ),
    Message(
        code="FORM14",
        title="A row that does not go with the answer",
        why="Who answers `not met` or `not applicable` gives no values.",
        sentence="Row {key} is filled in, but the answer is {answer}.",
        repair="Empty this row, or answer `values`.",
        sample_bad="b2 | value: not met\nb2.online_share | n: 12 | d: 40",
        sample_good="b2 | value: values\nb2.online_share | n: 12 | d: 40",
    ),
)
