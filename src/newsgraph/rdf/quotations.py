"""Whether the words of a graph are those of its articles, where the texts of these are at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pyoxigraph as ox

from newsgraph.articles import Article
from newsgraph.graph.characters import without_controls
from newsgraph.rdf.vocabulary import PREFIXES

_ARTICLES = """SELECT ?article ?id ?digest ?length { ?article schema:identifier ?id
    OPTIONAL { ?article ng:textDigest ?digest } OPTIONAL { ?article ng:textLength ?length }
} ORDER BY ?article"""
_PARTS = """SELECT ?article ?part ?words ?start ?end {
    ?part oa:hasSource ?article ; oa:hasSelector ?selector . ?selector oa:exact ?words ; oa:start ?start ; oa:end ?end
} ORDER BY ?part"""


class Misquoted(NamedTuple):
    """A node whose words, digest or length are not those of the text."""

    node: Any
    message: str
    value: Any


def misquoted(store: ox.Store, articles: Iterable[Article]) -> Iterator[Misquoted]:
    """What a graph has otherwise than the texts of its articles, which are known by their ids.

    Articles that it has not, and its own whose texts are not given, are passed over.
    """
    rows: Any = store.query(_ARTICLES, prefixes=PREFIXES)
    known = {row["id"].value: (row["article"], row["digest"], row["length"]) for row in rows}
    for article in articles:
        if article.id not in known:
            continue
        node, digest, length = known[article.id]
        own = f"sha256:{hashlib.sha256(article.text.encode('utf-8', 'surrogatepass')).hexdigest()}"
        if digest is not None and digest.value != own:
            yield Misquoted(node, "its digest is not that of its text", digest)
        if length is not None and length.value != str(len(article.text)):
            yield Misquoted(node, "its text is not as long as it says", length)
        yield from _parts(store, node, article.text)


def _parts(store: ox.Store, article: Any, text: str) -> Iterator[Misquoted]:
    rows: Any = store.query(_PARTS, prefixes=PREFIXES, substitutions={ox.Variable("article"): article})
    for row in rows:
        start, end = row["start"].value, row["end"].value
        found = text[int(start) : int(end)] if start.isdecimal() and end.isdecimal() else ""
        if without_controls(found) != row["words"].value:
            yield Misquoted(row["part"], "its words are not those of the article at that place", row["words"])
