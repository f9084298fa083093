"""The conditions of lexicon entries: who or what stands beside a word, by grammatical relation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from newsgraph.language.english.syntax.parse import Frame, Parse


class WhoActs(Protocol):
    """Knows which words stand for somebody who can act."""

    def is_actor(self, i: int) -> bool:
        """Whether a word stands for a person, group, country or body."""

    def is_place(self, i: int) -> bool:
        """Whether a word names a place that is no state, which as a subject stands for those who act there."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an entry: the word at `place` is one of `words`, or an actor, or anything, or there is none."""

    place: str
    words: frozenset[str]
    actor: bool = False
    any: bool = False
    none: bool = False
    modifiers: bool = False
    """Whether a modifier of the word at the place will do ("peacekeeping troops")."""

    order: tuple[int, int, bool] = field(init=False)
    """What it tells, of conditions that count as much: words before actors before anything, and by place."""

    def __post_init__(self) -> None:
        vague = 2 if self.any or self.none else 1 if self.actor else 0
        object.__setattr__(self, "order", (vague, _ORDER.get(self.place, _PREPOSITION), not self.modifiers))

    def overlaps(self, other: Condition) -> bool:
        """Whether one word at one place can make both hold."""
        if self.place != other.place or self.none != other.none or self.modifiers != other.modifiers:
            return False
        alike = self.none or (self.any and other.any) or (self.actor and other.actor)
        return alike or not self.words.isdisjoint(other.words)

    def implies(self, other: Condition) -> bool:
        """Whether the other one holds wherever this one does, as far as the two tell."""
        if self.place != other.place or other.none or self.none:
            return self.place == other.place and other.none and self.none
        if other.any:
            return True
        fits = self.words <= other.words and other.actor >= self.actor and other.modifiers >= self.modifiers
        return fits and not self.any

    def holds(self, syntax: Parse, i: int, frame: Frame, who: WhoActs) -> bool:
        """Whether it holds of a word and its frame."""
        find = _PLACES.get(self.place)
        candidates = find(syntax, i, frame) if find is not None else self._behind(frame)
        if not candidates or self.none or self.any:
            return self.none != bool(candidates)
        if self.actor:
            for c in candidates:
                if who.is_actor(c) or any(map(who.is_actor, syntax.counted(c))):
                    return True
            if self.place == "subj" and any(map(who.is_place, candidates)):
                return True
        for c in candidates:  # noqa: SIM110 - asked of most rows of most words: a generator takes twice as long
            if self._names(syntax, c):
                return True
        return False

    def _behind(self, frame: Frame) -> list[int]:
        """The words behind the preposition that the place names."""
        if self.place == "by" and frame.passive:
            return frame.by
        return [word for name, word in frame.preps if name == self.place]

    def _names(self, syntax: Parse, word: int) -> bool:
        """Whether a word, or what it is a number or a kind of ("a state of emergency"), is one of the words."""
        if self.place == "has" and syntax.pos[word] == "ADJ" and _is_denied(syntax, word):
            return f"not_{syntax.lemma[word]}" in self.words  # "found him not guilty"
        if self._is_called(syntax, word):
            return True
        return self.place not in _BARE and any(self._is_called(syntax, c) for c in syntax.counted(word))

    def _is_called(self, syntax: Parse, c: int) -> bool:
        """Whether a word itself is one of the words, or a modifier of it where that will do."""
        lemma, lower, words = syntax.lemma, syntax.lower, self.words
        if lemma[c] in words or lower[c] in words:
            return True
        if c > 1 and lower[c - 1] == "-" and f"{lower[c - 2]}-{lemma[c]}" in words:
            return True
        return self.modifiers and any(lemma[d] in words for d in syntax.children[c] if d < c)


def _is_denied(syntax: Parse, word: int) -> bool:
    return any(syntax.dep[c] == "neg" for c in syntax.children[word])


def clause_mark(syntax: Parse, verb: int, word: str) -> int | None:
    """The preposition of "called for X to do Y", which parsers take for the mark of a clause."""
    for c in syntax.children[verb]:
        if c > verb and syntax.dep[c] in ("advcl", "ccomp", "xcomp"):
            for d in syntax.children[c]:
                if syntax.lower[d] == word and syntax.dep[d] == "mark" and d > verb:
                    return d
    return None


def _subjects(syntax: Parse, i: int, frame: Frame) -> list[int]:
    return frame.logical_subject


def _modifiers(syntax: Parse, i: int, frame: Frame) -> list[int]:
    return [c for c in syntax.children[i] if c < i and syntax.dep[c] != "det"]


def _below(syntax: Parse, i: int, frame: Frame) -> list[int]:
    children = [c for c in syntax.children[i] if syntax.dep[c] != "nsubj"]
    return children + [d for c in children for d in syntax.children[c]]


def _complements(syntax: Parse, i: int, frame: Frame) -> list[int]:
    return [c for c in syntax.children[i] if syntax.dep[c] in ("xcomp", "ccomp")]


def _infinitives(syntax: Parse, i: int, frame: Frame) -> list[int]:
    clauses = [c for c in syntax.children[i] if syntax.dep[c] in ("xcomp", "ccomp", "advcl")]
    return [c for c in clauses if syntax.is_infinitive(c)]


def _bare_clauses(syntax: Parse, i: int, frame: Frame) -> list[int]:
    found = [c for c in syntax.children[i] if syntax.dep[c] == "ccomp"]
    clauses = [c for c in found if all(syntax.dep[d] != "aux" for d in syntax.children[c])]
    return [c for c in clauses if syntax.tag[c] == "VB" or syntax.has_child(c, "be", "auxpass")]


def _questions(syntax: Parse, i: int, frame: Frame) -> list[int]:
    clauses = [c for c in syntax.children[i] if syntax.dep[c] in ("ccomp", "xcomp", "advcl")]
    return [
        c
        for c in clauses
        if any(syntax.tag[d] in _WH or syntax.lower[d] in ("if", "whether") for d in syntax.children[c])
    ]


def _clause_subjects(syntax: Parse, i: int, frame: Frame) -> list[int]:
    return [
        d for c in _complements(syntax, i, frame) for d in syntax.children[c] if syntax.dep[d] in ("nsubj", "nsubjpass")
    ]


_PLACES: dict[str, Callable[[Parse, int, Frame], list[int]]] = {
    "obj": lambda syntax, i, frame: frame.object,
    "subj": _subjects,
    "mod": _modifiers,
    "gov": lambda syntax, i, frame: [syntax.head[i]],
    "has": _below,
    "comp": _complements,
    "inf": _infinitives,
    "bare": _bare_clauses,
    "wh": _questions,
    "compsubj": _clause_subjects,
}
"""Places that are no prepositions, and how to find the words there."""
_CLAUSE, _PREPOSITION, _OBJECT = range(3)
_ORDER = {
    **dict.fromkeys(("comp", "inf", "bare", "wh", "compsubj"), _CLAUSE), "obj": _OBJECT, "subj": 3, "has": 4, "mod": 5,
    "gov": 6,
}  # fmt: skip
"""The places, the one that tells most of what was done first; between them all prepositions."""
_BARE = frozenset(("gov", "comp", "mod", "inf"))
_WH = frozenset(("WP", "WRB", "WDT"))
