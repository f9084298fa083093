"""What is reported in a phrase: an infinitive, what a preposition governs, the object of a verb of saying."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.reported_contents import before_next_cue


def infinitive_content(parse: Parse, verb: int, preposition: str = "") -> tuple[int, int] | None:
    """To ...: "vowed to ...", "urged them to ..."; behind a preposition "called on them to ..."."""
    addressed = [c for c in parse.children[verb] if parse.lower[c] == preposition and parse.dep[c] == "prep"]
    addressed = [c for c in addressed if parse.child(c, "pobj") not in parse.times]  # "called in helpers on Friday"
    if preposition and not addressed:
        return None
    under = [*addressed, *(k for c in addressed for k in parse.children[c])]
    for c in (*parse.children[verb], *(k for i in under for k in parse.children[i])):
        if (
            c > verb
            and parse.dep[c] in ("xcomp", "ccomp", "advcl", "acl", "relcl")
            and (parse.head[c] == verb or preposition)
            and parse.tag[c] == "VB"
            and parse.has_child(c, "to", "aux")
        ):
            start, stop = max(parse.left[c], verb + 1), parse.right[c] + 1
            return parse.trim(start, before_next_cue(parse, c, start, stop))
    return None


def prepositional_content(parse: Parse, word: int, preposition: str) -> tuple[int, int] | None:
    """What a preposition governs: "called for ..."."""
    for c in parse.children[word]:
        if c < word:
            continue
        if parse.lower[c] == preposition and parse.dep[c] in ("prep", "mark") and parse.right[c] > c:
            stop = parse.right[c] + 1
            for k in parse.children[word]:
                if parse.tag[k] == "VB" and parse.left[k] == stop and parse.lower[stop] == "to":
                    stop = parse.right[k] + 1  # "called for the council to meet"
            return parse.trim(c + 1, stop)
        first = parse.left[c]
        if parse.dep[c] in ("advcl", "ccomp", "acl") and first > word and parse.lower[first] == preposition:
            return parse.trim(first + 1, parse.right[c] + 1)
    return None


def object_content(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The object as a whole: "proposed a truce"."""
    found = parse.child(verb, "dobj")
    if (
        found is None
        or found < verb
        or parse.pos[found] == "PRON"
        or (parse.pos[found] == "PROPN" and parse.left[found] == parse.right[found])
    ):
        return None
    return parse.trim(parse.left[found], parse.right[found] + 1)


def judged_content(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The object with what it is taken for: "viewed it as a threat"."""
    found = parse.child(verb, "dobj")
    if found is None or found < verb:
        return None  # "a law that he viewed as unjust"
    for c in parse.children[verb]:
        if parse.lower[c] == "as" and c > found:
            return parse.trim(parse.left[found], parse.right[c] + 1)
    return None
