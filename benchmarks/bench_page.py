"""How fast the page is, beside pyvis's default page of the same graph in the same run.

Run:  python benchmarks/bench_page.py [500 2000 20000]

Chromium is headless, without GPU and without network. For each size it prints: seconds to write the page, its size,
seconds until it is usable (labels painted and the page answers), seconds until a click is answered, and frames a
second while the picture is dragged. "all drawn" is the same page told to draw every node, which it does up to 3,000.
pyvis hides its picture until its simulation has come to rest; it is given `PATIENCE` seconds.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import networkx as nx
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate
from pyvis.network import Network

from newsgraph.view import page

ROOT = Path(__file__).parents[1]
PATIENCE = 60
DRAG = 2.0
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
FRAMES = """seconds => new Promise(done => { let n = 0; const begin = performance.now();
    const step = now => {
      n++;
      if (now - begin < seconds * 1000) requestAnimationFrame(step); else done(n / (now - begin) * 1000);
    };
    requestAnimationFrame(step); })"""
PAINTED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => done(performance.now() / 1000))))"""


class Figures(NamedTuple):
    """What was measured; None where patience ran out."""

    write: float
    megabytes: float
    usable: float | None
    click: float | None
    frames: float | None


def synthetic() -> ModuleType:
    """The makers of graphs of the tests."""
    spec = importlib.util.spec_from_file_location("view_synthetic", ROOT / "tests/view/synthetic.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["view_synthetic"] = module
    spec.loader.exec_module(module)
    return module


def our_page(graph: nx.MultiDiGraph) -> str:
    """The page of newsgraph."""
    return page(graph, "bench")


def pyvis_page(graph: nx.MultiDiGraph) -> str:
    """What a pyvis user gets by default, with its resources inlined so that it works offline."""
    network = Network(cdn_resources="in_line", directed=True)
    for node, attributes in graph.nodes(data=True):
        network.add_node(node, label=attributes["label"])
    for source, target in graph.edges():
        network.add_edge(source, target)
    return str(network.generate_html())


def frames_while_dragged(opened: Page) -> float:
    """Frames a second while the mouse drags the picture."""
    box = opened.locator("canvas").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.06, box["y"] + box["height"] * 0.08
    opened.mouse.move(x, y)
    opened.mouse.down()
    opened.evaluate(f"window.counted = ({FRAMES})({DRAG}); 0")
    until = time.perf_counter() + DRAG
    turn = 0
    while time.perf_counter() < until:
        turn += 1
        opened.mouse.move(x + 60 + 50 * (turn % 20) / 20, y + 40 + 40 * (turn % 14) / 14)
    frames = float(opened.evaluate("window.counted"))
    opened.mouse.up()
    return frames


def measure(driver: Any, html: str, write: float, *, ours: bool, hash: str = "") -> Figures:
    """Open a page and use it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.set_offline(True)
        opened = context.new_page()
        opened.set_default_timeout(PATIENCE * 1000)
        usable = click = frames = None
        try:
            opened.goto(file.as_uri() + hash, wait_until="commit")
            if ours:
                opened.wait_for_selector("html[data-ready=true]", state="attached")
            else:
                opened.wait_for_function(
                    "() => { const bar = document.getElementById('loadingBar');"
                    " return typeof network === 'object' && network && (!bar || bar.style.display === 'none'); }"
                )
            usable = float(opened.evaluate(PAINTED))
            if ours:
                at = opened.evaluate("newsgraph.onScreen(newsgraph.selection().drawn[0])")
                begin = time.perf_counter()
                opened.mouse.click(at["x"], at["y"])
                opened.wait_for_selector("#panel h2:not(:text('What is here'))")
            else:
                begin = time.perf_counter()
                opened.mouse.click(300, 300)
            opened.evaluate(PAINTED)
            click = time.perf_counter() - begin
            frames = frames_while_dragged(opened)
        except TooLate:
            pass
        browser.close()
    return Figures(write, len(html.encode()) / 1e6, usable, click, frames)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    print(f"{'nodes':>6} {'page':<10} {'write s':>8} {'MB':>6} {'usable s':>9} {'click s':>8} {'frames/s':>9}")
    make = synthetic().large_graph
    with sync_playwright() as driver:
        for nodes in sizes:
            graph = make(nodes, nodes * 3)
            found = []
            for name, writer, hash in (
                ("newsgraph", our_page, ""),
                ("all drawn", our_page, f"#shown={min(nodes, 3000)}"),
                ("pyvis", pyvis_page, ""),
            ):
                begin = time.perf_counter()
                html = writer(graph)
                figures = measure(driver, html, time.perf_counter() - begin, ours=writer is our_page, hash=hash)
                found.append(figures)
                cells = [figures.usable, figures.click, figures.frames]
                words = [f"> {PATIENCE}" if value is None else f"{value:.2f}" for value in cells]
                print(
                    f"{nodes:>6} {name:<10} {figures.write:>8.2f} {figures.megabytes:>6.2f} "
                    f"{words[0]:>9} {words[1]:>8} {words[2]:>9}",
                    flush=True,
                )
            ours, theirs = found[0], found[-1]
            at_least = "at least " if theirs.usable is None else ""
            if ours.usable:
                print(
                    f"{nodes:>6} usable {at_least}{(theirs.usable or PATIENCE) / ours.usable:.0f} times as fast "
                    "as pyvis's page",
                    flush=True,
                )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [500, 2000, 20000])
