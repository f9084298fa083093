"""Other keys for nodes: evidence and claims, which name nodes by their keys, follow."""

from __future__ import annotations

from typing import Protocol

import networkx as nx
from msgspec.structs import replace

from newsgraph.graph.events.claims import NODES, Claim
from newsgraph.graph.evidence import Evidence


class Changed(Protocol):
    """Keys of now by those of before, where they are others."""

    def get(self, key: str, same: str, /) -> str:
        """The key of now; `same` where it has not changed."""


def relabel(network: nx.MultiDiGraph[str], changed: dict[str, str]) -> None:
    """Give nodes of a network, which is changed in place, other keys. Those come behind all others."""
    if not changed:
        return
    aside = {node: f"\0{key}" for node, key in changed.items()}  # two nodes may change places
    nx.relabel_nodes(network, aside, copy=False)
    nx.relabel_nodes(network, {key: key[1:] for key in aside.values()}, copy=False)
    for data in (*(node for _, node in network.nodes(data=True)), *(tie for _, _, tie in network.edges(data=True))):
        data["evidence"] = [renamed_evidence(quoted, changed) for quoted in data["evidence"]]
        if "claims" in data:
            data["claims"] = [renamed_claim(claim, changed) for claim in data["claims"]]


def renamed_evidence(quoted: Evidence, changed: Changed) -> Evidence:
    """Evidence with the keys of now; it stays where it stood."""
    article, by = changed.get(quoted.article, quoted.article), quoted.by
    if by is not None:
        by = changed.get(by, by)
    return quoted if (article, by) == (quoted.article, quoted.by) else replace(quoted, article=article, by=by)


def renamed_claim(claim: Claim, changed: Changed) -> Claim:
    """A claim with the keys of now."""
    value = claim.value
    if claim.what in NODES and isinstance(value, str):
        value = changed.get(value, value)
    return replace(claim, value=value, evidence=renamed_evidence(claim.evidence, changed))
