"""Repeatable measurements: how long a build takes, and how much memory, beside other generators."""
