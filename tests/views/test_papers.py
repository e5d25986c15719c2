"""Working papers say what the pages of the criteria say, with room to write."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.views.rows import catalogue, library

from citylabel.catalogue import Catalogue
from citylabel.views import papers, questionnaire
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.words import read_words

if TYPE_CHECKING:
    from citylabel.views.page import Page

MOST_BYTES = 2_000_000


def desk(shown: Catalogue) -> Desk:
    """A desk that knows the papers and the written pages they lead to."""
    targets = {*papers.addresses(shown), "handbook/", "apply/"}
    words = read_words()
    links = Links(targets, shared=questionnaire.file_addresses(shown))
    return Desk(library=shown.library, words=words, engine=environment(words), links=links)


@cache
def made() -> dict[str, Page]:
    """All papers by address."""
    shown = catalogue()
    return {page.path: page for page in papers.pages(desk(shown), shown)}


def test_exactly_the_announced_papers_are_made() -> None:
    assert tuple(made()) == papers.addresses(catalogue())


@pytest.mark.parametrize("paper", papers.PAPERS)
def test_each_paper_has_every_criterion_once_and_in_order(paper: str) -> None:
    text = made()[papers.address(paper)].content
    headings = re.findall(r'<h3 id="([a-z][a-z0-9-]*)">', text)
    assert tuple(headings) == library().scheme.edition.criterion_ids


@pytest.mark.parametrize("paper", papers.PAPERS)
def test_the_contents_of_a_paper_lead_to_what_is_there(paper: str) -> None:
    text = made()[papers.address(paper)].content
    anchors = re.findall(r'href="#([^"]+)"', text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert anchors
    assert set(anchors) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("paper", papers.PAPERS)
def test_headings_of_a_paper_skip_no_level(paper: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", made()[papers.address(paper)].content)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_checklist_has_a_box_for_each_step_and_each_piece_of_evidence() -> None:
    text = made()["handbook/checklist/"].content
    asked = sum(
        len(c.steps) + len(c.evidence) + sum(m.by == "applicant" for m in c.measures) for c in library().criteria
    )
    assert text.count('class="u-tick"') == asked


def test_the_review_form_has_each_check_in_order_and_each_point() -> None:
    text = made()["handbook/review-form/"].content
    for criterion in library().criteria:
        part = text.partition(f'<h3 id="{criterion.id}">')[2].partition("</article>")[0]
        places = [part.index(f"<span>{_escaped(check.does)}") for check in criterion.checks]
        assert places == sorted(places)
        assert all(_escaped(point.asks) in part for step in criterion.steps for point in step.points)


def test_the_questionnaire_asks_for_every_figure_of_the_applicant_and_no_other() -> None:
    text = made()["handbook/questionnaire/"].content
    for criterion in library().criteria:
        for measure in criterion.measures:
            assert (_escaped(measure.question) in text) is (measure.by == "applicant")


def test_the_whole_handbook_says_everything_and_stays_below_two_megabytes() -> None:
    text = made()["handbook/all/"].content
    assert len(text.encode()) < MOST_BYTES
    for criterion in library().criteria:
        for said in (criterion.intent, *criterion.relations, *(case.why for case in criterion.cases)):
            assert _escaped(said.split("\n\n")[0]) in text
    assert all(_escaped(rule.rule) in text for rule in library().scheme.edition.common_rules)


def test_nothing_in_a_record_becomes_markup() -> None:
    scheme = library().scheme
    hostile = scheme.criteria["d1"].model_copy(update={"question": '<script>alert("x")</script>', "story": "<b>x</b>"})
    changed = replace(scheme, criteria={**scheme.criteria, "d1": hostile})
    shared = replace(library(), schemes={scheme.id: changed})
    shown = Catalogue(library=shared, on=catalogue().on, rows=())
    for page in papers.pages(desk(shown), shown):
        assert "<script" not in page.content
        assert "<b>x" not in page.content


def test_a_form_refuses_no_scheme() -> None:
    """Another edition has other levels and no status beside the ladder."""
    scheme = library().scheme
    edition = scheme.edition.model_copy(update={"committed": None, "small_places": None, "common_rules": ()})
    shared = replace(library(), schemes={scheme.id: replace(scheme, edition=edition)})
    shown = Catalogue(library=shared, on=catalogue().on, rows=())
    assert len(list(papers.pages(desk(shown), shown))) == len(papers.PAPERS)


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace('"', "&#34;")
    )
