"""What `citylabel serve` puts into pages: the reloading script, and what is wrong with the data."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

OWN = {"/_live/live.js": "text/javascript", "/_live/live.css": "text/css"}
"""Addresses of the two files, which exist only while serving."""

_HEAD = Markup(
    '<link rel="stylesheet" href="/_live/live.css"><script type="module" src="/_live/live.js?epoch={}"></script>'
)
_PANEL = Markup('<aside class="live-problems{}" role="alert"><h2>{}</h2><ol>{}</ol><p>{}</p></aside>')
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{}</title>{}</head><body>{}</body></html>'
)
_STANDS = "Until it is repaired, this is the last good site."
_NOTHING = "There is no site to show until it is repaired."


def own_file(address: str) -> bytes:
    """Give the bytes of one of our two files."""
    return (resources.files("citylabel.shell.live") / address.rsplit("/", 1)[1]).read_bytes()


def with_panel(page: bytes, epoch: int, complaints: tuple[str, ...]) -> bytes:
    """Put script and panel before the end of a page."""
    panel = _panel(complaints, "", _STANDS) if complaints else Markup()
    added = str(_HEAD.format(epoch) + panel).encode()
    cut = page.rfind(b"</body>")
    at = len(page) if cut < 0 else cut
    return page[:at] + added + page[at:]


def page_of(epoch: int, complaints: tuple[str, ...]) -> bytes:
    """Make a page of the problems alone, for when no site was built yet."""
    panel = _panel(complaints, " live-problems--page", _NOTHING)
    return str(_PAGE.format(_title(complaints), _HEAD.format(epoch), panel)).encode()


def _panel(complaints: tuple[str, ...], kind: str, note: str) -> Markup:
    rows = Markup().join(Markup("<li>{}</li>").format(line) for line in complaints)
    return _PANEL.format(kind, _title(complaints), rows, note)


def _title(complaints: tuple[str, ...]) -> str:
    many = len(complaints)
    return "1 problem to repair" if many == 1 else f"{many} problems to repair"
