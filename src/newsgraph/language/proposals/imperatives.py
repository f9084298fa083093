"""Imperatives in somebody's speech: "General, withdraw your troops", "Let us ..."."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.asserted import hypothetical
from newsgraph.language.proposals.cues import Draft, limit
from newsgraph.language.proposals.spans import clause_end, negated
from newsgraph.language.proposals.voices import Voice
from newsgraph.language.syntax.parse import Parse

_TALK = frozenset("be see say look face hope remember imagine assume wait forget note consider suppose put".split())
_DEEDS = frozenset("do take make act".split())


def imperative(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """An imperative in somebody's speech, addressed to an actor or to whom it concerns."""
    if voice is None or not voice.marked or parse.tag[i] != "VB" or not _leads(parse, i):
        return None
    lefts = [c for c in parse.children[i] if c < i]
    if any(parse.dep[c] in ("nsubj", "aux", "nsubjpass", "mark", "expl") and not _vocative(parse, c, i) for c in lefts):
        if not any(parse.dep[c] == "aux" and parse.lower[c] in ("do", "don") for c in lefts):
            return None
        if any(parse.dep[c] in ("nsubj", "mark") for c in lefts):
            return None
    if any(parse.tag[c] == "TO" for c in lefts):
        return None
    if parse.lemma[i] == "let":
        return _let_us(parse, i)
    if _asks_for_nothing(parse, i):
        return None
    vocative = next((c for c in lefts if _vocative(parse, c, i)), None)
    if parse.sent_start[i] != i and vocative is None:
        opening = max(
            (k for k in range(parse.sent_start[i], i) if parse.lower[k] in ('"', "“", "``")),
            default=parse.sent_start[i],
        )
        before = [k for k in range(opening, i) if parse.pos[k] not in ("PUNCT", "SPACE", "ADV", "INTJ", "CCONJ")]
        if before and not all(parse.lower[k] in ("do", "n't", "not", "please", "never") for k in before):
            return None
    if hypothetical(parse, i) or len(range(i, parse.right[i])) < 2:
        return None
    stop = clause_end(parse, i, i)
    if stop < i + 2:
        return None  # "Cry"
    draft = Draft((i, i + 1), (i, stop), "urge", i, clause=i, negated=negated(parse, i))
    if vocative is not None:
        draft.addressees = [vocative]
    return draft


def _asks_for_nothing(parse: Parse, i: int) -> bool:
    """Whether an imperative is a manner of speaking, or told to readers and those who stand by."""
    lemma = parse.lemma[i]
    if lemma in limit("idle") - _DEEDS or lemma in limit("reader"):
        return True
    if lemma in _DEEDS and parse.child(i, "dobj") is None:
        return True
    if i + 1 < parse.size and parse.lower[i + 1] in ("-", "–", "home"):
        return True
    return lemma in limit("posture") and not _has_object(parse, i)


def _has_object(parse: Parse, i: int) -> bool:
    """Whether a verb has an object, or one by a preposition other than of a place."""
    for c in parse.children[i]:
        if parse.dep[c] == "dobj" or (parse.lower[c] in ("for", "with", "by", "against") and parse.dep[c] == "prep"):
            return True
    return False


def _leads(parse: Parse, i: int) -> bool:
    """Whether a verb heads a sentence, or a quoted one that a verb of saying outside of it governs."""
    if parse.dep[i] == "ROOT":
        return True
    if parse.dep[i] not in ("ccomp", "parataxis", "advcl"):
        return False
    return any(
        parse.lower[k] in ('"', "“", "”", "``", "''") for k in range(min(i, parse.head[i]), max(i, parse.head[i]))
    )


def _vocative(parse: Parse, c: int, verb: int) -> bool:
    if c >= verb or parse.tag[verb] != "VB" or parse.dep[c] not in ("npadvmod", "nsubj", "intj", "dep"):
        return False
    return (
        parse.lower[parse.right[c] + 1] == "," and parse.right[c] - parse.left[c] < 4 and parse.right[c] + 2 >= verb - 2
    )


def _let_us(parse: Parse, i: int) -> Draft | None:
    clause = parse.child(i, "ccomp", "xcomp")
    if clause is None or parse.lemma[clause] in _TALK:
        return None
    us = next((k for k in range(i + 1, clause) if parse.lower[k] in ("us", "'s", "’s")), None)
    if us is None:
        return None
    return Draft((i, us + 1), (us + 1, clause_end(parse, clause, us + 1)), "urge", i, clause=clause)
