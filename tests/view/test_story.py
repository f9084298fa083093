"""The view that the page opens on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

Open = Callable[..., Any]
STORY = "#view=story"


def words(page: Any, selector: str) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.locator(selector).first.inner_text())


def test_the_page_opens_on_who_proposes_what_to_whom(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    assert page.get_attribute("#tab-story", "aria-selected") == "true"
    card = words(page, ".proposal")
    assert "Ilse Brandt urged → to Tessland accept an inquiry led by the Straits Council" in card
    assert "for: Straits Council" in card
    assert "against: Oren Välk" in card
    assert "Foreign Minister Ilse Brandt urged Tessland to accept an inquiry" in card
    assert "Harbour Wire · 6 May 2031" in card
    # All of it is in the first screenful, with neither filters nor details over it.
    box = page.locator(".proposal").first.bounding_box()
    assert box["y"] + box["height"] < 900
    assert page.is_hidden("#filters")
    assert page.is_hidden("#panel")


def test_what_happened_stands_in_the_order_of_time_and_doubt_is_left_out(
    open_page: Open, graph: nx.MultiDiGraph
) -> None:
    wider = graph.copy()
    for key, options in {
        "event/long-ago": {"label": "sank a ferry", "date": "2029-01-02"},
        "event/earlier": {"label": "seized a trawler", "date": "2031-01-02"},
        "event/war": {"label": "Callum War", "name": "Callum War"},
        "event/undated": {"label": "closed the harbour"},
    }.items():
        wider.add_node(
            key, type="Event", kind="ASSAULT", factuality="actual", count=1,
            evidence=graph.nodes["event/clash"]["evidence"][:1], **options,
        )  # fmt: skip
    page = open_page(wider, hash=STORY)
    rows = [re.sub(r"\s+", " ", row).strip() for row in page.locator(".axis > li").all_inner_texts()]
    assert rows == [
        "2 January 2031 seized a trawler",
        "4 months later",
        "5 May 2031 fired on two Tessland trawlers 4 killed · 2 articles",
        "told 6 May 2031 closed the harbour",
        "in the background",
        "2 January 2029 sank a ferry",
        "2 years later",
        "told 6 May 2031 Callum War",
    ]
    assert page.locator(".axis > .told").count() == 2


def test_where_articles_have_no_day_what_they_are_about_comes_before_what_is_dated(
    open_page: Open, graph: nx.MultiDiGraph
) -> None:
    bare = graph.copy()
    for _, options in bare.nodes(data=True):
        if options["type"] == "Article":
            options.pop("date")
    row = graph.nodes["event/clash"]["evidence"][:1]
    common = {"type": "Event", "kind": "ASSAULT", "factuality": "actual", "count": 1, "evidence": row}
    bare.add_node("event/undated", label="closed the harbour", main=True, **common)
    bare.add_node("event/trial", label="jailed a captain", date="1998", **common)
    page = open_page(bare, hash=STORY)
    rows = [re.sub(r"\s+", " ", row).strip() for row in page.locator(".axis > li").all_inner_texts()]
    assert rows[0] == "closed the harbour Clash off Port Callum"
    assert rows[1] == "of these a day is known"
    assert rows[2] == "1998 jailed a captain"


def test_the_slider_decides_on_named_events_as_on_others(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    row = graph.nodes["event/clash"]["evidence"][:1]
    for name, confidence in (("Horn Summit", 0.8), ("Bishops Conference", 0.25)):
        wider.add_node(
            f"event/{name}", label=name, name=name, type="Event", kind="CONSULT", factuality="actual", count=1,
            confidence=confidence, evidence=row,
        )  # fmt: skip
    drawn = "newsgraph.selection().drawn.map(id => newsgraph.nodes[id].name)"
    page = open_page(wider)
    assert "Horn Summit" in page.evaluate(drawn)
    assert "Bishops Conference" not in page.evaluate(drawn)
    page.fill("#sure", "20")
    assert "Bishops Conference" in page.evaluate(drawn)
    page.fill("#sure", "85")
    assert "Horn Summit" not in page.evaluate(drawn)


def test_whom_a_reader_can_look_up_is_heard_before_experts(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    row = graph.nodes["proposal/inquiry"]["evidence"][:1]
    wider.nodes["person/oren-valk"]["named"] = True
    wider.add_node("group/experts", label="Experts", type="Group", evidence=row, count=1)
    for key, who in (("proposal/a", "group/experts"), ("proposal/b", "person/oren-valk")):
        wider.add_node(key, label=key, content=key, type="Proposal", count=1, evidence=row)
        wider.add_edge(key, who, key="proposedBy", type="proposedBy", evidence=row, count=1)
    page = open_page(wider, hash=STORY)
    order = [re.search(r"proposal/\w", text) for text in page.locator(".proposal").all_inner_texts()]
    assert [found[0] for found in order if found] == ["proposal/b", "proposal/a"]


def test_where_sources_disagree_each_value_has_its_sentences(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    assert "Killed 4 – Harbour Wire, 6 May 2031 7 – Daily Lantern, 8 May 2031" in words(page, ".disagreements")
    page.click(".disagreements summary:has-text('4 –')")
    assert "killing four sailors" in words(page, ".disagreements details[open]")


def test_between_whom(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    marks = page.locator(".small-network .item")
    names = marks.evaluate_all("els => els.map(el => newsgraph.nodes[el.dataset.node].name)")
    assert sorted(names) == ["Ilse Brandt", "Marovia", "Marovian Navy", "Tessland"]
    marks.nth(names.index("Tessland")).click()
    assert page.inner_text("#panel h2") == "Tessland"
    assert page.is_visible("#panel")
    page.click("#panel .close")
    assert page.is_hidden("#panel")


def test_a_proposal_and_the_event_that_says_so_are_one_mark(open_page: Open, graph: nx.MultiDiGraph) -> None:
    wider = graph.copy()
    row = graph.nodes["proposal/inquiry"]["evidence"][0]
    wider.add_node(
        "event/urged", label="urged", type="Event", kind="REQUEST", factuality="actual", count=1, evidence=[row]
    )
    wider.add_edge("event/urged", "person/ilse-brandt", key="agent", type="agent", evidence=[row], count=1)
    page = open_page(wider)
    drawn = page.evaluate("newsgraph.selection().drawn.map(id => newsgraph.nodes[id].key)")
    assert "proposal/inquiry" in drawn
    assert "event/urged" not in drawn
    page.click("#tab-table")
    page.click("#view-table button:has-text('Events')")
    assert page.locator("#view-table tbody tr", has_text="urged").count() == 1
    # Asked for by name it is drawn.
    page.click("#tab-network")
    page.fill("#search", "urged")
    page.press("#search", "Enter")
    assert "event/urged" in page.evaluate("newsgraph.selection().drawn.map(id => newsgraph.nodes[id].key)")


def test_filters_hold_for_the_story(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=f"{STORY}&no-type=Proposal")
    assert words(page, ".board .none") == "No proposal passes the filters. All filters off"
    page.click(".board .way-back button")
    assert page.locator(".proposal").count() == 1


def test_no_mark_is_longer_than_a_reader_reads(open_page: Open, synthetic: Any) -> None:
    long = "The envoy proposed " + "a very long list of measures " * 30 + "to both sides."
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    row = synthetic.Evidence("a", 0, len(long), long, long, 0, len(long))
    graph.add_node("proposal/x", label="x", type="Proposal", content="x", count=1, evidence=[row])
    page = open_page(graph, hash="#view=story&node=proposal/x")
    lengths = page.locator("mark").evaluate_all("els => els.map(el => el.textContent.length)")
    assert len(lengths) >= 2
    assert 0 < max(lengths) <= 400
    assert page.locator(".proposal blockquote").evaluate("el => el.textContent") == long


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_of_the_story_is_wider_than_the_screen(open_page: Open, graph: nx.MultiDiGraph, width: int) -> None:
    page = open_page(graph, hash=STORY, width=width)
    assert page.locator(".story").evaluate("el => el.scrollWidth <= el.clientWidth")


def test_back_and_forward_go_through_the_views(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash=STORY)
    page.click(".proposal .content .link")
    page.wait_for_timeout(250)
    page.click("#tab-table")
    page.wait_for_timeout(250)
    page.go_back()
    page.wait_for_selector("#view-story:not([hidden])")
    assert page.inner_text("#panel h2") == "accept an inquiry led by the Straits Council"
    page.go_back()
    page.wait_for_selector("#panel", state="hidden")
    page.go_forward()
    page.wait_for_selector("#panel", state="visible")


def test_a_link_to_a_line_outlives_another_build(open_page: Open, graph: nx.MultiDiGraph) -> None:
    page = open_page(graph, hash="#view=table&table=ties")
    page.locator("#view-table tbody tr", has_text="head of").first.locator(".link").click()
    page.wait_for_timeout(250)
    hash = page.evaluate("location.hash")
    wider = graph.copy()
    wider.add_node("person/a", label="A", type="Person", evidence=[], count=90)
    wider.add_edge("person/a", "country/tessland", key="headOf", type="headOf", evidence=[], count=1)
    again = open_page(wider, hash=hash)
    assert again.inner_text("#panel h2") == page.inner_text("#panel h2")


def test_a_story_is_listed_with_what_it_is_made_of(open_page: Open, graph: nx.MultiDiGraph) -> None:
    told = graph.copy()
    for key in [key for key, kind in told.nodes(data="type") if kind == "Article"]:
        told.nodes[key]["identifier"] = key
    told.graph["stories"] = {key: 1 for key, kind in told.nodes(data="type") if kind == "Article"}
    told.nodes["country/tessland"]["named"] = True
    page = open_page(told, hash=STORY)
    story = words(page, ".stories li")
    for part in ("5 May 2031 to 8 May 2031 · Port Callum", "killed: 4", "with Tessland", "2 articles"):
        assert part in story
    page.click(".stories summary")
    assert "Välk says no · Daily Lantern · 8 May 2031" in words(page, ".stories details")
    page.locator(".stories li .link").first.click()
    assert page.inner_text("#panel h2") == "fired on two Tessland trawlers"
    # What the filters leave out is in no story.
    assert open_page(told, hash="#view=story&from=40000").locator(".stories").count() == 0
    assert open_page(graph, hash=STORY).locator(".stories").count() == 0
