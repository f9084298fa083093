"""What is to be not done: the word that says so, and how far it reaches where several things are asked for."""

from __future__ import annotations

from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.table.spans import before_conjunct, negators
from newsgraph.language.english.syntax.parse import Parse


def settle_negation(parse: Parse, draft: Draft, start: int, stop: int) -> tuple[int, bool, int | None]:
    """Where the content from `start` to `stop` ends, whether it is to be not done, and the word in it that says so.

    "not to fire | but to talk" ends before what is to be done; content that says of one thing that it be done and of
    another that it be not ("should be kept and not be sold") says so itself, and is not negated as a whole.
    """
    if not draft.negators:
        return stop, draft.negated, None
    word = draft.negators[0]
    verb = parse.head[word]
    inside = start <= word < stop
    if inside and _joins_what_is_wanted(parse, verb, start):
        return stop, False, None
    for c in parse.children[verb]:
        if max(verb, start) < c < stop and parse.dep[c] == "conj" and _is_wanted(parse, verb, c):
            if inside:
                return stop, False, None
            stop = parse.trim(start, before_conjunct(parse, parse.left[c]))[1]
            break
    return stop, True, word if inside else None


def _joins_what_is_wanted(parse: Parse, verb: int, start: int) -> bool:
    """Whether a negated verb is joined to one before it, in the content, that is not negated."""
    while parse.dep[verb] == "conj" and start <= parse.head[verb] < verb:
        verb = parse.head[verb]
        if parse.is_verb(verb) and not negators(parse, verb):
            return True
    return False


def _is_wanted(parse: Parse, verb: int, conjunct: int) -> bool:
    """Whether what is joined to a negated verb is to be done: "but talk", "and to talk"; not "or talk", "and smoke"."""
    if negators(parse, conjunct):
        return False
    joining = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "cc" and verb < c < conjunct}
    own = any(parse.lower[c] == "to" or parse.tag[c] == "MD" for c in parse.children[conjunct] if c < conjunct)
    return bool(joining & {"but", "instead"}) or (own and not joining & {"or", "nor"})
