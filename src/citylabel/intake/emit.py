"""Content becomes the text of a record: always the same text, and always read back as the same content.

A word is left without quotes only where it cannot mean anything else, to our reader or to another:
whatever begins with a digit or a sign, `no`, `on` and `null` are quoted. A property test writes and
reads back.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from citylabel.source.scalars import Written, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINE = 100
"""A longer text of one paragraph is folded at its blanks."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w.,;/()+&%\u2013\u2019'-]|:(?=[\w/])| (?=[\w/(+&%\u2013\u2019'-]))*")
"""A word or a line without any sign that could end it: no `: `, no ` #`, no bracket, no quote at its head."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LINK = re.compile(r"https://[A-Za-z0-9./?=&_~%+-]+")
_WORDS_OF_OTHERS = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""What readers of YAML 1.1 take for something else than text."""
_FOLDS = re.compile(r"[^ \t\r\n]+(?: [^ \t\r\n]+)+")
_LINES = re.compile(r"[^ \t\r\n][^\r\n]*(?:\n(?:[^ \t\r\n][^\r\n]*)?)*\n[^ \t\r\n][^\r\n]*")


def emit(content: Mapping[str, Any], *, schema: str = "") -> str:
    """Write content as the text of a record.

    Args:
        content: text, whole numbers, `Written`, truth values and None, in mappings and lists.
        schema: address of the JSON Schema, named in the first line for editors; empty: none.
    """
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    body = list(_mapping(content, 0)) if content else ["{}"]
    return "\n".join([*head, *body]) + "\n"


def scalar(value: object) -> str:
    """Write one value on one line.

    Raises:
        TypeError: it is no value that a record can hold.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | Written():
            return repr(value)
        case str():
            return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    raise TypeError(f"a record cannot hold {type(value).__name__}")


def _is_plain(text: str) -> bool:
    if text.casefold() in _WORDS_OF_OTHERS or resolve(text or "~") != text:
        return False
    return any(form.fullmatch(text) for form in (_PLAIN, _DAY, _LINK))


def _mapping(content: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, value in content.items():
        yield from _entry(f"{'  ' * depth}{scalar(key)}:", value, depth)


def _entry(head: str, value: object, depth: int) -> Iterator[str]:
    match value:
        case dict() if value and not _is_short(value):
            yield head
            yield from _mapping(value, depth + 1)
        case list() if value:
            yield head
            yield from _sequence(value, depth + 1)
        case _:
            yield from _value(head, value, depth)


def _sequence(values: list[Any], depth: int) -> Iterator[str]:
    for value in values:
        head = f"{'  ' * depth}-"
        if isinstance(value, dict) and value and not _is_short(value):
            first, *rest = _mapping(value, depth + 1)
            yield f"{head} {first.lstrip(' ')}"
            yield from rest
        elif isinstance(value, list) and value:
            first, *rest = _sequence(value, depth + 1)
            yield f"{head} {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _value(head, value, depth)


def _value(head: str, value: object, depth: int) -> Iterator[str]:
    indent = "  " * (depth + 1)
    if isinstance(value, str) and _LINES.fullmatch(value):
        yield f"{head} |-"
        yield from (f"{indent}{line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, str) and len(value) > LINE and _FOLDS.fullmatch(value):
        yield f"{head} >-"
        yield from (indent + line for line in _folded(value))
    else:
        yield f"{head} {_short(value)}"


def _folded(text: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > LINE:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _short(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {scalar(each)}" for key, each in value.items()) + "}"
    return "[]" if value == [] else scalar(value)


def _is_short(group: dict[str, Any]) -> bool:
    """Whether a group fits on a line: numbers and truth values only, such as `{n: 112, d: 143}`."""
    return all(isinstance(value, (int, float)) and _is_simple(key) for key, value in group.items())


def _is_simple(key: str) -> bool:
    return re.fullmatch(r"[a-z][a-z_]*", key) is not None
