"""Parser events become content and marks, in one pass and with every defence on.

Nothing is composed or constructed by the YAML library: `yaml.load` on a stranger's bytes can be
made to crash the interpreter (25 kB of `[`) or to run for hours (431 bytes of merge keys). Events come one
by one, so reading stops at the first that goes too deep.
"""

from __future__ import annotations

import unicodedata
from typing import Any, Never

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from citylabel.messages import Words, listed, problem
from citylabel.problems import DataError, Place, Problem
from citylabel.source.characters import refused_in_value
from citylabel.source.record import Mark, Path, Record
from citylabel.source.scalars import resolve
from citylabel.source.scripts import mixed_words
from citylabel.source.syntax import explain
from citylabel.source.text import decode

MOST_NODES = 20_000
DEEPEST = 12
LONGEST_VALUE = 10_000
_TAGS = "tag:yaml.org,2002:"
_STARTS = (SequenceStartEvent, MappingStartEvent)
_ENDS = (SequenceEndEvent, MappingEndEvent)
ENGINE = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Who makes the events. PyYAML's own scanner makes the same ones, ten times more slowly."""


def parse(data: bytes, path: str) -> Record:
    """The record in a file's bytes; `path` is what problems call the file.

    Raises `DataError` with every problem of the file that can be found: after a slip in the
    syntax nothing below it can.
    """
    text, problems = decode(data, path)
    reader = Reader(text, path)
    content = reader.read()
    problems += reader.problems
    if problems:
        raise DataError(listed(problems))
    hints = tuple(mixed_words(text, path))
    return Record(path, content, reader.marks, hints)


def parse_quickly(data: bytes, path: str) -> Record:
    """The same record without the places of its values, in two thirds of the time.

    For records that are probably in order: whoever finds something to say about one reads it again with `parse`.
    Raises `DataError` as `parse` does.
    """
    text, problems = decode(data, path)
    reader = QuickReader(text, path)
    content = reader.read()
    if problems or reader.problems:
        return parse(data, path)
    return Record(path, content, {}, tuple(mixed_words(text, path)))


class _StopError(Exception):
    """Reading on makes no sense; what is wrong has been said."""


