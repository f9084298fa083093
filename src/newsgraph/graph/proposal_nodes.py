"""Proposal and statement nodes: what actors want done, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsgraph.graph.evidence import merge_evidence
from newsgraph.graph.keys import digest, slug
from newsgraph.records import Attribution, Record
from newsgraph.resolve.proposals import ProposalAccount, merge_proposals, proposal_accounts
from newsgraph.resolve.stances import DistantStance, find_deeds, find_distant_stances

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network

_STANCES = {
    "support": "supportedBy", "accept": "supportedBy", "join": "supportedBy", "oppose": "opposedBy",
}
_LABEL = 80


def add_proposals(network: Network, merge: bool) -> None:
    """Enter the proposals of all records; one that nobody makes is left out; `merge` joins those of articles.

    The content of one that asks for something not to be done begins with "not: ".
    """
    records = {record.article.id: record for record in network.records}
    accounts = [a for record in network.records for a in proposal_accounts(record, network.resolution) if a.proposers]
    groups, merges = merge_proposals(accounts) if merge else ([[a] for a in accounts], [])
    network.merges.extend(merges)
    distant: dict[int, list[DistantStance]] = defaultdict(list)
    if merge:
        for find in (find_distant_stances, find_deeds):
            for stance in find(network.records, network.resolution, groups):
                distant[stance.group].append(stance)
    for index, group in enumerate(groups):
        _add_proposal(network, records, group, distant[index])


def _add_proposal(
    network: Network,
    records: dict[str, Record],
    group: Sequence[ProposalAccount],
    distant: Sequence[DistantStance],
) -> None:
    proposals = [(account.article, proposal) for account in group for proposal in account.proposals]
    proposers = network.nodes(i for account in group for i in account.proposers)
    if not proposers:
        return
    content = " ".join(max((account.content for account in group), key=len).split())
    if proposals[0][1].negated:
        content = f"not: {content}"
    published = [str(network.graph.nodes[network.articles[article]].get("date", ""))[:10] for article, _ in proposals]
    told = [p.time or day for (_, p), day in zip(proposals, published, strict=True)]
    first = proposals[0][1]
    conditions = [p.condition.text for _, p in proposals if p.condition is not None]
    facts: dict[str, Any] = {
        "act": first.act, "content": content, "date": min((day for day in told if day), default=None),
        "negated": first.negated, "deadline": next((p.deadline for _, p in proposals if p.deadline), None),
        "condition": conditions[0] if conditions else None,
        "confidence": max((p.confidence for _, p in proposals if p.confidence is not None), default=None),
    }
    key = network.keys.key("Proposal", f"{slug(content, 48)}-{digest(*group[0].key)}")
    evidence = merge_evidence(e for article, p in proposals for e in network.quoters[article].quote((p.start, p.end)))
    network.graph.add_node(
        key, label=_shortened(content), type="Proposal", evidence=evidence, count=len(evidence),
        **{fact: value for fact, value in facts.items() if value},
    )
    for article, proposal in proposals:
        record, quoter = records[article], network.quoters[article]
        whole = quoter.quote((proposal.start, proposal.end))
        for kind, mentions in (
            ("proposedBy", proposal.proposers), ("addressedTo", proposal.addressees), ("involves", proposal.involves),
            ("supportedBy", proposal.supporters), ("opposedBy", proposal.opponents),
        ):
            for mention in mentions:
                node = network.mention_node(record, mention)
                if node is None:
                    continue
                spans = [s for s in proposal.stances if s.actor == mention and _STANCES.get(s.stance) == kind]
                quotes = [e for s in spans for e in quoter.quote((s.start, s.end))] or whole
                network.edge(key, kind, node, quotes)
        network.edge(key, "reportedIn", network.articles[article], whole)
    for stance in distant:
        node = network.entity(stance.actor)
        quoted = network.quoters[stance.article].quote((stance.start, stance.end))
        if node is not None and stance.stance in _STANCES:
            network.edge(key, _STANCES[stance.stance], node, quoted)
        elif node is not None:
            evidence = network.graph.nodes[key]["evidence"] = merge_evidence([*evidence, *quoted])
            network.edge(key, "reportedIn", network.articles[stance.article], quoted)
    network.graph.nodes[key]["status"] = _status(network, records, group, distant)


def _status(
    network: Network,
    records: dict[str, Record],
    group: Sequence[ProposalAccount],
    distant: Sequence[DistantStance],
) -> str:
    """What became of it by the latest word of those who are asked (of anybody, where nobody is), or of the proposer."""
    words = {"accept": "accepted", "oppose": "rejected", "withdraw": "withdrawn"}
    asked = set(network.nodes(i for account in group for i in account.addressees))
    said = []
    for account in group:
        published = str(network.graph.nodes[network.articles[account.article]].get("date", ""))
        for taken in (s for proposal in account.proposals for s in proposal.stances if s.stance in words):
            actor = network.mention_node(records[account.article], taken.actor)
            if taken.stance == "withdraw" or not asked or actor in asked:
                said.append((published, taken.start, words[taken.stance]))
    for stance in distant:
        published = str(network.graph.nodes[network.articles[stance.article]].get("date", ""))
        if stance.stance == "carry out":
            said.append((published, stance.start, "carried out"))
        elif stance.stance == "oppose" and (not asked or network.entity(stance.actor) in asked):
            said.append((published, stance.start, "rejected"))
    return max(said)[-1] if said else "proposed"


def add_statements(network: Network) -> None:
    """Enter what named actors say, with whom and what it is about."""
    for record in network.records:
        quoter = network.quoters[record.article.id]
        named = [
            (mention.start, mention.end, network.resolution.of[record.article.id, mention.entity])
            for mention in record.mentions
            if mention.form == "name"
        ]
        for attribution in record.attributions:
            if attribution.source is None or not _is_statement(attribution, record):
                continue
            speaker = network.mention_node(record, attribution.source.mention)
            if speaker is None or not network.graph.nodes[speaker].get("named", True):
                continue
            start, end = attribution.content.start, attribution.content.end
            spans = [span for span in (attribution.source, attribution.cue, attribution.content) if span is not None]
            content = " ".join((attribution.content.text or "").split())
            key = network.keys.key("Statement", f"{slug(content, 40)}-{digest(record.article.id, start, end)}")
            facts = {
                "content": content, "mode": attribution.mode, "date": attribution.time or record.article.published,
                "confidence": attribution.confidence,
            }
            network.graph.add_node(
                key, label=_shortened(content), type="Statement", evidence=quoter.quote((start, end)), count=1,
                **{fact: value for fact, value in facts.items() if value},
            )
            whole = quoter.quote(*((s.start, s.end) for s in spans))
            network.edge(key, "saidBy", speaker, whole)
            addressee = network.mention_node(record, attribution.addressee)
            if addressee not in (None, speaker):
                network.edge(key, "addressedTo", str(addressee), whole)
            for index in dict.fromkeys(i for first, last, i in named if start <= first and last <= end):
                node = network.entity(index)
                if node is not None:
                    network.edge(key, "about", node, quoter.quote((start, end)))
            network.edge(key, "reportedIn", network.articles[record.article.id], whole)


def _is_statement(attribution: Attribution, record: Record) -> bool:
    """Whether it is more than the credit of a picture, and no proposal, which has a node already."""
    if attribution.cue is None and attribution.mode != "direct":
        return False
    start, end = attribution.content.start, attribution.content.end
    return not any(p.content.start <= start + 5 and end <= p.content.end + 2 for p in record.proposals if start < p.end)


def _shortened(text: str) -> str:
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rsplit(" ", 1)[0] + "…"
