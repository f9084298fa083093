"""Who does what a subject is said to do: whom it names, whose machines it is, or who did the event that it is."""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import AGENT_DESCENT, Actors
from newsgraph.language.english.events.roles.modifiers import modifier_acts

_WORDS = word_classes()


def doers(who: Actors, words: list[int]) -> list[int]:
    """The actors that subjects stand for; an event that does something stands for who did it."""
    found: list[int] = []
    for word in words:
        event = who.coded.get(word)
        if event is not None and not event.verb and not who.is_actor(word):
            who.fill(event)
            found += event.agents
        else:
            owners = _owners_of_machine(who, word)
            found += owners or who.actors_under(word, prepositions=AGENT_DESCENT) or _itself(who, word)
    return found


def _itself(who: Actors, word: int) -> list[int]:
    """A thing that is said to act ("the report accuses"), if it is no event."""
    if word in who.coded or who.syntax.pos[word] not in ("NOUN", "PROPN"):
        return []
    return [] if who.syntax.lemma[word] in who.weapons else [word]


def _owners_of_machine(who: Actors, word: int) -> list[int]:
    """Whose machines act: "Russian military jets", "NATO drones"."""
    syntax = who.syntax
    if syntax.lemma[word] not in _WORDS["machine"] or word in who.notes.at_root:
        return []
    beside = (c for c in syntax.children[word] if syntax.dep[c] in ("amod", "compound", "nmod", "poss"))
    return [c for c in beside if modifier_acts(who, c) or (syntax.dep[c] == "amod" and who.nation(c))]


def doers_behind(who: Actors, noun: int) -> list[int]:
    """The actors behind a noun whose doing it is: "the decision of the court", "the raid by the army"."""
    lemma = who.syntax.lemma[noun]
    names = ["by", *("of",) * (lemma in _WORDS["doing"]), *("from",) * (lemma in _WORDS["sent_by"])]
    return who.after(who.syntax.prepositions(noun), tuple(names))
