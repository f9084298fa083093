"""That nothing on the page is covered, cut, misplaced or misnamed, on a screen of a desk, tablet or telephone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from newsgraph.graph.events.nodes import QUAD
from newsgraph.view.vocabulary import EVENT_KINDS

Open = Callable[..., Any]
LONG = "accept an inquiry that is led by the Straits Council and reports to both of the parliaments within a year"
ALL_OFF = "#no-type=Country|Agency|Person|InternationalOrganization|Place|Document|Event|Proposal|Statement|Article"


def panel(page: Any) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.inner_text("#panel"))


def side_by_side(page: Any, glyph: str, name: str) -> bool:
    """Whether a glyph stands left of the first line of a name that has several."""
    glyph_box, lines = page.evaluate(
        """([glyph, name]) => { const range = document.createRange();
        range.selectNodeContents(document.createTreeWalker(document.querySelector(name), 4).nextNode());
        return [document.querySelector(glyph), range].map((at, i) =>
            [...at.getClientRects()].map(box => [box.left, box.top, box.right, box.bottom]));
        }""",
        [glyph, name],
    )
    [(_, top, right, bottom)] = glyph_box
    tops = {round(line[1]) for line in lines}
    first = min(lines, key=lambda line: line[1])
    assert len(tops) > 1, "the name does not wrap"
    return right <= first[0] + 1 and abs((top + bottom - first[1] - first[3]) / 2) < 6


@pytest.mark.parametrize("view", ["network", "timeline", "table", "map"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1151, 800), (1150, 800), (1024, 700), (390, 800)])
def test_no_view_opens_half_hidden(open_page: Open, graph: nx.MultiDiGraph, view: str, width: int, height: int) -> None:
    page = open_page(graph, hash=f"#view={view}", width=width, height=height)
    covered = """() => { const stage = document.querySelector('#stage').getBoundingClientRect();
        return ['filters', 'panel'].some(id => { const box = document.getElementById(id).getBoundingClientRect();
            return box.width && box.left < stage.right - 1 && box.right > stage.left + 1; }); }"""
    assert not page.evaluate(covered)
    assert page.is_visible("#filters") == (page.get_attribute("#toggle-filters", "aria-expanded") == "true")
    assert page.is_visible("#filters") == (width > 1150)
    # The button still calls them.
    page.click("#toggle-filters")
    assert page.is_visible("#filters") == (width <= 1150)


def test_a_window_made_narrow_closes_filters_that_are_not_in_use(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_selector("#filters", state="hidden")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_selector("#filters", state="visible")
    page.focus("#type-0")
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_selector("body.narrow")
    assert page.evaluate("document.activeElement.id") == "type-0"


@pytest.fixture
def disputed(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The small graph with an event of which many papers tell, and a proposal that takes many words."""
    wordy = graph.copy()
    wordy.nodes["event/clash"]["counts_disputed"] = [
        f"killed: {i} (Harbour Wire, The toll of the clash off Port Callum, 2031-05-{i:02})" for i in range(4, 22)
    ]
    wordy.nodes["proposal/inquiry"].update(label=LONG, content=LONG)
    return wordy


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 800)])
def test_long_cells_are_clamped_and_their_rest_is_a_selection_away(
    open_page: Open, disputed: nx.MultiDiGraph, width: int, height: int
) -> None:
    page = open_page(disputed, hash="#view=table&table=events", width=width, height=height)
    heights = page.locator("#view-table tbody tr").evaluate_all("rows => rows.map(row => row.offsetHeight)")
    assert max(heights) < 110
    cell = page.locator("#view-table td span", has_text="killed: 4 (Harbour Wire").first
    assert "killed: 21 (Harbour Wire" in cell.get_attribute("title")
    before = cell.bounding_box()["height"]
    cell.evaluate("el => el.scrollIntoView({ inline: 'center' })")
    scrolled = page.evaluate("document.querySelector('#view-table .scroll').scrollLeft")
    assert scrolled > 0
    cell.click()
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    assert "21 – Harbour Wire, The toll of the clash" in panel(page)
    assert cell.bounding_box()["height"] > 2 * before
    assert page.evaluate("document.querySelector('#view-table .scroll').scrollLeft") == scrolled


@pytest.mark.parametrize("table", ["events", "proposals"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700), (390, 800)])
def test_every_column_can_be_reached_and_names_stay_in_view(
    open_page: Open, disputed: nx.MultiDiGraph, table: str, width: int, height: int
) -> None:
    page = open_page(disputed, hash=f"#view=table&table={table}", width=width, height=height)
    left, right = page.evaluate("""() => { const box = document.querySelector('#view-table .scroll');
        box.scrollLeft = box.scrollWidth;
        const { left } = box.getBoundingClientRect(); return [left, left + box.clientWidth]; }""")
    name = page.locator("#view-table tbody td:has(.link)").first.bounding_box()
    head = page.locator("#view-table th:has-text('Name'), #view-table th:has-text('Content')").first.bounding_box()
    last = page.locator("#view-table tbody tr:first-child td:last-child").bounding_box()
    for box in (name, head):
        assert left - 1 <= box["x"]
        assert box["x"] + box["width"] <= (left + right) / 2 + 200
    assert head["x"] == pytest.approx(name["x"], abs=1)
    assert last["x"] + last["width"] <= right + 1
    assert last["x"] >= name["x"] + name["width"] - 1
    # What scrolls underneath does not shine through, and the row that is selected has one ground.
    ground = "el => getComputedStyle(el).backgroundColor"
    assert page.locator("#view-table tbody td:has(.link)").first.evaluate(ground) == "rgb(255, 255, 255)"
    page.locator("#view-table tbody .link").first.click()
    assert len(set(page.locator("#view-table tr[aria-current] td").evaluate_all(f"els => els.map({ground})"))) == 1


