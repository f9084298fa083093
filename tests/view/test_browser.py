"""What a person sees and does on the page, in Chromium without network."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import networkx as nx
import pytest

from newsgraph.view import notebook_frame
from newsgraph.view import page as whole_page
from newsgraph.view.importance import OPENING

DRAWN = "newsgraph.selection().drawn.map(id => newsgraph.nodes[id].name)"
MATCHING = "newsgraph.selection().marks.map(id => newsgraph.nodes[id].name)"
SELECTED = "newsgraph.state().selected && newsgraph.nodes[newsgraph.state().selected.node]?.name"
Open = Callable[..., Any]


def search(page: Any, name: str) -> None:
    page.fill("#search", name)
    page.press("#search", "Enter")


def point(page: Any, name: str) -> tuple[float, float]:
    at = page.evaluate("name => newsgraph.onScreen(newsgraph.nodes.find(node => node.name === name).id)", name)
    return at["x"], at["y"]


def panel(page: Any) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.inner_text("#panel"))


def tick(page: Any, label: str) -> None:
    page.locator("#filters label", has_text=re.compile(rf"^\s*{label}")).first.click()


def test_the_first_view_draws_all_of_a_small_graph_without_articles(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    drawn = page.evaluate(DRAWN)
    assert len(drawn) == 12
    assert "Clash off Port Callum" not in drawn
    assert "seven sailors had died" not in drawn
    assert "From 2 articles: 2 people, 1 international organisation, 2 countries" in panel(page)
    assert "Drawn: 12 of 12" in panel(page)
    # Something is drawn: the canvas has more than its ground.
    colours = page.evaluate("""() => { const c = document.querySelector('#canvas canvas');
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        return new Set(new Uint32Array(d.buffer)).size; }""")
    assert colours > 50


def test_a_click_on_a_node_shows_its_evidence(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.mouse.click(*point(page, "fired on two Tessland trawlers"))
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    text = panel(page)
    for words in (
        "Assault",
        "conflict in deeds",
        "5 May 2031",
        "Since March 2029",
        "Killed 4",
        "Who",
        "Marovian Navy",
        "To whom",
        "Tessland",
        "Where",
    ):
        assert words in text
    marks = page.locator("#panel mark").all_inner_texts()
    assert "fired on" in marks
    quote = page.locator("#panel > article > section .quote", has_text="killing four sailors").last
    assert "Harbour Wire · 6 May 2031 · web · Clash off Port Callum" in re.sub(r"\s+", " ", quote.inner_text())
    link = quote.locator("a")
    assert link.get_attribute("href") == "https://example.org/clash"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_marks_are_right_after_an_emoji(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    search(page, "seven sailors")
    assert page.locator("#panel > article > section .quote mark").last.inner_text() == "seven sailors had died"


def on_line(page: Any, one: str, other: str) -> tuple[float, float]:
    """A point of the straight line between two nodes that no shape and no label covers."""
    (ax, ay), (bx, by) = point(page, one), point(page, other)
    covered = page.evaluate("newsgraph.nodes.map(node => newsgraph.labelBox(node.id)).filter(Boolean)")
    for part in (50, 45, 55, 40, 60, 35, 65, 30, 70, 25, 75):
        x, y = ax + (bx - ax) * part / 100, ay + (by - ay) * part / 100
        if not any(left - 4 < x < right + 4 and top - 4 < y < bottom + 4 for left, top, right, bottom in covered):
            return x, y
    raise AssertionError("labels cover the whole line")


def test_a_click_on_a_line_shows_the_tie(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.mouse.click(*on_line(page, "Oren Välk", "Tessland"))
    assert page.inner_text("#panel h2") == "Oren Välk – head of – Tessland"
    assert "Prime Minister Oren Välk rejected the inquiry" in panel(page)
    assert page.locator("#panel mark").all_inner_texts() == ["Prime Minister"]


def test_a_line_is_labelled_when_pointed_at(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    x, y = on_line(page, "Oren Välk", "Tessland")
    page.mouse.move(x + 5, y - 40)
    page.mouse.move(x, y, steps=4)
    page.wait_for_selector("#tip:visible")
    assert page.inner_text("#tip") == "Oren Välk – head of – Tessland"


def test_who_proposed_what_to_whom_and_who_rejects_it(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    overview = panel(page)
    assert "accept an inquiry led by the Straits Council proposed by: Ilse Brandt · to whom: Tessland" in overview
    assert "rejected by: Oren Välk" in overview
    page.click("#panel .link:has-text('accept an inquiry')")
    assert page.locator("#panel .quote").first.locator("mark").is_visible()
    text = panel(page)
    assert re.search(
        r"Proposed by Ilse Brandt.* To whom Tessland.* Supported by Straits Council.* Rejected by Oren Välk", text
    )


def test_where_sources_disagree(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    assert "Where sources disagree fired on two Tessland trawlers" in panel(page)
    page.locator("#panel section", has_text="Where sources disagree").locator(".link").click()
    words = re.sub(r"\s+", " ", page.inner_text("#panel .conflict"))
    assert "Killed 4 – Harbour Wire, 6 May 2031 7 – Daily Lantern, 8 May 2031" in words
    page.click("#panel .conflict summary:has-text('7 –')")
    assert "seven sailors had died" in page.inner_text("#panel .conflict details[open]")


def test_the_actor_in_words(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    search(page, "Tessland")
    text = panel(page)
    # Proposals come first, each with its first sentence; the count of a tab is that of its rows.
    tabs = page.locator("#panel [role=tab]")
    assert [re.sub(r"\s+", " ", words) for words in tabs.all_inner_texts()] == [
        "Proposals 1", "Did 1", "Was done to 1", "Said 1", "Links 1", "Sentences 1",
    ]  # fmt: skip
    assert "Was asked to 1 accept an inquiry" in text
    assert page.locator("#panel .tab-body .quote mark").first.is_visible()
    for i in range(tabs.count()):
        tabs.nth(i).click()
        number = int(tabs.nth(i).locator(".count").inner_text())
        assert page.locator("#panel .tab-body .rows > li, #panel .tab-body > .evidence > .quote").count() == number
    tabs.nth(1).click()
    for words in ("talks in Port Callum", "possible"):
        assert words in panel(page)
    search(page, "Mrs Brandt")
    text = panel(page)
    for words in (
        "Ilse Brandt",
        "Also called Brandt, Mrs Brandt",
        "Roles foreign minister",
        "Country Portugal",
        "Proposals 1",
    ):
        assert words in text
    page.click("#panel [role=tab]:has-text('Links')")
    assert "former foreign minister" in panel(page)
    search(page, "Republic of Marovia")
    assert (
        page.locator("#panel a", has_text="Wikidata Q45").get_attribute("href") == "https://www.wikidata.org/wiki/Q45"
    )


def test_from_evidence_to_all_of_its_article(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    search(page, "seven sailors")
    page.locator("#panel figcaption .link", has_text="Välk says no").last.click()
    text = panel(page)
    assert "Source Daily Lantern" in text
    assert "All that is known from this article" in text
    for words in ("talks in Port Callum", "withdraw its fleet", "Oren Välk"):
        assert words in text
    # Its address is not one of the web.
    assert page.locator("#panel a").count() == 0
    assert "javascript:alert(1)" in text


def test_which_events_involve_both_of_two_countries_in_may(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    search(page, "Marovia")
    page.click("#panel .to summary")
    page.fill("#panel .to input", "Tessland")
    page.press("#panel .to input", "Enter")
    text = panel(page)
    assert "Both take part in (3)" in text
    page.fill("#filters input[aria-label='To date']", "2031-05-31")
    page.dispatch_event("#filters input[aria-label='To date']", "change")
    text = panel(page)
    assert "Both take part in (2)" in text
    assert "fired on two Tessland trawlers" in text
    assert "talks in Port Callum" not in text


@pytest.mark.parametrize("query", ["oren valk", "VÄLK", "välk"])
def test_search_ignores_case_and_accents(open_page: Open, graph: nx.MultiDiGraph, query: str) -> None:
    page = open_page(graph)
    search(page, query)
    assert page.evaluate(SELECTED) == "Oren Välk"


def test_suggestions_by_keyboard(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.keyboard.press("/")
    page.keyboard.type("port")
    options = page.locator("#suggestions [role=option]")
    assert "Port Callum" in options.first.inner_text()
    assert page.get_attribute("#search", "aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowDown")
    second = options.nth(1).inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate(SELECTED) in second.replace("\n", " ")
    page.fill("#search", "no such name")
    assert options.first.inner_text() == "No name and no sentence like this"
    page.keyboard.press("Escape")
    assert page.is_hidden("#suggestions")


def test_kinds_are_ticked_off_and_on(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    tick(page, "Places")
    assert "Port Callum" not in page.evaluate(DRAWN)
    assert page.locator("#filters .slider output").first.inner_text() == "11 of 11"
    tick(page, "Places")
    assert "Port Callum" in page.evaluate(DRAWN)
    tick(page, "Articles")
    assert {"Clash off Port Callum", "Välk says no"} <= set(page.evaluate(DRAWN))


def test_kinds_of_event_and_factuality(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    tick(page, "Assault")
    assert "fired on two Tessland trawlers" not in page.evaluate(DRAWN)
    assert "Marovian Navy" not in page.evaluate(DRAWN)
    page.click("#undo")
    assert "Marovian Navy" in page.evaluate(DRAWN)
    tick(page, "Did not happen")
    drawn = page.evaluate(DRAWN)
    assert "withdraw its fleet" not in drawn
    assert "talks in Port Callum" in drawn


def test_counts_beside_the_boxes_follow_the_other_filters(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    events = page.locator("#filters label", has_text="Events").locator(".count")
    assert events.inner_text() == "3"
    tick(page, "Assault")
    assert events.inner_text() == "2"


def test_sources(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.click("#filters summary:has-text('Sources')")
    tick(page, "Daily Lantern")
    drawn = page.evaluate(DRAWN)
    assert "fired on two Tessland trawlers" in drawn
    assert "talks in Port Callum" not in drawn
    assert "Oren Välk" not in drawn


def test_the_least_number_of_mentions(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.focus("#min")
    page.keyboard.press("ArrowRight")
    drawn = page.evaluate(DRAWN)
    assert "talks in Port Callum" not in drawn
    assert "Marovia" in drawn


def test_dates_are_dragged_on_the_histogram(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.locator("#date-to").scroll_into_view_if_needed()
    box = page.locator("#date-to").bounding_box()
    brush = page.locator(".brush").bounding_box()
    page.mouse.move(box["x"] + 6, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] * 0.5, box["y"] + 20, steps=6)
    page.mouse.up()
    drawn = page.evaluate(DRAWN)
    assert "talks in Port Callum" not in drawn
    assert "fired on two Tessland trawlers" in drawn
    page.click("#undo")
    assert "talks in Port Callum" in page.evaluate(DRAWN)


def test_dates_by_keyboard(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.focus("#date-from")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#date-from", "aria-valuetext") == "2031-05-06"
    assert page.evaluate("document.activeElement.id") == "date-from"
    assert "fired on two Tessland trawlers" not in page.evaluate(DRAWN)
    page.click("text=All dates")
    assert "fired on two Tessland trawlers" in page.evaluate(DRAWN)


def test_double_click_focuses_on_the_neighbourhood(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.mouse.dblclick(*point(page, "accept an inquiry led by the Straits Council"))
    assert sorted(page.evaluate(DRAWN)) == [
        "Ilse Brandt",
        "Oren Välk",
        "Straits Council",
        "Tessland",
        "accept an inquiry led by the Straits Council",
    ]
    assert "Around accept an inquiry" in page.inner_text("#crumbs")
    page.click("#crumbs button:has-text('two steps')")
    assert "Marovia" in page.evaluate(DRAWN)
    page.click("#crumbs .crumb button")
    assert len(page.evaluate(DRAWN)) == 12


def test_the_shortest_path(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.mouse.click(*point(page, "Callum Accord"))
    page.keyboard.down("Shift")
    page.mouse.click(*point(page, "Port Callum"))
    page.keyboard.up("Shift")
    path = page.evaluate("newsgraph.state().path.map(id => newsgraph.nodes[id].name)")
    assert path[:2] == ["Callum Accord", "Marovia"]
    assert path[-1] == "Port Callum"
    assert len(path) == 4
    assert page.locator("#panel .path > li").count() == 4
    page.click("text=Clear path")
    assert page.evaluate("newsgraph.state().path") is None


def test_hide_pin_undo_reset(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    x, y = point(page, "Tessland")
    page.mouse.click(x, y)
    page.click("#panel button:has-text('Hide')")
    assert "Tessland" not in page.evaluate(DRAWN)
    assert "1 hidden" in page.inner_text("#crumbs")
    page.click("#undo")
    assert "Tessland" in page.evaluate(DRAWN)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 90, steps=5)
    page.mouse.up()
    moved = point(page, "Tessland")
    assert abs(moved[0] - x - 60) < 8
    assert abs(moved[1] - y - 90) < 8
    assert "1 pinned" in page.inner_text("#crumbs")
    page.click("#reset")
    assert page.is_hidden("#crumbs")
    back = point(page, "Tessland")
    assert abs(back[0] - x) < 3
    assert abs(back[1] - y) < 3


def test_a_large_graph_opens_on_its_backbone_and_grows(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)
    assert len(page.evaluate(DRAWN)) == OPENING
    hidden = page.evaluate(
        "newsgraph.nodes.find(node => node.group === 'Person' && !newsgraph.selection().isDrawn[node.id]).name"
    )
    search(page, hidden)
    assert hidden in page.evaluate(DRAWN)
    before = len(page.evaluate(DRAWN))
    button = page.locator("#panel button:has-text('Expand')")
    number = int(re.search(r"\d+", button.inner_text())[0])
    button.click()
    assert len(page.evaluate(DRAWN)) == before + min(number, 25)
    page.focus("#shown")
    page.keyboard.press("End")
    assert len(page.evaluate(DRAWN)) == len(page.evaluate(MATCHING)) == 424


def test_20000_nodes_open_on_the_backbone_and_search_finds_any(open_page: Open, synthetic: ModuleType) -> None:
    page = open_page(synthetic.large_graph(20_000, 60_000))
    assert len(page.evaluate(DRAWN)) == OPENING
    for rank in (500, 7_000, 18_000):
        name = page.evaluate("rank => newsgraph.nodes[rank].name", rank)
        search(page, name)
        assert page.inner_text("#panel h2") == name
        assert name in page.evaluate(DRAWN)


def test_no_label_overlaps_another_at_any_zoom(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)
    overlaps = """() => { const b = newsgraph.labels().map(label => label.box); let n = 0;
        for (let i = 0; i < b.length; i++) for (let j = 0; j < i; j++)
          if (b[i][0] < b[j][2] - 8 && b[j][0] < b[i][2] - 8 && b[i][1] < b[j][3] - 8 && b[j][1] < b[i][3] - 8) n++;
        return [b.length, n]; }"""
    count, wrong = page.evaluate(overlaps)
    assert wrong == 0
    assert count >= 0.6 * OPENING
    page.focus("#shown")
    page.keyboard.press("End")
    for _ in range(3):
        page.click("#zoom-in")
        page.wait_for_timeout(60)
        assert page.evaluate(overlaps)[1] == 0


def test_the_timeline(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.click("#tab-timeline")
    items = page.locator("#view-timeline .item")
    assert items.count() == 4
    first = items.first
    assert "fired on two Tessland trawlers" in first.text_content()
    first.click()
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    page.locator("#view-timeline .item[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") != "fired on two Tessland trawlers"
    tick(page, "Statements")
    assert items.count() == 5
    # From left to right in time.
    xs = page.evaluate("""[...document.querySelectorAll('#view-timeline .item')].map(item =>
        [newsgraph.nodes[item.dataset.node].date, item.querySelector('polygon').getBoundingClientRect().x])
        .sort().map(pair => pair[1])""")
    assert xs == sorted(xs)


def test_the_table_sorts_and_copies(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_page(graph)
    page.click("#tab-table")
    assert page.locator("#view-table tbody tr").count() == 6
    page.click("#view-table th button:has-text('Name')")
    names = page.locator("#view-table tbody td:first-child").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    page.click("#view-table th button:has-text('Name')")
    assert page.locator("#view-table tbody td:first-child").all_inner_texts() == names[::-1]
    assert page.get_attribute("#view-table th >> nth=0", "aria-sort") == "descending"
    page.click("#view-table button:has-text('Events')")
    row = page.locator("#view-table tbody tr", has_text="fired on").inner_text()
    for words in (
        "Assault",
        "5 May 2031",
        "Tessland",
        "Port Callum",
        "4",
        "killed: 4 (Harbour Wire, Clash off Port Callum, 2031-05-06)",
    ):
        assert words in row
    page.locator("#view-table .link", has_text="fired on").click()
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    tick(page, "Did not happen")
    assert page.locator("#view-table tbody tr").count() == 2
    with page.expect_download() as got:
        page.click("#view-table button:has-text('Save CSV')")
    got.value.save_as(tmp_path / "events.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "events.csv").read_text(encoding="utf-8-sig"))))
    assert {(row["Name"], row["Date"]) for row in rows} == {
        ("fired on two Tessland trawlers", "2031-05-05"),
        ("talks in Port Callum", "2031-06"),
    }


def test_the_map(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.click("#tab-map")
    items = page.locator("#view-map .item")
    assert sorted(items.evaluate_all("els => els.map(el => newsgraph.nodes[el.dataset.node].name)")) == [
        "Marovia",
        "Port Callum",
        "Tessland",
    ]
    page.locator("#view-map .item circle").click()
    assert page.inner_text("#panel h2") == "Port Callum"
    assert "Happened here 2" in panel(page)
    tick(page, "Places")
    assert items.count() == 2


def on_map(page: Any, name: str) -> tuple[float, float, float]:
    """The middle of a node's shape on the map, and its width, in pixels of the screen."""
    middle = """name => { const id = newsgraph.nodes.find(node => node.name === name).id;
        const shape = document.querySelector(`#view-map [data-node="${id}"]`).querySelector('path, circle');
        const { x, y, width, height } = shape.getBoundingClientRect();
        return [x + width / 2, y + height / 2, width]; }"""
    x, y, width = page.evaluate(middle, name)
    return x, y, width


