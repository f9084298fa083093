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


def take_disasters(syntax: Parse, coded: dict[int, Coded]) -> None:
    """Make disasters of the harm that a disaster did."""
    told: Coded | None = None
    for i in sorted(coded):
        event = coded[i].event
        if _is_harm(syntax, coded, i):
            near = told is not None and syntax.sentence[i] - syntax.sentence[told.event.root] <= _TOLD
            if told is not None and near and told.event.kind == "DISASTER":
                coded[i].recode("DISASTER", None, "in a disaster")
        elif event.kind in ("ASSAULT", "PROTEST", "MOBILIZE") or (
            event.kind == "DISASTER" and event.factuality == "actual"
        ):
            told = coded[i]


def _is_harm(syntax: Parse, coded: dict[int, Coded], i: int) -> bool:
    """Whether a verb tells of harm, and not of who did it."""
    event, entry, frame = coded[i].event, coded[i].entry, coded[i].frame
    if event.kind not in ("ASSAULT", "COERCE") or event.factuality != "actual" or not coded[i].verb:
        return False
    if syntax.lemma[i] not in _WORDS["harm_of_disaster"]:
        return False
    if entry is not None and any(test.place not in ("obj", "of") for test in entry.tests):
        return False  # what stands beside it has said already who or what did it
    if frame.passive or syntax.tag[i] == "VBN":
        return not frame.by and all(name not in ("by", "with") and word not in coded for name, word in frame.preps)
    return bool(frame.subject) and all(syntax.lower[s] in ("it", "this", "which", "that") for s in frame.subject)
