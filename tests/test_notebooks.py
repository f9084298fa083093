"""The notebooks run from top to bottom, and show what they promise."""

from __future__ import annotations

import warnings
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"


def run(path: Path) -> nbformat.NotebookNode:
    book = nbformat.read(path, as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own libraries
        where = {"metadata": {"path": str(FOLDER)}}
        client = NotebookClient(book, timeout=300, iopub_timeout=120, kernel_name="python3", resources=where)
        client.execute()
    return book


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda p: p.stem)
def test_notebook(path: Path) -> None:
    book = run(path)
    assert all(cell.get("outputs") for cell in book.cells if cell.cell_type == "code")
    kinds = {kind for cell in book.cells for out in cell.get("outputs", []) for kind in out.get("data", {})}
    if path.stem.startswith("01"):
        shown = [out for cell in book.cells for out in cell.get("outputs", []) if "data" in out]
        pages = [out.data.get("text/html", "") for out in shown]
        assert "text/html" in kinds and any("<iframe" in page and "srcdoc" in page for page in pages)


def test_notebooks_are_kept_without_outputs() -> None:
    for path in FOLDER.glob("*.ipynb"):
        book = nbformat.read(path, as_version=4)
        assert not any(cell.get("outputs") for cell in book.cells), path.name
