"""The complements of cues: what each kind of them binds, to be named in the column `find` of the table.

A complement yields, for each place where it stands, the words that it binds by name:

- `clause` the verb of what is to be done, `noun` the noun of what is wanted, `inner` the word behind a preposition;
- `target` who is to act, where the complement names them; `host` the verb that the cue hangs on;
- `first` and `last` where the words of the cue are more than the cue; `after` where the content begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgraph.language.proposals.asserted import clause_subject
from newsgraph.language.proposals.cues import limit, stance_cues
from newsgraph.language.proposals.owners import MAKING, maker_clause
from newsgraph.language.proposals.places import Match
from newsgraph.language.proposals.spans import has_to, infinitive, negated
from newsgraph.language.syntax.parse import Parse

Words = dict[str, int]
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_WH = frozenset(("WP", "WDT", "WRB"))
_NOT = frozenset(("not", "n't", "n’t", "never"))


def later_infinitive(parse: Parse, word: int, after: int) -> int | None:
    """An infinitive with "to" that a word governs, after a token."""
    for c in parse.children[word]:
        if c > after and parse.dep[c] in _CLAUSES and has_to(parse, c):
            return c
    return None


def _below(m: Match, word: int, *relations: str) -> list[int]:
    """The children of a word behind the cue in one of some relations."""
    return [c for c in m.parse.children[word] if c > m.cue and m.parse.dep[c] in relations]


def _nothing(m: Match) -> Iterator[Words]:
    yield {}


# Clauses of verbs


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
        if clause is not None:
            yield {"target": target, "clause": clause}
            return
    for c in _below(m, verb, "ccomp", "xcomp", "advcl"):
        inner = parse.child(c, "nsubj", "nsubjpass")
        if has_to(parse, c) and inner is not None and verb < inner < c:
            yield {"target": inner, "clause": c}
            return


def _done(m: Match) -> Iterator[Words]:
    """Want something done."""
    parse, verb = m.parse, m.cue
    for c in _below(m, verb, "ccomp", "xcomp", "oprd"):
        if parse.tag[c] in ("VBN", "VBD"):
            subject = parse.child(c, "nsubj", "nsubjpass") or parse.child(verb, "dobj")
            if subject is not None and verb < subject < c:
                yield {"noun": subject, "inner": c}


def _own_to(m: Match) -> Iterator[Words]:
    """Vow to do: nobody else stands between."""
    parse, verb = m.parse, m.cue
    for c in _below(m, verb, "xcomp", "ccomp", "advcl"):
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


def _self_to(m: Match) -> Iterator[Words]:
    """Commit oneself to doing."""
    parse, verb = m.parse, m.cue
    target = parse.child(verb, "dobj")
    if target is None or parse.lower[target] in limit("reflexive"):
        for c in _below(m, verb, "prep", "dative"):
            if parse.lower[c] == "to" and (inner := parse.child(c, "pcomp")) is not None:
                yield {"last": c, "prep": c, "inner": inner}


def _committed(m: Match) -> Iterator[Words]:
    """Be committed to doing, determined to do."""
    parse, word = m.parse, m.cue
    for c in parse.children[word]:
        if c > word and parse.dep[c] in ("xcomp", "ccomp", "advcl") and has_to(parse, c):
            yield {"clause": c}
        elif c > word and parse.lower[c] in ("to", "on"):
            inner = parse.child(c, "pcomp")
            if inner is not None and inner > c:
                yield {"last": c, "prep": c, "inner": inner}


def _infinitive(m: Match) -> Iterator[Words]:
    """An infinitive under a participle: "the men ordered by X to leave"."""
    clause = later_infinitive(m.parse, m.cue, m.cue)
    if clause is not None:
        yield {"clause": clause}


def _that(m: Match) -> Iterator[Words]:
    """Demand that X do; "assured the unions that wages ..." is now and then read as a relative clause."""
    parse, verb = m.parse, m.cue
    clauses = _below(m, verb, "ccomp", "advcl", "xcomp", "acl")
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
        if subject is not None and verb < subject < c and not has_to(parse, c):
            yield {"clause": c, "target": subject}


def _doing(m: Match) -> Iterator[Words]:
    """Propose doing something."""
    parse = m.parse
    for c in _below(m, m.cue, "xcomp", "ccomp", "dobj"):
        if parse.tag[c] == "VBG" and parse.lower[c - 1] != ",":
            yield {"inner": c}


def _thing(m: Match) -> Iterator[Words]:
    """Demand, propose or offer something."""
    found = m.parse.child(m.cue, "dobj")
    if found is not None and found > m.cue and m.parse.pos[found] != "PRON":
        yield {"noun": found}


def _thing_from(m: Match) -> Iterator[Words]:
    """Request something from X."""
    parse = m.parse
    for words in _thing(m):
        for c in (*parse.children[m.cue], *parse.children[words["noun"]]):
            if parse.lower[c] == "from" and c > m.cue:
                who = parse.child(c, "pobj")
                yield words if who is None or not m.is_actor(who) else {**words, "source": who}
                break


# Prepositions of verbs


def _prepositions(m: Match, *words: str) -> list[int]:
    parse = m.parse
    return [c for c in parse.children[m.cue] if c > m.cue and parse.lower[c] in words]


def _on(m: Match) -> Iterator[Words]:
    """Call on X to do."""
    parse, verb = m.parse, m.cue
    for c in _prepositions(m, "on", "upon"):
        found = parse.child(c, "pobj")
        if found is None and parse.child(c, "pcomp") is None:
            found = parse.child(verb, "dobj")
        if found is None or found in parse.times:
            continue  # "called her on Friday to ..."
        last = parse.members(found)[-1]
        for word, after in ((verb, found), (found, found), (last, last)):
            if (clause := later_infinitive(parse, word, after)) is not None:
                yield {"last": c, "target": found, "clause": clause}
                break


def _on_something(m: Match) -> Iterator[Words]:
    """Insist on something, press on something."""
    for c in _prepositions(m, "on", "upon"):
        found = m.parse.child(c, "pobj")
        if found is not None and found not in m.parse.times:
            yield {"last": c, "prep": c, "noun": found}


def _on_doing(m: Match) -> Iterator[Words]:
    """Insist on doing."""
    for c in _prepositions(m, "on", "upon"):
        inner = m.parse.child(c, "pcomp")
        if inner is not None and m.parse.child(c, "pobj") is None:
            yield {"last": c, "prep": c, "inner": inner}


def _on_subject(m: Match) -> Iterator[Words]:
    """Call on X to do, where the parser makes X the subject of the infinitive."""
    parse, verb = m.parse, m.cue
    for c in _prepositions(m, "on", "upon"):
        if parse.child(c, "pobj") is not None or parse.child(verb, "dobj") is not None:
            continue
        inner = parse.child(c, "pcomp")
        clauses = [inner] if inner is not None else [k for k in _below(m, verb, "xcomp", "ccomp", "advcl") if k > c]
        for k in clauses:
            who = parse.child(k, "nsubj")
            if who is not None and has_to(parse, k) and (inner is not None or parse.left[who] == c + 1):
                yield {"last": c, "target": who, "clause": k}


def _to_somebody(m: Match) -> Iterator[Words]:
    """Appeal to X to do; plead with X for something."""
    parse, verb = m.parse, m.cue
    words = {"to-actor": "to", "with": "with"}
    for c in _prepositions(m, *(word for takes, word in words.items() if takes in m.takes)):
        found = parse.child(c, "pobj")
        if found is None or not m.is_actor(found):
            continue
        clause = later_infinitive(parse, verb, found) or later_infinitive(parse, found, found)
        if clause is not None:
            yield {"target": found, "clause": clause}
        for k in parse.children[verb]:
            wanted = parse.child(k, "pobj") if parse.lower[k] == "for" and parse.dep[k] == "prep" else None
            if clause is None and wanted is not None and k > found:
                yield {"target": found, "noun": wanted}


def _for(m: Match, word: int | None = None, first: int | None = None) -> Iterator[Words]:
    """Call for something, call for X to do, call for doing; the preposition is of the cue where nothing is between."""
    parse = m.parse
    word = m.cue if word is None else word
    first = word if first is None else first
    for c in parse.children[word]:
        if c < word or parse.lower[c] != "for" or (parse.pos[m.cue] == "NOUN" and parse.dep[c] != "prep"):
            continue
        near = all(parse.pos[k] == "ADV" for k in range(word + 1, c)) if parse.is_verb(m.cue) else c == word + 1
        bound = {"last": c} if near or first != word else {}
        found, inner = parse.child(c, "pobj"), parse.child(c, "pcomp")
        if found is None and inner is not None and parse.is_verb(inner) and parse.tag[c + 1] not in _WH:
            named = "clause" if parse.child(inner, "nsubj", "nsubjpass") is not None else "inner"
            yield {**bound, "prep": c, named: inner}
        elif found is not None:
            clause = later_infinitive(parse, found, found) or later_infinitive(parse, first, parse.right[found])
            if clause is not None and m.is_actor(found) and parse.dep[clause] != "relcl":
                yield {**bound, "prep": c, "target": found, "clause": clause}
            else:
                yield {**bound, "prep": c, "noun": found, **({} if clause is None else {"further": clause})}


def _for_clause(m: Match) -> Iterator[Words]:
    """Call for X to do, where "for" is read as the mark of the clause."""
    parse, verb = m.parse, m.cue
    for c in _below(m, verb, "advcl", "ccomp", "xcomp", "acl"):
        mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and verb < k < c), None)
        if mark is not None and mark <= verb + 3:
            yield {"last": mark, "clause": c}


def _at_doing(m: Match) -> Iterator[Words]:
    """Aim at doing."""
    for c in _prepositions(m, "at"):
        if (inner := m.parse.child(c, "pcomp")) is not None:
            yield {"last": c, "prep": c, "inner": inner}


def _with_threat(m: Match) -> Iterator[Words]:
    """Threaten X with something."""
    parse = m.parse
    for c in _prepositions(m, "with"):
        found = parse.child(c, "pobj")
        if found is not None and parse.child(m.cue, "dobj") is not None:
            yield {"noun": found}


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


# Words of necessity


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
    for c in _below(m, i, "xcomp", "ccomp"):
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


def _needed_to(m: Match) -> Iterator[Words]:
    """X needs them to act."""
    parse, verb = m.parse, m.cue
    for c in _below(m, verb, "ccomp"):
        inner = parse.child(c, "nsubj")
        if has_to(parse, c) and inner is not None and m.is_actor(inner):
            yield {"target": inner, "clause": c, "after": infinitive(parse, c)[0]}
    found = parse.child(verb, "dobj")
    for c in parse.children[verb]:
        if found is not None and c > found and has_to(parse, c) and m.is_actor(found):
            yield {"target": found, "clause": c, "after": infinitive(parse, c)[0]}


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


# Complements of nouns


def _noun_clauses(m: Match) -> list[int]:
    found = _below(m, m.cue, "acl", "relcl", "xcomp", "ccomp", "advcl")
    return [c for c in found if m.parse.is_verb(c)]


def _noun_to(m: Match) -> Iterator[Words]:
    """A plan to do; a demand made by X to do."""
    parse, noun = m.parse, m.cue
    for c in _noun_clauses(m):
        if has_to(parse, c) and parse.child(c, "nsubj") is None and parse.left[c] - noun <= 12:
            yield {"clause": c}


def _made_to(m: Match) -> Iterator[Words]:
    """A demand made by X to do."""
    parse = m.parse
    made = maker_clause(parse, m.cue)
    for c in [] if made is None else parse.children[made]:
        if made is not None and c > made and has_to(parse, c) and parse.child(c, "nsubj") is None:
            yield {"clause": c}


def _noun_that(m: Match) -> Iterator[Words]:
    """A demand that X do."""
    parse = m.parse
    for c in _noun_clauses(m):
        first = parse.left[c]
        if parse.lower[first] == "that" and parse.dep[first] == "mark":
            yield {"clause": c}


def _noun_for_clause(m: Match) -> Iterator[Words]:
    """Calls for X to do; calls from the parties for X to do."""
    parse, noun = m.parse, m.cue
    for c in _noun_clauses(m):
        mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and noun < k < c), None)
        if mark == noun + 1:
            yield {"last": mark, "clause": c}
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


def _noun_doing(m: Match) -> Iterator[Words]:
    """A commitment to doing."""
    for c in _below(m, m.cue, "prep"):
        if m.parse.lower[c] == "to" and (inner := m.parse.child(c, "pcomp")) is not None:
            yield {"last": c, "prep": c, "inner": inner}


def _noun_of(m: Match) -> Iterator[Words]:
    """An offer of something."""
    for c in _below(m, m.cue, "prep"):
        inner = m.parse.child(c, "pcomp", "pobj") if m.parse.lower[c] == "of" else None
        if inner is not None and inner > c and not m.is_actor(inner):
            yield {"last": c, "prep": c, "inner": inner}


def _noun_on(m: Match) -> Iterator[Words]:
    """A call on X to do, an appeal to X to do."""
    parse, noun = m.parse, m.cue
    for c in _below(m, noun, "prep"):
        found = parse.child(c, "pobj") if parse.lower[c] in ("on", "to") else None
        if found is None or not m.is_actor(found):
            continue
        above = parse.children[parse.head[noun]] if parse.dep[noun] in ("dobj", "pobj") else []
        for k in (*parse.children[found], *parse.children[noun], *above):
            if k > found and has_to(parse, k) and parse.dep[k] in ("acl", "relcl", "xcomp", "advcl"):
                yield {"target": found, "clause": k, **({"last": c} if c == noun + 1 else {})}


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
    if parse.dep[noun] == "dobj" and (parse.lemma[verb] in stance_cues("verb") or parse.lemma[verb] in MAKING):
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


def _unread_to(m: Match) -> Iterator[Words]:
    """An infinitive whose "to" is read as a preposition: the rest of the sentence."""
    parse, noun = m.parse, m.cue
    if noun + 2 < parse.sent_end[noun] and parse.tag[noun + 1] == "TO" and parse.dep[noun + 1] == "prep":
        yield {"prep": noun + 1, "inner": parse.sent_end[noun] - 1}


def _loose_that(m: Match) -> Iterator[Words]:
    """A that-clause that the parser hangs on the verb above: "repeated its demand on Monday that ..."."""
    parse, noun = m.parse, m.cue
    if parse.dep[noun] == "dobj":
        for c in _below(m, parse.head[noun], "ccomp", "advcl"):
            if parse.lower[parse.left[c]] == "that":
                yield {"clause": c}


def _backed(m: Match) -> Iterator[Words]:
    """A bill sponsored by X."""
    parse, verb = m.parse, m.cue
    noun, agent = parse.head[verb], parse.child(verb, "agent")
    who = None if agent is None else parse.child(agent, "pobj")
    if agent is None or who is None or not m.is_actor(who) or parse.lemma[noun] not in limit("scheme"):
        return
    told = any(parse.dep[c] in ("compound", "amod", "prep", "relcl") for c in parse.children[noun])
    if told or parse.right[noun] + 1 > parse.noun_phrase(who)[1]:
        yield {"noun": noun, "last": agent, "who": who}


def _aim(m: Match) -> Iterator[Words]:
    """Our aim is to do; the party's plan is that X do."""
    parse, noun = m.parse, m.cue
    verb, who = parse.head[noun], parse.child(noun, "poss")
    if parse.dep[noun] != "nsubj" or parse.lemma[verb] != "be" or who is None or negated(parse, verb):
        return
    if m.is_actor(who) or parse.tag[who] == "PRP$" or parse.lemma[who] in limit("inquiry"):
        for c in _below(m, verb, "xcomp", "attr", "ccomp", "acomp", "advcl"):
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
            yield from ({**stress, **words} for words in _for(m, noun, stress["host"]))
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


