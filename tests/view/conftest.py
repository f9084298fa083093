"""A browser without network, and pages opened in it from disk."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import networkx as nx
import pytest

from newsgraph.view import page

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()  # fmt: skip


def _load_synthetic() -> ModuleType:
    path = Path(__file__).with_name("synthetic.py")
    spec = importlib.util.spec_from_file_location("view_synthetic", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["view_synthetic"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def synthetic() -> ModuleType:
    """The makers of graphs."""
    return _load_synthetic()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("needs Chromium, which is not installed here")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


def settle(opened: Any) -> None:
    """Wait until the layout has come to rest and is drawn."""
    opened.wait_for_selector("#canvas[data-settled=true]", state="attached")
    opened.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A function from a graph (or a whole page) to the open page; a console error or a request fails the test."""
    contexts, wrong = [], []

    def run(
        graph: nx.MultiDiGraph | str,
        *,
        title: str = "Test",
        hash: str = "",
        colours: str = "light",
        width: int = 1440,
        height: int = 900,
    ) -> Any:
        # The page opens on the story; most tests look at the network.
        if "view=" not in hash:
            hash = f"{hash}&view=network" if hash else "#view=network"
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(graph if isinstance(graph, str) else page(graph, title), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=colours,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_offline(True)
        contexts.append(context)
        opened = context.new_page()
        opened.set_default_timeout(20000)
        opened.on(
            "console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None
        )
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on(
            "request",
            lambda request: (
                wrong.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None
            ),
        )
        opened.goto(file.as_uri() + hash)
        opened.wait_for_selector("html[data-ready=true]", state="attached")
        if "view=network" in hash and not isinstance(graph, str):
            settle(opened)
        return opened

    yield run
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def graph(synthetic: ModuleType) -> nx.MultiDiGraph:
    """The small graph."""
    return synthetic.small_graph()


@pytest.fixture(scope="session")
def graph500(synthetic: ModuleType) -> nx.MultiDiGraph:
    """500 nodes, 1,500 edges."""
    return synthetic.large_graph(500, 1500)
