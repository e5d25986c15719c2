"""The command and its verbs."""

from __future__ import annotations

import click

from citylabel.cli import ask, check, describe, expiring, frozen, handbook, impact, importing, publish, readability


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="citylabel")
def main() -> None:
    """Check the records of a quality label, ask what they come to, and publish them as a site."""


for verb in (
    check.check,
    publish.build,
    publish.serve,
    publish.export,
    ask.status,
    ask.explain,
    ask.gap,
    expiring.expiring,
    impact.impact,
    describe.problem,
    describe.schema,
    importing.import_,
    handbook.handbook,
    frozen.digest,
    readability.readability,
):
    main.add_command(verb)
