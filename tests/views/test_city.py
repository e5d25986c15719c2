"""What the page of a place says, in every state a place can be in."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tests.rules.made import SITE, act, application, evidence, grant, values
from tests.views.made_city import (
    GRANTED,
    ON,
    UNTIL,
    case,
    city,
    concluded,
    desk,
    evaluation,
    finding,
    granted,
    online,
    page,
    relabelled,
)

from citylabel.model.application import NotApplicable, NotMet
from citylabel.model.base import Words
from citylabel.model.commitment import Commitment, Progress
from citylabel.model.evaluation import Assessor, Challenge, Outcome
from citylabel.model.evidence import EvidenceKind
from citylabel.model.measure import Share
from citylabel.model.place import Kind
from citylabel.model.review import Review
from citylabel.model.update import ChallengeReply, Update
from citylabel.views.city import city_page
from citylabel.views.page import UnknownTarget

if TYPE_CHECKING:
    from citylabel.model.application import Answer
    from citylabel.model.decision import Decision

ANSWERED = {"b2": online()}
FOUND = {"b2": finding()}
EVIL = "\"'><script>alert(1)</script>&<img src=x onerror=alert(2)>"


class Elements(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.anchors: set[str] = set()
        self.headings: list[int] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.anchors |= {(given.get("href") or "")[1:]} if (given.get("href") or "").startswith("#") else set()
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))


def _row_of(content: str, criterion: str) -> str:
    """Cut the row of a criterion out of a page."""
    start = content.rindex("<details", 0, content.index(f'<div id="{criterion}">'))
    return content[start : content.index("</details>", start)]


# The plaque: word, dates and reason first.


def test_a_granted_level_stands_with_its_end_and_the_boards_reason() -> None:
    content = page(granted(ANSWERED, FOUND)).content
    assert '<p class="u-plaque__word">Bronze</p>' in content
    assert "In force until 31 May 2031" in content
    assert "It was shown." in content


@pytest.mark.parametrize(
    ("kind", "word", "line"),
    [
        ("suspension", "Suspended", "Not in force since 1 August 2028"),
        ("withdrawal", "Withdrawn", "Withdrawn on 1 August 2028, for good"),
        ("termination", "Ended", "Ended on 1 August 2028 at the place\N{RIGHT SINGLE QUOTATION MARK}s own request"),
    ],
)
def test_a_lost_label_says_what_it_held_and_why_it_ended(kind: str, word: str, line: str) -> None:
    acts: tuple[Decision, ...] = (grant(GRANTED, UNTIL), act(kind, date(2028, 8, 1), 2))
    content = page(case(ANSWERED, FOUND, decisions=acts)).content
    assert f'<p class="u-plaque__word">{word}</p>' in content
    assert line in content
    assert "It held Bronze, granted on 1 June 2028 until 31 May 2031." in content
    assert "u-tone-lost" in content


def test_an_expired_label_says_its_last_day() -> None:
    content = page(granted(ANSWERED, FOUND), on=date(2031, 6, 1)).content
    assert "Ended on 31 May 2031 and was not renewed" in content
    assert 'id="next"' not in content


def test_a_refusal_says_what_was_applied_for() -> None:
    content = page(case(ANSWERED, FOUND, decisions=(act("refusal", GRANTED),))).content
    assert '<p class="u-plaque__word">Refused</p>' in content
    assert "It had applied for Bronze, Edition 2026." in content


def test_a_received_application_is_shown_as_claims_that_nobody_has_checked() -> None:
    content = page(case(ANSWERED), on=date(2028, 3, 20), record=None).content
    assert '<p class="u-plaque__word">Application received</p>' in content
    assert "Not checked yet" in content
    assert "Step 2 claimed" in _row_of(content, "b2")
    assert "Anyone may object until 14 April 2028." in content


def test_findings_stay_out_of_sight_until_they_are_handed_over() -> None:
    content = page(case(ANSWERED, FOUND), on=date(2028, 4, 15)).content
    assert "Under evaluation" in content
    assert "We counted them." not in content


def test_a_committed_place_is_told_apart_from_the_levels() -> None:
    content = page(granted(ANSWERED, FOUND, "committed")).content
    assert '<p class="u-plaque__word">Committed</p>' in content
    assert "It stands beside the levels and is none of them." in content


# What must not be overlooked.


def test_a_level_that_the_findings_no_longer_support_is_a_notice_and_changes_nothing() -> None:
    content = page(granted(ANSWERED, FOUND)).content
    assert "Fallen below Bronze" in content
    assert "only a decision changes what is granted" in content


def test_a_late_refresh_is_said_with_its_date() -> None:
    content = page(granted(ANSWERED, FOUND), on=date(2029, 7, 1)).content
    assert "The yearly refresh was due on 1 June 2029 and has not come." in content


def test_a_label_in_its_last_months_ends_soon() -> None:
    assert "Ends soon" in page(granted(ANSWERED, FOUND), on=date(2031, 4, 1)).content
    assert "Ends soon" not in page(granted(ANSWERED, FOUND)).content


def test_a_renewal_in_work_is_told_and_listed_beside_the_label() -> None:
    renewal = case(ANSWERED, id="2026-2", application=application(ANSWERED, submitted_on=date(2030, 11, 1)))
    content = page(granted(ANSWERED, FOUND), renewal, on=date(2030, 12, 1)).content
    assert "A new application for Bronze was received on 1 November 2030." in content
    assert "Other applications of this place" in content


# Each criterion: value, evidence, finding, reasons; and states that cannot be mistaken for each other.


def test_a_found_criterion_shows_value_finding_evidence_and_what_the_next_step_asks() -> None:
    row = _row_of(page(granted(ANSWERED, FOUND)).content, "b2")
    text = row.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "90 of 120 (75 %)" in text
    assert "For step 3: at least 95 %" in text
    assert "Confirmed, checked by two peers." in text
    assert "We counted them." in text
    assert f'<a href="{SITE}" rel="nofollow noopener external">A page</a>' in text
    assert "The town · 15 March 2028" in text
    assert "What B2 asks" in text


def test_every_state_looks_and_reads_unlike_the_others() -> None:
    old = date(2020, 1, 1)
    answers: dict[str, Answer] = {
        "b2": online(),
        "b3": values({"status_share": Share(n=1, d=100)}, evidence(EvidenceKind.SHOWING)),
        "b4": NotApplicable(answer="not_applicable", ground="few_logins", reason="No service asks for it."),
        "b5": values({"phone_ready_share": Share(n=10, d=10)}),
        "c1": values({"documents_dropped": 3}, evidence(EvidenceKind.DECISION, old), evidence(EvidenceKind.PAGE, old)),
        "c2": NotMet(answer="not_met"),
    }
    findings = {"b2": finding(), "b3": finding(Outcome.NOT_SATISFIED), "b4": finding(Outcome.NOT_APPLICABLE)}
    findings |= {"c1": finding(), "c2": finding()}
    content = page(granted(answers, findings)).content
    expected = {
        "b2": ("s2", "Step 2"),
        "b3": ("s0", "Not met"),
        "b4": ("na", "Not applicable"),
        "b5": ("ns", "Not assessed"),
        "c1": ("st", "Stale"),
        "d3": ("un", "Not answered"),
    }
    for criterion, (symbol, word) in expected.items():
        assert f'<use href="#_{symbol}"/></svg>{word}</span>' in _row_of(content, criterion), criterion
    drawings = {content.split(f'<symbol id="_{name}">')[1].split("</symbol>")[0] for name, _ in expected.values()}
    assert len(drawings) == len(expected)
    assert "This is not the same as no." in _row_of(content, "d3")
    assert "<details open>" in _row_of(content, "c1")


def test_a_corrected_value_stands_beside_the_claimed_one() -> None:
    corrected = finding(Outcome.CORRECTED, values={"online_share": Share(n=80, d=120)})
    text = _row_of(page(granted(ANSWERED, {"b2": corrected})).content, "b2").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "80 of 120 (66 %)" in text
    assert "claimed: 90 of 120 (75 %)" in text


def test_refreshed_values_say_that_the_finding_is_older() -> None:
    update = Update(format="citylabel/update/1", refresh=True, answers={"b2": online(100)})
    content = page(
        case(ANSWERED, FOUND, decisions=(grant(GRANTED, UNTIL),), updates=((date(2028, 8, 1), update),))
    ).content
    row = _row_of(content, "b2")
    assert "100 of 120" in row
    assert "Values refreshed on 1 August 2028, after this finding." in row


def test_ticked_points_are_told_in_words() -> None:
    answers = {"a4": values({"shared_components": 2}, evidence(EvidenceKind.RULE))}
    findings = {"a4": finding(points=("rule_with_four_clauses",))}
    assert "Seen by the assessors:" in _row_of(page(granted(answers, findings)).content, "a4")


def test_stale_evidence_says_so_and_why() -> None:
    stale = evidence(EvidenceKind.CATALOGUE, date(2020, 1, 1), 2)
    answers = {"b2": values({"online_share": Share(n=90, d=120)}, evidence(EvidenceKind.CATALOGUE), stale)}
    row = _row_of(page(granted(answers, FOUND)).content, "b2")
    assert "<b>Stale:</b> too old on 15 March 2028, gives no points." in row
    assert row.count('class="stale"') == 1


def test_residents_read_a_value_as_a_sentence() -> None:
    content = page(granted(ANSWERED, FOUND)).content.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "75 % of the services can be done online from start to finish." in content


# Who judged, what others objected, what was promised.


def test_a_name_that_was_erased_leaves_its_id() -> None:
    shared = relabelled()
    party = shared.parties["specimen-assessor-2"].model_copy(update={"name": None})
    at = desk(type(shared)(**{**vars(shared), "parties": {**shared.parties, party.id: party}}))
    content = page(granted(ANSWERED, FOUND), at=at).content
    assert "Name erased (specimen-assessor-2)" in content
    assert "Declared interests: None." in content


def test_an_objection_stands_with_its_reply_and_outcome() -> None:
    challenge = Challenge(
        id="v1", received_on=date(2028, 3, 30), by="a resident", criterion="b2", text="It is wrong.",
        outcome="dismissed", reason="It is right.",
    )  # fmt: skip
    reply = Update(format="citylabel/update/1", replies=(ChallengeReply(challenge="v1", text="We looked again."),))
    judged = evaluation(FOUND, challenges=(challenge,))
    content = page(
        case(ANSWERED, evaluation=judged, updates=((date(2028, 4, 10), reply),), decisions=(grant(GRANTED, UNTIL),))
    ).content
    for text in (
        "A resident, 30 March 2028, on B2",
        "It is wrong.",
        "We looked again.",
        "Dismissed.",
        "It is right.",
    ):
        assert text in content


def test_commitments_are_open_late_done_or_dropped_by_word() -> None:
    made = tuple(
        Commitment(id=f"p{n}", criterion="b2", step=3, what="More services.", by=day, responsible="Web team")
        for n, day in enumerate((date(2029, 1, 1), date(2028, 8, 30), date(2028, 8, 1), date(2028, 7, 1)))
    )
    applied = application(ANSWERED).model_copy(update={"commitments": made})
    progress = (
        Progress(commitment="p2", state="done", note="So it is."),
        Progress(commitment="p3", state="dropped", note="So it is."),
    )
    update = Update(format="citylabel/update/1", progress=progress)
    content = page(case({}, FOUND, application=applied, updates=((date(2028, 8, 10), update),))).content
    for state, when in (
        ("open", "By 1 January 2029"),
        ("late", "Was due 30 August 2028, 2 days ago"),
        ("done", "Due 1 August 2028, reported as done on 10 August 2028"),
        ("dropped", "Was due 1 July 2028, dropped on 10 August 2028"),
    ):
        assert f'u-state--{state}">{state.capitalize()}</span>' in content
        assert when in content


# Badge, data, corrections.


def test_the_html_to_embed_is_absolute_and_says_the_status_in_words() -> None:
    content = page(granted(ANSWERED, FOUND)).content
    assert "&lt;a href=&#34;https://label.example/cities/fi-town/&#34;&gt;" in content
    for ending in ("", "/round", "/small"):
        assert f"https://label.example/badges/fi-town{ending}.svg" in content
    assert "Kaupunki, Bronze, in force until 31 May 2031" in content


def test_a_mistake_can_be_reported_with_the_subject_filled_in() -> None:
    assert (
        "mailto:label@label.example?subject=Mistake%20on%20the%20page%20of%20Kaupunki"
        in page(granted(ANSWERED, FOUND)).content
    )


def test_without_a_repository_nothing_links_there() -> None:
    linked = "data/cities/fi-town"
    assert linked in page(granted(ANSWERED, FOUND)).content
    assert linked not in page(granted(ANSWERED, FOUND), at=desk(relabelled(repository=None))).content


def test_a_link_to_something_that_is_not_published_fails() -> None:
    with pytest.raises(UnknownTarget):
        page(granted(ANSWERED, FOUND), at=desk(without="criteria/2026/b2/"))


# Invented places cannot be taken for real ones.


def test_a_specimen_is_marked_and_kept_out_of_search_engines() -> None:
    made = page(granted(ANSWERED, FOUND), record=city(specimen=True))
    assert "u-specimen" in made.content
    assert "u-tag--specimen" in made.content
    assert not made.indexable
    assert "specimen" in made.description


def test_a_real_place_is_neither() -> None:
    made = page(granted(ANSWERED, FOUND))
    assert "u-specimen" not in made.content
    assert made.indexable


# Hostile texts, many languages, one order of headings.


def test_nothing_that_a_city_or_an_assessor_writes_becomes_markup() -> None:
    piece = evidence(EvidenceKind.CATALOGUE).model_copy(update={"title": EVIL, "publisher": EVIL, "where": EVIL})
    share = Share(n=90, d=120, period=EVIL, note=EVIL)
    answers: dict[str, Answer] = {
        "b2": values({"online_share": share}, piece).model_copy(update={"note": EVIL}),
        "b4": NotApplicable(answer="not_applicable", ground="few_logins", reason=EVIL),
        "c2": NotMet(answer="not_met", note=EVIL),
    }
    promise = Commitment(id="p1", criterion="b2", step=3, what=EVIL, by=ON, responsible=EVIL)
    applied = application(answers).model_copy(
        update={"summary": EVIL, "summary_language": "en", "commitments": (promise,)}
    )
    judged = evaluation(
        {"b2": finding(reason=EVIL), "c2": finding(reason=EVIL)},
        assessors=(Assessor(party="nobody", interests=EVIL),),
        challenges=(
            Challenge(id="v", received_on=date(2028, 4, 2), by=EVIL, text=EVIL, outcome="upheld", reason=EVIL),
        ),
        summary=EVIL,
        third_look=EVIL,
    )
    update = Update(
        format="citylabel/update/1", note=EVIL, progress=(Progress(commitment="p1", state="done", note=EVIL),)
    )
    review = Review(
        format="citylabel/review/1", reviewer="nobody", interests=EVIL, reviewed_on=date(2028, 5, 9),
        outcome="sufficient", reason=EVIL,
    )  # fmt: skip
    decision = grant(GRANTED, UNTIL).model_copy(update={"reason": EVIL})
    name = Words(lang="fi", text=EVIL)
    record = city(names=(name, name), kind=Kind.GROUP, region=name, members=(EVIL,))
    content = page(
        case(
            answers,
            application=applied,
            evaluation=judged,
            review=review,
            updates=((date(2028, 7, 1), update),),
            decisions=(decision,),
        ),
        record=record,
    ).content
    seen = Elements(content)
    assert "script" not in seen.tags
    assert "onerror" not in seen.attributes
    assert "style" not in seen.attributes
    assert EVIL not in content
    assert content.count("&lt;script&gt;") > 25


def test_names_and_texts_carry_their_language() -> None:
    names = (Words(lang="fi", text="Kaupunki"), Words(lang="sv", text="Staden"))
    content = page(granted(ANSWERED, FOUND), record=city(names=names)).content
    assert '<span lang="fi" dir="auto">Kaupunki</span>' in content
    assert '<span lang="sv" dir="auto">Staden</span>' in content


def test_headings_ids_and_anchors_are_in_order() -> None:
    seen = Elements(page(granted(ANSWERED, FOUND)).content)
    assert seen.headings.count(1) == 1
    assert all(later - before <= 1 for before, later in zip(seen.headings, seen.headings[1:], strict=False))
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.anchors <= set(seen.ids)


def test_the_same_records_give_the_same_bytes() -> None:
    assert page(granted(ANSWERED, FOUND)).content == page(granted(ANSWERED, FOUND)).content


def test_a_place_that_has_not_applied_has_no_page() -> None:
    conclusion, row = concluded(granted(ANSWERED, FOUND))
    before = type(conclusion)(**{**vars(conclusion), "case": None})
    with pytest.raises(ValueError, match="has not applied"):
        city_page(desk(), before, row)
