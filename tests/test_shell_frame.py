"""The fast road: bytes joined must be what the theme would have rendered."""

from __future__ import annotations

import html
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape
from tests.small_site import NAMES

from citylabel.views.frame import (
    SENTINEL_ROBOTS,
    FrameError,
    FrameKey,
    cut,
    robots,
    sentinel_page,
)
from citylabel.views.page import Page
from citylabel.views.sample import MOST, choose

KEY = FrameKey(2, "cities")
SHELL = (
    '<title>{{ p.title | e }} - X</title><meta content="{{ p.description | e }}">'
    "<link href='https://x.example/{{ p.path }}'><i>{{ rule }}</i><p>{{ named }}</p><b>{{ text }}</b>"
    "{{ p.content }}<h6>{{ p.title | e }}</h6>"
)


def rendered(page: Page, rule: str = "") -> str:
    """The slow road of these tests: a template that escapes in several ways."""
    shell = Environment(autoescape=False).from_string(SHELL)  # noqa: S701 - what is tested
    named, text = html.escape(page.title), html.escape(page.title, quote=False)
    return shell.render(p=page, rule=rule or robots(page), named=named, text=text)


def place(title: str, content: str = "<h1>x</h1>") -> Page:
    """A page of the fast road."""
    return Page(
        path="cities/fi-x/",
        title=title,
        description=f"About {title}",
        content=Markup(content),  # noqa: S704 - what is tested
        section="cities",
    )


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(alphabet="&<>\"'aéλЯ{}$\\ "))
def test_any_title_comes_out_as_on_the_slow_road(title: str, content: str) -> None:
    frame = cut(rendered(sentinel_page(KEY), SENTINEL_ROBOTS), KEY)
    page = place(title, content)
    assert frame.fill(page) == rendered(page).encode()


def test_a_frame_travels_to_workers() -> None:
    frame = cut(rendered(sentinel_page(KEY), SENTINEL_ROBOTS), KEY)
    assert pickle.loads(pickle.dumps(frame)) == frame  # noqa: S301 - our own bytes


def test_a_value_escaped_twice_fails_the_build() -> None:
    page = sentinel_page(KEY)
    with pytest.raises(FrameError, match="unknown form"):
        cut(f"{page.content}<title>{escape(str(escape(page.title)))}</title>", KEY)


def test_a_shell_without_content_fails_the_build() -> None:
    with pytest.raises(FrameError, match="exactly once"):
        cut("<title>nothing</title>", KEY)


def test_a_page_of_another_depth_or_section_is_refused() -> None:
    frame = cut(str(sentinel_page(KEY).content), KEY)
    page = Page(path="a/", title="A", description="", content=Markup("x"), section="cities")
    with pytest.raises(FrameError, match="does not belong"):
        frame.fill(page)


def test_the_sample_has_the_first_the_last_and_each_unusual_character() -> None:
    plain = {f"cities/fi-a{n:03}/": f"Town {n}" for n in range(500)}
    chosen = choose(plain | NAMES)
    assert len(chosen) <= MOST
    assert {"cities/fi-a000/", *NAMES} - {"cities/fi-koivu/"} <= set(chosen)


def test_titles_must_be_plain_text() -> None:
    with pytest.raises(TypeError, match="plain text"):
        place(Markup("<b>"))
    with pytest.raises(ValueError, match="cannot live"):
        Page(path="/x/", title="", description="", content=Markup())
