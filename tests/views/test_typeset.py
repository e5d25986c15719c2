"""The handbook as a PDF: whatever a record says is printed and never means anything to the typesetter."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.views.rows import ROOT, catalogue, library
from tests.views.test_papers import desk

from citylabel.catalogue import Catalogue
from citylabel.cli import handbook as verb
from citylabel.cli import main
from citylabel.views.typeset import handbook, literal

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE = re.compile(r'\\(?:u\{([0-9a-f]+)\}|(["\\]))')
HOSTILE = '"); #read("/etc/passwd") // \\" #eval("1") $x$ `raw` @a <b> *bold* _it_ \n= Heading'


@cache
def document() -> str:
    """The text for the typesetter."""
    return handbook(desk(catalogue()))


@given(st.text())
def test_a_literal_is_one_string_that_says_the_text_again(text: str) -> None:
    """Nothing ends the string early, nothing unseen stands in it, and nothing is lost."""
    written = literal(text)
    inside = written[1:-1]
    assert (written[0], written[-1]) == ('"', '"')
    assert written.isprintable()
    assert '"' not in ESCAPE.sub("", inside)
    assert "\\" not in ESCAPE.sub("", inside)
    assert ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], inside) == text


def test_each_criterion_has_its_heading_and_all_it_asks() -> None:
    text = document()
    for criterion in library().criteria:
        assert literal(f"{criterion.id.upper()} {criterion.title}")[:-1] in text
        assert all(literal(step.asks) in text for step in criterion.steps)
        assert all(literal(check.does) in text for check in criterion.checks)


def test_headings_skip_no_level() -> None:
    """PDF/UA-1 asks for it."""
    levels = [0, *map(int, re.findall(r"#heading\(level: ([0-9])", document()))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_record_reaches_the_typesetter_outside_a_string() -> None:
    text = handbook(desk(_with(HOSTILE)))
    assert "#read" not in _code(text)
    assert _code(text) == _code(handbook(desk(_with("Plain?"))))


def test_without_the_typesetter_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = CliRunner().invoke(main, ["handbook", "--root", str(ROOT), "--out", str(tmp_path / "x.pdf")])
    assert done.exit_code == 1
    assert "make handbook" in done.output
    assert not (tmp_path / "x.pdf").exists()


def test_the_pdf_is_tagged_accessible_and_the_same_each_time() -> None:
    """Typst itself refuses what breaks the part of PDF/UA-1 that it can check."""
    pytest.importorskip("typst", reason="the typesetter is not installed; run `make handbook` once")
    text = handbook(desk(_with(HOSTILE)))
    first, second = verb.pdf(text), verb.pdf(text)
    assert first == second
    assert first.startswith(b"%PDF-")
    assert b"/MarkInfo" in first
    assert b"pdfuaid:part" in first


def _with(question: str) -> Catalogue:
    """The label with another question in one criterion."""
    scheme = library().scheme
    changed = scheme.criteria["d1"].model_copy(update={"question": question})
    shared = replace(library(), schemes={scheme.id: replace(scheme, criteria={**scheme.criteria, "d1": changed})})
    return Catalogue(library=shared, on=catalogue().on, rows=())


def _code(text: str) -> str:
    """The document without its strings."""
    return re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
