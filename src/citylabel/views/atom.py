"""Atom feeds (RFC 4287), written by a real XML writer.

Ids are tag: addresses (RFC 4151): they name a host that the body held on a day. Times are those of the records, at
midnight UTC: a feed that says nothing new is the same file.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot say at all (section 2.2, Char)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry."""

    id: str
    title: str
    on: date
    page: str
    """Full address of the page it speaks of."""
    text: str
    """Plain text; empty where the title says it all."""
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed."""

    id: str
    address: str
    """Its own full address."""
    page: str
    """Full address of the page it follows."""
    title: str
    author: str
    rights: str
    language: str
    since: date
    """Date of an empty feed."""
    entries: tuple[Entry, ...]
    """Newest first."""


def tag(authority: str, on: date, *parts: str) -> str:
    """Give an id: `tag:label.example,2030-06-15:cities/fi-x/2026/d1`.

    Args:
        authority: an address of the body: its host is the authority, its path parts labels on one host.
        on: a day on which the body held that host.
        parts: what tells the thing apart.
    """
    address = urlsplit(authority)
    path = address.path.strip("/")
    return f"tag:{address.hostname},{on.isoformat()}:{'/'.join((path, *parts) if path else parts)}"


def written(feed: Feed) -> bytes:
    """Write a feed as UTF-8."""
    top = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _line(top, "id", feed.id)
    _line(top, "title", feed.title)
    _line(top, "updated", _moment(max((entry.on for entry in feed.entries), default=feed.since)))
    _line(ET.SubElement(top, "author"), "name", feed.author)
    _line(top, "rights", feed.rights)
    ET.SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
    _page(top, feed.page)
    _entries(top, feed.entries)
    text: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entries(top: ET.Element, entries: Iterable[Entry]) -> None:
    for entry in entries:
        item = ET.SubElement(top, "entry")
        _line(item, "id", entry.id)
        _line(item, "title", entry.title)
        _line(item, "published", _moment(entry.on))
        _line(item, "updated", _moment(entry.on))
        _page(item, entry.page)
        for term in entry.categories:
            ET.SubElement(item, "category", {"term": term})
        if entry.text:
            _line(item, "content", entry.text)


def _page(parent: ET.Element, address: str) -> None:
    ET.SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": address})


def _line(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = sayable(text)


def sayable(text: str) -> str:
    """Give a text without the characters that no XML can hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
