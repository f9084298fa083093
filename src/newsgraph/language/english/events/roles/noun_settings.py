"""Who takes part in what a noun names, by the clause it stands in: "spoke to donors in a call with X", "is on trial".

Asked where the noun's own phrases do not say.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors

_WORDS = word_classes()
_MEETING = frozenset(("CONSULT", "ELECT", "AGREE", "ASSAULT", "COOPERATE", "PROTEST"))
"""Kinds of what several do together, whose side the clause around the noun may name."""


def partakers(who: Actors, coded: Coded) -> list[int]:
    """Who meets, by the clause that a meeting is the occasion of: "spoke to donors in a call with X"."""
    syntax, noun, kind = who.syntax, coded.event.root, coded.act
    preposition = syntax.head[noun]
    verb = syntax.head[preposition]
    if kind not in _MEETING or syntax.dep[noun] != "pobj" or syntax.dep[preposition] != "prep":
        return []
    if not syntax.is_verb(verb):  # "Ardal in talks with Norland"
        wanted = any(name == "with" for name, _ in coded.frame.preps)
        return who.actors_at(verb) if syntax.lower[preposition] == "in" and wanted else []
    doing = who.coded.get(verb)
    if kind == "CONSULT" and doing is not None and doing.event.kind == kind:
        return []
    if kind not in ("CONSULT", "ELECT") or syntax.child(noun, "poss") is not None:
        return []
    word = syntax.lower[preposition]
    if kind == "ELECT":
        fits = word in ("to", "on") and syntax.lemma[noun] in ("victory", "win")
        fits = fits or (word == "in" and syntax.lemma[verb] == "vote")
    else:
        beside = any(name in ("with", "to") for name, _ in coded.frame.preps)
        fits = word in _WORDS["before_meeting"] and (
            beside or (word == "on" and syntax.lemma[verb] in _WORDS["being_verb"])
        )
    frame = syntax.verb_frame(verb)
    doers = (
        (frame.object if syntax.lemma[verb] in _WORDS["being_verb"] else frame.by) if frame.passive else frame.subject
    )
    return [actor for w in doers for actor in who.actors_at(w)] if fits else []


def right_behind(who: Actors, coded: Coded) -> list[tuple[str, int]]:
    """The phrase right behind an object, which may be the noun's, whatever the parser hangs it on."""
    syntax, noun = who.syntax, coded.event.root
    verb = syntax.head[noun]
    if syntax.dep[noun] != "dobj" or syntax.right[noun] + 1 >= syntax.size:
        return []
    first = syntax.right[noun] + 1
    if syntax.head[first] != verb or syntax.dep[first] != "prep":
        return []
    return [pair for pair in syntax.prepositions(verb) if syntax.lower[first] == pair[0]]


def undergoer(who: Actors, coded: Coded) -> list[int]:
    """Whom it befalls as the clause says: "is on trial", "came under attack"."""
    syntax, lemma = who.syntax, who.syntax.lemma[coded.event.root]
    noun = _whole_of(who, coded.event.root)
    preposition = syntax.head[noun]
    verb = syntax.head[preposition]
    served = f"{syntax.lemma[preposition]} {lemma}" in _WORDS["served"]
    if syntax.dep[noun] == "dobj" and (syntax.lemma[preposition] in ("survive", "escape", "evade") or served):
        return [actor for w in syntax.verb_frame(preposition).subject for actor in who.actors_at(w)]
    if syntax.dep[noun] == "dobj" and syntax.lemma[preposition] in ("give", "hand"):
        frame = syntax.verb_frame(preposition)
        given = [w for w in frame.object if w != noun and frame.passive]  # "was given a life sentence"
        return [actor for w in given for actor in who.actors_at(w)]
    undergone = f"{syntax.lower[preposition]} {syntax.lemma[noun]}" in _WORDS["undergone_in"]
    if syntax.dep[noun] != "pobj" or not syntax.is_verb(verb) or not undergone:
        return []
    frame = syntax.verb_frame(verb)
    if syntax.lemma[verb] in _WORDS["putting"]:
        return [actor for w in frame.object for actor in who.actors_at(w)]
    if syntax.lemma[verb] not in _WORDS["being_verb"] | {"spend"} and syntax.lemma[noun] not in (
        "pressure",
        "questioning",
        "scrutiny",
        "criticism",
    ):
        return []
    return [actor for w in frame.subject for actor in who.actors_at(w)]


def _whole_of(who: Actors, noun: int) -> int:
    """The months of a sentence, where these are what is served; else the noun itself."""
    syntax, of = who.syntax, who.syntax.head[noun]
    span = syntax.head[of]
    timed = (
        syntax.dep[noun] == "pobj"
        and syntax.lower[of] == "of"
        and syntax.lemma[span] in ("year", "month", "week", "day")
    )
    return span if timed else noun
