"""Where criteria come from: each declaration, law and system, and the criteria that take it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.framework import FrameworkKind
from citylabel.views.references import citing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.model.criterion import Criterion
    from citylabel.model.framework import Framework, FrameworkPart
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

INDEX = "criteria/sources/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of a framework with the criteria that take it up."""

    part: FrameworkPart
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkView:
    """A framework with the criteria that take it up."""

    id: str
    framework: Framework
    criteria: tuple[Criterion, ...]
    parts: tuple[PartView, ...]


def address(framework: str) -> str:
    """Give the address of a framework's page."""
    return f"{INDEX}{framework}/"


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the crosswalk and each framework."""
    return (INDEX, *(address(framework) for framework in catalogue.library.frameworks))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make the crosswalk and a page for each framework."""
    t, library = desk.words.t, catalogue.library
    views = [_view(desk, identifier, framework) for identifier, framework in library.frameworks.items()]
    seeds = sorted((v for v in views if v.framework.seed), key=lambda view: view.framework.seed or 0)
    yield desk.page(
        "frameworks.html",
        path=INDEX,
        title=t("frameworks.title"),
        description=t("frameworks.description"),
        section="criteria",
        seeds=seeds,
        kinds=[
            (kind, [v for v in views if v.framework.kind is kind and not v.framework.seed]) for kind in FrameworkKind
        ],
        scheme=library.scheme,
        address=address,
    )
    for view in views:
        yield desk.page(
            "framework.html",
            path=address(view.id),
            title=view.framework.title,
            description=view.framework.short,
            section="criteria",
            view=view,
            scheme=library.scheme,
        )


def _view(desk: Desk, identifier: str, framework: Framework) -> FrameworkView:
    return FrameworkView(
        id=identifier,
        framework=framework,
        criteria=tuple(citing(desk.library, identifier)),
        parts=tuple(
            PartView(part=part, criteria=tuple(citing(desk.library, identifier, part.id))) for part in framework.parts
        ),
    )
