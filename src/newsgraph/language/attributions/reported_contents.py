"""Where what is reported begins and ends: a clause, an infinitive, a noun phrase that a word of saying governs."""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.attributions.cues import attribution_cues
from newsgraph.language.attributions.joined_clauses import leaves_clause
from newsgraph.language.syntax.parse import Parse

FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "attr"))
_REPORTED_BY = frozenset("report note state announce mention confirm describe explain claim".split())
_CONDITIONS = frozenset("if unless when while although though because after before since as once until".split())
_ASIDES = frozenset("although though while whereas".split())
_REASONS = frozenset("because since".split())
_BREAKS = frozenset((":", ";", '"', "“", "”", "``", "''"))
_NOW = frozenset(("now", "currently", "then"))
_WITHIN = frozenset(("relcl", "acl", "pcomp", "advcl"))
_TELLING = frozenset(("tell", "inform", "convince", "assure"))
_MARKS = frozenset(('"', "“", "``", "‘", "«"))


def reported_clause(parse: Parse, verb: int, source: int | None) -> tuple[int, int] | None:
    """The tokens of the clause that a verb reports, on either side of it."""
    for c in sorted(parse.children[verb], key=lambda c: (c < verb or parse.lower[parse.left[c] - 1] == ",", c)):
        if parse.dep[c] == "ccomp" and is_clause(parse, c):
            found = _clause_behind(parse, verb, c, source) if c > verb else _clause_before(parse, verb, c, source)
            if found is None:
                continue
            start, stop = parse.trim(*found)
            if stop - start > 1:
                return start, stop
    return _that_clause(parse, verb) or _clause_of_object(parse, verb) or _host_clause(parse, verb, source)


def _clause_behind(parse: Parse, verb: int, clause: int, source: int | None) -> tuple[int, int]:
    """The tokens of a clause behind its verb."""
    start, stop = max(parse.left[clause], verb + 1), _last_clause(parse, verb, clause)
    if source is not None and start <= source < stop and source < clause and parse.head[source] == verb:
        start = source + 1
    stop = _cut(parse, verb, clause, stop)
    return start, min(stop, before_next_cue(parse, clause, start, stop))


def _clause_before(parse: Parse, verb: int, clause: int, source: int | None) -> tuple[int, int] | None:
    """The tokens of a clause before its verb; None where a colon or a semicolon parts the two."""
    if _only_notes(parse, clause):
        return None
    limit = verb if source is None or source > verb else min(verb, parse.left[source])
    start, stop = parse.left[clause], min(_last_before(parse, verb, clause) + 1, limit)
    start = _after_colon(parse, _first_clause(parse, verb, start, limit), stop)
    if start < parse.left[clause]:
        stop = limit
    return None if any(parse.lower[i] in (":", ";") for i in range(stop, limit)) else (start, stop)


def _only_notes(parse: Parse, clause: int) -> bool:
    """Whether what stands before "X said" is a participle's: "Noting that it was late, X said", "Stung, X said"."""
    first = parse.left[clause]
    if parse.tag[first] == "VBG" and parse.lemma[first] in attribution_cues("verb"):
        return True
    own = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass")
    return parse.tag[clause] in ("VBG", "VBN") and not any(parse.dep[c] in own for c in parse.children[clause])


def _that_clause(parse: Parse, verb: int) -> tuple[int, int] | None:
    """A clause with "that" which the parser has taken for something else."""
    for c in parse.children[verb]:
        if c > verb and parse.dep[c] in ("advcl", "relcl", "acl", "xcomp", "dobj", "dep", "pobj"):
            first = parse.left[c]
            if parse.lower[first] == "that" and parse.tag[first] == "IN" and first > verb:
                return parse.trim(first, parse.right[c] + 1)
    return None


