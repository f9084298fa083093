"""Prefixes that are hyphened to a noun: "ex-minister", "co-operation", "vice-president", "secretary-general".

A tokenizer parts them, and a parser that has learnt from whole words makes three subjects or objects of the three
parts. Here the noun alone keeps that place; the prefix, the hyphen and what stands before them hang on it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from spacy.tokens import Doc

_ARGUMENTS: Final = frozenset("nsubj nsubjpass dobj pobj iobj dative attr oprd conj appos poss".split())

_LEADING: Final = frozenset(("general",))
"""Words that end an office: "the secretary-general of NATO"."""


def attach_prefixes(doc: Doc) -> None:
    """Hang the prefixes of a parsed doc on their nouns."""
    hyphens = np.flatnonzero(doc.to_array("ORTH")[1:-1] == doc.vocab.strings["-"]) + 1
    for hyphen in hyphens.tolist():
        _attach(doc, hyphen)


def _attach(doc: Doc, hyphen: int) -> None:
    mark, prefix, noun = doc[hyphen], doc[hyphen - 1], doc[hyphen + 1]
    if mark.whitespace_ or prefix.whitespace_ or prefix.dep_ not in _ARGUMENTS or prefix.head.i == noun.i:
        return
    beside = prefix.dep == noun.dep and prefix.head.i == noun.head.i
    behind = noun.head.i == hyphen or (noun.lower_ in _LEADING and noun.head.i == prefix.i)
    if not beside and not behind:
        return
    relation, head = prefix.dep_, prefix.head
    if head.i in (hyphen, noun.i) or mark.is_ancestor(head) or noun.is_ancestor(head):
        return  # the parser has hung the whole on a part of it: to mend it so would close a circle
    below = [child for part in (prefix, mark) for child in part.children if child.i not in (hyphen, noun.i)]
    noun.head, noun.dep_ = head, relation
    for child in (*below, prefix, mark):
        child.head = noun
    prefix.dep_ = "det" if prefix.tag_ == "DT" else "compound"  # "no-one"
    mark.dep_ = "compound"
