"""Lists carry what the browser needs on later days, and no more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.views.made_register import catalogue, made, many, row

from citylabel.catalogue import ActSummary, Ahead
from citylabel.rules.lifecycle import Status
from citylabel.views import comparison, directory

LIMIT, SHELL = 250_000, 15_000
EXPIRES = Ahead(
    status=Status.EXPIRED,
    since=date(2032, 5, 4),
    level=None,
    last_level="silver",
    granted_on=date(2029, 5, 4),
    until=date(2032, 5, 3),
    edition="2026",
    reason="",
)
GRANT = ActSummary(
    on=date(2029, 5, 4), kind="grant", level="silver", until=date(2032, 5, 3), reason="It was shown.", edition="2026"
)


def test_a_line_carries_its_dates_and_the_words_for_what_they_lead_to() -> None:
    page = made(directory, catalogue(row(specimen=False, outlook=(EXPIRES,), acts=(GRANT,))))["cities/"]
    assert 'data-acts="grant 2029-05-04 silver 2032-05-03" data-on="2030-06-15"' in page.content
    said = "<strong>Expired</strong> on 3 May 2032, was Silver"
    assert f'<template data-at="expired 2032-05-04" data-look="expired">{said}</template>' in page.content
    assert page.scripts == ("directory", "status")


def test_specimens_carry_nothing_for_later_days_and_load_nothing_for_them() -> None:
    """They are shown as on the demonstration date, whatever the day."""
    page = made(directory, catalogue(row(outlook=(EXPIRES,), acts=(GRANT,))))["cities/"]
    assert "data-acts" not in page.content
    assert page.scripts == ("directory",)


def test_a_reason_never_stands_in_a_list_and_hostile_names_stay_text() -> None:
    """What a list carries are dates, ids and our own words."""
    grant = replace(GRANT, reason='"><img src=x>')
    then = replace(EXPIRES, reason='"><img src=x>')
    page = made(directory, catalogue(row(specimen=False, outlook=(then,), acts=(grant,))))["cities/"]
    assert "img" not in page.content


def test_long_lists_of_labels_in_force_stay_below_the_limit() -> None:
    shown = many(400)
    rows = tuple(replace(each, outlook=(EXPIRES,), acts=(GRANT, GRANT)) for each in shown.rows)
    for view in (directory, comparison):
        weights = {path: len(page.content.encode()) for path, page in made(view, replace(shown, rows=rows)).items()}
        assert max(weights.values()) < LIMIT - SHELL, max(weights, key=weights.__getitem__)
