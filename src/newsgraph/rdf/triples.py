"""The triples of a graph, in the vocabulary of `ontologies/newsgraph.ttl`, each with the articles that it is from.

A pure function of the graph: nodes in the order of their keys, so that a graph is the same bytes in every run, and
subject after subject. Blank nodes are not used, so that outputs can be compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, Protocol

import networkx as nx

from newsgraph.graph.events.claims import NODES, Claim
from newsgraph.graph.events.disagreements import agreed, versions
from newsgraph.graph.events.stories import Story, find_stories
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.tables import PERIOD, TIES
from newsgraph.rdf.dates import date_literals, literal
from newsgraph.rdf.evidence import Part, Quotations, sentences
from newsgraph.rdf.nodes import BODIES, classes, facts, happening, replaced, text_facts, values
from newsgraph.rdf.provenance import decision_iri
from newsgraph.rdf.standing import FORMER, standings
from newsgraph.rdf.terms import TRUE, TYPE, Sourced, Term, decimal, iri, number, term, text
from newsgraph.records import SYMMETRIC

EVIDENCE = term("ng:evidence")
_DECIDED = term("ng:decidedBy")
_CLAIMS = frozenset(("Event", "Proposal"))
"""Types of node whose evidence is the exact words; that of others is the sentence."""


def to_triples(
    network: nx.MultiDiGraph[str], base: str, texts: Mapping[str, str], quoted: Mapping[str, dict[str, Any]]
) -> Iterator[Sourced]:
    """All triples, once for each article that says so, by subject.

    `texts` are those of articles, by key; `quoted` nodes are outside of a part and told without their edges.
    """
    parts = Quotations()
    found, stories = find_stories(network), dict[str, list[str]]()
    for story in found:
        for event in {*story.own, story.main}:
            stories.setdefault(event, []).append(story.key)
    nodes = {**dict(network.nodes.items()), **{key: _within(data, network) for key, data in quoted.items()}}
    told, mirrored = Told(network, nodes, base, parts), dict[str, list[Edge]]()
    for one, other, name, data in network.edges(keys=True, data=True):
        if data["type"] in SYMMETRIC:
            mirrored.setdefault(other, []).append((other, one, name, data))
    for key in sorted(nodes):
        edges = sorted(network.out_edges(key, keys=True, data=True), key=_edge_order)
        back = sorted(mirrored.get(key, ()), key=_edge_order)
        yield from told.node(key, nodes[key], edges, back, stories.get(key, ()), texts.get(key))
    for story in found:
        yield from told.story(story)
    yield from parts.triples(base)


Edge = tuple[str, str, str, dict[str, Any]]
"""Where an edge leads from and to, its key, its attributes."""


def _edge_order(edge: Edge) -> tuple[str, str, str]:
    return edge[3]["type"], edge[1], edge[2]


class Marks(Protocol):
    """Keeps what is rested on until it is told of itself."""

    def sentence(self, quoted: Evidence) -> Part:
        """A sentence that something rests on."""

    def mark(self, quoted: Evidence, *, voiced: bool) -> Part:
        """Words that something rests on."""


@dataclass(frozen=True, slots=True)
class Told:
    """Tells of the nodes of a network, one at a time."""

    network: nx.MultiDiGraph[str]
    nodes: Mapping[str, dict[str, Any]]
    base: str
    parts: Marks

    def node(
        self, key: str, data: dict[str, Any], edges: Iterable[Edge], mirrored: Sequence[Edge], stories: Iterable[str],
        text: str | None,
    ) -> Iterator[Sourced]:
        """All triples of a node and of the edges that lead from it, which are in order.

        `mirrored` are the symmetric ties that lead to it, turned round; their relations are those of the other node.
        `stories` are those that it is in, `text` is that of an article.
        """
        base, parts = self.base, self.parts
        evidence, every = data["evidence"], list(edges)
        edges = [edge for edge in every if edge[3]["type"] != "reportedIn"]
        accounts = {edge[1]: edge[3] for edge in every if "factuality" in edge[3]} if len(edges) < len(every) else {}
        articles = [key] if data["type"] == "Article" else _articles(evidence)
        alone = _alone(articles)
        yield from _node(data, key, articles, base, parts)
        standing = self._standings(edges)
        yield from self._plain(key, data["type"], [edge for edge in edges if edge[1:3] not in standing])
        if mirrored:
            over = self._standings(mirrored)
            yield from self._plain(key, data["type"], [edge for edge in mirrored if edge[1:3] not in over])
        yield from (((iri(key, base), term("ng:inStory"), iri(story, base)), alone) for story in stories)
        decided = data.get("decision_ids", ())
        yield from (((iri(key, base), _DECIDED, decision_iri(id, base)), alone) for id in decided)
        if text is not None:
            yield from ((triple, key) for triple in text_facts(key, text, base))
        if accounts:
            yield from self._accounts(key, evidence, accounts)
        if data.get("claims"):
            yield from _disputes(self.network, key, self.nodes, base, parts)
        yield from ((triple, alone) for triple in replaced(iri(key, base), data, base))
        own: set[Part] | None = None
        for _, other, name, edge in edges:
            if edge["type"] not in TIES and own is None:
                own = set(sentences(evidence))
            if edge["type"] in TIES or set(sentences(edge["evidence"])) != own:
                ends = (key, name, other)
                yield from self._relation(ends, edge, data, standing.get((other, name)))
                for decision in _decisions_on(data, edge["type"], other):
                    articles = _articles(edge["evidence"])
                    yield (self._relation_iri(ends), _DECIDED, decision_iri(decision, base)), _alone(articles)

    def _standings(self, edges: Iterable[Edge]) -> dict[tuple[str, str], str]:
        """How the ties that do not hold stand, by the node that each leads to and its key."""
        found = {}
        for (kind, other), same in groupby(edges, key=lambda edge: (edge[3]["type"], edge[1])):
            if kind in TIES:
                some = [(name, data) for _, _, name, data in same]
                told = standings([data for _, data in some], self._day)
                found.update({(other, name): stands for (name, _), stands in zip(some, told, strict=True) if stands})
        return found

    def _day(self, article: str) -> str:
        """When an article was published, or nothing."""
        value = str(self.nodes[article].get("date", ""))
        return value[:10] if any(name == "ng:date" for name, _ in date_literals(value)) else ""

    def _property(self, edge: str, kind: str, other: str) -> Term:
        return term(f"ng:{predicate(edge, kind, self.nodes[other]['type'] if edge == 'partOf' else '')}")

    def _plain(self, key: str, kind: str, edges: Iterable[Edge]) -> Iterator[Sourced]:
        """Edges as triples, once for each article that says so."""
        me = iri(key, self.base)
        for (edge, other), same in groupby(edges, key=lambda edge: (edge[3]["type"], edge[1])):
            triple = (me, self._property(edge, kind, other), iri(other, self.base))
            told = [_articles(data["evidence"]) for *_, data in same]
            for article in dict.fromkeys(chain.from_iterable(told)) if len(told) > 1 else told[0]:
                yield triple, article

    def _relation_iri(self, ends: tuple[str, str, str]) -> Term:
        return iri(f"relation/{hashlib.sha256(' '.join(ends).encode()).hexdigest()[:12]}", self.base)

    def _relation(
        self, ends: tuple[str, str, str], data: dict[str, Any], whole: dict[str, Any], stands: str | None
    ) -> Iterator[Sourced]:
        """An edge as a node, with evidence of its own: each tie, and a part in an event that not all its accounts tell.

        A part, and a link of two events, is as sure as the `whole`, the node that it is of.
        """
        one, _, other = ends
        me = self._relation_iri(ends)
        tie = data["type"] in TIES
        told = [
            (me, TYPE, term("ng:Relation")), (me, term("ng:subject"), iri(one, self.base)),
            (me, term("ng:predicate"), self._property(data["type"], whole["type"], other)),
            (me, term("ng:object"), iri(other, self.base)),
            *([(me, term("ng:role"), text(data["role"]))] if tie and "role" in data else []),
            *((me, term(f"ng:{flag}"), TRUE) for flag in (FORMER, "acting") if tie and flag in data),
        ]
        articles = _articles(data["evidence"])
        for triple in told:
            for article in articles:
                yield triple, article
        folded = [(me, term("ng:basis"), text(data["basis"]))] if tie and "basis" in data else []
        folded += [
            (me, term(f"ng:{name}"), when) for name in PERIOD if (when := literal(data.get(name, ""))) is not None
        ]
        if stands not in (None, FORMER):
            folded.append((me, term("ng:standing"), text(stands)))
        if (sure := data.get("confidence", whole.get("confidence"))) is not None:
            folded.append((me, term("ng:confidence"), decimal(sure)))
        alone = _alone(articles)
        yield from ((triple, alone) for triple in folded)
        yield from _evidence(me, data["evidence"], tie, self.base, self.parts)

    def _accounts(
        self, event: str, evidence: Collection[Evidence], accounts: Mapping[str, dict[str, Any]]
    ) -> Iterator[Sourced]:
        """What each article that gives an account of an event says of it, with its words for it."""
        voiced = _is_voiced(evidence)
        for article, own in groupby(evidence, key=attrgetter("article")):
            if (given := accounts.get(article)) is None:
                continue
            me = iri(f"account/{hashlib.sha256(f'{event} {article}'.encode()).hexdigest()[:12]}", self.base)
            told = [(me, TYPE, term("ng:Account")), (me, term("ng:accountOf"), iri(event, self.base))]
            for triple in (*told, *happening(me, given), *values(me, given)):
                yield triple, article
            for node in dict.fromkeys(self.parts.mark(quoted, voiced=voiced).node(self.base) for quoted in own):
                yield (me, EVIDENCE, node), article

    def story(self, story: Story) -> Iterator[Sourced]:
        """All triples of a story."""
        return _story(story, self.nodes, self.base, self.parts)


def _story(
    story: Story, nodes: Mapping[str, dict[str, Any]], base: str, parts: Marks
) -> Iterator[Sourced]:
    """A story, put together from its articles; it rests on what its main event rests on."""
    me = iri(story.key, base)
    told: list[tuple[Term, Term]] = [
        (TYPE, term("ng:Story")), (term("rdfs:label"), text(story.name)), (term("ng:mainEvent"), iri(story.main, base)),
        (term("ng:sources"), number(len(story.articles))), (term("ng:independentSources"), number(story.independent)),
    ]
    for name, day in (("ng:startDate", story.start), ("ng:endDate", story.end)):
        exact = [literal for kind, literal in date_literals(day) if kind != "ng:timex"] if day else []
        told += [(term(name), literal) for literal in exact[:1]]
    yield from (((me, name, fact), None) for name, fact in told)
    for old in story.replaces:  # which may have had articles that are elsewhere now: it is not the same
        yield (iri(old, base), term("dcterms:isReplacedBy"), me), None
    yield from _evidence(me, nodes[story.main]["evidence"], True, base, parts)


def _within(data: dict[str, Any], network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """A node with the evidence that is from the articles of a network."""
    return {**data, "evidence": [quoted for quoted in data["evidence"] if quoted.article in network]}


def predicate(edge: str, kind: str, whole: str) -> str:
    """The local name of an edge's property; what a part and its `whole` are tells in which way it is a part."""
    if edge != "partOf":
        return edge
    if kind == "Event":
        return "subEventOf"
    return "subOrganizationOf" if {kind, whole} <= BODIES else edge


