"""Telling RDF from news: newsgraph's own outputs are no articles."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from newsgraph.sources.problems import Problem

RDF_ENDINGS: Final = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".jsonld")
"""Endings of RDF files; each of them may be followed by `.gz`."""

_IRI: Final = r"<[a-z][a-z0-9+.-]*:[^<>\s\"{}|^`\\]*>"
_TURTLE: Final = re.compile(
    r"\s*(?:\#[^\n]*\n\s*)*"
    rf"(?:@?prefix\s+[\w.-]*:\s*<|@?base\s+<|(?:{_IRI}|_:\S+)\s+(?:{_IRI}\s+(?:[<\"]|_:)|a\s+<))", re.I
)  # fmt: skip
_XML: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*<rdf:RDF\b", re.S)
_JSON: Final = re.compile(
    r"""\s*(?:\[\s*)?\{\s*"@id"\s*:\s*"[^"]*"\s*,\s*"(?:https?:|@graph"|@type"\s*:\s*\[\s*"http)"""
)


def rdf_ending(name: str) -> str | None:
    """The ending of RDF that a file name has, in small letters and without `.gz`; None if it has none."""
    ending = PurePath(name.lower().removesuffix(".gz")).suffix
    return ending if ending in RDF_ENDINGS else None


def is_rdf_text(head: str) -> bool:
    """Whether a text that begins with `head` is Turtle or its kin, RDF/XML, or expanded JSON-LD."""
    return bool(_TURTLE.match(head) or _XML.match(head) or _JSON.match(head))


def not_news(origin: str) -> Problem:
    """The problem of an input that is RDF where articles are wanted."""
    return Problem(origin, "is RDF, not news", "ask it with `newsgraph query`, or give the articles that it is from")
