"""The page as axe-core judges it, in each view, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

Open = Callable[..., Any]


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong, rule and place."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    found = axe.Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("view", ["network", "timeline", "table", "map"])
def test_axe_finds_nothing(open_page: Open, graph: nx.MultiDiGraph, view: str, colours: str) -> None:
    page = open_page(graph, colours=colours, hash=f"#view={view}")
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(
    "name",
    [
        "event/clash",
        "event/withdraw",
        "proposal/inquiry",
        "country/marovia",
        "article/daily-lantern-1",
        "place/port-callum",
    ],
)
def test_axe_finds_nothing_in_the_panel(open_page: Open, graph: nx.MultiDiGraph, name: str, colours: str) -> None:
    page = open_page(graph, colours=colours, hash=f"#node={name}")
    for summary in page.locator("#panel summary").all():
        summary.click()
    assert violations(page) == []


def test_axe_finds_nothing_in_menu_suggestions_and_help(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#focus=1|country/marovia")
    page.fill("#search", "a")
    assert violations(page) == []
    page.press("#search", "Escape")
    page.click("#export")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#help")
    assert violations(page) == []


def test_what_has_the_focus_is_seen(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    seen: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "() => { const at = document.activeElement;"
            " return [at.id || at.className || at.textContent || at.tagName, getComputedStyle(at).outlineStyle]; }"
        )
        if page.evaluate("document.activeElement === document.body"):
            break
        assert outline != "none", name
        seen.add(name)
    assert {
        "search",
        "tab-network",
        "toggle-filters",
        "export",
        "help",
        "shown",
        "type-0",
        "date-from",
        "canvas",
        "zoom-in",
    } <= seen


def test_the_skip_link_leads_to_the_picture(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the picture"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "canvas"


def test_200_percent_zoom_hides_nothing(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, width=720, height=450)
    page.click("#toggle-filters")
    assert page.is_visible("#filters h2")
    page.click("#toggle-filters")
    page.fill("#search", "Marovia")
    page.press("#search", "Enter")
    assert page.is_visible("#panel h2")
    page.click("#panel .close")
    page.click("#tab-table")
    assert page.is_visible("#view-table tbody tr >> nth=0")
