"""A page for each problem code: what is wrong, why it matters, how to repair it, with a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages import catalogue as messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.messages.message import Message
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

INDEX = "problems/"


def address(code: str) -> str:
    """Give the address of a problem's page."""
    return f"{INDEX}{code.lower()}/"


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the index and a page for each code."""
    del catalogue  # the same, whatever the register holds
    return (INDEX, *(address(message.code) for message in messages()))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the index and a page for each code."""
    del catalogue
    listed = messages()
    yield desk.page(
        "problems.html",
        path=INDEX,
        title=desk.words.t("problems.title"),
        description=desk.words.t("problems.description"),
        families=_families(listed),
        address=address,
    )
    for message in listed:
        yield desk.page(
            "problem.html",
            path=address(message.code),
            title=f"{message.code}: {message.title}",
            description=message.title,
            message=message,
        )


def _families(listed: Iterable[Message]) -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = {}
    for message in listed:
        found.setdefault(message.code.rstrip("0123456789"), []).append(message)
    return found
