"""The self-assessment as a table for spreadsheets: `handbook/questionnaire.csv`, read back by `citylabel import`."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citylabel.model.evidence import EvidenceKind
from citylabel.model.place import Kind
from citylabel.views.exports import BOM, safe
from citylabel.views.page import File
from citylabel.views.sheet import CELLS, COLUMNS, Asked, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from citylabel.catalogue import Catalogue
    from citylabel.model.edition import Edition
    from citylabel.model.measure import Measure
    from citylabel.rules.scheme import Scheme
    from citylabel.views.desk import Desk
    from citylabel.views.sheet import Line
    from citylabel.words import Words

PATH = "handbook/questionnaire.csv"


def file_addresses(_catalogue: Catalogue) -> Iterable[str]:
    """List its address."""
    return (PATH,)


def files(desk: Desk, _catalogue: Catalogue) -> Iterator[File]:
    """Make the file for the edition that applications are made under."""
    yield File(path=PATH, body=sheet(desk.library.scheme, desk.words).encode())


def sheet(scheme: Scheme, words: Words, filled: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Write the table.

    Args:
        scheme: the edition that is asked about.
        words: in which language the rows say what they ask.
        filled: what stands in the cells already, by row and column; none: an empty form.
    """
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    asker = Asker(scheme.edition, words)
    for line in lines(scheme):
        cells = (filled or {}).get(line.key, {})
        texts = (line.key, asker.asks(line), asker.write(line), *(cells.get(name, "") for name in CELLS))
        writer.writerow([safe(text) for text in texts])
    return out.getvalue()


@dataclass(frozen=True)
class Asker:
    """Says of each row what it asks and what to write where."""

    edition: Edition
    words: Words

    def asks(self, line: Line) -> str:
        """Give the question."""
        if line.measure is not None:
            return line.measure.question
        if line.asked is Asked.ANSWER and line.criterion is not None:
            return f"{line.criterion.id.upper()} {line.criterion.title}: {line.criterion.question}"
        criterion = line.criterion.id.upper() if line.criterion else ""
        return self.words.t(f"questionnaire.asks.{line.asked}", number=line.number, criterion=criterion)

    def write(self, line: Line) -> str:
        """Say what belongs into which cell."""
        if line.measure is not None:
            return self._measure(line, line.measure)
        values = {
            Asked.KIND: [kind.value for kind in Kind],
            Asked.SEEKS: self._levels(),
            Asked.EVIDENCE: [kind.value for kind in EvidenceKind],
            Asked.ANSWER: [ground.id for ground in line.criterion.not_applicable] if line.criterion else [],
        }.get(line.asked, [])
        if line.asked is Asked.ANSWER:
            return self._answer(values)
        rule = self.edition.procedure
        return self.words.t(
            f"questionnaire.write.{line.asked}",
            known=", ".join(values),
            months=rule.window_months,
            within=rule.window_ended_within_months,
        )

    def _levels(self) -> list[str]:
        committed = [self.edition.committed.id] if self.edition.committed else []
        return committed + [level.id for level in self.edition.levels]

    def _answer(self, grounds: list[str]) -> str:
        if not grounds:
            return self.words.t("questionnaire.write.answer")
        return self.words.t("questionnaire.write.answer-or-not", known=", ".join(grounds))

    def _measure(self, line: Line, measure: Measure) -> str:
        where = self.words.t(
            f"questionnaire.write.{line.asked}",
            numerator=measure.numerator or "",
            denominator=measure.denominator or "",
            unit=measure.unit or measure.title,
            known=", ".join(f"{choice.id} ({choice.title})" for choice in measure.choices),
        )
        period = self.words.t("questionnaire.period", period=measure.period)
        return f"{where} {period} {measure.how}"
