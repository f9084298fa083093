#!/bin/sh
# Build the sdist and the wheel; install each alone in a new environment and build a graph with it. The wheel is tried
# with each extra alone, too, and with the lowest versions of all that it needs.
# Usage: check_dist.sh PYTHON [PYTHON OF THE ENVIRONMENTS]
set -eu
python=$(realpath -s "$1")
target=${2:-$python}
top=$(pwd)
uv="$python -m uv"

try_out() { # what is tried, and what uv is told to install
    what=$1
    shift
    place=$(mktemp -d)
    $uv venv -q --python "$target" "$place/env"
    $uv pip install -q --python "$place/env/bin/python" "$@"
    (
        cd "$place"
        env/bin/newsgraph build "$top/examples/archive.csv" -q -o graph.ttl -o graph.html -o events.csv -o records.jsonl
        test -s graph.ttl && test -s graph.html && test -s events.csv
        case $what in *\[charts]) code='ng.open("records.jsonl").activity().to_dict()' ;;
        *\[notebook]) code='import ipykernel, ipywidgets; ng.open("records.jsonl").timeline().to_dict()' ;;
        *\[dask]) code='import distributed, fsspec, newsgraph.cluster.run' ;;
        *) code='[r.load() for r in ng.sources.readers().values() if r.extra == f"newsgraph[{extra}]"]' ;; esac
        extra=${what#*\[} && env/bin/python -c "import newsgraph as ng, newsgraph.sources; extra='${extra%]}'; $code"
    )
    rm -rf "$place"
    echo "$what: installs and builds a graph"
}

rm -rf dist
"$python" -m hatchling build -d dist
wheel=$(ls dist/*.whl)
try_out sdist -c constraints.txt dist/*.tar.gz
try_out wheel -c constraints.txt "$wheel"
for extra in charts dask excel notebook parquet pdf team warc; do
    try_out "wheel[$extra]" -c constraints.txt "$wheel[$extra]"
done
try_out "wheel[all]" -c constraints.txt "$wheel[all]"
# Without wheels of its own a version is not compiled, but passed over; sgmllib3k has never had one, and is plain Python.
try_out "lowest versions" --resolution lowest-direct --only-binary :all: --no-binary newsgraph --no-binary sgmllib3k \
    "$top[inputs]"
