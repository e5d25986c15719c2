"""The crawler: does every link of the built site lead to something, and every anchor exist?

The pages are our own and well formed, so a scanner of tags is enough, and 20 times faster than
`html.parser`; a test compares the two on a built site.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_TAG = re.compile(r"""<([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_NAMES = "href|src|srcset|id|style|action|poster|data|on[a-z]+"
_ATTRIBUTE = re.compile(rf"""\s({_NAMES})\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SKIPPED = re.compile(r"<!--.*?-->|(<(script|style|textarea)\b[^>]*>).*?(?=</\2)", re.DOTALL)
_LOADED = frozenset({"src", "srcset", "poster", "data"})
_OUTSIDE = frozenset({"http", "https", "mailto", "tel", "data"})


@dataclass(slots=True)
class Scanned:
    """What one page links to, loads and offers as anchors."""

    links: list[tuple[str, str, str]] = field(default_factory=list)
    """Element, attribute and value of each address."""
    ids: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    """Anchors that stand there more than once."""
    forbidden: list[str] = field(default_factory=list)
    """What the policy of the page would refuse: style attributes, scripts in attributes."""


def scan(text: str) -> Scanned:
    """Read one page."""
    found = Scanned()
    visible = _SKIPPED.sub(lambda hit: hit[1] or "", text)
    for tag, attributes in _TAG.findall(visible):
        for name, double, single in _ATTRIBUTE.findall(attributes):
            _note(found, tag.lower(), name.lower(), html.unescape(double or single))
    return found


def _note(found: Scanned, tag: str, name: str, value: str) -> None:
    if name == "id":
        (found.twice if value in found.ids else found.ids).add(value)
    elif name == "style" or name.startswith("on"):
        found.forbidden.append(f"{name} on <{tag}>")
    elif name == "srcset":
        found.links += [(tag, name, part.split()[0]) for part in value.split(",") if part.strip()]
    elif name != "data" or tag == "object":
        found.links.append((tag, name, value))


def check_links(out: Path, files: frozenset[str], site_url: str, skipped: Collection[str] = ()) -> list[str]:
    """Crawl a built site.

    Args:
        out: its folder.
        files: the names of all files in it.
        site_url: its full address; absolute links to itself are followed too.
        skipped: paths of pages that are not crawled, though links to them and their anchors are.

    Returns:
        A sentence for each link that leads nowhere, sorted.
    """
    return sorted(set(_Crawl(out, files, site_url).complaints(frozenset(skipped))))


class _Crawl:
    def __init__(self, out: Path, files: frozenset[str], site_url: str) -> None:
        self._out = out
        self._files = files
        self._site = urlsplit(site_url)
        self._page = lru_cache(maxsize=None)(self._read)  # each page is read once

    def complaints(self, skipped: frozenset[str]) -> Iterator[str]:
        for name in sorted(self._files):
            if name.endswith(".html") and name.removesuffix("index.html") not in skipped:
                yield from self._complaints_of(name)

    def _complaints_of(self, name: str) -> Iterator[str]:
        page = self._page(name)
        for anchor in page.twice:
            yield f"/{name}: the anchor #{anchor} stands there twice"
        for what in page.forbidden:
            yield f"/{name}: {what}, which the page's own policy refuses"
        for tag, attribute, value in page.links:
            if trouble := self._trouble(name, tag, attribute, value):
                yield f"/{name}: <{tag} {attribute}={value!r}> {trouble}"

    def _trouble(self, name: str, tag: str, attribute: str, value: str) -> str:
        parts = urlsplit(value)
        loads = attribute in _LOADED or (tag == "link" and attribute == "href")
        own = parts.netloc == self._site.netloc and parts.scheme == self._site.scheme
        if parts.scheme and not own:
            return self._trouble_outside(parts.scheme, loads=loads and tag != "link")
        path = unquote(parts.path)
        if own or path.startswith("/"):
            path = path.removeprefix(self._site.path) if path != self._site.path else ""
            target = path
        else:
            target = _resolved(name, path) if path else name
        return self._trouble_inside(target, unquote(parts.fragment), name)

    @staticmethod
    def _trouble_outside(scheme: str, *, loads: bool) -> str:
        if loads and scheme != "data":
            return "loads from another host"
        return "" if scheme in _OUTSIDE else f"has the scheme {scheme!r}"

    def _trouble_inside(self, target: str, fragment: str, name: str) -> str:
        if target.startswith(".."):
            return "climbs out of the site"
        file = f"{target}index.html" if not target or target.endswith("/") else target
        if file not in self._files:
            return "leads nowhere"
        if fragment and file.endswith(".html") and fragment not in self._page(file).ids:
            where = "this page" if file == name else f"/{target}"
            return f"needs an anchor that {where} does not have"
        return ""

    def _read(self, name: str) -> Scanned:
        return scan((self._out / name).read_text("utf-8"))


def _resolved(name: str, path: str) -> str:
    """Follow a relative path from the folder of `name`."""
    parts = name.split("/")[:-1]
    pieces = path.split("/")
    for piece in pieces:
        if piece == "..":
            if not parts or parts[-1] == "..":
                parts.append("..")
            else:
                parts.pop()
        elif piece not in {"", "."}:
            parts.append(piece)
    folder = pieces[-1] in {"", ".", ".."}
    return "/".join(parts) + ("/" if folder and parts else "")
