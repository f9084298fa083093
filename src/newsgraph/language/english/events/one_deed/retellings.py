"""Which events of an article are told again: one deed, one chain of records, that of the headline before all others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from operator import mul

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.events.coding import DEEDS, Coded, first_record
from newsgraph.language.english.events.one_deed.same_deed import SameDeed
from newsgraph.language.english.events.one_deed.telling_pairs import TellingPairs, kinds_beside, word_clues
from newsgraph.language.english.events.one_deed.told import Told, ToldRecords
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse

_VIOLENT = frozenset(("ASSAULT", "DISASTER", "PROTEST"))
_GENERIC = {
    "operation": frozenset(("ASSAULT", "MOBILIZE")),
    "incident": _VIOLENT,
    "tragedy": _VIOLENT,
    "action": frozenset(("ASSAULT", "PROTEST", "SANCTION", "COERCE")),
    "move": frozenset("SANCTION COERCE CONCEDE RETREAT MOBILIZE APPOINT RESIGN".split()),
}
"""Nouns that look back, and the kinds of the events that they can mean."""
_NEXT = frozenset(("move",))
"""Those that look back no farther than the sentence before."""
_MEMORY = 200
"""How many events back a noun may look."""
LIKELY = 1.0
"""Log odds from which two records of something done are joined; below, both stay alone, and the one that is told worse
is less sure: a chain of doubtful links would make one false event of several right ones."""
LIKELY_SAID = 0.4
"""The same for what is said, of which chains are short."""
RULED = 2.0
"""Log odds where the grammar says that a word looks back: "the attack"."""
UNLIKELY = -6.0


@cache
def retelling_weights() -> dict[str, float]:
    """The weights of the clues of `telling_pairs`, and the bias."""
    return {row["clue"]: float(row["weight"]) for row in read_lexicon("retelling_weights")}


@lru_cache(maxsize=20_000)
def odds_of_words(one: str, other: str) -> float:
    """The log odds that two records are one deed by their words alone, which are lemmas, and the bias."""
    weights = retelling_weights()
    return weights["bias"] + sum(weights.get(clue, 0.0) for clue in word_clues(one, other))


@dataclass(slots=True)
class Likeness:
    """How an earlier and a later record speak for being one deed."""

    odds: float
    """The log odds that they are one."""
    clues: dict[str, float]
    """What is alike, and what is not, beside their very words."""


Likenesses = dict[tuple[int, int], Likeness]
"""For an earlier and a later record that may be one deed, by the identities of their events."""


class Retellings:
    """Joins the records of one deed."""

    def __init__(self, notes: Annotations, syntax: Parse, order: list[Coded]) -> None:
        self.notes = notes
        self.syntax = syntax
        self._records = ToldRecords(notes, syntax)
        self._pairs = TellingPairs(syntax)
        self._weights = retelling_weights()
        self._order = order
        self.likenesses: Likenesses = {}
        self._chains: dict[int, list[Coded]] = {}
        """For each record the records of its event, by identity; those of one event share a list."""
        self._rules = SameDeed(notes, syntax, self._records)

    def link(self) -> None:
        """Set `same_as`."""
        earlier: list[Coded] = []
        named: dict[str, Coded] = {}
        firsts: dict[int, list[Coded]] = {}
        for coded in self._order:
            chain = self._chains[id(coded.event)] = firsts.setdefault(id(first_record(coded.event)), [])
            chain.append(coded)
        for coded in self._order:
            event = coded.event
            earlier = earlier[-_MEMORY:]
            if event.kind == "OTHER" and not coded.verb and event.same_as is None:
                self._generic(coded, earlier)
            if event.kind in ("OTHER", "SAY"):
                self._named_again(coded, named)
                continue
            if event.same_as is None:
                told, odds = self._likeliest(coded, earlier)
                if told is not None and odds > (LIKELY if event.kind in DEEDS else LIKELY_SAID):
                    self._join(told, coded)
                    coded.joined = odds
            earlier.append(coded)

    def _named_again(self, coded: Coded, named: dict[str, Coded]) -> None:
        """Link an event of no kind to the one of its name before it: "the Games"."""
        name = coded.event.name
        if name is not None and named.setdefault(name, coded) is not coded and coded.event.same_as is None:
            self._join(named[name], coded)

    def _likeliest(self, coded: Coded, earlier: list[Coded]) -> tuple[Coded | None, float]:
        """The earlier record that is likeliest the same deed, with the log odds that it is.

        Of several records of one deed the likeliest counts as much as all together: what is like one of a long chain
        by chance is not like the others.
        """
        own, later = self._chain(coded), self._records.of(coded)
        kinds, start = kinds_beside(coded.event.kind), coded.event.start
        best: Coded | None = None
        best_odds = UNLIKELY
        chains = {id(chain): chain for chain in map(self._chain, reversed(earlier))}
        for chain in chains.values():
            if chain is own:
                continue
            told = [self._records.of(c) for c in chain if c.event.kind in kinds and c.event.start < start]
            if not told or any(self._rules.contradict(one, later) for one in told):
                continue
            odds = [self._odds(one, later, chain) for one in told]
            likely = (max(odds) + sum(odds) / len(odds)) / 2
            if likely > best_odds:
                best_odds = likely
                best = told[odds.index(max(odds))].coded
        return best, best_odds

    def _odds(self, one: Told, other: Told, chain: list[Coded]) -> float:
        """The log odds that two records are one deed."""
        clues = self._pairs.clues(one, other)
        odds: float = sum(map(mul, map(self._weights.get, clues, repeat(0.0)), clues.values()))
        odds += odds_of_words(one.lemma, other.lemma)
        if odds < RULED and self._rules.same(one, other, chain):
            odds = RULED
        self.likenesses[id(one.event), id(other.event)] = Likeness(odds, clues)
        return odds

    def _join(self, other: Coded, coded: Coded) -> None:
        chain, joined = self._chain(other), self._chain(coded)
        coded.event.same_as = other.event
        chain += joined
        self._chains.update((id(c.event), chain) for c in joined)

    def _chain(self, coded: Coded) -> list[Coded]:
        return self._chains[id(coded.event)]

    def _generic(self, coded: Coded, earlier: list[Coded]) -> None:
        """Link a definite noun without a kind of its own ("the incident") to the event that it can mean."""
        lemma = self.syntax.lemma[coded.event.root]
        if lemma not in _GENERIC or not self._rules.is_definite(coded.event.root):
            return
        own = self._records.of(coded)
        fits = _GENERIC[lemma]
        for other in sorted(earlier, key=self._nearness):
            record = self._records.of(other)
            if record.is_war or (lemma in _NEXT and own.sentence - record.sentence > 1):
                continue
            named = (other.event.name or "").lower()
            if lemma in named or (not named and other.event.kind in fits):
                clash = record.agents.clash(own.agents) or record.targets.clash(own.targets)
                if not clash and not record.places.lie_apart(own.places):
                    coded.event.kind = other.event.kind
                    coded.event.name = coded.event.name or other.event.name
                    coded.event.reason = f"{lemma}: the event told before"
                    self._join(other, coded)
                return

    def _nearness(self, coded: Coded) -> tuple[bool, bool, bool, int]:
        """How near an event is to the reader's mind: of these days, of the story, told by a main verb, just told."""
        told = any(c.event.start < self._rules.story_end for c in self._chain(coded))
        return self._rules.is_background(self._chain(coded)), not told, self._is_aside(coded), -coded.event.start

    def _is_aside(self, coded: Coded) -> bool:
        """Whether an event is not told by the main verb of its sentence."""
        at = coded.event.root
        while self.syntax.dep[at] in ("conj", "dobj", "nsubj", "nsubjpass") and self.syntax.head[at] != at:
            at = self.syntax.head[at]
        return self.syntax.head[at] != at
