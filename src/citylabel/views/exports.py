"""The whole register for programs and spreadsheets: JSON and CSV, all places in one file each."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from citylabel.views.api import exact, row_json, written
from citylabel.views.page import File
from citylabel.views.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.catalogue import Catalogue, Library, Row
    from citylabel.views.desk import Desk

CSV = "data/cities.csv"
GEOJSON = "data/cities.geojson"
REGISTER = "api/v1/cities.json"
CRITERIA = "api/v1/criteria.json"
BOM = "\N{BYTE ORDER MARK}"
"""Spreadsheets take a file that begins with it for UTF-8."""
COLUMNS = (
    "id",
    "specimen",
    "name",
    "country",
    "kind",
    "inhabitants",
    "status",
    "level",
    "granted_on",
    "until",
    "edition",
    "total",
)
"""What the table says of each place, before its themes and criteria."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)."""


def file_addresses(catalogue: Catalogue) -> Iterable[str]:
    """List the addresses of all files."""
    del catalogue  # the same, whatever the register holds
    return (CSV, GEOJSON, REGISTER, CRITERIA, *(f"schema/{name}" for name in schemas()))


def files(desk: Desk, catalogue: Catalogue) -> Iterator[File]:
    """Make all files."""
    library = desk.library
    register = {
        "format": "citylabel/api/cities/1",
        "on": catalogue.on.isoformat(),
        "licence": library.label.licence_data,
        "cities": [row_json(library, row) for row in catalogue.rows],
    }
    yield File(path=REGISTER, body=written(register))
    yield File(path=CRITERIA, body=written(_criteria(library)))
    yield File(path=CSV, body=table(library, catalogue.rows).encode())
    yield File(path=GEOJSON, body=written(points(library, catalogue.rows)))
    for name, text in schemas().items():
        yield File(path=f"schema/{name}", body=text.encode())


def _criteria(library: Library) -> dict[str, object]:
    scheme = library.scheme
    return {
        "format": "citylabel/api/criteria/1",
        "licence": library.label.licence_data,
        "edition": {"id": scheme.id, **scheme.edition.model_dump(mode="json", by_alias=True)},
        "criteria": [
            scheme.criteria[criterion].model_dump(mode="json", by_alias=True, exclude={"cases"})
            for criterion in scheme.edition.criterion_ids
        ],
    }


def points(library: Library, rows: Iterable[Row]) -> dict[str, object]:
    """Give rows that have coordinates as points for maps (GeoJSON, RFC 7946: longitude first)."""
    features = [
        {
            "type": "Feature",
            "id": row.id,
            "geometry": {"type": "Point", "coordinates": [row.coordinates.longitude, row.coordinates.latitude]},
            "properties": row_json(library, row),
        }
        for row in rows
        if row.coordinates is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def table(library: Library, rows: Iterable[Row]) -> str:
    """Write rows as CSV for spreadsheets, one place a line."""
    themes = [theme.id for theme in library.themes]
    criteria = library.scheme.edition.criterion_ids
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *(f"theme_{theme}" for theme in themes), *criteria])
    for row in rows:
        writer.writerow(_line(row, themes, criteria))
    return out.getvalue()


def _line(row: Row, themes: list[str], criteria: tuple[str, ...]) -> list[str | int]:
    found = dict(row.criteria)
    return [
        row.id,
        "yes" if row.specimen else "no",
        safe(row.name.text),
        row.country,
        row.kind.value,
        row.inhabitants,
        row.status.value,
        row.level or "",
        row.granted_on.isoformat() if row.granted_on else "",
        row.until.isoformat() if row.until else "",
        row.edition,
        str(exact(row.total)),
        *("" if (share := row.theme(theme)) is None else str(exact(share)) for theme in themes),
        *(found[criterion].step if criterion in found else "" for criterion in criteria),
    ]


def safe(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text
