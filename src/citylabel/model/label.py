"""The label itself: name, body, addresses, languages, switches."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from citylabel.model.base import (
    Day,
    Frozen,
    HttpsAddress,
    Identifier,
    Language,
    Text,
    Title,
)

Mailbox = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{1,64}@[a-z0-9.-]{3,190}$")]
"""A role mailbox; never a person's own."""


Issuer = Annotated[str, StringConstraints(pattern=r"^(?:https://[^\s\"'<>]{4,480}|did:web:[a-zA-Z0-9.:%_-]{3,480})$")]
"""Who issues attestations: an address that begins with `https://`, or a `did:web:` identity."""


class WorkingTitle(Frozen):
    """A name the label has had, or might have."""

    title: Title
    """The name."""
    used: Title
    """When and where it was used."""
    source: HttpsAddress | None = None
    """Where that can be read."""


class Body(Frozen):
    """The body that owns the scheme."""

    name: Title
    """Its name."""
    about: Text
    """What it is, in one or two sentences."""


class Addresses(Frozen):
    """Addresses. Those under `.example` do not exist yet: `citylabel check --publish` refuses them."""

    site: HttpsAddress
    """Where the site is published, with a slash at the end."""
    repository: HttpsAddress | None = None
    """Where the records are kept; left out: pages offer only what works without."""
    contact: Mailbox
    """Role mailbox for questions, corrections and complaints."""
    issuer: Issuer | None = None
    """Identity under which attestations are issued."""


Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as six hexadecimal digits in small letters: `#0b4f5c`."""


class Tone(Frozen):
    """A colour on light and on dark ground. Both need a contrast of 3 to 1; texts use `brand` and need 4.5 to 1."""

    light: Colour
    """On light ground; also on badges, whose ground is always white."""
    dark: Colour
    """On dark ground."""


class Specimens(Frozen):
    """The switch for the invented cities that ship with the repository."""

    shown: bool
    """False: they are left out everywhere."""
    demonstration_date: Day
    """The day they are shown as on, in build and browser."""


class Label(Frozen):
    """Everything another body changes to run its own label. (`data/label.yml`)."""

    format: Literal["citylabel/label/1"]
    """Format and version of this record."""
    name: Title
    """Name, shown everywhere."""
    short_name: Title
    """Short name, for badges and the browser's tab."""
    claim: Title
    """One sentence that says what it is."""
    working_titles: tuple[WorkingTitle, ...] = ()
    """Other names, used or thought of."""
    body: Body
    """Who owns it."""
    addresses: Addresses
    """Site, repository, contact, issuer."""
    languages: tuple[Language, ...] = Field(min_length=1)
    """Languages of the site; the first is the authoritative one, at the root."""
    edition: Identifier
    """Edition that applications are made under."""
    specimens: Specimens
    """The switch for the invented cities."""
    colours: dict[Identifier, Tone] = Field(default_factory=dict)
    """Colours by use: `brand`, or the id of a level. What is left out has the colours of the style sheet."""
    licence_text: Title
    """Licence of the texts."""
    licence_data: Title
    """Licence of the data."""
