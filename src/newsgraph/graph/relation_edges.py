"""Edges of relations: who is tied to whom, in which role and when, by the words that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.evidence import Evidence, Quoter
from newsgraph.records import SYMMETRIC, Record, Relation

if TYPE_CHECKING:
    from newsgraph.graph.building import Network


def add_relations(network: Network) -> None:
    """Enter the ties that articles tell."""
    for record in network.by_article.values():
        _add_of_record(network, record)


def _add_of_record(network: Network, record: Record) -> None:
    written = network.written[record.article.id]
    for relation in record.relations:
        one, other = (network.entity(written.entities[entity]) for entity in (relation.subject, relation.object))
        if one is not None and other is not None:
            if relation.predicate in SYMMETRIC:
                one, other = sorted((one, other))
            network.edge(
                one, relation.predicate, other, _told(record, relation, written.quoter),
                role=relation.role, former=relation.former, acting=relation.acting,
                confidence=relation.confidence, basis=relation.basis, since=relation.since, until=relation.until,
            )


def _told(record: Record, relation: Relation, quoter: Quoter) -> list[Evidence]:
    """The words that tell of a tie; of one that spans several sentences, the names at its two ends."""
    found = quoter.quote((relation.start, relation.end))
    if len({quoted.sentence_start for quoted in found}) < 2:
        return found
    inside = [
        (mention.start, mention.end)
        for mention in record.mentions
        if mention.entity in (relation.subject, relation.object)
        and relation.start <= mention.start and mention.end <= relation.end
    ]
    return quoter.quote(min(inside), max(inside)) if inside else found
