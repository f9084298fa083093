"""The triples of a graph, in the vocabulary of `ontologies/newsgraph.ttl`. A pure function of the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import networkx as nx
import pyoxigraph as ox

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.tables import TIES
from newsgraph.rdf.dates import date_literals
from newsgraph.rdf.vocabulary import PLOVER, TYPE, decimal, number, term

ACTORS = frozenset(
    ("Person", "Group", "Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization", "Country")
)
_COUNTS = ("killed", "injured", "missing", "detained", "displaced")
_AUTHORITIES = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "wikipedia": "http://dbpedia.org/resource/{}",
}
_TEXTS = {
    "name": "ng:name", "mode": "ng:mode", "factuality": "ng:factuality", "act": "ng:act", "content": "ng:content",
    "status": "ng:status", "deadline": "ng:deadline", "condition": "ng:condition", "sector": "ng:sector",
    "quad": "ng:quadClass", "date_reason": "ng:dateReason", "place_reason": "ng:placeReason", "coded_by": "ng:codedBy",
}
_LISTS = {"counts_disputed": "ng:disputed", "dates_disputed": "ng:disputed", "instruments": "ng:instrument"}
_CLASSES = {"Other": "ng:Thing"}


def to_triples(network: nx.MultiDiGraph[str], base: str) -> Iterator[ox.Triple]:
    """All triples; node by node, then edge by edge. Blank nodes are not used, so that outputs can be compared."""
    evidence: set[Evidence] = set()
    for key, data in network.nodes(data=True):
        evidence.update(data["evidence"])
        yield from _node(key, data, base)
    for one, other, name, data in network.edges(keys=True, data=True):
        evidence.update(data["evidence"])
        yield from _edge(network, one, other, name, data, base)
    for quoted in evidence:
        yield from _evidence(quoted, base)


def iri(key: str, base: str) -> ox.NamedNode:
    """The IRI of a node key."""
    return ox.NamedNode(base + quote(key, safe="/-._~"))


def _evidence_iri(quoted: Evidence, base: str) -> ox.NamedNode:
    by = f"/by/{quoted.by}" if quoted.by else ""
    return iri(f"evidence/{quoted.article.removeprefix('article/')}/{quoted.start}-{quoted.end}{by}", base)


def _node(key: str, data: dict[str, Any], base: str) -> Iterator[ox.Triple]:
    me = iri(key, base)
    kind: str = data["type"]
    yield ox.Triple(me, TYPE, term(_CLASSES.get(kind, f"ng:{kind}")))
    if kind in ACTORS:
        yield ox.Triple(me, TYPE, term("ng:Actor"))
    yield ox.Triple(me, term("rdfs:label"), ox.Literal(data["label"]))
    for alias in data.get("aliases", ()):
        yield ox.Triple(me, term("skos:altLabel"), ox.Literal(alias))
    for quoted in data["evidence"]:
        yield ox.Triple(me, term("ng:evidence"), _evidence_iri(quoted, base))
    if kind == "Article":
        yield from _article(me, data)
        return
    yield ox.Triple(me, term("ng:mentionCount"), number(data["count"]))
    for name, predicate in _TEXTS.items():
        if name in data:
            yield ox.Triple(me, term(predicate), ox.Literal(str(data[name])))
    for name, predicate in _LISTS.items():
        for value in data.get(name, ()):
            yield ox.Triple(me, term(predicate), ox.Literal(value))
    for name in _COUNTS:
        if name in data:
            yield ox.Triple(me, term(f"ng:{name}"), number(data[name]))
    if data.get("negated"):
        yield ox.Triple(me, term("ng:negated"), ox.Literal(True))
    if "country" in data:
        yield ox.Triple(me, term("ng:countryCode"), ox.Literal(data["country"]))
    if "lat" in data and "lon" in data:
        yield ox.Triple(me, term("geo:lat"), decimal(data["lat"]))
        yield ox.Triple(me, term("geo:long"), decimal(data["lon"]))
    if kind == "Event" and "kind" in data:
        yield ox.Triple(me, term("ng:kind"), ox.NamedNode(PLOVER + data["kind"]))
    if "date" in data:
        for predicate, literal in date_literals(data["date"]):
            yield ox.Triple(me, term("ng:proposedOn" if kind == "Proposal" else predicate), literal)
    for authority, pattern in _AUTHORITIES.items():
        if authority in data:
            name = quote(str(data[authority]).replace(" ", "_"), safe="_-().,'!~*:@&=+$")
            yield ox.Triple(me, term("owl:sameAs"), ox.NamedNode(pattern.format(name)))


def _article(me: ox.NamedNode, data: dict[str, Any]) -> Iterator[ox.Triple]:
    yield ox.Triple(me, term("schema:identifier"), ox.Literal(data["identifier"]))
    texts = {
        "title": "schema:headline", "source": "schema:publisher", "author": "schema:author",
        "language": "schema:inLanguage", "url": "schema:url",
    }
    for name, predicate in texts.items():
        if name in data:
            yield ox.Triple(me, term(predicate), ox.Literal(data[name]))
    if "date" in data:
        for predicate, literal in date_literals(data["date"]):
            if predicate == "ng:date":
                yield ox.Triple(me, term("schema:datePublished"), literal)


def _edge(
    network: nx.MultiDiGraph[str], one: str, other: str, name: str, data: dict[str, Any], base: str
) -> Iterator[ox.Triple]:
    subject, predicate, value = iri(one, base), term(f"ng:{data['type']}"), iri(other, base)
    yield ox.Triple(subject, predicate, value)
    if data["type"] == "reportedIn":
        return
    short = hashlib.sha256(f"{one} {name} {other}".encode()).hexdigest()[:12]
    me = iri(f"relation/{short}", base)
    yield ox.Triple(me, TYPE, term("ng:Relation"))
    label = f"{network.nodes[one]['label']} – {data.get('role') or data['type']} – {network.nodes[other]['label']}"
    yield ox.Triple(me, term("rdfs:label"), ox.Literal(label))
    yield ox.Triple(me, term("ng:subject"), subject)
    yield ox.Triple(me, term("ng:predicate"), predicate)
    yield ox.Triple(me, term("ng:object"), value)
    if data["type"] in TIES:
        if "role" in data:
            yield ox.Triple(me, term("ng:role"), ox.Literal(data["role"]))
        for flag in ("former", "acting"):
            if data.get(flag):
                yield ox.Triple(me, term(f"ng:{flag}"), ox.Literal(True))
        if "basis" in data:
            yield ox.Triple(me, term("ng:basis"), ox.Literal(data["basis"]))
    for quoted in data["evidence"]:
        yield ox.Triple(me, term("ng:evidence"), _evidence_iri(quoted, base))


def _evidence(quoted: Evidence, base: str) -> Iterable[ox.Triple]:
    me = _evidence_iri(quoted, base)
    yield ox.Triple(me, TYPE, term("ng:Evidence"))
    yield ox.Triple(me, term("oa:hasSource"), iri(quoted.article, base))
    yield ox.Triple(me, term("oa:exact"), ox.Literal(quoted.text))
    yield ox.Triple(me, term("oa:start"), number(quoted.start))
    yield ox.Triple(me, term("oa:end"), number(quoted.end))
    yield ox.Triple(me, term("ng:sentence"), ox.Literal(quoted.sentence))
    if quoted.by:
        yield ox.Triple(me, term("ng:attributedTo"), iri(quoted.by, base))
