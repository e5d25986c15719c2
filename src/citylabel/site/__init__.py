"""From publications to a published folder: build, check, swap, serve."""
