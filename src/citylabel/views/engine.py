"""The template engine of the views: escaping by default, strict about names, words by key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from citylabel.views.marks import mark

if TYPE_CHECKING:
    from pathlib import Path

    from citylabel.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """`t` and `tn` for templates: what comes out is safe to print, whatever went in."""

    words: Words
    """Words whose texts are escaped already."""

    def t(self, key: str, /, **values: object) -> Markup:
        """Give the sentence; plain values are escaped, Markup (such as a link) is kept."""
        return Markup(self.words.t(key, **_escaped(values)))  # noqa: S704 - both are escaped

    def tn(self, key: str, n: int, /, **values: object) -> Markup:
        """Give the plural form that `n` asks for, with values treated as by `t`."""
        return Markup(self.words.tn(key, n, **_escaped(values)))  # noqa: S704 - as above


def _safe(words: Words) -> Words:
    entries = {
        key: replace(word, forms=tuple(str(escape(form)) for form in word.forms)) for key, word in words.entries.items()
    }
    return replace(words, entries=entries)


def _escaped(values: dict[str, object]) -> dict[str, object]:
    return {name: escape(value) for name, value in values.items()}


def environment(words: Words, *, templates: Path | None = None) -> Environment:
    """Give the engine for one locale.

    Args:
        words: the locale's words, printed by `t`, `tn`, `number`, `percent`, `date`, ...
        templates: a folder to read instead of the package's own; for tests.

    Returns:
        An environment that escapes everything in every template, refuses unknown names, and
        finds the components under `components/`.
    """
    engine = Environment(
        loader=PackageLoader("citylabel") if templates is None else FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    teach(engine, words)
    return engine


def teach(engine: Environment, words: Words) -> None:
    """Give an engine the words of a locale and the drawings; the shell's engine uses it too."""
    said = Said(_safe(words))
    engine.globals |= {
        "t": said.t,
        "tn": said.tn,
        "words": words,
        "draw_mark": mark,
    }
    engine.filters |= {
        "number": words.number,
        "percent": words.percent,
        "date": words.date,
        "month": words.month,
        "country": words.country,
    }
