"""What the documentation shows of the program, made by the program: the page of the samples, its picture, notebooks.

It goes into docs/_extra, docs/_generated and docs/images.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from ontology_page import with_ids_once

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
EXTRA = DOCS / "_extra"
SAMPLES = [ROOT / "examples" / name for name in ("articles", "archive.jsonl", "archive.csv")]
FIGURES = (
    ("crossner_politics", "mentions", "exact", "names found with their class"),
    ("meantime", "events", "trigger", "words that tell an event"),
    ("meantime", "events", "agents end to end", "who did it"),
    ("meantime", "events", "targets end to end", "to whom"),
    ("plover", "events", "salient: kind of first event", "kind of an article's main event"),
    ("proposals", "proposals", "proposers end to end", "who proposes"),
)
"""Set, layer and metric of the accuracy page, and what it says in words."""


def make_page() -> None:
    """The page of the sample articles, as `newsgraph build` writes it."""
    command = [sys.executable, "-m", "newsgraph", "build", *SAMPLES, "-o", EXTRA / "samples.html", "-q"]
    subprocess.run([*command, "--title", "newsgraph: sample articles"], check=True)


def make_picture() -> None:
    """The picture of that page, in the browser of the system."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto((EXTRA / "samples.html").as_uri())
        page.wait_for_selector("html[data-ready=true]", state="attached")
        page.screenshot(path=DOCS / "images" / "story.png")
        browser.close()


def make_notebooks() -> None:
    """The notebooks as pages, run anew."""
    folder = EXTRA / "notebooks"
    folder.mkdir(exist_ok=True)
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        command = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--log-level", "ERROR"]
        subprocess.run([*command, "--output-dir", folder, notebook], check=True)


def make_figures(docs: Path = DOCS) -> None:
    """A few figures of the accuracy page for the page on what the graph claims."""
    found: dict[tuple[str, str, str], list[str]] = {}
    section = ""
    for line in (docs / "accuracy.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.startswith("| "):
            cells = [cell.strip().strip("*") for cell in line.strip("|").split("|")]
            found[section, cells[0], cells[1]] = cells[2:]
    rows = ["| what | on | precision | recall | F1 or value |", "|---|---|---|---|---|"]
    for name, layer, metric, words in FIGURES:
        precision, recall, value = found[name, layer, metric][:3]
        rows.append(f"| {words} | {re.sub('_', ' ', name)} | {precision or '–'} | {recall or '–'} | {value} |")
    (docs / "_generated" / "figures.md").write_text("\n".join(rows) + "\n", encoding="utf-8")


def make_ontology(folder: Path | str = EXTRA) -> None:
    """The ontology as a page: classes and properties with what they mean, their domains and ranges."""
    from pylode import OntPub

    page = OntPub(ontology=str(ROOT / "ontologies" / "newsgraph.ttl")).make_html()
    (Path(folder) / "ontology.html").write_text(with_ids_once(page), encoding="utf-8")


def main() -> None:
    """Make all of it."""
    for folder in (EXTRA, DOCS / "_generated", DOCS / "images"):
        folder.mkdir(exist_ok=True)
    make_figures()
    make_ontology()
    make_page()
    make_picture()
    make_notebooks()


if __name__ == "__main__":
    main()
