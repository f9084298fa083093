"""What speaks for and against two records of an article being one deed told twice, as named clues.

The clues are weighed in `lexicons/retelling_weights.csv`, which `scripts/learn_events.py` writes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum
from typing import Any

import numpy as np

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.events.coding import Coded
from newsgraph.language.syntax.parse import Parse
from newsgraph.language.times.values import day_of

NEAR_KINDS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "ASSAULT/DISASTER", "ASSAULT/PROTEST", "ASSAULT/COERCE", "COERCE/SANCTION", "ACCUSE/SANCTION", "ACCUSE/COERCE",
        "AGREE/CONSULT", "AGREE/COOPERATE", "AGREE/RETREAT", "CONSULT/COOPERATE", "AGREE/SUPPORT", "ACCUSE/REJECT",
        "ACCUSE/REQUEST", "AID/AGREE", "AID/COOPERATE", "CONCEDE/RETREAT", "CONCEDE/AGREE", "REJECT/SANCTION",
        "APPOINT/ELECT", "RESIGN/SANCTION", "ACCUSE/THREATEN", "MOBILIZE/ASSAULT", "COERCE/PROTEST", "AGREE/REQUEST",
        "AGREE/THREATEN", "ACCUSE/PROTEST", "REQUEST/PROTEST", "AGREE/REJECT", "SUPPORT/AID", "CONCEDE/REJECT",
    )
)  # fmt: skip
"""Kinds that one deed may be told under."""
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an another some several many further more any no".split())
_EMPTY = frozenset("be have do make take give hold carry launch commit conduct stage begin start".split())


_ROLES = ("agents", "targets", "places")
_NOTHING = 1e-9
"""What is left of the rarity of words when all of them are taken away, but for rounding."""


@cache
def kinds_beside(kind: str) -> frozenset[str]:
    """The kinds under which a deed of a kind may be told, that kind among them."""
    return frozenset((kind,)).union(*(pair for pair in NEAR_KINDS if kind in pair))


def can_be_one(one: str, other: str) -> bool:
    """Whether one deed may be told under two kinds."""
    return other in kinds_beside(one)


@dataclass(frozen=True, slots=True)
class _Participants:
    """Who or what has a role in a record."""

    entities: frozenset[int]
    """The entities, by identity."""
    heads: frozenset[str]
    """The head words."""
    are_named: bool
    """Whether all have names."""


class TellingPairs:
    """Reads the clues of pairs of records in one doc; what it reads of one of the two, it reads once."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self.syntax = syntax
        self._sentence = syntax.sentence
        self._headings = {self._sentence[i] for i in notes.headings}
        self._content: list[frozenset[str]] = []
        spread: Counter[str] = Counter()
        for start, stop in syntax.sentences:
            words = frozenset(
                syntax.lemma[i]
                for i in range(start, stop)
                if syntax.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and syntax.lemma[i] not in _EMPTY
            )
            self._content.append(words)
            spread.update(words)
        self._marked: dict[int, str] = {}
        self._rarity = {word: 1.0 / count for word, count in spread.items()}
        self._weight = [fsum([self._rarity[word] for word in words]) for words in self._content]
        """How rare the words of each sentence are, together."""
        self._roles: dict[int, tuple[_Participants, ...]] = {}

    def clues(self, one: Coded, other: Coded) -> dict[str, float]:
        """The clues of an earlier record and a later one."""
        a, b = one.event, other.event
        found: dict[str, float] = {}
        self._words(one, other, found)
        self._distance(a, b, found)
        here, there = self._roles_of(a), self._roles_of(b)
        for role, these, those in zip(_ROLES, here, there, strict=True):
            self._role(role, these, those, found)
        crossed = here[0].entities.isdisjoint(there[1].entities) and here[1].entities.isdisjoint(there[0].entities)
        found["roles crossed"] = float(not crossed)
        self._times(a, b, found)
        self._numbers(a, b, found)
        pair = "/".join(sorted((a.factuality, b.factuality)))
        if pair == "actual/actual":
            found["both actual"] = 1.0
        else:
            found["same factuality" if a.factuality == b.factuality else f"factuality {pair}"] = 1.0
        if a.attributed_to is not None and b.attributed_to is not None:
            found["same voice" if a.attributed_to.entity is b.attributed_to.entity else "other voice"] = 1.0
        found["same" if a.kind == b.kind else "near kinds"] = 1.0
        if a.kind == b.kind:
            found[f"same {a.kind}"] = 1.0
        if a.name or b.name:
            found["same name" if a.name == b.name else "a name"] = 1.0
        self._context(a, b, found)
        self._together(a, b, found)
        return found

    def _context(self, a: Event, b: Event, found: dict[str, float]) -> None:
        """How much of what is said beside the one is said beside the other, rare words of the article before all."""
        x, y = self._sentence[a.root], self._sentence[b.root]
        if x == y:
            return
        own = {self.syntax.lemma[a.root], self.syntax.lemma[b.root]}
        rarity, one, other = self._rarity, self._content[x], self._content[y]
        left = [self._weight[n] - fsum([rarity[word] for word in own & self._content[n]]) for n in (x, y)]
        least = min(left)
        shared = fsum([rarity[word] for word in one & other if word not in own])
        found["shared words"] = shared / least if least > _NOTHING else 0.0

    @staticmethod
    def _together(a: Event, b: Event, found: dict[str, float]) -> None:
        """Clues that count for more together."""
        word = "same word" in found or "same stem" in found
        people = "same agents" in found, "same targets" in found or "like targets" in found
        if word and all(people):
            found["same word, agents and targets"] = 1.0
        elif all(people):
            found["same agents and targets"] = 1.0
        elif word and people[0]:
            found["same word and agents"] = 1.0
        elif word and people[1]:
            found["same word and targets"] = 1.0
        if word and ("same time" in found or "same places" in found):
            found["same word, there or then"] = 1.0
        if a.kind == b.kind and "in the lead" in found and any(clue.endswith("heading") for clue in found):
            found[f"heading and lead, {'same word' if word else 'other word'}"] = 1.0

    def _words(self, one: Coded, other: Coded, found: dict[str, float]) -> None:
        lemma = self.syntax.lemma
        x, y = lemma[one.event.root], lemma[other.event.root]
        same = x == y
        stem = x[:4] == y[:4]
        if x in _EMPTY or y in _EMPTY:
            found["empty verb"] = 1.0
        elif same or stem:
            found["same word" if same else "same stem"] = 1.0
        else:
            found["nearness"] = self._nearness(one.event.root, other.event.root)
        found[f"{'verb' if one.verb else 'noun'} then {'verb' if other.verb else 'noun'}"] = 1.0
        if not other.verb:
            marks = self._marks(other.event.root)
            found[f"then {marks}"] = 1.0
            if same or stem:
                found[f"same word, {marks}"] = 1.0
        if not one.verb:
            found[f"first {self._marks(one.event.root)}"] = 1.0

    def _nearness(self, x: int, y: int) -> float:
        one, other = self._vector(x), self._vector(y)
        if one is None or other is None:
            return 0.0
        return max(0.0, float((np.dot(one[0], other[0]) / (one[1] * other[1])).item()))

    def _vector(self, i: int) -> tuple[np.ndarray, float] | None:
        """The vector of the lemma of a word with its length; None where one of the two has none."""
        token = self.syntax.doc[i]
        return _vector_of(token.vocab, token.orth, token.lemma)

    def _marks(self, noun: int) -> str:
        """How a noun comes, found once."""
        if noun not in self._marked:
            self._marked[noun] = self._found_marks(noun)
        return self._marked[noun]

    def _found_marks(self, noun: int) -> str:
        syntax = self.syntax
        plural = "s" if syntax.tag[noun] in ("NNS", "NNPS") else ""
        words = {syntax.lower[c] for c in syntax.children[noun] if c < noun}
        if words & _DEFINITE:
            return "definite" + plural
        if any(syntax.dep[c] == "poss" for c in syntax.children[noun]):
            return "owned" + plural
        if words & _INDEFINITE or any(syntax.dep[c] == "nummod" for c in syntax.children[noun]):
            return "indefinite" + plural
        return "bare" + plural

    def _distance(self, a: Event, b: Event, found: dict[str, float]) -> None:
        x, y = self._sentence[a.root], self._sentence[b.root]
        heading = x in self._headings
        gap = y - x
        name = "same sentence" if gap == 0 else "next sentence" if gap == 1 else "near" if gap <= 4 else "far"
        found[f"{name}, heading" if heading else name] = 1.0
        if gap == 0:
            self._government(a.root, b.root, found)
        if heading and y in self._headings:
            found["both headings"] = 1.0
        if y <= 2:
            found["in the lead"] = 1.0
        if x == 0 and not heading:
            found["of the first sentence"] = 1.0
        if (heading or x == 0) and self._is_main(a.root) and self._is_main(b.root):
            found["main verb of the opening, main verb"] = 1.0
            if y <= 2:
                found["main verb of the opening, main verb of the lead"] = 1.0

    def _is_main(self, word: int) -> bool:
        """Whether a word carries its sentence."""
        return self.syntax.head[word] == word

    def _government(self, one: int, other: int, found: dict[str, float]) -> None:
        """How one of two words of a sentence hangs on the other, if it does: "filed a suit", "placed under arrest"."""
        dep, head = self.syntax.dep, self.syntax.head
        for below, above in ((other, one), (one, other)):
            if head[below] == above:
                found[f"below as {dep[below]}"] = 1.0
                return
            if dep[below] == "pobj" and head[head[below]] == above:
                found[f"below behind {self.syntax.lower[head[below]]}"] = 1.0
                return

    def _roles_of(self, event: Event) -> tuple[_Participants, ...]:
        """Who and what takes part in a record, by the order of the roles."""
        found = self._roles.get(id(event))
        if found is None:
            found = self._roles[id(event)] = tuple(map(self._participants, (event.agents, event.targets, event.places)))
        return found

    def _participants(self, mentions: list[Mention]) -> _Participants:
        entities = frozenset([id(m.entity) for m in mentions])
        heads = frozenset([self.syntax.lemma[m.root] for m in mentions])
        return _Participants(entities, heads, all(m.entity.named for m in mentions))

    @staticmethod
    def _role(role: str, one: _Participants, other: _Participants, found: dict[str, float]) -> None:
        if not one.entities or not other.entities:
            found[f"no {role}" if not one.entities and not other.entities else f"{role} once"] = 1.0
        elif not one.entities.isdisjoint(other.entities):
            found[f"same {role}"] = 1.0
        elif not one.heads.isdisjoint(other.heads):
            found[f"like {role}"] = 1.0
        else:
            found[f"other {role}, named" if one.are_named and other.are_named else f"other {role}"] = 1.0

    @staticmethod
    def _times(a: Event, b: Event, found: dict[str, float]) -> None:
        if not a.time or not b.time:
            found["no time" if not a.time and not b.time else "time once"] = 1.0
            return
        if a.time == b.time or a.time.startswith(b.time) or b.time.startswith(a.time):
            found["same time"] = 1.0
            return
        one, other = day_of(a.time), day_of(b.time)
        apart = abs((one - other).days) if one is not None and other is not None else 99
        found["a day apart" if apart <= 1 else "other time"] = 1.0

    @staticmethod
    def _numbers(a: Event, b: Event, found: dict[str, float]) -> None:
        both = a.counts.keys() & b.counts.keys()
        if both:
            found["same number" if all(a.counts[k] == b.counts[k] for k in both) else "other number"] = 1.0


@lru_cache(maxsize=20_000)
def _vector_of(vocab: Any, word: int, lemma: int) -> tuple[np.ndarray, float] | None:
    """The vector of a lemma with its length; None where it or its word has none."""
    base = vocab[lemma]
    known = vocab.has_vector(word) and base.has_vector and base.vector_norm
    return (np.asarray(base.vector), base.vector_norm) if known else None
