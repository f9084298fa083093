"""Indirect speech and thought: the clauses that verbs, nouns and adjectives of saying govern."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.language.attribution_cues import AttributionCue, Saying, attribution_cues
from newsgraph.language.parse import Parse
from newsgraph.language.proposers import leaves_clause

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "attr"))
_MARKS = frozenset(('"', "“", "``", "‘", "«"))
_NO_SOURCE = frozenset(("it", "there", "this", "that", "which", "what"))
_REPORTED_BY = frozenset("report note state announce mention confirm describe explain claim".split())
_MAKING = frozenset(
    "make issue have express voice raise repeat reiterate give hold renew publish file release say tell come reach "
    "draw send deliver offer share take launch form get show".split()
)


def find_reported_clauses(parse: Parse) -> Iterator[Saying]:
    """What is said, thought or shown in clauses; contents are characters, to be stretched over quotations."""
    verbs, nouns, adjectives = attribution_cues("verb"), attribution_cues("noun"), attribution_cues("adjective")
    lemma, tag = parse.lemma, parse.tag
    for i in range(parse.size):
        first = tag[i][:1]
        if first == "V":
            cue = verbs.get(lemma[i])
            if cue is not None:
                yield from _of_verb(parse, i, cue)
            elif tag[i] == "VBN" and parse.lower[i] in adjectives:
                yield from _of_adjective(parse, i, adjectives[parse.lower[i]])
        elif first == "N":
            cue = nouns.get(lemma[i])
            if cue is not None:
                yield from _of_noun(parse, i, cue)
        elif first == "J":
            cue = adjectives.get(lemma[i])
            if cue is not None:
                yield from _of_adjective(parse, i, cue)


def _of_verb(parse: Parse, verb: int, cue: AttributionCue) -> Iterator[Saying]:
    if parse.dep[verb] in ("amod", "compound"):
        return
    source = parse.subject(verb)
    if source is None or (
        parse.lower[source] in _NO_SOURCE and parse.child(verb, "expl") is None and cue.sort != "evidence"
    ):
        return
    tokens = None
    if "clause" in cue.takes:
        tokens = reported_clause(parse, verb, source)
    if tokens is None and "to" in cue.takes:
        tokens = _infinitive(parse, verb)
    if tokens is None and "object-to" in cue.takes:
        tokens = _infinitive(parse, verb)
    if tokens is None and "for" in cue.takes:
        tokens = _prepositional(parse, verb, "for")
    if tokens is None and "np" in cue.takes:
        tokens = _object(parse, verb)
    if tokens is None and "as" in cue.takes:
        tokens = _judged(parse, verb)
    if tokens is not None:
        for part in _parts(parse, tokens, verb, source):
            yield Saying(source, (verb, verb + 1), parse.characters(*part), cue.sort)


def _parts(parse: Parse, tokens: tuple[int, int], verb: int, source: int) -> list[tuple[int, int]]:
    """What is said on both sides of "X said", where each side is a clause; else the whole."""
    start, stop = tokens
    if not start < verb < stop:
        return [tokens]
    before = parse.trim(start, min(verb, parse.left[source] if source > start else verb))
    after = parse.trim(max(verb, parse.right[source] if source > verb else verb) + 1, stop)
    if not _has_clause(parse, before) or parse.dep[after[0]] != "cc":
        return [tokens]
    return [before, after] if _has_clause(parse, after) else [before]


def _has_clause(parse: Parse, tokens: tuple[int, int]) -> bool:
    return any(parse.is_verb(i) and parse.child(i, "nsubj", "nsubjpass", "expl") is not None for i in range(*tokens))


def reported_clause(parse: Parse, verb: int, source: int | None) -> tuple[int, int] | None:
    """The tokens of the clause that a verb reports, on either side of it."""
    for c in parse.children[verb]:
        if parse.dep[c] == "ccomp" and _is_clause(parse, c):
            if c > verb:
                start, stop = max(parse.left[c], verb + 1), parse.right[c] + 1
                if source is not None and start <= source < stop and source < c and parse.head[source] == verb:
                    start = source + 1
            else:
                limit = verb if source is None or source > verb else min(verb, parse.left[source])
                start, stop = parse.left[c], min(parse.right[c] + 1, limit)
                start = _after_colon(parse, start, stop)
                if any(parse.lower[i] == ":" for i in range(stop, limit)):
                    continue
            if c > verb:
                stop = _cut(parse, verb, c, stop)
                stop = min(stop, before_next_cue(parse, c, start, stop))
            start, stop = parse.trim(start, stop)
            while stop > start and parse.dep[stop - 1] == "cc":
                start, stop = parse.trim(start, stop - 1)
            if stop - start > 1:
                return start, stop
    for c in parse.children[verb]:
        if c > verb and parse.dep[c] in ("advcl", "relcl", "acl", "xcomp", "dobj", "dep", "pobj"):
            first = parse.left[c]
            if parse.lower[first] == "that" and parse.tag[first] == "IN" and first > verb:
                return parse.trim(first, parse.right[c] + 1)
    dobj = parse.child(verb, "dobj", "dative")
    if dobj is not None:
        for c in parse.children[dobj]:
            if parse.dep[c] in ("relcl", "acl", "ccomp", "appos") and _is_clause(parse, c) and c > dobj:
                first = parse.left[c]
                if (parse.tag[first] == "IN" and parse.lower[first] == "that") or parse.lemma[verb] in (
                    "tell",
                    "inform",
                    "convince",
                    "assure",
                ):
                    return parse.trim(first, parse.right[c] + 1)
    return _host_clause(parse, verb, source)


def _cut(parse: Parse, verb: int, clause: int, stop: int) -> int:
    """Where a reported clause ends: before ", with X saying ..."; at the end of the sentence where a verb follows."""
    for c in parse.children[clause]:
        if c > clause and parse.lower[c] == "with" and parse.lower[c - 1] == "," and parse.child(c, "pcomp", "ccomp"):
            return c
    end = parse.sent_end[verb]
    if stop < end and parse.pos[stop] in ("AUX", "VERB") and parse.head[verb] == verb:
        return end
    return stop


def _after_colon(parse: Parse, start: int, stop: int) -> int:
    """What stands before a colon is the paper's: 'Farmers were not happy: "It rained," said X'."""
    for i in range(stop - 2, start, -1):
        if parse.lower[i] == ":" and (parse.lower[i + 1] in _MARKS or parse.tag[i + 1] == "_SP"):
            return i + 1
    return start


