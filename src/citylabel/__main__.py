"""`python -m citylabel` is the same as the command `citylabel`."""

from __future__ import annotations

from citylabel.cli import main

if __name__ == "__main__":
    main()
