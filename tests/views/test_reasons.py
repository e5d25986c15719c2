"""Every reason that the rules can give has a plain sentence."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.views.made_city import ROOT, library

from citylabel.model.measure import Share
from citylabel.rules.reason import because
from citylabel.rules.trial import outcome
from citylabel.views.reasons import BESIDE_A_VALUE, About, ReasonWriter
from citylabel.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from citylabel.rules.reason import Reason

RULES = sorted((ROOT / "src" / "citylabel" / "rules").rglob("*.py"))


@pytest.fixture(name="writer", scope="module")
def _writer() -> ReasonWriter:
    return ReasonWriter(library().scheme, read_words())


def _functions(file: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _calls(node: ast.AST, name: str) -> Iterator[ast.Call]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == name:
            yield each


def _texts(node: ast.AST) -> set[str]:
    branches = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    return {each.value for each in branches if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def _sites(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """Find where a function names a code: `because(code, ...)`, or a check `holds, code, facts` that it gives."""
    yield from (call.args[0] for call in _calls(function, "because"))
    if function.returns is None or "Check" not in ast.unparse(function.returns):
        return
    for node in ast.walk(function):
        if isinstance(node, (ast.Return, ast.Yield)) and isinstance(node.value, ast.Tuple):
            yield node.value.elts[1]


def _codes(file: Path) -> set[str]:
    """Read the codes off the source: written where they are used, put into a name before, or handed in by a caller."""
    functions = _functions(file)
    found: set[str] = set()
    for function in functions.values():
        names = [argument.arg for argument in function.args.args]
        for code in _sites(function):
            found |= _texts(code)
            if not isinstance(code, ast.Name):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == code.id for t in node.targets):
                    found |= _texts(node.value)
            if code.id in names:
                for caller in functions.values():
                    for handed in _calls(caller, function.name):
                        found |= _texts(handed.args[names.index(code.id)])
    return found


def test_every_code_of_the_rules_has_a_sentence_and_no_sentence_is_left_over(writer: ReasonWriter) -> None:
    assert set().union(*map(_codes, RULES)) == set(writer.codes)


def test_the_reasons_of_all_worked_cases_become_sentences(writer: ReasonWriter) -> None:
    scheme = library().scheme
    for criterion in scheme.criteria.values():
        for case in criterion.cases:
            result = outcome(criterion, case, scheme.edition)
            about = About(criterion.id, case.values, case.inhabitants)
            for reason in (*result.reasons, *result.missing):
                sentence = writer.say(reason, about)
                assert sentence.endswith("."), (criterion.id, reason)
                assert "{" not in sentence, (criterion.id, reason)
                if reason.code in BESIDE_A_VALUE:
                    assert writer.asked(reason)


def test_a_measure_below_its_threshold_says_what_is_asked_and_what_was_found(writer: ReasonWriter) -> None:
    reason = because(
        "measure",
        measure="online_share",
        of="value",
        value=Fraction(62, 120),
        comparison="at_least",
        threshold=Fraction(3, 4),
        holds=False,
    )
    about = About("b2", {"online_share": Share(n=62, d=120)}, 50_000)
    said = writer.say(reason, about).replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert said == "Services fully online: at least 75 % is asked; 62 of 120 (51 %) was found."
    assert writer.say(reason).replace("\N{NARROW NO-BREAK SPACE}", " ").endswith("51 % was found.")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (because("total", value=Fraction(63, 100), threshold=Fraction(2, 3)), "must reach two thirds; it is 63 %."),
        (because("prerequisite", criterion="d1", value=0, threshold=1), "step 1; it has reached no step."),
        (because("theme", theme="f", value=Fraction(1, 4), threshold=Fraction(1, 3)), "one third; it is at 25 %."),
        (because("abroad", value=0, threshold=1), "1 assessor from another country is asked; there are 0."),
        (because("complete", criteria=("b2", "c1")), "Still without an answer: B2 and C1."),
        (because("not_answered"), "Not answered. This is not the same as no."),
        (
            because("place", fact="kind", value="region", threshold="city", holds=False),
            "a city; the place is a region.",
        ),
        (because("evidence", kind="report", months=12, holds=False), "at most 12 months old: a report."),
    ],
)
def test_reasons_are_said_in_plain_words(writer: ReasonWriter, reason: Reason, said: str) -> None:
    assert writer.say(reason).replace("\N{NARROW NO-BREAK SPACE}", " ").endswith(said)


def test_a_code_without_a_word_is_refused(writer: ReasonWriter) -> None:
    with pytest.raises(KeyError):
        writer.say(because("no_such_code"))
