"""What the tests want to know about an HTML page, read by the standard library's parser.

Not by the scanner of `citylabel.site.links`: what checks the builder must not be the builder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
LOADED = frozenset({"src", "srcset", "poster", "data"})
ROWS = frozenset({"li", "tr", "dt", "dd", "figcaption", "caption", "option"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {"p"}
SCOPES = frozenset({"col", "row", "colgroup", "rowgroup"})


@dataclass(slots=True)
class Table:
    """What a reader of a table's headings meets."""

    captions: int = 0
    headings: int = 0
    headings_without_scope: int = 0


@dataclass(slots=True)
class Outline:
    """One page."""

    lang: str = ""
    title: str = ""
    robots: str = ""
    policy: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """Element, attribute and address of everything that is linked to or loaded."""
    refused: list[str] = field(default_factory=list)
    """Inline scripts and styles of any kind."""
    headings: list[int] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures_without_alt: int = 0
    classes: set[str] = field(default_factory=set)
    texts: list[tuple[int, str]] = field(default_factory=list)
    """Texts of the main part, each with the number of the row or paragraph it stands in."""
    tagged: set[int] = field(default_factory=set)
    """Numbers of rows and paragraphs that have a specimen's tag."""


def outline(text: str) -> Outline:
    """Read one page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Outline()
        self._open: list[tuple[str, int]] = []
        """Open elements, each with the number of the row that its content stands in."""
        self._tables: list[Table] = []
        self._count = 0
        self._main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        row = self._row(tag, values)
        self._note(tag, values, row)
        if tag == "main":
            self._main = True
        if tag == "table":
            self._tables.append(Table())
            self.found.tables.append(self._tables[-1])
        if tag not in VOID:
            self._open.append((tag, row))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._tables.pop()
        if tag == "main":
            self._main = False
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        tag, row = self._open[-1]
        if tag == "title" and not self.found.title:
            self.found.title = data
        elif tag in {"script", "style"} and data.strip():
            self.found.refused.append(f"<{tag}>{data[:60]}")
        elif self._main and data.strip():
            self.found.texts.append((row, data))

    def _row(self, tag: str, values: dict[str, str]) -> int:
        begins = tag in ROWS or (tag == "th" and values.get("scope") == "col")
        if begins or (tag in BLOCKS and not any(each in ROWS for each, _ in self._open)):
            self._count += 1
            return self._count
        return self._open[-1][1] if self._open else 0

    def _note(self, tag: str, values: dict[str, str], row: int) -> None:
        found = self.found
        self._note_addresses(tag, values)
        found.classes.update(values.get("class", "").split())
        if "u-tag--specimen" in values.get("class", "").split():
            found.tagged.add(row)
        match tag:
            case "html":
                found.lang = values.get("lang", "")
            case "meta" if values.get("name") == "robots":
                found.robots = values.get("content", "")
            case "meta" if values.get("http-equiv") == "Content-Security-Policy":
                found.policy = values.get("content", "")
            case "img":
                found.pictures_without_alt += "alt" not in values
            case "caption" if self._tables:
                self._tables[-1].captions += 1
            case "th" if self._tables:
                self._tables[-1].headings += 1
                self._tables[-1].headings_without_scope += values.get("scope", "") not in SCOPES
            case _ if tag in HEADINGS:
                found.headings.append(int(tag[1]))

    def _note_addresses(self, tag: str, values: dict[str, str]) -> None:
        found = self.found
        for name, value in values.items():
            if name == "id":
                found.ids.append(value)
            elif name == "style" or name.startswith("on"):
                found.refused.append(f"{name} on <{tag}>")
            elif name == "srcset":
                found.links += [(tag, name, part.split()[0]) for part in value.split(",")]
            elif name in {"href", "action", "formaction"} or (name in LOADED and (name != "data" or tag == "object")):
                found.links.append((tag, name, value))
