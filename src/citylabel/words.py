"""The words of the program: gettext catalogues by symbolic key, numbers and dates by locale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib import resources
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

REFERENCE = "en"
"""The locale whose words always exist; every other falls back to it, word by word."""

NARROW = "\N{NARROW NO-BREAK SPACE}"
Length = Literal["long", "medium"]
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class MissingWord(LookupError):  # noqa: N818 - said as what it is
    """No catalogue has this key, or one of its {placeholders} was given no value."""


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a catalogue: a sentence, or its plural forms in the order of the locale."""

    forms: tuple[str, ...]
    locale: str
    """The language it is really written in, for `lang` where it fell back."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one locale, and how it writes numbers and dates.

    A key such as "city.until" stands in the catalogue as msgid; what people read is its msgstr.
    """

    locale: str
    entries: Mapping[str, Word]

    def t(self, key: str, /, **values: object) -> str:
        """Give the sentence for `key`, its {placeholders} filled.

        Raises:
            MissingWord: no such key, or a placeholder without a value.
        """
        return _filled(key, self._entry(key).forms[0], values)

    def tn(self, key: str, n: int, /, **values: object) -> str:
        """Give the form of `key` that `n` asks for; {n} is the number as the locale writes it."""
        entry = self._entry(key)
        text = entry.forms[min(_plural_rule(entry.locale)(n), len(entry.forms) - 1)]
        return _filled(key, text, {"n": self.number(n), **values})

    def language_of(self, key: str) -> str:
        """Tell in which language `key` is written here: English where it is not translated."""
        return self._entry(key).locale

    def number(self, value: int | Fraction, *, decimals: int = 0) -> str:
        """Write a number in groups of three; cut after `decimals`, never rounded up."""
        scale = 10**decimals
        cut = int(abs(value) * scale)  # exact for fractions, towards zero
        whole, rest = divmod(cut, scale)
        sign = "\N{MINUS SIGN}" if value < 0 and cut else ""
        text = f"{sign}{whole:,}".replace(",", NARROW)
        if decimals:
            text += f"{self._babel.number_symbols['latn']['decimal']}{rest:0{decimals}d}"
        return text

    def percent(self, share: Fraction) -> str:
        """Write a share as a whole percentage, rounded down: 0.669 is never shown as 67 %."""
        return f"{self.number(share * 100)}{NARROW}%"

    def date(self, day: dt.date, length: Length = "long") -> str:
        """Write a date as the locale does: "3 May 2028", medium "3 May 2028", "18 Sept 2028"."""
        return _date(day, length, self.locale)

    def month(self, day: dt.date) -> str:
        """Write month and year in figures, the same in all languages: "05/2028"."""
        return f"{day:%m/%Y}"

    def all_of(self, parts: Sequence[str]) -> str:
        """Join with commas and "and"."""
        return format_list(list(parts), locale=self._babel)

    def any_of(self, parts: Sequence[str]) -> str:
        """Join with commas and "or"."""
        return format_list(list(parts), style="or", locale=self._babel)

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166-1 code, "gr" or "GR"; the code itself if unknown."""
        return str(self._babel.territories.get(code.upper(), code.upper()))

    @property
    def direction(self) -> str:
        """The reading direction: "ltr" or "rtl"."""
        return str(self._babel.text_direction)

    @property
    def _babel(self) -> Locale:
        return _parsed(_regional(self.locale))

    def _entry(self, key: str) -> Word:
        try:
            return self.entries[key]
        except KeyError:
            raise MissingWord(f"no word {key!r} in the {REFERENCE} catalogue") from None


def read_words(locale: str = REFERENCE) -> Words:
    """Read the shipped catalogue of `locale`; what it lacks is English."""
    entries = _entries(REFERENCE) | (_entries(locale) if locale != REFERENCE else {})
    return Words(locale, MappingProxyType(entries))


def language_name(locale: str) -> str:
    """Name a language in itself, as a switch shows it: "English", "Suomi"."""
    name = _parsed(locale).get_display_name(locale) or locale
    return name[:1].upper() + name[1:]


def _entries(locale: str) -> dict[str, Word]:
    """Read every catalogue of a locale: one .po file for each area of the site."""
    folder = resources.files("citylabel") / "locale" / locale / "LC_MESSAGES"
    found: dict[str, Word] = {}
    if locale != REFERENCE and not folder.is_dir():
        return found  # nothing translated yet
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".po"):
            continue
        entries = read_catalogue(file.read_bytes(), locale)
        if twice := found.keys() & entries.keys():
            raise ValueError(f"{file.name} says again what another catalogue says: {sorted(twice)}")
        found |= {key: Word(forms, locale) for key, forms in entries.items()}
    return found


def read_catalogue(text: bytes, locale: str) -> dict[str, tuple[str, ...]]:
    """Read a .po file: the forms of each key that is translated and not marked fuzzy.

    Raises:
        babel.messages.pofile.PoFileError: the file is not well formed.
    """
    found: dict[str, tuple[str, ...]] = {}
    for message in read_po(BytesIO(text), locale=locale, abort_invalid=True):
        key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if key and all(forms) and not message.fuzzy:
            found[key] = tuple(str(form) for form in forms)
    return found


def _filled(key: str, text: str, values: Mapping[str, object]) -> str:
    if "{" not in text:
        return text
    try:
        return _PLACEHOLDER.sub(lambda hit: str(values[hit[1]]), text)
    except KeyError as missing:
        raise MissingWord(f"the word {key!r} needs a value for {missing.args[0]!r}") from None


@cache
def _parsed(locale: str) -> Locale:
    return Locale.parse(locale.replace("-", "_"))


@cache
def _date(day: dt.date, length: Length, locale: str) -> str:
    return str(format_date(day, length, locale=_parsed(_regional(locale))))


def _regional(locale: str) -> str:
    """Babel's bare "en" writes American dates; the register's English is European."""
    return "en_GB" if locale == REFERENCE else locale


@cache
def _plural_rule(locale: str) -> Callable[[int], int]:
    rule: Callable[[int], int] = c2py(get_plural(locale).plural_expr)
    return rule
