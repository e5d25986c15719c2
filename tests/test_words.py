"""Words: every key that is used exists, every key that exists is used, and numbers never flatter."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from citylabel.views.engine import environment
from citylabel.words import NARROW, MissingWord, language_name, read_catalogue, read_words

if TYPE_CHECKING:
    from pathlib import Path

WORDS = read_words()
_USED = re.compile(r"""\bt[n]?\(\s*["']([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)["']""")
_NAMED = re.compile(r"""["']([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)["']""")


def sources(root: Path) -> list[str]:
    """All templates and modules of the package."""
    package = root / "src/citylabel"
    found = [path for ending in ("py", "html") for path in sorted(package.rglob(f"*.{ending}"))]
    return [path.read_text("utf-8") for path in found]


def test_every_key_in_use_is_in_the_catalogue(root: Path) -> None:
    used = {key for text in sources(root) for key in _USED.findall(text)}
    assert used
    assert sorted(used - WORDS.entries.keys()) == []


def test_every_key_in_the_catalogue_is_in_use(root: Path) -> None:
    """Keys may be put together: "status." and a status; then their beginning stands somewhere."""
    text = "\n".join(sources(root))
    named = set(_NAMED.findall(text))
    begun = tuple(set(re.findall(r"""["']([a-z][a-z0-9.-]*[.-])["'{]""", text)))
    begun += tuple(set(re.findall(r"""f["']([a-z][a-z0-9.-]*[.-])\{""", text)))
    idle = [key for key in WORDS.entries if key not in named and not key.startswith(begun)]
    assert idle == []


def test_a_missing_word_or_value_is_an_error() -> None:
    with pytest.raises(MissingWord, match=r"no\.such\.key"):
        WORDS.t("no.such.key")
    with pytest.raises(MissingWord, match="body"):
        WORDS.t("shell.published-by")


def test_a_locale_without_catalogue_speaks_english_and_says_so() -> None:
    finnish = read_words("fi")
    assert finnish.t("shell.menu") == "Menu"
    assert finnish.language_of("shell.menu") == "en"
    assert finnish.date(dt.date(2028, 5, 3)) == "3. toukokuuta 2028"


def test_fuzzy_and_empty_translations_do_not_count() -> None:
    text = b'msgid ""\nmsgstr ""\n\n#, fuzzy\nmsgid "a.b"\nmsgstr "x"\n\nmsgid "a.c"\nmsgstr ""\n'
    assert read_catalogue(text, "fi") == {}


def test_numbers_dates_and_shares_read_as_europeans_write_them() -> None:
    assert WORDS.number(212000) == f"212{NARROW}000"
    assert WORDS.number(Fraction(-5, 2), decimals=1) == "\N{MINUS SIGN}2.5"
    assert WORDS.date(dt.date(2028, 9, 3)) == "3 September 2028"
    assert WORDS.date(dt.date(2028, 9, 3), "medium") == "3 Sept 2028"
    assert WORDS.month(dt.date(2028, 5, 3)) == "05/2028"
    assert WORDS.country("gr") == "Greece"
    assert WORDS.all_of(["a", "b", "c"]) == "a, b and c"
    assert language_name("el") == "Ελληνικά"


@given(st.fractions(min_value=0, max_value=1))
def test_a_printed_share_is_never_higher_than_the_share(share: Fraction) -> None:
    printed = int(WORDS.percent(share).rstrip("%").rstrip(NARROW))
    assert 0 <= share * 100 - printed < 1


def test_what_strangers_wrote_is_escaped_in_sentences_and_links_are_kept() -> None:
    said = environment(WORDS).from_string('{{ t("shell.published-by", body=body) }}')
    assert said.render(body="<b>&") == "Published by &lt;b&gt;&amp;."
    assert said.render(body=Markup("<a>x</a>")) == "Published by <a>x</a>."
