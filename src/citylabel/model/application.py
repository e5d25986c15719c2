"""An application: what a city says of itself, complete in one file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from citylabel.model.base import (
    Count,
    CriterionId,
    Day,
    Frozen,
    HttpsAddress,
    Identifier,
    Period,
    Text,
    Title,
)
from citylabel.model.commitment import Commitment
from citylabel.model.evidence import Evidence
from citylabel.model.measure import Value
from citylabel.model.place import BaseFigures, Identity


class Service(Frozen):
    """A service of the top list."""

    name: Title
    """Its name, as the place calls it."""
    cases: Count
    """Cases finished in the window, over all channels."""
    for_firms: bool = False
    """True: mainly used by firms."""
    estimate: Text | None = None
    """How the number was estimated, where there is no count."""


class Authority(Frozen):
    """Proof that the place itself applies."""

    role: Title
    """Role of the person who signs (`Mayor`); never a name."""
    proof: HttpsAddress
    """The signed decision, or the claim file on the official domain."""
    kind: Literal["decision", "claim_file"]
    """Which of the two."""


class Values(Frozen):
    """An answer: measured values and the evidence for them."""

    answer: Literal["values"]
    """Kind of answer."""
    values: dict[Identifier, Value] = Field(default_factory=dict)
    """Measured values by measure id."""
    evidence: tuple[Evidence, ...] = Field(min_length=1, max_length=20)
    """What shows it."""
    note: Text | None = None
    """What a reader should know."""


class NotMet(Frozen):
    """An answer: not met."""

    answer: Literal["not_met"]
    """Kind of answer."""
    note: Text | None = None
    """Why, or what is planned."""


class NotApplicable(Frozen):
    """An answer: the criterion does not apply, for one of the reasons it lists."""

    answer: Literal["not_applicable"]
    """Kind of answer."""
    ground: Identifier
    """Id of the reason in the criterion."""
    reason: Text
    """The reason, for this place."""
    evidence: tuple[Evidence, ...] = ()
    """What shows it."""


def _which(value: Any) -> str | None:  # noqa: ANN401 - anything a person may have written
    return value.get("answer") if isinstance(value, dict) else getattr(value, "answer", None)


Answer = Annotated[
    Annotated[Values, Tag("values")]
    | Annotated[NotMet, Tag("not_met")]
    | Annotated[NotApplicable, Tag("not_applicable")],
    Discriminator(
        _which,
        custom_error_type="answer_kind",
        custom_error_message="an answer begins with `answer:` values, not_met or not_applicable",
    ),
]
"""An answer to one criterion. A criterion that is left out is *not answered*, which is not the same as *no*."""


class Application(Frozen):
    """One application. Complete alone: a first application is this file and nothing else. (`application.yml`)."""

    format: Literal["citylabel/application/1"]
    """Format and version of this record."""
    place: Identity
    """Who applies."""
    submitted_on: Day
    """Day of the application; all ages count back from here."""
    seeks: Identifier
    """Level applied for (`bronze`), or `committed`."""
    authority: Authority
    """Proof that the place itself applies."""
    base: BaseFigures
    """Figures asked once."""
    window: Period
    """The window W: twelve months, the same for every yearly figure."""
    top_list: tuple[Service, ...] = Field(default=(), max_length=50)
    """The top list T of services, with most cases first."""
    answers: dict[CriterionId, Answer] = Field(default_factory=dict)
    """Answers by criterion."""
    commitments: tuple[Commitment, ...] = Field(default=(), max_length=60)
    """What the place promises to do."""
    summary: Text | None = None
    """Two or three sentences by the place, for residents."""
    summary_language: str | None = None
    """Language of the summary, where it is not English."""
