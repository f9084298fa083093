"""What speaks for and against two records of an article being one deed told twice, as named clues.

The clues are weighed in `lexicons/retelling_weights.csv`, which `scripts/learn_events.py` writes.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from math import fsum
from typing import Any

import numpy as np

from newsgraph.language.english.events.one_deed.told import Participants, Told, vector_of
from newsgraph.language.english.syntax.parse import Parse

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
_WORD = ("noun", "verb")
_NAMED = ("nameless", "one named", "named")
"""How many of two sides have names."""
_EMPTY = frozenset("be have do make take give hold carry launch commit conduct stage begin start".split())
_NOTHING = 1e-9
"""What is left of the rarity of words when all of them are taken away, but for rounding."""


@cache
def kinds_beside(kind: str) -> frozenset[str]:
    """The kinds under which a deed of a kind may be told, that kind among them."""
    return frozenset((kind,)).union(*(pair for pair in NEAR_KINDS if kind in pair))


def can_be_one(one: str, other: str) -> bool:
    """Whether one deed may be told under two kinds."""
    return other in kinds_beside(one)


def word_clues(one: str, other: str) -> tuple[str, str, str]:
    """The clues that the very words of two records are, the earlier one's and the later one's lemma."""
    both = f"{one} twice" if one == other else f"{min(one, other)} {max(one, other)}"
    return f"told as {one} first", f"told as {other} then", f"told as {both}"


class TellingPairs:
    """Reads the clues of pairs of records in one doc."""

    def __init__(self, syntax: Parse) -> None:
        self.syntax = syntax
        self._vocab = syntax.doc.vocab
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
        self._rarity = {word: 1.0 / count for word, count in spread.items()}
        self._weight = [fsum([self._rarity[word] for word in words]) for words in self._content]
        """How rare the words of each sentence are, together."""

    def clues(self, x: Told, y: Told) -> dict[str, float]:
        """The clues of an earlier record and a later one, but for those of their very words."""
        a, b = x.event, y.event
        found: dict[str, float] = {}
        self._words(x, y, found)
        _sorts(x, y, found)
        self._distance(x, y, found)
        _role("agents", x.agents, y.agents, found)
        _role("targets", x.targets, y.targets, found)
        _role("places", x.places, y.places, found)
        crossed = x.agents.entities & y.targets.entities or x.targets.entities & y.agents.entities
        found["roles crossed"] = float(bool(crossed))
        _times(x, y, found)
        if a.counts and b.counts and (both := a.counts.keys() & b.counts.keys()):
            found["same number" if all(a.counts[k] == b.counts[k] for k in both) else "other number"] = 1.0
        if a.factuality == b.factuality:
            found["both actual" if a.factuality == "actual" else "same factuality"] = 1.0
        else:
            found[f"factuality {'/'.join(sorted((a.factuality, b.factuality)))}"] = 1.0
        if a.voice is not None and b.voice is not None:
            found["same voice" if a.voice.entity is b.voice.entity else "other voice"] = 1.0
        if a.kind == b.kind:
            found["same"] = found[f"same {a.kind}"] = 1.0
        else:
            found["near kinds"] = found[f"kinds {a.kind} {b.kind}"] = 1.0
        if a.name or b.name:
            found["same name" if a.name == b.name else "a name"] = 1.0
        if x.sentence != y.sentence:
            self._context(x, y, found)
        _together(x, y, found)
        return found

    def _context(self, x: Told, y: Told, found: dict[str, float]) -> None:
        """How much of what is said beside the one is said beside the other, rare words of the article before all."""
        rarity, one, other = self._rarity, self._content[x.sentence], self._content[y.sentence]
        own = {x.lemma, y.lemma}
        shared = fsum([rarity[word] for word in one & other if word not in own])
        if not shared:
            found["shared words"] = 0.0
            return
        least = min(
            self._weight[x.sentence] - fsum([rarity[word] for word in own & one]),
            self._weight[y.sentence] - fsum([rarity[word] for word in own & other]),
        )
        found["shared words"] = shared / least if least > _NOTHING else 0.0

    def _words(self, x: Told, y: Told, found: dict[str, float]) -> None:
        same = x.lemma == y.lemma
        stem = same or x.lemma[:4] == y.lemma[:4]
        if x.lemma in _EMPTY or y.lemma in _EMPTY:
            found["empty verb"] = 1.0
        elif stem:
            found["same word" if same else "same stem"] = 1.0
        else:
            key, other = sorted((x.key, y.key))
            found["nearness"] = _nearness_of(self._vocab, key, other) if key else 0.0
        found[f"{_WORD[x.verb]} then {_WORD[y.verb]}"] = 1.0
        if y.marks:
            found[f"then {y.marks}"] = 1.0
            if stem:
                found[f"same word, {y.marks}"] = 1.0
        if x.marks:
            found[f"first {x.marks}"] = 1.0
        if x.order or y.order:
            found[f"{x.order} then {y.order}"] = 1.0
            if y.order and stem:
                found[f"same word, then {y.order}"] = 1.0
        if x.things and y.things:
            things = "same" if x.things & y.things else "other"
            found[f"{things} things"] = 1.0
            if stem:
                found[f"same word, {things} things"] = 1.0

    def _distance(self, x: Told, y: Told, found: dict[str, float]) -> None:
        gap = y.sentence - x.sentence
        name = "same sentence" if gap == 0 else "next sentence" if gap == 1 else "near" if gap <= 4 else "far"
        found[f"{name}, heading" if x.in_heading else name] = 1.0
        if gap == 0:
            self._government(x.root, y.root, found)
        if x.in_heading and y.in_heading:
            found["both headings"] = 1.0
        if y.sentence <= 2:
            found["in the lead"] = 1.0
        if x.sentence == 0 and not x.in_heading:
            found["of the first sentence"] = 1.0
        if (x.in_heading or x.sentence == 0) and x.is_main and y.is_main:
            found["main verb of the opening, main verb"] = 1.0
            if y.sentence <= 2:
                found["main verb of the opening, main verb of the lead"] = 1.0

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


def _role(role: str, one: Participants, other: Participants, found: dict[str, float]) -> None:
    if not one.entities or not other.entities:
        found[f"no {role}" if not one.entities and not other.entities else f"{role} once"] = 1.0
    elif not one.entities.isdisjoint(other.entities):
        found[f"same {role}"] = 1.0
    elif not one.heads.isdisjoint(other.heads):
        found[f"like {role}"] = 1.0
    else:
        found[f"other {role}, {_NAMED[one.are_named + other.are_named]}"] = 1.0


def _sorts(x: Told, y: Told, found: dict[str, float]) -> None:
    """What sorts of deeds the words are of: "arrested" and "taken into custody" are of one, a charge is another."""
    if x.sorts and y.sorts:
        alike = "same" if x.sorts & y.sorts else "near" if x.happenings & y.happenings else "other"
        found[f"{alike} sort of deed"] = 1.0
    elif x.sorts or y.sorts:
        found["a sort of deed once"] = 1.0
    if x.event.mode and y.event.mode:
        found["same mode" if x.event.mode == y.event.mode else "other mode"] = 1.0


def _times(x: Told, y: Told, found: dict[str, float]) -> None:
    one, other = x.event.bound, y.event.bound
    if not one or not other:
        found["no time" if not one and not other else "time once"] = 1.0
    elif one.startswith(other) or other.startswith(one):
        found["same time"] = 1.0
    else:
        near = x.day is not None and y.day is not None and abs((x.day - y.day).days) <= 1
        found["a day apart" if near else "other time"] = 1.0


def _together(x: Told, y: Told, found: dict[str, float]) -> None:
    """Clues that count for more together."""
    word = "same word" in found or "same stem" in found
    people = "same agents" in found, "same targets" in found or "like targets" in found
    if "other sort of deed" in found and people[1]:
        found["other sort of deed, targets"] = 1.0
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
    if x.in_heading and "in the lead" in found and x.event.kind == y.event.kind:
        found[f"heading and lead, {'same word' if word else 'other word'}"] = 1.0


@lru_cache(maxsize=20_000)
def _nearness_of(vocab: Any, lemma: int, other: int) -> float:
    """The cosine of the vectors of two lemmas, 0 at least."""
    one, two = vector_of(vocab, lemma), vector_of(vocab, other)
    assert one is not None and two is not None
    return max(0.0, float((np.dot(one[0], two[0]) / (one[1] * two[1])).item()))
