"""Who does an event to whom: from grammatical relations to agents and targets, kind by kind.

Verbs give their subjects and objects, nominalisations their possessors, modifiers and prepositional phrases; where a
verb merely carries an event's noun ("held talks with"), the two share what they have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.event_lexicon import Entry, word_classes
from newsgraph.language.event_syntax import Frame, Syntax
from newsgraph.language.nominals import actor_noun, mentions_of

ACTOR_KINDS = frozenset(
    ("Person", "Group", "Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
_TARGET_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "for"),
    "CONSULT": ("with", "to", "between", "among"),
    "SUPPORT": ("for", "with", "to", "of", "behind"),
    "CONCEDE": ("to", "for", "on", "from", "of", "in"),
    "COOPERATE": ("with", "to"),
    "AID": ("to", "for", "in"),
    "RETREAT": ("from", "out of", "to", "with", "of"),
    "REQUEST": ("on", "upon", "of", "from", "to", "with", "for"),
    "ACCUSE": ("against", "with", "at", "of", "to", "on", "over", "for", "into"),
    "REJECT": ("from", "by", "of", "with", "to", "against"),
    "THREATEN": ("against", "to", "with", "on"),
    "PROTEST": ("against", "over", "at", "from", "by", "of"),
    "SANCTION": ("on", "against", "with", "to", "for", "from", "of"),
    "MOBILIZE": ("against", "on", "to", "in"),
    "COERCE": ("on", "against", "of", "from", "in", "into"),
    "ASSAULT": ("on", "against", "at", "of", "with", "into", "upon", "to"),
    "SAY": ("to",),
    "ELECT": ("of",),
    "APPOINT": ("of",),
    "RESIGN": (),
    "DISASTER": ("of",),
    "OTHER": ("of",),
}
"""Where targets stand behind a verb or noun of each kind, the likeliest first."""
_DESCENT = frozenset("of by from against on in to with between for at among inside near".split())
_AGENT_DESCENT = frozenset(("of", "by", "from", "between", "among"))
_OF_IS_AGENT = frozenset(("CONSULT", "SAY", "RESIGN", "PROTEST", "COOPERATE", "MOBILIZE", "THREATEN", "AGREE"))
_PERSONAL_OBJECT = frozenset(("REQUEST", "CONSULT", "SAY", "AGREE", "THREATEN", "PROTEST", "SUPPORT", "REJECT"))
_NOT_BY_MODIFIER = frozenset(("DISASTER", "ELECT"))


@dataclass(slots=True, eq=False)
class Coded:
    """An event in the making: its annotation, the entry that coded it, and its arguments in the parse."""

    event: Event
    frame: Frame
    entry: Entry | None
    verb: bool
    carrier: Coded | None = None
    """The verb that carries this noun."""
    speaker: Coded | None = None
    """The saying of which this is the content, where that makes it a request."""
    done: bool = False
    agents: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)


class Roles:
    """Finds agents and targets of coded events."""

    def __init__(self, notes: Annotations, syntax: Syntax) -> None:
        self.notes = notes
        self.syntax = syntax
        self.coded: dict[int, Coded] = {}
        classes = word_classes()
        self._acting = classes["actor"]
        self._light = classes["light"]
        self._partitives = classes["partitive"]

    def is_actor(self, i: int) -> bool:
        """Whether a word stands for somebody who can act."""
        if found := self.notes.at_root.get(i):
            return found[0].kind in ACTOR_KINDS
        syntax = self.syntax
        if syntax.pos[i] in ("NOUN", "PROPN", "PRON", "NUM"):
            lemma = syntax.lemma[i]
            if lemma in self._acting:
                return True
            noun = actor_noun(syntax.lower[i], lemma) if syntax.pos[i] == "NOUN" else None
            if noun is not None and noun.kind in ACTOR_KINDS:
                return True
            inner = self.notes.covering.get(i)
            return inner is not None and inner.form == "name" and inner.kind in ACTOR_KINDS
        return False

    def is_named(self, i: int) -> bool:
        """Whether a word is the head of a name of an actor or a place."""
        found = self.notes.at_root.get(i)
        return bool(found) and found[0].form == "name" and (found[0].kind in ACTOR_KINDS or found[0].kind == "Place")

    def actors_under(self, i: int, depth: int = 0, prepositions: frozenset[str] = _DESCENT) -> list[int]:
        """A word if it is an actor or a named place, else the nearest actors in its noun phrase."""
        if self.syntax.lemma[i] in self._partitives and i not in self.notes.at_root:
            for name, word in self.syntax.prepositions(i):
                if name == "of" and (found := self.actors_under(word, depth + 1)):
                    return found
        if self.is_actor(i) or self.is_named(i):
            return [i]
        if depth > 2 or self.syntax.pos[i] not in ("NOUN", "PROPN", "NUM", "ADJ"):
            return []
        syntax = self.syntax
        for relations in (("poss",), ("amod", "compound", "nmod")):
            found = [
                actor
                for c in syntax.children[i]
                if syntax.dep[c] in relations
                for actor in syntax.conjuncts(c)
                if self.is_actor(actor) or self.is_named(actor)
            ]
            if found:
                return found
        nearest = ""
        found = []
        for name, word in syntax.prepositions(i):
            if name in prepositions and nearest in ("", name) and (deeper := self.actors_under(word, depth + 1)):
                found += deeper
                nearest = name
        return found

    def mentions(self, words: Iterable[int]) -> list[Mention]:
        """The mentions that words stand for, each once."""
        found: list[Mention] = []
        for word in words:
            for mention in mentions_of(self.notes, self.syntax.doc[word]):
                if mention not in found:
                    found.append(mention)
        return found

    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once."""
        if coded.done:
            return
        coded.done = True
        if coded.verb:
            self._fill_verb(coded)
        else:
            self._fill_noun(coded)
        coded.targets = [t for t in coded.targets if t not in coded.agents]

    def _fill_verb(self, coded: Coded) -> None:
        frame, kind = coded.frame, coded.event.kind
        subject = frame.by if frame.passive else frame.subject
        if kind == "OTHER":
            coded.agents = [s for s in subject if s not in self.coded]
            coded.targets = [o for o in frame.object if o not in self.coded]
            return
        if coded.speaker is not None:
            self.fill(coded.speaker)
            coded.agents = list(coded.speaker.agents)
            coded.targets = [actor for word in frame.subject or frame.object for actor in self.actors_under(word)]
            return
        coded.agents = self._who(subject)
        noun = next((self.coded[o] for o in frame.object if o in self.coded), None)
        if noun is not None and self._carries(coded, noun):
            noun.carrier = coded
            self.fill(noun)
            coded.targets = list(noun.targets)
            coded.agents = coded.agents or list(noun.agents)
            return
        coded.targets = self._verb_targets(coded)

    def _carries(self, verb: Coded, noun: Coded) -> bool:
        """Whether a verb only carries the event that its object names."""
        return verb.event.kind == noun.event.kind

    def _who(self, words: list[int]) -> list[int]:
        found: list[int] = []
        for word in words:
            event = self.coded.get(word)
            if event is not None and not event.verb:
                self.fill(event)
                found += event.agents
            else:
                found += self.actors_under(word, prepositions=_AGENT_DESCENT) or self._itself(word)
        return found

    def _itself(self, word: int) -> list[int]:
        """A thing that is said to act ("the report accuses"), if it is no event."""
        return [word] if word not in self.coded and self.syntax.pos[word] in ("NOUN", "PROPN") else []

    def _verb_targets(self, coded: Coded) -> list[int]:
        frame, kind = coded.frame, coded.event.kind
        syntax = self.syntax
        entry = coded.entry
        where = entry.roles.get("target") if entry is not None else None
        if where and where != ("object",):
            return self._after(frame, where)
        if kind == "RESIGN" and not (where == ("object",) or (entry is not None and entry.mode == "dismissed")):
            return []
        found: list[int] = [d for d in frame.dative if self.is_actor(d) or self.is_named(d)]
        if found:
            return found
        if kind == "AID" and (found := self._after(frame, ("to", "for", "dative"))):
            return found
        objects = frame.object
        if kind in ("ASSAULT", "DISASTER", "COERCE", "APPOINT", "ELECT") and objects and not self._are_events(objects):
            if kind != "COERCE" or not all(self._is_measure(o) for o in objects):
                return [part for o in objects for part in self._parts(o)]
        actors = [o for o in objects if self.is_actor(o) or self.is_named(o)]
        if actors and kind != "SAY":
            return actors
        if kind == "SAY":
            return actors or self._after(frame, ("to",))
        clause = next((c for c in syntax.children[coded.event.root] if self._is_content(c)), None)
        if clause is not None and (found := self._of_complement(clause, coded, kind)):
            return found
        if found := self._after(frame, _TARGET_PREPOSITIONS[kind]):
            return found
        for o in objects:
            if found := self.actors_under(o):
                return found
            noun = self.coded.get(o)
            if noun is not None and not noun.verb:
                self.fill(noun)
                if noun.targets or noun.agents:
                    return noun.targets or noun.agents
        return []

    def _parts(self, i: int) -> list[int]:
        """What a word of quantity counts: "a series of bombs", "thousands of refugees"."""
        if self.syntax.lemma[i] in self._partitives and i not in self.notes.at_root:
            found = [word for name, word in self.syntax.prepositions(i) if name == "of"]
            return found or [i]
        return [i]

    def _is_content(self, clause: int) -> bool:
        syntax = self.syntax
        if syntax.dep[clause] in ("ccomp", "xcomp"):
            return True
        return syntax.dep[clause] == "advcl" and any(
            syntax.dep[c] == "mark" and syntax.lower[c] == "for" for c in syntax.children[clause]
        )

    def _of_complement(self, clause: int, coded: Coded, kind: str) -> list[int]:
        """Who is to do what is asked for; else whom what is agreed, refused or threatened would concern."""
        syntax = self.syntax
        own = [
            word
            for c in syntax.children[clause]
            if syntax.dep[c] in ("nsubj", "nsubjpass")
            for word in syntax.conjuncts(c)
        ]
        if kind in ("REQUEST", "ACCUSE") and own:
            return [actor for word in own for actor in self.actors_under(word)]
        inner = self.coded.get(clause)
        if inner is None:
            return []
        self.fill(inner)
        found = [t for t in inner.targets if (self.is_actor(t) or self.is_named(t)) and t not in coded.agents]
        if found:
            return found
        frame = inner.frame
        return [
            actor
            for word in [*frame.object, *(w for name, w in frame.preps if name not in ("in", "on", "at", "by"))]
            for actor in self.actors_under(word)
            if actor not in coded.agents
        ][:2]

    def _are_events(self, words: list[int]) -> bool:
        return any(word in self.coded for word in words)

    def _is_measure(self, i: int) -> bool:
        return self.syntax.pos[i] == "NOUN" and not self.is_actor(i) and i in self.coded

    def _after(self, frame: Frame, prepositions: tuple[str, ...]) -> list[int]:
        for name in prepositions:
            found = [
                actor
                for preposition, word in frame.preps
                if preposition == name
                for actor in self.actors_under(word)
            ]
            if found:
                return found
        return []

    def _fill_noun(self, coded: Coded) -> None:
        syntax, noun, kind = self.syntax, coded.event.root, coded.event.kind
        entry = coded.entry
        roles = entry.roles if entry is not None else {}
        possessors = [
            word for c in syntax.children[noun] if syntax.dep[c] == "poss" for word in syntax.conjuncts(c)
        ]  # fmt: skip
        modifiers = [
            word
            for c in syntax.children[noun]
            if syntax.dep[c] in ("amod", "compound", "nmod")
            for word in syntax.conjuncts(c)
            if self._modifier_acts(word)
        ]
        preps = coded.frame.preps
        by = [w for name, w in preps if name in ("by", "between", "among")]
        if roles.get("poss") == ("target",):
            coded.targets += possessors
        else:
            coded.agents += possessors
        if kind not in _NOT_BY_MODIFIER:
            coded.agents += modifiers
        coded.agents += [a for w in by for a in (self.actors_under(w) or [w])]
        if not coded.agents:
            sources = ("of", "from") if kind in _OF_IS_AGENT else ("from",) if kind == "REQUEST" else ()
            coded.agents += [a for name, w in preps if name in sources for a in self.actors_under(w)]
        carrier = self._governor(coded)
        frame = coded.frame
        if carrier is not None:
            if not coded.agents:
                subject = carrier.by if carrier.passive else carrier.subject
                coded.agents += self._who([s for s in subject if s != noun])
            frame = Frame(preps=[*preps, *(pair for pair in carrier.preps if pair not in preps)])
        if not coded.targets:
            where = roles.get("target") or ()
            if kind == "OTHER":
                coded.targets = [w for name, w in preps if name == "of" and w not in self.coded]
            elif where != ("-",):
                wanted = (*where, *(p for p in _TARGET_PREPOSITIONS[kind] if p not in where))
                coded.targets = self._noun_targets(coded, frame, wanted)
        if kind != "OTHER":
            coded.agents = [a for a in coded.agents if a not in self.coded or self.is_actor(a)]

    def _noun_targets(self, coded: Coded, frame: Frame, wanted: tuple[str, ...]) -> list[int]:
        kind = coded.event.kind
        if kind in _OF_IS_AGENT:
            wanted = tuple(w for w in wanted if w != "of")
        if kind in ("ASSAULT", "DISASTER", "COERCE"):
            for name in ("on", "against", "of", "at"):
                found = [w for p, w in frame.preps if p == name and name in wanted and w not in self.coded]
                if found:
                    return found
        return self._after(frame, wanted)

    def _modifier_acts(self, word: int) -> bool:
        found = self.notes.at_root.get(word)
        return bool(found) and found[0].kind in ACTOR_KINDS

    def _governor(self, coded: Coded) -> Frame | None:
        """The frame of the verb that carries a noun: "held talks", "an attack was launched"."""
        if coded.carrier is not None:
            return coded.carrier.frame
        syntax, noun = self.syntax, coded.event.root
        relation, head = syntax.dep[noun], syntax.head[noun]
        if relation == "conj" and syntax.pos[head] == "NOUN":
            relation, head = syntax.dep[head], syntax.head[head]
        if relation in ("dobj", "nsubjpass") and syntax.lemma[head] in self._light:
            verb = self.coded.get(head)
            return verb.frame if verb is not None else syntax.verb_frame(head)
        return None
