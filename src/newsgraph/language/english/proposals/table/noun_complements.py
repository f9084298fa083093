"""What stands beside nouns and adjectives that propose: "a plan to", "the need for", "it is vital that"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgraph.language.english.proposals.cues import limit, stance_cues
from newsgraph.language.english.proposals.table.owners import maker_clause
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import has_to, negated
from newsgraph.language.english.proposals.table.words_below import Words, below, for_something
from newsgraph.language.english.syntax.parse import Parse


def _made_to(m: Match) -> Iterator[Words]:
    """A demand made by X to do."""
    parse = m.parse
    made = maker_clause(parse, m.cue)
    for c in [] if made is None else parse.children[made]:
        if made is not None and c > made and has_to(parse, c) and parse.child(c, "nsubj") is None:
            yield {"clause": c}


def _loose_for(m: Match) -> Iterator[Words]:
    """Calls from the parties for X to do, where the clause does not hang on "calls"."""
    parse, noun = m.parse, m.cue
    for c in parse.children[noun]:
        if c > noun and parse.lower[c] in ("from", "by"):
            yield from _marked_for(parse, parse.right[c] + 1)
    if parse.dep[noun] == "dobj":
        yield from ({**words, "last": noun + 1} for words in _marked_for(parse, noun + 1))


def _marked_for(parse: Parse, mark: int) -> Iterator[Words]:
    """The infinitive of "for X to ..." at a token: "calls from the parties | for him to go"."""
    if mark < parse.size and parse.lower[mark] == "for" and parse.dep[mark] == "mark":
        clause = parse.head[mark]
        if has_to(parse, clause) and parse.child(clause, "nsubj", "nsubjpass") is not None:
            yield {"clause": clause}


def _loose_to(m: Match) -> Iterator[Words]:
    """An infinitive that belongs to the noun, though the parser hangs it elsewhere."""
    parse, noun = m.parse, m.cue
    verb, last, end = parse.head[noun], parse.right[noun], parse.sent_end[noun]
    if parse.dep[noun] == "nsubj" and has_to(parse, verb) and parse.lemma[parse.head[verb]] in stance_cues("verb"):
        yield {"clause": verb}  # "welcomed the offer of X to mediate", read as "welcomed that the offer mediates"
    owned = any(parse.lower[c] in ("by", "from", "of") for c in parse.children[noun])
    if owned and parse.dep[noun] == "dobj" and last + 2 < end and parse.tag[last + 1] == "TO":
        loose = parse.head[last + 1]
        if parse.head[loose] == verb and has_to(parse, loose) and parse.dep[loose] in ("advcl", "xcomp"):
            yield {"clause": loose}
    if parse.dep[noun] == "dobj" and (parse.lemma[verb] in stance_cues("verb") or parse.lemma[verb] in limit("making")):
        for c in parse.children[verb]:
            if c > last and has_to(parse, c) and parse.dep[c] in ("advcl", "xcomp"):
                between = range(last + 1, parse.left[c])
                if 0 < len(between) < 4 and all(_is_time(parse, k) for k in between):
                    yield {"clause": c}
    if noun + 2 < end and parse.tag[noun + 1] == "TO" and parse.dep[noun + 1] == "aux":
        loose = parse.head[noun + 1]
        if parse.tag[loose] == "VB" and verb != loose and (parse.dep[noun] == "conj" or parse.head[loose] != verb):
            yield {"clause": loose}


def _is_time(parse: Parse, k: int) -> bool:
    return parse.doc[k].ent_type_ in ("DATE", "TIME") or parse.tag[k] == "IN" or k in parse.times


def _loose_that(m: Match) -> Iterator[Words]:
    """A that-clause that the parser hangs on the verb above: "repeated its demand on Monday that ..."."""
    parse, noun = m.parse, m.cue
    if parse.dep[noun] == "dobj":
        for c in below(m, parse.head[noun], "ccomp", "advcl"):
            if parse.lower[parse.left[c]] == "that":
                yield {"clause": c}


def _unread_to(m: Match) -> Iterator[Words]:
    """An infinitive whose "to" is read as a preposition: the rest of the sentence."""
    parse, noun = m.parse, m.cue
    if noun + 2 < parse.sent_end[noun] and parse.tag[noun + 1] == "TO" and parse.dep[noun + 1] == "prep":
        yield {"prep": noun + 1, "inner": parse.sent_end[noun] - 1}


def _backed(m: Match) -> Iterator[Words]:
    """A bill sponsored by X; a plan, backed by X, to do."""
    parse, verb = m.parse, m.cue
    noun, agent = parse.head[verb], parse.child(verb, "agent")
    who = None if agent is None else parse.child(agent, "pobj")
    if agent is None or who is None or not m.is_actor(who) or parse.lemma[noun] not in limit("scheme"):
        return
    told = any(parse.dep[c] in ("compound", "amod", "prep", "relcl") for c in parse.children[noun])
    last = max(parse.noun_phrase(k)[1] for k in parse.conjuncts(who))
    aims = parse.lower[last : last + 1] == [","] and parse.tag[last + 1 : last + 2] == ["TO"]
    clause = parse.head[last + 1] if aims else None
    if clause is not None and has_to(parse, clause):
        yield {"noun": noun, "last": agent, "who": who, "clause": clause}
    elif told or parse.trim(noun, parse.right[noun] + 1)[1] > last:
        yield {"noun": noun, "last": agent, "who": who}


def _aim(m: Match) -> Iterator[Words]:
    """Our aim is to do; the party's plan is that X do."""
    parse, noun = m.parse, m.cue
    verb, who = parse.head[noun], parse.child(noun, "poss")
    if parse.dep[noun] != "nsubj" or parse.lemma[verb] != "be" or who is None or negated(parse, verb):
        return
    if m.is_actor(who) or parse.tag[who] == "PRP$" or parse.lemma[who] in limit("inquiry"):
        for c in below(m, verb, "xcomp", "attr", "ccomp", "acomp", "advcl"):
            if parse.lower[parse.left[c]] == "that" or has_to(parse, c):
                yield {"clause": c, "who": who, "subject": noun}


