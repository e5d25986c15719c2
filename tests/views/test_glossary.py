"""The glossary that ships: every link to it has an end, and every term a use."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.views.made_register import catalogue, desk, library, made, row

from citylabel.catalogue import Catalogue
from citylabel.model.glossary import Glossary, StandardTerm, Term
from citylabel.rules.readability import readability
from citylabel.site.prose import passages
from citylabel.views import criteria, glossary
from citylabel.views.contents import page_addresses
from citylabel.views.page import Links
from citylabel.views.terms import occurrences

ROOT = Path(__file__).resolve().parents[2]
ANCHOR = re.compile(r'\bid="([^"]+)"')
LINK = re.compile(r'<a class="u-term" href="([^"#]+)#([^"]+)">')


def shipped() -> Glossary:
    """The glossary of the repository."""
    found = library().glossary
    assert found is not None
    return found


def with_terms(*terms: Term) -> Catalogue:
    """A register whose glossary has these terms."""
    return Catalogue(
        library=replace(library(), glossary=Glossary(format="citylabel/glossary/1", terms=terms)),
        on=catalogue().on,
        rows=(),
    )


def criteria_pages() -> dict[str, str]:
    """The HTML of all pages of criteria by address."""
    shown = catalogue(row())
    targets = {*page_addresses(shown), "handbook/", "about/", "apply/", "cities/fi-koivu/"}
    known = replace(desk(shown), links=Links(targets))
    return {page.path: str(page.content) for page in criteria.pages(known, shown)}


def test_every_link_to_a_term_has_an_anchor_on_the_page_of_the_glossary() -> None:
    """No link into nothing, and the way there is right from every page."""
    anchors = set(ANCHOR.findall(made(glossary, catalogue())["glossary/"].content))
    for path, html in criteria_pages().items():
        for href, term in LINK.findall(html):
            assert href == "../" * path.count("/") + "glossary/"
            assert term in anchors, f"{path} links to {term}"


def test_every_page_of_a_criterion_links_terms_each_of_them_once() -> None:
    """First use only."""
    for path, html in criteria_pages().items():
        if path.count("/") == 3:
            terms = [term for _, term in LINK.findall(html)]
            assert terms, f"{path} links no term"
            assert len(terms) == len(set(terms)), f"{path} links a term twice"


def test_every_term_is_used_somewhere_or_is_listed_for_reference_only() -> None:
    """A glossary that nobody needs is not kept."""
    texts = [passage.text for passage in passages(ROOT) if passage.kind != "glossary"]
    texts += [rule.title for scheme in library().schemes.values() for rule in scheme.edition.common_rules]
    used = {term for text in texts for term, _, _ in occurrences(shipped(), text)}
    assert {term.id for term in shipped().terms if not term.reference} - used == set()


def test_the_page_has_every_term_once_in_order_of_the_alphabet() -> None:
    """From A to Z, with an anchor each."""
    listed = [term.term.casefold() for letter in glossary.letters(shipped()) for term in letter.terms]
    assert listed == sorted(listed)
    assert len(listed) == len(shipped().terms)
    html = made(glossary, catalogue())["glossary/"].content
    ids = ANCHOR.findall(html)
    assert len(ids) == len(set(ids))
    assert {term.id for term in shipped().terms} <= set(ids)
    for target in re.findall(r'href="#([^"]+)"', html):
        assert target in ids


def test_a_clause_of_a_standard_is_shown_only_where_it_was_seen() -> None:
    """Otherwise the page says no more than that the vocabulary follows the standard."""
    seen = Term(id="a", term="A", definition="One.", standard=StandardTerm(title="ISO/IEC 17000:2020", clause="7.2"))
    followed = Term(id="b", term="B", definition="Two.", standard=StandardTerm(title="ISO/IEC 17000"))
    html = made(glossary, with_terms(seen, followed))["glossary/"].content
    assert "Term of ISO/IEC 17000:2020, 7.2" in html
    assert "Vocabulary follows ISO/IEC 17000<" in html


def test_a_hostile_term_is_text() -> None:
    """Escaped, on the page of the glossary too."""
    html = made(glossary, with_terms(Term(id="x", term="<b>", short='"', definition="<script>")))["glossary/"].content
    assert "<script>" not in html
    assert "&lt;b&gt; (&#34;)" in html


def test_without_a_glossary_there_is_no_page() -> None:
    """And pages of criteria stay plain."""
    bare = Catalogue(library=replace(library(), glossary=None), on=catalogue().on, rows=())
    assert tuple(glossary.addresses(bare)) == ()
    assert made(glossary, bare) == {}


@pytest.mark.parametrize("term", shipped().terms, ids=lambda term: term.id)
def test_a_definition_has_no_long_sentence(term: Term) -> None:
    """A glossary that needs a glossary helps nobody."""
    assert readability([term.definition]).long_sentences == 0
