"""Terms are written as oxigraph writes them, and N-Triples and N-Quads with them."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph.characters import without_controls
from newsgraph.rdf.terms import DEFAULT, decimal, iri, number, parsed, quad_lines, term, text, triple_lines, typed

WORDS = st.text(st.characters() | st.sampled_from('\t\r\n"\\\x7f\x00\ud800�é😀'))
SUBJECT = iri("person/amina-diallo", "https://data.example/")


@given(WORDS)
def test_a_text_is_what_oxigraph_reads_and_writes(words: str) -> None:
    triple = (SUBJECT, term("rdfs:label"), text(words))
    ours = b"".join(triple_lines([triple]))
    (quad,) = ox.parse(ours, ox.RdfFormat.N_TRIPLES)
    assert quad.object == ox.Literal(without_controls(words))
    assert ox.serialize([quad.triple], format=ox.RdfFormat.N_TRIPLES) == ours


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_iri_of_any_key_is_one(key: str) -> None:
    (quad,) = parsed(triple_lines([(iri(key, "https://data.example/é/"), term("ng:agent"), SUBJECT)]))
    assert isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith("https://data.example/é/")
    assert quad.subject.value.isascii() is False and len(quad.subject.value) >= len(key)


def test_numbers_and_days() -> None:
    assert number(-3) == b'"-3"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert decimal(0.5) == b'"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert decimal(48.0) == b'"48"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert typed("2026-05", "xsd:gYearMonth") == b'"2026-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'


def test_many_lines_are_written_as_few() -> None:
    triples = [(SUBJECT, term("ng:mentionCount"), number(n)) for n in range(1201)]
    lines = b"".join(triple_lines(triples)).splitlines(keepends=True)
    assert lines == [b"%b %b %b .\n" % triple for triple in triples]
    assert list(triple_lines([])) == [] == list(quad_lines([]))


def test_a_quad_has_the_name_of_its_graph_or_none() -> None:
    name = iri("graph/one", "https://data.example/")
    quads = [(SUBJECT, term("ng:mentionCount"), number(1), graph) for graph in (name, DEFAULT)]
    named, plain = parsed(quad_lines(quads))
    assert str(named.graph_name) == "<https://data.example/graph/one>" and plain.graph_name == ox.DefaultGraph()
