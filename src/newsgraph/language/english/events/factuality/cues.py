"""The cues of factuality in the lexicon, and what says that something did not happen: "none", "instead of"."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()


@cache
def factuality_cues() -> dict[str, dict[str, str]]:
    """The cues of `lexicons/factuality_cues.csv`: by place, the value that a word gives."""
    found: dict[str, dict[str, str]] = {}
    for row in read_lexicon("factuality_cues"):
        found.setdefault(row["place"], {}).setdefault(row["word"], row["value"])
    return found


@cache
def _phrases(place: str) -> dict[str, list[tuple[list[str], str]]]:
    """The words of the phrases at a place by their last one, with what they say."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, value in factuality_cues()[place].items():
        words = phrase.split()
        found.setdefault(words[-1], []).append((words, value))
    return found


class WordFactuality(ABC):
    """The factuality of words in one doc."""

    def __init__(self, syntax: Parse) -> None:
        self.syntax, self.cues = syntax, factuality_cues()
        self.known: dict[int, str] = {}

    @abstractmethod
    def of(self, i: int, depth: int = 0) -> str:
        """The factuality of the event that a verb or noun names, `depth` clauses below the one that was asked for."""


def is_none(syntax: Parse, i: int) -> bool:
    """Whether a word says that there is none: "nobody", "no attack", "neither side", "not a single shot"."""
    if syntax.lower[i] in ("nobody", "nothing", "none", "neither"):
        return True
    return any(
        (syntax.lower[c] in ("no", "neither") and syntax.dep[c] in ("det", "neg", "advmod", "preconj"))
        or (syntax.lower[c] == "not" and c < i and syntax.lower[c + 1] in ("one", "a", "an", "single"))
        for c in syntax.children[i]
    )


def value_before(syntax: Parse, start: int, place: str) -> str | None:
    """What the phrase that ends right before a word says of it: "instead of"; None if there is none."""
    lower = syntax.lower
    for words, value in _phrases(place).get(lower[start - 1], ()) if start else ():
        at = start - len(words)
        if at >= 0 and lower[at:start] == words:
            return "negated" if value == "possible" and at and lower[at - 1] == "no" else value
    return None


def is_of_the_verb(syntax: Parse, adverb: int, verb: int) -> bool:
    """Whether an adverb tells whether a deed was done: not "nearly all died", nor "nearly destroyed" (much was)."""
    if syntax.lower[adverb] not in ("nearly", "almost"):
        return True
    beside = all(syntax.dep[k] in ("aux", "auxpass", "neg", "advmod") for k in range(adverb + 1, verb))
    return beside and syntax.lemma[verb] not in _WORDS["gradual"]


def is_belied(syntax: Parse, clause: int, head: int) -> bool:
    """Whether the clause under a word is not so: "falsely said that", "reports that … were false", "it is untrue"."""
    if syntax.pos[head] == "VERB":
        adverbs = [syntax.lower[c] for c in syntax.children[head] if syntax.dep[c] == "advmod"]
        return syntax.child(head, "neg") is None and not factuality_cues()["saying"].keys().isdisjoint(adverbs)
    be = head if syntax.lemma[head] == "be" and head < clause else syntax.head[head]
    if syntax.lemma[be] != "be" or (be != head and syntax.dep[head] != "nsubj") or syntax.is_infinitive(clause):
        return False
    if any(syntax.tag[c] == "MD" for c in syntax.children[be]):
        return False
    denied = syntax.child(be, "neg") is not None
    said = [syntax.lower[c] for c in syntax.children[be] if syntax.dep[c] == "acomp"]
    return any(word == "true" if denied else word in factuality_cues()["untrue"] for word in said)


def is_at_none(syntax: Parse, preposition: int) -> bool:
    """Whether a phrase negates its clause: "at no time", "under no circumstances"."""
    return syntax.dep[preposition] == "prep" and any(
        f"{syntax.lower[preposition]} {syntax.lemma[noun]}" in _WORDS["at_none"] and is_none(syntax, noun)
        for noun in syntax.children[preposition]
    )
