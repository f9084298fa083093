"""Where the clause begins and ends that a word of saying reports."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues
from newsgraph.language.english.syntax.speech.finite_clauses import SUBJECTS, is_clause
from newsgraph.language.english.syntax.speech.host_clauses import host_clause
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause
from newsgraph.language.english.syntax.speech.misread_clauses import misattached_that, subject_behind

_ASIDES = frozenset("although though while whereas".split())
_REASONS = frozenset("because since if unless provided".split())
_BREAKS = frozenset((":", ";", '"', "“", "”", "``", "''"))
_NOW = frozenset(("now", "currently", "then"))
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
    return (
        _that_clause(parse, verb)
        or _clause_of_object(parse, verb)
        or (misattached_that(parse, verb) if source is not None and source < verb else None)
        or host_clause(parse, verb, source)
    )


def _clause_behind(parse: Parse, verb: int, clause: int, source: int | None) -> tuple[int, int]:
    """The tokens of a clause behind its verb."""
    start, stop = max(parse.left[clause], verb + 1), _last_clause(parse, verb, clause)
    start = subject_behind(parse, verb, clause, start)
    stop = _cut(parse, verb, clause, stop)
    return start, min(stop, before_next_cue(parse, clause, start, stop))


def _clause_before(parse: Parse, verb: int, clause: int, source: int | None) -> tuple[int, int] | None:
    """The tokens of a clause before its verb; None where a colon or a semicolon parts the two."""
    limit = verb if source is None or source > verb else min(verb, parse.left[source])
    start, stop = parse.left[clause], min(_last_before(parse, verb, clause) + 1, limit)
    start = _after_colon(parse, _first_clause(parse, verb, start, limit), stop)
    if start < parse.left[clause]:
        stop = limit
    parted = any(parse.lower[i] in (":", ";") for i in range(stop, limit))
    return None if parted or stop <= start else (start, stop)


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
        if _is_joined(parse, c) or (parse.dep[c] == "advcl" and _is_reason(parse, parse.left[c])):
            stop = parse.right[c] + 1
    return stop


def _is_joined(parse: Parse, clause: int) -> bool:
    """Whether a clause is the second that is reported: "said it was late and the road was long, but that it paid"."""
    first = parse.left[clause]
    if parse.dep[clause] not in ("ccomp", "conj") or not is_clause(parse, clause):
        return False
    says_that = parse.lower[first] == "that" and parse.dep[first] == "mark"
    before = parse.lower[first - 1]
    return (says_that and before in ("and", "but", "or")) or (parse.dep[clause] == "ccomp" and before == "and")


def _is_reason(parse: Parse, first: int) -> bool:
    """Whether a clause gives the reason or the condition of what is reported: "..., as long as wages fell"."""
    long_as = first + 2 < parse.size and parse.lower[first + 1] == "long" and parse.lower[first + 2] == "as"
    return parse.lower[first] in _REASONS or (long_as and parse.lower[first] in ("so", "as"))


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


def before_next_cue(parse: Parse, clause: int, start: int, stop: int) -> int:
    """The end of a reported clause, before what its source says next: "said it was wrong | and accused ..."."""
    for c in parse.children[clause]:
        if start < c < stop and c > clause and leaves_clause(parse, c):
            return _before(parse, parse.left[c])
    for i in range(clause + 1, stop - 1):
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
    told = any(parse.dep[i] in SUBJECTS for i in range(start, first))
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
