"""How fast the page is, beside pyvis, sigma.js and cytoscape.js, with the same graph and all of it drawn.

Run:  python benchmarks/bench_page.py [500 2000 20000] ["all drawn" pyvis ...]

Chromium is headless, without GPU and without network. For each size it prints: seconds to write the page, its size,
seconds until it is usable (drawn, and the page answers), how many of them the page's own thread computed, which tells
more on a machine that has other work, seconds until the layout has come to rest, the slowest of three clicks, in
seconds to the picture that answers it, and frames a second while the picture is dragged. `story` is the page as it
opens. `all drawn` is its network told to draw every node, clicked on where it is most important; it stops with an
error where one of the twenty nodes of most links has no name. Beside it stand the peers, which are given positions and
lay out nothing: pyvis with its physics off, and sigma.js (with WebGL in software) and cytoscape.js as `npm ci` in
benchmarks/peers brings them; without that they are left out. With names only these rows are measured.
"""

from __future__ import annotations

import importlib.util
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import networkx as nx
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate
from pyvis.network import Network

from newsgraph.view import page

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers/node_modules"
PATIENCE = 30
DRAG = 1.5
CLICKS = 3
FLAGS = (
    "--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run "
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
LISTEN = """() => { window.heard = []; new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries())
      if (/click|pointer|mouse/.test(name)) window.heard.push(duration);
  }).observe({ type: "event", durationThreshold: 16 }); }"""
SHELL = """<!DOCTYPE html><html><meta charset="utf-8"><style>html,body,#all{{height:100%;margin:0}}</style>
<div id="all"></div>{scripts}<script>const data = {data}; {start}
document.documentElement.dataset.ready = "true";</script></html>"""


class Figures(NamedTuple):
    """What was measured; None where patience ran out."""

    write: float
    megabytes: float
    usable: float | None
    busy: float | None
    settled: float | None
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


def places(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """A sunflower of positions, the same for all peers."""
    return {
        node: (30 * math.sqrt(i) * math.cos(2.4 * i), 30 * math.sqrt(i) * math.sin(2.4 * i))
        for i, node in enumerate(graph)
    }


def pyvis_page(graph: nx.MultiDiGraph) -> str:
    """pyvis with its resources inlined, its physics off, and positions."""
    network = Network(cdn_resources="in_line", directed=True)
    for node, (x, y) in places(graph).items():
        network.add_node(node, label=graph.nodes[node]["label"], x=x, y=y, physics=False)
    for source, target in graph.edges():
        network.add_edge(source, target)
    network.toggle_physics(False)
    return str(network.generate_html())


def library_page(libraries: tuple[str, ...], start: str) -> Callable[[nx.MultiDiGraph], str]:
    """A page that draws `data` with libraries of the peers' folder."""

    def write(graph: nx.MultiDiGraph) -> str:
        nodes = [
            {"id": node, "x": x, "y": y, "label": graph.nodes[node]["label"]} for node, (x, y) in places(graph).items()
        ]
        edges = [{"source": source, "target": target} for source, target in graph.edges()]
        scripts = "".join(
            f"<script>{(PEERS / path).read_text(encoding='utf-8').replace('</script', '<\\/script')}</script>"
            for path in libraries
        )
        data = json.dumps({"nodes": nodes, "edges": edges}).replace("<", "\\u003c")
        return SHELL.format(scripts=scripts, data=data, start=start)

    return write


SIGMA = library_page(
    ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js"),
    """const graph = new graphology.MultiDirectedGraph();
    for (const { id, x, y, label } of data.nodes) graph.addNode(id, { x, y, label, size: 4 });
    for (const { source, target } of data.edges) graph.addDirectedEdge(source, target, { type: "arrow" });
    new Sigma(graph, document.getElementById("all"));""",
)
CYTOSCAPE = library_page(
    ("cytoscape/dist/cytoscape.min.js",),
    """cytoscape({ container: document.getElementById("all"), layout: { name: "preset" },
      style: [{ selector: "node", style: { label: "data(label)" } },
        { selector: "edge", style: { "target-arrow-shape": "triangle", "curve-style": "straight" } }],
      elements: [...data.nodes.map(({ id, x, y, label }) => ({ data: { id, label }, position: { x, y } })),
        ...data.edges.map(({ source, target }) => ({ data: { source, target } }))] });""",
)


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


def answered(opened: Page, click: Callable[[], None], done: str) -> float:
    """Seconds from a click to the next picture, as the browser itself times events (Event Timing, steps of 8 ms).

    Only what takes 16 ms or more is reported; a click of which nothing is heard counts as that.
    """
    opened.evaluate(LISTEN)
    click()
    opened.wait_for_function(done)
    opened.evaluate(PAINTED)
    opened.wait_for_timeout(300)
    return float(opened.evaluate("Math.max(16, ...window.heard)")) / 1000


def click_on_ours(opened: Page, hash: str, number: int) -> float:
    """A click on one of the most important nodes, or on a proposal of the story, that fills the panel."""
    before = opened.text_content("#panel h2")
    filled = f"() => document.querySelector('#panel h2')?.textContent !== {json.dumps(before)}"
    if hash:
        at = opened.evaluate("i => newsgraph.onScreen(newsgraph.selection().drawn[i])", number)
        return answered(opened, lambda: opened.mouse.click(at["x"], at["y"]), filled)
    target = opened.locator(".proposal .content .link").nth(number)
    target.hover()
    return answered(opened, target.click, filled)


def measure(driver: Any, html: str, write: float, hash: str | None) -> Figures:
    """Open a page and use it; `hash` is None for a page that is not ours."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.set_offline(True)
        opened = context.new_page()
        opened.set_default_timeout(PATIENCE * 1000)
        session = context.new_cdp_session(opened)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        usable = busy = settled = click = frames = None
        try:
            opened.goto(file.as_uri() + (hash or ""), wait_until="commit")
            if hash is None and "data-ready" not in html and "dataset.ready" not in html:
                opened.wait_for_function("() => typeof network === 'object' && network")
            else:
                opened.wait_for_selector("html[data-ready=true]", state="attached")
            usable = float(opened.evaluate(PAINTED))
            metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            busy = float(metrics["TaskDuration"])
            if hash:
                opened.wait_for_selector("#canvas[data-settled=true]", state="attached")
                settled = float(opened.evaluate(PAINTED))
                opened.wait_for_timeout(500)
                unnamed = opened.evaluate("newsgraph.unnamedTop(20)")
                assert unnamed == [], f"foremost nodes without a name: {unnamed}"
            clicks = []
            for i in range(CLICKS):
                if hash is not None:
                    clicks.append(click_on_ours(opened, hash, i))
                else:
                    clicks.append(answered(opened, lambda at=300 + 20 * i: opened.mouse.click(at, at), "() => true"))
            click = max(clicks)
            if hash != "":
                frames = frames_while_dragged(opened)
        except TooLate:
            pass
        browser.close()
    return Figures(write, len(html.encode()) / 1e6, usable, busy, settled, click, frames)


def ratio(ours: Figures, name: str, theirs: Figures) -> str:
    """How many times as fast to be usable, and how many times as many frames."""
    assert ours.usable is not None
    at_least = "at least " if theirs.usable is None else ""
    assert ours.busy is not None
    words = f"usable {at_least}{(theirs.usable or PATIENCE) / ours.usable:.1f} times as fast as {name}"
    if theirs.busy:
        words += f", {theirs.busy / ours.busy:.1f} by CPU"
    return (
        words if not theirs.frames or not ours.frames else f"{words} ({ours.frames / theirs.frames:.1f} x the frames)"
    )


def main(sizes: list[int], names: list[str]) -> None:
    """Measure and print the rows of these names, or all."""
    titles = f"{'usable s':>9} {'CPU s':>7} {'settled s':>9} {'click s':>8} {'frames/s':>9}"
    print(f"{'nodes':>6} {'page':<12} {'write s':>8} {'MB':>6} {titles}")
    make = synthetic().large_graph
    with sync_playwright() as driver:
        for nodes in sizes:
            graph = make(nodes, nodes * 3)
            # `no-type=` ticks every kind on, articles and statements as well.
            rows: list[tuple[str, Callable[[nx.MultiDiGraph], str], str | None]] = [
                ("story", our_page, ""),
                ("all drawn", our_page, f"#view=network&shown={nodes}&no-type="),
                ("pyvis", pyvis_page, None),
            ]
            if PEERS.is_dir():
                rows += [("sigma.js", SIGMA, None), ("cytoscape.js", CYTOSCAPE, None)]
            found = {}
            for name, writer, hash in [row for row in rows if not names or row[0] in names]:
                begin = time.perf_counter()
                html = writer(graph)
                figures = found[name] = measure(driver, html, time.perf_counter() - begin, hash)
                cells = [figures.usable, figures.busy, figures.settled, figures.click, figures.frames]
                words = [
                    f"> {PATIENCE}" if i == 0 and v is None else "" if v is None else f"{v:.2f}"
                    for i, v in enumerate(cells)
                ]
                print(
                    f"{nodes:>6} {name:<12} {figures.write:>8.2f} {figures.megabytes:>6.2f} "
                    f"{words[0]:>9} {words[1]:>7} {words[2]:>9} {words[3]:>8} {words[4]:>9}",
                    flush=True,
                )
            ours = found.pop("all drawn", None)
            found.pop("story", None)
            if ours and ours.usable and found:
                print(
                    f"{nodes:>6} all drawn: {', '.join(ratio(ours, name, figures) for name, figures in found.items())}"
                )


if __name__ == "__main__":
    asked = sys.argv[1:]
    main(
        [int(one) for one in asked if one.isdigit()] or [500, 2000, 20000], [one for one in asked if not one.isdigit()]
    )
