"""Whether a clause is put forward as such: not in a question or a condition, not hedged, not of the past."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse

_QUESTION = frozenset(("WP", "WDT", "WRB", "WP$"))
_BELOW = frozenset(("ccomp", "pcomp", "advcl", "xcomp", "acl", "relcl", "parataxis"))
_EXPLAINING = frozenset("explain highlight outline describe detail illustrate".split())
_HEDGED = frozenset(("could", "may", "might", "can"))


def hypothetical(parse: Parse, verb: int) -> bool:
    """Whether a verb stands under "if", "unless" or "whether", or its sentence asks whether it is so."""
    i = verb
    for _ in range(6):
        for c in parse.children[i]:
            if parse.dep[c] == "mark" and parse.lower[c] in ("if", "unless", "whether") and c < verb:
                return True
        if parse.head[i] == i or parse.dep[i] in ("ROOT", "relcl"):
            break
        i = parse.head[i]
    last = parse.sent_end[verb] - 1
    while last > verb and parse.tag[last] in ("_SP", "''", "``"):
        last -= 1
    first = parse.sent_start[verb]
    while first < verb and parse.pos[first] in ("PUNCT", "SPACE"):
        first += 1
    return parse.lower[last] == "?" and parse.lower[first] != "why"


def is_asked(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in an indirect question: "have not said how it would pay", "which seat he will contest".

    What somebody explains is so: "outlined how the town intends to pay" tells of a plan.
    """
    while parse.dep[verb] in ("conj", "xcomp", "aux") and parse.is_verb(parse.head[verb]) and parse.head[verb] < verb:
        if parse.left[verb] < verb and parse.tag[parse.left[verb]] in _QUESTION:
            break
        verb = parse.head[verb]
    top = verb
    if parse.dep[top] not in _BELOW:
        return False
    first = parse.left[verb]
    while first < verb and parse.pos[first] in ("PUNCT", "ADP", "ADV", "SPACE") and parse.tag[first] not in _QUESTION:
        first += 1
    if not _asks(parse, first, verb, parse.dep[top]):
        return False
    above = parse.head[top]
    factual = parse.lemma[above] in _EXPLAINING and parse.child(above, "neg", "aux") is None
    return not factual or parse.tag[above] == "VB"


def _asks(parse: Parse, first: int, verb: int, relation: str) -> bool:
    """Whether the first word of a clause asks, not relates and not tells when."""
    word = parse.lower[first]
    if parse.tag[first] not in _QUESTION or word in ("why", "that", "as"):
        return False
    above = parse.head[first]
    while above != verb:
        if (parse.is_verb(above) and above < verb) or parse.head[above] == above:
            return False  # "when he speaks, care has to be taken"
        above = parse.head[above]
    if word in ("when", "where"):
        return relation in ("ccomp", "pcomp")
    if relation in ("relcl", "acl"):
        return word == "how" or (parse.dep[first] == "det" and parse.tag[first] in ("WDT", "WP"))
    return word != "who" or relation != "advcl"


def under_hedge(parse: Parse, verb: int) -> bool:
    """Whether a participle or infinitive is under "could", "may" or "might"."""
    i = verb
    for _ in range(6):
        i = parse.head[i]
        if parse.is_verb(i) and any(parse.lower[c] in _HEDGED and parse.dep[c] == "aux" for c in parse.children[i]):
            return True
        if parse.dep[i] in ("ROOT", "relcl", "ccomp"):
            break
    return False


def asserted(parse: Parse, host: int, verb: int) -> bool:
    """Not in a question, a condition or a clause that only identifies a thing, and not of the past."""
    if hypothetical(parse, host) or is_asked(parse, host):
        return False
    top = host
    while parse.dep[top] == "conj" and parse.is_verb(parse.head[top]):
        top = parse.head[top]
    if parse.dep[top] in ("relcl", "pcomp", "csubj", "csubjpass") and top != parse.head[top]:
        return False
    have = (c for c in parse.children[verb] if parse.lemma[c] == "have" and parse.dep[c] == "aux")
    return parse.tag[verb] != "VBN" or next(have, None) is None


def clause_subject(parse: Parse, verb: int) -> list[int]:
    """The subject of a clause, "there" among them; of the first, where verbs share one."""
    for _ in range(4):
        found = parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
        if found is not None:
            return [found]
        if parse.dep[verb] not in ("conj", "xcomp") or not parse.is_verb(parse.head[verb]):
            break
        verb = parse.head[verb]
    return []
