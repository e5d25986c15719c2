"""JSON Schemas of all records, from the models: editors read them, and a page shows the same sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from citylabel.model.application import Application
from citylabel.model.city import City
from citylabel.model.criterion import Criterion
from citylabel.model.decision import Decisions
from citylabel.model.edition import Edition
from citylabel.model.evaluation import Evaluation
from citylabel.model.framework import Framework
from citylabel.model.glossary import Glossary
from citylabel.model.label import Label
from citylabel.model.party import Parties
from citylabel.model.practice import Practice
from citylabel.model.review import Review
from citylabel.model.update import Update

if TYPE_CHECKING:
    from citylabel.model.base import Frozen

RECORDS: dict[str, type[Frozen]] = {
    "label": Label,
    "framework": Framework,
    "edition": Edition,
    "criterion": Criterion,
    "city": City,
    "application": Application,
    "update": Update,
    "evaluation": Evaluation,
    "review": Review,
    "decisions": Decisions,
    "practice": Practice,
    "parties": Parties,
    "glossary": Glossary,
}
"""Every kind of record by the word in its `format:` line."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Give the text of each schema by its file name."""
    return {f"{kind}.json": _text(schema(kind)) for kind in RECORDS}


def schema(kind: str) -> dict[str, Any]:
    """Give the schema of one kind of record.

    Raises:
        KeyError: there is no such kind.
    """
    content = RECORDS[kind].model_json_schema()
    for definition in (content, *content.get("$defs", {}).values()):
        for field in definition.get("properties", {}).values():
            _explain(field, content)
    return {"$schema": DIALECT, "$id": f"citylabel/{kind}/1", **content}


def _explain(field: dict[str, Any], content: dict[str, Any]) -> None:
    """Say at the field what Pydantic says only at its type, where both have the same sentence."""
    name = str(field.get("$ref", "")).rpartition("/")[2]
    if name and "description" not in field:
        field["description"] = content["$defs"][name].get("description", "")


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
