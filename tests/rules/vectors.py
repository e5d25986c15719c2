"""Histories of a label and where they stand on the days that matter: shared by the rules and the browser.

`python -m tests.rules.vectors` writes `tests/vectors/lifecycle.json` from the rules.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from tests.rules.made import application

from citylabel.catalogue.summary import summed
from citylabel.model.casefile import Case, CityFile
from citylabel.model.decision import Decision, Grant
from citylabel.rules.lifecycle import OPEN_CASE, Standing, Status, acts, standing
from citylabel.views.dated import acts_text

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).resolve().parents[1] / "vectors/lifecycle.json"
DAY = timedelta(days=1)
_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)
_MORE = {
    "appeal_outcome": {"received_on": "2024-01-01", "outcome": "dismissed", "of": "d1"},
    "complaint_outcome": {"received_on": "2024-01-01", "outcome": "dismissed", "about": "The badge."},
    "erratum": {"of": "d1", "text": "It was shown well."},
}

HISTORIES = {
    "granted": "grant 2028-06-01 bronze 2031-05-31",
    "refused": "refusal 2028-06-01",
    "applied in vain and taken back": "application_withdrawn 2028-06-01",
    "refused, then granted": "refusal 2028-06-01;grant 2029-06-01 silver 2032-05-31",
    "suspended": "grant 2028-06-01 bronze 2031-05-31;suspension 2029-02-01",
    "suspended from its last day": "grant 2028-06-01 bronze 2031-05-31;suspension 2031-05-31",
    "restored": "grant 2028-06-01 gold 2031-05-31;suspension 2029-02-01;restoration 2029-04-01",
    "restored after it ended": "grant 2028-06-01 gold 2029-05-31;suspension 2029-02-01;restoration 2029-08-01",
    "withdrawn": "grant 2028-06-01 bronze 2031-05-31;withdrawal 2029-02-01",
    "suspended, then withdrawn": "grant 2028-06-01 bronze 2031-05-31;suspension 2029-02-01;withdrawal 2029-03-01",
    "ended at its own request": "grant 2028-06-01 committed 2029-05-31;termination 2029-01-01",
    "renewed without a gap": "grant 2028-06-01 bronze 2031-05-31;grant 2031-06-01 silver 2034-05-31",
    "renewed too late": "grant 2028-06-01 bronze 2031-05-31;grant 2031-08-01 silver 2034-07-31",
    "renewed early, for less long": "grant 2028-06-01 gold 2031-05-31;grant 2029-06-01 gold 2030-05-31",
    "renewal refused": "grant 2028-06-01 bronze 2031-05-31;refusal 2031-03-01",
    "renewal refused after the end": "grant 2028-06-01 bronze 2031-05-31;refusal 2031-07-01",
    "renewal taken back": "grant 2028-06-01 bronze 2031-05-31;application_withdrawn 2031-03-01",
    "raised": "grant 2028-06-01 bronze 2031-05-31;change 2029-06-01 silver",
    "raised, then suspended": "grant 2028-06-01 bronze 2031-05-31;change 2029-06-01 silver;suspension 2030-01-01",
    "raised, then renewed": (
        "grant 2028-06-01 bronze 2031-05-31;change 2029-06-01 gold;grant 2031-06-01 silver 2034-05-31"
    ),
    "heard and corrected": (
        "grant 2028-06-01 bronze 2031-05-31;appeal_outcome 2028-09-01;complaint_outcome 2028-10-01;erratum 2028-11-01"
    ),
    "for one day": "grant 2028-06-01 bronze 2028-06-01",
    "two acts on one day": "grant 2028-06-01 bronze 2031-05-31;suspension 2029-02-01;restoration 2029-02-01",
    "until the day before a leap day": "grant 2025-03-01 silver 2028-02-28",
    "until a leap day": "grant 2025-03-01 silver 2028-02-29",
    "until the end of a February without leap day": "grant 2024-02-29 silver 2027-02-28",
    "until the end of the February of 2100, which has no leap day": "grant 2097-03-01 silver 2100-02-28",
    "until the end of a year": "grant 2028-01-01 silver 2030-12-31",
    "from a leap day": "grant 2028-02-29 silver 2031-02-27;suspension 2029-02-28",
    "over the hour that summer time leaves out": "grant 2025-03-30 silver 2028-03-26",
    "over the hour that winter time repeats": "grant 2025-10-26 silver 2028-10-29",
}
"""By name: the decisions in the form in which pages publish them."""


@dataclass(frozen=True)
class History:
    """One of them."""

    name: str
    town: CityFile

    @property
    def published(self) -> str:
        """The decisions as a page carries them."""
        return acts_text(summed(self.town, acts(self.town.cases)))

    def days(self) -> list[date]:
        """The day before, the day and the day after everything that happens."""
        happens = {each.decision.effective_on for each in acts(self.town.cases)}
        ends = {each.decision.until for each in acts(self.town.cases) if isinstance(each.decision, Grant)}
        return sorted({day + n * DAY for day in happens | ends for n in (-1, 0, 1)})

    def on(self, day: date) -> dict[str, str | None]:
        """Where it stands, as far as decisions tell."""
        return _told(standing(self.town, day))


def histories() -> Iterator[History]:
    """Make them from their short form."""
    for name, text in HISTORIES.items():
        decisions = tuple(_decision(each, n) for n, each in enumerate(text.split(";"), 1))
        case = Case(id="2026", edition="2026", application=application(), decisions=decisions)
        yield History(name, CityFile(id="fi-town", city=None, cases=(case,)))


def _decision(text: str, number: int) -> Decision:
    kind, on, *more = text.split(" ")
    said = {"decision": kind, "id": f"d{number}", "by": ("board",), "reason": "It was shown."}
    dates = {"decided_on": on, "effective_on": on}
    given = dict(zip(("level", "until"), more, strict=False))
    return _DECISION.validate_json(json.dumps(said | dates | given | _MORE.get(kind, {})))


def _told(stands: Standing) -> dict[str, str | None]:
    """Leave out open cases: what becomes of them is no matter of dates."""
    open_case = stands.status in OPEN_CASE
    since = None if open_case or stands.since is None else stands.since.isoformat()
    return {
        "status": (Status.UNKNOWN if open_case else stands.status).value,
        "since": since,
        "level": stands.level,
        "last_level": stands.last_level,
        "until": stands.until.isoformat() if stands.until else None,
    }


def vectors() -> list[dict[str, Any]]:
    """Give what stands in the file."""
    return [
        {"name": each.name, "acts": each.published, "on": {f"{day}": each.on(day) for day in each.days()}}
        for each in histories()
    ]


def written() -> str:
    """Write the file: one day a line, so that a change can be read."""
    lines = []
    for each in vectors():
        days = ",\n".join(f"      {json.dumps(day)}: {json.dumps(told)}" for day, told in each["on"].items())
        head = f'    "name": {json.dumps(each["name"])},\n    "acts": {json.dumps(each["acts"])},\n'
        lines.append(f'  {{\n{head}    "on": {{\n{days}\n    }}\n  }}')
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(written(), "utf-8")
