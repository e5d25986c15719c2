"""`citylabel serve`: build into a folder of its own, serve it, build anew on every change."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from citylabel.problems import DataError
from citylabel.shell.live.server import LiveServer, PortInUse
from citylabel.site.build import build
from citylabel.site.problem import SiteRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from citylabel.views.publication import Publication

PACKAGE = Path(__file__).resolve().parent.parent
_PROGRAM = (".py", ".html", ".po")
"""What is read once: a change of these restarts the program."""


@dataclass(frozen=True, kw_only=True)
class Serving:
    """What to serve, and where."""

    gather: Callable[[], Sequence[Publication]]
    """Reads and checks everything; raises DataError or SiteRefused."""
    root: Path
    out: Path
    """A folder of its own, so that serving never touches a published site."""
    host: str
    port: int
    say: Callable[[str], None]
    """Prints a line for whoever started it."""
    mount: str = "/"
    """The path below which the site lives: that of its published address."""

    def __call__(self) -> None:
        """Serve until interrupted.

        Raises:
            SiteRefused: the port is taken.
        """
        server = LiveServer(self._built, host=self.host, port=self.port, folder=self.out, mount=self.mount)
        try:
            server.open_port()
        except PortInUse:
            line = f"port {self.port} is in use: choose another, as in PORT={self.port + 1}"
            raise SiteRefused((line,)) from None
        changed = threading.Event()
        self._watch(server, changed)
        self.say(f"Serving at {server.url} (stop with Ctrl+C)")
        with contextlib.suppress(KeyboardInterrupt):
            server.run()
        server.shutdown()
        if changed.is_set():
            self.say("The program changed: starting again")
            _start_again()

    def _watch(self, server: LiveServer, changed: threading.Event) -> None:
        def look(path: str) -> None:
            if path.startswith(str(PACKAGE)) and path.endswith(_PROGRAM) and not changed.is_set():
                changed.set()
                server.end()

        places = [self.root / name for name in ("data", "docs", "hooks", "mkdocs.yml")]
        server.watch([*places, PACKAGE], look)

    def _built(self) -> tuple[str, ...]:
        """Build; give what is wrong. Nothing that a record can hold ends the program."""
        try:
            built = build(self.gather(), root=self.root, out=self.out)
        except DataError as error:
            complaints = tuple(str(problem) for problem in error.problems)
        except SiteRefused as error:
            complaints = error.complaints
        except Exception:  # noqa: BLE001 - while serving, a fault of ours is shown, not fatal
            complaints = tuple(traceback.format_exc().splitlines()[-1:])
            traceback.print_exc()
        else:
            self.say(f"Built {built.pages} pages")
            return ()
        for line in complaints:
            self.say(line)
        return complaints


def mount_of(site_url: str) -> str:
    """Give the path below which a site with this address lives."""
    return urlsplit(site_url).path or "/"


def _start_again() -> None:
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves
