"""Tests of what pages, badges and files say."""