def before_next_cue(parse: Parse, clause: int, start: int, stop: int) -> int:
    """The end of a reported clause, before what its source says next: "said it was wrong | and accused ..."."""
    for c in parse.children[clause]:
        if start < c < stop and c > clause and leaves_clause(parse, c):
            return _before(parse, parse.left[c])
    return stop


def _before(parse: Parse, first: int) -> int:
    i = first - 1
    while i > 0 and (parse.dep[i] == "cc" or parse.lower[i] in (",", ";")):
        i -= 1
    return i + 1


def _is_clause(parse: Parse, i: int) -> bool:
    if parse.tag[i] in ("VBZ", "VBD", "VBP", "MD"):
        return True
    return any(
        parse.dep[c] in _SUBJECTS or (parse.dep[c] in ("mark", "aux") and parse.tag[c] != "TO")
        for c in parse.children[i]
    )


def _host_clause(parse: Parse, verb: int, source: int | None) -> tuple[int, int] | None:
    """The clause around a verb of saying that stands in it: "As X said, ...", "..., X said", "Talks, he said, ..."."""
    if source is None or parse.dep[verb] not in ("advcl", "parataxis", "ccomp", "dep", "conj", "ROOT"):
        return None
    complete = any(parse.dep[c] in ("dobj", "xcomp", "ccomp", "acomp") for c in parse.children[verb])
    if complete and parse.lemma[verb] != "tell":
        return None
    start, stop = parse.sent_start[verb], parse.sent_end[verb]
    first, last = min(verb, parse.left[source]), max(verb, parse.right[source])
    as_clause = any(parse.lower[c] == "as" and parse.dep[c] in ("mark", "advmod", "prep") for c in parse.children[verb])
    if as_clause and parse.tag[verb] == "VBN" and parse.lemma[verb] not in _REPORTED_BY:
        return None
    if as_clause:
        first, last = parse.left[verb], parse.right[verb]
        if parse.dep[verb] == "ROOT":
            return None
    elif parse.dep[verb] == "advcl":
        return None
    before = parse.trim(start, first)
    after = parse.trim(last + 1, stop)
    comma_before = first > start and (
        parse.lower[first - 1] in (",", "–", "—")
        or (parse.lower[first - 1] in ('"', "”") and bool(parse.doc[first - 1].whitespace_))
    )
    if not as_clause and not comma_before:
        return None
    if before[1] - before[0] >= 3 and comma_before and (after[1] - after[0]) <= 2:
        return before
    if after[1] - after[0] > 2 and last + 1 < stop and parse.lower[last + 1] in (",", "–", "—"):
        if before[1] - before[0] >= 2:
            return before[0], after[1]
        return after if as_clause else None
    return None


