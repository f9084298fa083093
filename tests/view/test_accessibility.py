"""The page as axe-core judges it, in each view, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from newsgraph.view import page as whole_page

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
@pytest.mark.parametrize("view", ["story", "network", "timeline", "table", "map"])
def test_axe_finds_nothing(open_page: Open, graph: nx.MultiDiGraph, view: str, colours: str) -> None:
    page = open_page(graph, colours=colours, hash=f"#view={view}")
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(
    "hash",
    [
        "#view=table&table=events&node=event/clash",
        "#view=table&table=ties",
        "#pair=person/oren-valk|person/ilse-brandt&path=person/oren-valk|proposal/inquiry|person/ilse-brandt",
        "#min=1000",
    ],
)
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_tables_paths_and_emptiness(
    open_page: Open, graph: nx.MultiDiGraph, hash: str, width: int, colours: str
) -> None:
    page = open_page(graph, colours=colours, hash=hash, width=width)
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


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_what_has_the_focus_is_seen_on_the_map(open_page: Open, graph: nx.MultiDiGraph, colours: str) -> None:
    page = open_page(graph, colours=colours, hash="#view=map")
    look = """() => { const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement);
        return [outlineStyle, outlineColor]; }"""
    colour = {"light": "rgb(207, 63, 0)", "dark": "rgb(255, 180, 84)"}[colours]
    page.focus("#tab-map")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "surface":
            break
    assert page.evaluate(look) == ["solid", colour]
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert all(word in label for word in ("Arrow keys", "plus", "minus", "0 shows all", "Tab"))
    assert violations(page) == []
    # After the picture was drawn anew as well.
    page.keyboard.press("+")
    assert page.evaluate(look) == ["solid", colour]
    assert page.locator("#view-map .ring").count() == 0
    page.keyboard.press("Tab")
    assert page.locator("#view-map .ring path").last.evaluate("el => getComputedStyle(el).stroke") == colour
    assert page.is_visible("#view-map .tip")
    assert violations(page) == []
    page.keyboard.press("Enter")
    assert page.locator("#view-map .ring").count() == 1
    assert violations(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Zoom in"
    assert page.evaluate(look) == ["solid", colour]
    assert page.locator("#view-map .ring").count() == 0
    assert page.is_hidden("#view-map .tip")


def test_the_skip_link_leads_to_the_map(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "surface"


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


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_reader(open_page: Open, graph: nx.MultiDiGraph, colours: str) -> None:
    text = "Marovian warships fired on two Tessland trawlers off Port Callum on Monday, killing four sailors."
    html = whole_page(graph, "T", {"article/harbour-wire-1": (text, [(0, len(text))])})
    page = open_page(html, colours=colours, hash="#view=story&node=article/harbour-wire-1&at=20")
    assert page.locator(".reader .hit").count() > 2
    assert violations(page) == []