def map_middle(page: Any) -> tuple[float, float]:
    box = page.locator("#view-map svg.map").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_arrow_keys_move_the_map(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    box = page.locator("#view-map svg.map").bounding_box()
    page.focus("#view-map .surface")
    x, y, width = on_map(page, "Port Callum")
    for key, dx, dy in [
        ("ArrowRight", -80, 0),
        ("ArrowDown", -80, -80),
        ("ArrowLeft", 0, -80),
        ("ArrowUp", 0, 0),
        ("Shift+ArrowRight", -box["width"] / 2, 0),
        ("Shift+ArrowLeft", 0, 0),
        ("Shift+ArrowUp", 0, box["height"] / 2),
        ("Shift+ArrowDown", 0, 0),
    ]:
        page.keyboard.press(key)
        assert on_map(page, "Port Callum") == pytest.approx((x + dx, y + dy, width), abs=1.5), key
    assert page.evaluate("document.activeElement.className") == "surface"
    assert page.evaluate(SELECTED) is None
    for _ in range(30):
        page.keyboard.press("Shift+ArrowLeft")
    assert page.inner_text("#said") == "The map goes no further in this direction."


def test_plus_and_minus_zoom_the_map_about_its_middle_and_0_shows_all(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    page.focus("#view-map .surface")
    mx, my = map_middle(page)
    names = ("Tessland", "Marovia", "Port Callum")
    first = {name: on_map(page, name) for name in names}
    page.keyboard.press("+")
    for name in names[:2]:
        x, y, width = first[name]
        expected = (mx + (x - mx) * 1.4, my + (y - my) * 1.4, width * 1.4)
        assert on_map(page, name) == pytest.approx(expected, abs=2)
    # A point keeps its size.
    assert on_map(page, "Port Callum")[2] == pytest.approx(first["Port Callum"][2], abs=0.5)
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert on_map(page, "Tessland")[2] == pytest.approx(first["Tessland"][2] / 1.4, abs=1)
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("=")
    page.keyboard.press("0")
    for name in names:
        assert on_map(page, name) == pytest.approx(first[name], abs=0.5)
    assert page.evaluate("document.activeElement.className") == "surface"


def test_the_map_leaves_the_keys_of_its_marks_and_of_inputs_alone(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    label = "document.activeElement.getAttribute('aria-label')"
    page.focus("#view-map .surface")
    before, width = on_map(page, "Port Callum"), on_map(page, "Tessland")[2]
    seen = []
    page.keyboard.press("Tab")
    for _ in range(4):
        seen.append(page.evaluate(label).split(",")[0])
        page.keyboard.press("ArrowRight")
    assert sorted(seen[:3]) == ["Marovia", "Port Callum", "Tessland"]
    assert seen[3] == seen[0]
    assert on_map(page, "Port Callum") == before
    page.focus("#view-map [data-node]:has(circle)")
    page.keyboard.press("Enter")
    assert page.evaluate(SELECTED) == "Port Callum"
    assert page.evaluate(label).startswith("Port Callum")
    page.keyboard.press("+")
    assert page.evaluate(label).startswith("Port Callum")
    assert on_map(page, "Tessland")[2] == pytest.approx(width * 1.4, abs=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate(SELECTED) is None
    assert page.evaluate("document.activeElement.className") == "surface"
    page.keyboard.press("Control+0")
    assert on_map(page, "Port Callum") != before
    page.keyboard.press("0")
    page.click("#search")
    page.keyboard.type("0+-")
    page.keyboard.press("ArrowLeft")
    assert page.input_value("#search") == "0+-"
    assert on_map(page, "Port Callum") == before


def test_what_gets_the_focus_on_the_map_is_brought_into_view(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    page.focus("#view-map .surface")
    box = page.locator("#view-map svg.map").bounding_box()

    def inside(x: float, y: float) -> bool:
        return box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]

    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")
    assert not inside(*on_map(page, "Port Callum")[:2])
    page.keyboard.press("Tab")
    for _ in range(3):
        name = page.evaluate("newsgraph.nodes[document.activeElement.dataset.node].name")
        assert inside(*on_map(page, name)[:2]), name
        assert page.inner_text("#view-map .tip").startswith(f"{name}: ")
        page.keyboard.press("ArrowRight")
    # Who drags the map elsewhere is not pulled back.
    x, y = map_middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 700, y + 60, steps=4)
    page.mouse.up()
    assert not inside(*on_map(page, "Marovia")[:2])
    assert page.evaluate(SELECTED) is None
    # Zooming by key keeps it.
    page.keyboard.press("+")
    name = page.evaluate("newsgraph.nodes[document.activeElement.dataset.node].name")
    assert inside(*on_map(page, name)[:2])


def test_the_buttons_of_the_map_keep_the_focus(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    before = on_map(page, "Tessland")
    page.focus("#view-map button[aria-label='Zoom in']")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert on_map(page, "Tessland")[2] == pytest.approx(before[2] * 1.96, abs=3)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Fit what is shown"
    page.keyboard.press("Enter")
    assert on_map(page, "Tessland") == pytest.approx(before, abs=0.5)


def test_a_country_that_only_its_places_shade_says_so(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    tick(page, "Countries")
    shaded = page.locator("#view-map .item[role='img']")
    assert shaded.evaluate_all("els => els.map(el => el.querySelector('title').textContent)") == [
        "Portugal: 2 events and proposals"
    ]
    page.focus("#view-map .surface")
    page.keyboard.press("Tab")
    assert page.inner_text("#view-map .tip") == "Portugal: 2 events and proposals"
    page.keyboard.press("Enter")
    assert page.inner_text("#said") == "Portugal: 2 events and proposals"
    assert page.evaluate("newsgraph.state().selected") is None
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.evaluate(SELECTED) == "Port Callum"


def test_the_help_lists_the_keys_of_the_map(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=map")
    page.focus("#view-map .surface")
    page.keyboard.press("?")
    rows = dict(row.split("\t") for row in page.locator("#help-dialog tr").all_inner_texts())
    assert "on the map" in rows["Arrow keys"]
    assert "on the map" in rows["Shift + arrow keys"]
    assert "on the map" in rows["+ − 0"]


def test_png_svg_and_csv_of_what_is_seen(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_page(graph, title="Clash & calm")

    def save(entry: str) -> bytes:
        page.click("#export")
        with page.expect_download() as got:
            page.click(f"#export-{entry}")
        got.value.save_as(tmp_path / "file")
        return (tmp_path / "file").read_bytes()

    assert save("png").startswith(b"\x89PNG")
    drawing = save("svg").decode()
    assert drawing.startswith("<svg")
    assert "Ilse Brandt" in drawing
    assert b"Ilse Brandt" in save("csv")
    page.click("#tab-timeline")
    assert save("png").startswith(b"\x89PNG")
    assert "two Tessland trawlers" in save("svg").decode()
    page.click("#tab-map")
    assert "Port Callum" in save("svg").decode()


def test_what_is_copied(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=table&table=proposals")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#view-table button:has-text('Copy')")
    page.wait_for_selector("#said:has-text('copied')", state="attached")
    rows = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert rows[0][:4] == ["Date", "Act", "Content", "Proposed by"]
    assert rows[1][:4] == ["2031-05-06", "urge", "accept an inquiry led by the Straits Council", "Ilse Brandt"]
    page.click("#export")
    page.click("#export-link")
    page.wait_for_selector("#said:has-text('clipboard')", state="attached")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#view=table&table=proposals")


def test_filters_bring_what_is_left_into_view(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)
    page.focus("#shown")
    page.keyboard.press("End")
    page.locator("#filters li", has_text="Places").hover()
    page.locator("#filters li", has_text="Places").locator(".only").click()
    page.wait_for_timeout(200)
    inside = page.evaluate("""() => { const box = document.querySelector('#canvas').getBoundingClientRect();
        return newsgraph.selection().drawn.map(newsgraph.onScreen).map(p =>
            p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom); }""")
    assert len(inside) == 33
    assert all(inside)


def test_a_link_restores_the_view(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    tick(page, "Places")
    search(page, "Oren")
    page.click("#tab-timeline")
    page.wait_for_timeout(300)
    hash = page.evaluate("location.hash")
    again = open_page(graph, hash=hash)
    assert again.evaluate("newsgraph.state().view") == "timeline"
    assert again.evaluate(SELECTED) == "Oren Välk"
    assert "Port Callum" not in again.evaluate(DRAWN)
    assert again.inner_text("#panel h2") == "Oren Välk"


@pytest.mark.parametrize(
    "hash",
    [
        "#view=nonsense&node=nobody&min=abc&pinned=x@1|@,&focus=9|x&path=a|b&no-type=%E0%A4%A",
        "#<img src=x onerror=window.hit=1>",
        "#__proto__=1&no-constructor=2&edge=99999999",
    ],
)
def test_a_bad_link_is_passed_over(open_page: Open, graph: nx.MultiDiGraph, hash: str) -> None:
    page = open_page(graph, hash=hash)
    assert len(page.evaluate(DRAWN)) >= 12
    assert page.evaluate("window.hit") is None


def test_hostile_texts_do_nothing(open_page: Open, synthetic: ModuleType) -> None:
    page = open_page(synthetic.large_graph(120, 300, hostile=True), title="<img src=x onerror=window.hit=1>")
    assert page.inner_text("#title") == "<img src=x onerror=window.hit=1>"
    for name in ("<img src=x", "</script>", "{{7*7}}", "javascript:", "__proto__"):
        search(page, name)
        assert page.locator("#panel h2").inner_text().startswith(name)
        for link in page.locator("#panel a").all():
            assert link.get_attribute("href").startswith("https://")
    for tab in ("story", "timeline", "table", "map"):
        page.click(f"#tab-{tab}")
    page.click("#tab-network")
    assert page.evaluate("window.hit") is None
    assert page.locator("#panel img, #stage img, #panel script, #stage script").count() == 0


def test_negated_possible_and_future_events_look_different(open_page: Open, synthetic: ModuleType) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for factuality in ("actual", "negated", "possible", "future"):
        graph.add_node(
            f"event/{factuality}",
            label=factuality,
            type="Event",
            kind="ASSAULT",
            factuality=factuality,
            evidence=[],
            count=1,
        )
    page = open_page(graph)
    rows = page.locator("#filters details", has_text="What happened")
    assert [text.split("\n")[0] for text in rows.locator("li").all_inner_texts()] == [
        "Happened",
        "Did not happen",
        "Possible",
        "Expected",
    ]
    shapes = rows.locator("svg.glyph").evaluate_all("els => els.map(el => el.innerHTML)")
    assert len(set(shapes)) == 4


def test_the_keyboard_reaches_everything(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.evaluate(SELECTED)
    assert first == "accept an inquiry led by the Straits Council"
    assert f"{first}, Proposal" in page.inner_text("#said")
    page.keyboard.press("ArrowRight")
    second = page.evaluate(SELECTED)
    assert second != first
    assert second in page.inner_text("#said")
    page.keyboard.press("f")
    assert page.evaluate("newsgraph.state().focus.node") is not None
    page.keyboard.press("Control+z")
    assert page.evaluate("newsgraph.state().focus") is None
    page.keyboard.press("h")
    assert second not in page.evaluate(DRAWN)
    page.keyboard.press("Control+z")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("p")
    assert "1 pinned" in page.inner_text("#crumbs")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate(SELECTED) is None
    page.keyboard.press("?")
    assert page.is_visible("#help-dialog")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help-dialog")
    page.focus("#tab-network")
    page.keyboard.press("ArrowRight")
    assert page.is_visible("#view-timeline")


def test_dark_and_light(open_page: Open, graph: nx.MultiDiGraph) -> None:
    corner = """() => { const small = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        small.drawImage(document.querySelector('#canvas canvas'), 0, 0);
        return [...small.getImageData(3, 3, 1, 1).data].slice(0, 3); }"""
    assert open_page(graph).evaluate(corner) == [255, 255, 255]
    dark = open_page(graph, colours="dark")
    assert max(dark.evaluate(corner)) < 40
    dark.emulate_media(color_scheme="light")
    dark.wait_for_timeout(300)
    assert dark.evaluate(corner) == [255, 255, 255]


def test_it_works_inside_of_a_notebook_frame(open_page: Open, graph: nx.MultiDiGraph) -> None:
    outer = open_page(
        "<!DOCTYPE html><html data-ready='true'><title>n</title>"
        f"<body>{notebook_frame(whole_page(graph, 'T'), 500)}</body></html>"
    )
    frame = outer.frame_locator("iframe")
    frame.locator("#search").fill("Oren")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "Oren Välk"


def test_an_empty_graph(open_page: Open) -> None:
    page = open_page(nx.MultiDiGraph())
    assert "nothing that passes the filters" in panel(page)
    for tab in ("timeline", "table", "map", "network"):
        page.click(f"#tab-{tab}")


@pytest.mark.parametrize(("shown", "width"), [(60, 1440), (300, 1440), (424, 1440), (60, 390), (424, 390)])
def test_the_foremost_are_always_named_within_the_frame(
    open_page: Open, graph500: nx.MultiDiGraph, shown: int, width: int
) -> None:
    page = open_page(graph500, hash=f"#view=network&shown={shown}", width=width)
    assert page.evaluate("newsgraph.unnamedTop(20)") == []
    boxes = page.evaluate("newsgraph.labels().map(({ id }) => newsgraph.labelBox(id))")
    frame = page.locator("#canvas").bounding_box()
    outside = [box for box in boxes if box[0] < frame["x"] - 1 or box[2] > frame["x"] + frame["width"] + 1]
    assert len(boxes) >= 20
    assert len(outside) <= 4


def test_the_same_graph_has_the_same_picture(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    where = "newsgraph.selection().drawn.map(id => newsgraph.onScreen(id))"
    first, second = (open_page(graph500, hash="#view=network&shown=300") for _ in range(2))
    assert first.evaluate(where) == second.evaluate(where)


def test_a_network_that_was_left_is_found_again(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)

    def where() -> list[float]:
        page.click("#zoom-fit")
        return [at["x"] for at in page.evaluate("newsgraph.selection().drawn.map(id => newsgraph.onScreen(id))")]

    before = where()
    tick(page, "Countries")
    assert where() != pytest.approx(before, abs=1)
    tick(page, "Countries")
    assert where() == pytest.approx(before, abs=1)