def _infinitive(parse: Parse, verb: int) -> tuple[int, int] | None:
    for c in parse.children[verb]:
        if (
            c > verb
            and parse.dep[c] in ("xcomp", "ccomp", "advcl")
            and parse.tag[c] == "VB"
            and parse.has_child(c, "to", "aux")
        ):
            start, stop = max(parse.left[c], verb + 1), parse.right[c] + 1
            return parse.trim(start, before_next_cue(parse, c, start, stop))
    return None


def _prepositional(parse: Parse, word: int, preposition: str) -> tuple[int, int] | None:
    for c in parse.children[word]:
        if c < word:
            continue
        if parse.lower[c] == preposition and parse.dep[c] in ("prep", "mark") and parse.right[c] > c:
            return parse.trim(c + 1, parse.right[c] + 1)
        first = parse.left[c]
        if parse.dep[c] in ("advcl", "ccomp", "acl") and first > word and parse.lower[first] == preposition:
            return parse.trim(first + 1, parse.right[c] + 1)
    return None


def _object(parse: Parse, verb: int) -> tuple[int, int] | None:
    found = parse.child(verb, "dobj")
    if (
        found is None
        or found < verb
        or parse.pos[found] == "PRON"
        or (parse.pos[found] == "PROPN" and parse.left[found] == parse.right[found])
    ):
        return None
    return parse.trim(parse.left[found], parse.right[found] + 1)


def _judged(parse: Parse, verb: int) -> tuple[int, int] | None:
    found = parse.child(verb, "dobj")
    if found is None:
        return None
    for c in parse.children[verb]:
        if parse.lower[c] == "as" and c > found:
            return parse.trim(parse.left[found], parse.right[c] + 1)
    return None


def _of_noun(parse: Parse, noun: int, cue: AttributionCue) -> Iterator[Saying]:
    tokens = None
    for c in parse.children[noun]:
        if c > noun and parse.dep[c] in ("acl", "ccomp", "relcl", "appos") and _is_clause(parse, c):
            first = parse.left[c]
            if parse.lower[first] == "that" and parse.dep[first] == "mark":
                tokens = parse.trim(first, parse.right[c] + 1)
    if tokens is None and "for" in cue.takes:
        tokens = _prepositional(parse, noun, "for")
    if tokens is None:
        return
    source = _noun_source(parse, noun)
    if source is not None and parse.lower[source] not in _NO_SOURCE:
        yield Saying(source, (noun, noun + 1), parse.characters(*tokens), cue.sort)


def _noun_source(parse: Parse, noun: int) -> int | None:
    """Whose claim it is: a possessor, "by X", a name before it, or who makes it."""
    found = parse.child(noun, "poss")
    if found is not None:
        return found
    for c in parse.children[noun]:
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("by", "from", "of"):
            inner = parse.child(c, "pobj")
            if inner is not None and parse.pos[inner] in ("PROPN", "NOUN", "PRON"):
                return inner
        if c < noun and parse.dep[c] in ("compound", "nmod") and parse.pos[c] == "PROPN":
            return c
    verb = parse.head[noun]
    if parse.dep[noun] == "pobj":
        verb = parse.head[verb]
    elif parse.dep[noun] not in ("dobj", "attr"):
        return None
    return parse.subject(verb) if parse.is_verb(verb) and parse.lemma[verb] in _MAKING else None


def _of_adjective(parse: Parse, adjective: int, cue: AttributionCue) -> Iterator[Saying]:
    verb = adjective if parse.tag[adjective] == "VBN" else parse.head[adjective]
    if verb != adjective and parse.dep[adjective] not in ("acomp", "conj", "attr", "oprd"):
        return
    governed = parse.children[adjective] if verb == adjective else [*parse.children[adjective], *parse.children[verb]]
    for c in governed:
        if c > adjective and parse.dep[c] == "ccomp" and _is_clause(parse, c):
            source = parse.patient(verb) if verb == adjective else parse.subject(verb)
            if source is None or parse.lower[source] in _NO_SOURCE:
                return
            yield Saying(
                source,
                (adjective, adjective + 1),
                parse.characters(*parse.trim(parse.left[c], parse.right[c] + 1)),
                cue.sort,
            )
            return