def test_to_select_in_the_table_leaves_focus_place_and_length_as_they_are(
    open_page: Open, graph500: nx.MultiDiGraph
) -> None:
    page = open_page(graph500, hash="#view=table&table=events")
    link = page.locator("#view-table tbody .link").nth(120)
    link.focus()
    top = page.evaluate("document.querySelector('#view-table .scroll').scrollTop")
    assert top > 0
    page.keyboard.press("Enter")
    assert page.locator("#view-table tr[aria-current=true]").count() == 1
    assert page.inner_text("#panel h2") == link.inner_text()
    assert page.evaluate("document.querySelector('#view-table .scroll').scrollTop") == top
    assert link.evaluate("el => el === document.activeElement")
    # A table that is opened with a row selected marks it as well.
    page.click("#tab-map")
    page.click("#tab-table")
    assert page.locator("#view-table tr[aria-current=true] .link").inner_text() == page.inner_text("#panel h2")


def test_a_glyph_stands_beside_the_first_line_of_its_name(open_page: Open, disputed: nx.MultiDiGraph) -> None:
    page = open_page(disputed, hash="#view=table&table=proposals")
    assert side_by_side(page, "#view-table tbody tr .glyph", "#view-table tbody tr .link")
    ends = "person/oren-valk|person/ilse-brandt"
    way = "person/oren-valk|proposal/inquiry|person/ilse-brandt"
    page = open_page(disputed, hash=f"#pair={ends}&path={way}")
    step = "#panel .path > li:nth-child(2) >"
    assert side_by_side(page, f"{step} .glyph", f"{step} .link")


def test_the_quad_class_of_a_kind_is_that_of_the_graph() -> None:
    for kind, (_, quad) in EVENT_KINDS.items():
        assert quad == QUAD.get(kind, "neutral"), kind


def test_the_legend_has_the_colours_of_the_nodes(open_page: Open) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for kind in (*QUAD, "DISASTER"):
        options = {"quad": QUAD[kind]} if kind in QUAD else {}
        graph.add_node(
            f"event/{kind}", label=kind, type="Event", kind=kind, factuality="actual", evidence=[], count=1, **options
        )
    page = open_page(graph, hash="#view=table&table=events")
    fill = """els => els.map(el =>
        [el.innerText.trim().split('\\n')[0], el.querySelector('polygon').getAttribute('fill')])"""
    legend = dict(page.locator("#filters details:has-text('Kinds of event') li").evaluate_all(fill))
    drawn = dict(page.locator("#view-table tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].innerText, row.querySelector('polygon').getAttribute('fill')])"
    ))  # fmt: skip
    assert len(drawn) == len(QUAD) + 1
    assert drawn == legend


def events_in(graph: nx.MultiDiGraph, place: str, number: int) -> None:
    for i in range(number):
        key = f"event/{place}-{i}"
        graph.add_node(key, label=f"clash {i}", type="Event", kind="ASSAULT", evidence=[], count=1)
        graph.add_edge(key, place, key="place", type="place", evidence=[], count=1)


def map_names(page: Any) -> list[str]:
    return page.locator("#view-map svg > text").all_text_contents()


WORLD = {
    "NO": "Norway", "CL": "Chile", "VN": "Vietnam", "US": "United States", "ZA": "South Africa",
    "FR": "France", "SO": "Somalia", "NZ": "New Zealand", "RU": "Russia", "ET": "Ethiopia",
}  # fmt: skip


def test_the_name_of_a_country_stands_in_it(open_page: Open) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for code, name in WORLD.items():
        graph.add_node(f"country/{code}", label=name, type="Country", country=code, evidence=[], count=1)
        events_in(graph, f"country/{code}", 1)
    page = open_page(graph, hash="#view=map")
    inside = page.locator("#view-map svg > text").evaluate_all("""els => Object.fromEntries(els.map(text => {
        const node = newsgraph.nodes.find(node => node.name === text.textContent);
        const box = text.getBBox();
        const path = document.querySelector(`#view-map [data-node="${node.id}"] path`);
        return [text.textContent, path.isPointInFill(new DOMPoint(box.x + box.width / 2, box.y + box.height / 2))];
    }))""")
    assert inside == dict.fromkeys(WORLD.values(), True)


