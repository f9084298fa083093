"""Terms of RDF as N-Triples writes them, so that a triple is written by putting three of them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NewType
from urllib.parse import quote

import pyoxigraph as ox

from newsgraph.graph.characters import without_controls
from newsgraph.rdf.vocabulary import PREFIXES

Term = NewType("Term", bytes)
"""An IRI or a literal."""
Triple = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]
"""A triple and the name of its graph; `DEFAULT` for none."""
Sourced = tuple[Triple, str | None]
"""A triple and the key of the article that says so; None where it was put together from several."""

DEFAULT = Term(b"")
_ESCAPED = str.maketrans({
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x7f": "\\u007F",
})  # fmt: skip
_LINES = 500
"""Triples that are written at once: more would not fit into the processor's cache."""
_SAFE = re.compile(r"[\w/.~-]*", re.ASCII)


def whole_iri(value: str) -> Term:
    """An IRI, which is one."""
    return Term(f"<{value}>".encode())


@cache
def term(name: str) -> Term:
    """The IRI of a prefixed name, `ng:agent` say."""
    prefix, local = name.split(":", 1)
    return whole_iri(PREFIXES[prefix] + local)


@lru_cache(1 << 12)
def iri(key: str, base: str) -> Term:
    """The IRI of a node key."""
    return whole_iri(base + (key if _SAFE.fullmatch(key) else quote(key, safe="/-._~")))


def text(value: object) -> Term:
    """A string, with a replacement character for each that no format can hold."""
    return Term(_quoted(str(value)))


def typed(value: object, datatype: str) -> Term:
    """A literal of a prefixed datatype, `xsd:date` say."""
    return Term(b"%b^^%b" % (_quoted(str(value)), term(datatype)))


@lru_cache(1 << 12)
def number(value: int) -> Term:
    """An `xsd:integer`."""
    return typed(value, "xsd:integer")


@lru_cache(1 << 12)
def offset(value: int) -> Term:
    """An `xsd:nonNegativeInteger`, as Web Annotation has places in texts."""
    return typed(value, "xsd:nonNegativeInteger")


def decimal(value: float) -> Term:
    """An `xsd:decimal` without exponent."""
    return typed(f"{value:.6f}".rstrip("0").rstrip("."), "xsd:decimal")


def _quoted(value: str) -> bytes:
    if not value.isprintable() or '"' in value or "\\" in value:
        value = without_controls(value).translate(_ESCAPED)
    return f'"{value}"'.encode()


TYPE = term("rdf:type")
TRUE = typed("true", "xsd:boolean")


def triple_lines(triples: Iterable[Triple]) -> Iterator[bytes]:
    """N-Triples, some hundred lines at a time."""
    left = iter(triples)
    while some := list(islice(left, _LINES)):
        yield b" .\n".join(map(b" ".join, some)) + b" .\n"


def quad_lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    """N-Quads, some hundred lines at a time."""
    left = iter(quads)
    while some := list(islice(left, _LINES)):
        yield b" .\n".join([b" ".join(quad if quad[3] else quad[:3]) for quad in some]) + b" .\n"


def parsed(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    """N-Triples or N-Quads as oxigraph's quads."""
    for some in lines:
        yield from ox.parse(some, ox.RdfFormat.N_QUADS)
