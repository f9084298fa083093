"""The names that the RDF uses."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

NG = "https://w3id.org/newsgraph/ontology#"
PLOVER = "https://w3id.org/newsgraph/plover#"

PREFIXES = {
    "ng": NG,
    "plover": PLOVER,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "void": "http://rdfs.org/ns/void#",
    "prov": "http://www.w3.org/ns/prov#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "wd": "http://www.wikidata.org/entity/",
    "dbr": "http://dbpedia.org/resource/",
    "gn": "https://sws.geonames.org/",
}
"""Prefixes of every output and query, beside those of the individuals."""

FOLDERS = (
    "person", "group", "country", "place", "agency", "organization", "party", "armed-group", "event", "document",
    "thing", "proposal", "statement", "article", "account", "claim", "story", "sentence", "evidence", "selector",
    "relation", "graph", "run", "reading", "software", "model", "file", "decision", "coder",
)
"""What stands behind the base in the IRI of a node: a prefix of its own, for `person:amina-diallo`."""


def prefixes(base: str | None) -> dict[str, str]:
    """All prefixes, with those of individuals under `base` if there is one."""
    if base is None:
        return PREFIXES
    return {**PREFIXES, "id": base, **{folder: f"{base}{folder}/" for folder in FOLDERS}}


@cache
def named_node(name: str) -> ox.NamedNode:
    """The IRI of a prefixed name, `ng:agent` say."""
    prefix, local = name.split(":", 1)
    return ox.NamedNode(PREFIXES[prefix] + local)


TYPE = named_node("rdf:type")
