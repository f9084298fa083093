from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape
from pathlib import Path
from types import ModuleType, SimpleNamespace

import networkx as nx
import pytest

import newsgraph.view
from newsgraph.view import notebook_frame, page, to_html

SOURCES = Path(newsgraph.view.__file__).with_name("javascript")


@pytest.fixture(scope="module")
def html(synthetic: ModuleType) -> str:
    return page(synthetic.small_graph(), "Clash & <calm>")


def test_to_html_takes_anything_with_a_graph(graph: nx.MultiDiGraph) -> None:
    assert to_html(SimpleNamespace(nx=graph), title="T") == page(graph, "T")


def test_it_loads_nothing(html: str) -> None:
    assert html.startswith("<!DOCTYPE html>")
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", html)
    head = html[: html.index("<style>")]
    assert '<meta charset="utf-8">' in head
    assert "<title>Clash &amp; &lt;calm&gt;</title>" in head


def test_the_policy_allows_exactly_what_is_inlined(html: str) -> None:
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    inline = [*re.findall(r"<script>(.*?)</script>", html, re.S), *re.findall(r"<style>(.*?)</style>", html, re.S)]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
    assert set(re.findall(r"'sha256-([^']*)'", policy)) == hashes


def test_there_are_no_inline_handlers_or_styles(html: str) -> None:
    markup = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.S)
    assert not re.search(r"\s(?:on\w+|style)=", markup)


def test_the_script_sets_no_markup() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.js"))
    assert not re.search(r"innerHTML|outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function", text)


def test_hostile_text_stays_inside_of_the_data(synthetic: ModuleType) -> None:
    html = page(synthetic.large_graph(120, 300, hostile=True), "</title><script>window.hit=1</script>")
    calm = page(synthetic.small_graph(), "x")
    assert html.count("<script") == calm.count("<script")
    assert html.count("</script") == calm.count("</script") == 3
    [data, world] = re.findall(r'<script type="application/json" id="\w+">(.*?)</script>', html, re.S)
    assert not set("<>&\u2028\u2029") & set(data)
    assert any(node.get("name", "").startswith("<img src=x") for node in json.loads(data)["nodes"])
    assert len(json.loads(world)["countries"]) > 170
    assert html.encode("utf-8")


def test_the_size_of_500_nodes(graph500: nx.MultiDiGraph) -> None:
    assert len(page(graph500, "500").encode()) < 1_000_000


def test_it_is_the_same_each_time(graph: nx.MultiDiGraph) -> None:
    assert page(graph, "x") == page(graph, "x")


def test_an_empty_graph_has_a_page() -> None:
    assert "<h1" in page(nx.MultiDiGraph(), "Nothing")


def test_the_frame_holds_the_page_and_keeps_it_apart(html: str) -> None:
    frame = notebook_frame(html, 600)
    assert unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == html
    allowed = re.search(r'sandbox="([^"]*)"', frame)[1].split()
    assert "allow-scripts" in allowed
    assert "allow-same-origin" not in allowed
    assert "height:600px" in frame
