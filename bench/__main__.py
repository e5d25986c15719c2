"""`python -m bench`: build generated registers with this project and with others, and write down what it took."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.page import page
from bench.reader import compare
from bench.session import Session, copy_shared
from bench.tools import TOOLS, Tool, UnavailableError, get

ROOT = Path(__file__).parent.parent
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, on Linux; each session has a folder of its own there


def main() -> None:
    """Measure, and write results and page."""
    options = _options()
    tools, missing = _tools(options.tools)
    folder = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    with (
        tempfile.TemporaryDirectory(prefix="citylabel-bench-", dir=folder) as base,
        tempfile.TemporaryDirectory(prefix="citylabel-bench-", dir=folder) as copy,
    ):
        session = Session(root=copy_shared(ROOT, Path(copy)), base=Path(base), tools=tools, say=_say)
        chrome = session.calibrate(tools[0])
        for places in (0, *options.cities):
            session.measure(places, options.rounds, chrome)
        told = _told(options, session, missing) | {"page_bytes": chrome.page_bytes}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "builds.json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    if options.page:
        options.page.write_text(page(told), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--cities", type=_numbers, default=[100, 1000, 10000], help="how many places, by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", type=_names, default=list(TOOLS), help=f"of {', '.join(TOOLS)}")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/results", help="folder for builds.json")
    parser.add_argument("--page", type=Path, default=ROOT / "docs/en/developers/benchmarks.md")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return sorted(int(part) for part in text.split(","))


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - TOOLS.keys():
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _tools(names: list[str]) -> tuple[list[Tool], dict[str, str]]:
    """Get the tools, ours first; and say why others cannot be had."""
    tools, missing = [], {}
    cache = ROOT / ".cache/bench"
    cache.mkdir(parents=True, exist_ok=True)
    for name in sorted({"ours", *names}, key=list(TOOLS).index):
        try:
            tools.append(get(name, cache))
        except UnavailableError as error:
            missing[name] = str(error)
            _say(f"Going on without {name}: {error}")
    return tools, missing


def _told(options: argparse.Namespace, session: Session, missing: dict[str, str]) -> dict[str, Any]:
    return {
        "measured_on": datetime.now(tz=UTC).date().isoformat(),
        "machine": {
            "processors": os.cpu_count(),
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
        },
        "tools": {tool.name: tool.version for tool in session.tools},
        "missing": missing,
        "places": options.cities,
        "rounds": options.rounds,
        "record_bytes": session.bytes_each,
        "results": session.results.as_json(),
        "reader": compare(cases=20, rounds=9),
    }


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
