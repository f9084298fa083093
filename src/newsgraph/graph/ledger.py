"""Keys that stay: which node a key was given to, told by the words that the node rests on.

A key is anchored to places in articles, for nodes come and go by other names and in other company. When a graph is
built again from more, fewer, or newly read articles, each node takes the key that most of its places know. Where two
keys meet in one node, the key of more places stays and the other is replaced by it, as long as they are one: a place
remembers the key that it was given first, so that a node which is parted again has its own. A key is never given to
another node; one whose node is not in the graph this time waits for it.

A story is no node, and its places are its articles: its key is kept by the same rules, once its events have theirs.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import networkx as nx

from newsgraph.graph.events.stories import Outline, outlines_of
from newsgraph.graph.relabeling import relabel

_CLASSES = {"Event": "event", "Proposal": "proposal", "Statement": "statement", "Article": "article"}
"""What kinds of node have places of their own; all others are entities."""

STORY = "story"
"""The class of stories, each of which has the whole of its articles as its places, as an article has itself."""

_CODED = re.compile(r"country/[A-Z]+")
"""How keys begin that say by a code what a node is: one of them is of the same thing whenever it is given."""

Places = dict[str, dict[str, str]]
"""Of one article: for each class of node, the key at each pair of offsets, as "12-19"; a second one at "12-19/2"."""

Standing = Callable[[str], str | None]
"""What stands for a key, if something does."""


class Known(NamedTuple):
    """What is known of an article, by its id."""

    article: str
    before: Places
    """What was known when the graph was built."""
    now: Places


@dataclass(slots=True)
class Ledger:
    """The keys that were given."""

    places: dict[str, Places] = field(default_factory=dict)
    """By the id of the article."""
    keys: set[str] = field(default_factory=set)
    """All that were ever given."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Keys that no place knows any more, and what stands for them: older projects did not remember their places."""
    stories: tuple[str, ...] = ()
    """Those of the keys that were given to stories, the oldest first."""
    joined: dict[str, str] = field(default_factory=dict)
    """Keys whose places are in a node of another key, with that; it follows from the graph that was built last."""

    def current(self, key: str) -> str:
        """The key that stands for one that was given."""
        return standing_for(key, lambda old: self.joined.get(old) or self.replaced.get(old))


def standing_for(key: str, replaced: Standing) -> str:
    """The key that stands for one that was given; `replaced` says what one was replaced by, if it was."""
    seen = {key}
    while (after := replaced(key)) is not None and after not in seen:
        key = after
        seen.add(key)
    return key


def node_class(kind: str) -> str:
    """The class of a type of node, within which places tell nodes apart."""
    return _CLASSES.get(kind, "entity")


