"""Attitudes: what an actor judges, wants or speaks of, where what it is is no clause.

"The minister criticised the press for its haste", "the party wants to leave", "their opposition to the dam". The rows
of `lexicons/attitude_cues.csv` say which words carry an attitude and what their content may be.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsgraph.language.english.attributions.reported_clauses import noun_source
from newsgraph.language.english.attributions.unsaid import is_negated, is_supposed
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import MISREAD, Saying, cue_lemma
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause, reporter
from newsgraph.language.english.syntax.speech.reported_contents import before_next_cue

_NO_SOURCE = frozenset(("it", "there", "this", "that", "which", "what", "who", "whoever", "one"))
_BARE = frozenset("it this that them him her us me you these those itself himself herself themselves".split())
_POS = {"V": "verb", "N": "noun", "J": "adjective"}
_PURPOSES = frozenset(("acl", "advcl", "relcl", "ccomp", "pcomp"))
_HAPPENING = frozenset(("ASSAULT", "DISASTER"))
_POSSIBLE = frozenset(("may", "might", "could", "should", "must", "ought"))
_HARDLY = frozenset("less least hardly scarcely".split())
_LINKING = frozenset("be become remain seem feel look appear get stay grow sound".split())


@dataclass(frozen=True, slots=True)
class AttitudeCue:
    """A row of the lexicon."""

    type: str
    takes: frozenset[str]
    also: frozenset[str]
    polarity: str

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions whose object may be the content by itself."""
        return frozenset(name.removeprefix("at:") for name in self.takes - _SHAPES)


_SHAPES = frozenset(("object", "complement", "object-as", "to", "object-to", "gerund"))


@cache
def attitude_cues(pos: str) -> dict[str, AttitudeCue]:
    """The rows of one part of speech, by lemma and particle."""
    return {
        row["lemma"]: AttitudeCue(
            sys.intern(row["type"]),
            frozenset(row["takes"].split()),
            frozenset(row["also"].split()),
            sys.intern(row["polarity"]),
        )
        for row in read_lexicon("attitude_cues")
        if row["pos"] == pos
    }


@cache
def _heads() -> frozenset[str]:
    """The words that the cues begin with, and the forms of them that have another lemma."""
    words = {cue.split(" ", 1)[0] for pos in _POS.values() for cue in attitude_cues(pos)}
    return frozenset(words | {form for form, lemma in MISREAD.items() if lemma in words})


@cache
def event_nouns() -> frozenset[str]:
    """Nouns for attacks and disasters, which neither judge nor want."""
    return frozenset(
        row["word"] for row in read_lexicon("events_nouns") if row["kind"] in _HAPPENING and not row["with"]
    )


def find_attitudes(parse: Parse) -> Iterator[Saying]:
    """The attitudes of a text; `sort` of each is the type of its row."""
    heads = _heads()
    for i in parse.spelled(heads):
        pos = _POS.get(parse.tag[i][:1], "")
        if not pos or parse.dep[i] in ("amod", "compound", "auxpass", "aux"):
            continue
        if pos == "verb" and parse.lower[i] in attitude_cues("adjective") and parse.tag[i] == "VBN":
            pos = "adjective"
        particle = parse.child(i, "prt")
        cue = attitude_cues(pos).get(parse.lower[i] if pos == "adjective" else cue_lemma(parse, i))
        if cue is None:
            continue
        if pos == "adjective" and any(parse.lower[c] in _HARDLY for c in parse.children[i]):
            continue
        tokens = _content(parse, i, cue)
        source = _source(parse, i, pos) if tokens is not None else None
        if tokens is None or source is None or parse.lower[source] in _NO_SOURCE:
            continue
        if tokens[0] <= source < tokens[1] or tokens[0] <= i < tokens[1]:
            continue
        words = (_first_word(parse, i), particle + 1 if particle == i + 1 else i + 1)
        yield Saying(source, words, parse.characters(*tokens), cue.type, _polarity(parse, i, cue))


def _first_word(parse: Parse, cue: int) -> int:
    """The first of the auxiliaries, negations and adverbs that stand right before a verb: "does not want"."""
    first = cue
    while first - 1 in parse.children[cue] and parse.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1
    return first


def _polarity(parse: Parse, cue: int, row: AttitudeCue) -> str:
    """What the actor does with the content: denied where the word is negated; what is not spoken of is left open."""
    if not is_negated(parse, cue):
        return row.polarity
    if row.polarity == "denied":
        return "asserted"
    return "undecided" if row.type == "mentioned" else "denied"