def _clause_of_object(parse: Parse, verb: int) -> tuple[int, int] | None:
    """A clause that the parser has hung on who is told: "told reporters he would go"."""
    dobj = parse.child(verb, "dobj", "dative")
    if dobj is None:
        return None
    for c in parse.children[dobj]:
        if parse.dep[c] in ("relcl", "acl", "ccomp", "appos") and is_clause(parse, c) and c > dobj:
            first = parse.left[c]
            if (parse.tag[first] == "IN" and parse.lower[first] == "that") or parse.lemma[verb] in _TELLING:
                return parse.trim(first, parse.right[c] + 1)
    return None


def _last_clause(parse: Parse, verb: int, clause: int) -> int:
    """The end of the last of the clauses that a verb reports: "said it was late and the road was long"."""
    stop = parse.right[clause] + 1
    for c in parse.children[verb]:
        if parse.left[c] < stop or not stop - 1 <= parse.left[c] - 1 <= stop + 1:
            continue
        joined = parse.dep[c] == "ccomp" and is_clause(parse, c) and parse.lower[parse.left[c] - 1] == "and"
        reason = parse.dep[c] == "advcl" and parse.lower[parse.left[c]] in _REASONS
        if joined or reason:
            stop = parse.right[c] + 1
    return stop


def _last_before(parse: Parse, verb: int, clause: int) -> int:
    """The last word of the clauses before "X said", of which this one is the first."""
    joined = [c for c in parse.children[verb] if clause < c < verb and parse.dep[c] == "ccomp" and is_clause(parse, c)]
    return max((parse.right[c] for c in joined if parse.dep[parse.left[c] - 1] == "cc"), default=parse.right[clause])


def _first_clause(parse: Parse, verb: int, start: int, limit: int) -> int:
    """Where what is reported begins, where "X said" ends the sentence: with the clause to which the last is joined."""
    first = parse.sent_start[verb]
    closes = parse.trim(max(verb, parse.right[verb]) + 1, parse.sent_end[verb])
    if start <= first or closes[1] > closes[0] or parse.lower[limit - 1] != ",":
        return start
    before = range(first, start)
    if any(parse.lower[i] in _BREAKS or parse.tag[i] == "_SP" for i in before):
        return start
    told = any(parse.is_verb(i) and parse.child(i, "nsubj", "nsubjpass", "expl") is not None for i in before)
    return first if told and any(parse.dep[i] == "cc" for i in (start - 1, start)) else start


def _cut(parse: Parse, verb: int, clause: int, stop: int) -> int:
    """Where a reported clause ends: before ", with X saying ..."; at the end of the sentence where a verb follows."""
    for c in parse.children[clause]:
        if c > clause and parse.lower[c] == "with" and parse.lower[c - 1] == "," and parse.child(c, "pcomp", "ccomp"):
            return c
        first = parse.left[c]
        aside = parse.lower[first - 1] == "," and parse.lower[first] in _ASIDES
        if aside and parse.dep[c] == "advcl" and first > clause:
            return first
    end = parse.sent_end[verb]
    if stop < end and parse.pos[stop] in ("AUX", "VERB") and parse.head[verb] == verb:
        return end
    return stop


def _after_colon(parse: Parse, start: int, stop: int) -> int:
    """What stands before a colon or semicolon is not the source's: 'Farmers were angry: "It rained," said X'."""
    for i in range(stop - 1, start, -1):
        quoted = parse.lower[i] == ":" and (parse.lower[i + 1] in _MARKS or parse.tag[i + 1] == "_SP")
        if quoted or parse.lower[i] == ";":
            return i + 1
    return start


def _after_mark(parse: Parse, start: int, stop: int) -> int:
    """After the last colon or semicolon: "X refused: it would not talk, a spokesman said"."""
    return next((i + 1 for i in range(stop - 2, start, -1) if parse.lower[i] in (":", ";")), start)


