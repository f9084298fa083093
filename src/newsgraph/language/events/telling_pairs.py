"""What speaks for and against two records of an article being one deed told twice, as named clues.

The clues are weighed in `lexicons/retelling_weights.csv`, which `scripts/learn_events.py` writes.
"""

from __future__ import annotations

from collections import Counter

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


def can_be_one(one: str, other: str) -> bool:
    """Whether one deed may be told under two kinds."""
    return one == other or frozenset((one, other)) in NEAR_KINDS


class TellingPairs:
    """Reads the clues of pairs of records in one doc."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self.syntax = syntax
        self._sentence: list[int] = []
        for number, sentence in enumerate(syntax.doc.sents):
            self._sentence += [number] * (sentence.end - sentence.start)
        self._headings = {self._sentence[i] for i in notes.headings}
        self._content: list[frozenset[str]] = []
        spread: Counter[str] = Counter()
        for sentence in syntax.doc.sents:
            words = frozenset(
                syntax.lemma[i]
                for i in range(sentence.start, sentence.end)
                if syntax.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and syntax.lemma[i] not in _EMPTY
            )
            self._content.append(words)
            spread.update(words)
        self._vectors: dict[int, tuple[np.ndarray, float] | None] = {}
        self._marked: dict[int, str] = {}
        self._rarity = {word: 1.0 / count for word, count in spread.items()}

    def clues(self, one: Coded, other: Coded) -> dict[str, float]:
        """The clues of an earlier record and a later one."""
        a, b = one.event, other.event
        found: dict[str, float] = {}
        self._words(one, other, found)
        self._distance(a, b, found)
        for role in ("agents", "targets", "places"):
            self._role(role, a, b, found)
        crossed = bool({id(m.entity) for m in a.agents} & {id(m.entity) for m in b.targets}) or bool(
            {id(m.entity) for m in a.targets} & {id(m.entity) for m in b.agents}
        )
        found["roles crossed"] = float(crossed)
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
        one, other = self._words_of(x) - own, self._words_of(y) - own
        shared, *whole = (sum([self._rarity[w] for w in words]) for words in (one & other, one, other))
        least = min(whole)
        found["shared words"] = shared / least if least else 0.0

    def _words_of(self, sentence: int) -> frozenset[str]:
        return self._content[sentence]

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
        """The vector of the lemma of a word with its length, looked up once; None where one of the two has none."""
        if i not in self._vectors:
            token = self.syntax.doc[i]
            lemma = token.vocab[token.lemma]
            known = token.has_vector and lemma.has_vector and lemma.vector_norm
            self._vectors[i] = (np.asarray(lemma.vector), lemma.vector_norm) if known else None
        return self._vectors[i]

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

    def _role(self, role: str, a: Event, b: Event, found: dict[str, float]) -> None:
        one: list[Mention] = getattr(a, role)
        other: list[Mention] = getattr(b, role)
        if not one or not other:
            found[f"no {role}" if not one and not other else f"{role} once"] = 1.0
            return
        if {id(m.entity) for m in one} & {id(m.entity) for m in other}:
            found[f"same {role}"] = 1.0
        elif {self.syntax.lemma[m.root] for m in one} & {self.syntax.lemma[m.root] for m in other}:
            found[f"like {role}"] = 1.0
        else:
            named = [all(m.entity.named for m in side) for side in (one, other)]
            found[f"other {role}, named" if all(named) else f"other {role}"] = 1.0

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
