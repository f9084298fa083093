"""What the grammar says of two records: that they are one deed ("the attack"), or that they are two."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.language.annotations import Annotations, Event
from newsgraph.language.english.events.coding import DEEDS, Coded
from newsgraph.language.english.events.one_deed.told import Told, ToldRecords
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import day_of

ANAPHORS = frozenset(
    "attack operation strike raid offensive assault bombing blast explosion killing shooting meeting summit talk visit "
    "agreement deal accord treaty incident protest demonstration announcement statement conference crash accident "
    "earthquake election vote decision move event action call proposal request threat sanction ban ambush massacre "
    "hijacking kidnapping abduction murder assassination clash battle war violence riot invasion withdrawal ceasefire "
    "truce arrest resignation appointment tragedy disaster quake storm flood fire".split()
)
_MODE_TELLS = frozenset(("COERCE", "SANCTION"))
"""Kinds of which one mode is never another: an arrest is no ban."""
_BACKGROUND = 45
"""Days from the day of the story beyond which an event is of its background."""
_KILLINGS = frozenset(("killing", "murder", "massacre", "death", "slaying", "assassination"))
_BLASTS = frozenset(("explosion", "blast", "bombing"))
_SPEECH = frozenset("ACCUSE REQUEST REJECT SUPPORT THREATEN".split())
"""What each does for himself: what two people say is told once each."""
_NEW = frozenset(("second", "another", "other", "new"))
_MESSAGES = frozenset("message statement interview letter broadcast post video speech report website email".split())
_SINGLE = _KILLINGS | _BLASTS | frozenset(("attack", "shooting", "ambush", "incident", "kidnapping", "hijacking"))
"""Nouns that do not mean a named operation or war."""


class SameDeed:
    """Tells in one doc which records must be one event, and which cannot be."""

    def __init__(self, notes: Annotations, syntax: Parse, records: ToldRecords) -> None:
        self.syntax = syntax
        self._records = records
        self.heading_end, self.story_end = _story(notes, syntax)
        """Where the headline ends, and the second sentence below it."""
        published = notes.article.published
        self._today = day_of(published.split("T", 1)[0]) if published else None

    def same(self, one: Told, other: Told, chain: Sequence[Coded]) -> bool:
        """Whether the grammar says that a record tells an event again.

        Args:
            one: the earlier record.
            other: the later one.
            chain: all records of the event of the earlier one.
        """
        a, b = one.event, other.event
        if a.name is not None and a.name == b.name:
            return True
        if a.kind != b.kind or (a.name and b.name) or a.factuality != b.factuality:
            return False
        lead = self._is_lead(one, other)
        if one.is_war != other.is_war or one.is_other_vote(other) or (not lead and other.is_another):
            return False
        return self._looks_back(one, other, chain, lead) and not self._is_told_otherwise(other, chain, lead)

    def _looks_back(self, one: Told, other: Told, chain: Sequence[Coded], lead: bool) -> bool:
        """Whether enough speaks for a record telling an event again, if nothing speaks against it."""
        if lead and one.is_main and other.is_main:
            return True         # the main verbs of headline and lead
        a, b = one.event, other.event
        deed = a.kind in DEEDS
        same_word = one.lemma[:4] == other.lemma[:4]
        shared = len(one.taking_part & other.taking_part) + bool(a.bound and a.bound == b.bound)
        if _is_anaphor(other) and (same_word or deed):
            if b.bound is None and self.is_background(chain):
                return False
            return self._fits_word(other, chain) and (shared > 0 or not self._is_new(other.coded))
        if deed and lead and (shared or same_word or any(c.event.counts.keys() & b.counts.keys() for c in chain)):
            return True  # the lead tells the headline's deed
        return shared >= (1 if same_word and deed else 2)

    def _is_told_otherwise(self, other: Told, chain: Sequence[Coded], lead: bool) -> bool:
        """Whether a record has another time, number or participants than an event."""
        b = other.event
        tolerance = 1 if _is_anaphor(other) and b.voice is not None else 0
        for one in map(self._records.of, chain):
            if _times_differ(one, other, tolerance) or _counts_differ(one.event, b):
                return True
            if one.agents.clash(other.agents) or one.targets.clash(other.targets):
                return True
            if not lead and one.places.lie_apart(other.places):
                return True
        return False

    def contradict(self, one: Told, other: Told) -> bool:
        """Whether two records say of themselves that they are two deeds."""
        a, b = one.event, other.event
        if a.kind == b.kind and a.kind in _MODE_TELLS and _modes_differ(a.mode, b.mode):
            return True
        if (a.name and b.name and a.name != b.name) or one.is_other_vote(other):
            return True
        if _times_differ(one, other, 0) and (
            other.verb or not other.is_definite or _times_differ(one, other, 1)  # told again a day later
        ):
            return True
        if _counts_differ(a, b) or (a.factuality != b.factuality and "negated" in (a.factuality, b.factuality)):
            return True
        if a.kind in _SPEECH and b.kind in _SPEECH and one.agents.are_others(other.agents):
            return True
        if self._is_lead(one, other):
            return False
        if (other.is_another and not self._is_governed(one, other)) or (one.are_many and other.is_one):
            return True
        return a.kind in DEEDS and (one.targets.clash(other.targets) or one.places.lie_apart(other.places))

    def _is_lead(self, one: Told, other: Told) -> bool:
        """Whether the first record is of the headline, and the second of the sentences below it."""
        return one.event.start < self.heading_end <= other.event.start < self.story_end

    def _is_governed(self, one: Told, other: Told) -> bool:
        """Whether a noun hangs on the verb of the other record: "filed a suit", "came under an attack"."""
        head = self.syntax.head
        above = head[other.root]
        return one.root in (above, head[above])

    def is_background(self, chain: Sequence[Coded]) -> bool:
        """Whether an event is dated long before the article."""
        time = next((c.event.bound for c in chain if c.event.bound), None)
        if time is None or self._today is None:
            return False
        day = day_of(time)
        if day is None:
            return time[:4].isdigit() and time[:4] != str(self._today.year)
        return abs((self._today - day).days) > _BACKGROUND

    def is_definite(self, root: int) -> bool:
        """Whether a noun comes as one that the reader knows: "the raid", "these raids"."""
        syntax = self.syntax
        return any(syntax.lower[c] in ("the", "this", "that", "these", "those") for c in syntax.children[root])

    def _fits_word(self, other: Told, chain: Sequence[Coded]) -> bool:
        """Whether a definite noun can mean an earlier event: "the blast" an explosion, "the killings" deaths."""
        word = other.lemma
        mode = other.event.mode
        if other.event.kind in _MODE_TELLS and any(_modes_differ(c.event.mode, mode) for c in chain):
            return False
        if any(c.event.name and word not in c.event.name.lower() for c in chain) and word in _SINGLE:
            return False
        if word in _KILLINGS:
            told = _KILLINGS | {"kill", "shoot", "murder", "assassinate", "massacre", "slay", "behead", "execute"}
            return any("killed" in c.event.counts or self.syntax.lemma[c.event.root] in told for c in chain)
        if word in _BLASTS:
            return all(c.event.mode in (None, "explosives", "suicide-attack") for c in chain)
        return True

    def _is_new(self, coded: Coded) -> bool:
        """Whether a noun phrase brings its own time, place or people, so that it need not look back."""
        syntax = self.syntax
        if coded.agents or coded.targets or any(syntax.lemma[w] not in _MESSAGES for _, w in coded.frame.preps):
            return True
        return any(
            c in syntax.times or syntax.pos[c] == "PROPN" or syntax.dep[c] == "relcl" or syntax.lower[c] in _NEW
            for c in syntax.children[coded.event.root]
        )


def _is_anaphor(record: Told) -> bool:
    """Whether a record is a definite noun for a deed, which may mean one told before: "the attack"."""
    return not record.verb and record.is_definite and record.lemma in ANAPHORS


def _modes_differ(one: str | None, other: str | None) -> bool:
    """Whether two modes are of different deeds; what is banned is restricted, too."""
    return bool(one and other) and one != other and {one, other} != {"ban", "restrict"}


def _times_differ(one: Told, other: Told, tolerance: int) -> bool:
    """Whether two records have dates of their own that do not fit each other, in days."""
    if not one.dated or not other.dated or one.dated.startswith(other.dated) or other.dated.startswith(one.dated):
        return False
    return one.day is None or other.day is None or abs((one.day - other.day).days) > tolerance


def _counts_differ(a: Event, b: Event) -> bool:
    """Whether two events have numbers of one harm that cannot be one number."""
    if not a.counts or not b.counts:
        return False
    return any(not _fits(a, b, harm) for harm in a.counts.keys() & b.counts.keys())


def _fits(a: Event, b: Event, harm: str) -> bool:
    """Whether two counts can be one: the same number, or a number in the range of "dozens"."""
    one, other = a.counts[harm], b.counts[harm]
    return one == other or one <= other <= a.counts_max.get(harm, one) or other <= one <= b.counts_max.get(harm, other)


def _story(notes: Annotations, syntax: Parse) -> tuple[int, int]:
    """Where the headline ends, and where the second sentence below it ends."""
    heading_end, sentences = 0, 0
    for sentence in syntax.doc.sents:
        if sentence.start in notes.headings:
            if sentences == 0:
                heading_end = sentence.end
            continue
        if any(syntax.pos[i] in ("VERB", "AUX") for i in range(sentence.start, sentence.end)):
            sentences += 1
            if sentences == 2:
                return heading_end, sentence.end
    return heading_end, syntax.size
