"""Which account of an event leads the others, and the label that the best told gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newsgraph.graph.events.agreement import placing_events
from newsgraph.graph.events.labels import event_label
from newsgraph.records import Event, Record
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network


def leading(group: Sequence[EventAccount]) -> EventAccount:
    """The first account of the commonest kind, before others one that tells it as a fact."""
    if len(group) == 1:
        return group[0]
    kinds = Counter(account.kind for account in group)
    common = min(kinds, key=lambda k: (k in ("OTHER", "SAY"), -kinds[k], k))
    of_kind = [account for account in group if account.kind == common]
    return next((account for account in of_kind if account.factuality == "actual"), of_kind[0])


def _how_well(event: Event) -> tuple[bool, int, bool, float]:
    """How well an account tells an event: by a verb, with who did it to whom, with what it is about, for sure."""
    people = bool(event.agents) + bool(event.targets)
    return event.is_verb, people, bool(event.taken), event.confidence or 0.0


_FEW = 2
"""Those of other accounts that complete what an account tells of somebody: more are a crowd that nobody tells of."""


def described(
    network: Network,
    records: Mapping[str, Record],
    group: Sequence[EventAccount],
    everybody: tuple[Sequence[str], Sequence[str], Sequence[str]],
) -> str:
    """A label for an event without a name, by the account that tells it best, with its own people where it has any."""
    first = leading(group)
    of_kind = [(account.article, e) for account in group for e in account.events if e.kind == first.kind]
    events = [(article, e) for article, e in of_kind if e.factuality == first.factuality]
    article, best = max(events or of_kind, key=lambda told: _how_well(told[1]))
    placing = placing_events([(account.article, event) for account in group for event in account.events])
    there = best.places if (article, best) in placing else ()
    told = [(network.mention_node(records[article], m) for m in ms) for ms in (best.agents, best.targets, there)]
    own = [
        list(dict.fromkeys(node for node in some if node is not None and node in nodes))
        for some, nodes in zip(told, everybody, strict=True)
    ]
    bare = not own[0] and not own[1]
    parts = [
        _labels(network, some or (nodes if bare or len(nodes) <= _FEW else ()))
        for some, nodes in zip(own, everybody, strict=True)
    ]
    return event_label(best, *parts, near=any(event.place_reason == "near" for _, event in placing))


def _labels(network: Network, nodes: Sequence[str]) -> list[str]:
    """The labels of nodes, those with a name first."""
    found = sorted(nodes, key=lambda n: not network.graph.nodes[n].get("named", True))
    return [str(network.graph.nodes[node]["label"]) for node in found]
