"""A draft beside the edition in use: it says that it is one, and what became of each criterion."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.views.rows import catalogue, library

from citylabel.catalogue import Catalogue
from citylabel.model.succession import Became, Fate
from citylabel.views import changes, criteria
from citylabel.views.changes import differences
from citylabel.views.contents import page_addresses
from citylabel.views.desk import Desk
from citylabel.views.engine import environment
from citylabel.views.page import Links
from citylabel.words import NARROW, read_words

if TYPE_CHECKING:
    from types import ModuleType

    from citylabel.model.edition import Edition
    from citylabel.views.page import Page

WORDS = read_words()
WRITTEN = frozenset({"handbook/", "about/", "apply/"})
OLD, DRAFT = library().schemes["2026"], library().schemes["2029"]


@cache
def made() -> dict[str, Page]:
    """The pages of criteria and of changes by address."""
    return pages_of(catalogue(), criteria, changes)


def pages_of(shown: Catalogue, *views: ModuleType) -> dict[str, Page]:
    """The pages of these views by address."""
    links = Links(page_addresses(shown) | WRITTEN)
    desk = Desk(library=shown.library, words=WORDS, engine=environment(WORDS), links=links)
    return {page.path: page for view in views for page in view.pages(desk, shown)}


def with_draft(edition: Edition) -> Catalogue:
    """A register whose draft reads otherwise."""
    schemes = {**library().schemes, "2029": replace(DRAFT, edition=edition)}
    return Catalogue(library=replace(library(), schemes=schemes), on=catalogue().on, rows=())


@pytest.mark.parametrize("path", ["criteria/2029/", "criteria/2029/changes/", "criteria/2029/h3/", "criteria/2029/d6/"])
def test_every_page_of_a_draft_says_so_and_leads_to_what_counts_now(path: str) -> None:
    """Nobody may take a draft for what is asked."""
    html = made()[path].content
    assert WORDS.t("editions.draft-title") in html
    assert WORDS.t("editions.used-now", edition="Edition 2026") in html


def test_the_edition_in_use_says_nothing_of_drafts() -> None:
    """Its pages look as before."""
    pages = made()
    assert WORDS.t("editions.draft-title") not in pages["criteria/2026/"].content
    assert WORDS.t("editions.draft-title") not in pages["criteria/2026/h3/"].content


def test_the_edition_in_use_comes_first_and_the_draft_is_marked() -> None:
    """On the page of all editions."""
    html = made()["criteria/"].content
    assert html.index('id="2026"') < html.index('id="2029"')
    assert WORDS.t("editions.draft") in html
    assert 'href="../criteria/2029/changes/"' in html


def test_a_kept_criterion_has_one_page_only() -> None:
    """The draft leads to the page of the edition it follows."""
    pages = made()
    assert "criteria/2029/a1/" not in pages
    assert 'href="../../criteria/2026/a1/"' in pages["criteria/2029/"].content
    assert {path.split("/")[2] for path in pages if path.startswith("criteria/2029/")} - {""} == {
        *("c4", "d6", "e2", "h3", "changes")
    }


def test_once_proposed_every_criterion_has_a_page_of_its_own() -> None:
    """Places are then judged by that edition."""
    proposed = with_draft(
        DRAFT.edition.model_copy(update={"proposed_on": library().label.specimens.demonstration_date})
    )
    addresses = set(criteria.addresses(proposed))
    assert {f"criteria/2029/{criterion}/" for criterion in DRAFT.edition.criterion_ids} <= addresses


def test_criteria_of_a_draft_stay_out_of_search_engines() -> None:
    """Whoever searches for a criterion finds the one that counts."""
    pages = made()
    assert not pages["criteria/2029/h3/"].indexable
    assert pages["criteria/2026/h3/"].indexable


def test_every_criterion_of_the_edition_before_is_named_with_its_reason() -> None:
    """Kept ones too."""
    html = made()["criteria/2029/changes/"].content
    for change in DRAFT.edition.became:
        for criterion in change.criteria:
            assert f">{criterion.upper()} " in html
    assert all(f">{each.criterion.upper()} " in html for each in DRAFT.edition.new)


def test_changed_thresholds_stand_side_by_side() -> None:
    """Old and new step of a criterion, each with its number, and nothing that is the same."""
    found = {each.part: each for each in differences(WORDS, OLD.criteria["h3"], DRAFT.criteria["h3"])}
    third = found[WORDS.t("criteria.step", step=3)]
    assert not any("came for" in line for line in third.old)
    assert any(f"came for: at least 80{NARROW}%" in line for line in third.new)
    assert WORDS.t("criteria.step", step=1) not in found
    added = found[WORDS.t("changes.measure", measure="People who got what they came for")]
    assert (added.old, added.word) == ((), WORDS.t("changes.added"))


def test_what_is_no_longer_asked_is_shown_as_dropped() -> None:
    """Read the other way round, the new measure of the draft goes."""
    found = list(differences(WORDS, DRAFT.criteria["c4"], OLD.criteria["c4"]))
    assert [each.new for each in found if each.word == WORDS.t("changes.dropped")] == [()]


def test_a_criterion_does_not_differ_from_itself() -> None:
    """Nothing is shown twice."""
    assert list(differences(WORDS, OLD.criteria["c4"], OLD.criteria["c4"])) == []


def test_split_merged_and_retired_criteria_are_told() -> None:
    """Each with what it became, and the old page to read."""
    html = pages_of(with_draft(_torn()), changes)["criteria/2029/changes/"].content
    for fate in (Fate.SPLIT, Fate.MERGED, Fate.RETIRED):
        assert f'<h2 id="{fate}">' in html
    assert "Nobody &lt;b&gt;asked&lt;/b&gt; for it." in html


def _torn() -> Edition:
    """The draft with other fates for the kept criteria of theme A."""
    rest = [change for change in DRAFT.edition.became if "a1" not in change.criteria]
    torn = (
        Became(criteria=("a1",), fate=Fate.SPLIT, into=("a1", "a2"), reason="Two questions."),
        Became(criteria=("a2", "a3"), fate=Fate.MERGED, into=("a3",), reason="One question."),
        Became(criteria=("a4",), fate=Fate.RETIRED, reason="Nobody <b>asked</b> for it."),
    )
    return DRAFT.edition.model_copy(update={"became": (*torn, *rest)})
