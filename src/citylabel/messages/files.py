"""FILE: names, places, links and sizes of files."""

from __future__ import annotations

from citylabel.messages.message import Message

MESSAGES = (
    Message(
        code="FILE01",
        title="A file or folder that nobody reads",
        why="A record in the wrong place is not published, and nobody notices.",
        sentence="Nothing reads {name} here.",
        repair="{did_you_mean}Here stand {known}.",
        sample_bad="data/cities/fi-birkavik/citty.yml",
        sample_good="data/cities/fi-birkavik/city.yml",
    ),
    Message(
        code="FILE02",
        title="A link instead of a file",
        why="A link can lead out of the folder, to files that are not meant to be published.",
        sentence="{name} is a link to another place.",
        repair="Put the file itself here.",
        sample_bad="city.yml -> ../../../etc/passwd",
        sample_good="city.yml",
    ),
    Message(
        code="FILE03",
        title="Neither file nor folder, or one in the place of the other",
        why="Devices and pipes can block whoever reads them; a folder called like a file hides it.",
        sentence="{name} is {found}, not {expected}.",
        repair="Remove or rename it.",
        sample_bad="city.yml/",
        sample_good="city.yml",
    ),
    Message(
        code="FILE04",
        title="The name does not end in .yml",
        why="One ending for all records: no file is overlooked, none is read twice.",
        sentence="{name} does not end in .yml.",
        repair="Rename it to {rename}.",
        sample_bad="city.yaml",
        sample_good="city.yml",
    ),
    Message(
        code="FILE05",
        title="The name is not of the form that is needed here",
        why="Names of files and folders become addresses of pages, which never change.",
        sentence="The name {name} cannot stand here.",
        repair="{did_you_mean}It must be {form}.",
        sample_bad="data/cities/Birkavik/",
        sample_good="data/cities/fi-birkavik/",
    ),
    Message(
        code="FILE06",
        title="A name that Windows keeps for itself",
        why="The folder could not be copied to a Windows computer any more.",
        sentence="The name {name} is reserved by Windows.",
        repair="Choose another name, for example {rename}.",
        sample_bad="data/practices/con.yml",
        sample_good="data/practices/con-2026.yml",
    ),
    Message(
        code="FILE07",
        title="Two names that are one on other computers",
        why="Many computers do not tell capital from small letters, or two ways to write ö: one "
        "file would overwrite the other.",
        sentence="{name} and {other} are the same name on many computers.",
        repair="Rename or remove one of them.",
        sample_bad="a1.yml\nA1.yml",
        sample_good="a1.yml\na2.yml",
    ),
    Message(
        code="FILE08",
        title="A file is missing",
        why="The other files here cannot be understood without it.",
        sentence="{name} is missing.",
        repair="Add it, or remove the folder.",
        sample_bad="data/criteria/2026/a1.yml",
        sample_good="data/criteria/2026/a1.yml\ndata/criteria/2026/edition.yml",
    ),
    Message(
        code="FILE09",
        title="A file that cannot be opened",
        why="What is in it would be missing from the site.",
        sentence="{name} cannot be opened: {said}.",
        repair="Check its permissions and whether it is complete.",
        sample_bad="city.yml (not readable)",
        sample_good="city.yml",
    ),
    Message(
        code="FILE10",
        title="The name and the record differ",
        why="Pages and references find a record by the name of its file or folder.",
        sentence="The record calls itself {value}, its file or folder {name}.",
        repair="Write {name} here, or rename the file or folder if it is not published yet.",
        sample_bad="data/cities/fi-birkavik/city.yml\n  id: fi-sundholm",
        sample_good="data/cities/fi-birkavik/city.yml\n  id: fi-birkavik",
    ),
)
