"""What a researcher does with the page: finds, narrows down, judges, tells a story, takes it away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from newsgraph.project.decision_table import read_table

Open = Callable[..., Any]
STORY = "#view=story"
DRAWN = "newsgraph.selection().drawn.map(id => newsgraph.nodes[id].name)"


def words(page: Any, selector: str) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.locator(selector).first.inner_text()).strip()


def saved(page: Any, act: Callable[[], None], folder: Path) -> Path:
    with page.expect_download() as download:
        act()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def ask(page: Any, query: str) -> None:
    page.fill("#search", query)
    page.press("#search", "Enter")


def days(day: str) -> int:
    return (datetime.fromisoformat(day).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)).days


def test_what_a_country_and_its_people_proposed_takes_two_actions(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    page.click("#toggle-filters")
    page.fill("#filters .between input[type=text]", "Marovia")
    page.press("#filters .between input[type=text]", "Enter")
    # Its foreign minister speaks for it.
    card = words(page, ".proposal")
    assert card.startswith("Ilse Brandt urged → to Tessland accept an inquiry")
    assert page.locator(".proposal blockquote mark").first.is_visible()


def test_events_between_two_in_a_month_as_a_file_take_two_actions(
    open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path
) -> None:
    page = open_page(graph, hash=STORY)
    ask(page, "Marovia and Tessland May 2031")
    path = saved(page, lambda: page.click("#view-table button:has-text('Save CSV')"), tmp_path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["Name"] for row in rows] == ["fired on two Tessland trawlers"]
    assert "killing four sailors" in rows[0]["Sentence"]
    assert rows[0]["Words"] == "fired on"


def test_where_sources_disagree_takes_one_action(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    page.click(".disagreements summary:has-text('7 –')")
    assert "seven sailors had died" in words(page, ".disagreements details[open]")


def test_the_question_in_the_search_box_says_what_it_found(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    page.fill("#search", "Tessland, Marovia")
    assert words(page, "#suggestions li") == "Between Tessland and Marovia 3 found"
    page.fill("#search", "Marovia 2031-05")
    assert words(page, "#suggestions li").startswith("With Marovia May 2031")
    page.fill("#search", "Marovia and Nowhere")
    assert page.locator("#suggestions li:has-text('Between')").count() == 0


def test_time_is_brushed_and_played(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=timeline")
    box = page.locator(".period-brush .overlay").bounding_box()
    assert box is not None
    everything = page.locator("#view-timeline .item").count()
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20, steps=5)
    page.mouse.up()
    assert 0 < page.locator("#view-timeline .item").count() < everything
    assert page.evaluate("newsgraph.state().to") is not None
    page.click(".period-bar button:has-text('All dates')")
    assert page.locator("#view-timeline .item").count() == everything
    page.click(".period-bar button:has-text('Play')")
    first = page.evaluate("newsgraph.state().from")
    page.wait_for_function("first => newsgraph.state().from > first", arg=first)
    page.click(".period-bar button:has-text('Pause')")
    assert page.locator(".period-bar button:has-text('Play')").count() == 1


def test_what_nobody_dates_counts_on_the_day_of_its_article(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    wider.add_node(
        "event/undated", label="closed the harbour", type="Event", kind="ASSAULT", count=1,
        evidence=graph.nodes["event/clash"]["evidence"][:1],
    )  # fmt: skip
    names = "newsgraph.selection().matching.map(id => newsgraph.nodes[id].name)"
    page = open_page(wider, hash=f"#view=timeline&from={days('2031-05-06')}&to={days('2031-05-06')}")
    assert "closed the harbour" in page.evaluate(names)
    later = open_page(wider, hash=f"#view=timeline&from={days('2031-05-08')}")
    assert "closed the harbour" not in later.evaluate(names)


def test_a_column_narrows_the_table_and_the_file(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_page(graph, hash="#view=table&table=events")
    page.fill("#view-table th input[aria-label='Name with']", "trawlers")
    assert page.locator("#view-table tbody tr").count() == 1
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Name with"
    path = saved(page, lambda: page.click("#view-table button:has-text('Save CSV')"), tmp_path)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 2
    page.fill("#view-table th input[aria-label='Killed with']", "> 100")
    assert "No row fits" in words(page, "#view-table .none")
    page.click("#view-table button:has-text('All rows')")
    assert page.locator("#view-table tbody tr").count() == 3


def test_a_long_table_holds_only_the_rows_near_the_view(open_page: Open, synthetic: Any) -> None:
    page = open_page(synthetic.large_graph(3000, 9000), hash="#view=table&table=ties")
    rows = int(page.get_attribute("#view-table table", "aria-rowcount"))
    assert rows > 5000
    assert page.locator("#view-table tbody tr:not([aria-hidden])").count() < 700
    page.evaluate(
        "() => { const box = document.querySelector('#view-table .scroll'); box.scrollTop = box.scrollHeight; }"
    )
    page.wait_for_function("() => document.querySelector('#view-table tbody:last-child tr').dataset.edge")
    assert page.locator("#view-table tbody tr:not([aria-hidden])").count() < 700


def test_all_tables_as_a_workbook(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    hostile = graph.copy()
    hostile.nodes["country/tessland"]["label"] = '=HYPERLINK("http://example.org") <&>\x07'
    page = open_page(hostile, hash="#view=table")
    path = saved(page, lambda: page.click("#view-table button:has-text('Save XLSX')"), tmp_path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Actors", "Events", "Proposals", "Places and others", "Links"]
    events = list(book["Events"].values)
    assert "Sentence" in events[0]
    assert any("killing four sailors" in str(cell) for row in events for cell in row)
    cells = [cell for row in book["Actors"].iter_rows() for cell in row]
    assert any(cell.value == '=HYPERLINK("http://example.org") <&>' and cell.data_type == "s" for cell in cells)


def test_articles_are_cited(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_page(graph)
    ask(page, "accept an inquiry")
    page.click("#panel .cite summary")
    entry = page.inner_text("#panel .cite pre")
    assert entry.startswith("@article{harbourwire-2031-clash-port-callum,")
    for line in ("journal = {Harbour Wire}", "date = {2031-05-06}", "url = {https://example.org/clash}"):
        assert line in entry
    page.click("#export")
    path = saved(page, lambda: page.click("#export-bib"), tmp_path)
    assert path.read_text(encoding="utf-8").count("@article{") == 2


def mark(page: Any, name: str, verdict: str, note: str = "") -> None:
    ask(page, name)
    page.click(f"#panel .mark-box [data-verdict={verdict}]")
    if note:
        page.fill("#panel .mark-box input", note)
        page.press("#panel .mark-box input", "Enter")


def test_marks_are_decisions_of_the_project(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    known = graph.copy()
    for key, attributes in known.nodes(data=True):
        if attributes["type"] == "Article":
            attributes["identifier"] = f"id of {key}"
    page = open_page(known)
    page.clock.set_fixed_time("2024-05-06T10:00:00Z")
    mark(page, "fired on two", "wrong", "It was one trawler, they say.")
    mark(page, "Ilse Brandt", "right")
    page.click("#export")
    path = saved(page, lambda: page.click("#export-marks"), tmp_path)
    event, person = read_table(path.read_bytes(), path.name)
    assert (event.verb, event.sort, event.note) == ("drop", "event", "It was one trawler, they say.")
    assert (person.verb, person.sort, person.label) == ("confirm", "entity", "Ilse Brandt")
    assert {anchor.text for anchor in event.one} >= {"fired on"}
    quoted = {(row.start, row.end, row.text) for row in graph.nodes["event/clash"]["evidence"]}
    assert {(anchor.start, anchor.end, anchor.text) for anchor in event.one} == quoted
    # Who thinks better of it has said so now, and later words go before earlier ones.
    page.clock.set_fixed_time("2024-05-07T10:00:00Z")
    mark(page, "Ilse Brandt", "wrong")
    page.click("#export")
    _, later = read_table(saved(page, lambda: page.click("#export-marks"), tmp_path).read_bytes(), path.name)
    assert [(said.verb, said.time) for said in (person, later)] == [
        ("confirm", "2024-05-06T10:00:00+00:00"), ("drop", "2024-05-07T10:00:00+00:00"),
    ]  # fmt: skip
    # A second click takes a mark back.
    page.click("#panel .mark-box [data-verdict=wrong]")
    assert page.get_attribute("#panel .mark-box [data-verdict=wrong]", "aria-pressed") == "false"


def test_a_story_in_steps_is_saved_with_the_page_and_played(
    open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path
) -> None:
    page = open_page(graph, hash=STORY)
    page.click("#tour")
    for caption, tab in (("Who wants what </script>", "story"), ("When", "timeline"), ("Where", "map")):
        page.click(f"#tab-{tab}")
        page.fill("#tour-bar input", caption)
        page.press("#tour-bar input", "Enter")
    ask(page, "Oren Välk")
    page.click("#panel .mark-box [data-verdict=wrong]")
    page.click("#export")
    path = saved(page, lambda: page.click("#export-page"), tmp_path)
    again = open_page(path.read_text(encoding="utf-8"), hash=STORY)
    assert "A story in 3 steps." in words(again, "#tour-bar .caption")
    again.click("#tour-bar button[aria-label='The next step']")
    assert words(again, "#tour-bar .caption") == "1 of 3 Who wants what </script>"
    again.click("#tour-bar button[aria-label='The next step']")
    assert again.get_attribute("#tab-timeline", "aria-selected") == "true"
    again.click("#tour-bar button[aria-label='Play all steps']")
    again.wait_for_selector("#tab-map[aria-selected=true]", timeout=15000)
    ask(again, "Oren Välk")
    assert again.get_attribute("#panel .mark-box [data-verdict=wrong]", "aria-pressed") == "true"


def test_the_map_has_arcs_and_neither_empty_points_nor_continents(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    row = graph.nodes["event/clash"]["evidence"][0]
    wider.add_node("place/asia", label="Asia", type="Place", lat=40.0, lon=90.0, count=1, evidence=[row])
    wider.add_edge("event/clash", "place/asia", key="place", type="place", evidence=[row], count=1)
    wider.add_node(
        "place/quiet", label="Quiet Bay", type="Place", country="PT", lat=38.0, lon=-9.0, count=1, evidence=[row]
    )
    page = open_page(wider, hash="#view=map")
    named = page.locator("#view-map .item").evaluate_all("els => els.map(el => newsgraph.nodes[el.dataset.node].name)")
    assert "Port Callum" in named
    assert not {"Asia", "Quiet Bay"} & set(named)
    arcs = page.locator("#view-map .arc title").evaluate_all("els => els.map(el => el.textContent)")
    assert "Marovia → Tessland: 1 time, proposes to" in arcs


def test_groups_are_named_and_folded(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500)
    page.locator("#filters details", has_text="Groups in the network").locator("summary").click()
    before = page.evaluate(DRAWN)
    group = page.locator("#filters .group").first
    size = int(page.locator("#filters .groups .count").first.inner_text())
    assert any(name in group.inner_text() for name in before)
    group.click()
    assert len(page.evaluate(DRAWN)) == len(before) - size + 1
    page.click("#crumbs button[aria-label='Undo: 1 folded']")
    assert page.evaluate(DRAWN) == before


def test_people_that_are_counted_twice_are_one(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    row = graph.nodes["event/clash"]["evidence"][0]
    for key, label in (("group/a", "11 people"), ("group/b", "Eleven people")):
        wider.add_node(key, label=label, type="Group", count=1, evidence=[row])
        wider.add_edge("event/clash", key, key="target", type="target", evidence=[row], count=1)
    page = open_page(wider)
    ask(page, "fired on two")
    to_whom = page.locator("#panel section", has=page.locator("h3", has_text="To whom")).locator("li").all_inner_texts()
    assert len([text for text in to_whom if "people" in text]) == 1


def test_print_has_all_of_the_story_and_no_tools(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY, height=300)
    hidden = page.evaluate("document.querySelector('.story').scrollHeight")
    assert hidden > 300
    page.emulate_media(media="print")
    assert page.is_hidden(".tools")
    assert page.is_hidden("#filters")
    assert page.evaluate("document.documentElement.scrollHeight") > 300
    story = page.locator(".story").bounding_box()
    last = page.locator(".story section").last.bounding_box()
    assert story["y"] + story["height"] >= last["y"] + last["height"]


def test_print_has_all_of_the_network(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, width=700, height=1500)
    size = "[...document.querySelectorAll('#canvas canvas')].map(el => [el.width, el.height])"
    picture = "document.querySelector('#canvas canvas').toDataURL()"
    before, drawn = page.evaluate(size), page.evaluate(picture)
    page.emulate_media(media="print")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("document.querySelector('#canvas').clientHeight") != before[0][1]
    assert page.evaluate(size) == before
    # What was drawn anew on paper is what was on the screen.
    assert page.evaluate(picture) == drawn
    assert page.evaluate("getComputedStyle(document.querySelector('#canvas canvas')).objectFit") == "contain"


def test_words_and_kinds_of_lines_are_filters(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.fill("#text", "KILLING four")
    names = page.evaluate(DRAWN)
    assert "fired on two Tessland trawlers" in names
    assert "talks in Port Callum" not in names
    assert "With “KILLING four”" in page.inner_text("#crumbs")
    page.click("#crumbs .crumb button")
    assert page.input_value("#text") == ""
    lines = "newsgraph.selection().lines.length"
    before = page.evaluate(lines)
    page.locator("#filters summary", has_text="Lines of the network").click()
    box = page.locator("#filters label", has_text="head of")
    number = int(box.locator(".count").inner_text())
    box.click()
    assert page.evaluate(lines) == before - number
    assert "no-tie=headOf" in page.evaluate(
        "(async () => { await new Promise(d => setTimeout(d, 250)); return location.hash; })()"
    )


def test_a_click_leaves_the_story_as_it_is(open_page: Open, graph500: nx.MultiDiGraph) -> None:
    page = open_page(graph500, hash=STORY)
    page.evaluate("document.querySelector('.story').id = 'first'")
    for link in (".proposal .content .link", ".proposal .party .link", ".axis .link"):
        page.locator(link).last.click()
        assert page.is_visible("#panel h2")
        assert page.locator("#first").count() == 1
    assert page.locator(".axis li[aria-current=true]").count() == 1


@pytest.mark.parametrize(
    ("view", "key"), [("story", "conflict in deeds"), ("network", "to whom"), ("map", "conflict in deeds")]
)
def test_a_saved_picture_says_what_it_is(
    open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path, view: str, key: str
) -> None:
    page = open_page(graph, hash=f"#view={view}", title="Strait & shore")

    def save(kind: str) -> bytes:
        page.click("#export")
        return saved(page, lambda: page.click(f"#export-{kind}"), tmp_path).read_bytes()

    drawn = ElementTree.fromstring(save("svg"))
    told = ["".join(element.itertext()) for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert told.count("Strait & shore") == 1
    assert key in told
    assert told[-1] == "Source: 2 articles, 2031-05-06 to 2031-05-08; drawn by newsgraph"
    # A picture has its width in the bytes 16 to 20.
    assert int.from_bytes(save("png")[16:20]) == 2 * round(float(drawn.get("width")))


def test_what_is_saved_of_the_network_has_its_sentences(
    open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path
) -> None:
    page = open_page(graph, hash="#view=network")
    for kind, name in (("csv", "fired on two Tessland trawlers"), ("links", "event/clash")):
        page.click("#export")
        path = saved(page, lambda kind=kind: page.click(f"#export-{kind}"), tmp_path)
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        row = next(row for row in rows if name in row.values())
        assert row["Words"] and row["Words"] in row["Sentence"]
        assert int(row["End"]) - int(row["Start"]) == len(row["Words"])
        assert row["Article"] == "Clash off Port Callum"
