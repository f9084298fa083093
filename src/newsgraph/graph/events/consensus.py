"""Who takes part in a deed and where it is, by most of its accounts: what hardly any says is read wrong.

A sentence that is misread gives one account an actor too many, or turns the sides round. With several accounts of a
deed the others outvote it: somebody who is on the other side for most of them, somebody whom one account alone has
beside those whom many have, a second victim of a deed that has one, a place that lies far from where most have it.
Votes are of articles; whoever has no name is counted with all who are called by the same noun.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

import msgspec

from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.language.english.deeds import words_of
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

Role = tuple[str, str]
"""What somebody is in an event (agent, target, place), and the key of the node."""

_ONE_SIDED = frozenset(("ASSAULT", "COERCE", "SANCTION", "DISASTER", "OTHER"))
_BEFALLEN = frozenset(("DISASTER", "OTHER"))
_OUTVOTED = 3
"""How many times more have somebody on the other side, or somebody or some place else, so that the few are wrong."""
_ALONE = 4
"""How many have somebody on a side on which another one, whom one account alone has, is read wrong."""
_MANY = 5
"""Articles that are many; of so many, who is said by one to have done what befell somebody has not."""
_FAR = 6.0
"""Degrees over which a place is no part of another."""
_OTHER_SIDE = {"agent": "target", "target": "agent"}
_VICTIMS = (("killed", frozenset(("ASSAULT", "DISASTER", "OTHER"))), ("detained", frozenset(("COERCE",))))
"""The number that says to how many a deed was done, and the kinds of such deeds."""


def stray_roles(votes: Votes) -> Set[Role]:
    """The roles of an event that its accounts, taken together, do not bear out."""
    if votes.accounts < 2:
        return _NOTHING
    return {role for role in votes.told if any(speaks(votes, *role) for speaks in _AGAINST)}


_NOTHING: Set[Role] = frozenset()
_NO_VOTES: Counter[Role] = Counter()


class Votes(msgspec.Struct, frozen=True):
    """How many give somebody a role."""

    kind: str
    accounts: int
    articles: int
    """That tell of the event."""
    told: Counter[Role]
    """Accounts, sentence by sentence."""
    backing: Mapping[Role, int]
    """Articles; of those without a name, that call anybody in that role by the same noun."""
    nouns: Mapping[Role, int]
    """Articles that call anybody in a role by a noun."""
    most: Mapping[str, int]
    """The greatest backing in each role."""
    nodes: Mapping[str, Mapping[str, Any]]
    """What is known of who has a role, and of places."""
    one_victim: bool

    def top(self, role: str) -> Iterator[tuple[str, int]]:
        """Who has a role for most, and for how many."""
        return ((node, n) for (own, node), n in self.backing.items() if own == role and n == self.most[role])

    def is_borne_out(self, role: str, node: str) -> bool:
        """Whether more than one says so, where many tell of the event."""
        return self.articles < _MANY or self.backing.get((role, node), 0) > 1


def count_votes(network: Network, group: Sequence[EventAccount], records: Collection[ToldEvent], kind: str) -> Votes:
    """Who has which role in the accounts of an event, and for how many; what is told once is not counted.

    `records` are those of the accounts.
    """
    if len(records) == 1:  # as of most
        return Votes(kind, 1, 1, _NO_VOTES, {}, {}, {}, {}, False)
    told: Counter[Role] = Counter()
    articles: dict[Role, set[str]] = defaultdict(set)
    called: dict[Role, set[str]] = defaultdict(set)
    for record in records:
        for own_role in {(role, node) for role, _, node in record.roles()}:
            told[own_role] += 1
            articles[own_role].add(record.read.article)
    nodes = {node: network.graph.nodes[node] for _, node in told}
    for (role, node), own in articles.items():
        if noun := _noun(nodes[node]):
            called[role, noun] |= own
    nouns = {role: len(own) for role, own in called.items()}
    backing = {(role, node): nouns.get((role, _noun(nodes[node])), len(own)) for (role, node), own in articles.items()}
    most: dict[str, int] = defaultdict(int)
    for (role, _), number in backing.items():
        most[role] = max(most[role], number)
    size = len({account.article for account in group})
    return Votes(kind, len(group), size, told, backing, nouns, most, nodes, _has_one_victim(group, kind))


def _noun(node: Mapping[str, Any]) -> str:
    """What somebody without a name is called; empty for names."""
    words = () if node.get("named") else words_of(str(node["label"]))
    return words[-1] if words else ""


def _has_one_victim(group: Iterable[EventAccount], kind: str) -> bool:
    """Whether hardly any of those that say to how many it was done say: to more than one."""
    told = list[int]()
    for counts in (account.counts for account in group):
        if "injured" in counts:
            return False
        told += [counts[what] for what, kinds in _VICTIMS if kind in kinds and what in counts]
    return bool(told) and told.count(1) * _ALONE >= len(told) * (_ALONE - 1)


def _is_on_the_other_side(votes: Votes, role: str, node: str) -> bool:
    """To whom something befalls has not done it, as long as no more accounts say so; and three outvote one."""
    if role == "place" or votes.kind not in _ONE_SIDED:
        return False
    due = 1 if role == "agent" and votes.kind in _BEFALLEN else _OUTVOTED
    other = _OTHER_SIDE[role]
    called = votes.nouns.get((other, _noun(votes.nodes[node])), 0)
    own = votes.backing[role, node]
    outcalled = called >= _OUTVOTED * own and votes.most[role] > own
    return outcalled or votes.told[other, node] >= due * votes.told[role, node]


def _is_alone(votes: Votes, role: str, node: str) -> bool:
    """Whom one account alone has beside those whom many have; bodies and towns that acted where most have a person.

    Of those to whom it was done only bodies, which are not hurt; where it was done to one, whoever has no name, too.
    """
    if role == "place" or votes.kind not in _ONE_SIDED:
        return False
    own, most = votes.backing[role, node], votes.most[role]
    if role == "agent":
        rare = own == 1 and votes.kind in _BEFALLEN and votes.articles >= _MANY
        if rare or (own == 1 and most >= _ALONE):
            return True
        body = votes.nodes[node]["type"] in ("Place", "Organization") and own * _OUTVOTED <= most
        return body and any(votes.nodes[one]["type"] == "Person" for one, _ in votes.top(role))
    body = bool(votes.nodes[node].get("named")) and votes.nodes[node]["type"] not in ("Person", "Place")
    nobody = votes.one_victim and not votes.nodes[node].get("named")
    return own == 1 and most >= _ALONE and (body or nobody)


def _is_second_victim(votes: Votes, role: str, node: str) -> bool:
    """Somebody else with a name than the one to whom it was done."""
    if role != "target" or not votes.one_victim or not votes.nodes[node].get("named"):
        return False
    first = [n for one, n in votes.top(role) if votes.nodes[one].get("named") and votes.nodes[one]["type"] == "Person"]
    return bool(first) and votes.backing[role, node] * _OUTVOTED <= first[0]


def _is_far_away(votes: Votes, role: str, node: str) -> bool:
    """A place of few that lies far from that of most."""
    own = votes.nodes[node]
    if role != "place" or not _is_located(own):
        return False
    rivals = {one: n for (at, one), n in votes.backing.items() if at == role and _is_located(votes.nodes[one])}
    most = max(rivals.values())
    few = rivals[node] * _OUTVOTED <= most
    return few and all(_lie_apart(own, votes.nodes[one]) for one, n in rivals.items() if n == most)


def _is_located(place: Mapping[str, Any]) -> bool:
    return place.get("lat") is not None and place.get("lon") is not None


def _lie_apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if "Country" in (one["type"], other["type"]):
        countries = one.get("country"), other.get("country")
        return None not in countries and countries[0] != countries[1]
    return bool(max(abs(one[way] - other[way]) for way in ("lat", "lon")) > _FAR)


_AGAINST = (_is_on_the_other_side, _is_alone, _is_second_victim, _is_far_away)