def _source(parse: Parse, cue: int, pos: str) -> int | None:
    """Whose attitude it is."""
    if pos == "noun":
        return noun_source(parse, cue)
    if pos == "verb":
        barred = parse.dep[cue] == "pcomp" and parse.lower[parse.head[cue]] == "from"  # "barred from asking"
        if barred or _is_purpose(parse, cue) or _is_possible(parse, cue) or is_supposed(parse, cue):
            return None
        told = reporter(parse, cue) if leaves_clause(parse, cue) else None
        return parse.subject(cue) if told is None else told
    if parse.tag[cue] == "VBN" and parse.dep[cue] != "acomp":
        return parse.patient(cue) if parse.child(cue, "auxpass") is not None else None
    verb = parse.head[cue]
    if parse.lemma[verb] not in _LINKING or parse.dep[cue] not in ("acomp", "attr", "oprd", "conj"):
        return None
    return parse.subject(verb)


def _is_possible(parse: Parse, verb: int) -> bool:
    """Whether somebody only may or should have an attitude: "might not welcome such a change".

    Who can't support a plan is against it; who can't require others to do something has no attitude to that.
    """
    auxiliaries = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "aux"}
    if auxiliaries & _POSSIBLE:
        return True
    orders = "object-to" in attitude_cues("verb")[cue_lemma(parse, verb)].takes
    return bool(auxiliaries & {"can", "ca"}) and (orders or not is_negated(parse, verb))


def _is_purpose(parse: Parse, verb: int) -> bool:
    """Whether an infinitive only tells what something is for: "a chance to praise the mayor"."""
    if parse.tag[verb] != "VB" or not parse.has_child(verb, "to", "aux"):
        return False
    return parse.dep[verb] in _PURPOSES


def _content(parse: Parse, cue: int, row: AttitudeCue) -> tuple[int, int] | None:
    """The tokens of what the attitude is about, from the first part that the row takes to the last that it adds."""
    parts = [c for c in parse.children[cue] if c > cue]
    taken = next((part for c in parts if (part := _part(parse, cue, c, row)) is not None), None)
    if taken is None:
        passive = parse.child(cue, "nsubjpass") if "object" in row.takes and parse.child(cue, "agent") else None
        return None if passive is None else parse.trim(parse.left[passive], parse.right[passive] + 1)
    start, stop = taken
    for c in parts:
        if parse.left[c] >= stop and parse.dep[c] == "prep" and parse.lower[c] in row.also:
            stop = parse.right[c] + 1
        elif parse.left[c] == stop and parse.dep[c] == "advcl" and parse.lower[stop] in ("if", "unless"):
            stop = parse.right[c] + 1  # "stressed the danger if nothing is done"
    start, stop = parse.trim(start, stop)
    if parse.lower[start - 1] == "on" and all(i in parse.times for i in range(start, stop)):
        return None  # "a statement on Monday"
    if stop - start == 1 and (parse.lower[start] in _BARE or parse.tag[start][:1] == "W"):
        return None
    return (start, stop) if stop > start else None


def _part(parse: Parse, cue: int, c: int, row: AttitudeCue) -> tuple[int, int] | None:
    """The tokens of a dependent that the row takes as the content."""
    dep, takes = parse.dep[c], row.takes
    infinitive = parse.tag[c] == "VB" and parse.has_child(c, "to", "aux")
    subject = parse.child(c, "nsubj", "nsubjpass")
    if dep in ("xcomp", "ccomp", "acl", "advcl") and infinitive:
        wanted = "object-to" if subject is not None or parse.child(cue, "dobj") is not None else "to"
        if wanted not in takes or (dep == "advcl" and wanted == "to"):
            return None
        return max(parse.left[c], cue + 1), before_next_cue(parse, c, parse.left[c], parse.right[c] + 1)
    if dep in ("ccomp", "xcomp", "oprd") and "complement" in takes:
        above = parse.child(cue, "dobj")
        return parse.left[c] if above is None else parse.left[above], parse.right[c] + 1
    if dep in ("xcomp", "ccomp", "pcomp") and parse.tag[c] == "VBG" and "gerund" in takes:
        return max(parse.left[c], cue + 1), before_next_cue(parse, c, parse.left[c], parse.right[c] + 1)
    if dep in ("dobj", "dative"):
        return _object(parse, cue, c, row)
    if dep == "prep" and parse.lower[c] in row.prepositions and parse.right[c] > c:
        return c + 1, parse.right[c] + 1
    return None


def _object(parse: Parse, cue: int, c: int, row: AttitudeCue) -> tuple[int, int] | None:
    """The object; with "as ...", its predicate or its infinitive, where the row asks for that."""
    stop = parse.right[c] + 1
    following = [k for k in parse.children[cue] if k > c]
    if "object-as" in row.takes:
        for k in following:
            if parse.lower[k] == "as":
                return parse.left[c], parse.right[k] + 1
    if "complement" in row.takes:
        for k in following:
            if parse.dep[k] in ("oprd", "ccomp", "xcomp", "acomp") and not parse.has_child(k, "to", "aux"):
                return parse.left[c], parse.right[k] + 1
    if "object-to" in row.takes:
        for k in (*following, *parse.children[c]):
            if k > c and parse.tag[k] == "VB" and parse.has_child(k, "to", "aux"):
                return parse.left[c], max(parse.right[k] + 1, stop)
    return (parse.left[c], stop) if "object" in row.takes else None
