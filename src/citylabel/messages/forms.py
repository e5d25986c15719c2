"""FORM: the questionnaire that was filled in as a table."""

from __future__ import annotations

from citylabel.messages import forms_cells
from citylabel.messages.message import Message

MESSAGES = (
    Message(
        code="FORM01",
        title="A table that is not UTF-8",
        why="In another encoding letters such as ä, č or λ become other letters, and nobody notices.",
        sentence="The table is not UTF-8 text.",
        repair='Save it again as "CSV UTF-8"; in LibreOffice choose the character set "Unicode (UTF-8)".',
        sample_bad="Koivulahti saved as Windows-1252",
        sample_good="Koivulahti saved as CSV UTF-8",
    ),
    Message(
        code="FORM02",
        title="A table that cannot be read",
        why="Nothing in it can be relied on.",
        sentence="The table cannot be read from here on: {said}.",
        repair="Save it again as CSV from your spreadsheet program, and do not edit it by hand.",
        sample_bad='place.kind,,,"city',
        sample_good='place.kind,,,"city"',
    ),
    Message(
        code="FORM03",
        title="A column is missing",
        why="The columns are found by their headings in the first row.",
        sentence="There is no column with the heading {column}.",
        repair="Put the heading back as it is in the published questionnaire.",
        sample_bad="row,asks,write,answer",
        sample_good="row,asks,write,value",
    ),
    Message(
        code="FORM04",
        title="An unknown column",
        why="Nobody would read what stands in it.",
        sentence="There is no column {column} in the questionnaire.",
        repair="{did_you_mean}Remove the column, or move its text into the column `note`.",
        sample_bad="row,asks,write,value,remarks",
        sample_good="row,asks,write,value,note",
    ),
    Message(
        code="FORM05",
        title="An unknown row",
        why="The first column says what a row answers, so its text must stay as it is.",
        sentence="There is no row {key} in the questionnaire.",
        repair="{did_you_mean}Put the text of the first column back, or empty the row.",
        sample_bad="b2.online share",
        sample_good="b2.online_share",
    ),
    Message(
        code="FORM06",
        title="A row that is there twice",
        why="It cannot be known which of the two is meant.",
        sentence="The row {key} is there already, as row {first}.",
        repair="Remove one of the two, or give it the next free number.",
        sample_bad="b2.evidence.1\nb2.evidence.1",
        sample_good="b2.evidence.1\nb2.evidence.2",
    ),
    *forms_cells.MESSAGES,
)
