"""RDF files in: what `newsgraph query` is asked about."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from newsgraph.rdf.writing import FORMATS
from newsgraph.sources import STDIN, OnProblem, Problem, is_rdf_text, rdf_ending
from newsgraph.sources.files import Input, open_input, unreadable

_FORMATS = {**FORMATS, ".owl": ox.RdfFormat.RDF_XML}
_HEAD = 4096
_QUAD = re.compile(
    r"\s*(?:<[^>\n]*>|_:\S+)[ \t]+<[^>\n]*>[ \t]+\S[^\n]*[>\"\w][ \t]+(?:<[^>\n]*>|_:\S+)[ \t]*\.[ \t]*\r?$", re.M
)
"""The first line of N-Quads."""
_REMEDY = "mend it, or give it the ending of its format"


def is_rdf(name: str) -> bool:
    """Whether an input, `-` for standard input, is RDF, by its ending or by how it begins."""
    if name == "-":
        return is_rdf_text(_decoded(getattr(sys.stdin.buffer, "peek", lambda size: b"")(_HEAD)))
    if rdf_ending(name):
        return True
    if not Path(name).is_file():
        return False
    try:
        with open_input(_input(name)) as stream:
            return is_rdf_text(_decoded(stream.peek(_HEAD)))
    except (OSError, EOFError, zlib.error):
        return False


def load_rdf(store: ox.Store, name: str, on_problem: OnProblem) -> bool:
    """Load an RDF file into a store, or tell what is wrong with it; whether that went well.

    Triples of named graphs are in the default graph, too, so that a query finds them without `GRAPH`.
    """
    source = _input(name)
    try:
        with open_input(source) as stream:
            form = _FORMATS.get(rdf_ending(name) or "") or _sniffed(_decoded(stream.peek(_HEAD)))
            quads = list(_quads(ox.parse(stream, form)))
    except SyntaxError as error:
        on_problem(Problem(source.origin, f"is not the RDF that it should be ({_short(error)})", _REMEDY))
    except (OSError, EOFError, zlib.error) as error:
        on_problem(unreadable(source.origin, error))
    else:
        store.bulk_extend(quads)
        return True
    return False


def _quads(quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
    for quad in quads:
        yield quad
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _input(name: str) -> Input:
    return Input(STDIN, None, None) if name == "-" else Input(name, Path(name), None)


def _sniffed(head: str) -> ox.RdfFormat:
    """Turtle and N-Triples are read as TriG."""
    start = head.lstrip()[:1]
    if _QUAD.match(head):
        return ox.RdfFormat.N_QUADS
    if start in ("{", "["):
        return ox.RdfFormat.JSON_LD
    return ox.RdfFormat.RDF_XML if "<rdf:RDF" in head else ox.RdfFormat.TRIG


def _decoded(head: bytes) -> str:
    return head[:_HEAD].decode("utf-8", "replace").removeprefix("\ufeff")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:160]
