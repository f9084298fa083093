"""What a statement is about: whom and what its content names."""

from __future__ import annotations

import pytest

import newsgraph as ng


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Ida Lund said that Kenya must wait for Arno Berg.", {"Kenya", "Arno Berg"}),
        ("The mayor Ida Lund resigned. Ida Lund said Ida Lund was tired of Kenya.", {"Kenya"}),
        (
            'Ida Lund of Norway resigned. "We are very tired of Kenya," Ida Lund of Norway said. "It was a bad year."',
            {"Kenya"},
        ),
        ("Theresa May resigned. Arno Berg said on Monday that the vote in Kenya was set for May 2024.", {"Kenya"}),
        ("Ida Lund said that the U.S. Congress had failed Kenya.", {"United States Congress", "Kenya"}),
    ],
)
def test_about(text: str, about: set[str]) -> None:
    network = ng.KnowledgeGraph.from_records(ng.extract([ng.Article(id="a", text=text)])).nx
    named = {
        network.nodes[far]["label"]
        for key, far, edge in network.edges(data=True)
        if edge["type"] == "about" and network.nodes[key]["type"] == "Statement"
    }
    assert named == about
