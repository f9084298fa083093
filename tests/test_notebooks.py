"""The notebooks run from top to bottom, show what they promise, and are kept with what they show."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "notebooks"
BAR = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="session")
def runner() -> ModuleType:
    """The script that makes what is kept."""
    path = ROOT / "scripts/run_notebooks.py"
    spec = importlib.util.spec_from_file_location("run_notebooks", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kind_of(out: Any) -> str:
    """What an output is: printed text, a picture of a page, a drawing, a table, or a value."""
    data = out.get("data", {})
    html = data.get("text/html", "")
    if "image/jpeg" in data or "<iframe" in html:
        return "page"
    if "image/svg+xml" in data:
        return "drawing"
    return "table" if "<table" in html else str(out.output_type)


def kinds(book: Any) -> list[list[str]]:
    """Of each cell of code what its outputs are; what is printed in several pieces is one."""
    cells = []
    for cell in book.cells:
        if cell.cell_type == "code":
            shown = [kind_of(out) for out in cell.outputs if BAR not in out.get("data", {})]
            cells.append([kind for i, kind in enumerate(shown) if kind != "stream" or shown[i - 1 : i] != ["stream"]])
    return cells


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda p: p.stem)
def test_a_notebook_runs_and_shows_what_is_kept_of_it(path: Path, runner: ModuleType) -> None:
    kept = nbformat.read(path, as_version=4)
    book = runner.run(path)
    assert all(cell.get("outputs") for cell in book.cells if cell.cell_type == "code")
    if path.stem.startswith("01"):
        assert len(runner.pages(book)) >= 2
    assert kinds(kept) == kinds(book), f"{path.name} is kept with other outputs; run `make notebooks`"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda p: p.stem)
def test_a_kept_notebook_reads_on_any_viewer(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert path.stat().st_size < 1_000_000
    outputs = [out for cell in book.cells for out in cell.get("outputs", [])]
    assert not any("<iframe" in out.get("data", {}).get("text/html", "") for out in outputs)
    assert not any(out.output_type == "error" for out in outputs)
    assert "/tmp/" not in path.read_text(encoding="utf-8")
