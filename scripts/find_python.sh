#!/bin/sh
# Make a virtual environment in the folder $1 with the newest Python from 3.12 on that this machine has.
# Where the interpreter comes without ensurepip, the machine's pip installs itself into the environment.
set -eu
target=$1

suits() {
    "$1" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info < (3, 15))' >/dev/null 2>&1
}

for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3 python /usr/bin/python3 /usr/local/bin/python3; do
    found=$(command -v "$name" 2>/dev/null) || continue
    suits "$found" || continue
    if "$found" -m venv --clear "$target" >/dev/null 2>&1; then
        echo "using $("$found" --version) at $found"
        exit 0
    fi
    "$found" -m venv --clear --without-pip "$target" || continue
    if "$found" -m pip --python "$target/bin/python" install -q pip; then
        echo "using $("$found" --version) at $found"
        exit 0
    fi
done
rm -rf "$target"
echo "no Python from 3.12 on with venv or pip was found; install one, or name it: make PYTHON=/path/to/python3" >&2
exit 1
