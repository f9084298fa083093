"""Proposal nodes: what actors want done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsgraph.graph.evidence import merge_evidence
from newsgraph.graph.keys import digest, shortened, slug
from newsgraph.graph.proposal_words import proposal_words
from newsgraph.resolve.proposals import ProposalAccount
from newsgraph.resolve.stances import DistantStance, find_deeds, find_distant_stances

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

_STANCES = {
    "support": "supportedBy", "accept": "supportedBy", "join": "supportedBy", "oppose": "opposedBy",
}


def add_proposals(network: Network, merge: bool) -> None:
    """Enter the proposals of all records; one that nobody makes is left out; `merge` joins those of articles.

    The content is in the words of an article. It is `negated` if it is to be not done; content that says so itself
    ("the road should not be closed") is not.
    """
    groups = network.proposal_groups(merge)
    distant: dict[int, list[DistantStance]] = defaultdict(list)
    if merge:
        for find in (find_distant_stances, find_deeds):
            for stance in find(network.records, network.resolution, groups, network.arrays):
                distant[stance.group].append(stance)
    for index, group in enumerate(groups):
        _add_proposal(network, group, distant.get(index, ()))


def _add_proposal(network: Network, group: Sequence[ProposalAccount], distant: Sequence[DistantStance]) -> None:
    proposals = [(account.article, proposal) for account in group for proposal in account.proposals]
    proposers = network.actors(i for account in group for i in account.proposers)
    if not proposers:
        return
    longest = max(group, key=lambda account: len(account.content))
    content = " ".join(longest.content.split())
    says_so = any(p.negation is not None for p in longest.proposals if p.content.text == longest.content)
    negated = proposals[0][1].negated and not says_so
    label = proposal_words({"content": content, "negated": negated})
    first = proposals[0][1]
    conditions = [p.condition.text for _, p in proposals if p.condition is not None]
    facts: dict[str, Any] = {
        "act": first.act, "content": content, "date": min((p.time for _, p in proposals if p.time), default=None),
        "negated": negated, "deadline": next((p.deadline for _, p in proposals if p.deadline), None),
        "condition": conditions[0] if conditions else None,
        "confidence": max((p.confidence for _, p in proposals if p.confidence is not None), default=None),
    }
    key = network.keys.key("Proposal", f"{slug(label, 48)}-{digest(*group[0].key)}")
    evidence = merge_evidence(
        e for article, p in proposals for e in network.written[article].quoter.quote((p.start, p.end))
    )
    network.graph.add_node(
        key, label=shortened(label), type="Proposal", evidence=evidence, count=len(evidence),
        **{fact: value for fact, value in facts.items() if value},
    )
    network.proposal_nodes.update({(article, proposal.id): key for article, proposal in proposals})
    for article, proposal in proposals:
        written, quoter = network.written[article], network.written[article].quoter
        whole = quoter.quote((proposal.start, proposal.end))
        for kind, mentions in (
            ("proposedBy", proposal.proposers), ("addressedTo", proposal.addressees), ("involves", proposal.involves),
            ("supportedBy", proposal.supporters), ("opposedBy", proposal.opponents),
        ):
            node_of = network.mention_node if kind == "involves" else network.actor_mentioned
            for mention in mentions:
                node = node_of(written, mention)
                if node is None:
                    continue
                spans = [s for s in proposal.stances if s.actor == mention and _STANCES.get(s.stance) == kind]
                quotes = [e for s in spans for e in quoter.quote((s.start, s.end))] or whole
                network.edge(key, kind, node, quotes)
        network.edge(key, "reportedIn", network.articles[article], whole)
    for stance in distant:
        node = network.actor(stance.actor)
        quoted = network.written[stance.article].quoter.quote((stance.start, stance.end))
        if node is not None and stance.stance in _STANCES:
            network.edge(key, _STANCES[stance.stance], node, quoted)
        elif node is not None:
            evidence = network.graph.nodes[key]["evidence"] = merge_evidence([*evidence, *quoted])
            network.edge(key, "reportedIn", network.articles[stance.article], quoted)
    network.graph.nodes[key]["status"] = _status(network, group, distant)


def _status(network: Network, group: Sequence[ProposalAccount], distant: Sequence[DistantStance]) -> str:
    """What became of it by the latest word of those who are asked (of anybody, where nobody is), or of the proposer."""
    words = {"accept": "accepted", "oppose": "rejected", "withdraw": "withdrawn"}
    asked = set(network.actors(i for account in group for i in account.addressees))
    said = []
    for account in group:
        published = str(network.graph.nodes[network.articles[account.article]].get("date", ""))
        for taken in (s for proposal in account.proposals for s in proposal.stances if s.stance in words):
            actor = network.actor_mentioned(network.written[account.article], taken.actor)
            if taken.stance == "withdraw" or not asked or actor in asked:
                said.append((published, taken.start, words[taken.stance]))
    for stance in distant:
        published = str(network.graph.nodes[network.articles[stance.article]].get("date", ""))
        if stance.stance == "carry out":
            said.append((published, stance.start, "carried out"))
        elif stance.stance == "oppose" and (not asked or network.actor(stance.actor) in asked):
            said.append((published, stance.start, "rejected"))
    return max(said)[-1] if said else "proposed"
