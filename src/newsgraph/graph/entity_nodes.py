"""Entity nodes: who and what is named, or referred to by an event, a proposal, a statement or a relation."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import networkx as nx

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.keys import Keys, digest, slug
from newsgraph.graph.node_facts import known_facts
from newsgraph.knowledge.known import demonym_country, demonyms, names_country
from newsgraph.resolve import ResolvedEntity

ALWAYS = frozenset(
    ("Person", "Country", "Place", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
"""Kinds of entities that are nodes wherever they have a name."""

ACTS_WHERE = frozenset(("Place", "Other"))
"""Kinds of entities of which some act: towns, regions, and what is of no known kind."""

ACTING = frozenset(("agent", "proposedBy", "addressedTo", "supportedBy", "opposedBy", "saidBy", "attributedTo"))
"""Edges that lead to who does, wants, is asked to do or says something."""


def may_act(entity: ResolvedEntity) -> bool:
    """Whether it can do, say or want something, as far as is known.

    A town, a region or a state of a federation that the tables know has authorities that act under its name: in 698
    articles 10 of the 11 parts that such places had in what is done and said were theirs, and 4 of the 13 of other
    places, whose names were mostly of something else (an airline, a mayor).
    """
    if entity.kind == "Place":
        return entity.country is not None and not _IDENTITIES.isdisjoint(entity.links)
    return entity.kind not in ("Document", "Event")


_IDENTITIES = frozenset(("geonames", "wikidata"))


def mark_acting(graph: nx.MultiDiGraph[str]) -> None:
    """Mark the towns, regions and things of no known kind that act in some edge as such (`acts`)."""
    for key, data in graph.nodes(data=True):
        if data["type"] in ACTS_WHERE and any(
            tie["type"] in ACTING for edges in graph.pred[key].values() for tie in edges.values()
        ):
            data["acts"] = True


def add_entity(
    graph: nx.MultiDiGraph[str], keys: Keys, entity: ResolvedEntity, evidence: Collection[Evidence]
) -> str | None:
    """Enter a resolved entity; the key of its node, or None for one that is only a pronoun or stands for nobody."""
    if not evidence or (not entity.named and not any(c.isalpha() for c in entity.name)):
        return None
    if not entity.named and all(e.text.casefold() in _PRONOUNS for e in evidence):
        return None
    if not entity.named and (entity.kind == "Other" or entity.name.casefold().startswith(_NOBODY)):
        return None
    if entity.kind == "Country" and entity.country:
        key = keys.key("Country", entity.country)
    elif entity.named:
        key = keys.key(entity.kind, slug(entity.name))
    else:
        key = keys.key(entity.kind, f"{slug(entity.name, 40)}-{digest(*entity.members[0])}")
    aliases = [name for name in entity.aliases if name != entity.name and not _only_stands_for(name, entity)]
    facts: dict[str, Any] = {
        "aliases": aliases, "alias_counts": [entity.aliases[name] for name in aliases], "country": entity.country,
        "sector": entity.sector, "lat": entity.lat, "lon": entity.lon, "roles": list(entity.roles), **entity.links,
    }
    graph.add_node(
        key, label=entity.name, type=entity.kind, evidence=evidence, count=len(evidence), named=entity.named,
        **known_facts(facts),
    )
    return key


_PRONOUNS = frozenset(
    "he she it they we i you him her them us me his hers its their theirs our ours my mine who whom whose himself "
    "herself itself themselves this that these those one".split()
)


def _only_stands_for(name: str, entity: ResolvedEntity) -> bool:
    """Whether what is written is no name of a country or a people: "French", "the Kremlin", "a Norwegian"."""
    if entity.kind == "Group":
        code = demonym_country(name)
        return code is not None and code == entity.country and name not in demonyms(code)[-1:]
    return entity.kind == "Country" and not names_country(name)


_NOBODY = ("how many ", "how much ", "no ", "any ", "which ", "whose ")
"""What begins so stands for nobody in particular."""