def node_places(key: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The places of a node: the keys of articles, the offsets."""
    if data["type"] == "Article":
        yield key, ""
    else:
        for quoted in data["evidence"]:
            yield quoted.article, f"{quoted.start}-{quoted.end}"


def places_of(network: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, str]]:
    """For each node its places: key, class, the id of the article, the offsets."""
    nodes, last, name = network.nodes, "", ""
    for key, data in nodes(data=True):
        sort = node_class(data["type"])
        for article, offsets in node_places(key, data):
            if article != last:  # evidence is in the order of articles
                last, name = article, nodes[article]["identifier"]
            yield key, sort, name, offsets


class Votes(Protocol):
    """What places know of the keys of nodes, and which key each node is given."""

    def places(self) -> Iterable[tuple[str, str, str, str]]:
        """The places of all nodes, as `places_of` gives them."""

    def known(self, article: str) -> Places:
        """What the ledger knows of an article."""

    def vote(self, node: str, key: str) -> None:
        """A place of a node knows a key."""

    def wishes(self) -> Iterable[tuple[str, str]]:
        """Nodes and keys that their places know: most places first, of equals the key that it would have anyhow."""

    def give(self, node: str, key: str) -> None:
        """Give a key to a node, unless the node has one or the key is given."""

    def nodes_without(self) -> Iterable[tuple[str, str]]:
        """The nodes that were given no key, in order, each with the key that it would have anyhow."""

    def is_given(self, key: str) -> bool:
        """Whether a key was given to a node now."""

    def was_given(self, key: str) -> bool:
        """Whether a key was given to a node, now or ever."""


def give_keys(votes: Votes) -> None:
    """Give each node the key that most of its places know; a node that no place knows, one that nobody ever had."""
    for node, sort, article, offsets in votes.places():
        for key in _keys_at(votes.known(article).get(sort, {}), offsets):
            if _may_have(node, key):
                votes.vote(node, key)
    for node, key in votes.wishes():
        votes.give(node, key)
    for node, own in votes.nodes_without():
        key, number = own, 1
        while votes.is_given(key) if _CODED.match(own) else votes.was_given(key):
            number += 1
            key = f"{own}-{number}"
        votes.give(node, key)


def _may_have(node: str, key: str) -> bool:
    """Whether a node, told by the key that it would have anyhow, may have another: none that tells another country."""
    codes = [_CODED.match(one) for one in (node, key)]
    return not all(codes) or len({code and code.group() for code in codes}) == 1


def _slots(offsets: str) -> Iterator[str]:
    """Where the keys of nodes that share a place stand."""
    yield offsets
    for number in itertools.count(2):
        yield f"{offsets}/{number}"


def _keys_at(at: dict[str, str], offsets: str) -> Iterator[str]:
    return itertools.takewhile(bool, (at.get(slot, "") for slot in _slots(offsets)))


def enter_place(places: Places, sort: str, offsets: str, key: str) -> None:
    """Enter the key of a node at one of its places in an article, beside those of others."""
    at = places.setdefault(sort, {})
    if key not in _keys_at(at, offsets):
        at[next(slot for slot in _slots(offsets) if slot not in at)] = key


def known_now(before: Places, given: Mapping[str, Mapping[str, Sequence[str]]], standing: Standing) -> Places:
    """What is known of an article once its nodes were given keys.

    A key that was known at a place stays there as long as it leads to a node of that place: its own, or that of another
    key which stands for it. So it is known whose the place is when the two are parted. A node that a graph lacks, as
    it is not sure enough for it, or was judged false, has its key when it comes back.

    Args:
        before: what was known of it.
        given: for each class of node, and each place, the keys of the nodes that are there now.
        standing: the key that a key which is not among those leads to, if it leads to one.
    """
    found: Places = {}
    for sort, at in given.items():
        known, now = before.get(sort, {}), found.setdefault(sort, {})
        for offsets, keys in at.items():
            if len(keys) == 1 and known.get(offsets, keys[0]) == keys[0] and f"{offsets}/2" not in known:
                now[offsets] = keys[0]  # as nearly everywhere
                continue
            leads = {old: old if old in keys else standing(old) for old in _keys_at(known, offsets)}
            kept = {old: key for old, key in leads.items() if key in keys}
            for key in (*kept, *(key for key in keys if key not in kept.values())):
                enter_place(found, sort, offsets, key)
    for sort, known in before.items():
        for slot, key in known.items():
            offsets = slot.partition("/")[0]
            if offsets not in given.get(sort, {}):
                enter_place(found, sort, offsets, key)
    return {sort: dict(sorted(at.items())) for sort, at in sorted(found.items())}


class _VotesInMemory:
    """The votes of the places of a network."""

    def __init__(self, network: nx.MultiDiGraph[str], ledger: Ledger) -> None:
        self._network, self._ledger = network, ledger
        self.claims: dict[str, Counter[str]] = defaultdict(Counter)
        """For each key how many places of which node know it."""
        self.given: dict[str, str] = {}
        self.taken: set[str] = set()

    def places(self) -> Iterator[tuple[str, str, str, str]]:
        return places_of(self._network)

    def known(self, article: str) -> Places:
        return self._ledger.places.get(article, {})

    def vote(self, node: str, key: str) -> None:
        self.claims[key][node] += 1

    def wishes(self) -> list[tuple[str, str]]:
        found = sorted(
            (-count, key != node, key, node) for key, nodes in self.claims.items() for node, count in nodes.items()
        )
        return [(node, key) for *_, key, node in found]

    def give(self, node: str, key: str) -> None:
        if node not in self.given and key not in self.taken:
            self.given[node] = key
            self.taken.add(key)

    def nodes_without(self) -> list[tuple[str, str]]:
        return [(node, node) for node in self._network if node not in self.given]

    def is_given(self, key: str) -> bool:
        return key in self.taken

    def was_given(self, key: str) -> bool:
        return key in self._ledger.keys or key in self.taken

    def joined(self) -> dict[str, str]:
        """The keys that places know and no node has, with that of the node that has most of these places."""
        return {
            key: self.given[min(found, key=lambda node: (-found[node], node))]
            for key, found in self.claims.items() if key not in self.taken
        }  # fmt: skip


class _StoriesInMemory(_VotesInMemory):
    """The votes of the articles of stories, each of which is known by its first article."""

    def __init__(self, network: nx.MultiDiGraph[str], ledger: Ledger) -> None:
        super().__init__(network, ledger)
        self.stories: dict[str, Outline] = {outline.articles[0]: outline for outline in outlines_of(network)}
        self.age = {key: number for number, key in enumerate(ledger.stories)}

    def places(self) -> Iterator[tuple[str, str, str, str]]:
        for first, outline in self.stories.items():
            for article in outline.articles:
                yield first, STORY, self._network.nodes[article]["identifier"], ""

    def wishes(self) -> list[tuple[str, str]]:
        """Of as many articles, the older key, and the story that would have it anyhow."""
        found = sorted(
            (-count, self.age.get(key, len(self.age)), key, key != self.stories[story].key, story)
            for key, stories in self.claims.items() for story, count in stories.items()
        )  # fmt: skip
        return [(story, key) for *_, key, _, story in found]

    def nodes_without(self) -> list[tuple[str, str]]:
        return [(story, outline.key) for story, outline in self.stories.items() if story not in self.given]

    def new(self) -> Iterator[str]:
        """Keys that no story had before, in order."""
        return (key for story in self.stories if (key := self.given[story]) not in self.age)

    def enter(self) -> None:
        """Enter into the network what its stories are called."""
        numbers, nodes = self._network.graph.get("stories", {}), self._network.nodes
        self._network.graph["story_keys"] = {
            numbers[nodes[story]["identifier"]]: key for story, key in self.given.items()
        }


def keep_keys(network: nx.MultiDiGraph[str], ledger: Ledger) -> Ledger:
    """Give the nodes of a network the keys that a ledger knows; the ledger with the new ones.

    The network is changed in place. A node that replaces others has their keys in `replaces`; what stories are called
    is in `story_keys` of the network, by their numbers, and what they replace in `story_replaces`, by their keys.
    """
    votes = _VotesInMemory(network, ledger)
    give_keys(votes)
    relabel(network, {node: key for node, key in votes.given.items() if node != key})
    stories = _StoriesInMemory(network, ledger)
    give_keys(stories)
    stories.enter()
    alive, joined = votes.taken | stories.taken, votes.joined() | stories.joined()
    unknown = {old: new for old, new in ledger.replaced.items() if old not in alive and old not in joined}
    told = (*ledger.stories, *stories.new())
    after = Ledger(dict(ledger.places), ledger.keys | alive, unknown, told, joined)
    places: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for key, sort, article, offsets in places_of(network):
        places[article][sort][offsets].append(key)
    for story, sort, article, offsets in stories.places():
        places[article][sort][offsets].append(stories.given[story])
    for article, given_here in places.items():
        after.places[article] = known_now(ledger.places.get(article, {}), given_here, joined.get)
    replaced: dict[str, list[str]] = defaultdict(list)
    for old in sorted(unknown.keys() | joined.keys()):
        if (new := after.current(old)) in network:
            network.nodes[new].setdefault("replaces", []).append(old)
        elif new in stories.taken:
            replaced[new].append(old)
    network.graph["story_replaces"] = dict(replaced)
    return after
