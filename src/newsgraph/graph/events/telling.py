"""Which account of an event leads the others, and the label that the best told gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsgraph.graph.events.labels import event_label
from newsgraph.graph.events.told_events import ROLES, ToldEvent
from newsgraph.records import Event
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network
    from newsgraph.graph.events.consensus import Votes


def leading(group: Sequence[EventAccount]) -> EventAccount:
    """The first account of the commonest kind, before others one that tells it as a fact."""
    if len(group) == 1:
        return group[0]
    kinds, first, as_fact = Counter[str](), dict[str, EventAccount](), dict[str, EventAccount]()
    for account in group:
        kinds[account.kind] += 1
        first.setdefault(account.kind, account)
        if account.factuality == "actual":
            as_fact.setdefault(account.kind, account)
    common = min(kinds, key=lambda k: (k in ("OTHER", "SAY"), -kinds[k], k))
    return as_fact.get(common) or first[common]


_FEW = 2
"""Those of other accounts that complete what an account tells of somebody: more are a crowd that nobody tells of."""


class _Telling(NamedTuple):
    """How an account tells an event."""

    event: Event
    sides: tuple[tuple[str, ...], ...]
    """Who does it, to whom, where: those of them whom the accounts, taken together, bear out."""
    misread: bool
    """Whether it has somebody whom they do not bear out."""
    disputed: bool
    """Whether it has a number that is not what they agree on."""
    backing: int
    """How many have who does it to whom as it has them."""

    def how_well(self) -> tuple[bool, bool, int, bool, bool, int, float]:
        """Best by a verb, with who did it to whom, the agreed number, what it is about, as most have it, for sure."""
        people, event = bool(self.sides[0]) + bool(self.sides[1]), self.event
        sure = event.confidence or 0.0
        return not self.misread, event.is_verb, people, not self.disputed, bool(event.taken), self.backing, sure


def described(
    network: Network,
    records: Collection[ToldEvent],
    first: EventAccount,
    everybody: tuple[Sequence[str], Sequence[str], Sequence[str]],
    votes: Votes,
    counts: Mapping[str, int],
) -> str:
    """A label for an event without a name, by the record that tells it best, with its own people where it has any.

    `first` is the account that leads; `everybody` are those who do it, to whom, and where, as the accounts, taken
    together, have it; `counts` the numbers that they agree on.
    """
    near = any(told.placing and told.event.place_reason == "near" for told in records)
    if len(records) == 1:  # as of most
        event = first.events[0]
        alone = _is_one_person(network, everybody[event.passive])
        return event_label(event, *(_labels(network, nodes) for nodes in everybody), near=near, alone=alone)
    sure = [
        [node for node in nodes if votes.is_borne_out(role, node)]
        for role, nodes in zip(ROLES, everybody, strict=True)
    ]

    def telling(told: ToldEvent) -> _Telling:
        sides = told.sides()
        kept = [tuple([n for n in some if n in of]) if some else () for some, of in zip(sides, everybody, strict=True)]
        backing = sum([
            max([votes.told[role, node] for node in some], default=0)
            for role, some in zip(ROLES[:2], kept[:2], strict=True)
        ]) if votes.told else 0
        numbers = told.event.counts
        disputed = any(counts.get(what, number) != number for what, number in numbers.items())
        return _Telling(told.event, tuple(kept), kept[:2] != sides[:2], disputed, backing)

    best = max(map(telling, _alike(records, first)), key=_Telling.how_well)
    said = best.event.taken or ""
    sure[2].sort(key=lambda n: (str(network.graph.nodes[n]["label"]) not in said, -votes.backing.get(("place", n), 0)))
    bare = not best.sides[0] and not best.sides[1]
    people = [[node for node in some if node in nodes] or some for some, nodes in zip(best.sides, sure, strict=True)]
    own = (*people[:2], sure[2] if votes.articles > 1 else people[2])
    shown = [some or (nodes if bare or len(nodes) <= _FEW else ()) for some, nodes in zip(own, sure, strict=True)]
    alone = _is_one_person(network, shown[best.event.passive])
    return event_label(best.event, *(_labels(network, nodes) for nodes in shown), near=near, alone=alone)


def _is_one_person(network: Network, nodes: Sequence[str]) -> bool:
    return len(nodes) == 1 and network.graph.nodes[nodes[0]]["type"] == "Person"


def _alike(records: Collection[ToldEvent], first: EventAccount) -> Iterator[ToldEvent]:
    """The records of the kind of an account; where some have its factuality, too, only these."""
    factuality = first.factuality
    alike = any(told.event.kind == first.kind and told.event.factuality == factuality for told in records)
    for told in records:
        if told.event.kind == first.kind and (not alike or told.event.factuality == factuality):
            yield told


def _labels(network: Network, nodes: Sequence[str]) -> list[str]:
    """The labels of nodes, those with a name first."""
    found = [network.graph.nodes[node] for node in nodes]
    found.sort(key=lambda node: not node.get("named", True))
    return [str(node["label"]) for node in found]
