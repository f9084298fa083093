"""SPARQL over the graph, by oxigraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyoxigraph as ox

from newsgraph.errors import NewsgraphError
from newsgraph.rdf.queries import outward_word, syntax_problem
from newsgraph.rdf.vocabulary import prefixes
from newsgraph.rdf.writing import all_triples, check_base

if TYPE_CHECKING:
    import rdflib

    from newsgraph.graph.knowledge_graph import KnowledgeGraph


def to_rdflib(graph: KnowledgeGraph, base: str) -> rdflib.Graph:
    """An rdflib Graph on an oxigraph store, with the prefixes bound."""
    import rdflib

    store = to_store(graph, base)
    found = rdflib.Graph(store="Oxigraph")
    for prefix, namespace in prefixes(base).items():
        found.bind(prefix, namespace)
    found.parse(data=store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()), format="ox-nt")
    return found


def new_store() -> ox.Store:
    """An empty store in memory."""
    return ox.Store()


def to_store(graph: KnowledgeGraph, base: str) -> ox.Store:
    """The graph in an oxigraph store in memory."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in all_triples(graph, check_base(base)))
    return store


def select(graph: KnowledgeGraph, query: str, base: str) -> pd.DataFrame:
    """The rows of a SELECT, CONSTRUCT or ASK.

    Raises:
        NewsgraphError: the query is no SPARQL.
    """
    return select_from(to_store(graph, base), query, base)


def select_from(store: ox.Store, query: str, base: str) -> pd.DataFrame:
    """As `select`, over a store."""
    if (word := outward_word(query)) is not None:
        raise NewsgraphError(f"the query asks another server with {word}, and newsgraph is offline; leave {word} out")
    known = prefixes(base)
    try:
        return _frame(store.query(query, prefixes=known))
    except SyntaxError as error:
        raise NewsgraphError(syntax_problem(query, str(error), known)) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise NewsgraphError(f"the query can't be answered ({' '.join(str(error).split())}); change it") from None


def _frame(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> pd.DataFrame:
    if isinstance(result, ox.QueryBoolean):
        return pd.DataFrame({"answer": [bool(result)]})
    if isinstance(result, ox.QueryTriples):
        rows = [tuple(map(_value, (t.subject, t.predicate, t.object))) for t in result]
        return pd.DataFrame(rows, columns=["subject", "predicate", "object"])
    names = [variable.value for variable in result.variables]
    return pd.DataFrame([[_value(solution[name]) for name in names] for solution in result], columns=names)


def _value(value: object) -> object:
    if isinstance(value, ox.Literal):
        kind = value.datatype.value.rsplit("#", 1)[-1]
        if kind == "integer":
            return int(value.value)
        if kind in ("decimal", "double", "float"):
            return float(value.value)
        return value.value == "true" if kind == "boolean" else value.value
    return value.value if isinstance(value, ox.NamedNode | ox.BlankNode) else value
