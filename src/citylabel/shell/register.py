"""Pages of the register as MkDocs sees them: so that navigation and Markdown links know them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from citylabel.views.frame import robots

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from citylabel.views.page import Page

_ID = re.compile(r'\sid="([^"]+)"')


class RegisterPage(MkDocsPage):
    """A page whose content is there already: nothing is read and nothing is Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, rule: str = "") -> None:
        super().__init__(page.title, file, config)
        self.register = page
        self.robots = rule or robots(page)
        """What search engines may do; a frame brings its sentinel."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take nothing from the file: there is none."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as above
        """Take the content, and tell which anchors Markdown may link to."""
        self.content = str(self.register.content)
        self.toc = get_toc([])
        self.present_anchor_ids = set(_ID.findall(self.content))
        self.links_to_anchors = {}


class StreamedFile(File):
    """A page that takes the fast road: MkDocs knows its address for links, and writes nothing."""

    def is_documentation_page(self) -> bool:
        """Say no: MkDocs must not make a page of it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Copy nothing: the page is written by its stream."""


def source_of(path: str) -> str:
    """Give the name by which Markdown links to a page: "cities/fi-x.md", "index.md" for home."""
    return f"{path.rstrip('/')}.md" if path else "index.md"


def register_file(page: Page, config: MkDocsConfig, rule: str = "") -> File:
    """Make the file of a page that takes the slow road."""
    file = File.generated(config, source_of(page.path), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    RegisterPage(page, file, config, rule)
    return file


def streamed_file(path: str, config: MkDocsConfig) -> File:
    """Make the file of a page that takes the fast road."""
    return StreamedFile(
        source_of(path),
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=f"{path}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