class Reader:
    """Reads one text: `read()` gives its content, then `marks` and `problems` hold the rest."""

    def __init__(self, text: str, path: str, engine: Any = ENGINE) -> None:  # noqa: ANN401 - two loader classes without a common type
        self._text = text
        self._path = path
        self._engine = engine
        # What is true of the text is true of its values, unless an escape makes it untrue.
        self._escapes = "\\" in text
        self._normal = text.isascii() or unicodedata.is_normalized("NFC", text)
        self._nodes = 0
        self.marks: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def read(self) -> dict[str, Any]:
        """The content of the one document; as far as it could be read, if there are problems."""
        content = None
        try:
            self._next = self._engine(self._text).get_event
            content = self._document()
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            self.problems.append(explain(error, self._text, self._path))
        return content if isinstance(content, dict) else {}

    def _document(self) -> object:
        self._next()  # the stream begins
        start = self._next()
        if start.__class__ is StreamEndEvent:
            self._stop("YAML15", Place(self._path))
        if start.version or start.tags:
            self._say("YAML21", self._place(start))
        first = self._next()
        content = self._node(first, (), 0)
        if first.__class__ is not MappingStartEvent:
            self._say_root(first, content)
        self._next()  # the document ends
        after = self._next()
        if after.__class__ is DocumentStartEvent:
            self._say("YAML14", self._place(after))
        return content

    def _say_root(self, event: yaml.Event, content: object) -> None:
        if content is None:
            self._say("YAML15", Place(self._path))
        else:
            found = "a list" if isinstance(content, list) else "a single value"
            self._say("YAML16", self._place(event), found=Words(found))

    # Values

    def _node(self, event: Any, path: Path, depth: int) -> object:  # noqa: ANN401 - an event of the untyped C module
        kind = event.__class__
        if kind is ScalarEvent:
            # libyaml calls the plain style "", PyYAML's own scanner None
            return self._text_of(event) if event.style else resolve(self._text_of(event))
        if kind is AliasEvent:
            self._say("YAML11", self._place(event), sign="*", what=Words("an alias"))
            return None
        if event.anchor is not None or event.tag is not None:
            self._say_extras(event)
        if depth >= DEEPEST:
            self._stop("YAML18", self._place(event), most=DEEPEST)
        collect = self._mapping if kind is MappingStartEvent else self._sequence
        content = collect(path, depth + 1)
        self._nodes += len(content)
        if self._nodes > MOST_NODES:
            self._stop("YAML19", self._place(event), most=MOST_NODES)
        return content

    def _mapping(self, path: Path, depth: int) -> dict[str, object]:
        content: dict[str, object] = {}
        following, marks = self._next, self.marks
        while (event := following()).__class__ is not MappingEndEvent:
            key = self._key(event, depth)
            value = following()
            where, there = event.start_mark, value.start_mark
            here = (*path, key)
            if key in content:
                self._say("YAML05", self._place(event), key=key, first=marks[here].key_line + 1)
            else:
                marks[here] = Mark(where.line, where.column, there.line, there.column)
            content[key] = self._node(value, here, depth)
        return content

    def _sequence(self, path: Path, depth: int) -> list[object]:
        content: list[object] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            here, start = (*path, len(content)), event.start_mark
            self.marks[here] = Mark(start.line, start.column, start.line, start.column)
            content.append(self._node(event, here, depth))
        return content

    def _key(self, event: Any, depth: int) -> str:  # noqa: ANN401 - an event of the untyped C module
        """The text of a key; a key that is something else is told and gets an unlikely name."""
        if event.__class__ is not ScalarEvent:
            self._say("YAML17", self._place(event), found=Words("A list or a group of keys"))
            self._skip(event, depth)
            return f"?{self._nodes}.{len(self.marks)}"
        key = self._text_of(event)
        if key == "<<":
            self._say("YAML12", self._place(event), key=key)
        elif not key:
            self._say("YAML17", self._place(event), found=Words("Nothing"))
        return key

    def _text_of(self, event: Any) -> str:  # noqa: ANN401 - an event of the untyped C module
        """The text of a scalar, in NFC, after a look at what its escapes made of it."""
        if event.anchor is not None or event.tag is not None:
            self._say_extras(event)
        value: str = event.value
        if len(value) > LONGEST_VALUE:
            self._say("YAML20", self._place(event), size=len(value), most=LONGEST_VALUE)
        if self._escapes and event.style == '"':
            self.problems.extend(refused_in_value(value, self._place(event)))
            return unicodedata.normalize("NFC", value)
        return value if self._normal else unicodedata.normalize("NFC", value)

    def _skip(self, event: yaml.Event, depth: int) -> None:
        """Read past a list or group in the place of a key."""
        open_ = 0
        while True:
            open_ += isinstance(event, _STARTS) - isinstance(event, _ENDS)
            if open_ == 0:
                return
            if depth + open_ > DEEPEST:
                self._stop("YAML18", self._place(event), most=DEEPEST)
            event = self._next()

    # Problems

    def _say_extras(self, event: Any) -> None:  # noqa: ANN401 - an event of the untyped C module
        if event.anchor is not None:
            self._say("YAML11", self._place(event), sign="&", what=Words("an anchor"))
        if event.tag is not None:
            self._say("YAML13", self._place(event), tag=event.tag.replace(_TAGS, "!!"))

    def _place(self, event: Any) -> Place:  # noqa: ANN401 - an event of the untyped C module
        return Place(self._path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _say(self, code: str, place: Place, **values: object) -> None:
        self.problems.append(problem(code, place, **values))

    def _stop(self, code: str, place: Place, **values: object) -> Never:
        self._say(code, place, **values)
        raise _StopError


class QuickReader(Reader):
    """Reads without noting where anything stands; `problems` only tells that there are some."""

    def _mapping(self, path: Path, depth: int) -> dict[str, object]:
        content: dict[str, object] = {}
        following = self._next
        while (event := following()).__class__ is not MappingEndEvent:
            key = self._key(event, depth)
            if key in content:
                self._stop("YAML05", self._place(event), key=key, first=0)
            content[key] = self._node(following(), path, depth)
        return content

    def _sequence(self, path: Path, depth: int) -> list[object]:
        content: list[object] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            content.append(self._node(event, path, depth))
        return content
