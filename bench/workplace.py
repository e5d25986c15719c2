"""A folder for each peer: the same records, the same written pages, the same chrome, an article of equal size."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from bench.tools import PEERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.tools import Tool

TITLE, ARTICLE = "@@TITLE@@", "@@ARTICLE@@"
_MAIN = re.compile(r"(<main\b[^>]*>)(.*)(</main>)", re.DOTALL)
_NAME = re.compile(r"<h1[^>]*>(?:<[^>]+>)*([^<]+)")
_LOREM = "What is asked, how it is counted and how it is checked stands here in both. "


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds an article on our pages, and how large our pages are."""

    shell: str
    page_bytes: int
    """Mean size of a place's page."""


def chrome_of(site: Path) -> Chrome:
    """Take the chrome from a site that we built: that of its first place, with slots for name and article.

    Raises:
        LookupError: the page has no heading.
    """
    first = min((site / "cities").glob("??-*/index.html"))
    text = first.read_text("utf-8")
    name = _NAME.search(text)
    if name is None:
        raise LookupError(f"{first} has no heading")
    shell = _MAIN.sub(lambda found: f"{found[1]}{ARTICLE}{found[3]}", text).replace(name[1], TITLE)
    return Chrome(shell, round(place_bytes(site)))


def place_bytes(site: Path) -> float:
    """Give the mean size of a place's page on a site."""
    sizes = [file.stat().st_size for file in (site / "cities").glob("??-*/index.html")]
    return sum(sizes) / len(sizes)


def set_up(tool: Tool, project: Path, work: Path, chrome: Chrome, filler: int) -> None:
    """Make the folder a peer works on.

    Args:
        tool: the peer.
        project: a generated project.
        work: folder to make; on the same disk as the project, as records are linked, not copied.
        chrome: what surrounds the article.
        filler: bytes that make its article as large as ours.
    """
    shutil.copytree(PEERS / "hugo" if tool.template.startswith("hugo") else PEERS / tool.template, work)
    shutil.copytree(PEERS / tool.template, work, dirs_exist_ok=True)
    shutil.copytree(project / "data/cities", work / "cities", copy_function=os.link)
    (work / "scheme.json").write_text(json.dumps(scheme(project, filler), ensure_ascii=False), "utf-8")
    if tool.template == "eleventy":
        (work / "shell.html").write_text(chrome.shell, "utf-8")
        (work / "pages").mkdir()
        (work / "cities.11ty.js").rename(work / "pages/cities.11ty.js")
        _copy_written(project, work / "pages")
    else:
        _hugo_layouts(chrome.shell, work / "layouts")
        _copy_written(project, work / "content")


def _hugo_layouts(shell: str, layouts: Path) -> None:
    escaped = shell.replace("{{", '{{ "{{" }}')
    (layouts / "cities").mkdir()
    records = '{{ $files := partial "records.html" . }}{{ $title := (index $files.city.names 0).text }}'
    article = '{{ partial "article.html" (dict "files" $files "title" $title) }}'
    city = records + escaped.replace(TITLE, "{{ $title }}").replace(ARTICLE, article)
    (layouts / "cities/page.html").write_text(city, "utf-8")
    page = escaped.replace(TITLE, "{{ .Title }}").replace(ARTICLE, "{{ .Content }}")
    (layouts / "page.html").write_text(page, "utf-8")


def _copy_written(project: Path, into: Path) -> None:
    """Copy the written pages; an `index.md` gets another name, as it would claim its folder for itself in Hugo."""
    docs = project / "docs/en"
    for file in sorted(docs.rglob("*.md")):
        target = into / file.relative_to(docs)
        if target.name == "index.md":
            target = target.with_name("overview.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)


def scheme(project: Path, filler: int) -> dict[str, object]:
    """Give themes and criteria with the words that pages repeat, and the filler."""
    folder = project / "data/criteria/2026"
    edition = yaml.safe_load((folder / "edition.yml").read_bytes())
    themes = [
        {
            "id": theme["id"],
            "title": theme["title"],
            "about": theme["about"],
            "criteria": list(_criteria(folder, theme)),
        }
        for theme in edition["themes"]
    ]
    return {"themes": themes, "filler": (_LOREM * (filler // len(_LOREM) + 1))[: max(0, filler)]}


def _criteria(folder: Path, theme: dict[str, list[str]]) -> Iterator[dict[str, str]]:
    for name in theme["criteria"]:
        criterion = yaml.safe_load((folder / f"{name}.yml").read_bytes())
        yield {"id": name, "title": criterion["title"], "question": criterion["question"]}
