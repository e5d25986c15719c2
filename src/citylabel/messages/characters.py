"""TEXT: characters and language."""

from __future__ import annotations

from citylabel.messages.message import Message
from citylabel.problems import Severity

MESSAGES = (
    Message(
        code="TEXT01",
        title="A control character",
        why="Control characters cannot be seen, break pages, tables and terminals, and are often "
        "left behind by a program one has copied from.",
        sentence="The text holds the control character {sign}.",
        repair="Delete it; if it stood for a space or a new line, type that instead.",
        sample_bad='name: "Bi\\0rkavik"',
        sample_good="name: Birkavik",
    ),
    Message(
        code="TEXT02",
        title="A line separator that is no line break",
        why="Some programs see a new line here and others do not, so that the same record would "
        "say different things to different readers.",
        sentence="The text holds the separator {sign}, which only some programs take for a new line.",
        repair="Delete it and press Enter, or type a space.",
        sample_bad='note: "One street.\\u2028Two squares."',
        sample_good='note: "One street. Two squares."',
    ),
    Message(
        code="TEXT03",
        title="A sign that turns the reading direction",
        why="Direction signs are invisible and can make a text show something else than it says. "
        "Pages set the direction of each language themselves.",
        sentence="The text holds the direction sign {sign}, which can show letters in another "
        "order than they are written.",
        repair="Delete it; right-to-left text needs none here.",
        sample_bad='name: "\\u202Ekivakrib"',
        sample_good="name: birkavik",
    ),
    Message(
        code="TEXT04",
        title="An invisible character",
        why="Two names that look the same would be two different names, and a search for one would not find the other.",
        sentence="The text holds the invisible character {sign}.",
        repair="Delete it; type the words around it afresh if you cannot see it.",
        sample_bad='name: "Birka\\u200Bvik"',
        sample_good="name: Birkavik",
    ),
    Message(
        code="TEXT05",
        title="A number that is no character",
        why="Unicode gives this number to no character, so it cannot be shown, and files that "
        "hold it cannot be written by every program.",
        sentence="The text holds {sign}, which is no character.",
        repair="Delete it, or type the character that was meant.",
        sample_bad='note: "Contact \\uFFFE us"',
        sample_good="note: Contact us",
    ),
    Message(
        code="TEXT06",
        title="A character that only one font knows",
        why="Private characters (often bullets or icons from a word processor) show as empty "
        "boxes elsewhere, and a screen reader cannot say them.",
        sentence="The text holds {sign}, which has no public meaning.",
        repair="Replace it by an ordinary character: a hyphen, a word, a letter.",
        sample_bad='note: "\\uF0B7 free of charge"',
        sample_good="note: free of charge",
    ),
    Message(
        code="TEXT07",
        title="A damaged character",
        why="A program could not read the letter that stood here and put a question mark in "
        "its place: the text has lost something.",
        sentence="The text holds the sign for a lost character, {sign}.",
        repair="Type the letter that was there, and save the file as UTF-8.",
        sample_bad="name: K\N{REPLACEMENT CHARACTER}lnhagen",
        sample_good="name: Kölnhagen",
    ),
    Message(
        code="TEXT08",
        severity=Severity.HINT,
        title="A word with letters of two alphabets",
        why="Letters of different alphabets can look the same. A name with such a letter cannot "
        "be found by searching, and can pass for another name.",
        sentence="The word {word} has letters of two alphabets ({scripts}).",
        repair="If that is not intended, type the word again with one keyboard.",
        sample_bad="name: P\N{CYRILLIC SMALL LETTER A}rdalen",
        sample_good="name: Pardalen",
    ),
)