# Complements of adjectives


def _copula(m: Match) -> Iterator[Words]:
    """The verb between a subject and an adjective, and the subject."""
    parse = m.parse
    verb = parse.head[m.cue]
    if parse.pos[verb] == "AUX" or parse.lower[verb] in ("'s", "’s") or parse.lemma[verb] in limit("copula"):
        subject = parse.child(verb, "nsubj", "expl", "nsubjpass")
        yield {"be": verb, **({} if subject is None else {"subject": subject})}


def _committed_to(m: Match) -> Iterator[Words]:
    """X is committed to doing."""
    for words in _copula(m):
        subject = words.get("subject", m.parse.subject(words["be"]))
        if subject is not None:
            yield from ({**words, "subject": subject, **found} for found in _committed(m))


def _it_is(m: Match) -> Iterator[Words]:
    """It is vital that X do, it is right for X to do; and further clauses with their own subjects."""
    parse, adjective = m.parse, m.cue
    for words in _copula(m):
        for c in (*parse.children[adjective], *parse.children[words["be"]]):
            if c > adjective and parse.dep[c] in ("ccomp", "advcl", "xcomp", "acl", "csubj") and parse.is_verb(c):
                yield {**words, "clause": c, **_whom(m, adjective, c, c)}
                return


COMPLEMENTS: dict[str, Callable[[Match], Iterator[Words]]] = {
    "": _nothing,
    "aim": _aim,
    "at doing": _at_doing,
    "backed": _backed,
    "committed": _committed,
    "committed to": _committed_to,
    "copula": _copula,
    "doing": _doing,
    "done": _done,
    "duty": _duty,
    "for": _for,
    "for clause": _for_clause,
    "infinitive": _infinitive,
    "into": _into,
    "it is": _it_is,
    "loose that": _loose_that,
    "loose to": _loose_to,
    "made to": _made_to,
    "necessity": _necessity,
    "need for": _need_for,
    "needed to": _needed_to,
    "noun doing": _noun_doing,
    "noun for clause": _noun_for_clause,
    "noun of": _noun_of,
    "noun on": _noun_on,
    "noun that": _noun_that,
    "noun to": _noun_to,
    "object to": _object_to,
    "on": _on,
    "on doing": _on_doing,
    "on something": _on_something,
    "on subject": _on_subject,
    "own to": _own_to,
    "seen": _seen,
    "self to": _self_to,
    "that": _that,
    "thing": _thing,
    "thing from": _thing_from,
    "time": _time_to,
    "to somebody": _to_somebody,
    "unread to": _unread_to,
    "will": _will,
    "with": _with_threat,
    "would like": _would_like,
}
"""The complements by name."""
