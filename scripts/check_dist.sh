#!/bin/sh
# Build the sdist and the wheel, install each alone in a new environment, and build a graph with it.
# Usage: check_dist.sh PYTHON
set -eu
python=$(realpath -s "$1")
top=$(pwd)
rm -rf dist
"$python" -m hatchling build -d dist
for file in dist/*.tar.gz dist/*.whl; do
    place=$(mktemp -d)
    "$python" -m venv "$place/env"
    "$place/env/bin/pip" install -q -c constraints.txt "$file"
    (
        cd "$place"
        env/bin/newsgraph build "$top/examples/archive.csv" -q -o graph.ttl -o graph.html -o events.csv
        test -s graph.ttl && test -s graph.html && test -s events.csv
    )
    rm -rf "$place"
    echo "$file: installs and builds a graph"
done
