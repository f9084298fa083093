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


class Tab:
    """A page of the browser, used by one test after the other: to start a new one takes as long as most tests."""

    def __init__(self, browser: Any) -> None:
        context = browser.new_context(reduced_motion="reduce", accept_downloads=True)
        context.set_offline(True)
        self.page = context.new_page()
        self.wrong: list[str] = []
        """What no page may do: errors and warnings in the console, requests."""
        self.page.set_default_timeout(20000)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def _hear(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.wrong.append(said.text)

    def _note(self, address: str) -> None:
        if not address.startswith(("file:", "data:", "blob:", "about:")):
            self.wrong.append(address)

    def leave(self) -> None:
        """Nothing of a test is left for the next."""
        if self.page.url.startswith("file:"):
            self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.context.clear_permissions()
        self.wrong.clear()


@pytest.fixture(scope="session")
def free_tabs(browser: Any) -> list[Tab]:
    """Those that no test uses now."""
    return []


@pytest.fixture
def open_page(browser: Any, free_tabs: list[Tab], tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A function from a graph (or a whole page) to the open page; a console error or a request fails the test."""
    used: list[Tab] = []

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
        file = tmp_path / f"page-{len(used)}.html"
        file.write_text(graph if isinstance(graph, str) else page(graph, title), encoding="utf-8")
        tab = free_tabs.pop() if free_tabs else Tab(browser)
        used.append(tab)
        opened = tab.page
        opened.set_viewport_size({"width": width, "height": height})
        opened.emulate_media(media="screen", color_scheme=colours, reduced_motion="reduce")
        opened.goto(file.as_uri() + hash)
        opened.wait_for_selector("html[data-ready=true]", state="attached")
        if "view=network" in hash and not isinstance(graph, str):
            settle(opened)
        return opened

    yield run
    wrong = [line for tab in used for line in tab.wrong]
    for tab in used:
        tab.leave()
        free_tabs.append(tab)
    assert wrong == []


@pytest.fixture(scope="session")
def graph(synthetic: ModuleType) -> nx.MultiDiGraph:
    """The small graph."""
    return synthetic.small_graph()


@pytest.fixture(scope="session")
def graph500(synthetic: ModuleType) -> nx.MultiDiGraph:
    """500 nodes, 1,500 edges."""
    return synthetic.large_graph(500, 1500)
