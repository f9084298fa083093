"""Who does an event to whom: the agents and targets of each event of a doc, found once."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.lexicon import Lexicon
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.noun_roles import fill_noun
from newsgraph.language.english.events.roles.verb_roles import fill_verb
from newsgraph.language.english.syntax.parse import Parse

_LONGEST_ASIDE = 40
"""Words of an aside; what is longer is a bracket that nobody closed."""


class Roles(Actors):
    """Finds agents and targets of coded events."""

    def __init__(self, notes: Annotations, syntax: Parse, lexicon: Lexicon | None = None) -> None:
        super().__init__(notes, syntax, lexicon)
        self._brackets = _brackets(syntax.lower)

    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once."""
        if coded.done:
            return
        coded.done = True
        if coded.verb:
            fill_verb(self, coded)
        else:
            fill_noun(self, coded)
        if coded.event.kind == "ASSAULT" and coded.verb:
            coded.agents = [a for a in coded.agents if not self._is_site(a)]
        coded.agents = [a for a in coded.agents if not self._is_aside(a, coded)]
        taken = {id(m.entity) for a in coded.agents for m in self.notes.at_root.get(a, ())}
        coded.targets = [
            t
            for t in dict.fromkeys(coded.targets)
            if not self.is_nobody(t)
            and not self._is_aside(t, coded)
            and t not in coded.agents
            and not any(id(m.entity) in taken for m in self.notes.at_root.get(t, ()))
        ]

    def _is_site(self, word: int) -> bool:
        """Whether a word stands for a place, named or not, which attacks nobody."""
        found = self.notes.at_root.get(word)
        return found is not None and found[0].kind == "Place"

    def _is_aside(self, word: int, coded: Coded) -> bool:
        """Whether a word stands in brackets that the event's own word is outside of: "(Wire photo) X met Y"."""
        bracket = self._brackets.get(word)
        return bracket is not None and bracket != self._brackets.get(coded.event.root)


def _brackets(lower: list[str]) -> dict[int, int]:
    """Where the bracket opens for each word in brackets."""
    found: dict[int, int] = {}
    opened = -1
    for i, word in enumerate(lower):
        if word == "(":
            opened = i
        elif word == ")" and opened >= 0 and i - opened <= _LONGEST_ASIDE:
            found.update(dict.fromkeys(range(opened + 1, i), opened))
            opened = -1
    return found
