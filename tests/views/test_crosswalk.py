"""The crosswalk shows both ways what the criteria cover, and says why they leave out the rest."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.views.made_register import catalogue, library, made

from citylabel.model.criterion import Basis
from citylabel.model.framework import FrameworkKind
from citylabel.views import crosswalk, frameworks
from citylabel.views.references import citing

FEWEST = 2


def content() -> str:
    """What the page says."""
    return unescape(made(crosswalk, catalogue())[crosswalk.PATH].content)


def rows() -> dict[str, list[str]]:
    """The cells of each criterion in the table, by its id."""
    table = content().partition('id="matrix"')[2].partition("</table>")[0]
    found = re.findall(r'<tr><th scope="row"><a href="[^"]*/([a-h]\d)/">.*?</th>(.*?)</tr>', table)
    return {key: [re.sub(r"<[^>]+>", "", cell) for cell in cells.split("</td>")[:-1]] for key, cells in found}


def test_the_nine_systems_of_2018_are_all_there() -> None:
    seeds = [library().frameworks[seed].seed for seed in crosswalk.seed_ids(library())]
    assert seeds == list(range(1, 10))


@pytest.mark.parametrize("seed", crosswalk.seed_ids(library()))
def test_each_of_the_nine_systems_has_at_least_two_criteria(seed: str) -> None:
    assert len(tuple(citing(library(), seed))) >= FEWEST, f"{seed} is hardly taken up"


def test_the_table_says_by_word_which_criterion_takes_up_which_system() -> None:
    seeds, shown = crosswalk.seed_ids(library()), rows()
    assert list(shown) == list(library().scheme.edition.criterion_ids)
    for criterion in library().criteria:
        named = {source.framework for source in criterion.sources}
        assert [cell == "Yes" for cell in shown[criterion.id]] == [seed in named for seed in seeds]
        assert all(cell.endswith("no") for cell in shown[criterion.id] if cell != "Yes")


def test_every_principle_of_a_declaration_leads_to_its_place_and_to_its_criteria() -> None:
    said = content()
    for identifier, framework in library().frameworks.items():
        if framework.kind is not FrameworkKind.DECLARATION:
            continue
        for part in framework.parts:
            row = said.partition(f'sources/{identifier}/#{part.id}"')[2].partition("</tr>")[0]
            for criterion in citing(library(), identifier, part.id):
                assert f"criteria/{library().label.edition}/{criterion.id}/" in row


def test_every_law_names_its_criteria_with_article_and_whether_it_is_duty_or_merit() -> None:
    law = content().partition('<h3 id="wad"')[2].partition("<h3")[0]
    row = law.partition("/d1/")[2].partition("</tr>")[0]
    assert "sources/wad/#statement" in row
    assert "<td>step 1</td><td>steps 2 and 3</td>" in row


def test_a_duty_stands_only_under_the_law_that_it_repeats() -> None:
    gateway = content().partition('<h3 id="sdg"')[2].partition("<h3")[0]
    row = gateway.partition("/d1/")[2].partition("</tr>")[0]
    assert "steps 1, 2 and 3" in row
    assert "no step" in row


def test_a_step_that_is_a_duty_names_the_law_that_it_repeats() -> None:
    for criterion in library().criteria:
        has_duty = any(step.basis is Basis.DUTY for step in criterion.steps)
        assert has_duty == any(source.basis is Basis.DUTY for source in criterion.sources), criterion.id


def test_what_nobody_takes_up_is_listed_with_its_reason() -> None:
    said = content()
    for framework in library().frameworks.values():
        reasons = [framework.left_out, *(part.left_out for part in framework.parts)]
        assert all(reason in said for reason in reasons if reason)


def test_what_stays_thin_is_said_for_each_system() -> None:
    said = content()
    for seed in crosswalk.seed_ids(library()):
        framework = library().frameworks[seed]
        thin = [framework.thin, *(part.thin for part in framework.parts)]
        assert all(reason in said for reason in thin if reason)


def test_every_part_has_an_anchor_on_the_page_of_its_framework_and_says_why_it_is_left_out() -> None:
    pages = made(frameworks, catalogue())
    for identifier, framework in library().frameworks.items():
        said = unescape(pages[frameworks.address(identifier)].content)
        for part in framework.parts:
            shown = said.partition(f'<li id="{part.id}">')[2].partition("\n<li id=")[0]
            assert shown
            assert (part.left_out or part.thin or "") in shown
