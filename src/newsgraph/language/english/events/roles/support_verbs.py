"""The verb that carries the noun of an event and has its participants: "held talks", "came under attack".

Grammar calls it a support verb or light verb: the noun says what happens, the verb to whom and by whom.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.modifiers import ALWAYS_DONE_TO
from newsgraph.language.english.syntax.parse import Frame

_WORDS = word_classes()
_GIVEN = frozenset(("AGREE", "SUPPORT", "AID"))
"""Kinds of what somebody gives, so that who gets it is its target: "got a green light from the court"."""
_RECEIVED = frozenset(("ACCUSE", "SUPPORT", "THREATEN", "SANCTION", "COERCE", "REQUEST", "REJECT", "AID"))


def support_frame(who: Actors, coded: Coded) -> Frame | None:
    """The frame of the verb that carries a noun: "held talks", "an attack was launched"."""
    if coded.carrier is not None:
        return coded.carrier.frame
    syntax, noun = who.syntax, coded.event.root
    if (below := _clause_behind(who, coded)) is not None:
        return below
    if coded.event.name and syntax.lemma[syntax.head[noun]] not in _WORDS["holding_named"]:
        return None  # who plans, discusses or recalls the September 11 attacks has not made them
    relation, head = syntax.dep[noun], syntax.head[noun]
    if relation == "conj" and syntax.pos[head] == "NOUN":
        relation, head = syntax.dep[head], syntax.head[head]
    if relation == "pobj" and syntax.lower[head] == "of":
        counting = syntax.head[head]
        relation, head = syntax.dep[counting], syntax.head[counting]
    joining = relation == "pobj" and f"{syntax.lemma[syntax.head[head]]} {syntax.lower[head]}" in _WORDS["joining_in"]
    if joining:
        relation, head = "dobj", syntax.head[head]
    got = syntax.lemma[head] in (_WORDS["getting"] if coded.event.kind in _GIVEN else _WORDS["receiving"])
    heard = coded.event.kind == "REQUEST" and syntax.lemma[head] in ("consider", "contemplate", "weigh", "mull")
    carrying = joining or (syntax.lemma[head] in _WORDS["light"] and not heard) or got
    carrying = carrying or f"{syntax.lemma[head]} {coded.event.kind.lower()}" in _WORDS["carrying_kind"]
    if (relation in ("dobj", "nsubjpass") and carrying) or (
        relation == "nsubj"
        and (
            syntax.lemma[head] in _WORDS["taking_place"] or (syntax.lemma[head], coded.event.kind) == ("go", "SUPPORT")
        )
    ):
        verb = who.coded.get(head)
        return verb.frame if verb is not None else syntax.verb_frame(head)
    return None


def _clause_behind(who: Actors, coded: Coded) -> Frame | None:
    """The frame of a clause that says of its noun who did it: "the promise that she made to the union"."""
    syntax, noun = who.syntax, coded.event.root
    for c in syntax.children[noun]:
        if syntax.dep[c] not in ("relcl", "acl") or syntax.lemma[c] not in _WORDS["making_noun"] or c < noun:
            continue
        frame = syntax.verb_frame(c)
        made = noun in frame.object or any(syntax.lower[o] in ("that", "which") for o in frame.object)
        if (made or (frame.passive and syntax.dep[c] == "acl")) and syntax.tag[c] != "VBG":
            return frame
    return None


def is_undergone(who: Actors, coded: Coded) -> bool:
    """Whether an event is what befalls the subject: "civilians face air strikes", "received letters of support"."""
    syntax, noun, kind = who.syntax, coded.event.root, coded.act
    while syntax.dep[noun] == "conj":
        noun = syntax.head[noun]
    if syntax.dep[noun] == "pobj" and syntax.lower[syntax.head[noun]] == "of":
        noun = syntax.head[syntax.head[noun]]
    verb = syntax.lemma[syntax.head[noun]] if syntax.dep[noun] == "dobj" else ""
    got = (verb in _WORDS["receiving"] and kind in _RECEIVED) or (verb in _WORDS["getting"] and kind in _GIVEN)
    recorded = verb == "have" and syntax.lemma[noun] in ALWAYS_DONE_TO  # "had two prior arrests"
    return verb in _WORDS["undergoing"] or got or recorded
