"""Harm that nobody did, in the story of an accident or of a force of nature: it is part of that disaster.

"A storm hit the coast. Six people were killed and hundreds of houses destroyed. It left 40 hurt."
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_TOLD = 3
"""Sentences within which the disaster was told."""


class Forces:
    """Finds in one doc the harm that a disaster did."""

    def __init__(self, syntax: Parse, coded: dict[int, Coded]) -> None:
        self.syntax = syntax
        self.coded = coded
        self._sentence = syntax.sentence

    def apply(self) -> None:
        """Make disasters of what a disaster did."""
        told: Coded | None = None
        for i in sorted(self.coded):
            coded = self.coded[i]
            if self._is_harm(coded):
                if told is not None and told.event.kind == "DISASTER" and self._is_near(told, coded):
                    coded.event.reason = f"in a disaster: DISASTER (what: {coded.event.reason})"
                    coded.event.kind, coded.event.mode = "DISASTER", None
                continue
            if coded.event.kind in ("ASSAULT", "DISASTER", "PROTEST", "MOBILIZE") and (
                coded.event.kind != "DISASTER" or coded.event.factuality == "actual"
            ):
                told = coded

    def _is_near(self, told: Coded, harm: Coded) -> bool:
        return self._sentence[harm.event.root] - self._sentence[told.event.root] <= _TOLD

    def _is_harm(self, coded: Coded) -> bool:
        """Whether a record tells of harm, and not of who did it."""
        syntax, root, frame = self.syntax, coded.event.root, coded.frame
        harms = (
            coded.verb
            and coded.event.kind in ("ASSAULT", "COERCE")
            and syntax.lemma[root] in _WORDS["harm_of_disaster"]
        )
        if not harms or coded.event.factuality != "actual":
            return False
        if coded.entry is not None and any(test.place not in ("obj", "of") for test in coded.entry.tests):
            return False  # what stands beside it has said already who or what did it
        if frame.passive or syntax.tag[root] == "VBN":
            return not frame.by and all(
                name not in ("by", "with") and word not in self.coded for name, word in frame.preps
            )
        return bool(frame.subject) and all(syntax.lower[s] in ("it", "this", "which", "that") for s in frame.subject)
