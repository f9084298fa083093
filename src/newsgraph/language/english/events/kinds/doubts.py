"""A sense is earned: what must stand beside a word before it counts as an act of its kind."""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.kinds.sport import reports_sport
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.arguments import sort_of_all
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_BY_ACTORS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "APPOINT RESIGN".split()
)
"""Kinds of acts that no mere thing does: "the debates require patience"."""
_FORCING = frozenset(("Agency", "Country", "InternationalOrganization", "ArmedGroup"))
"""Kinds of those who can force, ban and seize: that they do it needs nothing more beside it."""
_ARMED = frozenset(("MIL", "REB"))
"""Sectors of those who fight: that they do it needs nothing more beside it, either."""
_PUBLIC = frozenset(("Country", "Agency", "Party", "ArmedGroup", "InternationalOrganization"))
_OFFICES = frozenset(("GOV", "MIL", "REB", "LEG", "COP", "SPY", "JUD", "OPP", "PTY", "IGO"))
_DEBATING = frozenset(("Person", "Organization", "Party", "InternationalOrganization"))
"""Those who clash with words alone where none of them has arms."""
_ANSWERING = frozenset(("Person", "Party", "Agency"))
"""Those whom somebody who is known by name attacks with words."""
_PLAYED = frozenset("ASSAULT MOBILIZE RETREAT THREATEN CONCEDE AID COOPERATE CONSULT ELECT COERCE".split())
_BEFORE = frozenset(("det", "amod", "predet"))
_DONE_TO_ALL = frozenset("COERCE CONCEDE AID SUPPORT APPOINT SANCTION ASSAULT RETREAT DISASTER".split())


def earn(who: Actors, coded: Coded) -> None:
    """Make an act OTHER that nothing beside its word bears out."""
    if coded.event.kind == "OTHER":
        return
    _take_quarrel(who, coded)
    for is_unearned, reason in _DOUBTS:
        if coded.event.kind != "OTHER" and is_unearned(who, coded):
            coded.recode("OTHER", None, reason)


def _take_quarrel(who: Actors, coded: Coded) -> None:
    """Make violence of words what it is: the attack of one known by name on another blame, a clash of two no event."""
    event = coded.event
    lemma, agents, targets = who.syntax.lemma[event.root], event.agents, event.targets
    if event.kind != "ASSAULT" or event.instruments or "killed" in event.counts or "injured" in event.counts:
        return
    sides = (*agents, *targets)
    if any(m.kind == "ArmedGroup" or m.entity.sector in ("MIL", "REB", "COP", "SPY") for m in sides):
        return
    if lemma in _WORDS["both_ways"] and len(sides) > 1 and all(m.kind in _DEBATING for m in sides):
        coded.recode("OTHER", None, "a quarrel")
    elif lemma == "attack" and coded.verb and not event.places and len(agents) == 1 and agents[0].kind == "Person":
        known = all(m.entity.named or m.entity.sector is not None for m in targets)
        if targets and known and agents[0].entity.named and all(m.kind in _ANSWERING for m in targets):
            coded.recode("ACCUSE", "disapprove", "in words")


def _at_nobody(who: Actors, coded: Coded) -> bool:
    """Whether violence has nobody, no place and no number beside it: "stormed to victory"."""
    event, entry = coded.event, coded.entry
    if not coded.verb or event.kind not in ("ASSAULT", "COERCE") or entry is None or entry.tests or entry.rest:
        return False
    if event.targets or event.places or event.counts or event.instruments or event.factuality == "negated":
        return False
    if event.agents and coded.frame.passive:
        return False  # "were killed by the army"
    if event.kind == "COERCE" and any(agent.kind in _FORCING for agent in event.agents):
        return False  # "the ministry banned the sacrifices"
    if event.kind == "ASSAULT" and any(m.kind == "ArmedGroup" or m.entity.sector in _ARMED for m in event.agents):
        return False  # "guerrillas ambushed a truck"
    return not event.agents or bool(coded.frame.object or coded.frame.preps)


def _by_a_thing(who: Actors, coded: Coded) -> bool:
    """Whether what only somebody can do is done by a thing or by anybody."""
    if not coded.verb or coded.event.kind not in _BY_ACTORS:
        return False
    if coded.entry is not None and coded.entry.is_undergone:
        return False
    doers = coded.frame.logical_subject
    if doers and all(who.syntax.lower[word] in _WORDS["anybody"] and not who.syntax.counted(word) for word in doers):
        return True
    if doers and coded.event.kind == "PROTEST" and not coded.event.agents and who.syntax.lower[doers[0]] == "it":
        return True  # "the dollar fell, then it rallied"
    return sort_of_all(doers, who) in ("thing", "event", "number")


def _is_bidden(who: Actors, coded: Coded) -> bool:
    """Whether the reader is told to do it: "Visit our shop", "Let's see"."""
    syntax, root = who.syntax, coded.event.root
    if not coded.verb or coded.event.kind not in _BY_ACTORS or syntax.tag[root] != "VB":
        return False
    return syntax.dep[root] == "ROOT" and not any(
        syntax.dep[c] in ("aux", "nsubj", "nsubjpass", "auxpass", "csubj") for c in syntax.children[root]
    )


