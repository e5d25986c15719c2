"""YAML: how large and how deep a record may be."""

from __future__ import annotations

from citylabel.messages.message import Message

MESSAGES = (
    Message(
        code="YAML03",
        title="The file is too large",
        why="A record is read by people; a limit also keeps one file from stopping everything.",
        sentence="The file has {size} bytes; at most {most} are read.",
        repair="Shorten the texts and link to documents instead of copying them.",
        sample_bad="note: (200,000 characters of minutes)",
        sample_good="note: The minutes are linked as evidence.",
    ),
    Message(
        code="YAML18",
        title="Nested too deeply",
        why="No record needs that depth; it is a slip of brackets or indentation, or an attack.",
        sentence="The value is nested more than {most} levels deep.",
        repair="Check the brackets and the indentation above this place.",
        sample_bad="a: [[[[[[[[[[[[[1]]]]]]]]]]]]]",
        sample_good="a: [1]",
    ),
    Message(
        code="YAML19",
        title="Too many values",
        why="A record is read by people; a limit also keeps one file from stopping everything.",
        sentence="The file has more than {most} values.",
        repair="Shorten the lists and link to documents instead of copying them.",
        sample_bad="list: [1, 2, 3, ... 30,000]",
        sample_good="count: 30000",
    ),
    Message(
        code="YAML20",
        title="A very long text",
        why="Nobody reads it on a page, and it belongs into a document that the record links to.",
        sentence="The text has {size} characters; at most {most} are read.",
        repair="Shorten it, and link to the document it comes from.",
        sample_bad="note: (20,000 characters of minutes)",
        sample_good="note: The minutes are linked as evidence.",
    ),
)
