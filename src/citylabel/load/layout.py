"""What stands where under `data/`: which names are possible, and which model reads each file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from citylabel.model.application import Application
from citylabel.model.city import City
from citylabel.model.criterion import Criterion
from citylabel.model.decision import Decisions
from citylabel.model.edition import Edition
from citylabel.model.evaluation import Evaluation
from citylabel.model.framework import Framework
from citylabel.model.glossary import Glossary
from citylabel.model.label import Label
from citylabel.model.party import Parties
from citylabel.model.practice import Practice
from citylabel.model.review import Review
from citylabel.model.update import Update

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from citylabel.model.base import Frozen


@dataclass(frozen=True, slots=True)
class Form:
    """A form of names: a pattern for the program, words and an example for people."""

    pattern: re.Pattern[str]
    words: str
    longest: int = 60

    def fits(self, name: str) -> bool:
        """Whether a name has this form."""
        return len(name) <= self.longest and self.pattern.fullmatch(name) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What can stand in a folder."""

    files: Mapping[str, type[Frozen]] = field(default_factory=dict)
    """Files with a fixed name, by name without `.yml`."""
    many: tuple[Form, type[Frozen] | None] | None = None
    """Any number of files, named by a form; without a model they are only read as YAML."""
    folders: Mapping[str, Folder] = field(default_factory=dict)
    """Folders with a fixed name."""
    subjects: tuple[Form, Folder] | None = None
    """Any number of folders, named by a form."""
    needed: tuple[str, ...] = ()
    """Files without which the others cannot be understood."""
    apart: bool = False
    """Walked on its own: the cities, which can be very many."""
    foreign: bool = False
    """Kept by other tools, which check it: translations, schemas."""


NAME = Form(re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), "small letters a-z, digits and single hyphens")
CRITERION = Form(re.compile(r"[a-z][a-z0-9-]*"), "the id of a criterion in small letters, as b2", 20)
EDITION = Form(re.compile(r"[a-z0-9]+"), "the id of an edition, as 2026", 20)
CITY = Form(
    re.compile(r"[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*"),
    "the country code, a hyphen and the name in small letters a-z, as fi-birkavik",
    63,
)
CASE = Form(
    re.compile(r"[a-z0-9]+(?:-(?:[2-9]|[1-9][0-9]))?"),
    "the edition, with -2, -3, ... for later applications, as 2026-2",
    23,
)
DAY = Form(re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "a date, as 2026-11-23")

CASE_FOLDER = Folder(
    files={
        "application": Application,
        "evaluation": Evaluation,
        "review": Review,
        "decisions": Decisions,
    },
    folders={"updates": Folder(many=(DAY, Update))},
    needed=("application",),
)
CITY_FOLDER = Folder(files={"city": City}, subjects=(CASE, CASE_FOLDER))
CITIES_FOLDER = Folder(subjects=(CITY, CITY_FOLDER))
EDITION_FOLDER = Folder(files={"edition": Edition}, many=(CRITERION, Criterion), needed=("edition",))
DATA_FOLDER = Folder(
    files={"label": Label, "parties": Parties, "glossary": Glossary},
    folders={
        "frameworks": Folder(many=(NAME, Framework)),
        "criteria": Folder(subjects=(EDITION, EDITION_FOLDER)),
        "cities": Folder(apart=True),
        "practices": Folder(many=(NAME, Practice)),
        "consultations": Folder(many=(NAME, None)),
        "locale": Folder(foreign=True),
        "schema": Folder(foreign=True),
    },
    needed=("label",),
)


def models() -> dict[str, type[Frozen]]:
    """Every model of a record by the `format` that its records begin with, in order."""
    folders = (DATA_FOLDER, CITIES_FOLDER)
    found = {model for folder in folders for model in _models(folder)}
    by_format = {get_args(one.model_fields["format"].annotation)[0]: one for one in found}
    return dict(sorted(by_format.items()))


def _models(folder: Folder) -> Iterator[type[Frozen]]:
    yield from folder.files.values()
    if folder.many and folder.many[1]:
        yield folder.many[1]
    for below in folder.folders.values():
        yield from _models(below)
    if folder.subjects:
        yield from _models(folder.subjects[1])
