"""Who has something to say learns whom to write to, what to write, and what happens next."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from pathlib import Path

from tests.views.made_register import catalogue, library, made

from citylabel.catalogue import Catalogue
from citylabel.views import contact

ROOT = Path(__file__).resolve().parents[2]
STANDARD = ROOT / "docs" / "en" / "service-standard.md"
ANSWERED = ("question", "mistake", "barrier")
DECIDED = ("complaint", "appeal")


def content(shown: Catalogue | None = None) -> str:
    """What the page says."""
    return unescape(made(contact, shown or catalogue())[contact.PATH].content)


def with_addresses(**addresses: str | None) -> Catalogue:
    """A register of a body with these addresses."""
    label = library().label
    changed = label.addresses.model_copy(update=addresses)
    shared = replace(library(), label=label.model_copy(update={"addresses": changed}))
    return Catalogue(library=shared, on=catalogue().on, rows=())


def test_mailbox_repository_and_body_are_those_of_the_label() -> None:
    said, label = content(), library().label
    assert f'<a href="mailto:{label.addresses.contact}">{label.addresses.contact}</a>' in said
    assert str(label.addresses.repository) in said
    assert label.body.name in said


def test_as_long_as_nobody_reads_the_mailbox_the_page_says_so() -> None:
    assert "Nobody reads this mailbox yet" in content()
    assert "Nobody reads" not in content(with_addresses(contact="label@city.org"))


def test_a_label_without_repository_offers_only_the_mailbox() -> None:
    assert "In public, in the repository" not in content(with_addresses(repository=None))


def test_every_concern_has_its_own_part_with_who_what_and_next() -> None:
    said = content()
    for key, _ in contact.WAYS:
        part = said.partition(f'<h2 id="{key}">')[2].partition("<h2")[0]
        assert part.count("<dt>") == len(("who", "say", "next"))
        assert 'href="mailto:' in part


def test_the_days_for_objections_and_appeals_are_those_of_the_edition() -> None:
    procedure = library().scheme.edition.procedure
    assert f"within {procedure.challenge_days} days of the application" in content()
    assert f"within {procedure.appeal_days} days of the decision" in content()


def test_the_service_standard_names_the_same_times_as_the_page_on_contact() -> None:
    table = [line for line in STANDARD.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert sum(f"| answer in {contact.ANSWER_DAYS} working days" in line for line in table) == len(ANSWERED)
    assert sum(f"| answer in {contact.REPLY_DAYS} days" in line for line in table) == len(DECIDED)
    assert sum(f"| answer {contact.REPLY_DAYS} days after the open challenge" in line for line in table) == 1
    assert sum(f"| receipt in {contact.RECEIPT_DAYS} working days |" in line for line in table) == len(contact.WAYS) - 1
