"""Links between the events of an article: told again, in response to, caused by, part of."""

from __future__ import annotations

from newsgraph.language.annotations import Event
from newsgraph.language.event_coding import Coded
from newsgraph.language.event_counts import CountFinder
from newsgraph.language.event_incidents import IncidentLinker
from newsgraph.language.event_syntax import Syntax

_ANAPHORS = frozenset(
    "attack operation strike raid offensive assault bombing blast explosion killing shooting meeting summit talk visit "
    "agreement deal accord treaty incident protest demonstration announcement statement conference crash accident "
    "earthquake election vote decision move event action call proposal request threat sanction ban ambush massacre "
    "hijacking kidnapping abduction murder assassination clash battle war violence riot invasion withdrawal ceasefire "
    "truce arrest resignation appointment tragedy disaster quake storm flood fire".split()
)
DEEDS = frozenset(
    "ASSAULT COERCE PROTEST DISASTER CONSULT ELECT APPOINT RESIGN RETREAT SANCTION MOBILIZE AID COOPERATE".split()
)
"""Kinds of what is done rather than said: the same deed has one time and place."""
_VIOLENT = frozenset(("ASSAULT", "DISASTER", "PROTEST"))
_GENERIC = {
    "operation": frozenset(("ASSAULT", "MOBILIZE")),
    "incident": _VIOLENT,
    "tragedy": _VIOLENT,
    "action": frozenset(("ASSAULT", "PROTEST", "SANCTION", "COERCE")),
    "move": frozenset("SANCTION COERCE CONCEDE RETREAT MOBILIZE REJECT APPOINT RESIGN".split()),
}
"""Nouns that look back, and the kinds of the events that they can mean."""
_MEMORY = 200
"""How many events back a noun may look."""
_RESPONSE = {
    "response": "to", "retaliation": "for", "reprisal": "for", "revenge": "for", "reaction": "to", "answer": "to",
    "protest": "at", "reply": "to", "riposte": "to", "retribution": "for",
}  # fmt: skip
_CAUSE_VERBS = frozenset("cause trigger spark provoke prompt ignite unleash precipitate".split())
_PART_NOUNS = frozenset(("part", "phase", "stage"))


