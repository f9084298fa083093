"""The stories of a graph as the page lists them: what each is made of, by number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from newsgraph.graph.events.stories import find_stories


def stories_of(graph: nx.MultiDiGraph[str], ids: Mapping[str, int]) -> list[dict[str, Any]]:
    """Each story that several articles tell, the most told first; nodes are said by their number on the page."""
    return [
        {
            "main": ids[story.main],
            "start": story.start,
            "end": story.end,
            "places": [ids[key] for key in story.places],
            "articles": [ids[key] for key in story.articles],
            "independent": story.independent,
            "actors": [ids[key] for key in story.actors],
            "toll": [[told.what, told.number, told.published] for told in story.toll],
        }
        for story in find_stories(graph)
    ]
