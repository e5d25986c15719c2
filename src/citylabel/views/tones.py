"""The label's own colours as style: what `colours` in label.yml says comes after the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citylabel.model.label import Tone


def tones_css(colours: Mapping[str, Tone]) -> str:
    """Give the rules for the label's own colours; empty where it keeps those of the style sheet.

    A level that the style sheet does not know gets a class of its own, as its mark and plaque ask.
    """
    if not colours:
        return ""
    light = "".join(f"--u-{name}:{tone.light};" for name, tone in sorted(colours.items()))
    dark = "".join(f"--u-{name}:{tone.dark};" for name, tone in sorted(colours.items()))
    classes = "".join(f".u-tone-{name}{{--u-tone:var(--u-{name})}}" for name in sorted(colours))
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-u-colour=light]){{{dark}}}}}\n"
        f":root[data-u-colour=dark]{{{dark}}}\n"
        f"{classes}\n"
    )
