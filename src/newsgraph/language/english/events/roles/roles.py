"""Who does an event to whom: the agents and targets of each event of a doc, found once."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.lexicon import Lexicon
from newsgraph.language.english.events.roles.asides import brackets
from newsgraph.language.english.events.roles.filling import RoleFilling
from newsgraph.language.english.events.roles.noun_roles import fill_noun
from newsgraph.language.english.events.roles.verb_roles import fill_verb
from newsgraph.language.english.syntax.parse import Parse


class Roles(RoleFilling):
    """Finds agents and targets of coded events."""

    def __init__(self, notes: Annotations, syntax: Parse, lexicon: Lexicon | None = None) -> None:
        super().__init__(notes, syntax, lexicon)
        self._brackets = brackets(syntax.lower)

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
