"""What stands behind words of necessity and of the future: "must do", "need to do", "will do"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.asserted import clause_subject
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import has_to, infinitive, negated
from newsgraph.language.english.proposals.table.words_below import Words, below
from newsgraph.language.english.syntax.parse import Parse

_NOT = frozenset(("not", "n't", "n’t", "never"))


def _necessity(m: Match) -> Iterator[Words]:
    """Must do, ought to do, need to do, have to do, have got to do, be required to do, have a duty to do."""
    found = next(filter(None, (find(m) for find in (_modal, _got_to, _duty_to, _need_to))), None)
    if found is None:
        return
    parse, after, host = m.parse, found["after"], found["host"]
    if found["last"] + 1 == after < parse.size and parse.lower[after] in _NOT:
        found["after"] = after + 1
    subject = _subject_before(parse, host, m.cue)
    yield found if subject is None else {**found, "subject": subject}


def _subject_before(parse: Parse, verb: int, i: int) -> int | None:
    """The subject of a clause, if it stands before a token."""
    found = clause_subject(parse, verb)
    return found if found is not None and found < i else None


def _modal(m: Match) -> Words | None:
    parse, i = m.parse, m.cue
    ought = parse.lower[i] == "ought"
    below = parse.child(i, "xcomp") if ought else None
    if below is not None and has_to(parse, below):
        return {"clause": below, "host": i, "first": i, "last": i + 1, "after": i + 2}
    verb = parse.head[i]
    if parse.tag[i] != "MD" or parse.dep[i] not in ("aux", "ROOT") or verb == i:
        return None
    last = i + 1 if ought and i + 1 < parse.size and parse.lower[i + 1] == "to" else i
    return {"clause": verb, "host": verb, "first": i, "last": last, "after": last + 1}


def _got_to(m: Match) -> Words | None:
    parse, i = m.parse, m.cue
    have = next((c for c in parse.children[i] if parse.lemma[c] == "have"), None)
    if parse.lemma[i] not in ("get", "got") or have is None:
        return None
    for c in below(m, i, "xcomp", "ccomp"):
        if has_to(parse, c):
            after = infinitive(parse, c)[0]
            return {"clause": c, "host": i, "first": have, "last": after - 1, "after": after}
    return None


def _duty_to(m: Match) -> Words | None:
    """Have a responsibility to do."""
    parse, i = m.parse, m.cue
    noun = parse.child(i, "dobj") if parse.lemma[i] == "have" else None
    if noun is None or parse.lemma[noun] not in limit("duty"):
        return None
    for c in (*parse.children[noun], *parse.children[i]):
        if c > noun and parse.is_verb(c) and has_to(parse, c):
            return {"clause": c, "host": i, "first": i, "last": noun, "after": infinitive(parse, c)[0]}
    return None


def _need_to(m: Match) -> Words | None:
    parse, i = m.parse, m.cue
    if parse.lemma[i] not in ("need", "have", "require"):
        return None
    for c in parse.children[i]:
        near = parse.dep[c] in ("xcomp", "ccomp") or (parse.dep[c] == "advcl" and parse.lower[i + 1 : i + 2] == ["to"])
        if c > i and near and has_to(parse, c) and parse.child(c, "nsubj") is None:
            if any(parse.lower[k] in limit("distance") for k in range(i + 1, c)):
                return None
            after = infinitive(parse, c)[0]
            return {"clause": c, "host": i, "first": i, "last": after - 1, "after": after}
    return None


def _will(m: Match) -> Iterator[Words]:
    """Will do, is going to do."""
    parse, i = m.parse, m.cue
    if parse.tag[i] == "MD":
        verb, host, last = parse.head[i], parse.head[i], i
    else:
        clause = parse.child(i, "xcomp")
        if clause is None or not has_to(parse, clause) or parse.child(i, "aux") is None:
            return
        verb, host, last = clause, i, i + 1
    subject = _subject_before(parse, host, i)
    if subject is None:
        return
    after = last + 1
    while after < parse.size and parse.lower[after] in _NOT:
        after += 1
    main = verb
    if parse.lemma[verb] in ("continue", "keep", "go", "begin", "start"):
        main = parse.child(verb, "xcomp") or verb
    yield {
        "clause": verb, "host": host, "first": i, "last": last, "after": after, "subject": subject, "main": main,
    }  # fmt: skip


def _would_like(m: Match) -> Iterator[Words]:
    """Would like to do; not what one would like somebody to do."""
    parse = m.parse
    for words in _will(m):
        like = words["clause"]
        clause = parse.child(like, "xcomp")
        liked = parse.lemma[like] == "like" and not negated(parse, like)
        if liked and clause is not None and has_to(parse, clause) and parse.child(clause, "nsubj") is None:
            yield {**words, "last": like, "clause": clause}


OF_NECESSITY: dict[str, Callable[[Match], Iterator[Words]]] = {
    "necessity": _necessity,
    "will": _will,
    "would like": _would_like,
}
"""Complements of words of necessity, by name."""
