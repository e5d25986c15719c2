"""A frozen edition: its digest speaks of what is asked, and only corrected words may leave it behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from citylabel.model.base import Frozen
from citylabel.model.criterion import Criterion
from citylabel.model.edition import Edition
from citylabel.model.succession import Erratum
from citylabel.rules.freeze import PROSE, NoCorrection, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citylabel.rules.scheme import Scheme

SLIP = {
    "on": date(2028, 5, 2),
    "criterion": "quiet",
    "field": "/title",
    "where": "Quiet, title",
    "text": "A letter was missing.",
}


def with_edition(scheme: Scheme, **changed: object) -> Scheme:
    """The scheme with other values in its edition."""
    return replace(scheme, edition=scheme.edition.model_copy(update=changed))


def with_criterion(scheme: Scheme, **changed: object) -> Scheme:
    """The scheme with other values in its first criterion."""
    quiet = scheme.criteria["quiet"].model_copy(update=changed)
    return replace(scheme, criteria={**scheme.criteria, "quiet": quiet})


def erratum(**changed: Any) -> Erratum:  # noqa: ANN401 - any field of an erratum
    """An erratum of a title."""
    return Erratum.model_validate({**SLIP, "was": "Silence", **changed})


def test_the_digest_of_the_same_records_is_the_same_for_ever(tiny: Scheme) -> None:
    """A later version of the program must still give it, or every frozen edition would look changed."""
    assert digest(tiny) == "sha256:1c618f9563b6328b3c820ee1aa2123bff99a6c02be07823677a06d17be91bf92"


def test_how_the_edition_stands_is_no_part_of_it(tiny: Scheme) -> None:
    """What was proposed and what was put in force can be seen to be the same."""
    in_force = with_edition(tiny, in_force_on=date(2028, 1, 1), proposed_on=None, digest=digest(tiny))
    assert digest(in_force) == digest(tiny)


def test_the_order_of_criteria_in_the_folder_is_no_part_of_it(tiny: Scheme) -> None:
    """Files have no order."""
    turned = replace(tiny, criteria=dict(reversed(list(tiny.criteria.items()))))
    assert digest(turned) == digest(tiny)


@pytest.mark.parametrize("changed", [{"prerequisites": ()}, {"points": (0, 2)}, {"title": "Quiet libraries"}])
def test_a_changed_rule_or_word_of_the_edition_changes_it(tiny: Scheme, changed: dict[str, object]) -> None:
    """Nothing of the edition can move unseen."""
    assert digest(with_edition(tiny, **changed)) != digest(tiny)


def test_a_changed_word_of_a_criterion_changes_it(tiny: Scheme) -> None:
    """The words are what a city was told."""
    assert digest(with_criterion(tiny, title="Silence!")) != digest(tiny)


def test_another_id_changes_it(tiny: Scheme) -> None:
    """Two editions with the same text are two editions."""
    assert digest(replace(tiny, id="other")) != digest(tiny)


def test_a_correction_that_keeps_the_old_words_keeps_the_digest(tiny: Scheme) -> None:
    """Also when the same text is corrected twice on one day."""
    first = tiny.criteria["quiet"].title
    corrected = with_criterion(tiny, title="Third")
    errata = (erratum(was=first), erratum(was="Second"))
    assert digest(with_edition(corrected, errata=errata)) == digest(tiny)


def test_errata_are_put_back_newest_first_whatever_their_order(tiny: Scheme) -> None:
    """The list may be sorted either way."""
    first = tiny.criteria["quiet"].title
    errata = (erratum(was="Second", on=date(2029, 1, 1)), erratum(was=first, on=date(2028, 1, 1)))
    assert digest(with_edition(with_criterion(tiny, title="Third"), errata=errata)) == digest(tiny)


@pytest.mark.parametrize(
    "changed",
    [
        {"criterion": "nowhere"},
        {"field": "/titel"},
        {"field": "/steps/9/asks"},
        {"field": "/steps"},
        {"field": "/id"},
        {"field": "/steps/0/when/point"},
        {"criterion": None, "field": "/levels/0/total_at_least"},
        {"criterion": None, "field": "/prerequisites/0"},
    ],
    ids=lambda changed: "".join(str(each) for each in changed.values()),
)
def test_only_words_can_be_corrected(tiny: Scheme, changed: dict[str, object]) -> None:
    """Ids, thresholds, conditions and things that are not there make another edition."""
    with pytest.raises(NoCorrection):
        digest(with_edition(tiny, errata=(erratum(**changed),)))


def test_a_correction_that_changes_nothing_is_none(tiny: Scheme) -> None:
    """The old words still stand there."""
    with pytest.raises(NoCorrection):
        digest(with_edition(tiny, errata=(erratum(was=tiny.criteria["quiet"].title),)))


def test_every_text_that_can_be_corrected_is_a_text_of_the_records() -> None:
    """No name in the list is a slip of the pen."""
    assert set(_fields(Edition, set())) | set(_fields(Criterion, set())) >= PROSE


def _fields(model: type[Frozen], seen: set[type]) -> Iterator[str]:
    """Names of all fields of a model and of the models in it."""
    seen.add(model)
    for name, field in model.model_fields.items():
        yield name
        for found in _models(field.annotation):
            if found not in seen:
                yield from _fields(found, seen)


def _models(annotation: Any) -> Iterator[type[Frozen]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)