def before_next_cue(parse: Parse, clause: int, start: int, stop: int) -> int:
    """The end of a reported clause, before what its source says next: "said it was wrong | and accused ..."."""
    for c in parse.children[clause]:
        if start < c < stop and c > clause and leaves_clause(parse, c):
            return _before(parse, parse.left[c])
    for i in range(clause + 1, stop):
        if _speaks_too(parse, clause, i):
            return _before(parse, parse.left[i])
        says_more = parse.tag[i] == "VBG" and parse.dep[i] == "advcl" and parse.lower[parse.left[i] - 1] == ","
        if says_more and parse.lemma[i] in attribution_cues("verb") and parse.child(i, "nsubj") is None:
            return _before(parse, parse.left[i])
    return stop


def _speaks_too(parse: Parse, clause: int, verb: int) -> bool:
    """Whether a clause joined to what is reported tells what another says: "X said it was late | and Y warned that".

    Who only "added" something is the one who reports.
    """
    aside = parse.dep[verb] == "advcl" and any(
        parse.dep[c] == "mark" and parse.lower[c] in _ASIDES for c in parse.children[verb]
    )
    if not (aside or parse.dep[verb] == "conj") or not _is_finite(parse, verb):
        return False
    if parse.lemma[verb] not in attribution_cues("verb") or parse.child(verb, "ccomp", "dobj", "xcomp") is None:
        return False
    subject = parse.child(verb, "nsubj")
    if subject is None:
        return parse.lemma[verb] == "add" and parse.tag[parse.head[clause]] == parse.tag[verb]
    return parse.pos[subject] != "PRON" and (aside or parse.child(verb, "ccomp") is not None)


def _is_finite(parse: Parse, verb: int) -> bool:
    return parse.tag[verb] in ("VBD", "VBZ", "VBP") or any(
        parse.dep[c] == "aux" and parse.tag[c] in ("VBD", "VBZ", "VBP") for c in parse.children[verb]
    )


def without_setting(parse: Parse, verb: int, start: int, stop: int) -> tuple[int, int]:
    """A content without the day of saying before it, and without who reports it all behind it.

    "said on Monday last week the port was closed", "told him it would go on, the agency said".
    """
    first = start
    while first < stop and first in parse.times and verb < first and parse.lower[first] not in _NOW:
        first += 1
    told = any(parse.dep[i] in _SUBJECTS for i in range(start, first))
    if start < first < stop - 2 and not told and parse.lower[first] not in (",", "'s", "of"):
        start = first
    last = stop - 1
    says = parse.tag[last] in ("VBD", "VBZ") and parse.lemma[last] in attribution_cues("verb")
    subject = parse.child(last, "nsubj") if says else None
    if subject is not None and subject < last:
        comma = parse.left[subject] - 1
        if comma > start + 2 and parse.lower[comma] == ",":
            stop = comma
    return start, stop


def _before(parse: Parse, first: int) -> int:
    i = first - 1
    while i > 0 and (parse.dep[i] == "cc" or parse.lower[i] in (",", ";")):
        i -= 1
    return i + 1


def is_clause(parse: Parse, i: int) -> bool:
    """Whether a word heads a finite clause."""
    if parse.tag[i] in ("VBZ", "VBD", "VBP", "MD"):
        return True
    return any(
        parse.dep[c] in _SUBJECTS or (parse.dep[c] in ("mark", "aux", "auxpass") and parse.tag[c] not in ("TO", "VBG"))
        for c in parse.children[i]
    )


def lacks_subject(parse: Parse, begin: int, end: int) -> bool:
    """Whether the characters of a clause begin with its verb, whose subject stands elsewhere: "was unavoidable"."""
    first, stop = bisect_left(parse.end, begin + 1), bisect_left(parse.begin, end)
    if first >= stop or parse.tag[first] not in FINITE:
        return False
    verb = parse.head[first] if parse.dep[first] in ("aux", "auxpass") else first
    return not any(parse.dep[c] in _SUBJECTS - {"attr"} and first <= c < stop for c in parse.children[verb])