class EventLinker:
    """Links the events of one doc."""

    def __init__(self, syntax: Syntax, coded: dict[int, Coded], counts: CountFinder) -> None:
        self.syntax = syntax
        self._counts = counts
        self.coded = coded
        self._order = sorted(coded.values(), key=lambda c: c.event.start)

    def link(self) -> None:
        """Set `same_as`, `response_to`, `cause_of` and `part_of`."""
        self._carried()
        incidents = IncidentLinker(self.syntax, self.coded, self._counts)
        incidents.appositions()
        incidents.harms()
        self._responses()
        self._told_again()
        self._causes_and_parts()
        self._share()
        self._ungrounded()
        for coded in self._order:
            if coded.event.kind == "DISASTER":
                coded.event.agents = []

    def _carried(self) -> None:
        for coded in self._order:
            if coded.carrier is not None:
                first, second = sorted((coded, coded.carrier), key=lambda c: c.event.start)
                if second.event.same_as is None:
                    second.event.same_as = first.event

    def _told_again(self) -> None:
        earlier: list[Coded] = []
        for coded in self._order:
            event = coded.event
            earlier = earlier[-_MEMORY:]
            if event.kind == "OTHER" and not coded.verb and event.same_as is None:
                self._generic(coded, earlier)
            if event.kind in ("OTHER", "SAY"):
                continue
            if event.same_as is None:
                for other in reversed(earlier):
                    if other.event is not event and self._same(other, coded):
                        event.same_as = other.event
                        break
            earlier.append(coded)

    def _generic(self, coded: Coded, earlier: list[Coded]) -> None:
        """Link a definite noun without a kind of its own ("the incident") to the last event that it can mean."""
        lemma = self.syntax.lemma[coded.event.root]
        if lemma not in _GENERIC or not self._is_definite(coded.event.root):
            return
        fits = _GENERIC[lemma]
        for other in sorted(earlier, key=lambda c: (self._is_aside(c), -c.event.start)):
            named = (other.event.name or "").lower()
            if lemma in named or (not named and other.event.kind in fits):
                if not self._clash(other.event, coded.event):
                    coded.event.same_as, coded.event.kind = other.event, other.event.kind
                    coded.event.name = other.event.name
                    coded.event.reason = f"{lemma}: the event told before"
                return

    def _is_aside(self, coded: Coded) -> bool:
        """Whether an event is not told by the main verb of its sentence."""
        at = coded.event.root
        while self.syntax.dep[at] in ("conj", "dobj", "nsubj", "nsubjpass") and self.syntax.head[at] != at:
            at = self.syntax.head[at]
        return self.syntax.head[at] != at

    def _same(self, one: Coded, other: Coded) -> bool:
        a, b = one.event, other.event
        if a.name is not None and a.name == b.name:
            return True
        if a.response_to is b or b.response_to is a or a.cause_of is b or b.cause_of is a:
            return False
        if a.kind != b.kind or (a.name and b.name) or a.factuality != b.factuality:
            return False
        if self._times_differ(a, b):
            return False
        if any(a.counts[k] != b.counts[k] for k in a.counts.keys() & b.counts.keys()):
            return False
        if self._clash(a, b):
            return False
        lemma = self.syntax.lemma
        same_word = lemma[a.root][:4] == lemma[b.root][:4]
        shared = self._shared(a, b)
        if not other.verb and self._is_anaphor(other) and (same_word or a.kind in DEEDS):
            return shared > 0 or not self._is_new(other)
        return shared >= (1 if same_word and a.kind in DEEDS else 2)

    @staticmethod
    def _times_differ(a: Event, b: Event) -> bool:
        """Whether two events have dates of their own that do not fit each other."""
        if not a.time or not b.time or "present tense" in (a.time_reason, b.time_reason):
            return False
        return not (a.time.startswith(b.time) or b.time.startswith(a.time))

    def _is_new(self, coded: Coded) -> bool:
        """Whether a noun phrase brings its own time, place or people, so that it need not look back."""
        if coded.frame.preps or coded.agents or coded.targets:
            return True
        syntax = self.syntax
        return any(
            c in syntax.times or syntax.pos[c] == "PROPN" or syntax.lower[c] in ("second", "another", "other", "new")
            for c in syntax.children[coded.event.root]
        )

    def _is_definite(self, root: int) -> bool:
        syntax = self.syntax
        return any(syntax.lower[c] in ("the", "this", "that", "these", "those") for c in syntax.children[root])

    def _is_anaphor(self, coded: Coded) -> bool:
        return self.syntax.lemma[coded.event.root] in _ANAPHORS and self._is_definite(coded.event.root)

    @staticmethod
    def _shared(a: Event, b: Event) -> int:
        def entities(event: Event) -> set[int]:
            return {id(m.entity) for m in (*event.agents, *event.targets, *event.places)}

        return len(entities(a) & entities(b)) + bool(a.time and a.time == b.time)

    @staticmethod
    def _clash(a: Event, b: Event) -> bool:
        """Whether both name their agents, targets or places and have none in common."""
        for role in ("agents", "targets", "places"):
            one = {id(m.entity) for m in getattr(a, role) if m.entity.named}
            other = {id(m.entity) for m in getattr(b, role) if m.entity.named}
            if one and other and not one & other:
                return True
        return False

    def _responses(self) -> None:
        syntax = self.syntax
        for i in range(syntax.size):
            wanted = _RESPONSE.get(syntax.lemma[i])
            if wanted is None or syntax.pos[i] != "NOUN":
                continue
            cause = next((w for name, w in syntax.prepositions(i) if name == wanted and w in self.coded), None)
            if cause is None:
                continue
            reaction = self._reaction(i)
            if reaction is not None and reaction is not self.coded[cause].event:
                reaction.response_to = self.coded[cause].event

    def _reaction(self, i: int) -> Event | None:
        """The event that is said to be a response: of the clause, or the subject of "was a response to"."""
        syntax = self.syntax
        head = syntax.head[i]
        if syntax.dep[i] == "attr":
            for c in syntax.children[head]:
                if syntax.dep[c] == "nsubj" and c in self.coded:
                    return self.coded[c].event
            return None
        while head != syntax.head[head] and head not in self.coded:
            head = syntax.head[head]
        return self.coded[head].event if head in self.coded and head != i else None

    def _causes_and_parts(self) -> None:
        """Link causes and wholes: "the ruling sparked protests", "the raid was part of the offensive"."""
        syntax = self.syntax
        for coded in self._order:
            event, frame = coded.event, coded.frame
            if coded.verb and (
                syntax.lemma[event.root] in _CAUSE_VERBS
                or any(
                    name in ("to", "in") and syntax.lemma[event.root] in ("lead", "result") for name, _ in frame.preps
                )
            ):
                causes = frame.by if frame.passive else frame.subject
                effects = frame.object or [w for name, w in frame.preps if name in ("to", "in")]
                cause = next((self.coded[w].event for w in causes if w in self.coded), None)
                effect = next((self.coded[w].event for w in effects if w in self.coded), None)
                if cause is not None and effect is not None and cause is not effect:
                    cause.cause_of = cause.cause_of or effect
        for i in range(syntax.size):
            if syntax.lemma[i] not in _PART_NOUNS or syntax.pos[i] != "NOUN":
                continue
            whole = next(
                (self.coded[w].event for name, w in syntax.prepositions(i) if name == "of" and w in self.coded), None
            )
            part = self._reaction(i)
            if whole is not None and part is not None and part is not whole and part.kind != "SAY":
                part.part_of = part.part_of or whole

    def _ungrounded(self) -> None:
        """Call OTHER what nobody takes part in, nowhere and at no time: talk of such things, and no event."""
        told = {id(coded.event.same_as) for coded in self._order if coded.event.same_as is not None}
        told |= {id(coded.event.cause_of) for coded in self._order if coded.event.cause_of is not None}
        told |= {id(coded.event.response_to) for coded in self._order if coded.event.response_to is not None}
        for coded in self._order:
            event = coded.event
            if event.kind == "OTHER" or event.name or event.same_as is not None or id(event) in told:
                continue
            if event.agents or event.targets or event.counts or (event.attributed_to is not None and coded.verb):
                continue
            if coded.verb and event.factuality != "possible":
                continue
            if event.places or event.time or event.response_to or event.cause_of or event.part_of:
                continue
            event.reason = f"nobody, nowhere, at no time: OTHER (what: {event.reason})"
            event.kind, event.mode = "OTHER", None

    def _share(self) -> None:
        """What one record of an event says, the others of it say too."""
        chains: list[tuple[Event, Event]] = []
        for coded in self._order:
            first = coded.event
            for _ in range(20):
                if first.same_as is None:
                    break
                first = first.same_as
            if first is not coded.event:
                chains.append((first, coded.event))
        for first, event in chains:
            self._give(event, first)
        for first, event in chains:
            self._give(first, event)

    @staticmethod
    def _give(one: Event, other: Event) -> None:
        weak = other.time is None or (other.time_reason == "present tense" and one.time_reason != "present tense")
        if weak and one.time is not None:
            other.time, other.time_reason = one.time, "same event"
        for key, value in one.counts.items():
            if key not in other.counts:
                other.counts[key] = value
                if key in one.counts_max:
                    other.counts_max[key] = one.counts_max[key]
        if other.response_to is None and one.response_to is not other:
            other.response_to = one.response_to
        if one.kind in DEEDS:
            other.agents = other.agents or [m for m in one.agents if m not in other.targets]
            other.targets = other.targets or [m for m in one.targets if m not in other.agents]
            other.places = other.places or list(one.places)
