"""A live-reload server that never hangs: a failed build is said, and the last good site stays."""

from __future__ import annotations

import errno
import logging
import re
from typing import TYPE_CHECKING

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from citylabel.shell.live.panel import OWN, own_file, page_of, with_panel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What counts as a change. Linux also tells of reading, and a build reads what it watches."""

_MISSING = 404
logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # a missing page is no event


class PortInUse(Exception):  # noqa: N818 - said as what happened
    """Another program listens where we were to serve."""


class LiveServer(LiveReloadServer):
    """Serves a folder, builds on changes, and shows complaints in every page."""

    def __init__(
        self,
        build: Callable[[], tuple[str, ...]],
        *,
        host: str,
        port: int,
        folder: Path,
        mount: str,
    ) -> None:
        """Take what to do.

        Args:
            build: builds into `folder` and gives what is wrong; never raises.
            host: where to listen.
            port: where to listen.
            folder: the folder to serve.
            mount: the path below which it is served.
        """
        super().__init__(self._build, host, port, str(folder), mount, shutdown_delay=0.1)
        self._make = build
        self._complaints: tuple[str, ...] = ()
        self._folder = folder
        self.error_handler = self._missing
        # The system tells of changes; MkDocs would look at every file twice a second.
        self.observer = Observer()  # type: ignore[assignment]  # MkDocs names its polling one

    def open_port(self) -> None:
        """Take the port, before the first build.

        Raises:
            PortInUse: somebody else has it.
        """
        try:
            self.server_bind()
        except OSError as error:
            self.server_close()
            if error.errno == errno.EADDRINUSE:
                raise PortInUse from error
            raise
        self.server_activate()

    def watch(self, places: Iterable[Path], tell: Callable[[str], None]) -> None:  # type: ignore[override]  # ours
        """Build anew when one of these files, or something in these folders, changes.

        Args:
            places: files and folders; those that do not exist are left out.
            tell: is given the path of each change, before the build.
        """

        def changed(event: FileSystemEvent) -> None:
            path = str(event.src_path)
            if event.is_directory or _is_noise(path) or not any(map(path.startswith, watched)):
                return
            tell(path)
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

        handler = FileSystemEventHandler()
        handler.on_any_event = changed  # type: ignore[method-assign]  # as MkDocs does it
        there = [place for place in places if place.exists()]
        watched = tuple(map(str, there))
        self._watched_paths = dict.fromkeys(watched, 1)
        folders = {place if place.is_dir() else place.parent: place.is_dir() for place in there}
        for folder, deep in sorted(folders.items()):
            self.observer.schedule(handler, str(folder), recursive=deep, event_filter=CHANGES)

    def run(self) -> None:
        """Build, then serve until told to end."""
        self._build()
        self.observer.start()
        self.serve_thread.start()
        self._build_loop()  # type: ignore[no-untyped-call]  # MkDocs'

    def end(self) -> None:
        """Let `run` return; for another thread."""
        with self._rebuild_cond:
            self._shutdown = True
            self._rebuild_cond.notify_all()

    def _build(self) -> None:
        self._complaints = self._make()

    def _serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if path in OWN:
            start_response("200 OK", [("Content-Type", OWN[path])])
            return [own_file(path)]
        if not (self._folder / "index.html").exists() and not path.startswith("/livereload/"):
            start_response("500 Not built", [("Content-Type", "text/html; charset=utf-8")])
            return [page_of(self._visible_epoch, self._complaints)]
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return with_panel(content, epoch, self._complaints)

    def _missing(self, code: int) -> bytes | None:
        """Give the site's own page for addresses that do not exist."""
        page = self._folder / "404.html"
        if code != _MISSING or not page.exists():
            return None
        return with_panel(page.read_bytes(), self._visible_epoch, self._complaints)


def _is_noise(path: str) -> bool:
    """Compiled Python, and what editors leave beside a file while they save it."""
    return bool(re.search(r"__pycache__|[/\\]\.[^/\\]*$|~$|\.sw.$|\.tmp$", path))
