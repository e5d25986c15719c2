"""The way from MkDocs to the pages: one call for each event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.shell.plain import press_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs touches a file."""
    return press_of(config).on_config(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the register."""
    return press_of(config).on_files(files, config)


def on_env(
    env: Environment,
    config: MkDocsConfig,
    files: Files,  # noqa: ARG001 - MkDocs passes it by name
) -> Environment:
    """Teach the theme our words."""
    return press_of(config).on_env(env)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Tell the theme about a page."""
    return press_of(config).on_page_context(context, page, nav)


def on_template_context(
    context: TemplateContext,
    template_name: str,  # noqa: ARG001 - MkDocs passes it by name
    config: MkDocsConfig,
) -> TemplateContext:
    """Tell the theme about the page for missing addresses."""
    return press_of(config).on_template_context(context)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep frames back, secure the others."""
    return press_of(config).on_post_page(output, page)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is no MkDocs page."""
    press_of(config).on_post_build(config)
