"""The facts of a node as triples."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from newsgraph.rdf.dates import date_literals
from newsgraph.rdf.terms import TRUE, Term, Triple, decimal, iri, number, term, text, whole_iri

BODIES = frozenset(("Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization"))
"""Types of node that are organizations."""
ACTORS = BODIES | {"Person", "Group", "Country"}
_AUTHORITIES = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "wikipedia": "http://dbpedia.org/resource/{}",
}
_TEXTS = {
    "name": "ng:name", "mode": "ng:mode", "factuality": "ng:factuality", "act": "ng:act", "content": "ng:content",
    "status": "ng:status", "deadline": "ng:deadline", "condition": "ng:condition", "sector": "ng:sector",
    "date_reason": "ng:dateReason", "place_reason": "ng:placeReason",
    "polarity": "ng:polarity", "commitment": "ng:commitment", "country": "ng:countryCode",
}
_UNMARKED = {
    "polarity": "asserted", "commitment": "said", "mode": "indirect", "sources": 1, "independent_sources": 1,
}
"""What goes without saying."""
_NUMBERS = {
    "killed": "ng:killed", "injured": "ng:injured", "missing": "ng:missing", "detained": "ng:detained",
    "displaced": "ng:displaced", "sources": "ng:sources", "independent_sources": "ng:independentSources",
}
_ARTICLE = {
    "identifier": "schema:identifier", "title": "schema:headline", "source": "schema:publisher",
    "author": "schema:author", "language": "schema:inLanguage", "url": "schema:url",
}
_CLASSES = {"Other": "ng:Thing"}
_ACTING = {"Place": ("Polity", "Actor", "Place"), "Other": ("Actor",)}
"""The classes of what acts, by types of which others do not."""


def classes(kind: str, *, acts: bool = False) -> list[Term]:
    """The classes of a node of a type, with those that a query asks for: what is an actor, a body, a place.

    What `acts` though others of its type do not is an actor, too: a town that stands for its authorities, and what is
    of no known kind.
    """
    if acts:
        return [term(f"ng:{name}") for name in _ACTING[kind]]
    wide = (("Actor", ACTORS), ("Organization", BODIES), ("Place", {"Country"}))
    above = [name for name, kinds in wide if kind in kinds and kind != name]
    return [term(_CLASSES.get(kind, f"ng:{kind}")), *(term(f"ng:{name}") for name in above)]


def facts(key: str, data: dict[str, Any], base: str) -> Iterator[Triple]:
    """What is known of a node beside its classes, its label and its evidence."""
    me, kind = iri(key, base), data["type"]
    if kind == "Article":
        yield from _article(me, data)
        return
    for decision in data.get("decided", ()):
        yield me, term("ng:decision"), text(decision)
    for alias in data.get("aliases", ()):
        yield me, term("skos:altLabel"), text(alias)
    for post in data.get("roles", ()):
        yield me, term("schema:jobTitle"), text(post)
    if kind != "Statement":
        yield me, term("ng:mentionCount"), number(data["count"])
    yield from values(me, data)
    if kind == "Proposal":
        for _, literal in date_literals(data["date"]) if "date" in data else ():
            yield me, term("ng:proposedOn"), literal
    else:
        yield from happening(me, data)
    for authority, pattern in _AUTHORITIES.items():
        if authority in data:
            name = quote(str(data[authority]).replace(" ", "_"), safe="_-().,'!~*:@&=+$")
            yield me, term("owl:sameAs"), whole_iri(pattern.format(name))


def replaced(me: Term, data: dict[str, Any], base: str) -> Iterator[Triple]:
    """That nodes of before are one with this one now."""
    for old in data.get("replaces", ()):
        yield iri(old, base), term("dcterms:isReplacedBy"), me
        yield iri(old, base), term("owl:sameAs"), me


def happening(me: Term, data: dict[str, Any]) -> Iterator[Triple]:
    """What kind of event something is, or an account tells, and when it was."""
    if "kind" in data:
        yield me, term("ng:kind"), term(f"plover:{data['kind']}")
    for predicate, literal in date_literals(data["date"]) if "date" in data else ():
        yield me, term(predicate), literal
    for predicate, literal in date_literals(data["since"]) if "since" in data else ():
        if predicate in ("ng:date", "ng:startDate"):
            yield me, term("ng:startDate"), literal


def values(me: Term, data: dict[str, Any]) -> Iterator[Triple]:
    """What is a plain value: words, numbers, how sure it is, where it is."""
    for name, predicate in _TEXTS.items():
        if name in data and data[name] != _UNMARKED.get(name):
            yield me, term(predicate), text(data[name])
    for name, predicate in _NUMBERS.items():
        if name in data and data[name] != _UNMARKED.get(name):
            yield me, term(predicate), number(data[name])
    for word in data.get("instruments", ()):
        yield me, term("ng:instrument"), text(word)
    if data.get("negated"):
        yield me, term("ng:negated"), TRUE
    if "confidence" in data:
        yield me, term("ng:confidence"), decimal(data["confidence"])
    if "lat" in data and "lon" in data:
        yield me, term("geo:lat"), decimal(data["lat"])
        yield me, term("geo:long"), decimal(data["lon"])


def _article(me: Term, data: dict[str, Any]) -> Iterator[Triple]:
    for name, predicate in _ARTICLE.items():
        if name in data:
            yield me, term(predicate), text(data[name])
    for predicate, literal in date_literals(data["date"]) if "date" in data else ():
        if predicate == "ng:date":
            yield me, term("schema:datePublished"), literal


def text_facts(key: str, words: str, base: str) -> Iterator[Triple]:
    """The digest and the length of an article's text, by which offsets can be checked."""
    me = iri(key, base)
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    yield me, term("ng:textDigest"), text(f"sha256:{digest}")
    yield me, term("ng:textLength"), number(len(words))
