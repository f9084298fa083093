"""Which event an article is mainly about: told in the headline, or first in the lead, and told again."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.english.events.coding import DEEDS, Coded
from newsgraph.language.english.events.lexicon.lexicon import Lexicon
from newsgraph.language.english.events.one_deed.told import read_participants
from newsgraph.language.english.events.roles.actors import ACTOR_KINDS
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import day_of, granularity

_WEIGHTS = {"OTHER": 0.0, "SAY": 0.3}
_PLACES = frozenset(("Place", "Country"))
_SPEECH = frozenset("SAY REQUEST ACCUSE AGREE REJECT THREATEN SUPPORT CONCEDE SANCTION".split())
"""What is said happens where the speaker is, not where the things happen that it is about."""
_INCIDENTS = frozenset(("ASSAULT", "DISASTER"))
_AT = frozenset(("in", "at", "near", "outside", "off"))
_STOP = frozenset(
    "the a an of in on at to for with and or by from as after over is are be has have its his her".split()
)
_STOP_STEMS = frozenset(word[:5] for word in _STOP)
_WEEK = timedelta(days=7)


class Salience:
    """Weighs the events of one doc."""

    def __init__(self, notes: Annotations, syntax: Parse, coded: dict[int, Coded], lexicon: Lexicon) -> None:
        self.notes = notes
        self.syntax = syntax
        self.coded = coded
        title = (notes.article.title or "").lower().replace("'s", " ").replace("’s", " ")
        self._title = {word.strip(".,:;!?\"'“”‘’()") for word in title.split()} - _STOP
        self._stems = {word[:5] for word in self._title if len(word) >= 3}
        self._kinds = {kind for word in self._title for kind in _kinds_of(word, lexicon)}

    def main(self) -> Coded | None:
        """The main event, or None where there is none."""
        if not self.coded:
            return None
        return max(self.coded.values(), key=lambda c: (self.of(c), -c.event.start))

    def complete(self, main: Coded) -> None:
        """Give the main event the place and the day that its story has, where its own clauses say none.

        The place is one that the headline says, or that a third of the article's placed events share, two at least;
        the day is that of the same deed told again.
        """
        event = main.event
        if not any(place.entity.named for place in event.places) and event.kind not in _SPEECH:
            place, reason = self._headline_place(event), "headline"
            if place is None and not self._names_where(event):
                told = (c.event for c in self.coded.values())
                place = self._commonest_place(list(told), 2)
                reason = "story"
            if place is not None:
                event.places, event.place_reason = [place, *event.places], reason
        day = self._day_of(main, self._same_deeds(main)) if event.factuality == "actual" else None
        if event.time is None and day is not None:
            event.time, event.time_reason = day, "same deed told again"

    def _names_where(self, event: Event) -> bool:
        """Whether its clause names where it was, though nobody knows the name: "at his home in Port Olvar"."""
        syntax = self.syntax
        return any(
            syntax.lower[i] in _AT and syntax.tag[i + 1] == "NNP" and i + 1 not in syntax.times
            and self._is_in_clause(i, event.root)
            for i in range(event.end, syntax.right[event.root])
        )  # fmt: skip

    def _is_in_clause(self, word: int, root: int) -> bool:
        """Whether no other verb stands between a word and the one on which it hangs in the end."""
        syntax = self.syntax
        while word != root and syntax.head[word] != word:
            word = syntax.head[word]
            if word != root and syntax.is_verb(word):
                return False
        return word == root

    def _day_of(self, main: Coded, tellings: list[Event]) -> str | None:
        """The day of other tellings: of those with the same people the first, else what all agree on."""
        people = _people(main.event)
        if (shared := next((e.time for e in tellings if _people(e) & people), None)) is not None:
            return shared
        days = {e.time for e in tellings}
        return days.pop() if len(days) == 1 else None

    def _dated(self, main: Coded) -> list[Event]:
        """The other events of the article that their own words date to a day of the week before publication."""
        published = day_of((self.notes.article.published or "").split("T", 1)[0])
        found = []
        for coded in sorted(self.coded.values(), key=lambda c: c.event.start):
            event = coded.event
            if event.time is None or event.factuality != main.event.factuality or self._is_beside(coded, main):
                continue
            day = day_of(event.time) if granularity(event.time) == "day" else None
            if event.time_reason == "present tense" or day is None:
                continue
            if published is None or timedelta() <= published - day <= _WEEK:
                found.append(event)
        return found

    def _is_beside(self, one: Coded, other: Coded) -> bool:
        """Whether two events are told in one sentence, whose grammar has said already what time each has."""
        return self.syntax.sentence[one.event.root] == self.syntax.sentence[other.event.root]

    def _same_deeds(self, main: Coded) -> list[Event]:
        """Dated events that are the main one told again: its kind of deed, by no other people, or its word."""
        b, lemma = main.event, self.syntax.lemma
        agents, targets = read_participants(b.agents, lemma), read_participants(b.targets, lemma)
        kinds = _INCIDENTS if b.kind in _INCIDENTS and not b.agents else {b.kind} & DEEDS
        return [
            a
            for a in self._dated(main)
            if not read_participants(a.agents, lemma).clash(agents)
            and not read_participants(a.targets, lemma).clash(targets)
            and (a.kind in kinds or (lemma[a.root][:5] == lemma[b.root][:5] and _people(a) & _people(b)))
        ]

    def _headline_place(self, event: Event) -> Mention | None:
        """The place that the headline names behind a preposition, or beside a deed."""
        title = self.notes.article.title
        if not title:
            return None
        words = [word.strip(".,:;!?\"'“”‘’()").lower() for word in title.split()]
        named = {
            first: mention
            for mention in reversed(self.notes.mentions)
            if mention.form == "name"
            and (mention.kind in _PLACES or (mention.kind == "Agency" and mention.entity.name.lower() in title.lower()))
            for first in {mention.entity.name.lower().split()[0], self.syntax.lower[mention.start]}
        }
        for i, word in enumerate(words[:-1]):
            if word in _AT:
                for j in range(i + 1, min(i + 6, len(words))):
                    if words[j] in named:
                        return named[words[j]]
        return next((named[w] for w in words if w in named and named[w].kind == "Place"), None)

    @staticmethod
    def _commonest_place(events: list[Event], least: int) -> Mention | None:
        counts: Counter[int] = Counter()
        first: dict[int, Mention] = {}
        for event in events:
            for mention in event.places:
                if mention.entity.named:
                    counts[id(mention.entity)] += 1
                    first.setdefault(id(mention.entity), mention)
        best = max(counts, key=lambda key: counts[key], default=None)
        return first[best] if best is not None and counts[best] >= max(least, counts.total() / 3) else None

    def of(self, coded: Coded) -> float:
        """How much an article is about an event, from about 0 to 10."""
        event, syntax = coded.event, self.syntax
        value = _WEIGHTS.get(event.kind, 1.0)
        value += {"actual": 1.0, "future": 0.6}.get(event.factuality, 0.0)
        value += 2.5 * max(0.0, 1.0 - event.start / max(60.0, 0.35 * syntax.size))
        if self._stems:
            value += 1.5 * (syntax.lemma[event.root][:5] in self._stems)
            value += 0.5 * (event.kind in self._kinds)
            names = (*event.agents, *event.targets, *event.places)
            words = {syntax.lower[i][:5] for m in names for i in range(m.start, m.end)} - _STOP_STEMS
            value += min(2.0, 0.7 * len(words & self._stems))
        if syntax.head[event.root] == event.root:
            value += 0.8
        elif syntax.dep[event.root] in ("relcl", "acl", "advcl", "pcomp"):
            value -= 0.5
        if any(syntax.lower[c] in ("had", "'d", "’d") for c in syntax.children[event.root] if syntax.dep[c] == "aux"):
            value -= 1.0
        value += (
            0.8 * any(m.kind in ACTOR_KINDS for m in (*event.agents, *event.targets))
            + 0.3 * bool(event.places)
            + 0.3 * bool(event.time)
        )
        value += 0.8 * bool(event.counts)
        if not event.agents and not event.targets:
            value -= 1.0
        return value


def _people(event: Event) -> set[int]:
    return {id(m.entity) for m in (*event.agents, *event.targets)}


def _kinds_of(word: str, lexicon: Lexicon) -> set[str]:
    """The kinds that a word of a headline can have by itself."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}
    found = [entry for form in forms for pos in ("verb", "noun") for entry in lexicon.of(pos, form)]
    return {entry.kind for entry in found if not entry.tests and not entry.rest and entry.kind != "OTHER"}
