"""What answers the main event of a story across articles: arrests, charges, verdicts, condemnations.

Several articles make sure what a story is about; that an event answers it is read from a sentence that tells both, in
whichever article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.graph.answers import answers
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.stories import find_stories

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.build_graph import Network

_LINKS = ("responseTo", "causeOf", "partOf")


def add_story_links(network: Network) -> None:
    """Enter `responseTo` from events that answer the main event of their story, where nothing links the two."""
    graph = network.graph
    for story in find_stories(graph):
        for event in story.events:
            if event != story.main and answers(graph.nodes[event], graph.nodes[story.main]):
                told = list(_told_together(graph.nodes[event]["evidence"], graph.nodes[story.main]["evidence"]))
                if told and not _linked(graph, event, story.main):
                    network.edge(event, "responseTo", story.main, told, basis="implied")


def _told_together(event: list[Evidence], main: list[Evidence]) -> Iterator[Evidence]:
    """The words that tell an event in sentences that tell the other, too."""
    sentences = {(quoted.article, quoted.sentence_start) for quoted in main}
    return (quoted for quoted in event if (quoted.article, quoted.sentence_start) in sentences)


def _linked(graph: nx.MultiDiGraph[str], one: str, other: str) -> bool:
    edges = [*graph.get_edge_data(one, other, default={}).values(),
             *graph.get_edge_data(other, one, default={}).values()]
    return any(edge["type"] in _LINKS for edge in edges)
