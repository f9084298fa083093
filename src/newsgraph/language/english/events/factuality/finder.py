"""The factuality of any word of an article."""

from __future__ import annotations

from newsgraph.language.english.events.factuality.clauses import ClauseFactuality
from newsgraph.language.english.events.factuality.nouns import NounFactuality
from newsgraph.language.english.events.lexicon.word_classes import word_classes

_WORDS = word_classes()
_DEEPEST = 8
"""Clauses above a word that are asked; what stands deeper is told as it is."""


class FactualityFinder(ClauseFactuality, NounFactuality):
    """Finds the factuality of words in one doc; what is found for a clause is kept for those inside it."""

    def of(self, i: int, depth: int = 0) -> str:
        """The factuality of the event that a verb or noun names, `depth` clauses below the one that was asked for."""
        value = self.known.get(i)
        if value is None:
            if depth > _DEEPEST:
                return "actual"
            verbal = self.syntax.pos[i] in ("VERB", "AUX")
            value = self.of_verb(i, depth) if verbal else self.of_noun(i, depth)
            self.known[i] = value
        return value

    def of_deed(self, i: int) -> str:
        """The factuality of what is done, which who plans it has not done: "a march is scheduled"."""
        value = self.of(i)
        planned = self.syntax.pos[i] == "VERB" and self.syntax.lemma[i] in _WORDS["planning"]
        children = {self.syntax.lower[c] for c in self.syntax.children[i]}
        planned = planned and children.isdisjoint(("had", "as", "by"))  # "a rally planned by" may be going on
        return "future" if planned and value == "actual" else value
