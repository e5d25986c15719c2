"""Tests of what comes in from people."""
