"""Files for programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import jsonschema
import pytest
from tests.views.rows import ROOT, library, row

from citylabel.model.city import Coordinates
from citylabel.views.api import row_json, value_json
from citylabel.views.exports import BOM, points, safe, table
from citylabel.views.schemas import RECORDS, schema, schemas


def lines(*names: str) -> list[dict[str, str]]:
    """The table of places with these names, as a spreadsheet reads it."""
    text = table(library(), [row(name) for name in names])
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def test_the_table_has_a_line_for_each_place_with_all_themes_and_criteria() -> None:
    """A journalist can sort by any of the eight themes and 36 criteria."""
    (line,) = lines("Birkavik")
    assert line["name"] == "Birkavik"
    assert line["level"] == "bronze"
    assert line["theme_a"] == "1/2"
    assert line["h4"] == "2"


@pytest.mark.parametrize("name", ["=HYPERLINK(0)", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_name_runs_as_a_formula(name: str) -> None:
    """Spreadsheets take the cell for text (OWASP, CSV injection)."""
    (line,) = lines(name)
    assert line["name"] == f"'{name}"


def test_ordinary_names_are_left_alone() -> None:
    """Only dangerous beginnings are marked."""
    assert safe("'s-Hertogenbosch") == "'s-Hertogenbosch"


def test_an_empty_register_is_a_table_with_its_heading() -> None:
    """No place yet is no broken file."""
    assert table(library(), []).count("\r\n") == 1


def test_a_map_gets_a_point_with_the_longitude_first() -> None:
    """RFC 7946, 3.1.1; a place without coordinates is left out."""
    placed = row(coordinates=Coordinates(latitude=60.5, longitude=24.25))
    content = json.loads(json.dumps(points(library(), [placed, row(id="fi-other")])))
    assert content["type"] == "FeatureCollection"
    (feature,) = content["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [24.25, 60.5]}
    assert feature["properties"]["id"] == "fi-birkavik"


def test_numbers_are_exact_in_json() -> None:
    """A third is written as 1/3, never as 0.33."""
    content = row_json(library(), row(total=Fraction(1, 3)))
    assert content["total"] == "1/3"
    assert json.loads(json.dumps(content))["steps"]["a1"] == 2


def test_a_yes_stays_a_yes_in_json() -> None:
    """Truth values are not numbers."""
    assert value_json(value=True) is True


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_schema_is_a_valid_schema(kind: str) -> None:
    """Editors can read it."""
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_field_of_every_record_is_explained(kind: str) -> None:
    """The sentence is the editor's tooltip and the page's text."""
    content = schema(kind)
    parts = {kind: content, **content.get("$defs", {})}
    bare = [
        f"{part}.{field}"
        for part, definition in parts.items()
        for field, about in definition.get("properties", {}).items()
        if not about.get("description")
    ]
    assert bare == []


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_in_the_repository_is_the_one_the_models_give(name: str) -> None:
    """`citylabel schema` was run after the last change of a model."""
    assert (ROOT / "data" / "schema" / name).read_text("utf-8") == schemas()[name]
