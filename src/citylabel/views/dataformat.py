"""The data format, from the models: every record, every field, the same sentences as in the editor's tooltips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citylabel.views.schemas import RECORDS, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue
    from citylabel.views.desk import Desk
    from citylabel.views.page import Page

INDEX = "data/"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record."""

    name: str
    about: str
    type: str
    required: bool
    default: str


@dataclass(frozen=True, slots=True)
class Part:
    """A record or a part of one."""

    id: str
    title: str
    about: str
    fields: tuple[Field, ...]


def address(kind: str) -> str:
    """Give the address of a record's page."""
    return f"{INDEX}format/{kind}/"


def addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the page on open data and a page for each kind of record."""
    del catalogue  # the same, whatever the register holds
    return (INDEX, *(address(kind) for kind in RECORDS))


def pages(desk: Desk, catalogue: Catalogue) -> Iterator[Page]:
    """Make them."""
    yield desk.page(
        "data.html",
        path=INDEX,
        title=desk.words.t("data.title"),
        description=desk.words.t("data.description"),
        records={kind: address(kind) for kind in RECORDS},
        demonstrates=catalogue.demonstrates,
    )
    for kind in RECORDS:
        parts = tuple(_parts(schema(kind), kind))
        yield desk.page(
            "format.html",
            path=address(kind),
            title=desk.words.t("data.format-title", kind=kind),
            description=desk.words.t("data.format-description", kind=kind),
            kind=kind,
            parts=parts,
        )


def _parts(content: dict[str, Any], kind: str) -> Iterator[Part]:
    yield _part(content, kind)
    for name, definition in sorted(content.get("$defs", {}).items()):
        if "properties" in definition:
            yield _part(definition, name)


def _part(definition: dict[str, Any], name: str) -> Part:
    required = frozenset(definition.get("required", ()))
    return Part(
        id=name.lower(),
        title=name,
        about=definition.get("description", ""),
        fields=tuple(
            Field(
                name=field,
                about=content.get("description", ""),
                type=_type(content),
                required=field in required,
                default=_default(content),
            )
            for field, content in definition.get("properties", {}).items()
        ),
    )


def _default(content: dict[str, Any]) -> str:
    value = content.get("default")
    return "" if value in (None, [], {}) else str(value).lower() if isinstance(value, bool) else str(value)


def _type(content: dict[str, Any]) -> str:  # noqa: PLR0911 - one line for each kind of type
    """Name a type in a few words: `text`, `list of Evidence`, `Grant or Refusal`."""
    if "$ref" in content:
        return str(content["$ref"]).rpartition("/")[2]
    if "const" in content:
        return f'"{content["const"]}"'
    if "enum" in content:
        return " | ".join(map(str, content["enum"]))
    for choice in ("anyOf", "oneOf"):
        if choice in content:
            return " or ".join(dict.fromkeys(_type(each) for each in content[choice] if each.get("type") != "null"))
    match content.get("type"):
        case "array":
            inner = content.get("items") or {}
            return f"list of {_type(inner)}" if inner else "list"
        case "object":
            inner = content.get("additionalProperties")
            return f"map of {_type(inner)}" if isinstance(inner, dict) else "map"
        case "string":
            return {"date": "date", "uri": "address"}.get(content.get("format", ""), "text")
        case kind:
            return {"boolean": "true or false", "integer": "whole number", "number": "number"}.get(str(kind), "any")
