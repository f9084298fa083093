"""Who does what to whom in clauses: verbs give their subjects and objects.

Where a verb merely carries an event's noun ("held talks with"), the two share what they have.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import MUTUAL, Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.doers import doers
from newsgraph.language.english.events.roles.verb_targets import verb_targets

_WORDS = word_classes()
_BEFORE = frozenset("det amod compound nummod poss nmod case quantmod".split())


def fill_verb(who: Actors, coded: Coded) -> None:
    """Find the agents and targets of a verb."""
    frame, kind = coded.frame, coded.act
    if who.syntax.lemma[coded.event.root] in ("die", "perish", "drown"):
        harmed = [part for s in frame.subject or frame.object for part in who.parts(s)]
        coded.targets = [s for s in harmed if not who.is_nobody(s) and s not in who.coded]
        return
    if not frame.passive and who.syntax.dep[coded.event.root] == "relcl":
        frame.subject = [_person_above(who, s, coded.event.root) for s in frame.subject]
    subject = frame.logical_subject
    if kind == "OTHER":
        subject = [s for s in subject if not who.is_nobody(s)]
        coded.agents = [s for s in subject if s not in who.coded]
        coded.targets = [o for o in frame.object if o not in who.coded]
        return
    if coded.speaker is not None:
        who.fill(coded.speaker)
        coded.agents = list(coded.speaker.agents)
        coded.targets = [actor for word in frame.subject or frame.object for actor in who.actors_under(word)]
        return
    if coded.entry is not None and coded.entry.is_undergone:
        _fill_undergone(who, coded)
        return
    if kind == "DISASTER":
        harmed = [] if who.syntax.lemma[coded.event.root] in _WORDS["harming"] else list(frame.subject)
        targets = verb_targets(who, coded) if frame.object else harmed
        coded.targets = [t for t in targets if t not in who.coded]
        return
    coded.agents = doers(who, subject)
    if kind in MUTUAL and not coded.agents:
        coded.agents = coded.found("between", who.after(frame.preps, ("between", "among")))
    noun = _noun_of(who, coded)
    if noun is not None and _carries(who, coded, noun):
        noun.carrier = coded
        who.fill(noun)
        coded.targets = list(noun.targets)
        coded.agents = coded.agents or list(noun.agents)
        if noun.event.mode is not None and noun.entry is not None and noun.entry.tests:
            coded.event.mode = noun.event.mode
        return
    coded.targets = verb_targets(who, coded)
    for word in _tested(coded):
        named = who.coded.get(word)
        if named is not None and not named.verb and named.event.kind == coded.event.kind and not named.done:
            named.carrier, named.done = coded, True
            coded.agents = coded.agents or who.after(named.frame.preps, ("by", "from"))
            named.agents, named.targets = list(coded.agents), list(coded.targets)
    if kind in ("AGREE", "CONSULT"):
        with_whom = {word for name, word in frame.preps if name in ("with", "between")}
        coded.targets = [t for t in coded.targets if not who.is_place(t) or t in with_whom]  # "talks in Doha"
    coded.event.instruments = _instruments(who, coded)


def _fill_undergone(who: Actors, coded: Coded) -> None:
    """Find who undergoes what a verb and its noun tell: "faced criticism from the union", "came under attack"."""
    frame = coded.frame
    coded.targets = [part for s in frame.subject for part in who.parts(s)]
    words = (*frame.object, *_tested(coded), *_phrase_of(coded))
    beside = [pair for w in words for pair in who.syntax.prepositions(w)]
    coded.agents = who.after(frame.preps, ("from", "by")) or who.after(beside, ("from", "by"))
    noun = _noun_of(who, coded)
    if noun is not None and noun.event.kind == coded.event.kind:
        who.fill(noun)
        noun.carrier = coded
        coded.agents = coded.agents or who.after(noun.frame.preps, ("from", "by")) or list(noun.agents)
        coded.agents = [a for a in coded.agents if a not in coded.targets]
        noun.agents, noun.targets = list(coded.agents), list(coded.targets)


def _noun_of(who: Actors, verb: Coded) -> Coded | None:
    """The event that the object of a verb names, or a noun of its phrase: "put on trial"."""
    objects = [w for o in verb.frame.object for w in (o, *who.syntax.counted(o))]
    words = (*objects, *_phrase_of(verb))
    return next((who.coded[w] for w in words if w in who.coded and not who.coded[w].verb), None)


def _phrase_of(verb: Coded) -> list[int]:
    """The other words of a verb's phrase: "under attack" of "came under attack"."""
    return [w for w in range(verb.event.start, verb.event.end) if w != verb.event.root]


def _tested(verb: Coded) -> list[int]:
    """What stands behind the prepositions by which a verb has its kind: "arrest" of "placed under arrest"."""
    places = {test.place for test in verb.entry.tests} if verb.entry is not None else frozenset()
    return [word for name, word in verb.frame.preps if name in places]


def _person_above(who: Actors, word: int, clause: int) -> int:
    """The person whom "who" means where its clause hangs on a place: "an official in Ardal, who asked"."""
    syntax = who.syntax
    if not any(syntax.lower[c] == "who" for c in syntax.children[clause]):
        return word
    at = word
    while _is_somewhere(who, at) and syntax.dep[at] == "pobj":
        at = syntax.head[syntax.head[at]]
        if syntax.pos[at] in ("NOUN", "PROPN") and who.is_actor(at) and not _is_somewhere(who, at):
            return at
    return word


def _is_somewhere(who: Actors, word: int) -> bool:
    """Whether a word stands for a place or a country."""
    found = who.notes.at_root.get(word)
    return found is not None and found[0].kind in ("Place", "Country")


def _carries(who: Actors, verb: Coded, noun: Coded) -> bool:
    """Whether a verb only carries the event that its object names."""
    entry = verb.entry
    by_object = entry is not None and any(test.place == "obj" for test in entry.tests)
    in_phrase = verb.event.start <= noun.event.root < verb.event.end
    return (by_object or in_phrase) and verb.event.kind == noun.event.kind


def _instruments(who: Actors, coded: Coded) -> list[str]:
    """The words for means and object, where they are no participants: "fired missiles", "attacked with knives"."""
    frame, verb = coded.frame, coded.event.root
    subject = frame.logical_subject
    words = [o for o in frame.object if o not in coded.targets and o not in coded.agents and o not in who.coded]
    words += [s for s in subject if who.syntax.lemma[s] in who.weapons]
    words += [w for name, w in frame.preps if name == "with" and who.syntax.lemma[w] in who.weapons]
    return [_phrase(who, word) for word in dict.fromkeys(words) if word != verb]


def _phrase(who: Actors, i: int) -> str:
    """A noun with what stands before it, as text."""
    syntax = who.syntax
    start = i
    while start - 1 >= 0 and syntax.head[start - 1] == i and syntax.dep[start - 1] in _BEFORE:
        start -= 1
    while start - 2 >= 0 and syntax.lower[start - 1] == "-" and not syntax.doc[start - 2].whitespace_:
        start -= 2  # "a home-made bomb"
    return " ".join(syntax.doc[start : i + 1].text.split())
