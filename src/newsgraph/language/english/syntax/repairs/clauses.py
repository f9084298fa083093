"""Sentences side by side, of which the parser makes the first one what the second one says."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import SUBJECTS
from newsgraph.language.english.syntax.tokens import Tokens

_BETWEEN = frozenset((";", ":", "-", "–", "—", "--"))
"""What parts two sentences: a report has a comma."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def join_sentences_side_by_side(parse: Tokens) -> None:
    """Join the second clause to the first in "police shot a man; the mayor denied it", of which it says nothing."""
    head, dep = parse.head, parse.dep
    for mark in parse.at(*_BETWEEN):
        second = head[mark]
        if dep[mark] != "punct" or not mark < second:
            continue
        sentence = range(parse.sent_start[mark], mark)
        firsts = [k for k in sentence if head[k] == second and dep[k] == "ccomp"]
        if len(firsts) != 1 or not _is_sentence(parse, firsts[0], sentence):
            continue
        if any(head[k] == second and dep[k] != "punct" for k in range(firsts[0] + 1, mark)):
            continue
        if _is_sentence(parse, second, range(mark + 1, parse.sent_end[mark])):
            _swap(parse, firsts[0], second, mark)


def _is_sentence(parse: Tokens, verb: int, words: range) -> bool:
    """Whether among some words a verb has its subject before it and a tense."""
    below = [k for k in words if parse.head[k] == verb and k < verb]
    tensed = {parse.tag[verb], *(parse.tag[k] for k in below if parse.dep[k] in ("aux", "auxpass"))}
    marked = any(parse.dep[k] == "mark" for k in below)
    return not marked and any(parse.dep[k] in SUBJECTS for k in below) and not tensed.isdisjoint(_FINITE)


def _swap(parse: Tokens, first: int, second: int, mark: int) -> None:
    """Let the first of two verbs stand where the second one does, and that beside it."""
    head, dep = parse.head, parse.dep
    dep[first], head[first] = dep[second], first if head[second] == second else head[second]
    dep[second], head[second] = "conj", first
    for k in range(parse.sent_start[mark], mark + 1):
        if head[k] == second and k != first:
            head[k] = first
