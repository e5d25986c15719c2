"""A record becomes a model, or every problem of its shape in words for its author."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from citylabel.load.translate import translate
from citylabel.messages import listed
from citylabel.problems import DataError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from citylabel.source import Path, Record

M = TypeVar("M", bound=BaseModel)


class NeedsPlacesError(Exception):
    """A record that was read quickly has problems: to say where, it must be read again with its places."""


def build(model: type[M], record: Record) -> M:
    """The record as a model.

    Strict JSON mode is exactly right for YAML that was read without guessing: ISO text becomes a
    date, an enum or a tuple, but `"12"` does not become a number. Decimal numbers pass through
    JSON without loss, see `source.scalars.Written`.

    Raises `DataError` with all problems of the record, the first fifty of them listed, and `NeedsPlacesError`
    where the record was read without places.
    """
    try:
        return model.model_validate_json(json.dumps(record.content), strict=True)
    except ValidationError as wrong:
        details = wrong.errors(include_url=False, include_input=False)
    if not record.marks:
        raise NeedsPlacesError(record.path)
    raise DataError(listed(translate(one, model, record) for one in _one_each(details, record)))


def _one_each(details: list[ErrorDetails], record: Record) -> list[ErrorDetails]:
    """One complaint for each value: a union makes one for every kind that it is not."""
    first: dict[tuple[Path, str], ErrorDetails] = {}
    for one in details:
        missing = str(one["loc"][-1]) if one["type"] == "missing" else ""
        first.setdefault((record.written(one["loc"]), missing), one)
    return list(first.values())
