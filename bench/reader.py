"""How fast records are read, against PyYAML's own C loader on the same files.

    python -m bench.reader [--cases N] [--rounds N]

Both read the same generated files alternately in one run; what counts is the median of the CPU time
of a round. `ratio` is ours over PyYAML's: below 1 we are faster, with positions and every
defence on. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import sys
import time
from importlib.metadata import version
from typing import TYPE_CHECKING

import yaml

from citylabel.source import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = [
    "the",
    "city",
    "counts",
    "every",
    "service",
    "that",
    "residents",
    "can",
    "finish",
    "online",
    "and",
    "publishes",
    "the",
    "list",
    "with",
    "the",
    "number",
    "of",
    "cases",
    "of",
    "the",
    "last",
    "twelve",
    "months",
    "so",
    "that",
    "anyone",
    "can",
    "check",
    "the",
    "share",
]
LETTERS = {"ascii": "", "umlauts": "Über Straße Øst ", "greek": "Αθήνα πόλη υπηρεσία "}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=20, help="full cases of about 28 kB")
    options.add_argument("--rounds", type=int, default=9)
    chosen = options.parse_args()
    sys.stdout.write(json.dumps(compare(chosen.cases, chosen.rounds), indent=2) + "\n")


def compare(cases: int, rounds: int) -> dict[str, object]:
    """Measure both readers on files in plain, accented and Greek letters."""
    results = {name: measure(files_of(cases, extra), rounds) for name, extra in LETTERS.items()}
    return {
        "what": "CPU seconds to read records; median of rounds, alternating",
        "python": platform.python_version(),
        "pyyaml": version("pyyaml"),
        "libyaml": yaml.__with_libyaml__,
        "cases": cases,
        "rounds": rounds,
        "results": results,
    }


def measure(files: list[bytes], rounds: int) -> dict[str, float]:
    """The medians of both readers on these files."""
    readers: dict[str, Callable[[bytes], object]] = {
        "ours": lambda data: parse(data, "x.yml"),
        "pyyaml": lambda data: yaml.load(data, Loader=LOADER),  # noqa: S506 - a safe loader
    }
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, read in readers.items():
            spent[name].append(seconds(read, files))
    ours, theirs = (statistics.median(spent[name]) for name in ("ours", "pyyaml"))
    return {
        "files": len(files),
        "bytes": sum(map(len, files)),
        "ours_s": round(ours, 4),
        "pyyaml_s": round(theirs, 4),
        "ratio": round(ours / theirs, 3),
    }


LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def seconds(read: Callable[[bytes], object], files: list[bytes]) -> float:
    """CPU time to read all files once."""
    start = time.process_time()
    for data in files:
        read(data)
    return time.process_time() - start


def files_of(cases: int, extra: str) -> list[bytes]:
    """The files of so many full cases; the same ones in every run."""
    chance = random.Random(2026)  # noqa: S311 - text, no secrets
    return [text.encode() for _ in range(cases) for text in case(chance, extra)]


def case(chance: random.Random, extra: str) -> Iterator[str]:
    """The files of one case: application, evaluation, review, decisions."""

    def said(words: int) -> str:
        return extra + " ".join(chance.choices(WORDS, k=words))

    yield "\n".join(application(chance, said))
    yield "\n".join(evaluation(said))
    yield f"format: citylabel/review/1\nreviewer: p-7\nreason: >-\n  {said(60)}\n"
    yield f"format: citylabel/decisions/1\ndecisions:\n  - decision: grant\n    reason: >-\n      {said(60)}\n"


def application(chance: random.Random, said: Callable[[int], str]) -> Iterator[str]:
    """Thirty-six answers, each with two values and one or two pieces of evidence."""
    yield "format: citylabel/application/1\nplace:\n  name: Birkavik\n  country: FI\nanswers:"
    for number in range(36):
        yield f"  {'abcdefgh'[number % 8]}{number}:\n    answer: values\n    values:"
        yield f"      share: {{n: {chance.randrange(5000)}, d: 5000}}\n      since: 2027-03-01"
        yield f"    note: >-\n      {said(25)}\n    evidence:"
        for _ in range(1 + number % 2):
            yield f"      - title: {said(5)}\n        publisher: City of Birkavik\n        kind: page"
            yield f"        link: https://www.birkavik.example/{chance.randrange(10**6)}"
            yield '        where: "page 12, table 3"\n        as_of: 2027-02-28'
    yield ""


def evaluation(said: Callable[[int], str]) -> Iterator[str]:
    """Thirty-six findings with reasons."""
    yield "format: citylabel/evaluation/1\nassessors: [p-1, p-2]\nfindings:"
    for number in range(36):
        yield f"  {'abcdefgh'[number % 8]}{number}: {{step: {number % 4}, seen_on: 2027-04-02}}"
        yield f"  {'abcdefgh'[number % 8]}{number}x:\n    reason: >-\n      {said(18)}"
    yield ""


if __name__ == "__main__":
    main()
