"""What the grammar says of two records: that they are one deed ("the attack"), or that they are two."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.language.annotations import Annotations, Event
from newsgraph.language.events.coding import DEEDS, Coded
from newsgraph.language.syntax.parse import Parse
from newsgraph.language.times.values import day_of

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
_PERPETRATORS = frozenset(
    "attacker gunman assailant bomber shooter killer raider hijacker assassin perpetrator kidnapper arsonist".split()
)
"""Nouns for people that are what a deed has made them, so that the deed is known."""
_KILLINGS = frozenset(("killing", "murder", "massacre", "death", "slaying", "assassination"))
_BLASTS = frozenset(("explosion", "blast", "bombing"))
_NEW = frozenset(("second", "another", "other", "new"))
_MESSAGES = frozenset("message statement interview letter broadcast post video speech report website email".split())
_SINGLE = _KILLINGS | _BLASTS | frozenset(("attack", "shooting", "ambush", "incident", "kidnapping", "hijacking"))
"""Nouns that do not mean a named operation or war."""
_WARS = frozenset(("war", "conflict"))


class SameDeed:
    """Tells in one doc which records must be one event, and which cannot be."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self.syntax = syntax
        self.heading_end, self.story_end = _story(notes, syntax)
        """Where the headline ends, and the second sentence below it."""
        published = notes.article.published
        self._today = day_of(published.split("T", 1)[0]) if published else None
        self._wars: dict[int, bool] = {}
        self._others: dict[int, bool] = {}

    def same(self, one: Coded, other: Coded, chain: Sequence[Coded]) -> bool:
        """Whether the grammar says that a record tells an event again.

        Args:
            one: the earlier record.
            other: the later one.
            chain: all records of the event of the earlier one.
        """
        a, b = one.event, other.event
        if a.name is not None and a.name == b.name:
            return True
        if a.response_to is b or b.response_to is a or a.cause_of is b or b.cause_of is a:
            return False
        if a.kind != b.kind or (a.name and b.name) or a.factuality != b.factuality:
            return False
        retold = other.verb is False and self._is_anaphor(other) and b.attributed_to is not None
        if any(self._times_differ(c.event, b, 1 if retold else 0) for c in chain):
            return False
        if self.is_war(one) != self.is_war(other):
            return False
        lead = a.start < self.heading_end <= b.start < self.story_end
        if not lead and not other.verb and self._is_another(other.event.root):
            return False
        roles = ("agents", "targets") if lead else ("agents", "targets", "places")
        counted = [not _fits(c.event, b, k) for c in chain for k in c.event.counts.keys() & b.counts.keys()]
        if any(counted) or any(clash(c.event, b, roles) for c in chain):
            return False
        lemma, head = self.syntax.lemma, self.syntax.head
        if lead and head[a.root] == a.root and head[b.root] == b.root:
            return True         # the main verbs of headline and lead
        same_word = lemma[a.root][:4] == lemma[b.root][:4]
        shared = self._shared(a, b)
        if not other.verb and self._is_anaphor(other) and (same_word or a.kind in DEEDS):
            if b.time is None and self.is_background(chain):
                return False
            return self._fits_word(other, chain) and (shared > 0 or not self._is_new(other))
        if a.kind in DEEDS and self._is_story(one, other, shared + same_word + any(not c for c in counted)):
            return True
        return shared >= (1 if same_word and a.kind in DEEDS else 2)

    def contradict(self, one: Coded, other: Coded) -> bool:
        """Whether two records say of themselves that they are two deeds."""
        a, b = one.event, other.event
        if a.name and b.name and a.name != b.name:
            return True
        if a.response_to is b or b.response_to is a or a.cause_of is b or b.cause_of is a:
            return True
        if self._times_differ(a, b) and (
            other.verb or not self.is_definite(b.root) or self._times_differ(a, b, 1)  # told again a day later
        ):
            return True
        if a.counts and b.counts and any(not _fits(a, b, harm) for harm in a.counts.keys() & b.counts.keys()):
            return True
        if "negated" in (a.factuality, b.factuality) and a.factuality != b.factuality:
            return True
        if a.start < self.heading_end <= b.start < self.story_end:
            return False
        if not other.verb and self._is_another(b.root) and not self._is_governed(one, other):
            return True
        if self._are_many(one) and self._is_single(other):
            return True
        return a.kind in DEEDS and clash(a, b, ("targets", "places"))

    def _are_many(self, coded: Coded) -> bool:
        """Whether a noun speaks of an unknown number of deeds: "a spate of robberies"."""
        syntax, root = self.syntax, coded.event.root
        return syntax.tag[root] == "NNS" and not any(
            syntax.dep[c] in ("det", "poss", "nummod") for c in syntax.children[root]
        )

    def _is_single(self, coded: Coded) -> bool:
        """Whether a noun speaks of one deed."""
        return self.syntax.tag[coded.event.root] == "NN" and not coded.verb

    def _is_governed(self, one: Coded, other: Coded) -> bool:
        """Whether a noun hangs on the verb of the other record: "filed a suit", "came under an attack"."""
        head = self.syntax.head
        above = head[other.event.root]
        return one.event.root in (above, head[above])

    def is_background(self, chain: Sequence[Coded]) -> bool:
        """Whether an event is dated long before the article."""
        time = next((c.event.time for c in chain if c.event.time), None)
        if time is None or self._today is None:
            return False
        day = day_of(time)
        if day is None:
            return time[:4].isdigit() and time[:4] != str(self._today.year)
        return abs((self._today - day).days) > _BACKGROUND

    def is_war(self, coded: Coded) -> bool:
        """Whether an event is a war, which no single deed is; found once."""
        known = self._wars.get(id(coded))
        if known is None:
            known = self._wars[id(coded)] = self._tells_of_war(coded)
        return known

    def _tells_of_war(self, coded: Coded) -> bool:
        lemma, root = self.syntax.lemma, coded.event.root
        words = (root, *coded.frame.object, *(w for name, w in coded.frame.preps if name == "in"))
        return any(lemma[w] in _WARS for w in words if w == root or coded.verb)

    def is_definite(self, root: int) -> bool:
        """Whether a noun comes as one that the reader knows: "the raid", "these raids"."""
        syntax = self.syntax
        return any(syntax.lower[c] in ("the", "this", "that", "these", "those") for c in syntax.children[root])

    def _fits_word(self, other: Coded, chain: Sequence[Coded]) -> bool:
        """Whether a definite noun can mean an earlier event: "the blast" an explosion, "the killings" deaths."""
        word = self.syntax.lemma[other.event.root]
        mode = other.event.mode
        if mode and other.event.kind in _MODE_TELLS and any(c.event.mode not in (None, mode) for c in chain):
            return False
        if any(c.event.name and word not in c.event.name.lower() for c in chain) and word in _SINGLE:
            return False
        if word in _KILLINGS:
            told = _KILLINGS | {"kill", "shoot", "murder", "assassinate", "massacre", "slay", "behead", "execute"}
            return any("killed" in c.event.counts or self.syntax.lemma[c.event.root] in told for c in chain)
        if word in _BLASTS:
            return all(c.event.mode in (None, "explosives", "suicide-attack") for c in chain)
        return True

    def _is_another(self, noun: int) -> bool:
        """Whether a noun brings up something not told before ("a second raid"), or a sum ("three attacks")."""
        known = self._others.get(noun)
        if known is None:
            known = self._others[noun] = self._brings_another(noun)
        return known

    def _brings_another(self, noun: int) -> bool:
        syntax = self.syntax
        return any(
            (syntax.dep[c] == "det" and syntax.lower[c] in ("a", "an", "another"))
            or (syntax.dep[c] == "nummod" and syntax.tag[noun] == "NNS" and c not in syntax.times)
            for c in syntax.children[noun]
        ) and not self.is_definite(noun)

    def _is_story(self, one: Coded, other: Coded, evidence: int) -> bool:
        """Whether the lead tells the headline's deed, or a sentence tells what "the attackers" did in it."""
        a, b = one.event, other.event
        if a.start < self.heading_end <= b.start < self.story_end:
            return evidence > 0 or bool(self._heads(a) & self._heads(b))
        if b.kind != "ASSAULT" or not other.verb or a.start >= self.story_end or (a.agents and not self._heads(a)):
            return False
        return any(self._is_known_perpetrator(m.root) for m in b.agents) and not any(m.entity.named for m in a.agents)

    def _is_known_perpetrator(self, root: int) -> bool:
        return self.syntax.lemma[root] in _PERPETRATORS and self.is_definite(root)

    def _heads(self, event: Event) -> set[str]:
        """The head words of who did it to whom."""
        lemma = self.syntax.lemma
        return {lemma[m.root] for m in (*event.agents, *event.targets) if m.form == "nominal"}

    @staticmethod
    def _times_differ(a: Event, b: Event, tolerance: int = 0) -> bool:
        """Whether two events have dates of their own that do not fit each other."""
        if not a.time or not b.time or "present tense" in (a.time_reason, b.time_reason):
            return False
        if a.time.startswith(b.time) or b.time.startswith(a.time):
            return False
        one, other = day_of(a.time), day_of(b.time)
        return one is None or other is None or abs((one - other).days) > tolerance

    def _is_new(self, coded: Coded) -> bool:
        """Whether a noun phrase brings its own time, place or people, so that it need not look back."""
        syntax = self.syntax
        if coded.agents or coded.targets or any(syntax.lemma[w] not in _MESSAGES for _, w in coded.frame.preps):
            return True
        return any(
            c in syntax.times or syntax.pos[c] == "PROPN" or syntax.dep[c] == "relcl" or syntax.lower[c] in _NEW
            for c in syntax.children[coded.event.root]
        )

    def _is_anaphor(self, coded: Coded) -> bool:
        return self.syntax.lemma[coded.event.root] in ANAPHORS and self.is_definite(coded.event.root)

    def _shared(self, a: Event, b: Event) -> int:
        def entities(event: Event) -> set[int]:
            return {id(m.entity) for m in (*event.agents, *event.targets, *event.places)}

        after = range(b.root + 1, min(b.root + 6, self.syntax.size))
        there = bool(a.places) and any(self.syntax.lower[i] == "there" and self.syntax.pos[i] == "ADV" for i in after)
        return len(entities(a) & entities(b)) + bool(a.time and a.time == b.time) + there


def clash(a: Event, b: Event, roles: tuple[str, ...] = ("agents", "targets", "places")) -> bool:
    """Whether both name their agents, targets or places and have none in common."""
    for role in roles:
        here, there = getattr(a, role), getattr(b, role)
        if not here or not there:
            continue
        one = {id(m.entity) for m in here if m.entity.named}
        other = {id(m.entity) for m in there if m.entity.named}
        if one and other and not one & other:
            kinds = [{m.kind for m in side if m.entity.named} for side in (here, there)]
            if role != "places" or ({"Country"} not in kinds or kinds[0] == kinds[1]):
                return True
    return False


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
