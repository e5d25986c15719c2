"""Decisions: dated, reasoned acts of the board. A correction is a new entry, never a changed one.

A renewal is no kind of its own: a grant in a new case, while an earlier grant is in force or has ended, is the
renewal. It rests on its own application and evaluation, as every grant does.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from citylabel.model.base import Day, Frozen, Identifier, Text


class _Act(Frozen):
    """What every decision says."""

    id: Identifier
    """Id within the case, in order: `d1`."""
    decided_on: Day
    """Day of the decision."""
    effective_on: Day
    """First day on which it holds; never before the decision."""
    by: tuple[Identifier, ...] = Field(min_length=1)
    """Ids of the parties that decided, or wrote down what the place asked for; none assessed or reviewed the case."""
    reason: Text
    """Why, in words a resident understands."""


class Grant(_Act):
    """The label is granted at a level."""

    decision: Literal["grant"]
    """Kind of decision."""
    level: Identifier
    """Level granted (`bronze`), or `committed`."""
    until: Day
    """Last day in force."""


class Refusal(_Act):
    """The label is not granted."""

    decision: Literal["refusal"]
    """Kind of decision."""


class Change(_Act):
    """A running grant changes its level or its scope; its last day stays (ISO/IEC 17065, 7.11)."""

    decision: Literal["change"]
    """Kind of decision."""
    level: Identifier
    """Level from then on: one of the ladder; the same as before where only the scope changes."""
    scope: Text | None = None
    """What the label covers from then on, where that changes: services, districts, members."""


class Suspension(_Act):
    """A grant is suspended: not in force until it is restored."""

    decision: Literal["suspension"]
    """Kind of decision."""


class Restoration(_Act):
    """A suspension ends."""

    decision: Literal["restoration"]
    """Kind of decision."""


class Withdrawal(_Act):
    """A grant is withdrawn for good."""

    decision: Literal["withdrawal"]
    """Kind of decision."""


class Termination(_Act):
    """A grant ends because the city asks for it."""

    decision: Literal["termination"]
    """Kind of decision."""


class ApplicationWithdrawn(_Act):
    """The applicant takes the application back before it is decided; nothing is granted or refused."""

    decision: Literal["application_withdrawn"]
    """Kind of decision."""


class _Outcome(_Act):
    """What became of an appeal or a complaint. It changes nothing by itself: what follows is a new decision."""

    received_on: Day
    """Day on which it was received."""
    outcome: Literal["upheld", "dismissed"]
    """What became of it."""


class AppealOutcome(_Outcome):
    """What became of an appeal by the place against a decision, heard by others than those who decided."""

    decision: Literal["appeal_outcome"]
    """Kind of decision."""
    of: Identifier
    """Id of the decision appealed against, in the same case."""


class ComplaintOutcome(_Outcome):
    """What became of a complaint by anyone about the place or the body."""

    decision: Literal["complaint_outcome"]
    """Kind of decision."""
    about: Text
    """What was complained of, without the name of a person."""


class DecisionErratum(_Act):
    """A correction of the words of an earlier decision. It changes nothing that was decided."""

    decision: Literal["erratum"]
    """Kind of decision."""
    of: Identifier
    """Id of the decision that is corrected, in the same case."""
    text: Text
    """How it should read."""


OfEarlier = AppealOutcome | DecisionErratum
"""Entries that speak of an earlier decision of their case."""
ChangesNothing = AppealOutcome | ComplaintOutcome | DecisionErratum
"""Entries after which the status is what it was before."""


def _which(value: Any) -> str | None:  # noqa: ANN401 - anything a person may have written
    return value.get("decision") if isinstance(value, dict) else getattr(value, "decision", None)


Decision = Annotated[
    Annotated[Grant, Tag("grant")]
    | Annotated[Refusal, Tag("refusal")]
    | Annotated[Change, Tag("change")]
    | Annotated[Suspension, Tag("suspension")]
    | Annotated[Restoration, Tag("restoration")]
    | Annotated[Withdrawal, Tag("withdrawal")]
    | Annotated[Termination, Tag("termination")]
    | Annotated[ApplicationWithdrawn, Tag("application_withdrawn")]
    | Annotated[AppealOutcome, Tag("appeal_outcome")]
    | Annotated[ComplaintOutcome, Tag("complaint_outcome")]
    | Annotated[DecisionErratum, Tag("erratum")],
    Discriminator(
        _which,
        custom_error_type="decision_kind",
        custom_error_message=(
            "a decision is one of grant, refusal, change, suspension, restoration, withdrawal, termination, "
            "application_withdrawn, appeal_outcome, complaint_outcome, erratum"
        ),
    ),
]
"""One decision."""


class Decisions(Frozen):
    """The decisions of one case, oldest first; append-only. (`decisions.yml`)."""

    format: Literal["citylabel/decisions/1"]
    """Format and version of this record."""
    decisions: tuple[Decision, ...] = Field(min_length=1)
    """The decisions."""
