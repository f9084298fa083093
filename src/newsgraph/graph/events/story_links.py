"""How the events of a story hang together across articles: what answers its main event, what is part or cause of what.

Several articles make sure what a story is about. That arrests, charges, trials, verdicts and condemnations answer its
main event is read from a sentence that tells both, in whichever article; or, of arrests, charges and verdicts, from an
article that tells both, where they are of who did it. Funerals and tributes answer it where they are for those to whom
it befell, or in one sentence with it. What else a sentence ties is told in `told_links`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsgraph.graph.events.answers import Answer, answer_of
from newsgraph.graph.events.stories import LINKS
from newsgraph.graph.evidence import Evidence
from newsgraph.language.english.deeds import WORD, other_words

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.building import Network

_LAW = frozenset((("COERCE", "arrest"), ("ACCUSE", "allege"), ("SANCTION", "convict")))
"""What is done to who did it."""
_CONVICTED = ("convict", "inmate", "prisoner", "parolee", "detainee", "fugitive", "escapee")
_BEFORE = 3
"""Words before an event among which it may be told from the one that the article is about."""
_BESIDES = frozenset(("also",))
"""Words before what is done to somebody for something else: "was also convicted of"."""
_SOUGHT = "leading to"
"""Words before an arrest for which there is a reward."""


def add_story_links(network: Network) -> None:
    """Enter the links between the events of a story, where nothing links the two."""
    graph, links = network.graph, network.told_links()
    for story in network.stories():
        for found in links.among(story.events):
            if not _linked(graph, found.one, found.other):
                network.edge(found.one, found.link, found.other, [found.quote])
        main = _Main(graph, story.main)
        for event in story.events:
            answer = answer_of(graph.nodes[event], main.data) if event != main.key else None
            if answer is not None and not _linked(graph, event, main.key):
                words = _mourning(network, answer, event, main) if answer.mourned else _answering(network, event, main)
                if told := list(words):
                    network.edge(event, "responseTo", main.key, told, basis="implied")


class _Main:
    """The main event of a story, as those that may answer it ask for it."""

    def __init__(self, graph: nx.MultiDiGraph[str], key: str) -> None:
        self.key, self.data = key, graph.nodes[key]
        self.doers, self.victims = _party(graph, key, "agent"), _party(graph, key, "target")
        self.articles = {quoted.article for quoted in self.data["evidence"]}
        """Those that tell of it."""
        self._told: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
        for quoted in self.data["evidence"]:
            self._told[quoted.article, quoted.sentence_start].append(quoted)

    def beside(self, quoted: Evidence) -> Sequence[Evidence]:
        """The words of it that stand in the sentence of other words."""
        return self._told.get((quoted.article, quoted.sentence_start), ())


def _mourning(network: Network, answer: Answer, event: str, main: _Main) -> Iterator[Evidence]:
    """The words that tell an event as for those to whom another befell, or in one sentence with it."""
    graph = network.graph
    victims = {who for who in main.victims if graph.nodes[who].get("named")}
    theirs = not victims.isdisjoint(_party(graph, event, "target"))
    for quoted in graph.nodes[event]["evidence"]:
        tied = (theirs and quoted.article in main.articles) or main.beside(quoted)
        if tied and answer.is_told_by((quoted,)) and not _is_another(network.worded(quoted)):
            yield quoted


_AFTER = frozenset(("after", "following", "since"))
_AHEAD = frozenset(("before", "until", "till"))


def _is_earlier(one: Evidence, deed: Evidence) -> bool:
    """Whether a sentence has an event before the deed: "hanged himself hours after he was arrested"."""
    words = _AFTER if deed.end <= one.start else _AHEAD
    low, high = sorted((min(one.end, deed.end), max(one.start, deed.start)))
    between = one.sentence[low - one.sentence_start : high - one.sentence_start]
    return not words.isdisjoint(word.casefold() for word in WORD.findall(between))


def _answering(network: Network, event: str, main: _Main) -> Iterator[Evidence]:
    """The words that tell an event as the answer to another."""
    graph = network.graph
    doers, victims = main.doers, main.victims
    here, there = _party(graph, event, "target"), _party(graph, event, "agent")
    if not victims.isdisjoint(here | there) and doers.isdisjoint(here):
        return  # who died was arrested before
    data = graph.nodes[event]
    of_law = (data["kind"], data.get("mode")) in _LAW
    if (of_law or data["kind"] == "ACCUSE") and not doers.isdisjoint(there) and doers.isdisjoint(here):
        return  # who did it holds nobody to account
    if data["kind"] == "SANCTION" and any(_is_serving(graph.nodes[doer]["label"]) for doer in doers):
        return  # the verdict was before
    if of_law and not doers and main.data["kind"] == "DISASTER":
        return  # nobody did it
    at_law = of_law and not doers.isdisjoint(here)
    beside = [(quoted, deed) for quoted in data["evidence"] for deed in main.beside(quoted)]
    if beside and all(_is_earlier(network.worded(quoted), deed) for quoted, deed in beside):
        return
    together = {quoted for quoted, _ in beside}
    for quoted in data["evidence"]:
        told = quoted in together or (at_law and quoted.article in main.articles)
        if told and not _is_another(network.worded(quoted)):
            yield quoted


def _is_serving(label: str) -> bool:
    """Whether somebody is called by a sentence that he has: "the convicted arsonist", "two inmates"."""
    return any(word.casefold().startswith(_CONVICTED) for word in WORD.findall(label))


def _party(graph: nx.MultiDiGraph[str], event: str, role: str) -> set[str]:
    return {other for _, other, edge in graph.out_edges(event, data=True) if edge["type"] == role}


def _is_another(quoted: Evidence) -> bool:
    """Whether it is told as an earlier or another one, or as sought: "two prior arrests", "leading to an arrest"."""
    before = WORD.findall(quoted.sentence[: quoted.start - quoted.sentence_start].casefold())[-_BEFORE:]
    return not (other_words() | _BESIDES).isdisjoint(before) or _SOUGHT in " ".join(before)


def _linked(graph: nx.MultiDiGraph[str], one: str, other: str) -> bool:
    edges = [*graph.get_edge_data(one, other, default={}).values(),
             *graph.get_edge_data(other, one, default={}).values()]
    return any(edge["type"] in LINKS for edge in edges)
