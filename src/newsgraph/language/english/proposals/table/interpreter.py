"""What the table says of a word: the rows of its cue are tried in order, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.proposals.cues import Draft, ProposalCue, cue_words, proposal_cues
from newsgraph.language.english.proposals.proposers import noun_proposer
from newsgraph.language.english.proposals.table.contents import CONTENTS
from newsgraph.language.english.proposals.table.patterns import Row, bound_words, pattern_rows
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.second_doers import with_second_doers
from newsgraph.language.english.proposals.table.spans import negators, with_rest
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse

_NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass"))
_DEFINITE = frozenset(("the", "this", "such", "that"))
_POS = {"V": ("verb", "necessity", "will", "backing"), "M": ("necessity", "will"), "N": ("noun",), "J": ("adjective",)}
_UNCUED = ProposalCue("urge", frozenset())
"""What is in focus or commanded has no word for it."""


def cue_places(parse: Parse) -> list[int]:
    """Where a row may fit: at cues, commands, and what puts something into focus."""
    cues, tags = cue_words(), {tag for tag in set(parse.tag) if tag[:1] in _POS}
    return [
        i
        for i, (tag, lemma, lower) in enumerate(zip(parse.tag, parse.lemma, parse.lower, strict=True))
        if tag in tags and (lemma in cues or lower in cues or tag == "VB" or lemma == "be")
    ]


def drafts_at(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Iterator[Draft]:
    """What a word proposes by the table."""
    for match, row in matches_at(parse, notes, i, voice):
        for words in _with_joined(match) if row.content else ():
            match.words = words
            draft = _read(match, row)
            owned = _owned(match, draft) if row.by == "owner" else draft
            if owned is not None:
                yield from with_second_doers(parse, notes, owned)


def _with_joined(m: Match) -> list[dict[str, int]]:
    """The words of a complement, and those of the clauses joined to it: "that X pay and that Y leave"."""
    parse, clause = m.parse, m.words.get("clause")
    if clause is None:
        return [m.words]
    that = (c for c in parse.children[clause] if parse.dep[c] == "conj" and parse.has_child(c, "that", "mark"))
    joined = [c for c in that if all(parse.tag[k] != "MD" for k in parse.children[c])]
    return [m.words, *({**m.words, "clause": c} for c in joined)]


def _parts_of_speech(parse: Parse, i: int) -> tuple[str, ...]:
    """The parts of speech that a cue may have here."""
    first = parse.tag[i][:1]
    if parse.tag[i] == "VB":
        return (*_cued(parse, i, first), "imperative")
    if parse.lemma[i] == "be" and parse.tag[i] in ("VBZ", "VBP"):
        return (*_cued(parse, i, first), "focus")
    return _cued(parse, i, first)


def _cued(parse: Parse, i: int, first: str) -> tuple[str, ...]:
    if first == "V" and parse.dep[i] in _NOMINAL and parse.lemma[i] in proposal_cues("noun"):
        return ("noun",)
    if parse.tag[i] == "VBN" and parse.dep[i] in ("acomp", "oprd") and parse.lower[i] in proposal_cues("adjective"):
        return ("adjective",)
    return _POS.get(first, ())


def _cue(parse: Parse, i: int, pos: str) -> ProposalCue | None:
    if pos in ("imperative", "focus"):
        return _UNCUED
    as_written = pos == "will" or (pos == "adjective" and parse.tag[i] == "VBN")
    return proposal_cues(pos).get(parse.lower[i] if as_written else parse.lemma[i])


def deciding_row(m: Match, pos: str) -> Row | None:
    """The first row that fits a cue; the words of its complement stay bound."""
    found: dict[str, list[dict[str, int]]] = {}
    for row in _rows_for(pos, m.takes):
        if row.find not in found:
            found[row.find] = list(bound_words(m, row.find))
        for m.words in found[row.find]:
            if _fits(m, row):
                return row
    return None


def _fits(m: Match, row: Row) -> bool:
    for test in row.tests:  # noqa: SIM110 - asked of every row for every cue: a generator takes twice as long
        if not test(m):
            return False
    return True


@cache
def _rows_for(pos: str, takes: frozenset[str]) -> tuple[Row, ...]:
    """The rows for a part of speech that ask for no other sort of complement than a cue takes."""
    return tuple(row for row in pattern_rows(pos) if not row.takes or row.takes & takes)


def matches_at(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Iterator[tuple[Match, Row]]:
    """The rows that decide what a word proposes, as each of the parts of speech that it may be."""
    for pos in _parts_of_speech(parse, i):
        cue = _cue(parse, i, pos)
        if cue is not None:
            match = Match(parse, notes, i, cue.act, cue.takes, voice)
            row = deciding_row(match, pos)
            if row is not None:
                yield match, row


def _read(m: Match, row: Row) -> Draft:
    parse, words = m.parse, m.words
    (start, stop), addressees = CONTENTS[row.content](m)
    for place in row.to or ():
        addressees = addressees or [k for i in place(m) for k in parse.members(i)]
    first, last = words.get("first", m.cue), words.get("last", _last(m))
    draft = Draft(
        (first, last + 1),
        (start, with_rest(parse, start, stop)),
        m.act if row.act in ("", "not") else row.act,
        words.get("anchor", m.cue),
    )
    draft.addressees, draft.clause = [] if row.to is None else addressees, words.get("clause")
    draft.proposer = m.word(row.by) if row.by not in ("", "owner") else None
    held = [i for place in ("clause", "host", "be") for i in m.at(place)] + [m.cue] * parse.is_verb(m.cue)
    draft.negators = [word for i in held for word in negators(parse, i)]
    draft.negated = row.act == "not" or bool(draft.negators)
    draft.start = _start(m)
    return draft


def _last(m: Match) -> int:
    """The last word of a cue: a preposition right behind it belongs to it, but not one before whom it asks."""
    parse, prep = m.parse, m.words.get("prep", m.cue)
    near = all(parse.pos[k] == "ADV" for k in range(m.cue + 1, prep)) and prep > m.cue
    asks = "target" in m.words and parse.lower[prep] in ("to", "with") and parse.is_verb(m.cue)
    return prep if near and not asks else m.cue


def _start(m: Match) -> int | None:
    """Where the clause of a proposal begins: with its subject, where that stands before the cue."""
    for place in ("subject", "opening"):
        subject = m.word(place)
        if subject is not None and m.parse.left[subject] <= m.cue:
            return m.parse.left[subject]
    return None


def _owned(m: Match, draft: Draft) -> Draft | None:
    """Whose proposal a noun names; nobody's is one only if it is known or answered: "the call for talks"."""
    parse, noun = m.parse, m.cue
    proposer = noun_proposer(parse, m.notes, noun, draft.content)
    draft.start = parse.left[noun]
    if proposer is not None and parse.dep[noun] == "dobj" and proposer == parse.child(parse.head[noun], "nsubj"):
        draft.start = min(parse.left[proposer], parse.left[noun])
    determiner = next((parse.lower[c] for c in parse.children[noun] if parse.dep[c] == "det"), "")
    draft.definite = determiner in _DEFINITE
    if proposer is None:
        draft.anaphoric = True
        if not draft.definite:
            return None
    draft.proposer = proposer
    return draft
