"""Put a new folder in the place of the published one, so that nobody meets half a site."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

from citylabel.site.problem import SiteRefused

if TYPE_CHECKING:
    from pathlib import Path

_MARK = ".nojekyll"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


def new_folder(out: Path) -> Path:
    """Make an empty folder beside `out`, on the same disk, to build into.

    Raises:
        SiteRefused: `out` holds something that is no site of ours; it is not ours to replace.
    """
    if out.exists() and not _is_ours(out):
        raise SiteRefused((f"{out} is no site that was built here: choose another folder",))
    new = _beside(out, "new")
    shutil.rmtree(new, ignore_errors=True)  # left by a killed build
    new.mkdir(parents=True)
    return new


def publish(new: Path, out: Path) -> None:
    """Make `new` the site at `out`, and remove what stood there."""
    if not out.exists():
        new.rename(out)
        return
    if _exchanged(new, out):
        shutil.rmtree(new)
        return
    old = _beside(out, "old")
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    new.rename(out)  # killed between these two lines: `repair` of the next command mends it
    shutil.rmtree(old)


def repair(out: Path) -> None:
    """Bring the last good site back if a command was killed between two renames."""
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)


def _beside(out: Path, what: str) -> Path:
    place = out.resolve()
    return place.parent / f".{place.name.lstrip('.')}.{what}"


def _is_ours(out: Path) -> bool:
    return out.is_dir() and ((out / _MARK).exists() or not any(out.iterdir()))


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can: Linux, most file systems."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    if rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number), str(other))
