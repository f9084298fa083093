"""Who stands before the noun of an event, and whether they did it or it was done to them.

"Ardal's shelling", "Russian shelling", "her arrest", "the Aldo murder trial".
"""

from __future__ import annotations

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import ACTOR_KINDS, Actors

_WORDS = word_classes()
_OF_STATES = frozenset(("AID", "SAY", "REJECT", "ACCUSE", "SUPPORT", "MOBILIZE", "RETREAT", "CONCEDE", "THREATEN"))
"""Kinds of which an adjective of nationality says who does it: "French aid"."""
BY_STATES = frozenset(
    "strike airstrike shelling bombardment invasion incursion offensive blockade crackdown occupation raid attack "
    "assault bombing sanction tariff ban embargo assassination".split()
)
ALSO_SUFFERED = frozenset(("raid", "attack", "assault", "bombing", "sanction", "tariff", "ban", "embargo"))
"""Deeds that stand with the nation of the victims, too, unless against whom is said: "the Kenyan attack"."""
_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
"""Kinds whose nouns may have before them to whom it was done: "her arrest"."""
ALWAYS_DONE_TO = frozenset(
    "arraignment trial prosecution indictment impeachment detention custody release arrest extradition deportation "
    "sentencing conviction imprisonment incarceration expulsion ouster sacking eviction apprehension".split()
)
"""Nouns of what befalls the person whose they are."""
_BODIES = frozenset(("Agency", "ArmedGroup"))
"""Whose deed is named behind their noun: "police raid", "cabinet meeting", "gang violence"."""
_ARMED = frozenset(("REB", "MIL", "COP"))
"""Sectors of groups that are such bodies, too."""
_CROWDS = frozenset(("Person", "Group", "Organization"))
"""Who protests as a noun before it says: "student protest", "union strike"."""


def take_those_before(who: Actors, coded: Coded) -> None:
    """Make those who stand before a noun its agents or its targets."""
    entry = coded.entry
    owners = _possessors(who, coded)
    actors = _acting_modifiers(who, coded)
    lemma = who.syntax.lemma[coded.event.root]
    undergone = lemma in ALWAYS_DONE_TO or (lemma in _WORDS["trial"] and coded.event.kind == "ACCUSE")
    tried = [word for word in actors if undergone and who.is_person(word)]  # "the Aldo murder trial"
    opposed = [word for word in actors if who.syntax.lower[max(0, word - 2) : word] == ["anti", "-"]]
    coded.targets += coded.found("opposed", opposed)
    coded.targets += coded.found("tried", tried)
    by_entry = entry is not None and entry.roles.get("poss") == ("target",)
    if (by_entry and all(name != "of" for name, _ in coded.frame.preps)) or _is_done_to(who, owners, coded):
        coded.targets += owners
    else:
        coded.agents += owners
    if coded.act not in ("DISASTER", "ELECT"):
        coded.agents += [word for word in actors if word not in tried and word not in opposed]
    coded.agents += coded.found("body before", _bodies_before(who, coded))


def _possessors(who: Actors, coded: Coded) -> list[int]:
    """Whose an event is: "the mayor's and her deputy's arrest"."""
    syntax = who.syntax
    return [
        word
        for c in syntax.children[coded.event.root]
        if syntax.dep[c] == "poss" and c not in syntax.times
        for word in syntax.conjuncts(c)
    ]


def _acting_modifiers(who: Actors, coded: Coded) -> list[int]:
    """The names and nations of actors before a noun."""
    syntax = who.syntax
    return [
        word
        for c in syntax.children[coded.event.root]
        if syntax.dep[c] in ("amod", "compound", "nmod")
        for d in (c, *(e for e in syntax.children[c] if syntax.dep[e] in ("compound", "amod")))
        for word in syntax.conjuncts(d)
        if modifier_acts(who, word) or (c == word and _nation_acts(who, word, coded))
    ]


def nations_after(who: Actors, preps: list[tuple[str, int]], kind: str) -> list[int]:
    """The nations whose goods or posts a measure is against: "tariffs on Canadian aluminium"."""
    if kind not in ("SANCTION", "COERCE", "THREATEN", "ASSAULT"):
        return []
    return [c for name, word in preps if name in ("on", "against") for c in nations_at(who, word)]


def nations_at(who: Actors, word: int) -> list[int]:
    """The nations of adjectives before a noun: "Canadian aluminium"."""
    syntax = who.syntax
    return [c for c in syntax.children[word] if syntax.dep[c] == "amod" and (modifier_acts(who, c) or who.nation(c))]


def modifier_acts(who: Actors, word: int) -> bool:
    """Whether a word before a noun stands for somebody who can act."""
    found = who.notes.at_root.get(word)
    return found is not None and found[0].kind in ACTOR_KINDS


def _nation_acts(who: Actors, word: int, coded: Coded) -> bool:
    """Whether an adjective of nationality says who did it ("Russian shelling"), not where it was ("Syrian war")."""
    syntax, noun, kind = who.syntax, coded.event.root, coded.act
    deed = range(coded.event.start, coded.event.end)
    by_states = any(syntax.lemma[i] in BY_STATES for i in (noun, *deed))
    if syntax.dep[word] != "amod" or not (kind in _OF_STATES or by_states):
        return False
    others = (c for c in syntax.children[noun] if syntax.dep[c] == "compound" and c not in deed)
    if any(syntax.lemma[c] not in who.weapons and syntax.lower[c] not in _WORDS["arm_of_service"] for c in others):
        return False
    against = any(name in ("on", "against", "in", "into") for name, _ in coded.frame.preps)
    return (against or kind in _OF_STATES or syntax.lemma[noun] not in ALSO_SUFFERED) and who.nation(word)


def _is_done_to(who: Actors, owners: list[int], coded: Coded) -> bool:
    """Whether a noun is what is done to whose it is: "her arrest", "the mayor's murder", not "her murder of X"."""
    kind, entry, behind = coded.act, coded.entry, {name for name, _ in coded.frame.preps}
    if not owners or not all(who.is_person(w) or who.syntax.pos[w] == "PRON" for w in owners):
        return False
    if who.syntax.lemma[coded.event.root] in ALWAYS_DONE_TO and behind.isdisjoint(("of", "against", "into")):
        return True
    return kind in _DONE_TO and entry is not None and entry.roles.get("target") == ("of",) and "of" not in behind


def _bodies_before(who: Actors, coded: Coded) -> list[int]:
    """The bodies that do it, named by a noun before it: "police" of "the police shooting"."""
    syntax, noun, kind = who.syntax, coded.event.root, coded.act
    if kind in ("DISASTER", "ELECT", "RESIGN", "APPOINT", "REJECT"):
        return []
    wanted, houses = _CROWDS if kind == "PROTEST" else _BODIES, _WORDS["house"]
    found = []
    for c in syntax.children[noun]:
        if syntax.dep[c] not in ("compound", "nmod") or syntax.pos[c] != "NOUN" or syntax.lemma[c] in houses:
            continue
        if not coded.event.start <= c < coded.event.end:
            known = actor_noun(syntax.lower[c], syntax.lemma[c])
            if known is not None and (known.kind in wanted or (kind != "PROTEST" and known.sector in _ARMED)):
                found.append(c)
    return found
