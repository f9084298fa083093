"""Whom a charge, a demand or a judgement is about: "an inquiry into her use of funds", "charged with murder"."""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors

_WORDS = word_classes()


def culprits(who: Actors, coded: Coded) -> list[int]:
    """Who is accused of a deed, held or punished for it: "charged with murder", "jailed for the attack"."""
    if coded.act not in ("ASSAULT", "COERCE"):
        return []
    syntax, at = who.syntax, coded.event.root
    for _ in range(3):
        if syntax.dep[at] == "conj":
            at = syntax.head[at]
            continue
        preposition = syntax.head[at]
        above = syntax.head[preposition]
        if syntax.dep[at] != "pobj" or syntax.lower[preposition] not in _WORDS["before_crime"]:
            return []
        charge = who.coded.get(above)
        if charge is not None and charge.event.kind in ("ACCUSE", "SANCTION", "COERCE", "CONCEDE") and above != at:
            who.fill(charge)
            if charge.targets:
                return [t for t in charge.targets if who.is_actor(t) or who.is_named(t)]
        at = above
    return []


def spoken_of(who: Actors, coded: Coded) -> list[int]:
    """Whom a judgement or demand is about, by its clause or the owner of its topic."""
    syntax, noun, kind = who.syntax, coded.event.root, coded.act
    if kind not in ("ACCUSE", "REQUEST", "SUPPORT"):
        return []
    clauses = [c for c in syntax.children[noun] if syntax.dep[c] in ("acl", "ccomp", "advcl")]
    if syntax.dep[noun] == "dobj" and kind == "REQUEST":
        clauses += [c for c in syntax.children[syntax.head[noun]] if syntax.dep[c] == "advcl" and c > noun]
    for clause in clauses:
        marks = {syntax.lower[c] for c in syntax.children[clause] if syntax.dep[c] == "mark"}
        bare = not marks and syntax.lemma[noun] in ("allegation", "accusation") and syntax.tag[clause] != "VBG"
        if (marks & {"that", "for"} or bare) and (found := _subject_of(who, clause)):
            return found
    if kind not in ("ACCUSE", "SUPPORT"):
        return []
    for c in syntax.children[noun]:
        if syntax.dep[c] == "prep" and syntax.lower[c] in _WORDS["before_topic"] and (found := _of_topic(who, c)):
            return found
    return []


def _subject_of(who: Actors, clause: int) -> list[int]:
    """The actors that are the subject of a clause."""
    subjects = [c for c in who.syntax.children[clause] if who.syntax.dep[c] in ("nsubj", "nsubjpass")]
    return [actor for c in subjects for w in who.syntax.conjuncts(c) for actor in who.actors_at(w)]


def _of_topic(who: Actors, preposition: int) -> list[int]:
    """Whose doing is judged: "into her use of funds", "into the conduct of the team"."""
    syntax = who.syntax
    for c in syntax.children[preposition]:
        if syntax.dep[c] == "pobj" and (c not in who.coded or who.coded[c].event.kind == "OTHER"):
            of = [w for name, w in syntax.prepositions(c) if name == "of"]
            return who.owners_at(c) or [actor for w in of for actor in who.actors_at(w)]
    return []
