"""Whose doing a thing is that is praised, blamed or refused, where they stand behind it: "the work of the police"."""

from __future__ import annotations

from newsgraph.language.english.events.roles.actors import Actors

_DOINGS = frozenset(
    "work effort role decision policy plan move handling conduct behaviour behavior action response treatment courage "
    "bravery heroism offer bid proposal attempt claim statement remark comment failure stance position approach "
    "performance record contribution service sacrifice speech strategy readiness willingness attitude dedication "
    "professionalism resilience restraint wisdom legitimacy credibility honesty integrity fitness motive sincerity "
    "inaction silence tactic practice choice intention argument view demand request call appeal suggestion "
    "recommendation idea initiative leadership determination commitment resolve patience objection concern advice "
    "verdict ruling finding conclusion".split()
)
"""Things that those behind "of" do or have of their own, unlike "the death of" or "the price of"."""
_SENT = frozenset(
    "offer bid request demand suggestion proposal invitation overture appeal call advice complaint letter plea "
    "recommendation petition claim criticism pressure objection concern warning message apology".split()
)
"""Things that come from those behind "from"."""


def doers_behind(who: Actors, noun: int) -> list[int]:
    """The actors behind a noun whose doing it is: "the decision of the court", "the raid by the army"."""
    lemma = who.syntax.lemma[noun]
    names = ["by", *("of",) * (lemma in _DOINGS), *("from",) * (lemma in _SENT)]
    return who.after(who.syntax.prepositions(noun), tuple(names))
