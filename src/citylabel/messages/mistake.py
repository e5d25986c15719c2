"""How a model says, in the words of the catalogue, that its values contradict each other."""

from __future__ import annotations


class Mistake(ValueError):  # noqa: N818 - a person's mistake, named as authors are told
    """Raised by a validator of a model: a problem without its place, which `load.shape` adds.

    `raise Mistake("DATA23", at=("evidence", 2), value=link)` in a validator becomes the problem
    DATA23 at the third evidence, counted from the place of the value under validation.
    """

    def __init__(self, code: str, *, at: tuple[str | int, ...] = (), **values: object) -> None:
        self.code = code
        self.at = at
        self.values = values
        super().__init__(code)
