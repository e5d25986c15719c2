"""YAML: slips of the pen after which a file cannot be read on."""

from __future__ import annotations

from citylabel.messages.message import Message

_WHY = "The file cannot be read on from here, so nothing below this place has been looked at."

MESSAGES = (
    Message(
        code="YAML04",
        title="A tab in the indentation",
        why="Programs do not agree how wide a tab is, so nobody knows what belongs to what.",
        sentence="A tab stands where spaces are needed.",
        repair="Replace it by two spaces for each level.",
        sample_bad="place:\n\tname: Birkavik",
        sample_good="place:\n  name: Birkavik",
    ),
    Message(
        code="YAML06",
        title="Not readable as YAML",
        why=_WHY,
        sentence="The text cannot be read here: {said}.",
        repair="Look at this line and the one above; put text with special signs in quotes.",
        sample_bad="a: |x\n  text",
        sample_good="a: |\n  text",
    ),
    Message(
        code="YAML07",
        title="A colon is missing",
        why=_WHY,
        sentence="A colon is missing: a line is a key, a colon, a space and the value.",
        repair="Write `key: value`; indent a line that continues the text above.",
        sample_bad="name: Birkavik\ncountry",
        sample_good="name: Birkavik\ncountry: FI",
    ),
    Message(
        code="YAML08",
        title="A colon inside a text",
        why=_WHY,
        sentence="A colon and a space inside a text make it look like a key.",
        repair="Put the whole text in quotes; check the indentation if a key was meant.",
        sample_bad="title: Budget: who decides",
        sample_good='title: "Budget: who decides"',
    ),
    Message(
        code="YAML09",
        title="A quotation mark is missing",
        why=_WHY,
        sentence="The text that begins here with a quotation mark has no end.",
        repair="Add the same mark at its end; write a mark inside the text twice ('') or as \\\".",
        sample_bad='title: "Budget\nkind: page',
        sample_good='title: "Budget"\nkind: page',
    ),
    Message(
        code="YAML10",
        title="The indentation does not fit",
        why=_WHY,
        sentence="What begins here belongs neither to the value before it nor to the keys or the list around it.",
        repair="Let keys of the same group, and the - of the same list, begin in the same "
        "column; check the quotes of the value before.",
        sample_bad="place:\n    name: Birkavik\n  country: FI",
        sample_good="place:\n  name: Birkavik\n  country: FI",
    ),
    Message(
        code="YAML22",
        title="A text that begins with a special sign",
        why=_WHY,
        sentence="A text cannot begin with {sign} unless it is in quotes.",
        repair="Put the whole text in quotes.",
        sample_bad="contact: @birkavik",
        sample_good='contact: "@birkavik"',
    ),
    Message(
        code="YAML23",
        title="A backslash inside double quotes",
        why=_WHY,
        sentence="A backslash inside double quotes begins an escape, and this one is unknown.",
        repair="Use single quotes, or write the backslash twice.",
        sample_bad='folder: "C:\\Data"',
        sample_good="folder: 'C:\\Data'",
    ),
    Message(
        code="YAML24",
        title="A bracket is missing",
        why=_WHY,
        sentence="The {opening} that opens the list or group is not closed, or a comma is missing.",
        repair="Separate the values by commas and close it with {closing}.",
        sample_bad="languages: [fi, sv\nname: Birkavik",
        sample_good="languages: [fi, sv]\nname: Birkavik",
    ),
    Message(
        code="YAML25",
        title="A list in the middle of a line",
        why=_WHY,
        sentence="A list cannot begin here.",
        repair="Begin each entry on a line of its own, below its key and in line with the other "
        "entries; put a text that begins with a hyphen in quotes.",
        sample_bad="languages: - fi",
        sample_good="languages:\n  - fi",
    ),
)
