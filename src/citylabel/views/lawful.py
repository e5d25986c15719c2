"""The decisions of the board on one page: what each means, when it may be taken, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citylabel.model.decision import ApplicationWithdrawn, Refusal
from citylabel.rules.lawful import APPEALABLE, LAWFUL, Stage, kind_of
from citylabel.rules.lifecycle import AFTER, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.decision import Decision
    from citylabel.rules.lawful import Law
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page
    from citylabel.words import Words

ADDRESS = "handbook/decisions/"


class Kind(NamedTuple):
    """One kind of decision."""

    id: str
    """As records name it: `appeal_outcome`."""
    name: str
    means: str
    place: str
    """Statuses of the place in which it may be taken."""
    case: str
    """Stages of its case in which it may be taken."""
    after: str
    """Status of the place after it."""
    appealable: str


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    del catalogue  # the same, whatever the register holds
    return (ADDRESS,)


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the page."""
    del catalogue
    procedure = desk.library.scheme.edition.procedure
    yield desk.page(
        "lawful.html",
        path=ADDRESS,
        title=desk.words.t("lawful.title"),
        description=desk.words.t("lawful.description", label=desk.library.label.name),
        section="handbook",
        kinds=tuple(_kind(desk.words, kind, law) for kind, law in LAWFUL.items()),
        statuses=tuple(_statuses(desk.words)),
        appeal_days=procedure.appeal_days,
    )


def _kind(words: Words, kind: type[Decision], law: Law) -> Kind:
    key = kind_of(kind)
    return Kind(
        id=key,
        name=words.t(f"lawful.name.{key}"),
        means=words.t(f"lawful.means.{key}"),
        place=_place(words, law),
        case=_case(words, law),
        after=_then(words, kind),
        appealable=words.t("lawful.yes" if issubclass(kind, APPEALABLE) else "lawful.no"),
    )


def _then(words: Words, kind: type[Decision]) -> str:
    """Name the status after a decision; a renewal that comes to nothing leaves what was granted before."""
    if kind not in AFTER:
        return words.t("lawful.as-before")
    status = words.t(f"status.{AFTER[kind]}")
    comes_to_nothing = issubclass(kind, Refusal | ApplicationWithdrawn)
    return words.t("lawful.or-as-before", status=status) if comes_to_nothing else status


def _place(words: Words, law: Law) -> str:
    """Name the statuses that allow a decision, or the few that do not."""
    barred = [status for status in Status if status not in law.while_place]
    if not barred:
        return words.t("lawful.any")
    if len(barred) < len(law.while_place):
        return words.t("lawful.any-but", words=words.any_of([words.t(f"status.{each}") for each in barred]))
    return words.any_of([words.t(f"status.{each}") for each in Status if each in law.while_place])


def _case(words: Words, law: Law) -> str:
    if len(law.while_case) == len(Stage):
        return words.t("lawful.any")
    return words.any_of([words.t(f"lawful.stage.{each}") for each in Stage if each in law.while_case])


def _statuses(words: Words) -> Iterator[tuple[str, str]]:
    for status in Status:
        yield words.t(f"status.{status}"), words.t(f"lawful.status.{status}")
