"""What the IRIs of nodes begin with.

A person without a link is known by name alone, so a name is only unique in its corpus. The base that a graph has unless
it is given one follows from its articles: the same articles have the same IRIs, and two corpora's John Smiths are two.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from newsgraph.articles import Article
from newsgraph.errors import OutputError

DEFAULT_BASE = "https://w3id.org/newsgraph/id/"
"""What bases that follow from articles stand under."""


def corpus_base(articles: Iterable[Article], *, ordered: bool = False) -> str:
    """The base of a corpus: it follows from the ids and texts of its articles, whatever their order.

    Where they are `ordered` by their ids, none is held.
    """
    found = hashlib.sha256()
    told = ((article.id, _digest(article.id) + _digest(article.text)) for article in articles)
    for _, own in told if ordered else sorted(told):
        found.update(own)
    return f"{DEFAULT_BASE}{found.hexdigest()[:12]}/"


def _digest(part: str) -> bytes:
    return hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest()


def article_base(article: Article, base: str | None) -> str:
    """The base of an article that stands by itself, under one that is given for all."""
    own = corpus_base([article])
    return own if base is None else base + own.removeprefix(DEFAULT_BASE)


_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")
"""An absolute IRI, as far as RDF asks."""


def check_base(base: str) -> str:
    """The base of IRIs, where it is an IRI that keys can stand behind.

    Raises:
        OutputError: it is none.
    """
    if not is_iri(base):
        raise OutputError(f"--base {base!r}: is no IRI; write one such as https://example.org/id/")
    if not base.endswith(("/", "#", ":")):
        raise OutputError(f"--base {base}: names stand right behind it, so end it with / or #")
    if "?" in base or "#" in base[:-1]:
        raise OutputError(f"--base {base}: has a query or a fragment, in which names can't be; leave it out")
    if _UNSTEADY.search(base):
        raise OutputError(f"--base {base}: programs shorten //, /./ and /../ each in its way; write it without")
    if (place := _PLACE.match(base)) and place["secret"]:
        raise OutputError(f"--base {base}: has a name or a password, which all would read; leave it out")
    if place and int(place["port"] or 0) > _LAST_PORT:
        raise OutputError(f"--base {base}: there is no port {place['port']}; write one up to {_LAST_PORT}, or none")
    if base.lower().startswith("urn:uuid:"):
        raise OutputError(f"--base {base}: has UUIDs alone behind it, and names are none; use a place of your own")
    if (place[0].lower() + base[place.end() :] if place else base).startswith(VOCABULARIES):
        raise OutputError(f"--base {base}: is where a vocabulary or others' names are; use a place of your own")
    return base


_UNSTEADY = re.compile(r"^https?:(?!//[^/])|(?<!:)//|^[^:]*://[^/]*//|/\.{1,2}/")
_PLACE = re.compile(r"[^:/]+://(?P<secret>[^/@]*@)?(\[[^/\]]*\]|[^/:]*)(:(?P<port>\d*))?")
"""Scheme and host, in which upper and lower case are one."""
_LAST_PORT = 65535
VOCABULARIES = (
    "https://w3id.org/newsgraph/ontology", "https://w3id.org/newsgraph/plover", "https://w3id.org/newsgraph/alignments",
    "https://w3id.org/newsgraph/shapes", "https://w3id.org/newsgraph/term-shapes", "http://www.w3.org/",
    "https://www.w3.org/", "http://purl.org/", "https://purl.org/", "http://schema.org/", "https://schema.org/",
    "http://rdfs.org/", "http://xmlns.com/", "http://semanticweb.cs.vu.nl/", "http://www.wikidata.org/",
    "https://www.wikidata.org/", "http://dbpedia.org/", "https://dbpedia.org/", "http://sws.geonames.org/",
    "https://sws.geonames.org/",
)
"""Where the terms of vocabularies are, and the names that nodes are linked to: no place for nodes of a graph."""


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    import pyoxigraph as ox

    try:
        return bool(_IRI.fullmatch(text)) and bool(ox.NamedNode(text))
    except ValueError:  # a host in brackets that is none, % without two digits
        return False