def _node(
    data: dict[str, Any], key: str, articles: Sequence[str], base: str, parts: Marks
) -> Iterator[Sourced]:
    """The triples of a node but for its edges: what it is, once for each article; the rest as of all of them."""
    me, kind = iri(key, base), data["type"]
    alone = _alone(articles)
    for name in classes(kind, acts=data.get("acts", False)):
        for article in articles if alone else (*articles, None):
            yield (me, TYPE, name), article
    yield (me, term("rdfs:label"), text(data["label"])), alone
    for triple in dict.fromkeys(facts(key, data, base)):
        yield triple, alone
    yield from _evidence(me, data["evidence"], kind in _CLAIMS, base, parts)


def _disputes(
    network: nx.MultiDiGraph[str], event: str, nodes: Mapping[str, dict[str, Any]], base: str,
    parts: Marks,
) -> Iterator[Sourced]:
    """The claims on what accounts of an event give differently, and which of them stands, as all articles have it."""
    found = versions(network, event)
    claims = nodes[event]["claims"]
    for what in NODES:
        if (node := agreed(found.get(what, ()))) is not None:
            alone = _alone(sorted(
                {c.evidence.article for c in claims if (c.what, c.value) == (what, node)}
            ))
            yield (iri(event, base), term(f"ng:agreed{what.capitalize()}"), iri(str(node), base)), alone
    standing = {(what, version.value): version.standing for what, some in found.items() for version in some}
    for claim in claims:
        yield from _claim(claim, event, nodes, base, parts, standing.get((claim.what, claim.value), ()))


