"""Links between the events of an article: told again, in response to, caused by, part of."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Event
from newsgraph.language.english.events.coding import DEEDS, Coded, first_record
from newsgraph.language.english.events.incidents import IncidentLinker
from newsgraph.language.english.events.one_deed.retellings import Likenesses, Retellings
from newsgraph.language.english.events.setting.counts import CountFinder
from newsgraph.language.english.syntax.parse import Parse

_RESPONSE = {
    "response": "to", "retaliation": "for", "reprisal": "for", "revenge": "for", "reaction": "to", "answer": "to",
    "protest": "at", "reply": "to", "riposte": "to", "retribution": "for",
}  # fmt: skip
_LAUNCHES = frozenset("launch begin start mount stage conduct wage undertake carry open unleash announce".split())
_CALLING = frozenset("call name dub codename term nickname".split())
_CAUSE_VERBS = frozenset("cause trigger spark provoke prompt ignite unleash precipitate".split())
_PART_NOUNS = frozenset(("part", "phase", "stage"))


class EventLinker:
    """Links the events of one doc."""

    def __init__(self, notes: Annotations, syntax: Parse, coded: dict[int, Coded], counts: CountFinder) -> None:
        self._notes = notes
        self.syntax = syntax
        self._counts = counts
        self.coded = coded
        self._order = sorted(coded.values(), key=lambda c: c.event.start)
        self.likenesses: Likenesses = {}

    def link(self) -> None:
        """Set `same_as`, `response_to`, `cause_of` and `part_of`."""
        self._carried()
        self._named()
        self._launched()
        incidents = IncidentLinker(self.syntax, self.coded, self._counts)
        incidents.appositions()
        incidents.harms()
        self._responses()
        retellings = Retellings(self._notes, self.syntax, self._order)
        retellings.link()
        self.likenesses = retellings.likenesses
        self._causes_and_parts()
        self._share()
        for coded in self._order:
            if coded.event.kind == "DISASTER":
                coded.event.agents = []

    def _carried(self) -> None:
        """Join a verb with the noun that it carries, a demand with its saying, a noun with the participle behind it."""
        for coded in self._order:
            if coded.carrier is not None:
                self._one(coded.event, coded.carrier.event)
            if coded.speaker is not None and self._is_said_in(coded, coded.speaker):
                self._one(coded.event, coded.speaker.event)  # "said that the rebels must leave" is one demand
                coded.speaker.event.targets = []
            told = self.coded.get(self.syntax.head[coded.event.root])
            if told is not None and self._is_what_it_says(coded, told):
                self._one(told.event, coded.event)  # "said that they will not negotiate" is one refusal
            if told is None or told.verb or told.event.kind != coded.event.kind or coded.event.kind == "OTHER":
                continue
            if self.syntax.dep[coded.event.root] == "acl" and self.syntax.tag[coded.event.root] == "VBG":
                self._one(told.event, coded.event)  # "a lawsuit accusing two companies"

    @staticmethod
    def _is_said_in(demand: Coded, saying: Coded) -> bool:
        """Whether a demand is what a saying in its own sentence says."""
        return not demand.apart and saying.event.kind == "SAY" and demand.event.kind in ("REQUEST", "ACCUSE")

    def _is_what_it_says(self, coded: Coded, saying: Coded) -> bool:
        """Whether an act of a speaker is what makes their saying one of its kind."""
        if not saying.judged or saying.event.kind != coded.event.kind or self.syntax.dep[coded.event.root] != "ccomp":
            return False
        speakers = {id(m.entity) for m in saying.event.agents}
        return bool(coded.event.agents) and all(id(m.entity) in speakers for m in coded.event.agents)

    @staticmethod
    def _one(event: Event, other: Event) -> None:
        """Make two records one event: the later one names the earlier."""
        first, second = sorted((event, other), key=lambda e: e.start)
        if second.same_as is None and first.same_as is not second:
            second.same_as = first

    def _named(self) -> None:
        """Give an operation the name that it is called by: "the operation, which the army calls Iron Gate"."""
        syntax = self.syntax
        for coded in self._order:
            root = coded.event.root
            if not coded.verb or syntax.lemma[root] not in _CALLING or syntax.dep[root] not in ("relcl", "acl"):
                continue
            called = self.coded.get(syntax.head[root])
            name = next((c for c in syntax.children[root] if c > root and syntax.pos[c] == "PROPN"), None)
            if called is None or called.verb or called.event.name or name is None:
                continue
            start = name
            while start - 1 > root and syntax.head[start - 1] == name and syntax.pos[start - 1] == "PROPN":
                start -= 1
            words, noun = syntax.doc[start : name + 1].text, syntax.lemma[called.event.root]
            titled = noun == "operation" and syntax.lower[start] != noun
            called.event.name = f"Operation {words}" if titled else words

    def _launched(self) -> None:
        """Join the launch of a known operation with it: "Operation X, which the army launched on Saturday"."""
        syntax = self.syntax
        for coded in self._order:
            root = coded.event.root
            if not coded.verb or syntax.lemma[root] not in _LAUNCHES:
                continue
            words = list(coded.frame.object)
            words += [syntax.head[w] for w in words if syntax.dep[w] == "appos"]
            for word in reversed(words):
                launched = self.coded.get(word)
                if launched is None or launched.verb or launched.event.kind == "OTHER":
                    continue
                if launched.event.name or syntax.dep[root] in ("relcl", "acl"):
                    self._launch(coded.event, launched.event)
                    break

    def _launch(self, verb: Event, deed: Event) -> None:
        verb.kind, verb.mode = deed.kind, deed.mode
        verb.reason = f"launch of what is told: {deed.kind} ({verb.reason})"
        self._one(verb, deed)
        deed.agents = list(verb.agents) or deed.agents
        deed.targets = deed.targets or list(verb.targets)
        deed.take_places(verb, "launch")

    def _responses(self) -> None:
        syntax = self.syntax
        for i in [i for i, lemma in enumerate(syntax.lemma) if lemma in _RESPONSE]:
            wanted = _RESPONSE[syntax.lemma[i]]
            if syntax.pos[i] != "NOUN":
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
            if coded.verb and event.factuality == "actual" and (
                syntax.lemma[event.root] in _CAUSE_VERBS
                or any(
                    name in ("to", "in") and syntax.lemma[event.root] in ("lead", "result") for name, _ in frame.preps
                )
            ):
                causes = frame.logical_subject
                effects = frame.object or [w for name, w in frame.preps if name in ("to", "in")]
                cause = next((self.coded[w].event for w in causes if w in self.coded), None)
                effect = next((self.coded[w].event for w in effects if w in self.coded), None)
                if cause is not None and effect is not None and cause is not effect:
                    cause.cause_of = cause.cause_of or effect
        for i in [i for i, lemma in enumerate(syntax.lemma) if lemma in _PART_NOUNS]:
            if syntax.pos[i] != "NOUN":
                continue
            whole = next(
                (self.coded[w].event for name, w in syntax.prepositions(i) if name == "of" and w in self.coded), None
            )
            part = self._reaction(i)
            if whole is not None and part is not None and part is not whole and part.kind != "SAY":
                part.part_of = part.part_of or whole

    def _share(self) -> None:
        """What one record of an event says, the others of it say too."""
        chains: list[tuple[Event, Event]] = []
        for coded in self._order:
            first = first_record(coded.event)
            if first is not coded.event:
                chains.append((first, coded.event))
        for first, event in chains:
            self._give(event, first)
        for first, event in chains:
            self._give(first, event)

    @staticmethod
    def _give(one: Event, other: Event) -> None:
        weak = other.time is None or (other.time_reason == "present tense" and one.time_reason != "present tense")
        retold = one.kind not in DEEDS and one.voice is not None and other.voice is None
        to_be = one.factuality != "actual" and other.factuality == "actual"  # "a strike was called for Friday"
        # "We said no on Monday" dates no other word of theirs
        if weak and one.time is not None and not retold and not to_be:
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
            other.take_places(one, "same event")
