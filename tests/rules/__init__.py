"""Tests of the rules, under the clauses they state."""
