"""`citylabel serve`: a bad record is shown at once, and the last good site stays."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tests.small_site import project, publication

from citylabel.shell.live.panel import page_of, with_panel
from citylabel.site.problem import SiteRefused
from citylabel.site.serve import Serving, mount_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
import sys
from pathlib import Path
from citylabel.problems import DataError, Place, Problem, Severity
from citylabel.site.serve import Serving
from tests.small_site import publication

root = Path(sys.argv[1])

def gather():
    if (root / "data/bad.yml").exists():
        place = Place("data/bad.yml", 6, 5)
        raise DataError([Problem(place, "no-such-key", Severity.ERROR, "No <key>.", "Remove it.")])
    return [publication()]

Serving(gather=gather, root=root, out=root / ".cache/serve", host="127.0.0.1",
        port=int(sys.argv[2]), say=lambda line: print(line, flush=True))()
"""
WAIT = 30.0
"""Seconds until we give up; nothing is asserted about the time it takes."""


def free_port() -> int:
    """A port that nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(url: str) -> str:
    """What the server answers, an error page included; "" while it does not listen."""
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def until(fine: Callable[[str], bool], url: str) -> str:
    """Ask again until the answer is as awaited, and give it."""
    end = time.monotonic() + WAIT
    while not fine(text := fetched(url)):
        if time.monotonic() > end:
            pytest.fail(f"waited in vain; the last answer was {text[-500:]!r}")
        time.sleep(0.1)
    return text


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project folder."""
    (tmp_path / "data").mkdir()
    return project(tmp_path, ROOT)


@pytest.fixture
def server(place: Path) -> Iterator[str]:
    """A running server; its address."""
    port = free_port()
    there = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    command = [sys.executable, "-c", PROGRAM, str(place), str(port)]
    running = subprocess.Popen(command, env=there, stdout=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/"
    running.send_signal(signal.SIGINT)
    assert running.wait(WAIT) == 0


def test_a_bad_record_is_shown_with_its_place_until_it_is_repaired(server: str, place: Path) -> None:
    page = until(lambda text: "Find out" in text, server)
    assert "live-problems" not in page
    assert '<script type="module" src="/_live/live.js?epoch=' in page
    assert "<script>" not in page
    (place / "data/bad.yml").write_text("x", "utf-8")
    shown = until(lambda text: "live-problems" in text, server)
    assert "data/bad.yml:6:5: error[no-such-key]: No &lt;key&gt;. Remove it." in shown
    assert "Find out" in shown
    (place / "data/bad.yml").unlink()
    until(lambda text: "Find out" in text and "live-problems" not in text, server)


def test_a_written_page_is_built_anew_and_a_missing_one_has_the_sites_own_page(server: str, place: Path) -> None:
    until(lambda text: "Find out" in text, server)
    (place / "docs/en/about.md").write_text("# New words\n", "utf-8")
    until(lambda text: "New words" in text, f"{server}about/")
    assert "Page not found" in fetched(f"{server}nowhere/")
    assert "AbortController" in fetched(f"{server}_live/live.js")


def test_a_used_port_is_named_in_one_line(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        serving = Serving(
            gather=lambda: [publication()],
            root=place,
            out=place / "out",
            host="127.0.0.1",
            port=port,
            say=print,
        )
        with pytest.raises(SiteRefused) as refused:
            serving()
    assert refused.value.complaints == (f"port {port} is in use: choose another, as in PORT={port + 1}",)


def test_before_the_first_good_site_the_problems_are_the_page() -> None:
    page = page_of(1, ("data/x.yml:1:1: error[a]: <b>.", "data/y.yml:2:1: error[b]: c.")).decode()
    assert "<title>2 problems to repair</title>" in page
    assert "data/x.yml:1:1: error[a]: &lt;b&gt;." in page


def test_a_good_page_gets_the_script_and_no_panel() -> None:
    page = with_panel(b"<body>x</body>", 7, ())
    assert page.endswith(b'live.js?epoch=7"></script></body>')
    assert b"live-problems" not in page


def test_the_site_is_served_below_the_path_of_its_address() -> None:
    assert mount_of("https://label.example/") == "/"
    assert mount_of("https://body.example/label/") == "/label/"
