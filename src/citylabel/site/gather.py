"""From records to publications: the one place where loading, catalogue and views meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from citylabel.catalogue import Catalogue
from citylabel.site.addresses import Addresses
from citylabel.site.lists import wind_lists
from citylabel.site.places import read_places
from citylabel.site.reels import ReelStream
from citylabel.site.register import open_register
from citylabel.views import contents
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.views.publication import Entry, Publication, ShellFacts
from citylabel.views.tones import tones_css
from citylabel.words import read_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from citylabel.site.places import Places
    from citylabel.site.register import Register
    from citylabel.words import Words

NAVIGATION = (
    ("home", ""),
    ("cities", "cities/"),
    ("criteria", "criteria/"),
    ("compare", "compare/"),
    ("practices", "practices/"),
    ("handbook", "handbook/"),
    ("apply", "apply/"),
    ("about", "about/"),
)
"""Entries of the navigation: key of the word, and address. Only what exists is shown."""

FOOTER = (
    *("contact/", "commitments/", "follow/", "glossary/", "accessibility/", "privacy/", "service-standard/"),
    *("licence/",),
    *("data/", "problems/", "developers/"),
)
"""Addresses of the footer; the word's key is the address without its slash."""

WHY = "about/"
"""The page that explains the demonstration."""


def gather(
    root: Path,
    on: dt.date,
    *,
    addresses: Addresses | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Sequence[Publication]:
    """Read and check everything below `root`, and say what is published on that date.

    Args:
        root: folder of the project.
        on: the day real places are shown as on.
        addresses: what to set instead of the addresses in `data/label.yml`.
        progress: called with the number of places read and of all places.

    Raises:
        citylabel.problems.DataError: the records have errors.
    """
    register = readdressed(open_register(root), addresses or Addresses())
    label = register.library.label
    written = frozenset(written_addresses(root / "docs" / label.languages[0]))
    lasting = contents.lasting_addresses(register.library, on)
    places = read_places(register, on, locales=label.languages, targets=lasting | written, progress=progress)
    catalogue = Catalogue(library=register.library, on=on, rows=places.rows)
    return tuple(_publication(catalogue, places, locale, written) for locale in range(len(label.languages)))


def readdressed(register: Register, addresses: Addresses) -> Register:
    """Give the register with other addresses of the label."""
    label = register.library.label
    changed = type(label.addresses).model_validate(label.addresses.model_dump() | addresses.given)
    library = replace(register.library, label=label.model_copy(update={"addresses": changed}))
    return replace(register, library=library)


def written_addresses(docs: Path) -> Iterable[str]:
    """List the addresses of the written pages below a folder of Markdown files."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).with_suffix("").as_posix()
        path = path.removesuffix("index").rstrip("/")
        yield f"{path}/" if path else ""


def _publication(catalogue: Catalogue, places: Places, locale: int, written: frozenset[str]) -> Publication:
    language = catalogue.library.label.languages[locale]
    paths = [each.page.path for reel in places.reels(locale) for each in reel.pages]
    shared = {each.path for reel in places.reels(0) for each in reel.files}
    addresses = contents.page_addresses(catalogue).union(written, paths)
    links = Links(addresses, shared=contents.file_addresses(catalogue) | shared, up="../" if locale else "")
    words = read_words(language)
    desk = Desk(library=catalogue.library, words=words, engine=environment(words), links=links)
    lists = wind_lists(catalogue, language, links, places.spool.path)
    return Publication(
        facts=_facts(catalogue, words, addresses, language),
        words=words,
        pages=tuple(contents.all_pages(desk, catalogue)),
        stream=ReelStream(places.spool, places.reels(locale) + lists),
        files=tuple(contents.all_files(desk, catalogue)) if locale == 0 else (),
    )


def _facts(catalogue: Catalogue, words: Words, addresses: frozenset[str], locale: str) -> ShellFacts:
    label = catalogue.library.label
    site = label.addresses.site
    return ShellFacts(
        name=label.name,
        short_name=label.short_name,
        claim=label.claim,
        body=label.body.name,
        site_url=site if site.endswith("/") else f"{site}/",
        contact=label.addresses.contact,
        licence_text=label.licence_text,
        licence_data=label.licence_data,
        on=catalogue.on,
        demonstration=label.specimens.demonstration_date if catalogue.demonstrates else None,
        why=WHY,
        locale=locale,
        locales=label.languages,
        nav=tuple(
            Entry(key=key, title=words.t(f"nav.{key}"), path=path) for key, path in NAVIGATION if path in addresses
        ),
        footer=tuple(
            Entry(key=path.rstrip("/"), title=words.t(f"foot.{path.rstrip('/')}"), path=path)
            for path in FOOTER
            if path in addresses
        ),
        repository=label.addresses.repository,
        own_style=tones_css(label.colours),
    )
