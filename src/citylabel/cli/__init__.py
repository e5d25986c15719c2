"""The command `citylabel`. Only here is the clock read, and only here does a program end."""

from __future__ import annotations

from citylabel.cli.main import main

__all__ = ["main"]
