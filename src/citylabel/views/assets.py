"""What every page loads from the site itself: one stylesheet, the ES modules, the fonts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from importlib import resources
from typing import TYPE_CHECKING

from citylabel.views.page import File

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

FOLDER = "assets"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SOURCE_MAP = re.compile(rb"/\*# sourceMappingURL=[^*]*\*/\s*")
_SCRIPTS_OF = {"el": "greek", "bg": "cyrillic", "mk": "cyrillic", "sr": "cyrillic", "uk": "cyrillic"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The published names, below `assets/`. A changed file has a new name, so caches may keep it."""

    style: str
    material: str
    """Material's stylesheet, for written pages only."""
    modules: str
    """The folder of the ES modules; they import each other by their plain names."""
    favicon: str
    files: tuple[File, ...]


def read_assets(own_style: str = "") -> Assets:
    """Join, name and give all assets that ship with the package.

    Args:
        own_style: rules of the label's own, after those of the style sheet.
    """
    root = resources.files("citylabel") / FOLDER
    style = _joined(_sorted(root / "css", ".css")) + own_style.encode()
    modules = [(item.name, item.read_bytes()) for item in _sorted(root / "js", ".js")]
    fonts = [(item.name, item.read_bytes()) for item in _sorted(root / "fonts", "")]
    favicon, material = (root / "favicon.svg").read_bytes(), _material()
    names = Assets(
        style=f"label.{_digest(style)}.css",
        material=f"written.{_digest(material)}.css",
        modules=f"modules.{_digest(*(body for _, body in modules))}",
        favicon=f"favicon.{_digest(favicon)}.svg",
        files=(),
    )
    placed = [
        (names.style, style),
        (names.material, material),
        (names.favicon, favicon),
        *((f"{names.modules}/{name}", body) for name, body in modules),
        *((f"fonts/{name}", body) for name, body in fonts),
    ]
    files = tuple(File(path=f"{FOLDER}/{path}", body=body) for path, body in placed)
    return replace(names, files=files)


def preloads(locale: str) -> tuple[str, ...]:
    """Name the font files that a page of this locale surely needs."""
    script = _SCRIPTS_OF.get(locale.split("-", 1)[0])
    return tuple(f"label-sans-{name}.woff2" for name in ("latin", script) if name)


def _sorted(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted(
        (item for item in folder.iterdir() if item.is_file() and item.name.endswith(ending)),
        key=lambda item: item.name,
    )


def _joined(sheets: Iterable[Traversable]) -> bytes:
    text = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return ("\n".join(line for line in lines if line) + "\n").encode()


def _material() -> bytes:
    folder = resources.files("material") / "templates/assets/stylesheets"
    sheet = next(item for item in _sorted(folder, ".css") if item.name.startswith("main."))
    return _SOURCE_MAP.sub(b"", sheet.read_bytes())


def _digest(*bodies: bytes) -> str:
    return hashlib.blake2b(b"\0".join(bodies), digest_size=5).hexdigest()
