"""Clauses that leave open whether something is so: questions, what would be, hopes; and what is only said politely."""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()


def is_asked(syntax: Parse, verb: int) -> bool:
    """Whether a question asks whether it is so: "Has the council banned it?", not "Why has the council banned it?"."""
    if syntax.dep[verb] == "acl" and syntax.dep[syntax.head[verb]] == "nsubj":
        verb = syntax.head[syntax.head[verb]]  # "were the men | arrested?"
    helper = verb if syntax.lemma[verb] == "be" else syntax.child(verb, "aux", "auxpass")
    subject = syntax.child(verb, "nsubj", "nsubjpass", "attr" if helper == verb else "nsubj")
    if helper is None or subject is None or not helper < subject or syntax.lemma[helper] not in ("be", "have", "do"):
        return False
    end = syntax.sent_end[verb]
    mark = next((i for i in range(verb + 1, end) if syntax.lower[i] in ("?", ".", "!", ";")), end)
    if mark >= end or syntax.lower[mark] != "?":
        return False
    return not any(syntax.tag[i][:1] == "W" for i in range(syntax.left[verb], helper))


def is_said_politely(syntax: Parse, verb: int) -> bool:
    """Whether "would" only makes it polite: who says "we would urge the organisers to leave" urges them."""
    subject = syntax.child(verb, "nsubj")
    mine = subject is not None and syntax.lower[subject] in ("i", "we") and syntax.lemma[verb] in _WORDS["urging"]
    return mine and _has_would(syntax, verb) and not _has_condition(syntax, verb)


def is_left_open(syntax: Parse, verb: int) -> bool:
    """Whether what would come is only hoped or feared ("hopes that they would agree"), or told under a condition.

    Who says "she would sign if it came to her" promises it.
    """
    if syntax.dep[verb] == "relcl":
        return _has_condition(syntax, verb)
    return syntax.dep[verb] in ("acl", "ccomp") and syntax.lemma[syntax.head[verb]] in _WORDS["unsure"]


def _has_would(syntax: Parse, verb: int) -> bool:
    return any(syntax.lower[c] in ("would", "'d", "’d") and syntax.dep[c] == "aux" for c in syntax.children[verb])


def _has_condition(syntax: Parse, verb: int) -> bool:
    return any(
        syntax.dep[c] == "advcl" and any(syntax.lower[k] in ("if", "unless") for k in syntax.children[c])
        for c in syntax.children[verb]
    )
