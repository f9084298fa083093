"""Evidence as Web Annotation: the part of an article (`oa:SpecificResource`) with a selector of its words.

What is claimed (events, proposals, ties) rests on marks, the exact words, each with its sentence; who and what is
spoken of, and statements, rest on the sentences themselves. Sentences are nodes that all share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgraph.graph.evidence import Evidence
from newsgraph.rdf.terms import TYPE, Term, Triple, iri, offset, term, text


class Part(NamedTuple):
    """A part of an article: a sentence, or a mark, which has its sentence and who says so."""

    article: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int] | None = None
    by: str | None = None

    def node(self, base: str) -> Term:
        """Its IRI."""
        by = f".by.{self.by.replace('/', '.')}" if self.by else ""
        return iri(f"{'sentence' if self.sentence is None else 'evidence'}/{_place(self)}{by}", base)


def mark(quoted: Evidence, *, voiced: bool) -> Part:
    """The exact words; `voiced` with who says so."""
    around = (quoted.sentence_start, quoted.sentence_end)
    return Part(quoted.article, quoted.start, quoted.end, quoted.text, around, quoted.by if voiced else None)


def sentence(quoted: Evidence) -> Part:
    """The sentence around them."""
    return Part(quoted.article, quoted.sentence_start, quoted.sentence_end, quoted.sentence)


def sentences(evidence: Iterable[Evidence]) -> list[Part]:
    """The sentences of several pieces of evidence, each once."""
    return list(dict.fromkeys(map(sentence, evidence)))


class Quotations:
    """What was rested on, by article: of all articles till the end, so no more is held than what it is made from."""

    def __init__(self) -> None:
        self._sentences: dict[str, list[Evidence]] = {}
        self._marks: dict[tuple[str, bool], list[Evidence]] = {}

    def sentence(self, quoted: Evidence) -> Part:
        """A sentence that something rests on."""
        self._sentences.setdefault(quoted.article, []).append(quoted)
        return sentence(quoted)

    def mark(self, quoted: Evidence, *, voiced: bool) -> Part:
        """Words that something rests on."""
        self._marks.setdefault((quoted.article, voiced), []).append(quoted)
        return mark(quoted, voiced=voiced)

    def triples(self, base: str) -> Iterator[tuple[Triple, str]]:
        """All parts, each with its article, in the order of the text."""
        for article in sorted({*self._sentences, *(article for article, _ in self._marks)}):
            marked = {flag: self._marks.get((article, flag), ()) for flag in (False, True)}
            parts = {mark(quoted, voiced=flag) for flag, some in marked.items() for quoted in some}
            parts.update(map(sentence, (*self._sentences.get(article, ()), *marked[False], *marked[True])))
            for triple in article_triples(parts, base):
                yield triple, article


def article_triples(parts: Iterable[Part], base: str) -> Iterable[Triple]:
    """All parts of one article, in the order of the text."""
    ordered = sorted(parts, key=lambda p: (p.start, p.end, p.sentence is not None, p.by or ""))
    return dict.fromkeys(triple for part in ordered for triple in part_triples(part, base))


def part_triples(part: Part, base: str) -> Iterator[Triple]:
    """A part, with the selector that finds it by its words and by their position."""
    me, selector = part.node(base), iri(f"selector/{_place(part)}", base)
    yield me, TYPE, term("ng:Sentence" if part.sentence is None else "ng:Evidence")
    yield me, term("oa:hasSource"), iri(part.article, base)
    yield me, term("oa:hasSelector"), selector
    if part.sentence is not None:
        around = Part(part.article, *part.sentence, "")
        yield me, term("ng:sentence"), around.node(base)
    if part.by is not None:
        yield me, term("ng:attributedTo"), iri(part.by, base)
    yield selector, TYPE, term("oa:TextPositionSelector")
    yield selector, term("oa:exact"), text(part.text)
    yield selector, term("oa:start"), offset(part.start)
    yield selector, term("oa:end"), offset(part.end)


def _place(part: Part) -> str:
    return f"{part.article.removeprefix('article/')}.{part.start}-{part.end}"
