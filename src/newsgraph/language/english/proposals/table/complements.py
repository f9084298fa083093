"""The complements of cues: what each kind of them binds, to be named in the column `find` of the table.

A complement yields, for each place where it stands, the words that it binds by name:

- `clause` the verb of what is to be done, `noun` the noun of what is wanted, `inner` the word behind a preposition;
- `target` who is to act, where the complement names them; `host` the verb that the cue hangs on;
- `first` and `last` where the words of the cue are more than the cue; `after` where the content begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.necessity import OF_NECESSITY
from newsgraph.language.english.proposals.table.noun_complements import OF_NOUNS
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import has_to
from newsgraph.language.english.proposals.table.uncued import OF_THE_UNCUED
from newsgraph.language.english.proposals.table.words_below import (
    CLAUSES,
    Words,
    below,
    for_something,
    later_infinitive,
)
from newsgraph.language.english.syntax.parse import Parse

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def _nothing(m: Match) -> Iterator[Words]:
    yield {}


# Clauses


def _clause(m: Match) -> Iterator[Words]:
    """Each clause below the cue: "vow to do", "propose doing", "a demand that X do"."""
    for c in below(m, m.cue, *CLAUSES):
        if m.parse.is_verb(c):
            yield {"clause": c}


def _object_to(m: Match) -> Iterator[Words]:
    """Urge X to do; where the parser makes X the subject of "do", too."""
    parse, verb = m.parse, m.cue
    target = parse.child(verb, "dobj", "dative")
    if target is not None and parse.dep[target] == "dative" and parse.lower[target] == "to":
        target = parse.child(target, "pobj")
    if target is not None and target > verb:
        if parse.lower[target] in limit("reflexive"):
            return
        clause = later_infinitive(parse, verb, target) or later_infinitive(parse, target, target)
        if clause is not None and _has_its_own(parse, clause, target):
            return  # "told the paper he wants the mayor to go"
        if clause is not None:
            yield {"target": target, "clause": clause}
            return
    for c in below(m, verb, "ccomp", "xcomp", "advcl"):
        inner = parse.child(c, "nsubj", "nsubjpass")
        if has_to(parse, c) and inner is not None and verb < inner < c:
            yield {"target": inner, "clause": c}
            return


def _has_its_own(parse: Parse, clause: int, target: int) -> bool:
    """Whether an infinitive has a subject behind "for", and so says what somebody else is to do."""
    subject = parse.child(clause, "nsubj", "nsubjpass")
    marked = any(parse.dep[c] == "mark" and parse.lower[c] == "for" for c in parse.children[clause])
    return marked and subject is not None and subject > target


def _done(m: Match) -> Iterator[Words]:
    """Want something done."""
    parse, verb = m.parse, m.cue
    for c in below(m, verb, "ccomp", "xcomp", "oprd"):
        if parse.tag[c] in ("VBN", "VBD"):
            subject = parse.child(c, "nsubj", "nsubjpass") or parse.child(verb, "dobj")
            if subject is not None and verb < subject < c:
                yield {"noun": subject, "inner": c}


def _own_to(m: Match) -> Iterator[Words]:
    """Vow to do: nobody else stands between."""
    parse, verb = m.parse, m.cue
    for c in below(m, verb, "xcomp", "ccomp", "advcl"):
        if not has_to(parse, c) or parse.child(c, "nsubj", "nsubjpass") is not None:
            continue
        taken = parse.child(verb, "dobj")
        if taken is not None and verb < taken < c:
            return
        if "object-to" in m.takes and any(
            parse.lower[k] == "to" and parse.child(k, "pobj") is not None for k in parse.children[verb] if k < c
        ):
            return  # "asked to the council to ..."
        yield {"clause": c}


def _seen(m: Match) -> Iterator[Words]:
    """Want to see something done; want to see an end to something."""
    parse = m.parse
    for words in _own_to(m):
        see = words["clause"]
        for c in parse.children[see]:
            if c > see and parse.lemma[see] == "see" and parse.dep[c] in ("ccomp", "dobj"):
                clause = parse.dep[c] == "ccomp"
                yield {"last": see, "clause" if clause else "noun": c}


def _that(m: Match) -> Iterator[Words]:
    """Demand that X do; "assured the unions that wages ..." is now and then read as a relative clause."""
    parse, verb = m.parse, m.cue
    clauses = below(m, verb, "ccomp", "advcl", "xcomp", "acl")
    told = parse.child(verb, "dobj", "dative")
    if told is not None:
        clauses += [
            c for c in parse.children[told] if parse.dep[c] in ("relcl", "acl") and parse.lower[parse.left[c]] == "that"
        ]
    for c in clauses:
        marks = [parse.lower[k] for k in parse.children[c] if parse.dep[k] == "mark"]
        if not parse.is_verb(c) or any(word in limit("beside") for word in marks):
            continue
        subject = parse.child(c, *_SUBJECTS)
        if subject is None and told is not None and _is_before_modal(parse, told, c):
            subject = told  # "pledged | jobs would be safe"
        if subject is not None and verb < subject < c and not has_to(parse, c):
            yield {"clause": c, "target": subject}


def _is_before_modal(parse: Parse, noun: int, clause: int) -> bool:
    """Whether what is read as an object stands right before the modal of a clause without a subject."""
    following = parse.right[noun] + 1
    return following < parse.size and parse.tag[following] == "MD" and parse.head[following] == clause


def _thing(m: Match) -> Iterator[Words]:
    """Demand, propose or offer something; request something from X."""
    parse, verb = m.parse, m.cue
    found = parse.child(verb, "dobj")
    if found is None or found < verb or parse.pos[found] == "PRON":
        return
    for c in (*parse.children[verb], *parse.children[found]):
        who = parse.child(c, "pobj") if parse.lower[c] == "from" and c > verb else None
        if "np-from" in m.takes and who is not None and m.is_actor(who):
            yield {"noun": found, "source": who}
            return
    yield {"noun": found}


# Prepositions


def _prepositions(m: Match, *words: str) -> list[int]:
    parse = m.parse
    return [c for c in parse.children[m.cue] if c > m.cue and parse.lower[c] in words]


def _preposition(m: Match) -> Iterator[Words]:
    """What stands behind a preposition, a noun or a gerund: "insist on", "aim at", "an offer of", "committed to"."""
    parse = m.parse
    for c in below(m, m.cue, "prep", "dative"):
        found, inner = parse.child(c, "pobj"), parse.child(c, "pcomp")
        near = all(parse.pos[k] == "ADV" for k in range(m.cue + 1, c))
        bound = {"prep": c, **({"last": c} if near else {})}
        if found is not None and found not in parse.times:
            yield {**bound, "noun": found}
        elif inner is not None and inner > c:
            yield {**bound, "inner": inner}


def _asked(m: Match) -> Iterator[Words]:
    """Whom a preposition names and what they are to do: "call on X to do", "appeal to X to do", "plead with X for"."""
    parse, cue = m.parse, m.cue
    above = [parse.head[cue]] if parse.dep[cue] in ("dobj", "pobj") and not parse.is_verb(cue) else []
    beside = [c for k in above for c in parse.children[k] if c == cue + 1 and parse.lower[c] == "on"]
    for c in (*_prepositions(m, "on", "upon", "to", "with"), *beside):
        found = parse.child(c, "pobj")
        if found is None and parse.child(c, "pcomp") is None:
            found = parse.child(cue, "dobj")
        if found is None or found in parse.times:
            continue  # "called her on Friday to ..."
        bound = {"prep": c, "target": found}
        near = c == cue + 1 and (parse.lower[c] in ("on", "upon") or not parse.is_verb(cue))
        last = parse.members(found)[-1]
        for word, after in ((cue, found), (found, found), (last, last), *((k, found) for k in above)):
            if (clause := later_infinitive(parse, word, after)) is not None:
                yield {**bound, "clause": clause, **({"last": c} if near else {})}
                break
        else:
            for k in _prepositions(m, "for"):
                if k > found and (wanted := parse.child(k, "pobj")) is not None:
                    yield {**bound, "noun": wanted}


def _on_subject(m: Match) -> Iterator[Words]:
    """Call on X to do, where the parser makes X the subject of the infinitive."""
    parse, verb = m.parse, m.cue
    for c in _prepositions(m, "on", "upon"):
        if parse.child(c, "pobj") is not None or parse.child(verb, "dobj") is not None:
            continue
        inner = parse.child(c, "pcomp")
        clauses = [inner] if inner is not None else [k for k in below(m, verb, "xcomp", "ccomp", "advcl") if k > c]
        for k in clauses:
            who = parse.child(k, "nsubj")
            if who is not None and has_to(parse, k) and (inner is not None or parse.left[who] == c + 1):
                yield {"last": c, "target": who, "clause": k}



def _for_clause(m: Match) -> Iterator[Words]:
    """Call for X to do, where "for" is read as the mark of the clause."""
    parse, verb = m.parse, m.cue
    for c in below(m, verb, "advcl", "ccomp", "xcomp", "acl", "relcl"):
        mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and verb < k < c), None)
        if mark is not None and mark <= verb + 3:
            yield {"last": mark, "clause": c}


def _into(m: Match) -> Iterator[Words]:
    """Discourage X from doing, warn against something, pressure X into doing."""
    parse, verb = m.parse, m.cue
    told = m.word("told")
    below = [] if told is None else [c for c in parse.children[told] if c > verb]
    for c in (*parse.children[verb], *below):
        word = parse.lower[c]
        if c < verb or word not in ("from", "against", "into") or word not in m.takes:
            continue
        inner = parse.child(c, "pcomp", "pobj")
        if inner is not None and inner > c:
            yield {"prep": c, "inner": inner, **({"last": c} if word == "against" and c == verb + 1 else {})}


COMPLEMENTS: dict[str, Callable[[Match], Iterator[Words]]] = {
    **OF_NECESSITY,
    **OF_NOUNS,
    **OF_THE_UNCUED,
    "": _nothing,
    "asked": _asked,
    "clause": _clause,
    "done": _done,
    "for": for_something,
    "for clause": _for_clause,
    "into": _into,
    "object to": _object_to,
    "on subject": _on_subject,
    "own to": _own_to,
    "preposition": _preposition,
    "seen": _seen,
    "that": _that,
    "thing": _thing,
}
"""The complements by name."""