def _claim(
    claim: Claim, event: str, nodes: Mapping[str, dict[str, Any]], base: str, parts: Marks,
    standing: Iterable[str],
) -> Iterator[Sourced]:
    """What one account gives of an event, given by its key, where accounts differ."""
    quoted = claim.evidence
    value = nodes[str(claim.value)]["label"] if claim.what in NODES else claim.value
    label = f"{claim.what}: {value}"
    known = hashlib.sha256(f"{event} {claim.what} {quoted.article} {quoted.start} {claim.value}".encode())
    me, article = iri(f"claim/{known.hexdigest()[:12]}", base), quoted.article
    told: list[tuple[Term, Term]] = [
        (TYPE, term("ng:Claim")), (term("rdfs:label"), text(label)),
        (term("ng:claimAbout"), iri(event, base)), (term("ng:claimedProperty"), term(f"ng:{claim.what}")),
        (term("ng:claimedNode"), iri(str(claim.value), base)) if claim.what in NODES
        else (term("ng:value"), _value(claim.value)),
    ]
    if quoted.by:
        told.append((term("ng:attributedTo"), iri(quoted.by, base)))
    if (sure := nodes[event].get("confidence") if claim.confidence is None else claim.confidence) is not None:
        told.append((term("ng:confidence"), decimal(sure)))
    for name, fact in told:
        yield (me, name, fact), article
    for stands in standing:
        yield (me, term("ng:standing"), text(stands)), article
    yield from _evidence(me, [quoted], True, base, parts)


