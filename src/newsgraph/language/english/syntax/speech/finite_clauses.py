"""What makes a word the head of a finite clause, and a clause whole."""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.english.syntax.parse import Parse

FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
"""Tags of verbs that carry the tense of a clause."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "attr"))
"""Relations by which a word is what a clause is about."""


_ASKING = frozenset(
    "suggest suggestion propose proposal recommend recommendation demand insist insistence ask request require "
    "requirement urge advise order prefer".split()
)
"""Words whose clause is in the subjunctive, where it says what they want."""


def is_clause(parse: Parse, i: int) -> bool:
    """Whether a word heads a finite clause."""
    if parse.tag[i] in FINITE:
        return True
    return any(
        parse.dep[c] in SUBJECTS or (parse.dep[c] in ("mark", "aux", "auxpass") and parse.tag[c] not in ("TO", "VBG"))
        for c in parse.children[i]
    )


def is_subjunctive(parse: Parse, cue: int, begin: int, end: int) -> bool:
    """Whether a word asks for what the characters of a clause say: "suggested that she be named", not "is named"."""
    if parse.lemma[cue] not in _ASKING:
        return False
    first, stop = bisect_left(parse.end, begin + 1), bisect_left(parse.begin, end)
    for i in range(first, stop):
        if not parse.is_verb(i) or first <= parse.head[i] < stop:
            continue
        if parse.child(i, "nsubj", "nsubjpass") is None:
            return False
        carried = [c for c in parse.children[i] if parse.dep[c] in ("aux", "auxpass") and c < i] or [i]
        return parse.tag[min(carried)] == "VB" and parse.lower[min(carried)] not in ("do", "have")
    return False


def lacks_subject(parse: Parse, begin: int, end: int) -> bool:
    """Whether the characters of a clause begin with its verb, whose subject stands elsewhere: "was unavoidable"."""
    first, stop = bisect_left(parse.end, begin + 1), bisect_left(parse.begin, end)
    while first < stop - 1 and parse.dep[first] in ("advmod", "neg", "cc") and parse.tag[first] in ("RB", "CC"):
        first += 1  # "finally lived up to it"
    if first >= stop or parse.tag[first] not in FINITE:
        return False
    verb = parse.head[first] if parse.dep[first] in ("aux", "auxpass") else first
    return not any(parse.dep[c] in SUBJECTS - {"attr"} and first <= c < stop for c in parse.children[verb])