def _host_clause(parse: Parse, verb: int, source: int | None) -> tuple[int, int] | None:
    """The clause around a verb of saying that stands in it: "As X said, ...", "..., X said", "Talks, he said, ..."."""
    if source is None or parse.dep[verb] not in ("advcl", "parataxis", "ccomp", "dep", "conj", "ROOT"):
        return None
    complete = any(
        parse.dep[c] in ("dobj", "xcomp", "acomp") or (parse.dep[c] == "ccomp" and (c > verb or is_clause(parse, c)))
        for c in parse.children[verb]
    )
    if complete and parse.lemma[verb] != "tell":
        return None
    start, stop = parse.sent_start[verb], parse.sent_end[verb]
    first, last = min(verb, parse.left[source]), max(verb, parse.right[source])
    if any(parse.is_verb(i) for i in range(start, first)):
        for c in parse.children[verb]:
            if c > verb and parse.left[c] == last + 1 and parse.dep[c] in ("prep", "npadvmod", "advmod"):
                last = parse.right[c]  # "the agency said in a report, ..."
    as_clause = any(parse.lower[c] == "as" and parse.dep[c] in ("mark", "advmod", "prep") for c in parse.children[verb])
    if as_clause and parse.tag[verb] == "VBN" and parse.lemma[verb] not in _REPORTED_BY:
        return None
    if as_clause:
        first, last = parse.left[verb], parse.right[verb]
        if parse.dep[verb] == "ROOT":
            return None
    elif parse.dep[verb] == "advcl":
        return None
    before = parse.trim(_after_mark(parse, start, first), first)
    if not as_clause and _is_condition(parse, verb, before[0]):
        return None
    after = parse.trim(last + 1, stop)
    comma_before = first > start and (
        parse.lower[first - 1] in (",", "–", "—")
        or (parse.lower[first - 1] in ('"', "”") and bool(parse.doc[first - 1].whitespace_))
    )
    if not as_clause and not comma_before:
        return None
    if before[1] - before[0] >= 3 and comma_before and (after[1] - after[0]) <= 2:
        return None if _is_setting(parse, verb, before) or _only_sets(parse, before) else before
    if after[1] - after[0] > 2 and last + 1 < stop and parse.lower[last + 1] in (",", "–", "—"):
        if before[1] - before[0] >= 2:
            return before[0], after[1]
        return after if as_clause else None
    return None


def _is_setting(parse: Parse, verb: int, before: tuple[int, int]) -> bool:
    """Whether what stands before "X said" only says where: "In a statement issued on Monday, X said:"."""
    return any(
        parse.dep[c] in ("prep", "npadvmod") and parse.left[c] == before[0] and parse.right[c] + 1 >= before[1]
        for c in parse.children[verb]
    )


def _only_sets(parse: Parse, tokens: tuple[int, int]) -> bool:
    """Whether what stands before "X said" is a phrase that no clause follows: "In his letter, which was late, X"."""
    start, stop = tokens
    if parse.tag[start] not in ("IN", "VBG", "VBN") or parse.lower[start] in ("that", "whether"):
        return False
    return not any(
        (parse.tag[i] in FINITE or is_clause(parse, i)) and parse.dep[i] not in _WITHIN
        and (parse.head[i] == i or not start <= parse.head[i] < stop)
        for i in range(start, stop) if parse.is_verb(i)
    )  # fmt: skip


def _is_condition(parse: Parse, verb: int, first: int) -> bool:
    """Whether what stands before "X said" only says when or if: "When the war ended, he wrote"."""
    if parse.dep[first] == "cc":
        first += 1  # "But when"
    return any(
        parse.dep[c] == "advcl" and parse.left[c] == first and parse.lower[first] in _CONDITIONS
        for c in parse.children[verb]
    )


def infinitive_content(parse: Parse, verb: int, preposition: str = "") -> tuple[int, int] | None:
    """To ...: "vowed to ...", "urged them to ..."; behind a preposition "called on them to ..."."""
    addressed = [c for c in parse.children[verb] if parse.lower[c] == preposition and parse.dep[c] == "prep"]
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
    if found is None:
        return None
    for c in parse.children[verb]:
        if parse.lower[c] == "as" and c > found:
            return parse.trim(parse.left[found], parse.right[c] + 1)
    return None