def _value(value: int | str) -> Term:
    """A number, a day as exact as it is told, or an interval as the text that it is."""
    if isinstance(value, int):
        return number(value)
    dates = date_literals(value)
    return dates[0][1] if len(dates) == 1 else text(value)


def _evidence(
    me: Term, evidence: Collection[Evidence], marked: bool, base: str, parts: Marks
) -> Iterator[Sourced]:
    """What a node rests on, each once; who says so is told of the node where it is the same for all, else of each mark.

    Evidence is in the order of articles, so that only that of one is held, though some nodes have much.
    """
    voiced = _is_voiced(evidence)
    for article, own in groupby(evidence, key=attrgetter("article")):
        found = (parts.mark(quoted, voiced=voiced) if marked else parts.sentence(quoted) for quoted in own)
        for node in dict.fromkeys(part.node(base) for part in found):
            yield (me, EVIDENCE, node), article


def _is_voiced(evidence: Iterable[Evidence]) -> bool:
    """Whether each mark says whose word it is: they are not all of one."""
    return len({quoted.by for quoted in evidence}) > 1


def _articles(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({quoted.article for quoted in evidence})


def _decisions_on(data: Mapping[str, Any], kind: str, other: str) -> Iterator[str]:
    """The ids of what people decided on the ties of a type from a node to another."""
    for told in data.get("tie_decisions", ()):
        sort, far, decision = told.split(" ")
        if (sort, far) == (kind, other):
            yield decision


def _alone(articles: Sequence[str]) -> str | None:
    """The one article that all there is to say of something rests on, and goes with; None where there are several."""
    return articles[0] if len(articles) == 1 else None
