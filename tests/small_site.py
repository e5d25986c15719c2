"""A small site to publish: home, two criteria, three places with hostile names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.views.page import File, Page
from citylabel.views.publication import Entry, Publication, ShellFacts
from citylabel.views.stream import PreparedPages
from citylabel.words import Words, read_words

if TYPE_CHECKING:
    from pathlib import Path

ON = dt.date(2026, 11, 23)
NAMES = {
    "cities/fi-koivu/": "Koivulahdenranta",
    "cities/gr-nea/": "Νεαλίμνη",
    "cities/ie-odd/": 'Ó\'Brien & “Sons” <b>"Town"</b> &amp; $1 \\1 {{ 7 }}',
}


def facts(locale: str = "en", locales: tuple[str, ...] = ("en",)) -> ShellFacts:
    """What the shell says."""
    return ShellFacts(
        name="User-centric Cities label",
        short_name="User-centric Cities",
        claim="A public label.",
        body="Label body & friends",
        site_url="https://label.example/",
        contact="contact@label.example",
        licence_text="CC BY 4.0",
        licence_data="CC0",
        on=ON,
        demonstration=ON,
        why="about/",
        locale=locale,
        locales=locales,
        nav=(
            Entry(key="home", title="Home", path=""),
            Entry(key="cities", title="Cities", path="cities/"),
            Entry(key="criteria", title="Criteria", path="criteria/"),
            Entry(key="handbook", title="Handbook", path="handbook/"),
        ),
        footer=(Entry(key="about", title="About", path="about/"),),
    )


def city(path: str, name: str) -> Page:
    """A place's page."""
    body = Markup('<h1 id="top">{}</h1>\n<p><a href="../">All places</a> <a href="#top">Up</a></p>')
    return Page(
        path=path,
        title=name,
        description=f"What {name} holds.",
        content=body.format(name),
        section="cities",
        indexable=path != "cities/ie-odd/",
    )


def pages() -> tuple[Page, ...]:
    """The pages that take the slow road."""
    listed = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(path.removeprefix("cities/"), name)
        for path, name in NAMES.items()
    )
    return (
        _page("", "Home", Markup("<h1>Find out</h1>"), "home"),
        _page("cities/", "Cities", Markup("<h1>Cities</h1><ul>") + listed + Markup("</ul>"), "cities"),
        _page("criteria/", "Criteria", Markup('<h1>Criteria</h1><p id="theme-a">A</p>'), "criteria"),
        _page(
            "criteria/a1/",
            "A1",
            Markup('<h1>A1</h1><p><a href="../../criteria/#theme-a">Theme</a></p>'),
            "criteria",
        ),
    )


def _page(path: str, title: str, content: Markup, section: str) -> Page:
    said = f"About {title}."
    return Page(path=path, title=title, description=said, content=content, section=section)


def publication(
    locale: str = "en",
    locales: tuple[str, ...] = ("en",),
    *,
    more: tuple[Page, ...] = (),
    words: Words | None = None,
) -> Publication:
    """Everything one locale publishes."""
    return Publication(
        facts=facts(locale, locales),
        words=words or read_words("en"),
        pages=(*pages(), *more),
        stream=PreparedPages(tuple(city(path, name) for path, name in NAMES.items())),
        files=(File(path="badges/fi-koivu.svg", body=b"<svg xmlns='http://www.w3.org/2000/svg'/>"),),
    )


def project(folder: Path, source: Path) -> Path:
    """A folder with written pages and the real `mkdocs.yml` and hooks of the project."""
    settings = (source / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    (folder / "docs/en/handbook").mkdir(parents=True)
    (folder / "hooks").mkdir()
    (folder / "mkdocs.yml").write_text(f"{settings}\n{_NAV}", "utf-8")
    hook = (source / "hooks/pages.py").read_text("utf-8")
    (folder / "hooks/pages.py").write_text(hook, "utf-8")
    for name, text in _TEXTS.items():
        (folder / "docs/en" / name).write_text(text, "utf-8")
    return folder


_NAV = """
nav:
  - About: about.md
  - Handbook:
    - handbook/index.md
    - handbook/apply.md
"""
_TEXTS = {
    "about.md": "# About the label\n\nText & <em>more</em>.\n",
    "handbook/index.md": (
        "# Handbook for cities\n\nHow a city [applies](apply.md).\n\n"
        "## Before you start\n\nRead [A1](../criteria/a1.md) and [theme A](../criteria.md#theme-a), "
        "or [a place](../cities/fi-koivu.md).\n\n"
        '!!! note "Evidence must be public"\n\n    Only links that anyone can open.\n\n'
        "| Act | Days |\n| --- | ---: |\n| Application | 30 |\n\n### Who decides\n\nThe board.\n"
    ),
    "handbook/apply.md": "# Apply & win\n\n`citylabel gap CITY`\n",
}
