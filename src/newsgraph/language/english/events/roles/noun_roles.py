"""Who does what to whom in nominalisations: "Ardal's shelling of the port", "talks between ...", "a ban on ...".

A noun has its participants before it, in its prepositional phrases, from the verb that carries it ("held talks with"),
or from where it stands; what comes first goes first.
"""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.english.events.coding import MUTUAL, TARGET_PREPOSITIONS, Coded
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.doers import doers
from newsgraph.language.english.events.roles.modifiers import nations_after, take_those_before
from newsgraph.language.english.events.roles.noun_settings import partakers, right_behind, undergoer
from newsgraph.language.english.events.roles.noun_topics import culprits, spoken_of
from newsgraph.language.english.events.roles.support_verbs import is_undergone, support_frame

_OF_IS_AGENT = frozenset("CONSULT SAY RESIGN PROTEST COOPERATE MOBILIZE THREATEN AGREE REQUEST SUPPORT RETREAT".split())
_FROM_IS_AGENT = (_OF_IS_AGENT | {"ACCUSE", "REJECT", "SANCTION"}) - {"RETREAT"}
"""Kinds that come from who does it: "an outcry from the victims", not "the withdrawal from the town"."""
_BESIDE = frozenset((("PROTEST", "with"), ("ACCUSE", "with")))
"""Prepositions that say against whom a verb is, but not a noun: "protests and clashes with police"."""
_ON_CHARGES: dict[str, tuple[str, ...]] = {"ACCUSE": ("on", "over", "for"), "SANCTION": ("to",)}
"""Prepositions between what is done to somebody and the charge or the sentence: "sentenced to a life sentence"."""


def fill_noun(who: Actors, coded: Coded) -> None:
    """Find the agents and targets of a noun."""
    take_those_before(who, coded)
    mutual = _is_mutual(coded)
    _take_agents_behind(who, coded, mutual)
    around = _take_those_of_verb(who, coded, mutual)
    for way, find in _AGENTS_AROUND:
        coded.agents = coded.agents or coded.found(way, find(who, coded))
    for way, find in _TARGETS_AROUND:
        coded.targets = coded.targets or coded.found(way, find(who, coded))
    if not coded.targets:
        _take_targets_behind(who, coded, around)
    if coded.act != "OTHER":
        coded.agents = [a for a in coded.agents if a not in who.coded or who.is_actor(a)]


def _is_mutual(coded: Coded) -> bool:
    """Whether those "between" whom it is are all agents: "a clash between", not "mediation between"."""
    return coded.act == "ASSAULT" or (coded.act in MUTUAL and coded.event.mode != "third-party")


def _take_agents_behind(who: Actors, coded: Coded, mutual: bool) -> None:
    """Take the agents of the noun's own phrases: behind "by", else behind "of" or "from" where its kind has them so."""
    kind, preps = coded.act, coded.frame.preps
    by = [w for name, w in preps if name == "by" or (mutual and name in ("between", "among"))]
    coded.agents += [a for w in by for a in (who.actors_under(w) or [w])]
    if coded.agents:
        return
    if _is_by_those_behind_of(coded):
        coded.agents += coded.found("source", who.after(preps, ("of",)))
    of_agents = kind in _OF_IS_AGENT and _roles(coded).get("target") != ("of",)
    from_agents = kind in _FROM_IS_AGENT and coded.event.mode != "expel"  # "their eviction from the hall"
    sources = (*("of",) * of_agents, *("from",) * from_agents)
    coded.agents += coded.found("source", [a for name, w in preps if name in sources for a in who.actors_under(w)])


def _take_those_of_verb(who: Actors, coded: Coded, mutual: bool) -> list[tuple[str, int]]:
    """Take the participants of the verb that carries a noun; returns the phrases of both."""
    preps, carrier = coded.frame.preps, support_frame(who, coded)
    if carrier is None:
        return preps
    if mutual and not coded.agents:
        coded.agents += [a for p, w in carrier.preps if p in ("between", "among") for a in who.actors_under(w)]
    if is_undergone(who, coded):
        coded.targets += [a for s in carrier.logical_subject for a in who.actors_under(s)]
        coded.agents += [a for name, w in carrier.preps if name in ("by", "from") for a in who.actors_under(w)]
    elif not coded.agents:
        coded.agents += doers(who, [s for s in carrier.logical_subject if s != coded.event.root])
    coded.context = carrier.preps
    return [*preps, *(pair for pair in carrier.preps if pair not in preps)]


def _take_targets_behind(who: Actors, coded: Coded, around: list[tuple[str, int]]) -> None:
    """Take the targets that stand behind the noun or its verb, or else those whom it is about."""
    kind, where = coded.act, _roles(coded).get("target") or ()
    if kind == "OTHER":
        coded.targets = [w for name, w in coded.frame.preps if name == "of" and w not in who.coded]
        return
    if where == ("-",):
        return
    ways = (p for p in TARGET_PREPOSITIONS[kind] if p not in where and (kind, p) not in _BESIDE)
    wanted = (*where, *ways)
    coded.targets = (
        _targets_after(who, coded, around, wanted)
        or coded.found("topic", spoken_of(who, coded))
        or coded.found("behind", _targets_after(who, coded, right_behind(who, coded), wanted[:2]))
    )


def _is_by_those_behind_of(coded: Coded) -> bool:
    """Whether those behind "of" do what the noun says, though of its kind they undergo it: "the jeers of the fans"."""
    return _roles(coded).get("agent") == ("of",)


def _roles(coded: Coded) -> dict[str, tuple[str, ...]]:
    """What its entry says of where its participants stand."""
    return coded.entry.roles if coded.entry is not None else {}


def _targets_after(who: Actors, coded: Coded, preps: list[tuple[str, int]], wanted: tuple[str, ...]) -> list[int]:
    """The targets behind the first of the wanted prepositions that has any; what is struck need be no actor."""
    kind = coded.act
    if kind in _OF_IS_AGENT or _is_by_those_behind_of(coded):
        wanted = tuple(w for w in wanted if w != "of")
    if kind in ("ASSAULT", "DISASTER", "COERCE"):
        for name in ("on", "against", "of", "at"):
            found = [w for p, w in preps if p == name and name in wanted and w not in who.coded]
            if found:
                return [w for w in found if who.syntax.lemma[w] != "side"]
    return who.after(preps, wanted) or nations_after(who, preps, kind)


def _charged(who: Actors, coded: Coded) -> list[int]:
    """Whom a charge is against that somebody is seized or tried on: "arrested X on charges of fraud"."""
    syntax, noun = who.syntax, coded.event.root
    preposition = syntax.head[noun]
    above = who.coded.get(syntax.head[preposition])
    fitting = _ON_CHARGES.get(coded.act, ())
    if syntax.dep[noun] != "pobj" or syntax.lower[preposition] not in fitting:
        return []
    if above is None or not above.verb or above.act not in ("COERCE", "SANCTION", "ACCUSE"):
        return []
    who.fill(above)
    return [t for t in above.targets if who.is_actor(t) or who.is_named(t)]


_Finder = Callable[[Actors, Coded], list[int]]
_AGENTS_AROUND: tuple[tuple[str, _Finder], ...] = (("occasion", partakers), ("culprit", culprits))
"""Ways to agents of whom neither the noun nor its verb tells, tried in this order."""
_TARGETS_AROUND: tuple[tuple[str, _Finder], ...] = (("undergone", undergoer), ("charged", _charged))
"""Ways to targets that go before what stands behind the noun."""
