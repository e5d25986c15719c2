"""The sitemap: full addresses of all pages that search engines may list. No dates: no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIMIT = 50_000
"""Addresses in one file, by https://www.sitemaps.org/protocol.html#index"""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(site_url: str, addresses: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of the sitemap, in several files and an index where it is long."""
    every = sorted(set(addresses))
    parts = [every[at : at + LIMIT] for at in range(0, len(every), LIMIT)] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", _list("urlset", "url", parts[0])
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    yield "sitemap.xml", _list("sitemapindex", "sitemap", [site_url + name for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", part)


def robots_txt(site_url: str) -> bytes:
    """Let everybody read everything, and name the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode()


def _list(outer: str, inner: str, addresses: Iterable[str]) -> bytes:
    lines = [f"<{inner}><loc>{escape(address)}</loc></{inner}>" for address in addresses]
    return "\n".join([f"{_HEAD}<{outer} {_SPACE}>", *lines, f"</{outer}>\n"]).encode()
