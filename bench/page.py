"""The written page with the figures of the last session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]
NAMES = {
    "ours": "this project",
    "hugo": "Hugo, records as data files",
    "hugo_parallel": "Hugo, each page reads its records",
    "eleventy": "Eleventy",
}
"""What the page calls the tools."""


def page(told: Json) -> str:
    """Write the page from what a session wrote as JSON."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Json) -> Iterator[str]:
    yield "# How fast the site is built"
    yield ""
    yield "This page is written by `make bench`, from the figures in `bench/results/`. Do not change it by hand."
    yield ""
    yield from _method(told)
    for places in told["places"]:
        yield from _table(told, places)
    yield from _growth(told)
    yield from _reader(told["reader"])


def _method(told: Json) -> Iterator[str]:
    machine = told["machine"]
    yield (
        f"Measured on {told['measured_on']} with {machine['processors']} processors ({machine['system']}, "
        f"Python {machine['python']}). Versions: "
        + ", ".join(f"{NAMES[tool]} {version}" for tool, version in told["tools"].items() if tool != "ours")
        + "."
    )
    for tool, why in told["missing"].items():
        yield f"{NAMES.get(tool, tool)} could not be had: {why}."
    yield ""
    yield "- Each tool builds the same site from the same records: invented places with full case files, "
    yield f"  {told['record_bytes']:,} bytes of YAML each on average. All write the same written pages and the same"
    yield f"  chrome, and an article of equal size for each place ({told['page_bytes']:,} bytes a page)."
    yield "- This project also checks all records, concludes status and levels, and writes badges, data files, lists"
    yield "  and comparison tables. The others write the pages of places alone and check nothing."
    yield f"- Whole processes, one after the other, {told['rounds']} rounds, medians. Records and sites lie in memory."
    yield "- *Places alone* is the time with all places less the time of the same site without any."
    yield ""


def _table(told: Json, places: int) -> Iterator[str]:
    yield f"## {places:,} places"
    yield ""
    yield "| | whole build | CPU | places alone | of Hugo | largest process | all processes |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for tool, results in told["results"].items():
        if line := results.get(str(places)):
            yield _row(NAMES[tool], line)
    yield ""


def _row(name: str, line: Mapping[str, Any]) -> str:
    middle = line["median"]
    ratio = "" if line["of_hugo"] is None else f"{line['of_hugo']:.2f}"
    return (
        f"| {name} | {middle['wall_s']:.2f} s | {middle['cpu_s']:.1f} s | {line['cost_s']:.2f} s | {ratio} "
        f"| {middle['largest_mib']:.0f} MiB | {middle['together_mib']:.0f} MiB |"
    )


def _growth(told: Json) -> Iterator[str]:
    yield "## Growth"
    yield ""
    yield "The exponent of the time for the places alone: 1 is linear, 2 would be square."
    yield ""
    for tool, results in told["results"].items():
        parts = [f"{pair.replace('-', ' to ')}: {value}" for pair, value in results["growth"].items() if value]
        if parts:
            yield f"- {NAMES[tool]}: {', '.join(parts)}"
    yield ""


def _reader(told: Json) -> Iterator[str]:
    yield "## Reading records"
    yield ""
    yield "Our reader against PyYAML's C loader on the same files, CPU time; below 1 ours is faster, though it notes"
    yield "where every value stands and refuses what a record cannot hold."
    yield ""
    for name, line in told["results"].items():
        yield f"- {name}: {line['ratio']}"