def _in_private(who: Actors, coded: Coded) -> bool:
    """Whether a meeting or visit is one of kin, friends or the like, with nobody of public affairs in it."""
    event = coded.event
    sides = (*event.agents, *event.targets)
    if event.kind != "CONSULT" or any(m.kind in _PUBLIC or m.entity.sector in _OFFICES for m in sides):
        return False
    private = _WORDS["private"]
    nouns = {m.entity.name.lower().rsplit(" ", 1)[-1] for m in sides} | {who.syntax.lemma[m.root] for m in sides}
    return not private.isdisjoint(nouns)


def _in_play(who: Actors, coded: Coded) -> bool:
    """Whether players fight, help or yield in a game, where nobody of public affairs takes part."""
    event = coded.event
    if (
        event.kind not in _PLAYED
        or "killed" in event.counts
        or who.syntax.lemma[event.root] in _WORDS["crime_not_game"]
    ):
        return False
    sides = (*event.agents, *event.targets)
    if any(m.kind in _PUBLIC or m.entity.sector in _OFFICES for m in sides):
        return False
    return reports_sport(who.syntax)


def _is_any(who: Actors, coded: Coded) -> bool:
    """Whether a noun stands for whatever is of its kind: "each outbreak", "any threats", "most accidents"."""
    if coded.verb or coded.event.kind == "ACCUSE":
        return False
    syntax = who.syntax
    return any(
        syntax.lower[c] in ("each", "every", "any", "most") and syntax.dep[c] in _BEFORE
        for c in syntax.children[coded.event.root]
    )


def _is_habit(who: Actors, coded: Coded) -> bool:
    """Whether a passive tells what is done to all of a kind: "women are denied the right", "voting is allowed"."""
    syntax, event = who.syntax, coded.event
    if event.kind not in _DONE_TO_ALL or not coded.frame.passive or event.agents or event.counts:
        return False
    if event.bound and event.time_reason != "present tense":
        return False
    children = syntax.children[event.root]
    present = any(syntax.dep[c] == "auxpass" and syntax.tag[c] in ("VBP", "VBZ") for c in children)
    return present and bool(coded.frame.object) and _is_bare(syntax, coded.frame.object[0])


def _is_repeated(who: Actors, coded: Coded) -> bool:
    """Whether a clause tells what happens again and again: "30,000 people die of it each year", "they rarely sue"."""
    syntax, root = who.syntax, coded.event.root
    if not coded.verb or not _is_simple_present(syntax, root):
        return False
    if any(syntax.lower[c] in _WORDS["often"] and syntax.dep[c] == "advmod" for c in syntax.children[root]):
        return True
    return any(
        syntax.lemma[c] in _WORDS["span"] and any(syntax.lower[k] in _WORDS["each"] for k in syntax.children[c])
        for c in syntax.children[root]
    )


def _of_anybody(who: Actors, coded: Coded) -> bool:
    """Whether a clause says whom a rule is about: "any foreigner suspected of it", "anyone arrested"."""
    syntax, root = who.syntax, coded.event.root
    if not coded.verb or syntax.dep[root] not in ("acl", "relcl") or coded.event.agents:
        return False
    if not syntax.times.isdisjoint(range(root, syntax.right[root] + 1)):
        return False  # "every man arrested on Monday"
    noun = syntax.head[root]
    every = any(syntax.lower[c] in _WORDS["each"] and syntax.dep[c] == "det" for c in syntax.children[noun])
    return every or syntax.lower[noun] in _WORDS["whoever"]


def _is_simple_present(syntax: Parse, verb: int) -> bool:
    """Whether a verb, or its passive, stands in the simple present: not "has said", "is saying", "may say"."""
    below = [c for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
    if any(syntax.dep[c] == "aux" for c in below):
        return False
    return syntax.tag[(below or [verb])[0]] in ("VBP", "VBZ")


def _is_bare(syntax: Parse, noun: int) -> bool:
    """Whether nothing before a common noun says which or how many: "women"."""
    which = any(syntax.dep[c] in ("det", "poss", "nummod", "predet") for c in syntax.children[noun])
    return syntax.pos[noun] == "NOUN" and not which and not syntax.counted(noun)


def _is_opinion(who: Actors, coded: Coded) -> bool:
    """Whether one person alone agrees, with nobody and to do nothing, or people without an office do that it is so."""
    syntax, event = who.syntax, coded.event
    if not coded.verb or syntax.lemma[event.root] != "agree" or event.targets:
        return False
    public = any(m.kind in _PUBLIC or m.entity.sector in _OFFICES for m in event.agents)
    clause = syntax.child(event.root, "ccomp")
    if clause is not None and not public and event.agents:
        told = all(syntax.tag[c] != "MD" or syntax.child(clause, "expl") is not None for c in syntax.children[clause])
        return told or all(syntax.lemma[m.root] in _WORDS["expert"] for m in event.agents)
    if coded.frame.preps:
        return False
    alone = len(event.agents) == 1 and event.agents[0].kind == "Person" and syntax.lower[event.agents[0].root] != "we"
    return alone and not any(syntax.dep[c] in ("xcomp", "ccomp", "dobj", "advcl") for c in syntax.children[event.root])


_DOUBTS = (
    (_at_nobody, "at nobody, nowhere"),
    (_by_a_thing, "by no actor"),
    (_is_bidden, "the reader is to do it"),
    (_in_private, "in private"),
    (_in_play, "in play"),
    (_is_any, "any of its kind"),
    (_is_habit, "what is usually done"),
    (_is_repeated, "what happens again and again"),
    (_of_anybody, "of anybody"),
    (_is_opinion, "with nobody"),
)
