"""The notebooks with their outputs, as they are kept: run from top to bottom, and tidied.

Run:  python scripts/run_notebooks.py [01 03]

A network is kept as a small picture instead of the page, which has the size of all articles; what depends on the run
(times, counters, ids) is left out. The one on accuracy measures a layer anew only where the gold files are.
"""

from __future__ import annotations

import base64
import re
import shutil
import sys
import tempfile
import warnings
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
_BAR = "application/vnd.jupyter.widget-view+json"
_PAGE = re.compile(r'<iframe srcdoc="([^"]*)"')


def run(path: Path) -> Any:
    """The notebook with the outputs of a fresh run."""
    book = nbformat.read(path, as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own libraries
        where = {"metadata": {"path": str(path.parent)}}
        client = NotebookClient(book, timeout=300, iopub_timeout=120, kernel_name="python3", resources=where)
        client.execute()
    return book


def pages(book: Any) -> list[tuple[Any, str]]:
    """The outputs that are a network, each with its page."""
    shown = [out for cell in book.cells for out in cell.get("outputs", []) if "text/html" in out.get("data", {})]
    found = [(out, _PAGE.search(out["data"]["text/html"])) for out in shown]
    return [(out, unescape(page[1])) for out, page in found if page]


def tidy(book: Any) -> Any:
    """Without what differs from run to run, and without progress bars."""
    book.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
         "language_info": {"name": "python"}}
    )  # fmt: skip
    for cell in book.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = _whole_streams([_bare(out) for out in cell.outputs if _BAR not in out.get("data", {})])
    return book


def _bare(out: Any) -> Any:
    if out.output_type == "execute_result":
        out.execution_count = None
    if out.output_type != "stream":
        out.metadata = nbformat.from_dict({})
    return out


def _whole_streams(outputs: list[Any]) -> list[Any]:
    """What was printed, in one piece however it came."""
    whole: list[Any] = []
    for out in outputs:
        last = whole[-1] if whole else None
        if last is not None and out.output_type == last.output_type == "stream" and out.name == last.name:
            last.text += out.text
        else:
            whole.append(out)
    return whole


def picture(html: str, browser: Any) -> str:
    """A small picture of a page, as base64."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": 960, "height": 560})
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready=true]", state="attached")
        page.wait_for_timeout(500)
        shot = page.screenshot(type="jpeg", quality=70)
        page.close()
    return base64.b64encode(shot).decode()


def main(beginnings: tuple[str, ...]) -> None:
    """Run and write the notebooks that are kept with outputs, of which names begin with one of these."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("the pictures of networks need Chromium; install it")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium)
        for path in sorted(FOLDER.glob("*.ipynb")):
            if not path.name.startswith(beginnings or ("",)):
                continue
            book = run(path)
            for out, html in pages(book):
                del out["data"]["text/html"]
                out["data"]["image/jpeg"] = picture(html, browser)
            nbformat.write(tidy(book), path)
            print(path.name, path.stat().st_size // 1000, "kB")
        browser.close()


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