def _stress(m: Match) -> Words | None:
    """The verb that stresses or shows a need, and who stresses it."""
    parse, noun = m.parse, m.cue
    verb = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[verb] == "to" and parse.lemma[parse.head[verb]] == "point":
        verb = parse.head[verb]
    elif parse.dep[noun] != "dobj" or parse.lemma[verb] not in limit("stress") | limit("showing"):
        return None
    speaker = parse.subject(verb)
    if speaker is None:
        return None
    subject = parse.child(verb, "nsubj")
    before = subject if subject is not None and subject < verb else verb
    return {"host": verb, "anchor": verb, "first": verb, "speaker": speaker, "subject": before}


def _need_for(m: Match) -> Iterator[Words]:
    """Stress the need for something, for X to do."""
    stress = _stress(m)
    if stress is None:
        return
    parse, noun = m.parse, m.cue
    for c in parse.children[noun]:
        if c > noun and parse.lower[c] == "for" and parse.dep[c] == "prep":
            yield from ({**stress, **words} for words in for_something(m, noun, stress["host"]))
        elif c > noun and parse.dep[c] in ("acl", "relcl", "advcl", "xcomp"):
            mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and noun < k < c), None)
            if mark is not None:
                yield {**stress, "last": mark, "clause": c}
            elif has_to(parse, c):
                yield {**stress, "last": noun, "clause": c}


def _time_to(m: Match) -> Iterator[Words]:
    """It is time to do, it is time that, now is the time for X to do."""
    parse, i = m.parse, m.cue
    verb = parse.head[i]
    subject = parse.child(verb, "nsubj", "expl")
    if parse.dep[i] == "nsubj" and parse.has_child(verb, "now", "advmod"):
        subject = parse.child(verb, "advmod")  # "now is the time to ..."
    elif parse.dep[i] not in ("attr", "npadvmod"):
        return
    if (parse.lemma[verb] != "be" and parse.lower[verb] != "’s") or subject is None:
        return
    for c in (*parse.children[i], *parse.children[verb]):
        if c > i and parse.dep[c] in ("relcl", "acl", "advcl", "ccomp", "xcomp") and parse.is_verb(c):
            yield {"clause": c, "subject": subject, "host": verb, **_whom(m, i, verb, c)}
            return


def _whom(m: Match, word: int, above: int, clause: int) -> Words:
    """The subject of a clause; else who is named by "for X" before it."""
    parse = m.parse
    subject = parse.child(clause, "nsubj", "nsubjpass")
    if subject is not None:
        return {"target": subject}
    for c in (*parse.children[word], *parse.children[above]):
        found = parse.child(c, "pobj") if parse.lower[c] == "for" and c < clause else None
        if found is not None and m.is_actor(found):
            return {"target": found}
    return {}


def _duty(m: Match) -> Iterator[Words]:
    """It is the duty of X to do; it is our responsibility to do."""
    parse, noun = m.parse, m.cue
    verb = parse.head[noun]
    subject = parse.child(verb, "nsubj", "expl")
    of = next((c for c in parse.children[noun] if parse.lower[c] == "of"), None)
    who = parse.child(noun, "poss") if of is None else parse.child(of, "pobj")
    clause = next((c for c in (*parse.children[noun], *parse.children[verb]) if c > noun and has_to(parse, c)), None)
    if subject is not None and who is not None and clause is not None:
        yield {"clause": clause, "subject": subject, "be": verb, "target": who}


def _it_is(m: Match) -> Iterator[Words]:
    """It is vital that X do, it is right for X to do."""
    parse, adjective = m.parse, m.cue
    for c in (*parse.children[adjective], *(k for be in m.at("be") for k in parse.children[be])):
        if c > adjective and parse.dep[c] in ("ccomp", "advcl", "xcomp", "acl", "csubj") and parse.is_verb(c):
            yield {"clause": c, **_whom(m, adjective, c, c)}
            return


OF_NOUNS: dict[str, Callable[[Match], Iterator[Words]]] = {
    "aim": _aim,
    "backed": _backed,
    "duty": _duty,
    "it is": _it_is,
    "loose that": _loose_that,
    "loose to": _loose_to,
    "made to": _made_to,
    "need for": _need_for,
    "loose for": _loose_for,
    "time": _time_to,
    "unread to": _unread_to,
}
"""Complements of nouns and adjectives, by name."""