def test_names_of_shaded_and_selected_countries_come_before_those_of_places(open_page: Open) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for code, name in (("ET", "Ethiopia"), ("ER", "Eritrea"), ("KE", "Kenya")):
        graph.add_node(f"country/{code}", label=name, type="Country", country=code, evidence=[], count=1)
    events_in(graph, "country/ET", 2)
    for i, (lat, lon) in enumerate(itertools.product(range(-4, 16), range(34, 46, 2))):
        graph.add_node(f"place/{i}", label=f"Market town {i}", type="Place", lat=lat, lon=lon, evidence=[], count=1)
        events_in(graph, f"place/{i}", 1)
    page = open_page(graph, hash="#view=map")
    assert "Ethiopia" in map_names(page)
    assert "Kenya" not in map_names(page)
    assert any(name.startswith("Market town") for name in map_names(page))
    page = open_page(graph, hash="#view=map&node=country/KE")
    assert {"Ethiopia", "Kenya"} <= set(map_names(page))


def test_the_most_connected_are_those_with_most_links(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)
    rows = page.locator("#panel section", has=page.locator("h3", has_text="Most connected")).locator("li")
    shown = [int(re.search(r"· (\d+) links?$", text)[1]) for text in rows.all_inner_texts()]
    actors = {"Person", "Organization", "Country", "Agency"}
    members = [node for node, attributes in graph500.nodes(data=True) if attributes["type"] in actors]
    # networkx counts a link to itself twice.
    links = (graph500.degree(node) - graph500.number_of_edges(node, node) for node in members)
    most = sorted(links, reverse=True)
    assert shown == most[:6]
    assert not re.search(r"\bties?\b", panel(page), re.I)


def test_undo_by_key_after_a_box_or_a_slider_but_not_while_typing(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    off = "newsgraph.state().off.type.length"
    page.focus("#type-0")
    page.keyboard.press("Space")
    assert page.evaluate(off) == 3
    page.keyboard.press("Control+z")
    assert page.evaluate(off) == 2
    assert page.is_checked("#type-0")
    assert page.evaluate("document.activeElement.id") == "type-0"
    page.focus("#min")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("newsgraph.state().min") == 2
    page.keyboard.press("Control+z")
    assert page.evaluate("newsgraph.state().min") == 1
    page.focus("#date-from")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+z")
    assert page.evaluate("newsgraph.state().from") is None
    page.locator("#type-0").uncheck()
    page.fill("#search", "no?")
    page.press("#search", "Control+z")
    page.keyboard.type("/?")
    assert page.evaluate(off) == 3
    assert page.is_hidden("#help-dialog")
    assert page.input_value("#search").endswith("/?")


def test_one_node_is_counted_as_one(open_page: Open) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node("person/one", label="One", type="Person", evidence=[], count=1)
    page = open_page(graph)
    assert "From 0 articles: 1 person. Drawn: 1 of 1." in panel(page)
    assert page.is_hidden("#nothing")


def test_a_network_with_nothing_in_it_says_so(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=ALL_OFF)
    assert page.inner_text("#view-network .none").split() == "Nothing passes the filters. All filters off".split()
    assert "nothing that passes the filters. Drawn: 0 of 0." in panel(page)
    page.click("#reset")
    assert page.is_hidden("#view-network .none")
    page = open_page(nx.MultiDiGraph())
    assert page.inner_text("#view-network .none") == "There is nothing in this graph."


def test_what_is_filtered_out_is_not_listed_as_disputed(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    assert "Where sources disagree" in panel(page)
    page.locator("#filters label", has_text=re.compile(r"^\s*Assault")).click()
    assert "Where sources disagree" not in panel(page)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700), (390, 800)])
@pytest.mark.parametrize("months", [3, 8, 11])
def test_dates_of_the_timeline_do_not_overprint_each_other(
    open_page: Open, width: int, height: int, months: int
) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for i in range(months):
        graph.add_node(f"event/{i}", label=f"talks {i}", type="Event", date=f"2031-{i + 1:02}-01", evidence=[], count=1)
    page = open_page(graph, hash="#view=timeline", width=width, height=height)
    boxes = page.locator("#view-timeline .dates text").evaluate_all(
        "els => els.map(el => { const { left, right } = el.getBoundingClientRect(); return [left, right]; })"
    )
    assert len(boxes) >= 3
    assert all(left >= right + 4 for (_, right), (left, _) in itertools.pairwise(sorted(boxes)))


def test_no_label_of_a_filter_is_cut(open_page: Open, graph: nx.MultiDiGraph) -> None:
    for width, height in ((1440, 900), (390, 800)):
        page = open_page(graph, width=width, height=height)
        if width < 1000:
            page.click("#toggle-filters")
        cut = page.locator("#filters .name").evaluate_all(
            "els => els.filter(el => el.scrollWidth > el.clientWidth).map(el => el.textContent)"
        )
        assert cut == []
    assert "International organisations" in page.locator("#filters .name").all_inner_texts()


def test_path_to_leads_into_its_field(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#node=country/marovia")
    page.focus("#panel .to summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .to input[aria-label='Path to']:focus")
    page.keyboard.type("Oren")
    page.keyboard.press("Enter")
    assert page.locator("#panel .path > li").count() >= 2
