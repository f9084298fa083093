"""An event with a name is one node of an article, however often it is named."""

from __future__ import annotations

import pytest

import newsgraph as ng


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The chancellor gave the opening speech to the World Wide Weavers Conference (WWWC) in Berlin on Monday. "
            "Ana Torv spoke at the WWWC. The World Wide Weavers Conference ended on Friday.",
            "World Wide Weavers Conference", "CONSULT",
        ),
        (
            "Norway launched Operation Sea Shield (OSS) in 2013. Operation Sea Shield saved 100 people. "
            "Norway did not end Operation Sea Shield in May.",
            "Operation Sea Shield", "ASSAULT",
        ),
    ],
)  # fmt: skip
def test_a_named_event_is_one_node_of_its_kind(text: str, name: str, kind: str) -> None:
    graph = ng.build([ng.Article(id="a", text=f"Report\n\n{text}", published="2026-05-08")], progress=False)
    named = [data for _, data in graph.nx.nodes(data=True) if data["type"] == "Event" and data.get("name") == name]
    assert [data["kind"] for data in named] == [kind]
    assert len(named[0]["evidence"]) >= text.count(name)
