"""RULE: the procedure of the label (see the package's docstring to add one)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citylabel.messages.procedure_acts import ACTS
from citylabel.messages.procedure_answers import ANSWERS
from citylabel.messages.procedure_history import HISTORY
from citylabel.messages.procedure_scheme import SCHEME

if TYPE_CHECKING:
    from citylabel.messages.message import Message

MESSAGES: tuple[Message, ...] = (*ANSWERS, *ACTS, *SCHEME, *HISTORY)
