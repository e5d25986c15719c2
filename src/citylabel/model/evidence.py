"""Evidence: a public document or fact that supports an answer."""

from __future__ import annotations

from enum import StrEnum

from citylabel.model.base import Day, Frozen, HttpsAddress, Identifier, Title


class EvidenceKind(StrEnum):
    """What sort of thing a piece of evidence is."""

    DECISION = "decision"
    RULE = "rule"
    PLAN = "plan"
    AGREEMENT = "agreement"
    GUIDE = "guide"
    STATEMENT = "statement"
    PAGE = "page"
    CATALOGUE = "catalogue"
    REGISTER = "register"
    REPORT = "report"
    DATASET = "dataset"
    TEST = "test"
    SURVEY = "survey"
    NOTES = "notes"
    CODE = "code"
    SHOWING = "showing"


class Nature(StrEnum):
    """How evidence ages: standing documents stay in force, dated ones speak of a time."""

    STANDING = "standing"
    DATED = "dated"


class Evidence(Frozen):
    """One public piece of evidence, so described that anyone can find the place in it."""

    id: Identifier
    """Id within the application; later updates and findings refer to it."""
    link: HttpsAddress
    """Public address, open without login."""
    title: Title
    """Its title, in its own language."""
    publisher: Title
    """Who publishes it."""
    kind: EvidenceKind
    """What sort of thing it is."""
    where: Title | None = None
    """Where in it: page, table, section."""
    as_of: Day
    """Content date: the day it was adopted, or the last day its figures speak of. Not the upload date."""
    seen_on: Day
    """The day the applicant last opened it."""
    archived: HttpsAddress | None = None
    """Address of a copy in a public archive."""
