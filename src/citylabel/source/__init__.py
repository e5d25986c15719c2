"""Bytes of a YAML file become a record: plain content, and the place of every key and value.

`parse` reads YAML 1.2 (core schema) in one pass over parser events and builds nothing that it
has not looked at. A reader of strangers' files may not be surprised, so what YAML offers beyond plain
data (anchors, merge keys, tags, several documents, non-text keys) is a problem with a place, and
so are duplicate keys, characters that one cannot see, and anything deeper or larger than a record needs to be.
"""

from __future__ import annotations

from citylabel.source.reader import parse, parse_quickly
from citylabel.source.record import Mark, Path, Record
from citylabel.source.scalars import Written

__all__ = ["Mark", "Path", "Record", "Written", "parse", "parse_quickly"]
