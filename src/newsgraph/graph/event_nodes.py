"""Event nodes: what happened, from all accounts of it, with conflicts between sources kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsgraph.graph.claims import corroborated, surest
from newsgraph.graph.event_claims import disputed_claims
from newsgraph.graph.event_labels import event_label
from newsgraph.graph.event_names import name_confidence
from newsgraph.graph.evidence import Evidence, merge_evidence
from newsgraph.graph.keys import digest, slug
from newsgraph.graph.presumed_days import presumed_days
from newsgraph.graph.story_links import add_story_links
from newsgraph.records import Event, Record
from newsgraph.resolve.events import COUNTED, EventAccount, event_accounts
from newsgraph.stored_records import article_ids

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network
    from newsgraph.resolve.events.articles import ReadArticles

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
"""PLOVER's quad classes; kinds beside PLOVER's sixteen have none."""


def add_events(network: Network, merge: bool) -> None:
    """Enter the events of all records, and the edges between them; `merge` joins accounts of different articles."""
    records = network.by_article
    named = _event_entities(network)
    accounts = list(_accounts(network, named))
    groups: list[list[EventAccount]] = [[account] for account in accounts]
    read = _read(network)
    if merge:
        from newsgraph.resolve.events.decision import merge_accounts

        groups, merges = merge_accounts(accounts, network.records, network.resolution, read)
        network.merges.extend(merges)
    groups = network.decided.regroup(groups, "event", lambda a: [(a.article, event.id) for event in a.events])
    node_of: dict[tuple[str, str], str] = {}
    for group in groups:
        if _leading(group).kind == "SAY":
            continue
        entities = sorted({named[a.article, e.id] for a in group for e in a.events if (a.article, e.id) in named})
        confidence = _surest_of_all(network, group, entities)
        entities = [index for index in entities if network.name_confidence(index) >= network.min_confidence]
        sure = entities or confidence is None or confidence >= network.min_confidence
        if sure and _is_kept(network, group, bool(entities)):
            key = _add_event(network, records, group, entities, confidence)
            for account in group:
                node_of.update({(account.article, event.id): key for event in account.events})
    _add_named_alone(network)
    for group in groups:
        for account in group:
            _add_links(network, account, node_of)
    add_story_links(network)


def _accounts(network: Network, named: Mapping[tuple[str, str], int]) -> Iterator[EventAccount]:
    """The accounts that may be of a node: most records tell of happenings that have no kind, name or number.

    Where people have decided on events, all, for what they have joined is one.
    """
    from newsgraph.resolve.events.profiles import is_comparable

    every = any(decision.sort == "event" for decision in network.decided.decisions)
    for record in network.records:
        article = record.article.id

        def wanted(event: Event, article: str = article) -> bool:
            return bool(event.counts) or is_comparable(event) or (article, event.id) in named

        yield from event_accounts(record, network.resolution, None if every else wanted)


def _confidence(network: Network, group: Sequence[EventAccount]) -> float:
    """How sure the surest account is; of a deed that several independent articles tell as a fact, surer."""
    found = surest(event for account in group for event in account.events)
    first = _leading(group)
    if first.kind not in _DEEDS or first.factuality != "actual":
        return found
    tellers = {a.article for a in group if a.kind == first.kind and a.factuality == "actual"}
    return corroborated(found, len({network.copies[article] for article in tellers}))


def _surest_of_all(network: Network, group: Sequence[EventAccount], entities: Sequence[int]) -> float | None:
    """How sure its accounts are, or its names that it is an event; None where neither says."""
    told = any(event.confidence is not None for account in group for event in account.events)
    names = [network.name_confidence(index) for index in entities]
    if not told and not names:
        names = [name_confidence(_names(network, group))] if any(account.name for account in group) else []
    return max([_confidence(network, group), *names] if told else names, default=None)


def _names(network: Network, group: Sequence[EventAccount]) -> Iterator[tuple[str, int, int]]:
    """Where accounts have a name for the event that is no entity."""
    for account in group:
        text = network.written[account.article].quoter.text
        yield from ((text, event.start, event.end) for event in account.events if event.name)


def _read(network: Network) -> ReadArticles | None:
    """The articles, compared, where there are several; their stories are entered."""
    if len(network.records) < 2:
        return None
    from newsgraph.resolve.events.articles import read_articles

    read = read_articles(network.records)
    network.graph.graph["stories"] = dict(zip(article_ids(read.records), read.stories, strict=True))
    return read


def _event_entities(network: Network) -> dict[tuple[str, str], int]:
    """For each event record whose trigger lies in a mention of a named event: the resolved entity."""
    found: dict[tuple[str, str], int] = {}
    for record in network.records:
        article = record.article.id
        mentions = [m for m in record.mentions if m.kind == "Event" and m.form == "name"]
        for event in record.events:
            for mention in mentions:
                if mention.start < event.end and event.start < mention.end:
                    found[article, event.id] = network.resolution.of[article, mention.entity]
    return found


_DEEDS = frozenset(("ASSAULT", "DISASTER", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"))
"""Kinds that are kept even where nobody with a name is in them."""


def _is_kept(network: Network, group: Sequence[EventAccount], has_entity: bool) -> bool:
    """Whether a reader would miss it.

    It has a name or a number, or somebody in it whom we know, or is a plain deed with a day, or told by several.
    """
    first = _leading(group)
    if has_entity or any(account.name or account.counts for account in group):
        return True
    if first.kind == "OTHER":
        return False
    said = [index for account in group for index in (*account.agents, *account.targets, *account.places)]
    entities = network.resolution.entities
    if any(entities[i].named or entities[i].kind == "Group" for i in said):
        return True
    if first.kind not in _DEEDS or first.factuality != "actual":
        return False
    several = len({network.copies[account.article] for account in group}) > 1
    return several or bool(said or first.time) or any(event.main for account in group for event in account.events)


def _leading(group: Sequence[EventAccount]) -> EventAccount:
    """The first account of the commonest kind, before others one that tells it as a fact."""
    if len(group) == 1:
        return group[0]
    kinds = Counter(account.kind for account in group)
    common = min(kinds, key=lambda k: (k in ("OTHER", "SAY"), -kinds[k], k))
    of_kind = [account for account in group if account.kind == common]
    return next((account for account in of_kind if account.factuality == "actual"), of_kind[0])


def _add_event(
    network: Network, records: Mapping[str, Record], group: Sequence[EventAccount], entities: Sequence[int],
    confidence: float | None,
) -> str:
    first = _leading(group)
    events = [(account.article, event) for account in group for event in account.events]
    evidence: list[Evidence] = []
    for article, event in events:
        by = network.mention_node(records[article], event.attributed_to)
        evidence.extend(network.written[article].quoter.quote((event.start, event.end), by=by))
    for index in entities:
        evidence.extend(network.mentions_of(index))
    agents = network.nodes(i for a in group if _says_who(a.kind, first.kind) for i in a.agents)
    targets = [n for n in network.nodes(i for a in group for i in a.targets) if n not in agents]
    said = [network.mention_node(records[article], m) for article, event in _placing(events) for m in event.places]
    places = [node for node in dict.fromkeys(said) if node is not None and _is_place(network, node)]
    name = next((account.name for account in group if account.name), None)
    if name is None and entities:
        name = network.resolution.entities[entities[0]].name
    date, disputed_dates = _agreed_date(network, group)
    label = name or _describe(network, records, group, (agents, targets, places))
    main = first.events[0]
    facts: dict[str, Any] = {
        "kind": first.kind, "mode": next((e.mode for _, e in events if e.mode and e.kind == first.kind), None),
        "quad": QUAD.get(first.kind), "date": date, "name": name, "factuality": first.factuality,
        "date_reason": next((e.time_reason for _, e in events if e.time == date and e.time_reason), None),
        "place_reason": _place_reason([event for _, event in _placing(events)]),
        "date_presumed": presumed_days(group, [_published(network, account) for account in group]),
        "dates_disputed": disputed_dates, "coded_by": main.reason,
        "confidence": confidence,
        "main": any(event.main for _, event in events) or None,
        "instruments": sorted({word for _, event in events for word in event.instruments}),
        "aliases": sorted({alias for i in entities for alias in network.resolution.entities[i].aliases} - {label}),
        "claims": disputed_claims(network, records, group),
        **_agreed_counts(network, group), **_sources(network, group),
    }
    stem = slug(name) if name else f"{slug(f'{date or ""} {label}', 48)}-{digest(*first.key)}"
    key = network.keys.key("Event", stem)
    network.graph.add_node(
        key, label=label, type="Event", evidence=merge_evidence(evidence), count=len(set(evidence)),
        **{fact: value for fact, value in facts.items() if value not in (None, [], "")},
    )
    for index in entities:
        network.event_entities[index] = key
    _add_roles(network, records, key, group)
    return key


def _says_who(kind: str, of: str) -> bool:
    """Whether an account of a kind says who did it: whoever dies or burns in a disaster has not made it."""
    return kind != "OTHER" or of != "DISASTER"


def _is_place(network: Network, node: str) -> bool:
    """Whether something can happen there: not in a body, whatever building goes by its name."""
    return network.graph.nodes[node]["type"] in ("Place", "Country")


def _sources(network: Network, group: Sequence[EventAccount]) -> dict[str, int]:
    """How many articles tell of it, and how many of them are not copies of one text."""
    articles = {account.article for account in group}
    return {"sources": len(articles), "independent_sources": len({network.copies[article] for article in articles})}


def _placing(events: Sequence[tuple[str, Event]]) -> list[tuple[str, Event]]:
    """The accounts that say where it was; those that say only what that is near to, where no other says more."""
    found = [(article, event) for article, event in events if event.places]
    return [told for told in found if told[1].place_reason != "near"] or found


def _place_reason(events: Sequence[Event]) -> str | None:
    """Where the places come from, if no account has them from words of its own."""
    reasons = [event.place_reason for event in events]
    stated = any(reason in (None, "clause", "clause above", "struck") for reason in reasons)
    return None if stated else next((reason for reason in reasons if reason), None)


def _add_roles(network: Network, records: Mapping[str, Record], key: str, group: Sequence[EventAccount]) -> None:
    placing = {(article, e.id) for article, e in _placing([(a.article, e) for a in group for e in a.events])}
    of = _leading(group).kind
    for account in group:
        record, quoter = records[account.article], network.written[account.article].quoter
        spans = {mention.id: (mention.start, mention.end) for mention in record.mentions}
        for event in account.events:
            by = network.mention_node(record, event.attributed_to)
            places = event.places if (account.article, event.id) in placing else ()
            agents = event.agents if _says_who(event.kind, of) else ()
            for kind, mentions in (("agent", agents), ("target", event.targets), ("place", places)):
                for mention in mentions:
                    node = network.mention_node(record, mention)
                    if node is not None and (kind != "place" or _is_place(network, node)):
                        network.edge(key, kind, node, quoter.quote(spans[mention], (event.start, event.end), by=by))
            if by is not None:
                network.edge(key, "attributedTo", by, quoter.quote((event.start, event.end), by=by))
            article = network.articles[account.article]
            network.edge(key, "reportedIn", article, quoter.quote((event.start, event.end)))


def _agreed_date(network: Network, group: Sequence[EventAccount]) -> tuple[str | None, list[str]]:
    """The date that most accounts give, of equals the latest published; and all, where they differ."""
    dates: Counter[str] = Counter(account.time for account in group if account.time)
    if not dates:
        return None, []
    said = {account.time: _published(network, account) for account in sorted(group, key=lambda a: a.article)}
    best = max(dates, key=lambda d: (len(d) >= 10, dates[d], said.get(d, ""), d))
    days = {d for d in dates if len(d) >= 10}
    if len(days) < 2:
        return best, []
    return best, sorted(f"{a.time} ({_title(network, a)})" for a in group if a.time in days)


def _agreed_counts(network: Network, group: Sequence[EventAccount]) -> dict[str, Any]:
    """Each count as the latest article has it, and all where they differ."""
    counts: dict[str, Any] = {}
    disputed: list[str] = []
    for what in COUNTED:
        said = [account for account in group if what in account.counts]
        if not said:
            continue
        said.sort(key=lambda a: (_published(network, a), a.article))
        counts[what] = said[-1].counts[what]
        if len({account.counts[what] for account in said}) > 1:
            disputed += [f"{what}: {account.counts[what]} ({_title(network, account)})" for account in said]
    return {**counts, "counts_disputed": disputed}


def _published(network: Network, account: EventAccount) -> str:
    return str(network.graph.nodes[network.articles[account.article]].get("date", ""))


def _title(network: Network, account: EventAccount) -> str:
    node = network.graph.nodes[network.articles[account.article]]
    return ", ".join(str(x) for x in (node.get("source"), node["label"], str(node.get("date", ""))[:10]) if x)


def _how_well(event: Event) -> tuple[bool, int, bool, float]:
    """How well an account tells an event: by a verb, with who did it to whom, with what it is about, for sure."""
    people = bool(event.agents) + bool(event.targets)
    return event.is_verb, people, bool(event.taken), event.confidence or 0.0


def _describe(
    network: Network,
    records: Mapping[str, Record],
    group: Sequence[EventAccount],
    everybody: tuple[Sequence[str], Sequence[str], Sequence[str]],
) -> str:
    """A label for an event without a name, by the account that tells it best, with its own people where it has any."""
    kind = _leading(group).kind
    events = [(account.article, event) for account in group for event in account.events if event.kind == kind]
    article, best = max(events, key=lambda told: _how_well(told[1]))
    placing = _placing([(account.article, event) for account in group for event in account.events])
    there = best.places if (article, best) in placing else ()
    parts = []
    for mentions, nodes in zip((best.agents, best.targets, there), everybody, strict=True):
        own = [network.mention_node(records[article], mention) for mention in mentions]
        parts.append(_labels(network, list(dict.fromkeys(node for node in own if node is not None)) or nodes))
    return event_label(best, *parts, near=any(event.place_reason == "near" for _, event in placing))


def _labels(network: Network, nodes: Sequence[str]) -> list[str]:
    """The labels of nodes, those with a name first."""
    found = sorted(nodes, key=lambda n: not network.graph.nodes[n].get("named", True))
    return [str(network.graph.nodes[node]["label"]) for node in found]


def _add_named_alone(network: Network) -> None:
    """Named events (a war, a summit) that no trigger tells of."""
    for index, entity in enumerate(network.resolution.entities):
        if entity.kind == "Event" and entity.named and index not in network.event_entities:
            confidence = network.name_confidence(index)
            if confidence < network.min_confidence:
                continue
            evidence = merge_evidence(network.mentions_of(index))
            key = network.keys.key("Event", slug(entity.name))
            aliases = [alias for alias in entity.aliases if alias != entity.name]
            network.graph.add_node(
                key, label=entity.name, type="Event", kind="OTHER", name=entity.name, factuality="actual",
                confidence=confidence, evidence=evidence, count=len(evidence),
                **({"aliases": aliases} if aliases else {}), **entity.links,
            )
            network.event_entities[index] = key
            for quote in evidence:
                network.edge(key, "reportedIn", quote.article, [quote])


def _add_links(network: Network, account: EventAccount, node_of: dict[tuple[str, str], str]) -> None:
    quoter = network.written[account.article].quoter
    for event in account.events:
        links = (("responseTo", event.response_to), ("causeOf", event.cause_of), ("partOf", event.part_of))
        for kind, target in links:
            if target is None:
                continue
            one, other = node_of.get((account.article, event.id)), node_of.get((account.article, target))
            if one is not None and other is not None:
                network.edge(one, kind, other, quoter.quote((event.start, event.end)))
