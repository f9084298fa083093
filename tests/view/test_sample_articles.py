"""What a person who has never seen the page can answer from it, for the sample articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from spacy.language import Language

import newsgraph

ARTICLES = Path(__file__).parents[2] / "examples/articles"
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def sample(nlp: Language) -> Iterator[nx.MultiDiGraph]:
    """The graph of the sample articles."""
    yield newsgraph.build(ARTICLES).nx


def panel(page: Any) -> str:
    return re.sub(r"[\s\u2068\u2069]+", " ", page.inner_text("#panel"))


def search(page: Any, name: str) -> None:
    page.fill("#search", name)
    page.press("#search", "Enter")


def test_who_proposed_what_to_whom(open_page: Open, sample: nx.MultiDiGraph) -> None:
    page = open_page(sample, title="Sample")
    search(page, "Yared Mengistab")
    assert page.locator("#panel [role=tab][aria-selected=true]").inner_text().startswith("Proposals")
    tab = page.locator("#panel .tab-body")
    row = tab.locator("li", has=page.locator("> .link", has_text="set up a joint border commission")).first
    assert "to whom" in row.inner_text()
    assert "Eritrea" in row.inner_text()
    sentence = row.locator(".quote").first
    assert "commission" in sentence.locator("blockquote").inner_text()
    assert sentence.locator("mark").inner_text().strip()


def test_which_events_involve_both_of_two_countries_in_may(open_page: Open, sample: nx.MultiDiGraph) -> None:
    page = open_page(sample, title="Sample")
    page.fill("#filters input[aria-label='From date']", "2026-05-01")
    page.dispatch_event("#filters input[aria-label='From date']", "change")
    page.fill("#filters input[aria-label='To date']", "2026-05-31")
    page.dispatch_event("#filters input[aria-label='To date']", "change")
    search(page, "Ethiopia")
    page.click("#panel .to summary")
    page.fill("#panel .to input", "Eritrea")
    page.press("#panel .to input", "Enter")
    found = page.locator("#panel section", has=page.locator("h3", has_text="Both take part in")).locator(".rows > li")
    assert found.count() >= 3
    for text in found.all_inner_texts():
        assert re.search(r"May 2026|week (1[89]|2[0-2]) of 2026", text)


def test_which_sentence_says_so(open_page: Open, sample: nx.MultiDiGraph) -> None:
    page = open_page(sample, title="Sample")
    page.click("#tab-table")
    page.click("#view-table button:has-text('Proposals')")
    row = page.locator("#view-table tbody tr", has_text="patrol ships").first
    assert "Lithuania" in row.inner_text()
    row.locator(".link").click()
    quote = page.locator("#panel .quote", has=page.locator("mark", has_text="patrol ships")).last
    assert quote.locator("figcaption .link").first.inner_text()


def test_where_two_sources_disagree(open_page: Open, sample: nx.MultiDiGraph) -> None:
    page = open_page(sample, title="Sample")
    section = page.locator("#panel section", has=page.locator("h3", has_text="Where sources disagree"))
    assert section.locator("li").count() >= 1
    numbers = []
    for i in range(section.locator(".link").count()):
        section.locator(".link").nth(i).click()
        numbers.append(panel(page)[:1200])
        page.click("#panel .close")
    # One paper counted fourteen dead, and then eleven.
    assert any("14" in text and "11" in text for text in numbers), numbers
