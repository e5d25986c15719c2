"""What is read of our own texts, and what `citylabel readability` says of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from citylabel.cli import main
from citylabel.rules.readability import readability
from citylabel.site.prose import paragraphs, passages

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).resolve().parent.parent

PAGE = """---
title: A title that is not read as a sentence
---

# A heading

A first line with a [link to a page](x.md)
and `code` in **bold**, in the year
2027. It ends here.

!!! note

    A note in a box.

- One item
  in two lines
- Another item
1. A numbered item
2. The next one

| a | table |
|---|---|

```yaml
not: read
```

<div>
Term
:   What it means.
"""


def run(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(main, ["readability", *words], catch_exceptions=False)


def test_a_written_page_is_read_as_people_see_it() -> None:
    """Paragraphs and items without marks; no code, tables, headings or front matter."""
    assert list(paragraphs(PAGE)) == [
        (7, "A first line with a link to a page and code in bold, in the year 2027. It ends here."),
        (13, "A note in a box."),
        (15, "One item in two lines"),
        (17, "Another item"),
        (18, "A numbered item"),
        (19, "The next one"),
        (29, "Term"),
        (30, "What it means."),
    ]


def test_a_broken_page_is_read_all_the_same() -> None:
    """Code that never ends, nothing at all."""
    assert list(paragraphs("```\nnever closed")) == []
    assert list(paragraphs("")) == []


def test_every_text_has_its_place() -> None:
    """Criteria, edition, glossary, sources and pages, each with a file and a line that exist."""
    found = passages(ROOT)
    assert {each.kind for each in found} == {"criteria", "docs", "edition", "frameworks", "glossary", "practices"}
    for each in found[::50]:
        lines = (ROOT / each.place.path).read_text("utf-8").splitlines()
        assert 1 <= each.place.line <= len(lines)


def test_the_command_gives_figures_for_the_language_and_the_worst_sentences_first() -> None:
    """It informs and never fails."""
    result = run("--root", str(ROOT), "--worst", "3")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0].split() == ["language", "texts", "sentences", "words", "each", "over", "25", "LIX", "Flesch"]
    assert lines[1].startswith("en        all ")
    lengths = [int(line.split()[0]) for line in lines if " words  " in line]
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) == 3


def test_a_language_other_than_english_has_no_english_figure(tmp_path: Path) -> None:
    """Flesch's formula was made for English; LIX serves for all."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("cities"))
    (tmp_path / "docs" / "fi").mkdir(parents=True)
    (tmp_path / "docs" / "fi" / "sivu.md").write_text("Tämä on lyhyt sivu, jolla on lause.\n", "utf-8")
    line = next(line for line in run("--root", str(tmp_path)).stdout.splitlines() if line.startswith("fi        docs"))
    assert line.split()[-1] == "-"


def test_broken_records_are_told_instead(tmp_path: Path) -> None:
    """There is nothing to read in them."""
    (tmp_path / "data").mkdir()
    assert run("--root", str(tmp_path)).exit_code == 1


@pytest.mark.parametrize("kind", ["criteria", "edition", "glossary"])
def test_the_texts_of_the_label_are_easy_to_read(kind: str) -> None:
    """Few long sentences, and figures of plain English; a text that is far off was not written for readers."""
    result = readability(each.text for each in passages(ROOT) if each.kind == kind)
    assert result.long_share < 1 / 20
    assert result.lix < 40
    assert result.flesch > 60
