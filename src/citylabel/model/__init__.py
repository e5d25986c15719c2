"""Frozen models of every record: one noun a module, no I/O, no clock, no look-ups."""
