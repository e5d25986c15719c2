#!/bin/sh
# Write requirements/*.txt from pyproject.toml: every version with its hashes, for every platform, and no addresses.
# Versions that still fit stay as they are; `tools/lock.sh --upgrade` takes the newest that fit.
set -eu

cd "$(dirname "$0")/.."
if ! command -v uv >/dev/null 2>&1; then
    echo 'Locks are written by uv; install it with "curl -LsSf https://astral.sh/uv/install.sh | sh" and run the same command again.' >&2
    exit 1
fi

lock() {
    output=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
        --output-file "requirements/$output.txt" "$@" >/dev/null
}

# Each lock is bound by the one before, so that all name the same versions.
lock base pyproject.toml "$@"
lock test pyproject.toml --group test --constraints requirements/base.txt "$@"
lock dev pyproject.toml --group lint --constraints requirements/test.txt "$@"
lock handbook pyproject.toml --group handbook --constraints requirements/base.txt "$@"
sed -n 's/^requires = \["\(.*\)"\]$/\1/p' pyproject.toml | lock build - "$@"
