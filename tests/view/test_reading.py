"""Search in sentences, the reader, and the filters that a researcher asks with."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from newsgraph.view import page as whole_page

Open = Callable[..., Any]
STORY = "#view=story"
TEXT_1 = (
    "Marovian warships fired on two Tessland trawlers off Port Callum on Monday, killing four sailors. "
    "The sea was calm 😀 and the lighthouse keeper saw it all."
).ljust(200) + "Foreign Minister Ilse Brandt urged Tessland to accept an inquiry led by the Straits Council. <b>End</b>"


def words(page: Any, selector: str) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.locator(selector).first.inner_text())


@pytest.fixture(scope="module")
def read(graph: nx.MultiDiGraph) -> str:
    """The page of the small graph with the text of one of its articles."""
    second = TEXT_1.index("The sea")
    third = TEXT_1.index("Foreign")
    bounds = [(0, second - 1), (second, third - 1), (third, len(TEXT_1))]
    return whole_page(graph, "Read", {"article/harbour-wire-1": (TEXT_1, bounds)})


def test_words_that_stand_only_in_sentences_are_found(open_page: Open, read: str) -> None:
    page = open_page(read, hash=STORY)
    page.fill("#search", "lighthouse keep")
    option = page.locator("#suggestions [role=option]").first
    assert "The sea was calm 😀 and the lighthouse keeper saw it all." in option.inner_text()
    assert option.locator("mark").all_inner_texts() == ["lighthouse", "keeper"]
    page.press("#search", "Enter")
    assert page.inner_text("#panel h2") == "Clash off Port Callum"
    assert "The sea was calm" in page.inner_text("#panel .reader .here")
    # Without the texts, what is quoted is found.
    page.fill("#search", "trawlers Monday")
    assert page.locator("#suggestions .sentence").count() == 1


def test_the_reader_shows_the_whole_article_and_leads_both_ways(open_page: Open, read: str) -> None:
    page = open_page(read, hash=f"{STORY}&node=proposal/inquiry")
    page.locator("#panel figcaption .link", has_text="Clash off Port Callum").last.click()
    assert page.locator("#panel .reader").evaluate("el => el.textContent") == TEXT_1
    assert page.locator("#panel .reader b").count() == 0
    assert page.locator("#panel .reader .here").is_visible()
    page.locator("#panel .reader .hit", has_text="fired on").click()
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    page.locator("#panel figcaption .link", has_text="Clash off Port Callum").last.click()
    assert page.inner_text("#panel .reader .here") == "fired on"


def test_a_page_without_texts_holds_none(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=f"{STORY}&node=article/harbour-wire-1")
    assert page.locator("#panel .reader").count() == 0
    page.fill("#search", "seven sailors had")
    assert page.locator("#suggestions .sentence").count() == 1
    page.fill("#search", "lighthouse")
    assert "No name and no sentence" in page.inner_text("#suggestions")


def sure_graph(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    unsure = graph.copy()
    unsure.nodes["event/clash"]["confidence"] = 0.8
    unsure.nodes["proposal/inquiry"]["confidence"] = 0.4
    return unsure


def test_nothing_below_the_threshold_is_shown_until_it_is_asked_for(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(sure_graph(graph), hash=STORY)
    assert words(page, ".board .none") == "1 proposal is less sure than 50 %. Show it"
    page.click(".board .none button")
    assert "40 % sure" in words(page, ".proposal")
    page.click("#undo")
    page.click("#toggle-filters")
    page.focus("#sure")
    page.keyboard.press("Home")
    assert "40 % sure" in words(page, ".proposal")
    for _ in range(17):
        page.keyboard.press("ArrowRight")
    assert words(page, ".slider output[for=sure]") == "85 %"
    assert words(page, ".happenings .none") == "1 event that happened is less sure than 85 %. Show it"


def test_where_there_is_none_of_a_sort_no_filter_is_blamed(open_page: Open, graph: nx.MultiDiGraph) -> None:
    bare = graph.copy()
    bare.remove_nodes_from([node for node in graph if node.startswith(("event/", "proposal/", "statement/"))])
    page = open_page(bare, hash=STORY)
    assert words(page, ".board .none") == "No proposal was found."
    assert words(page, ".happenings .none") == "No event that happened was found."
    page.click("#tab-timeline")
    assert "No event, proposal or statement with a date was found." in words(page, "#view-timeline")


LIT = "[...(CSS.highlights.get('hit') || [])].map(range => range.toString())"
TINTED = """els => els.filter(el => el.classList.contains('hit')).map(el => newsgraph.nodes[el.dataset.node].key)"""


def lit(page: Any) -> list[str]:
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate(LIT)


def test_what_is_searched_for_is_lit_in_every_view(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    assert lit(page) == []
    page.fill("#search", "INQUIRY led")
    page.locator("#suggestions li", has_text="All with “INQUIRY led”").click()
    assert page.input_value("#search") == ""
    # In the name of the proposal, and in its sentence on its card.
    assert lit(page) == ["inquiry led", "inquiry led"]
    page.click(".proposal .content .link")
    assert len(lit(page)) > 2
    page.click("#panel .close")
    page.click("#tab-table")
    assert "inquiry led" in lit(page)
    page.click("#tab-timeline")
    assert page.locator("#view-timeline .item").evaluate_all(TINTED) == ["proposal/inquiry"]
    page.click("#tab-network")
    page.wait_for_selector("#canvas[data-settled=true]", state="attached")
    lit(page)
    cyan = """() => { const canvas = document.querySelector('#canvas canvas');
        const { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        let n = 0;
        for (let i = 0; i < data.length; i += 4) n += data[i] < 40 && data[i + 1] > 140 && data[i + 2] > 170;
        return n; }"""
    assert page.evaluate(cyan) > 100
    # Taken back, nothing is lit.
    page.locator("#crumbs .crumb button").first.click()
    assert lit(page) == []
    page.wait_for_selector("#canvas[data-settled=true]", state="attached")
    lit(page)
    assert page.evaluate(cyan) == 0


def test_between_a_country_with_its_people_and_another(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    wider.add_node("event/far", label="met elsewhere", type="Event", kind="CONSULT", evidence=[], count=1)
    page = open_page(wider, hash="#view=table&table=events")
    for name in ("Marovia", "Tessland"):
        page.fill("#filters .between input[type=text]", name)
        page.press("#filters .between input[type=text]", "Enter")
    assert "Between Marovia and Tessland" in page.inner_text("#crumbs")
    rows = page.locator("#view-table tbody tr").all_inner_texts()
    # The fleet that stayed is Marovia's alone; Tessland only tells of it.
    assert len(rows) == 2
    assert all("fired on" in row or "talks" in row for row in rows)
    page.click("#view-table button:has-text('Proposals')")
    # Ilse Brandt is of Marovia.
    assert page.locator("#view-table tbody tr").count() == 1
    page.click("#roll-up")
    assert page.locator("#view-table button:has-text('Proposals')").count() == 0
    again = open_page(
        wider,
        hash=page.evaluate("(async () => { await new Promise(d => setTimeout(d, 250)); return location.hash; })()"),
    )
    assert "Between Marovia and Tessland" in again.inner_text("#crumbs")
    again.click("#crumbs .crumb button")
    assert again.evaluate("newsgraph.state().between") is None


def test_none_and_all_of_a_facet(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph)
    page.locator("#filters details", has_text="Kinds").first.locator("button:has-text('None')").click()
    assert page.evaluate("newsgraph.selection().drawn.length") == 0
    page.locator("#filters details", has_text="Kinds").first.locator("button:has-text('All')").click()
    assert page.evaluate("newsgraph.selection().drawn.length") > 12


# ------------------------------------------------------------------------------------------------ three questions


def test_what_did_a_country_and_its_people_propose_to_whom(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    page.click("#toggle-filters")
    page.fill("#filters .between input[type=text]", "Marovia")
    page.press("#filters .between input[type=text]", "Enter")
    cards = page.locator(".proposal").all_inner_texts()
    assert len(cards) == 1
    assert "Ilse Brandt" in cards[0]
    assert "Tessland" in cards[0]
    assert "urged Tessland to accept an inquiry" in cards[0]


def test_events_between_two_countries_in_a_month_as_csv_with_sentences(
    open_page: Open, read: str, tmp_path: Path
) -> None:
    page = open_page(read, hash="#view=table&table=events")
    for name in ("Marovia", "Tessland"):
        page.fill("#filters .between input[type=text]", name)
        page.press("#filters .between input[type=text]", "Enter")
    page.select_option("#month", label="May 2031 (2)")
    with page.expect_download() as got:
        page.click("#view-table button:has-text('Save CSV')")
    got.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["Name"] == "fired on two Tessland trawlers"
    assert row["Sentence"].startswith("Marovian warships fired on")
    assert TEXT_1[int(row["Start"]) : int(row["End"])] == row["Words"] == "fired on"
    assert row["Article"] == "Clash off Port Callum"
    assert row["Source"] == "Harbour Wire"
    assert row["Address"] == "https://example.org/clash"
    assert "seven sailors had died" in row["Further sentences"]


def test_where_sources_disagree_is_on_the_first_screen(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    box = page.locator(".disagreements").bounding_box()
    assert box["y"] + box["height"] < 900
    assert "4 – Harbour Wire" in words(page, ".disagreements")


def test_nodes_and_links_are_one_file_each(open_page: Open, graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    page = open_page(graph)
    for entry in ("csv", "links"):
        page.click("#export")
        with page.expect_download() as got:
            page.click(f"#export-{entry}")
        got.value.save_as(tmp_path / entry)
    assert (tmp_path / "csv").read_text(encoding="utf-8-sig").startswith("id,name,kind,")
    assert (tmp_path / "links").read_text(encoding="utf-8-sig").startswith("from,type,to,")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_network_fills_the_screen_that_it_opens_on(
    open_page: Open, graph500: nx.MultiDiGraph, width: int, height: int
) -> None:
    page = open_page(graph500, width=width, height=height)
    left, right, frame = page.evaluate("""() => { const at = newsgraph.selection().drawn.map(newsgraph.onScreen);
        return [Math.min(...at.map(p => p.x)), Math.max(...at.map(p => p.x)),
            document.querySelector("#canvas").getBoundingClientRect().toJSON()]; }""")
    assert frame["left"] < left
    assert right < frame["right"]
    assert right - left > 0.5 * frame["width"]


def test_a_sentence_is_shown_once_however_often_something_rests_on_it(
    open_page: Open, graph: nx.MultiDiGraph, synthetic: Any
) -> None:
    said = graph.copy()
    first = said.nodes["event/clash"]["evidence"][0]
    again = synthetic.evidence(first.article, first.sentence, "Tessland", first.sentence_start, by="person/oren-valk")
    said.nodes["event/clash"]["evidence"] = [first, again]
    page = open_page(said, hash="#node=event/clash")
    quote = page.locator("#panel .evidence").last.locator(".quote")
    assert quote.count() == 1
    assert quote.locator("mark").all_inner_texts() == ["fired on", "Tessland"]
    assert "according to Oren Välk" in quote.inner_text()
    assert page.locator("#panel h3", has_text="The sentence").inner_text() == "The sentence"
