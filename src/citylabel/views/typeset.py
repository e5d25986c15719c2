"""The whole handbook as a document for the typesetter Typst, which makes a tagged PDF of it.

Every text of a record stands in a string literal and never in markup, so that nothing in it can mean
anything to Typst: see `literal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.model.measure import MeasureType
from citylabel.views.papers import COUNTED, address, themes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from citylabel.model.edition import Edition
    from citylabel.views.desk import Desk
    from citylabel.views.papers import Figure, PaperCriterion, PaperTheme
    from citylabel.words import Words

_STYLE = """\
#set page(paper: "a4", margin: (x: 24mm, y: 22mm), numbering: "1")
#set text(font: "Libertinus Serif", size: 10.5pt)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)
#set list(spacing: 0.6em)
#set enum(spacing: 0.6em)
#show heading: set block(above: 1.3em, below: 0.7em)
"""
"""How it looks. Only fonts that Typst brings along, so that every machine makes the same bytes."""
_NEW_PAGE = "#pagebreak(weak: true)"


def handbook(desk: Desk) -> str:
    """Write the document in the language of the desk: the text of a `.typ` file."""
    return "\n".join(_document(desk)) + "\n"


def literal(text: str) -> str:
    """Write a text as a string of Typst: whatever it holds, it is printed as it stands."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in escaped) + '"'


def _document(desk: Desk) -> Iterator[str]:
    words, edition = desk.words, desk.library.scheme.edition
    title = words.t("papers.all.pdf-title", label=desk.library.label.name, edition=edition.title)
    day = edition.in_force_on or edition.proposed_on
    date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})" if day else "none"
    author = literal(desk.library.label.body.name)
    yield f"#set document(title: {literal(title)}, author: ({author},), date: {date})"
    yield f"#set text(lang: {literal(words.locale.partition('-')[0])})"
    yield _STYLE
    yield "#title()"
    yield _paragraph(edition.about)
    if day:
        key = "criteria.in-force" if edition.in_force_on else "criteria.proposed"
        yield _paragraph(words.t(key, date=words.date(day)))
    yield _paragraph(words.t("papers.from", address=f"{desk.library.label.addresses.site}{address('all')}"))
    yield f"#outline(title: {literal(words.t('papers.contents'))}, depth: 2)"
    yield from _rules(words, edition)
    for group in themes_of(desk):
        yield from _theme(words, group)


def _rules(words: Words, edition: Edition) -> Iterator[str]:
    yield _NEW_PAGE
    yield _heading(1, words.t("papers.levels"))
    committed = (edition.committed,) if edition.committed else ()
    for level in (*committed, *edition.levels):
        yield _unlisted(level.title)
        yield _paragraph(level.asks)
        if level.precedent:
            yield _paragraph(level.precedent)
    yield _NEW_PAGE
    yield _heading(1, words.t("criteria.common-rules"))
    yield _paragraph(words.t("criteria.common-rules-lead"))
    for rule in edition.common_rules:
        yield _unlisted(f"{rule.title} ({words.t('criteria.proposal')})" if rule.proposal else rule.title)
        yield _paragraph(rule.rule)


def _theme(words: Words, group: PaperTheme) -> Iterator[str]:
    yield _NEW_PAGE
    yield _heading(1, f"{group.theme.id.upper()} {group.theme.title}")
    yield _paragraph(group.theme.about)
    for position, each in enumerate(group.criteria):
        if position:
            yield _NEW_PAGE
        yield from _criterion(words, each)


def _criterion(words: Words, each: PaperCriterion) -> Iterator[str]:
    criterion = each.criterion
    mark = f" ({words.t('criteria.prerequisite')})" if each.prerequisite else ""
    yield _heading(2, f"{each.number} {criterion.title}{mark}")
    yield f"#par(strong({literal(criterion.question)}))"
    yield from map(_paragraph, criterion.intent.split("\n\n"))
    if criterion.story:
        yield f"#quote(block: true, {literal(criterion.story)})"
    yield from _steps(words, each)
    yield from _measures(words, each)
    yield from _proof(words, each)
    yield _heading(3, words.t("criteria.applies"))
    yield _paragraph(criterion.applies.note)
    for key, text in (("small", criterion.applies.small), ("jointly", criterion.applies.jointly)):
        if text:
            yield _paragraph(words.t("papers.labelled", label=words.t(f"criteria.{key}"), text=text))
    grounds = [f"{ground.reason}. {ground.test}" for ground in criterion.not_applicable]
    yield from _section(words.t("criteria.not-applicable"), grounds or [words.t("criteria.never-not-applicable")])
    yield from _help(words, each)
    yield from _sources(words, each)


