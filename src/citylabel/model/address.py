"""Web addresses that strangers write: which of them a public page may link to."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

_FORBIDDEN = re.compile(r"[\s\"'<>\\^`{|}\x00-\x20\x7f]")
_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
_TOP_LABEL = re.compile(r"(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})\Z")
_PLAIN = re.compile(r"https://([a-z0-9.-]+)(?:[/?#]|\Z)")
"""Nearly all addresses: their host needs no taking apart."""
MIN_LABELS = 2


def host_of(address: str) -> str:
    """Give the host of an address in small letters and in its ASCII form (`""` if there is none)."""
    if plain := _PLAIN.match(address):
        return plain[1]
    try:
        host = urlsplit(address).hostname or ""
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError):
        return ""


def is_reserved(address: str) -> bool:
    """Tell whether an address or a mailbox lies under `.example` (RFC 2606), so that it can never exist."""
    host = host_of(address) if "://" in address else address.rpartition("@")[2].casefold()
    return host.rstrip(".").rpartition(".")[2] == "example"


def why_not_public(address: str) -> str | None:
    """Say in one sentence why a page may not link to this address; None when it may.

    Only https, no user name or port, and a host that is a name with a dot: never an IP address, in whatever
    disguise, and never a name of the local network. Nothing is looked up.
    """
    if not address.startswith("https://"):
        return "an address must begin with https://"
    if _FORBIDDEN.search(address):
        return "an address must not contain spaces, quotes, angle brackets or backslashes"
    if not _PLAIN.match(address) and (reason := _why_not_well_formed(address)):
        return reason
    return _why_not_a_public_host(host_of(address))


def _why_not_well_formed(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "this is not a well-formed address"
    if "@" in parts.netloc:
        return "an address must not carry a user name"
    return None if port is None else "an address must not name a port"


@lru_cache(maxsize=1024)  # a place's addresses share a few hosts
def _why_not_a_public_host(host: str) -> str | None:
    labels = host.split(".")
    if len(labels) < MIN_LABELS or host.endswith((".local", ".localhost", ".internal", ".home.arpa")):
        return "the host must be a public name with a dot, such as www.town.example"
    if _is_ip(host) or not _TOP_LABEL.match(labels[-1]):
        return "the host must be a name, not a number"
    if not all(_HOST_LABEL.match(label) for label in labels):
        return "the host is not a well-formed name"
    return None


def _is_ip(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
