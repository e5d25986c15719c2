"""Which keys a model knows at a place of a record: for `Did you mean ...?`.

Asked of the model's JSON Schema, which says it for every way of nesting models. Where a value
can be of several kinds, the kind it resembles most answers.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from citylabel.source import Path

Schema = dict[str, Any]


def known_keys(model: type[BaseModel], content: Any, path: Path) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    """The keys that are possible in the group at a place of a record; none if nothing is known."""
    whole = _schema(model)
    here = _resembling(whole, whole, content)
    for step in path:
        content = content[step]
        here = _resembling(whole, _below(here, step), content)
    return tuple(here.get("properties", ()))


@cache
def _schema(model: type[BaseModel]) -> Schema:
    return model.model_json_schema(by_alias=True, mode="validation")


def _below(group: Schema, step: str | int) -> Schema:
    """The schema of a value in a group or list."""
    if isinstance(step, int):
        fixed = group.get("prefixItems", [])
        found = fixed[step] if step < len(fixed) else group.get("items", {})
    else:
        found = group.get("properties", {}).get(step, _any_key(group))
    return found if isinstance(found, dict) else {}


def _any_key(group: Schema) -> Any:  # noqa: ANN401 - JSON
    """The schema of the values of a group whose keys are ids."""
    by_form = [*group.get("patternProperties", {}).values()]
    return by_form[0] if by_form else group.get("additionalProperties", {})


def _resembling(whole: Schema, schema: Schema, content: object) -> Schema:
    return max(_kinds(whole, schema), key=lambda kind: _likeness(kind, content), default={})


def _kinds(whole: Schema, schema: Schema) -> Iterator[Schema]:
    """The schema itself, or each kind that it allows."""
    if reference := schema.get("$ref"):
        yield from _kinds(whole, whole["$defs"][reference.rpartition("/")[2]])
        return
    parts = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    if not parts:
        yield schema
    for part in parts:
        yield from _kinds(whole, part)


def _likeness(kind: Schema, content: object) -> int:
    """How many keys of the content this kind knows; a wrong fixed value weighs more."""
    if isinstance(content, list):
        return "items" in kind or "prefixItems" in kind
    if not isinstance(content, dict):
        return 0
    known = kind.get("properties", {})
    fits = sum(key in known for key in content) + bool(_any_key(kind))
    wrong = sum("const" in known.get(key, ()) and known[key]["const"] != value for key, value in content.items())
    return int(fits - 100 * wrong)
