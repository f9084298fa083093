"""Who says that others must do it: "the minister said the rebels must disarm"."""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.roles import Roles

_WORDS = word_classes()
MUST = frozenset(("must", "should", "shall", "ought"))


def demanded_by(roles: Roles, verb: int, modals: list[str]) -> int | None:
    """The saying by which somebody demands of others what a verb says that must be done, if it does."""
    kind = roles.coded[verb].event.kind
    if MUST.isdisjoint(modals) and (kind in ("OTHER", "SAY") or not _has_to(roles, verb)):
        return None
    if is_guessed(roles, verb) or any(roles.syntax.lower[s] == "i" for s in roles.coded[verb].frame.subject):
        return None  # "I have to pay tribute to him"
    if any(roles.syntax.lower[c] == "whether" for c in roles.syntax.children[verb]):
        return None
    return _speaker_of(roles, verb)


def _speaker_of(roles: Roles, verb: int) -> int | None:
    """The verb of saying that a clause is the content of."""
    syntax = roles.syntax
    at = verb
    for _ in range(4):
        relation, head = syntax.dep[at], syntax.head[at]
        if relation in ("conj", "xcomp"):
            at = head
            continue
        if relation == "ccomp" and head in roles.coded:
            return head
        if head == at:
            return _quoted_by(roles, verb)
        return None
    return None


def is_guessed(roles: Roles, verb: int) -> bool:
    """Whether a clause says what somebody takes to have happened or expects: "must have fled", "should grow"."""
    syntax, frame = roles.syntax, roles.coded[verb].frame
    words = {syntax.lower[c] for c in syntax.children[verb] if syntax.dep[c] == "aux"}
    if {"must", "have"} <= words:
        return True
    if "should" not in words or frame.passive:
        return "should" in words and syntax.lemma[verb] == "confuse"  # "should not be confused with"
    going_on = [verb, *(c for c in syntax.children[verb] if syntax.dep[c] == "xcomp")]  # "should continue to grow"
    happens = any(syntax.lemma[v] in _WORDS["befalling"] for v in going_on)
    return happens or any(syntax.lemma[s] in _WORDS["course"] for s in frame.subject)


def _has_to(roles: Roles, verb: int) -> bool:
    """Whether somebody has to do it, not "might have to"."""
    syntax = roles.syntax
    head = syntax.head[verb]
    needed = syntax.dep[verb] == "xcomp" and syntax.lemma[head] in ("have", "need") and syntax.pos[head] == "VERB"
    return needed and not any(
        syntax.lower[c] in ("may", "might", "could", "would") for c in syntax.children[head] if syntax.dep[c] == "aux"
    )


def _quoted_by(roles: Roles, verb: int) -> int | None:
    """The cue of the speech in which a sentence of its own says what others must do."""
    syntax, notes = roles.syntax, roles.notes
    if not any(roles.is_actor(s) and syntax.pos[s] != "PRON" for s in roles.coded[verb].frame.subject):
        return None
    at = syntax.doc[verb].idx
    around = [a for a in notes.attributions if a.content[0] <= at < a.content[1] and a.mention is not None]
    speech = min(around, key=lambda a: a.content[1] - a.content[0], default=None)
    span = None if speech is None or speech.cue is None else syntax.doc.char_span(*speech.cue)
    return next((i for i in range(span.start, span.end) if i in roles.coded), None) if span else None
