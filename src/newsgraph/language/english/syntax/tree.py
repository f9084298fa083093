"""The repaired tree of a doc: what hangs on what, and the noun phrases in it."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from newsgraph.language.english.syntax.repairs.order import repair_parse
from newsgraph.language.english.syntax.tokens import Tokens

_AFTER_NOUN = frozenset(("case", "relcl", "acl", "appos", "advcl", "punct", "dep", "parataxis", "ccomp", "conj", "cc"))

_DANGLING = frozenset(("and", "but", "or", "nor", "while", "although", "because"))
"""Words with which no phrase ends."""
_LEAVING_OUT = frozenset((("instead", "of"), ("rather", "than")))


class Tree(Tokens):
    """The tokens of a doc with their children and subtrees."""

    __slots__ = ("children", "left", "right")

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        repair_parse(self)
        size = self.size
        self.children: list[list[int]] = [[] for _ in range(size)]
        self.left = list(range(size))
        """The first token of the subtree of each token."""
        self.right = list(range(size))
        """The last token of the subtree of each token."""
        head, children, left, right = self.head, self.children, self.left, self.right
        for i, up in enumerate(head):
            if up != i:
                children[up].append(i)
            while i < left[up]:
                left[up] = i
                up = head[up]
        for i in range(size - 1, -1, -1):
            up = head[i]
            while i > right[up]:
                right[up] = i
                up = head[up]

    def child(self, i: int, *relations: str) -> int | None:
        """The first child with one of these relations."""
        dep = self.dep
        for c in self.children[i]:
            if dep[c] in relations:
                return c
        return None

    def lefts(self, i: int) -> list[int]:
        """The children before a word."""
        return [c for c in self.children[i] if c < i]

    def rights(self, i: int) -> list[int]:
        """The children behind a word."""
        return [c for c in self.children[i] if c > i]

    def spelled(self, words: Collection[str]) -> list[int]:
        """The tokens that are one of these words, as they are written or as their lemma, in the order of the text."""
        written = [i for i, lower in enumerate(self.lower) if lower in words]
        return sorted({*written, *[i for i, lemma in enumerate(self.lemma) if lemma in words]})

    def has_child(self, i: int, word: str, *relations: str) -> bool:
        """Whether a child is this word in one of these relations."""
        return any(self.lower[c] == word and self.dep[c] in relations for c in self.children[i])

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb stands behind "to"."""
        return any(self.tag[c] == "TO" for c in self.children[verb])

    def conjuncts(self, i: int) -> list[int]:
        """A noun and those coordinated with it; not those that are left out: "the driver but not the owner"."""
        found = [i]
        for word in found:
            found += [
                c
                for c in self.children[word]
                if self.dep[c] == "conj" and self.pos[c] not in ("VERB", "AUX") and not self._is_left_out(c)
            ]
        return found

    def _is_left_out(self, conjunct: int) -> bool:
        """Whether "not", "instead of" or "rather than" stands before a conjunct."""
        first = self.left[conjunct]
        if any(self.dep[c] == "neg" for c in self.children[conjunct] if c < conjunct):
            return True
        return first > 1 and tuple(self.lower[first - 2 : first]) in _LEAVING_OUT

    def members(self, i: int) -> list[int]:
        """A noun, those coordinated with it, and those that it is said to include."""
        found = self.conjuncts(i)
        for word in tuple(found):
            for c in self.children[word]:
                inner = self.child(c, "pobj") if self.dep[c] == "prep" else None
                if inner is not None and self.lower[c] in ("including", "like"):
                    found += self.conjuncts(inner)
        return found

    def noun_phrase(self, noun: int) -> tuple[int, int]:
        """The tokens of a noun phrase, without clauses, appositions and coordinates after it."""
        start = noun
        for c in self.children[noun]:
            if c < noun and self.dep[c] not in ("punct", "appos", "cc", "preconj"):
                start = min(start, self.left[c])
                break
        stop = noun + 1
        for c in self.children[noun]:
            if c > noun:
                if self.dep[c] in _AFTER_NOUN:
                    break
                if self.dep[c] == "prep" and self.lower[c] not in ("of", "for", "to", "on", "at", "in"):
                    break
                inner = self.child(c, "pobj")
                if inner is not None and self.doc[inner].ent_type_ in ("DATE", "TIME"):
                    break
                stop = max(stop, c + 1 if inner is None else self.noun_phrase(inner)[1])
        return start, stop

    def trim(self, start: int, stop: int) -> tuple[int, int]:
        """Tokens without white space, commas and stops at the edges, and without a conjunction at the end."""
        while start < stop and self.lower[start].strip(" \xa0\n\t,;:–—-.") == "":
            start += 1
        while stop > start and self.lower[stop - 1].strip(" \xa0\n\t\r,;:–—-.") == "":
            stop -= 1
        if stop - 1 > start and self.lower[stop - 1] in _DANGLING:
            return self.trim(start, stop - 1)
        return start, stop

    def characters(self, start: int, stop: int) -> tuple[int, int]:
        """The characters of tokens `start` to `stop`."""
        return self.begin[start], self.end[stop - 1]
