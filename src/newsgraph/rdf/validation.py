"""Does a file hold what the vocabulary promises? The shapes of shapes.ttl, checked by oxigraph, in plain English."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from newsgraph.articles import Article
from newsgraph.errors import NewsgraphError
from newsgraph.rdf import named_graphs
from newsgraph.rdf.contents import contents_not_said
from newsgraph.rdf.ontology import SHAPES, ontology_path
from newsgraph.rdf.quotations import misquoted
from newsgraph.rdf.reading import load_rdf
from newsgraph.rdf.shapes import Check, read_checks
from newsgraph.rdf.vocabulary import NG, PREFIXES, TYPE, named_node
from newsgraph.sources import Problem

_LONGEST = 80
_OURS = "ASK { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(ng:)) || STRSTARTS(STR(?o), STR(ng:))) }"


class Finding(NamedTuple):
    """What is wrong with one node."""

    node: str
    """What it is and its label: `event “Red Front: killed”`."""
    message: str
    value: str
    iri: str

    def __str__(self) -> str:
        value = f" (found: {self.value})" if self.value else ""
        return f"{self.node}: {self.message}{value} <{self.iri}>"


def validate_file(path: Path, articles: Iterable[Article] = ()) -> list[str]:
    """What is wrong with an RDF file of any format that newsgraph writes, a line each; empty if it conforms.

    Where `articles` of the graph are given, its words are held against their texts.

    Raises:
        NewsgraphError: it can't be read, or holds nothing of the vocabulary.
    """
    store = ox.Store()
    if not load_rdf(store, str(path), _fail):
        raise NewsgraphError(f"{path}: can't be read; name a file of `newsgraph build`")
    return list(map(str, validate_store(store, str(path), articles)))


def _fail(problem: Problem) -> None:
    raise NewsgraphError(str(problem))


def validate_store(store: ox.Store, origin: str, articles: Iterable[Article] = ()) -> list[Finding]:
    """What is wrong with the default graph of a store, to which the ontology is added, with its words and named graphs.

    Raises:
        NewsgraphError: it holds nothing of the vocabulary.
    """
    if not store.query(_OURS, prefixes=PREFIXES):
        raise NewsgraphError(f"{origin}: holds nothing of newsgraph's vocabulary; name a file of `newsgraph build`")
    for name in _WITH:
        store.load(path=ontology_path(name), format=ox.RdfFormat.TURTLE)
    found: dict[tuple[str, str], Finding] = {}
    for check in _checks():
        rows: Any = store.query(check.query, prefixes=PREFIXES)
        for row in rows:
            node = _column(row, "node") or _column(row, "this")
            finding = _finding(store, node, check.message, _column(row, "value"))
            found.setdefault((finding.iri, finding.message), finding)
    for wrong in chain(contents_not_said(store), misquoted(store, articles)):
        finding = _finding(store, *wrong)
        found.setdefault((finding.iri, finding.message), finding)
    return sorted(found.values())


_WITH = ("newsgraph.ttl", "plover.ttl")


@cache
def _checks() -> list[Check]:
    store = ox.Store()
    for name in (*_WITH, *SHAPES):
        store.load(path=ontology_path(name), format=ox.RdfFormat.TURTLE)
    return [*read_checks(store), *named_graphs.CHECKS]


def _finding(store: ox.Store, node: Any, message: str, value: Any) -> Finding:
    return Finding(_described(store, node), message, _shown(store, value), getattr(node, "value", str(node)))


def _column(row: ox.QuerySolution, name: str) -> Any:
    try:
        return row[name]
    except KeyError:
        return None


def _described(store: ox.Store, node: Any) -> str:
    """What a node is and its label; of evidence and selectors their words, of a relation its ends."""
    types = [q.object for q in store.quads_for_pattern(node, TYPE, None)]
    kinds = sorted(t.value for t in types if isinstance(t, ox.NamedNode) and t.value.startswith(NG))
    kind = min(kinds, key=lambda kind: kind in _WIDE, default="").removeprefix(NG)
    kind = kind or ("text selector" if named_node("oa:TextPositionSelector") in types else "node")
    label = _first(store, node, "rdfs:label") or _words(store, node) or _ends(store, node)
    return f"{_spaced(kind)} “{_cut(label)}”" if label else _spaced(kind)


_WIDE = frozenset(NG + name for name in ("Actor", "Organization", "Place"))
"""Classes that nodes of narrower ones have, too."""


def _words(store: ox.Store, node: Any) -> str | None:
    selector = next((q.object for q in store.quads_for_pattern(node, named_node("oa:hasSelector"), None)), node)
    return _first(store, selector, "oa:exact")


def _ends(store: ox.Store, node: Any) -> str | None:
    names = [_object(store, node, f"ng:{name}") for name in ("subject", "predicate", "object")]
    if None in names:
        return None
    one, link, other = names
    return f"{_shown(store, one)} {_shown(store, link)} {_shown(store, other)}"


def _object(store: ox.Store, node: Any, name: str) -> Any:
    return next((q.object for q in store.quads_for_pattern(node, named_node(name), None)), None)


def _first(store: ox.Store, node: Any, name: str) -> str | None:
    found = _object(store, node, name)
    return found.value if isinstance(found, ox.Literal) else None


def _shown(store: ox.Store, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, ox.Literal):
        return f"“{_cut(value.value)}”"
    iri = str(getattr(value, "value", value))
    return _cut(_first(store, value, "rdfs:label") or next(
        (f"{name}:{iri.removeprefix(whole)}" for name, whole in PREFIXES.items() if iri.startswith(whole)), iri
    ))


def _spaced(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