def _steps(words: Words, each: PaperCriterion) -> Iterator[str]:
    yield _heading(3, words.t("criteria.steps"))
    for step in each.steps:
        yield f"#par[#strong({literal(words.t('criteria.step', step=step.number))}): #{literal(step.asks)}]"
        proposal = words.t("criteria.proposal")
        yield _bullets(f"{line.text} ({proposal})" if line.proposal else line.text for line in step.lines)


def _measures(words: Words, each: PaperCriterion) -> Iterator[str]:
    yield _heading(3, words.t("criteria.measures"))
    for figure in each.figures:
        yield _heading(4, figure.measure.title)
        yield _paragraph(figure.measure.question)
        yield _bullets(_facts(words, figure))


def _facts(words: Words, figure: Figure) -> Iterator[str]:
    measure = figure.measure
    if measure.type in COUNTED:
        yield from figure.blanks
    if measure.type is MeasureType.CHOICE:
        yield from (choice.title for choice in measure.choices)
    yield words.t("questionnaire.period", period=measure.period)
    yield measure.how
    if measure.example:
        yield words.t("papers.example", example=measure.example)
    found = words.t("papers.labelled", label=words.t("criteria.found-in"), text=measure.found_in)
    yield f"{found} {words.t('criteria.by-assessors')}" if figure.by_assessors else found


def _proof(words: Words, each: PaperCriterion) -> Iterator[str]:
    criterion = each.criterion
    proofs = [f"{proof.kind}: {proof.what}. {proof.age}" for proof in each.proofs]
    yield from _section(words.t("criteria.expected"), proofs)
    yield from _section(words.t("criteria.good-evidence"), criterion.good_evidence)
    yield from _section(words.t("criteria.not-enough"), criterion.not_enough)
    yield from _section(words.t("criteria.checks"), [check.does for check in criterion.checks], kind="enum")


def _help(words: Words, each: PaperCriterion) -> Iterator[str]:
    criterion, todo = each.criterion, each.criterion.todo
    if todo:
        for role, items in (
            ("leaders", todo.leaders),
            ("service-owners", todo.service_owners),
            ("makers", todo.makers),
        ):
            label, text = words.t("criteria.todo"), words.t(f"criteria.role.{role}")
            yield from _section(words.t("papers.labelled-heading", label=label, text=text), items)
    promises = [
        f"{words.t('criteria.step', step=one.step)}: {one.what} ({words.tn('criteria.months', one.months)})"
        for one in criterion.commitments
    ]
    yield from _section(words.t("criteria.commitments"), promises)
    practices = [f"{one.place.name}: {one.title} ({one.years})" for one in each.practices]
    yield from _section(words.t("criteria.practices"), practices)
    yield from _section(words.t("criteria.cases"), [f"{case.title}: {case.why}" for case in criterion.cases])


def _sources(words: Words, each: PaperCriterion) -> Iterator[str]:
    sources = [
        ": ".join([one.title, *(["; ".join(t for _, t in one.parts)] if one.parts else [])]) for one in each.citations
    ]
    yield from _section(words.t("criteria.sources"), sources)
    criterion = each.criterion
    yield from _section(words.t("criteria.precedents"), criterion.precedents)
    yield from _section(words.t("criteria.relations"), criterion.relations)
    yield from _section(words.t("criteria.open-questions"), criterion.open_questions)


def _section(title: str, items: Iterable[str], kind: str = "list") -> Iterator[str]:
    listed = tuple(items)
    if listed:
        yield _heading(3, title)
        yield _bullets(listed, kind)


def _heading(level: int, text: str) -> str:
    return f"#heading(level: {level}, {literal(text)})"


def _unlisted(text: str) -> str:
    """A heading that the table of contents leaves out."""
    return f"#heading(level: 2, outlined: false, {literal(text)})"


def _paragraph(text: str) -> str:
    return f"#par({literal(text)})"


def _bullets(items: Iterable[str], kind: str = "list") -> str:
    return f"#{kind}({', '.join(literal(item) for item in items)})"
