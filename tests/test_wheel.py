"""The wheel holds all that the package reads at run time."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", top]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = top.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(top / "site")
    return top / "site"


def test_it_builds_a_graph_without_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway urged Sweden on 3 May 2026 to open the border.", encoding="utf-8")
    code = (
        "import newsgraph, sys; assert newsgraph.__file__.startswith(sys.argv[1]), newsgraph.__file__\n"
        "from newsgraph.rdf import ONTOLOGIES, ontology_path\n"
        "assert all(str(ontology_path(name)).startswith(sys.argv[1]) for name in ONTOLOGIES)\n"
        "graph = newsgraph.build('a.txt', progress=False)\n"
        "graph.save('graph.html'); graph.save('graph.ttl')\n"
        "assert set(graph.countries()['name']) == {'Norway', 'Sweden'}\n"
    )
    # the unpacked wheel goes before an editable install of the checkout
    done = subprocess.run(
        [sys.executable, "-c", code, str(unpacked)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr


def test_nothing_is_left_out(unpacked: Path) -> None:
    package = ROOT / "src" / "newsgraph"
    # what the page's script is bundled from is in the sdist alone
    made = ("__pycache__", ".mypy_cache", ".ruff_cache", "javascript")
    files = (p.relative_to(package) for p in package.rglob("*") if p.is_file())
    wanted = {p for p in files if not set(made) & set(p.parts)}
    assert wanted == {p for p in wanted if (unpacked / "newsgraph" / p).is_file()}


def test_the_sdist_makes_the_same_wheel(unpacked: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", tmp_path]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    source = packed.with_name(packed.name.removesuffix(".tar.gz"))
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.startswith("newsgraph-")}
    files = {p.relative_to(unpacked) for p in (unpacked / "newsgraph").rglob("*") if p.is_file()}
    assert names == {str(p) for p in files if "__pycache__" not in p.parts}  # the first test may have run from here
