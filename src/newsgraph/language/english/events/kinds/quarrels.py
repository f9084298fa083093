"""Words of fighting for what is done with words: a senator who attacks a mayor, two ministers who clash."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors

_WORDS = word_classes()
_DEBATING = frozenset(("Person", "Organization", "Party", "InternationalOrganization"))
_ARMED = frozenset(("MIL", "REB", "COP", "SPY"))
_ANSWERING = frozenset(("Person", "Party", "Agency"))
"""Those whom somebody who is known by name attacks with words."""
_HARMS = ("killed", "injured")


def take_quarrel(who: Actors, coded: Coded) -> None:
    """Make violence of words what it is: the attack of one person on another blame, a clash of two no event."""
    event = coded.event
    if event.kind != "ASSAULT" or event.instruments or any(harm in event.counts for harm in _HARMS):
        return
    lemma, sides = who.syntax.lemma[event.root], (*event.agents, *event.targets)
    if not sides or any(m.kind == "ArmedGroup" or m.entity.sector in _ARMED for m in sides):
        return
    if lemma in _WORDS["both_ways"] and len(sides) > 1 and all(m.kind in _DEBATING for m in sides):
        coded.recode("OTHER", None, "a quarrel")
    elif lemma == "attack" and coded.verb and not event.places and _is_of_words(event.agents, event.targets):
        coded.recode("ACCUSE", "disapprove", "in words")


def _is_of_words(agents: list[Mention], targets: list[Mention]) -> bool:
    """Whether one who is known by name attacks persons or bodies that are, too, or that hold an office."""
    if len(agents) != 1 or agents[0].kind != "Person" or not agents[0].entity.named or not targets:
        return False
    return all(m.kind in _ANSWERING and (m.entity.named or m.entity.sector is not None) for m in targets)
