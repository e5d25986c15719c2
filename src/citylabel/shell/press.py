"""The events of one MkDocs build: register pages go in, frames and finished pages come out."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined
from markupsafe import Markup
from mkdocs.structure.files import File, Files

from citylabel.shell.around import around, contents, missing_page, siblings
from citylabel.shell.csp import policy, secured
from citylabel.shell.register import (
    RegisterPage,
    register_file,
    streamed_file,
)
from citylabel.views.assets import preloads
from citylabel.views.engine import teach
from citylabel.views.frame import SENTINEL_ROBOTS, FrameError, FrameKey, cut, sentinel_page
from citylabel.views.sample import choose
from citylabel.words import language_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from citylabel.views.assets import Assets
    from citylabel.views.publication import Publication
    from citylabel.views.stream import Frames

log = logging.getLogger("mkdocs.citylabel")  # below "mkdocs": only there strict mode counts


class Press:
    """One locale's build. MkDocs calls it by way of the hooks; nothing outlives the build."""

    def __init__(
        self,
        publication: Publication,
        assets: Assets,
        *,
        fallback: Path | None,
        finish: Callable[[Frames, Path], None],
    ) -> None:
        """Prepare.

        Args:
            publication: what this locale publishes.
            assets: the names of stylesheet, modules and fonts.
            fallback: the folder of written pages in the first locale, for those not translated.
            finish: writes everything that is no MkDocs page, given the frames and the folder.
        """
        self.publication = publication
        self.written: list[str] = []
        """Addresses of the written pages, known after the build."""
        self._assets = assets
        self._fallback = fallback
        self._finish = finish
        self._frames: Frames = {}
        self._slow: dict[str, bytes] = {}
        self._untranslated: set[str] = set()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave the sitemap to us: MkDocs' own would list the frames."""
        config.theme.static_templates.discard("sitemap.xml")
        if self.publication.facts.prefix:
            config.theme.static_templates.discard("404.html")  # hosts serve the root's only
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the register's pages; drop the theme's files, of which we publish our own choice."""
        themes = {str(Path(folder)) for folder in config.theme.dirs}
        kept = [file for file in files if file.src_dir not in themes]
        found = Files(kept)
        self._add_untranslated(found, config)
        self.written = sorted(file.url for file in found.documentation_pages())
        self._add_register(found, config)
        return found

    def _add_untranslated(self, files: Files, config: MkDocsConfig) -> None:
        if self._fallback is None:
            return
        folder = str(self._fallback)
        for path in sorted(self._fallback.rglob("*")):
            uri = path.relative_to(self._fallback).as_posix()
            if path.is_file() and files.get_file_from_path(uri) is None:
                files.append(File(uri, folder, config.site_dir, use_directory_urls=True))
        self._untranslated = {file.src_uri for file in files if file.src_dir == folder}

    def _add_register(self, files: Files, config: MkDocsConfig) -> None:
        stream = self.publication.stream
        samples = choose(stream.titles)
        slow = [*self.publication.pages, *(stream.page(path) for path in samples)]
        frames = [sentinel_page(key) for key in sorted(stream.frames)]
        made = [register_file(page, config) for page in slow]
        made += [register_file(page, config, SENTINEL_ROBOTS) for page in frames]
        made += [streamed_file(path, config) for path in stream.titles if path not in samples]
        self._samples = frozenset(samples)
        taken = {file.dest_uri for file in files}
        for file in made:
            if file.dest_uri in taken:
                log.error("Two pages want the address '%s'", file.dest_uri)
                continue
            taken.add(file.dest_uri)
            files.append(file)

    def on_env(self, env: Environment) -> Environment:
        """Teach MkDocs' engine our words and make it as strict as the views' engine."""
        env.autoescape, env.trim_blocks, env.lstrip_blocks = True, True, True
        env.undefined = StrictUndefined
        teach(env, self.publication.words)
        env.globals |= {
            "facts": self.publication.facts,
            "files": self._assets,
            "fonts": preloads(self.publication.facts.locale),
            "policy": policy(),
            "language_name": language_name,
            "siblings": siblings,
            "contents": contents,
            "mailto": mailto,
        }
        return env

    def on_page_context(self, context: TemplateContext, page: MkDocsPage, nav: Navigation) -> TemplateContext:
        """Hand the theme what it says about the page."""
        facts = self.publication.facts
        missing = page.file.src_uri in self._untranslated
        view = around(page, facts, facts.locales[0] if missing else "")
        return _with(context, view=view, nav=nav)

    def on_template_context(self, context: TemplateContext) -> TemplateContext:
        """Hand the theme what it says about the page for missing addresses."""
        return _with(context, view=missing_page())

    def on_post_page(self, output: str, page: MkDocsPage) -> str:
        """Keep frames and samples back; give every other page its policy."""
        output = secured(output)
        if not isinstance(page, RegisterPage):
            return output
        if page.robots == SENTINEL_ROBOTS:
            key = FrameKey.of(page.register)
            self._frames[key] = cut(output, key)
            return ""
        if page.register.path in self._samples:
            self._slow[page.register.path] = output.encode()
            return ""
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Let the fast road write, and compare the samples with the slow one."""
        out = Path(config.site_dir)
        self._finish(self._frames, out)
        for path, slow in sorted(self._slow.items()):
            fast = (out / path / "index.html").read_bytes()
            if fast != slow:
                raise FrameError(_difference(path, fast, slow))


def mailto(address: str) -> Markup:
    """Give the link to a mailbox."""
    return Markup('<a href="mailto:{0}">{0}</a>').format(address)


def _with(context: TemplateContext, **more: object) -> TemplateContext:
    context.update(more)  # type: ignore[typeddict-item]  # MkDocs lets hooks add what they want
    return context


def _difference(path: str, fast: bytes, slow: bytes) -> str:
    pairs = zip(fast, slow, strict=False)
    short = min(len(fast), len(slow))
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), short)
    return f"/{path} differs between the fast road {fast[at : at + 60]!r} and the slow one {slow[at : at + 60]!r}"
