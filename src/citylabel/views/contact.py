"""Whom to write to, what to say, and what happens next: values from `data/label.yml`, times from the edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from citylabel.model.address import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

PATH = "contact/"
RECEIPT_DAYS = 5
"""Working days until a receipt: our proposal, also in `docs/en/service-standard.md`."""
ANSWER_DAYS = 10
"""Working days until an answer to a question, a mistake or a barrier: our proposal, said there as well."""
REPLY_DAYS = 30
"""Days until an answer to an objection, a complaint or an appeal: our proposal; H1 allows no longer."""
WAYS = (
    ("question", "about/"),
    ("mistake", "service-standard/"),
    ("barrier", "accessibility/"),
    ("objection", "handbook/procedure/"),
    ("complaint", "handbook/procedure/#complaint"),
    ("appeal", "handbook/procedure/#appeal"),
)
"""What people write about: key of its words, and the written page that says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One thing to write about."""

    key: str
    title: str
    who: str
    """Who may write, and until when."""
    say: str
    """What to write."""
    next: str
    """What happens next, and how long it takes."""
    mail: str
    """Link that opens a message to the mailbox."""
    more: str
    """Link to the page that says more."""


def addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return (PATH,)


def pages(desk: Desk, _catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    contact = desk.library.label.addresses.contact
    wanted = tuple(_way(desk, key, more) for key, more in WAYS)
    yield desk.page(
        "contact.html",
        path=PATH,
        title=desk.words.t("contact.title"),
        description=desk.words.t("contact.description"),
        contact=contact,
        nobody=is_reserved(contact),
        wanted=tuple((way.title, way.key) for way in wanted),
        ways_to_write=wanted,
    )


def _way(desk: Desk, key: str, more: str) -> Way:
    t, procedure = desk.words.t, desk.library.scheme.edition.procedure
    title = t(f"contact.{key}.title")
    return Way(
        key=key,
        title=title,
        who=t(f"contact.{key}.who", challenge=procedure.challenge_days, appeal=procedure.appeal_days),
        say=t(f"contact.{key}.say"),
        next=t(f"contact.{key}.next", receipt=RECEIPT_DAYS, answer=ANSWER_DAYS, reply=REPLY_DAYS),
        mail=f"mailto:{desk.library.label.addresses.contact}?subject={quote(title)}",
        more=desk.links.to(more, base=PATH),
    )
