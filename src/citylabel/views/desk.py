"""The desk at which views work: the library, the words of one locale, the engine, and links that know their targets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from citylabel.views.page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

    from citylabel.catalogue import Library
    from citylabel.views.page import Links
    from citylabel.words import Words


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every view needs, for one locale."""

    library: Library
    words: Words
    engine: Environment
    links: Links

    def page(  # noqa: PLR0913 - one place that fills all fields of a page
        self,
        template: str,
        *,
        path: str,
        title: str,
        description: str,
        section: str = "",
        indexable: bool = True,
        scripts: tuple[str, ...] = (),
        **view: object,
    ) -> Page:
        """Render a page of the register.

        Args:
            template: name below `templates/pages/`.
            path: address below the locale's root.
            title: plain text.
            description: one plain sentence.
            section: key of the current entry of the navigation.
            indexable: False keeps it out of search engines and the sitemap.
            scripts: names of the ES modules it needs.
            view: what the template prints; it also gets `href(target)`, `library`, `path` and `title`.

        Raises:
            UnknownTarget: it links to something that is not published.
        """
        content = self.engine.get_template(f"pages/{template}").render(
            library=self.library,
            label=self.library.label,
            href=partial(self.links.to, base=path),
            path=path,
            title=title,
            **view,
        )
        return Page(
            path=path,
            title=title,
            description=description,
            content=Markup(content),  # noqa: S704 - made by an engine that escapes everything
            section=section,
            indexable=indexable,
            scripts=scripts,
        )
