"""At whom a verb is directed: its object, what stands behind it, or whose the object is."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.language.english.events.coding import TARGET_PREPOSITIONS, Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.complements import is_content, of_complement
from newsgraph.language.english.events.roles.doers import doers_behind
from newsgraph.language.english.events.roles.modifiers import nations_after, nations_at
from newsgraph.language.english.syntax.parse import Frame

_WORDS = word_classes()
_TOWARDS = frozenset("SANCTION CONCEDE SUPPORT COOPERATE CONSULT ASSAULT MOBILIZE COERCE PROTEST".split())
"""Kinds that a verb may carry by a noun which says at whom: "broke off ties with"."""
_OF_OWNERS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONCEDE", "ASSAULT", "COERCE", "SANCTION"))
"""Kinds whose target is whose the object is: "praised the mayor's work", "gave in to the union's demands"."""
_OF_DOERS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONCEDE"))
"""Those of them whose target stands behind the object, too: "praised the work of the police"."""
_WITH_CONTENT = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "ACCUSE", "COERCE", "AID"))
"""Kinds whose clause says at whom they are directed."""


def verb_targets(who: Actors, coded: Coded) -> list[int]:
    """At whom a verb is directed, by its entry, its object, or what its kind has targets in."""
    frame, kind = _with_phrase(who, coded), coded.act
    syntax, entry = who.syntax, coded.entry
    where = entry.roles.get("target") if entry is not None else None
    if where and where != ("object",) and not (frame.object and entry is not None and not entry.tests):
        owners = _owners_behind(who, frame.preps, where) if kind in _OF_OWNERS else []
        return owners or who.after(frame.preps, where, anything=True)
    if kind == "RESIGN" and not (where == ("object",) or (entry is not None and entry.mode == "dismissed")):
        return []
    found: list[int] = [d for d in frame.dative if who.is_actor(d) or who.is_named(d)]
    if found:
        return found
    if kind == "AID" and where is None and (found := who.after(frame.preps, ("to", "for", "dative"))):
        return found
    objects = [o for o in frame.object if not coded.event.start <= o < coded.event.end]  # "join forces"
    objects = [o for o in objects if not who.is_thing(o)]
    called = kind == "REQUEST" and syntax.lemma[coded.event.root] == "call"
    if called and (found := who.after(frame.preps, ("on", "upon"))):
        return found
    if kind == "RETREAT" and entry is not None and entry.mode in ("withdraw", None):
        sources = ("from", "out of")
        if found := who.after(frame.preps, sources) or who.after(frame.preps, sources, anything=True):
            return found
    if (
        kind in ("ASSAULT", "DISASTER", "COERCE", "APPOINT", "ELECT")
        and objects
        and not any(o in who.coded and not who.is_actor(o) for o in objects)
    ):
        return [part for o in objects for part in who.parts(o)]
    actors = [actor for o in objects for actor in who.actors_at(o)]
    if kind == "SAY":
        return actors or who.after(frame.preps, ("to",))
    return actors or _targets_of_content(who, coded, frame.preps, objects)


def _with_phrase(who: Actors, coded: Coded) -> Frame:
    """The frame with what stands behind a noun of its phrase: "joined forces with X"."""
    start, end, frame = coded.event.start, coded.event.end, coded.frame
    behind = [p for o in frame.object if start < o < end for p in who.syntax.prepositions(o)]
    return replace(frame, preps=[*frame.preps, *(p for p in behind if p not in frame.preps)]) if behind else frame


def _targets_of_content(who: Actors, coded: Coded, preps: list[tuple[str, int]], objects: list[int]) -> list[int]:
    """At whom an act is directed whose object is no actor: those in its clause, or beside what is its object."""
    syntax, kind = who.syntax, coded.act
    content = coded.event.kind in _WITH_CONTENT
    clause = next((c for c in syntax.children[coded.event.root] if content and is_content(who, c)), None)
    if clause is not None and (found := of_complement(who, clause, coded)):
        return found
    if kind in _OF_DOERS and (found := _doers_of(who, objects, coded)):
        return found
    if found := who.after(preps, TARGET_PREPOSITIONS[kind]) or nations_after(who, preps, kind):
        return found
    of_owners = kind in _OF_OWNERS or kind == "PROTEST"
    if of_owners and (found := _owners_behind(who, preps, TARGET_PREPOSITIONS[kind])):
        return coded.found("owner behind", found)
    for o in objects:
        if kind == "REQUEST" and (found := who.after(syntax.prepositions(o), ("from",))):
            return coded.found("from", found)
        if kind in _TOWARDS and (found := _beside(who, o, kind)):
            return found
        if kind in _OF_OWNERS and (found := owners_that_act(who, o)):
            return found
        if kind in _OF_DOERS and (found := doers_behind(who, o)):
            return coded.found("doer", [w for w in found if w not in coded.agents])
    if kind == "REQUEST" and syntax.lemma[coded.event.root] in ("call", "ask", "appeal", "push", "press"):
        wanted = [pair for name, w in preps if name == "for" for pair in syntax.prepositions(w)]
        return coded.found("wanted from", who.after(wanted, ("from",)))
    return []


def owners_that_act(who: Actors, noun: int) -> list[int]:
    """The owners of what is praised or blamed, but whom it befalls, or may befall: "condemned the blogger's arrest"."""
    event, lemma = who.coded.get(noun), who.syntax.lemma[noun]
    if event is None or event.verb or event.act in ("OTHER", "SAY", "AGREE", "REQUEST"):
        return who.owners_at(noun) if lemma not in _WORDS["loss"] and not lemma.endswith("ing") else []
    who.fill(event)
    return [owner for owner in who.owners_at(noun) if event.act != "RESIGN" and owner not in event.targets]


def _owners_behind(who: Actors, preps: list[tuple[str, int]], prepositions: tuple[str, ...]) -> list[int]:
    """The owners of what stands behind the first of these prepositions: "disagreed with the mayor's plan"."""
    for name in (*prepositions, "with"):
        words = [w for other, w in preps if other.split()[-1] == name and other not in _WORDS["citing"]]
        found = [w for word in words for w in who.owners_at(word) or nations_at(who, word) or doers_behind(who, word)]
        if found:
            return found
    return []


def _beside(who: Actors, noun: int, kind: str) -> list[int]:
    """At whom a noun is directed that a verb carries: "lifted sanctions against", "broke off ties with"."""
    event = who.coded.get(noun)
    if event is not None and not event.verb and (kind not in ("SUPPORT", "PROTEST", "CONSULT") or event.act == kind):
        who.fill(event)
        if event.targets:
            return list(event.targets)
    return [
        actor
        for name, word in who.syntax.prepositions(noun)
        if name in ("with", "against", "on") and name in TARGET_PREPOSITIONS[kind]
        for actor in who.actors_at(word)
    ]


def _doers_of(who: Actors, objects: list[int], coded: Coded) -> list[int]:
    """Who did what is condemned or praised: "condemned Russian shelling of the town"."""
    found: list[int] = []
    for o in objects:
        deed = who.coded.get(o)
        if deed is not None and not deed.verb and deed.act != "RESIGN":
            who.fill(deed)
            found += [a for a in deed.agents if a not in coded.agents]
    return found
