"""Links from texts to the glossary: the first use of a term, and nothing but that."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from citylabel.model.glossary import Glossary, Term
from citylabel.views.terms import TermLinker

HREF = "../../glossary/"


def glossary(*terms: Term) -> Glossary:
    """A glossary of these terms."""
    return Glossary(format="citylabel/glossary/1", terms=terms)


def term(key: str, *forms: str, reference: bool = False) -> Term:
    """A term that is called as its id, with other forms."""
    return Term(id=key, term=key.replace("-", " "), forms=forms, definition="What it is.", reference=reference)


TERMS = glossary(
    term("evidence"),
    term("standing-evidence"),
    term("step", "steps"),
    term("window", "W"),
    term("case", reference=True),
    Term(id="dpia", term="Impact assessment", short="DPIA", definition="A study of risks."),
)


class Found(HTMLParser):
    """The text of some HTML, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.links: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link; what it says comes after."""
        self.tags.add(tag)
        self.links.append((dict(attrs)["href"] or "", ""))

    def handle_data(self, data: str) -> None:
        """Note text, also as that of the link that was opened last."""
        self.text += data
        if self.links and not self.links[-1][1]:
            self.links[-1] = (self.links[-1][0], data)


def linked(text: str, terms: Glossary | None = TERMS) -> list[str]:
    """What a page with this text links, as `words > id`."""
    return [f"{words} > {href.removeprefix(f'{HREF}#')}" for href, words in Found(TermLinker(terms, HREF)(text)).links]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Evidence is public.", ["Evidence > evidence"]),
        ("EVIDENCE and evidence", ["EVIDENCE > evidence"]),
        ("Standing evidence is evidence.", ["Standing evidence > standing-evidence", "evidence > evidence"]),
        ("standing\nevidence", ["standing\nevidence > standing-evidence"]),
        ("Steps are steps, and a step is one.", ["Steps > step"]),
        ("footsteps, step-by-step, steps_2, misstep", []),
        ("The assessor's step's end", ["step > step"]),
        ("In W, not in w, nor in W3 or W-lan.", ["W > window"]),
        ("A DPIA, never a dpia.", ["DPIA > dpia"]),
        ("In any case.", []),
        ("", []),
    ],
)
def test_the_first_use_of_a_whole_word_is_linked_the_longest_first(text: str, links: list[str]) -> None:
    """As written, in whole words, once for each term."""
    assert linked(text) == links


def test_a_page_links_a_term_once_over_all_its_texts() -> None:
    """The linker of a page remembers; another page begins again."""
    page = TermLinker(TERMS, HREF)
    assert page("A step.") == f'A <a class="u-term" href="{HREF}#step">step</a>.'
    assert page("Another step.") == "Another step."
    assert "<a" in TermLinker(TERMS, HREF)("Another step.")


def test_a_longer_term_that_is_linked_already_leaves_its_parts_alone() -> None:
    """No half of a term leads somewhere else."""
    page = TermLinker(TERMS, HREF)
    page("Standing evidence")
    assert page("Standing evidence") == "Standing evidence"


def test_without_a_glossary_texts_stay_plain() -> None:
    """A label may have none."""
    assert TermLinker(None)("A step & more") == "A step &amp; more"


@pytest.mark.parametrize("href", [HREF, '"><script>alert(1)</script>'])
@pytest.mark.parametrize(
    "text", ['<script>step</script> & "evidence"', "step <img src=x onerror=alert(1)> W", "&lt;step&gt;"]
)
def test_hostile_text_is_never_a_tag(text: str, href: str) -> None:
    """Whatever a record says, only links of ours are tags."""
    found = Found(TermLinker(TERMS, href)(text))
    assert (found.tags, found.text) == ({"a"}, text)


PIECES = st.sampled_from(
    ["step", "Steps", "W", "DPIA", "standing", "evidence", " ", "\n", "<b>", "&amp;", "'", '"', "-", "\x00", "ß", "İ"]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join))
def test_without_its_tags_the_result_is_the_escaped_text(text: str) -> None:
    """Nothing is lost, added or moved."""
    html = str(TermLinker(TERMS, HREF)(text))
    for key in ("step", "window", "dpia", "evidence", "standing-evidence"):
        html = html.replace(f'<a class="u-term" href="{HREF}#{key}">', "")
    plain = html.replace("</a>", "")
    assert plain == str(escape(text))
    assert unescape(plain) == unescape(str(escape(text)))
