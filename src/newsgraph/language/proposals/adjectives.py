"""Proposals by adjectives: "it is vital that ...", "it is right for X to ...", "X is committed to ..."."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.asserted import hypothetical
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit
from newsgraph.language.proposals.spans import clause_parts, has_to, infinitive, is_nobody, negated
from newsgraph.language.proposals.verbs import committed
from newsgraph.language.proposals.voices import is_actor
from newsgraph.language.syntax.parse import Parse

_IDLE_CONTENT = frozenset(
    "note remember say understand know be see recognise recognize ask point add stress acknowledge".split()
)
_NEEDED = frozenset("necessary essential vital crucial imperative indispensable urgent".split())
_NEED_STATE = frozenset(("have", "get", "be", "know", "feel", "receive", "want", "understand", "need"))


def adjective_proposal(parse: Parse, notes: Annotations, adjective: int, cue: ProposalCue) -> list[Draft]:
    """It is vital that X do Y; it is right for X to do Y; X is committed to doing Y."""
    verb = parse.head[adjective]
    if (
        parse.pos[verb] != "AUX"
        and parse.lower[verb] not in ("'s", "’s")
        and parse.lemma[verb]
        not in ("be", "remain", "become", "seem", "make", "stay", "stand", "feel", "think", "believe", "consider")
    ):
        return []
    if hypothetical(parse, adjective):
        return []
    subject = parse.child(verb, "nsubj", "expl", "nsubjpass")
    if "committed" in cue.takes:
        if subject is None:
            subject = parse.subject(verb)
        if subject is None or not is_actor(parse, notes, subject) or negated(parse, verb):
            return []
        draft = committed(parse, adjective, subject, cue)
        return [] if draft is None else [draft]
    if subject is None:
        return []
    if parse.lemma[adjective] in _NEEDED and parse.lemma[subject] in limit("measure") and subject < verb:
        if negated(parse, verb) or parse.child(adjective, "xcomp", "ccomp") is not None:
            return []
        content = parse.trim(parse.left[subject], min(parse.right[subject] + 1, verb))
        return [Draft((adjective, adjective + 1), content, cue.act, adjective)]
    if parse.lower[subject] != "it":
        return []
    compared = any(parse.lower[k] == "than" for c in parse.children[adjective] for k in (c, *parse.children[c]))
    if any(parse.lower[c] in ("too", "as", "so", "how") for c in parse.children[adjective]) or compared:
        return []
    found: list[Draft] = []
    clauses = [
        c
        for c in (*parse.children[adjective], *parse.children[verb])
        if c > adjective and parse.dep[c] in ("ccomp", "advcl", "xcomp", "acl", "csubj") and parse.is_verb(c)
    ]
    for c in clauses[:1]:
        found += _clause(parse, notes, adjective, c, cue)
        for k in parse.children[c]:
            if parse.dep[k] == "conj" and parse.child(k, "nsubj", "nsubjpass") is not None and k > c:
                found += _clause(parse, notes, adjective, k, cue)
    for draft in found:
        draft.start = min(parse.left[subject], adjective)
        draft.negated = draft.negated or negated(parse, verb)
    return found


def _clause(parse: Parse, notes: Annotations, adjective: int, clause: int, cue: ProposalCue) -> list[Draft]:
    first = parse.left[clause]
    marks = {parse.lower[k] for k in parse.children[clause] if parse.dep[k] == "mark"}
    if marks & {"if", "because", "as", "when", "while", "since", "although"}:
        return []
    if has_to(parse, clause):
        subject = parse.child(clause, "nsubj", "nsubjpass")
        if subject is None:
            if parse.lemma[clause] in _IDLE_CONTENT:
                return []
            target = _for_actor(parse, notes, adjective, clause)
            return [
                Draft(
                    (adjective, adjective + 1),
                    infinitive(parse, clause),
                    cue.act,
                    adjective,
                    addressees=target,
                    clause=clause,
                )
            ]
        content, addressees = clause_parts(parse, notes, clause)
        if addressees:
            content = infinitive(parse, clause)
        return [Draft((adjective, adjective + 1), content, cue.act, adjective, addressees=addressees, clause=clause)]
    subject = parse.child(clause, "nsubj", "nsubjpass")
    if subject is None or first < adjective:
        return []
    content, addressees = clause_parts(parse, notes, clause)
    if parse.dep[subject] == "nsubj" and not addressees and not is_nobody(parse, subject):
        return []
    if addressees and parse.lemma[clause] in _NEED_STATE:
        return []
    if addressees and all(_mere_people(parse, notes, i) for i in addressees):
        return []
    return [Draft((adjective, adjective + 1), content, cue.act, adjective, addressees=addressees, clause=clause)]


def _for_actor(parse: Parse, notes: Annotations, adjective: int, clause: int) -> list[int]:
    for c in (*parse.children[adjective], *parse.children[clause]):
        if parse.lower[c] == "for" and c < clause:
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return parse.conjuncts(found)
    return []


def _mere_people(parse: Parse, notes: Annotations, i: int) -> bool:
    return parse.lemma[i] in (
        "child",
        "people",
        "person",
        "patient",
        "woman",
        "man",
        "baby",
        "student",
        "citizen",
        "user",
    )
