"""What the theme's templates ask about the page they are drawn round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.shell.register import RegisterPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.structure.toc import AnchorLink

    from citylabel.views.publication import ShellFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One page, as the head and the navigation see it. All texts are plain; templates escape."""

    url: str
    title: str
    description: str
    robots: str
    section: str
    scripts: tuple[str, ...] = ()
    register: bool = False
    """A page of the register fills the whole width and does without Material's stylesheet."""
    written_in: str = ""
    """The language of a page that is not translated yet, else ""."""


def around(page: MkDocsPage, facts: ShellFacts, written_in: str) -> Around:
    """Describe a page to the theme."""
    if isinstance(page, RegisterPage):
        return Around(
            url=page.url,
            title=page.register.title,
            description=page.register.description,
            robots=page.robots,
            section=page.register.section,
            scripts=page.register.scripts,
            register=True,
        )
    return Around(
        url=page.url,
        title=plain(page.title or ""),
        description=str(page.meta.get("description") or facts.claim),
        robots="index, follow",
        section=section_of(page.url, facts),
        written_in=written_in,
    )


def missing_page() -> Around:
    """Describe the page for addresses that do not exist."""
    return Around(url="", title="", description="", robots="noindex", section="none")


def section_of(url: str, facts: ShellFacts) -> str:
    """Find the navigation entry whose folder a written page is in; "" if there is none."""
    first = url.split("/", 1)[0]
    return next((entry.key for entry in facts.nav if entry.path.split("/", 1)[0] == first), "none")


def siblings(nav: Navigation) -> list[StructureItem]:
    """Give the written pages of the section that is open, in the order of `mkdocs.yml`."""
    opened = next((item for item in nav.items if item.is_section and item.active), None)
    return list(opened.children or ()) if opened else []


def contents(toc: Iterable[AnchorLink]) -> list[AnchorLink]:
    """Give the headings of a page below its title."""
    tops = list(toc)
    if len(tops) == 1 and tops[0].level == 1:
        return list(tops[0].children)
    return tops


def plain(title: str) -> str:
    """Turn a title that MkDocs took from Markdown into plain text."""
    return Markup(title).striptags()  # noqa: S704 - to take the markup out
