"""By what means an event was done: "fired missiles", "attacked with knives"."""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.roles.actors import Actors

_BEFORE = frozenset("det amod compound nummod poss nmod case quantmod".split())


def _phrase(who: Actors, i: int) -> str:
    """A noun with what stands before it, as text."""
    syntax = who.syntax
    start = i
    while start - 1 >= 0 and syntax.head[start - 1] == i and syntax.dep[start - 1] in _BEFORE:
        start -= 1
    while start - 2 >= 0 and syntax.lower[start - 1] == "-" and not syntax.doc[start - 2].whitespace_:
        start -= 2  # "a home-made bomb"
    return " ".join(syntax.doc[start : i + 1].text.split())


def instruments(who: Actors, coded: Coded) -> list[str]:
    """The words for means and object, where they are no participants: "fired missiles", "attacked with knives"."""
    frame, verb = coded.frame, coded.event.root
    subject = frame.logical_subject
    words = [o for o in frame.object if o not in coded.targets and o not in coded.agents and o not in who.coded]
    words += [s for s in subject if who.syntax.lemma[s] in who.weapons]
    words += [w for name, w in frame.preps if name == "with" and who.syntax.lemma[w] in who.weapons]
    return [_phrase(who, word) for word in dict.fromkeys(words) if word != verb]
