#!/bin/sh
# Give the project its .venv: `tools/setup.sh run|test|lint|handbook`, from the locks in requirements/ and nothing else.
#
#   run   what `citylabel` itself needs          (requirements/base.txt)
#   test  that, and what the tests need          (requirements/test.txt)
#   lint  that, and what `make check` needs      (requirements/dev.txt)
#
#   handbook  what run needs, and the typesetter of the PDF  (requirements/handbook.txt)
#
# .venv/.complete is written last and names each group that is complete, with a checksum of its
# lock and of this folder's path. Without it, or with another checksum, .venv is made anew; so a half-made
# environment, a moved folder or a changed lock need no thought and no `rm`.
set -eu

cd "$(dirname "$0")/.."
group=${1:-run}
oldest='3, 11'
candidates='python3.14 python3.13 python3.12 python3.11 python3'
stamp=.venv/.complete

case $group in
run) wider='run test lint handbook' ;;
test) wider='test lint' ;;
lint) wider='lint' ;;
handbook) wider='handbook' ;;
*)
    echo "usage: tools/setup.sh run|test|lint|handbook" >&2
    exit 2
    ;;
esac

lock_of() {
    case $1 in
    run) echo requirements/base.txt ;;
    test) echo requirements/test.txt ;;
    lint) echo requirements/dev.txt ;;
    handbook) echo requirements/handbook.txt ;;
    esac
}

# What a complete environment for a group is known by. The [project] tables are in it because the command
# and its metadata are made from them; the settings of tools below them are not.
key_of() {
    {
        pwd -P
        cat "$(lock_of "$1")" requirements/build.txt
        sed -n '/^\[build-system\]/,/^\[dependency-groups\]/p' pyproject.toml
    } | cksum | tr ' ' '-'
}

is_complete() {
    grep -qx "$1 $(key_of "$1")" "$stamp" 2>/dev/null && .venv/bin/python -c '' 2>/dev/null
}

for each in $wider; do
    if is_complete "$each"; then exit 0; fi
done

say() {
    printf '%s\n' "$*" >&2
}

# uv brings a Python of its own, so it is a way out of each of the sentences below.
tool=pip
with_uv='install uv with "curl -LsSf https://astral.sh/uv/install.sh | sh"'
if command -v uv >/dev/null 2>&1; then
    tool=uv
    with_uv='let uv fetch one with "uv python install 3.13"'
fi

no_python() {
    say "Python 3.11 or newer is needed and $1; install it with \"sudo apt install $2\" (Debian, Ubuntu)," \
        "\"sudo dnf install $3\" (Fedora, RHEL) or \"brew install python\" (macOS), or $with_uv, and run the same command again."
    exit 1
}

no_venv() {
    say "$1 cannot make virtual environments, because its venv or ensurepip module is missing; install it with" \
        "\"sudo apt install python$2-venv\" (Debian, Ubuntu), \"sudo dnf install python3-libs\" (Fedora, RHEL)" \
        "or \"brew reinstall python\" (macOS), or $with_uv, and run the same command again."
    exit 1
}

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < ($oldest))" 2>/dev/null
}

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

find_python() {
    without_venv=
    for python in ${PYTHON:+"$PYTHON"} $candidates; do
        is_new_enough "$python" || continue
        # Asking for the bundled version also notices an ensurepip that is there without its wheels.
        if "$python" -c 'import venv; from ensurepip import version; version()' 2>/dev/null; then return; fi
        without_venv=${without_venv:-$python}
    done
    if [ -n "$without_venv" ]; then no_venv "$without_venv" "$(version_of "$without_venv")"; fi
    found=$(version_of python3) || found=
    if [ -n "$found" ]; then
        no_python "python3 is $found" 'python3.11 python3.11-venv' python3.12
    fi
    no_python 'there is none' 'python3 python3-venv' python3
}

forget() {
    rm -rf .venv
}

make_venv() {
    if [ "$tool" = uv ]; then
        uv venv --quiet ${PYTHON:+--python "$PYTHON"} .venv ||
            no_python 'uv found none' 'python3 python3-venv' python3
    else
        "$python" -m venv .venv || {
            say "$python could not make the environment .venv (see above)."
            exit 1
        }
    fi
}

install() {
    if [ "$tool" = uv ]; then
        uv pip install --quiet --python .venv/bin/python "$@"
    else
        .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
    fi
}

fill_venv() {
    install --require-hashes -r "$(lock_of "$group")" -r requirements/build.txt &&
        install --no-deps --no-build-isolation --editable .
}

not_installed() {
    say "The packages in $(lock_of "$group") could not be installed (see above); the first set-up needs a network connection."
    exit 1
}

# A complete environment for something else is added to: all locks name the same versions, and what is there keeps working
# if the rest cannot be fetched. pip is missing from an environment that uv made.
for each in run test lint handbook; do
    if is_complete "$each" && { [ "$tool" = uv ] || .venv/bin/python -c 'import pip' 2>/dev/null; }; then
        say "Adding to .venv what \"$group\" needs ..."
        fill_venv || not_installed
        echo "$group $(key_of "$group")" >>"$stamp"
        exit 0
    fi
done

if [ "$tool" = pip ]; then find_python; fi
say "Making .venv with $tool (a minute at most; only the first time) ..."
trap 'forget; exit 130' HUP INT TERM
trap 'forget' EXIT
forget
make_venv
fill_venv || not_installed
echo "$group $(key_of "$group")" >"$stamp"
trap - EXIT HUP INT TERM
