"""Evidence as Web Annotation: the part of an article (`oa:SpecificResource`) with a selector of its words.

What is claimed (events, proposals, ties) rests on marks, the exact words, each with its sentence; who and what is
spoken of, and statements, rest on the sentences themselves. Sentences are nodes that all share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from newsgraph.graph.evidence import Evidence
from newsgraph.rdf.vocabulary import TYPE, iri, number, term, text


class Part(NamedTuple):
    """A part of an article: a sentence, or a mark, which has its sentence and who says so."""

    article: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int] | None = None
    by: str | None = None

    def node(self, base: str) -> ox.NamedNode:
        """Its IRI."""
        by = f"/by/{self.by}" if self.by else ""
        return iri(f"{'sentence' if self.sentence is None else 'evidence'}/{_place(self)}{by}", base)


def mark(quoted: Evidence) -> Part:
    """The exact words."""
    around = (quoted.sentence_start, quoted.sentence_end)
    return Part(quoted.article, quoted.start, quoted.end, quoted.text, around, quoted.by)


def sentence(quoted: Evidence) -> Part:
    """The sentence around them."""
    return Part(quoted.article, quoted.sentence_start, quoted.sentence_end, quoted.sentence)


def sentences(evidence: Iterable[Evidence]) -> list[Part]:
    """The sentences of several pieces of evidence, each once."""
    return list(dict.fromkeys(map(sentence, evidence)))


def part_triples(part: Part, base: str) -> Iterator[ox.Triple]:
    """A part, with the selector that finds it by its words and by their position."""
    me, selector = part.node(base), iri(f"selector/{_place(part)}", base)
    yield ox.Triple(me, TYPE, term("ng:Sentence" if part.sentence is None else "ng:Evidence"))
    yield ox.Triple(me, term("oa:hasSource"), iri(part.article, base))
    yield ox.Triple(me, term("oa:hasSelector"), selector)
    if part.sentence is not None:
        around = Part(part.article, *part.sentence, "")
        yield ox.Triple(me, term("ng:sentence"), around.node(base))
    if part.by is not None:
        yield ox.Triple(me, term("ng:attributedTo"), iri(part.by, base))
    yield ox.Triple(selector, TYPE, term("ng:TextSelector"))
    yield ox.Triple(selector, term("oa:exact"), text(part.text))
    yield ox.Triple(selector, term("oa:start"), number(part.start))
    yield ox.Triple(selector, term("oa:end"), number(part.end))


def _place(part: Part) -> str:
    return f"{part.article.removeprefix('article/')}.{part.start}-{part.end}"
