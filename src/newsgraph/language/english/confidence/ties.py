"""How sure each tie of an article is that its words say or imply; what only the tables know has no figure.

The features are names with numbers; their weights stand in `lexicons/tie_confidence.csv`. Nine ties in ten are right,
and what is wrong with the rest is of many sorts: the figure tells kinds of ties apart, hardly one tie from another.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from newsgraph.language.annotations import Annotations, Relation
from newsgraph.language.english.confidence.event_features import Features
from newsgraph.language.english.confidence.weights import confidence_weights


def set_tie_confidence(doc: Doc, notes: Annotations) -> None:
    """Give each relation of a doc that is not only known from tables its confidence."""
    weights = confidence_weights("tie_confidence")
    for relation, features in tie_features(doc, notes):
        relation.confidence = weights.share(features)


def tie_features(doc: Doc, notes: Annotations) -> Iterator[tuple[Relation, Features]]:
    """Each such relation, with what speaks for and against it."""
    for relation in notes.relations:
        span = doc.char_span(*relation.span, alignment_mode="expand") if relation.basis != "known" else None
        if span is not None:
            yield relation, _of(relation, span, notes)


def _of(relation: Relation, span: Span, notes: Annotations) -> Features:
    one, other, predicate = relation.subject, relation.object, relation.predicate
    named = {id(m.entity) for m in notes.within(span.start, span.end)}
    found: Features = {predicate: 1.0, f"{predicate} {one.kind} {other.kind}": 1.0, f"object {other.kind}": 1.0}
    if relation.basis:
        found[relation.basis] = 1.0
    if relation.role:
        found[f"role {relation.role.split()[-1].lower()}"] = 1.0
    found["former"] = float(relation.former)
    found["object elsewhere"] = float(id(other) not in named)
    found["a verb in it"] = float(any(token.pos_ in ("VERB", "AUX") for token in span))
    found["others named in it"] = min(3.0, len(named - {id(one), id(other)})) / 3
    return found
