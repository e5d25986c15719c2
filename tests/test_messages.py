"""Every message of the catalogue does its duties, and its samples are what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from citylabel.messages import catalogue
from citylabel.problems import DataError
from citylabel.source import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.messages import Message

CODE = re.compile(r"(?:YAML|TEXT|DATA|FILE|REF|RULE|FORM)[0-9]{2}")


@pytest.mark.parametrize("message", catalogue(), ids=lambda message: message.code)
def test_every_message_does_its_four_duties(message: Message) -> None:
    """It says what is wrong, why it matters and how to repair it, with a sample of both."""
    assert CODE.fullmatch(message.code)
    assert message.title
    assert message.why.endswith(".")
    assert message.sentence.endswith(".")
    assert message.repair.endswith((".", "}"))
    assert message.sample_bad != message.sample_good


def samples() -> Iterator[Any]:
    """Samples of messages about text, which can be tried as they stand."""
    for message in catalogue():
        printable = "(" not in message.sample_bad and message.code not in {"YAML01", "YAML19"}
        if message.code.startswith(("YAML", "TEXT")) and printable:
            yield pytest.param(message, id=message.code)


@pytest.mark.parametrize("message", list(samples()))
def test_a_sample_has_the_problem_and_its_repair_has_none(message: Message) -> None:
    """What a message shows as wrong is wrong in that way, and what it shows as right is right."""
    try:
        found = parse(message.sample_bad.encode(), "x.yml").hints
    except DataError as error:
        found = error.problems
    assert message.code in {one.code for one in found}
    assert parse(message.sample_good.encode(), "x.yml").hints == ()


def test_a_code_stands_once_in_the_catalogue_and_in_order() -> None:
    """Codes are addresses: each means one thing for ever."""
    codes = [message.code for message in catalogue()]
    assert codes == sorted(set(codes))
