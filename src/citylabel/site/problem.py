"""Why a site was not published."""

from __future__ import annotations


class SiteRefused(Exception):  # noqa: N818 - said as what happened: the site was refused
    """The site has defects and was not published; the last good one stands.

    `complaints` holds one sentence each, with its place where it has one.
    """

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints
