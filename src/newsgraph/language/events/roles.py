"""Who does an event to whom: from grammatical relations to agents and targets, kind by kind.

Verbs give their subjects and objects, nominalisations their possessors, modifiers and prepositional phrases; where a
verb merely carries an event's noun ("held talks with"), the two share what they have.
"""

from __future__ import annotations

from dataclasses import replace

from newsgraph.language.events.coding import Coded
from newsgraph.language.events.noun_roles import TARGET_PREPOSITIONS, NounRoles
from newsgraph.language.syntax.parse import Frame

_DYING = frozenset(("die", "perish", "drown"))
"""Verbs whose subject is harmed, whoever did it."""
_HARMING = frozenset("kill injure wound hurt maim shoot".split())
"""Verbs whose subject did it: not who was harmed, though their object is out of sight."""
_TOWARDS = frozenset("SANCTION CONCEDE SUPPORT COOPERATE CONSULT ASSAULT MOBILIZE COERCE PROTEST".split())
"""Kinds that a verb may carry by a noun which says at whom: "broke off ties with"."""
_BETWEEN = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""Kinds of what two sides do together."""
_OF_OWNERS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONCEDE", "ASSAULT", "COERCE", "SANCTION"))
"""Kinds whose target is whose the object is: "praised the mayor's work", "gave in to the union's demands"."""
_WITH_CONTENT = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "ACCUSE", "COERCE", "AID"))
"""Kinds whose clause says at whom they are directed."""
_LETTING = frozenset(("CONCEDE", "COERCE", "AID"))
"""Kinds whose target is whom they let, make or help do something: "allowed the refugees to enter"."""
_OWN_ACTS = frozenset(("OTHER", "SAY", "AGREE", "REQUEST"))
"""Kinds of nouns whose possessor is who does it: "outrage over her remarks"."""
_CITING = frozenset(("according to", "due to", "prior to", "thanks to", "owing to"))
"""Prepositions in two words of which the second does not say at whom."""
_UNTOLD = frozenset("name identify discuss say confirm reveal mention disclose release publish".split())
"""Verbs of telling, whose object is not whom a refusal to tell is against."""
_TAKING = frozenset("steal extort seize confiscate take rob".split())
"""Verbs of taking, whose target is from whom."""
_DUE = frozenset(
    "resignation departure apology correspondence email record document testimony explanation response answer "
    "cooperation surrender support help".split()
)
"""Things that only their owner can give, of whom they are asked: "demanded the minister's resignation"."""
_BODILY = frozenset(("ASSAULT", "DISASTER", "COERCE", "APPOINT", "ELECT"))
"""Kinds whose object is the target, whatever it is."""


class Roles(NounRoles):
    """Finds agents and targets of coded events."""

    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once."""
        if coded.done:
            return
        coded.done = True
        if coded.verb:
            self._fill_verb(coded)
        else:
            self.fill_noun(coded)
        if coded.event.kind == "ASSAULT" and coded.verb:
            coded.agents = [a for a in coded.agents if not self._is_site(a)]
        coded.agents = [a for a in coded.agents if not self.is_aside(a, coded.event.root)]
        taken = {id(m.entity) for a in coded.agents for m in self.notes.at_root.get(a, ())}
        coded.targets = [
            t
            for t in dict.fromkeys(coded.targets)
            if not self.is_nobody(t)
            and not self.is_aside(t, coded.event.root)
            and t not in coded.agents
            and not any(id(m.entity) in taken for m in self.notes.at_root.get(t, ()))
        ]

    def _fill_verb(self, coded: Coded) -> None:
        frame, kind = coded.frame, coded.deed or coded.event.kind
        if self.syntax.lemma[coded.event.root] in _DYING:
            harmed = [part for s in frame.subject or frame.object for part in self.parts(s)]
            coded.targets = [s for s in harmed if not self.is_nobody(s) and s not in self.coded]
            return
        if not frame.passive and self.syntax.dep[coded.event.root] == "relcl":
            frame.subject = [self._person_above(s, coded.event.root) for s in frame.subject]
        subject = frame.by if frame.passive else frame.subject
        if kind == "OTHER":
            subject = [s for s in subject if not self.is_nobody(s)]
            coded.agents = [s for s in subject if s not in self.coded]
            coded.targets = [o for o in frame.object if o not in self.coded]
            return
        if coded.speaker is not None:
            self.fill(coded.speaker)
            coded.agents = list(coded.speaker.agents)
            coded.targets = [actor for word in frame.subject or frame.object for actor in self.actors_under(word)]
            return
        if coded.entry is not None and coded.entry.is_undergone:
            self._fill_undergone(coded)
            return
        if kind == "DISASTER":
            harmed = [] if self.syntax.lemma[coded.event.root] in _HARMING else list(frame.subject)
            coded.agents, coded.targets = [], self._verb_targets(coded) if frame.object else harmed
            coded.targets = [t for t in coded.targets if t not in self.coded]
            return
        coded.agents = self.who(subject)
        if kind in _BETWEEN and not coded.agents:
            coded.agents = coded.found("between", self.after(frame, ("between", "among")))
        noun = self._noun_of(coded)
        if noun is not None and self._carries(coded, noun):
            noun.carrier = coded
            self.fill(noun)
            coded.targets = list(noun.targets)
            coded.agents = coded.agents or list(noun.agents)
            if noun.event.mode is not None and noun.entry is not None and noun.entry.tests:
                coded.event.mode = noun.event.mode
            return
        coded.targets = self._verb_targets(coded)
        for word in self._tested(coded):
            named = self.coded.get(word)
            if named is not None and not named.verb and named.event.kind == coded.event.kind and not named.done:
                named.carrier, named.done = coded, True
                coded.agents = coded.agents or self.after(named.frame, ("by", "from"))
                named.agents, named.targets = list(coded.agents), list(coded.targets)
        if kind in ("AGREE", "CONSULT"):
            with_whom = {word for name, word in frame.preps if name in ("with", "between")}
            coded.targets = [t for t in coded.targets if not self.is_place(t) or t in with_whom]  # "talks in Doha"
        coded.event.instruments = self._means(coded)

    def _fill_undergone(self, coded: Coded) -> None:
        """Find who undergoes what a verb and its noun tell: "faced criticism from the union", "came under attack"."""
        frame = coded.frame
        coded.targets = [part for s in frame.subject for part in self.parts(s)]
        words = (*frame.object, *self._tested(coded), *self._phrase_of(coded))
        beside = [pair for w in words for pair in self.syntax.prepositions(w)]
        coded.agents = self.after(frame, ("from", "by")) or self.after(Frame(preps=beside), ("from", "by"))
        noun = self._noun_of(coded)
        if noun is not None and noun.event.kind == coded.event.kind:
            self.fill(noun)
            noun.carrier = coded
            coded.agents = coded.agents or self.after(noun.frame, ("from", "by")) or list(noun.agents)
            coded.agents = [a for a in coded.agents if a not in coded.targets]
            noun.agents, noun.targets = list(coded.agents), list(coded.targets)

    def _noun_of(self, verb: Coded) -> Coded | None:
        """The event that the object of a verb names, or a noun of its phrase: "put on trial"."""
        objects = [w for o in verb.frame.object for w in (o, *self.syntax.counted(o))]
        words = (*objects, *self._phrase_of(verb))
        return next((self.coded[w] for w in words if w in self.coded and not self.coded[w].verb), None)

    @staticmethod
    def _phrase_of(verb: Coded) -> list[int]:
        """The other words of a verb's phrase: "under attack" of "came under attack"."""
        return [w for w in range(verb.event.start, verb.event.end) if w != verb.event.root]

    @staticmethod
    def _tested(verb: Coded) -> list[int]:
        """What stands behind the prepositions by which a verb has its kind: "arrest" of "placed under arrest"."""
        places = {test.place for test in verb.entry.tests} if verb.entry is not None else frozenset()
        return [word for name, word in verb.frame.preps if name in places]

    def _person_above(self, word: int, clause: int) -> int:
        """The person whom "who" means where its clause hangs on a place: "an official in Ardal, who asked"."""
        syntax = self.syntax
        if not any(syntax.lower[c] == "who" for c in syntax.children[clause]):
            return word
        at = word
        while (self._is_somewhere(at) or self._is_house(at)) and syntax.dep[at] == "pobj":
            at = syntax.head[syntax.head[at]]
            if syntax.pos[at] in ("NOUN", "PROPN") and self.is_actor(at) and not self._is_somewhere(at):
                return at
        return word

    def _is_somewhere(self, word: int) -> bool:
        found = self.notes.at_root.get(word)
        return found is not None and found[0].kind in ("Place", "Country")

    def _is_house(self, word: int) -> bool:
        """Whether a word stands for a body that nobody calls "who": "men from a mosque who asked"."""
        found = self.notes.at_root.get(word)
        return found is not None and found[0].kind in ("Organization", "Agency") and self.syntax.tag[word] == "NN"

    def _is_site(self, word: int) -> bool:
        """Whether a word stands for a place, named or not, which attacks nobody."""
        found = self.notes.at_root.get(word)
        return found is not None and found[0].kind == "Place"

    def _means(self, coded: Coded) -> list[str]:
        """The words for means and object, where they are no participants: "fired missiles", "attacked with knives"."""
        frame, verb = coded.frame, coded.event.root
        subject = frame.by if frame.passive else frame.subject
        words = [o for o in frame.object if o not in coded.targets and o not in coded.agents and o not in self.coded]
        words += [s for s in subject if self.syntax.lemma[s] in self.weapons]
        words += [w for name, w in frame.preps if name == "with" and self.syntax.lemma[w] in self.weapons]
        return [self.phrase(word) for word in dict.fromkeys(words) if word != verb]

    def _carries(self, verb: Coded, noun: Coded) -> bool:
        """Whether a verb only carries the event that its object names."""
        entry = verb.entry
        by_object = entry is not None and any(test.place == "obj" for test in entry.tests)
        in_phrase = verb.event.start <= noun.event.root < verb.event.end
        return (by_object or in_phrase) and verb.event.kind == noun.event.kind

    def _verb_targets(self, coded: Coded) -> list[int]:
        frame, kind = self._with_phrase(coded), coded.deed or coded.event.kind
        syntax = self.syntax
        entry = coded.entry
        where = entry.roles.get("target") if entry is not None else None
        if kind == "CONSULT" and (met := self._to_meet(coded)):
            return coded.found("purpose", met)
        if where and where != ("object",) and not (frame.object and entry is not None and not entry.tests):
            owners = self._owners_behind(frame, where) if kind in _OF_OWNERS else []
            return owners or self.after(frame, where, anything=True)
        if kind == "RESIGN" and not (where == ("object",) or (entry is not None and entry.mode == "dismissed")):
            return []
        found: list[int] = [d for d in frame.dative if self.is_actor(d) or self.is_named(d)]
        if found:
            return found
        if kind == "AID" and where is None and (found := self.after(frame, ("to", "for", "dative"))):
            return found
        if kind == "AID" and not any(map(self.is_actor, frame.object)):
            behind = [pair for o in frame.object for pair in syntax.prepositions(o)]
            if found := self.after(Frame(preps=behind), ("to",)):
                return coded.found("given to", found)
        objects = [o for o in frame.object if not coded.event.start <= o < coded.event.end]     # "join forces"
        objects = [o for o in objects if not self.is_thing(o)]
        called = kind == "REQUEST" and syntax.lemma[coded.event.root] == "call"
        if called and (found := self.after(frame, ("on", "upon"))):
            return found
        if kind == "RETREAT" and entry is not None and entry.mode in ("withdraw", None):
            sources = ("from", "out of")
            if found := self.after(frame, sources) or self.after(frame, sources, anything=True):
                return found
        if kind == "COERCE" and syntax.lemma[coded.event.root] in _TAKING and (found := self.after(frame, ("from",))):
            return coded.found("taken from", found)
        if kind in _BODILY and objects and not any(self._is_event(o) for o in objects):
            return [part for o in objects for part in self.parts(o)]
        actors = [actor for o in objects for actor in self._leader_of(o) or self.actors_at(o)]
        if kind == "SAY":
            return actors or self.after(frame, ("to",))
        return actors or self._targets_of_content(coded, objects)

    def _with_phrase(self, coded: Coded) -> Frame:
        """The frame with what stands behind a noun of its phrase: "joined forces with X"."""
        start, end, frame = coded.event.start, coded.event.end, coded.frame
        behind = [p for o in frame.object if start < o < end for p in self.syntax.prepositions(o)]
        return replace(frame, preps=[*frame.preps, *(p for p in behind if p not in frame.preps)]) if behind else frame

    def _leader_of(self, word: int) -> list[int]:
        """Who leads, where what is praised or blamed is how: "the president's leadership"."""
        if self.syntax.lower[word] != "leadership":
            return []
        return [owner for owner in self.owners_at(word) if self.is_person(owner)]

    def _to_meet(self, coded: Coded) -> list[int]:
        """Whom a journey is to meet: "flew to Geneva to meet his counterpart"."""
        syntax = self.syntax
        for c in syntax.children[coded.event.root]:
            inner = self.coded.get(c)
            aim = syntax.dep[c] in ("advcl", "xcomp") and any(syntax.tag[d] == "TO" for d in syntax.children[c])
            if aim and inner is not None and inner.event.kind == "CONSULT":
                self.fill(inner)
                return list(inner.targets)
        return []

    def _targets_of_content(self, coded: Coded, objects: list[int]) -> list[int]:
        """At whom an act is directed whose object is no actor: those in its clause, or beside what is its object."""
        syntax, frame, kind = self.syntax, self._with_phrase(coded), coded.deed or coded.event.kind
        content = coded.event.kind in _WITH_CONTENT
        clause = next((c for c in syntax.children[coded.event.root] if content and self._is_content(c)), None)
        if clause is not None and (found := self._of_complement(clause, coded, kind)):
            return found
        if kind in ("ACCUSE", "SUPPORT", "REJECT", "CONCEDE") and (found := self._doers(objects, coded)):
            return found
        if found := self.after(frame, TARGET_PREPOSITIONS[kind]) or self.nations_after(frame, kind):
            return found
        of_owners = kind in _OF_OWNERS or kind == "PROTEST"
        if of_owners and (found := self._owners_behind(frame, TARGET_PREPOSITIONS[kind])):
            return coded.found("owner behind", found)
        for o in objects:
            if kind == "REQUEST" and (found := self.after(Frame(preps=syntax.prepositions(o)), ("from",))):
                return coded.found("from", found)
            if kind == "REQUEST" and syntax.lemma[o] in _DUE and (found := self.owners_at(o)):
                return coded.found("due", found)
            if kind in _TOWARDS and (found := self._beside(o, kind)):
                return found
            if kind in _OF_OWNERS and (found := self.owners_at(o) or self._owners_of_some(o)):
                return found
        if kind == "REQUEST" and syntax.lemma[coded.event.root] in ("call", "ask", "appeal", "push", "press"):
            wanted = [pair for name, w in frame.preps if name == "for" for pair in syntax.prepositions(w)]
            return coded.found("wanted from", self.after(Frame(preps=wanted), ("from",)))
        return []

    def _owners_of_some(self, word: int) -> list[int]:
        """Whose things some are: "praised some of the mayor's plans"."""
        syntax = self.syntax
        if syntax.tag[word] not in ("DT", "CD", "JJ") and syntax.lemma[word] not in self._partitives:
            return []
        owners = [owner for w in syntax.counted(word) for owner in self.owners_at(w)]
        return [owner for owner in owners if syntax.pos[owner] != "PRON"]

    def _owners_behind(self, frame: Frame, prepositions: tuple[str, ...]) -> list[int]:
        """The owners of what stands behind the first of these prepositions: "disagreed with the mayor's plan"."""
        for name in (*prepositions, "with"):
            words = [w for other, w in frame.preps if other.split()[-1] == name and other not in _CITING]
            words = [w for w in words if self._is_owned(w)]
            found = [owner for word in words for owner in (self.owners_at(word) or self.nations_at(word))]
            if found:
                return found
        return []

    def _is_owned(self, word: int) -> bool:
        """Whether a word stands for what its possessor has or does, not for what befalls them ("her arrest")."""
        event = self.coded.get(word)
        return event is None or (event.deed or event.event.kind) in _OWN_ACTS

    def _beside(self, noun: int, kind: str) -> list[int]:
        """At whom a noun is directed that a verb carries: "lifted sanctions against", "broke off ties with"."""
        event = self.coded.get(noun)
        if event is not None and not event.verb:
            self.fill(event)
            if event.targets:
                return list(event.targets)
        return [
            actor
            for name, word in self.syntax.prepositions(noun)
            if name in ("with", "against", "on") and name in TARGET_PREPOSITIONS[kind]
            for actor in self.actors_at(word)
        ]

    def _doers(self, objects: list[int], coded: Coded) -> list[int]:
        """Who did what is condemned or praised: "condemned Russian shelling of the town"."""
        found: list[int] = []
        for o in objects:
            deed = self.coded.get(o)
            if deed is not None and not deed.verb:
                self.fill(deed)
                found += [a for a in deed.agents if a not in coded.agents]
        return found

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
        infinitive = any(syntax.tag[c] == "TO" for c in syntax.children[clause])
        own = [word for word in own if syntax.lower[word] != "it"]
        if own and (kind in ("REQUEST", "ACCUSE") or (infinitive and kind in _LETTING)):
            undergone = all(syntax.dep[word] == "nsubjpass" for word in own)
            way = "of passive clause" if undergone else "of clause"
            return coded.found(way, [actor for word in own for actor in self.actors_at(word)])
        inner = self.coded.get(clause)
        if infinitive and kind in ("REJECT", "THREATEN") and inner is not None and inner.event.kind == "OTHER":
            concerned = [] if inner.frame.passive else [*inner.frame.dative, *inner.frame.object]
            if syntax.lemma[clause] in _UNTOLD:
                concerned = []
            behind = [w for name, w in inner.frame.preps if name in ("to", "on", "against", "with")]
            somebody = any(self.is_actor(w) or self.is_named(w) for w in concerned)
            concerned = concerned if somebody or inner.frame.passive else behind
            found = [w for w in concerned if (self.is_actor(w) or self.is_named(w)) and w not in coded.agents]
            return coded.found("concerned", found)
        finite = syntax.tag[clause] in ("VBD", "VBZ", "VBP") or (
            syntax.tag[clause] == "VBN" and any(syntax.lemma[c] == "have" for c in syntax.children[clause])
        )
        if inner is None or finite:
            return []
        helping = kind == "AGREE" and (inner.deed or inner.event.kind) in ("AID", "SUPPORT")
        if not helping and kind in ("AGREE", "CONCEDE", "REQUEST") and (
            (inner.deed or inner.event.kind) not in _BETWEEN
        ):
            return []
        self.fill(inner)
        return [t for t in inner.targets if (self.is_actor(t) or self.is_named(t)) and t not in coded.agents]

    def _is_event(self, word: int) -> bool:
        return word in self.coded and not self.is_actor(word)
