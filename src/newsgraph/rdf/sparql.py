"""SPARQL over the graph, by oxigraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from newsgraph.errors import NewsgraphError
from newsgraph.graph.frames import frame
from newsgraph.rdf.queries import outward_word, syntax_problem
from newsgraph.rdf.terms import triple_lines
from newsgraph.rdf.vocabulary import PREFIXES, TYPE, prefixes
from newsgraph.rdf.writing import all_triples

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

    from newsgraph.graph.evidence_graph import EvidenceGraph

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def to_rdflib(graph: EvidenceGraph, base: str) -> rdflib.Graph:
    """An rdflib Graph on an oxigraph store, with the prefixes bound."""
    import rdflib

    found = rdflib.Graph(store="Oxigraph")
    for prefix, namespace in prefixes(base).items():
        found.bind(prefix, namespace)
    found.parse(data=b"".join(triple_lines(all_triples(graph, base))), format="ox-nt")
    return found


def new_store() -> ox.Store:
    """An empty store in memory."""
    return ox.Store()


def to_store(graph: EvidenceGraph, base: str) -> ox.Store:
    """The graph in an oxigraph store in memory."""
    store = ox.Store()
    store.bulk_load(b"".join(triple_lines(all_triples(graph, base))), format=ox.RdfFormat.N_TRIPLES)
    return store


_RUNS = "SELECT DISTINCT ?run { ?run a prov:Activity ; prov:used ?article ; prov:wasAssociatedWith ?program }"


def base_of(store: ox.Store) -> str | None:
    """The base of the graph in a store, as its runs tell it; None if there are none, or of several graphs."""
    rows: Any = store.query(_RUNS, prefixes=PREFIXES)
    found = {base for row in rows for base, sign, _ in [row["run"].value.rpartition("run/")] if sign}
    return found.pop() if len(found) == 1 else None


def select(graph: EvidenceGraph, query: str, base: str) -> pd.DataFrame:
    """The rows of a SELECT, CONSTRUCT or ASK.

    Raises:
        NewsgraphError: the query is no SPARQL.
    """
    return select_from(to_store(graph, base), query, base)


def select_from(store: ox.Store, query: str, base: str | None) -> pd.DataFrame:
    """As `select`, over a store. Numbers, truth values, days and times are Python's; months, years, IRIs are texts.

    Whole numbers stay whole where some are missing (`Int64`).
    """
    return frame_of(ask(store, query, base))


def ask(store: ox.Store, query: str, base: str | None) -> Result:
    """What oxigraph answers; the prefixes of the vocabulary need not be declared.

    Raises:
        NewsgraphError: the query is no SPARQL, or asks another server.
    """
    if (word := outward_word(query)) is not None:
        raise NewsgraphError(f"the query asks another server with {word}, and newsgraph is offline; leave {word} out")
    known = prefixes(base)
    try:
        return store.query(query, prefixes=known)
    except SyntaxError as error:
        raise NewsgraphError(syntax_problem(query, str(error), known)) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise NewsgraphError(f"the query can't be answered ({' '.join(str(error).split())}); change it") from None


def turtle_of(result: ox.QueryTriples, base: str | None) -> bytes:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, in alphabetical order, with the prefixes that they need."""
    triples = sorted(set(result), key=lambda t: (str(t.subject), t.predicate != TYPE, str(t.predicate), str(t.object)))
    spaces = {_namespace(term) for triple in triples for term in (triple.subject, triple.predicate, triple.object)}
    known = {**prefixes(base), "time": "http://www.w3.org/2006/time#"}
    needed = {name: iri for name, iri in known.items() if iri in spaces}
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=needed) or b""


def _namespace(term: object) -> str:
    """What an IRI, or that of a literal's datatype, begins with."""
    iri = term.datatype.value if isinstance(term, ox.Literal) else str(getattr(term, "value", ""))
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def frame_of(result: Result) -> pd.DataFrame:
    """The rows of an answer, with Python's numbers, truth values, days and times."""
    if isinstance(result, ox.QueryBoolean):
        return frame([[bool(result)]], columns=["answer"])
    if isinstance(result, ox.QueryTriples):
        rows = [tuple(map(_value, (t.subject, t.predicate, t.object))) for t in result]
        return frame(rows, columns=["subject", "predicate", "object"])
    names = [variable.value for variable in result.variables]
    rows = [tuple(_value(solution[name]) for name in names) for solution in result]
    table = frame(rows, columns=names)
    for place, name in enumerate(names):
        values = {type(row[place]) for row in rows}
        if values == {int, NoneType}:  # which pandas would make decimal numbers
            table[name] = _whole([row[place] for row in rows])
    return table


def _whole(values: Sequence[Any]) -> pd.Series[Any]:
    """A column of whole numbers, some of which are missing; of Python's own where one is too large."""
    import pandas as pd

    fits = all(value is None or abs(value) < 2**63 for value in values)
    return pd.Series(values, dtype="Int64" if fits else "object")


_PYTHON: dict[str, Callable[[str], object]] = {
    "integer": int, "decimal": float, "double": float, "float": float, "boolean": "true".__eq__,
    "date": date.fromisoformat, "dateTime": datetime.fromisoformat,
}


def _value(value: object) -> object:
    if isinstance(value, ox.Literal):
        convert = _PYTHON.get(value.datatype.value.removeprefix(PREFIXES["xsd"]), str)
        try:
            return convert(value.value)
        except ValueError:  # what another tool wrote need not be well formed
            return value.value
    return value.value if isinstance(value, ox.NamedNode | ox.BlankNode) else value
