"""Who does what to whom in nominalisations: "Ardal's shelling of the port", "talks between ...", "a ban on ...".

A noun has its participants in its possessor, its modifiers and its prepositional phrases, or has them from the verb
that carries it ("held talks with").
"""

from __future__ import annotations

from abc import ABC

from newsgraph.language.events.actors import ACTOR_KINDS, AGENT_DESCENT
from newsgraph.language.events.coding import Coded
from newsgraph.language.events.setting.noun_settings import NounSettings
from newsgraph.language.syntax.parse import Frame

TARGET_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "for"),
    "CONSULT": ("with", "to", "between", "among"),
    "SUPPORT": ("for", "with", "to", "of", "behind"),
    "CONCEDE": ("to", "for", "on", "from", "of"),
    "COOPERATE": ("with", "to", "alongside"),
    "AID": ("to", "for"),
    "RETREAT": ("from", "out of", "to", "with", "of"),
    "REQUEST": ("on", "upon", "of", "from", "to", "with", "for"),
    "ACCUSE": ("against", "with", "at", "of", "to", "on", "over", "for", "into"),
    "REJECT": ("from", "by", "of", "with", "to", "against"),
    "THREATEN": ("against", "to", "with", "on"),
    "PROTEST": ("against", "over", "at", "with"),
    "SANCTION": ("on", "against", "with", "to", "for", "from", "of"),
    "MOBILIZE": ("against", "on", "to"),
    "COERCE": ("on", "against", "of", "from", "into"),
    "ASSAULT": ("on", "against", "at", "of", "with", "into", "upon", "to"),
    "SAY": ("to",),
    "ELECT": ("of",),
    "APPOINT": ("of",),
    "RESIGN": (),
    "DISASTER": ("of",),
    "OTHER": ("of",),
}
"""Where targets stand behind a verb or noun of each kind, the likeliest first."""
_OF_IS_AGENT = frozenset("CONSULT SAY RESIGN PROTEST COOPERATE MOBILIZE THREATEN AGREE REQUEST SUPPORT RETREAT".split())
_FROM_IS_AGENT = (_OF_IS_AGENT | {"ACCUSE", "REJECT", "SANCTION"}) - {"RETREAT"}
"""Kinds that come from who does it: "an outcry from the victims", not "the withdrawal from the town"."""
_BESIDE = frozenset((("PROTEST", "with"),))
"""Prepositions that say against whom a verb is, but not a noun: "protests, riots and clashes with police"."""
HAPPENING = frozenset(
    "begin start happen occur take come continue end follow open resume erupt break flare rage".split()
)
"""Verbs that say of an event that it takes place."""
_HOLDING = frozenset("hold host launch stage conduct mount wage attend join begin start open".split())
"""Verbs whose subject takes part in the event with a name that is their object."""
_UNDERGOING = frozenset("face suffer undergo endure sustain withstand".split())
"""Verbs whose subject is the target of the event that is their object."""
_RECEIVING = frozenset("receive draw attract incur earn".split())
"""Verbs whose subject is the target of what is said or done about it: "drew criticism", "received a fine"."""
_GIVEN = frozenset(("AGREE", "SUPPORT", "AID"))
"""Kinds of what somebody gives, so that who gets it is its target: "got a green light from the court"."""
_GETTING = _RECEIVING | {"get", "obtain", "win", "secure"}
_REACHING = frozenset((("go", "SUPPORT"),))
"""Verbs whose subject is what somebody says, and reaches whom it is for: "our condolences go out to the families"."""
_RECEIVED = frozenset(("ACCUSE", "SUPPORT", "THREATEN", "SANCTION", "COERCE", "REQUEST", "REJECT", "AID"))
_ON_CHARGES: dict[str, tuple[str, ...]] = {"ACCUSE": ("on", "over", "for"), "SANCTION": ("to",)}
"""Prepositions between what is done to somebody and the charge or the sentence: "sentenced to a life sentence"."""
_PENAL = frozenset(("COERCE", "SANCTION", "ACCUSE"))
"""Kinds of what is done on charges: "arrested on charges of fraud"."""
_MAKING = frozenset("make issue hold launch impose give deliver send file bring wage level voice lodge place".split())
"""Verbs of a clause behind a noun that say who did what it names: "sanctions imposed by X", "the call he made"."""
_CARRYING = frozenset(
    (
        ("fight", "ASSAULT"), ("institute", "COERCE"), ("impose", "COERCE"), ("declare", "COERCE"), ("order", "COERCE"),
        ("impose", "SANCTION"), ("send", "REQUEST"), ("file", "ACCUSE"), ("bring", "ACCUSE"),
    )
)  # fmt: skip
"""Verbs that carry nouns of a kind: "fought battles", "instituted a quarantine"."""
_JOINING = frozenset(
    (
        ("agree", "on"), ("agree", "to"), ("agree", "upon"), ("engage", "in"), ("participate", "in"), ("enter", "into"),
        ("embark", "on"), ("take", "in"), ("join", "in"), ("go", "on"),
    )
)  # fmt: skip
"""Verbs with the preposition of the event that their subject takes part in: "agreed on a pact", "went on a rampage"."""
_OF_STATES = frozenset(("AID", "SAY", "REJECT", "ACCUSE", "SUPPORT", "MOBILIZE", "RETREAT", "CONCEDE", "THREATEN"))
"""Kinds of which an adjective of nationality says who does it: "French aid"."""
BY_STATES = frozenset(
    "strike airstrike shelling bombardment invasion incursion offensive blockade crackdown occupation raid attack "
    "assault bombing sanction tariff ban embargo assassination".split()
)
ALSO_SUFFERED = frozenset(("raid", "attack", "assault", "bombing", "sanction", "tariff", "ban", "embargo"))
"""Deeds that stand with the nation of the victims, too, unless against whom is said: "the Kenyan attack"."""
_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
"""Kinds whose nouns may have before them to whom it was done: "her arrest"."""
_FORCES = frozenset("air ground military naval artillery drone missile rocket border bomb land sea".split())
_BY_OTHERS = frozenset(("ACCUSE", "COERCE", "SANCTION", "ASSAULT", "REQUEST", "APPOINT", "REJECT", "AID"))
"""Kinds whose noun has before it to whom it was done if behind "by" stands who did it: "their invitation by X"."""
_ALWAYS_DONE_TO = frozenset(
    "arraignment trial prosecution indictment impeachment detention custody release arrest extradition deportation "
    "sentencing conviction imprisonment incarceration expulsion ouster sacking eviction apprehension".split()
)
"""Nouns of what befalls the person whose they are."""
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest only".split())
_TRYING = frozenset("proceeding trial hearing inquiry investigation probe case".split())
"""Nouns of what courts and inquiries do."""
_NOT_BY_MODIFIER = frozenset(("DISASTER", "ELECT"))


class NounRoles(NounSettings, ABC):
    """Finds agents and targets of the nouns of events."""

    def fill_noun(self, coded: Coded) -> None:
        """Find the agents and targets of a noun."""
        syntax, noun, kind = self.syntax, coded.event.root, coded.deed or coded.event.kind
        entry = coded.entry
        roles = entry.roles if entry is not None else {}
        possessors = [
            word
            for c in syntax.children[noun]
            if syntax.dep[c] == "poss" and c not in syntax.times
            for word in syntax.conjuncts(c)
        ]
        modifiers = [
            word
            for c in syntax.children[noun]
            if syntax.dep[c] in ("amod", "compound", "nmod")
            for d in (c, *(e for e in syntax.children[c] if syntax.dep[e] in ("compound", "amod")))
            for word in syntax.conjuncts(d)
            if self._modifier_acts(word) or (c == word and self._nation_acts(word, coded))
        ]
        preps = coded.frame.preps = [*coded.frame.preps, *self._behind_the_counted(coded)]
        reciprocal = kind in ("AGREE", "COOPERATE") or (kind == "CONSULT" and coded.event.mode != "third-party")
        mutual = reciprocal or kind == "ASSAULT"
        by = [w for name, w in preps if name == "by" or (mutual and name in ("between", "among"))]
        undergone = roles.get("poss") == ("target",) and all(name != "of" for name, _ in preps)
        possessors = [word for word in possessors if not self._is_counting(word, coded)]
        tried = [word for word in modifiers if self._is_tried(word, coded)]
        opposed = [word for word in modifiers if self._is_opposed(word)]
        modifiers = [word for word in modifiers if word not in tried and word not in opposed]
        coded.targets += coded.found("tried", [word for word in tried if self.is_actor(word)])
        coded.targets += coded.found("opposed", opposed)
        if undergone or self._is_done_to(possessors, coded):
            coded.targets += possessors
        else:
            coded.agents += possessors
        if kind not in _NOT_BY_MODIFIER:
            coded.agents += modifiers
        coded.agents += coded.found("body before", self.bodies_before(coded, kind))
        coded.agents += [a for w in by for a in (self.actors_under(w) or [w])]
        if not coded.agents:
            of_agents = kind in _OF_IS_AGENT and roles.get("target") != ("of",)
            from_agents = kind in _FROM_IS_AGENT and coded.event.mode != "expel"  # "their eviction from the hall"
            sources = (*("of",) * of_agents, *("from",) * from_agents)
            words = [a for name, w in preps if name in sources for a in self.actors_under(w)]
            coded.agents += coded.found("source", words)
        carrier = self._governor(coded)
        frame = coded.frame
        if carrier is not None and mutual and not coded.agents:
            coded.agents += [a for p, w in carrier.preps if p in ("between", "among") for a in self.actors_under(w)]
        if carrier is not None:
            subject = carrier.by if carrier.passive else carrier.subject
            if self._is_undergone(noun, kind):
                coded.targets += [a for s in subject for a in self.actors_under(s)]
                coded.agents += [a for name, w in carrier.preps if name in ("by", "from") for a in self.actors_under(w)]
            elif not coded.agents:
                coded.agents += self.who([s for s in subject if s != noun])
            coded.context = carrier.preps
            frame = Frame(preps=[*preps, *(pair for pair in carrier.preps if pair not in preps)])
        if kind == "CONSULT" and not coded.agents and not coded.targets:
            coded.agents, coded.targets = (coded.found("call", words) for words in self.called(coded))
        coded.agents = coded.agents or coded.found("occasion", self.partakers(coded, kind))
        coded.agents = coded.agents or coded.found("voters", self.voters(coded, kind))
        coded.agents = coded.agents or coded.found("culprit", self.culprits(coded, kind))
        coded.targets = coded.targets or coded.found("undergone", self.undergoer(noun))
        coded.targets = coded.targets or coded.found("charged", self._charged(noun, kind))
        if not coded.targets:
            where = roles.get("target") or ()
            if kind == "OTHER":
                coded.targets = [w for name, w in preps if name == "of" and w not in self.coded]
            elif where != ("-",):
                ways = (p for p in TARGET_PREPOSITIONS[kind] if p not in where and (kind, p) not in _BESIDE)
                wanted = (*where, *ways)
                coded.targets = self._noun_targets(coded, frame, wanted)
                coded.targets = coded.targets or coded.found("topic", self.spoken_of(coded, kind))
                behind = [] if coded.targets else self._noun_targets(coded, self.behind(noun), wanted[:2])
                coded.targets += coded.found("behind", behind)
                coded.targets = coded.targets or coded.found("accused", self.accused(coded))
        if kind != "OTHER":
            coded.agents = [a for a in coded.agents if a not in self.coded or self.is_actor(a)]

    def _behind_the_counted(self, coded: Coded) -> list[tuple[str, int]]:
        """Who stands behind what counts a noun: "a wave of criticism from the victims", "eight days of riots by"."""
        syntax, of = self.syntax, self.syntax.head[coded.event.root]
        counting = syntax.head[of]
        if syntax.dep[coded.event.root] != "pobj" or syntax.lower[of] != "of":
            return []
        if syntax.lemma[counting] not in self._partitives and counting not in syntax.times:
            return []
        own = coded.frame.preps
        return [p for p in syntax.prepositions(counting) if p[0] in ("by", "from") and p[1] > of and p not in own]

    def _noun_targets(self, coded: Coded, frame: Frame, wanted: tuple[str, ...]) -> list[int]:
        kind = coded.deed or coded.event.kind
        if kind in _OF_IS_AGENT:
            wanted = tuple(w for w in wanted if w != "of")
        if kind in ("ASSAULT", "DISASTER", "COERCE"):
            for name in ("on", "against", "of", "at"):
                found = [w for p, w in frame.preps if p == name and name in wanted and w not in self.coded]
                if found:
                    return [w for w in found if self.syntax.lemma[w] != "side"]
        return self.after(frame, wanted) or self.nations_after(frame, kind)

    def nations_after(self, frame: Frame, kind: str) -> list[int]:
        """The nations whose goods or posts a measure is against: "tariffs on Canadian aluminium"."""
        if kind not in ("SANCTION", "COERCE", "THREATEN", "ASSAULT"):
            return []
        return [c for name, word in frame.preps if name in ("on", "against") for c in self.nations_at(word)]

    def nations_at(self, word: int) -> list[int]:
        """The nations of adjectives before a noun: "Canadian aluminium"."""
        syntax = self.syntax
        return [
            c for c in syntax.children[word] if syntax.dep[c] == "amod" and (self._modifier_acts(c) or self.nation(c))
        ]

    def who(self, words: list[int]) -> list[int]:
        """The actors that subjects stand for; an event that does something stands for who did it."""
        found: list[int] = []
        for word in words:
            event = self.coded.get(word)
            if event is not None and not event.verb and not self.is_actor(word):
                self.fill(event)
                found += event.agents
            else:
                owners = self._owners_of_machine(word)
                found += owners or self.actors_under(word, prepositions=AGENT_DESCENT) or self._itself(word)
        return found

    def _itself(self, word: int) -> list[int]:
        """A thing that is said to act ("the report accuses"), if it is no event."""
        if word in self.coded or self.syntax.pos[word] not in ("NOUN", "PROPN"):
            return []
        return [] if self.syntax.lemma[word] in self.weapons else [word]

    def _owners_of_machine(self, word: int) -> list[int]:
        """Whose machines act: "Russian military jets", "NATO drones"."""
        syntax = self.syntax
        if syntax.lemma[word] not in self._machines or word in self.notes.at_root:
            return []
        beside = (c for c in syntax.children[word] if syntax.dep[c] in ("amod", "compound", "nmod", "poss"))
        return [c for c in beside if self._modifier_acts(c) or (syntax.dep[c] == "amod" and self.nation(c))]

    def _modifier_acts(self, word: int) -> bool:
        found = self.notes.at_root.get(word)
        return found is not None and found[0].kind in ACTOR_KINDS

    def _nation_acts(self, word: int, coded: Coded) -> bool:
        """Whether an adjective of nationality says who did it ("Russian shelling"), not where it was ("Syrian war")."""
        syntax, noun, kind = self.syntax, coded.event.root, coded.deed or coded.event.kind
        deed = range(coded.event.start, coded.event.end)
        by_states = any(syntax.lemma[i] in BY_STATES for i in (noun, *deed))
        if syntax.dep[word] != "amod" or not (kind in _OF_STATES or by_states):
            return False
        others = (c for c in syntax.children[noun] if syntax.dep[c] == "compound" and c not in deed)
        if any(syntax.lemma[c] not in self.weapons and syntax.lower[c] not in _FORCES for c in others):
            return False
        against = any(name in ("on", "against", "in", "into") for name, _ in coded.frame.preps)
        return (against or kind in _OF_STATES or syntax.lemma[noun] not in ALSO_SUFFERED) and self.nation(word)

    def _is_done_to(self, possessors: list[int], coded: Coded) -> bool:
        """Whether a noun is what is done to whose it is: "her arrest", "the mayor's murder", not "her murder of X"."""
        kind, entry = coded.deed or coded.event.kind, coded.entry
        if possessors and kind in _BY_OTHERS and any(n == "by" and self.is_actor(w) for n, w in coded.frame.preps):
            return True
        if self.syntax.lemma[coded.event.root] in _ALWAYS_DONE_TO and self._is_free(coded):
            return bool(possessors) and all(self.is_person(w) or self.syntax.pos[w] == "PRON" for w in possessors)
        if kind not in _DONE_TO or entry is None or entry.roles.get("target") != ("of",):
            return False
        one = all(self.is_person(word) or self.syntax.pos[word] == "PRON" for word in possessors)
        return bool(possessors) and one and all(name != "of" for name, _ in coded.frame.preps)

    def _is_free(self, coded: Coded) -> bool:
        """Whether a noun's own phrases leave open at whom it is directed: not "her prosecution of the case"."""
        return all(name not in ("of", "against", "into") for name, _ in coded.frame.preps)

    def _is_counting(self, word: int, coded: Coded) -> bool:
        """Whether a body only says whose the how-many-eth deed it is: "the team's second such arrest"."""
        syntax, noun = self.syntax, coded.event.root
        counted = any(syntax.lower[c] == "such" or syntax.lower[c] in _ORDINALS for c in syntax.children[noun])
        done = (coded.deed or coded.event.kind) in _DONE_TO and not self.is_person(word) and syntax.pos[word] != "PRON"
        return counted and done

    def _is_opposed(self, word: int) -> bool:
        """Whether a name before a noun says whom it is against: "anti-Brook protests"."""
        lower = self.syntax.lower
        return word > 1 and lower[word - 1] == "-" and lower[word - 2] == "anti"

    def _is_tried(self, word: int, coded: Coded) -> bool:
        """Whether a name before a noun says to whom it is done: "the Aldo murder trial", "an Aldo conviction"."""
        found = self.notes.at_root.get(word)
        if found is None or found[0].kind not in ("Person", "ArmedGroup"):
            return False
        lemma = self.syntax.lemma[coded.event.root]
        return lemma in _ALWAYS_DONE_TO or (lemma in _TRYING and coded.event.kind == "ACCUSE")

    def _is_undergone(self, noun: int, kind: str) -> bool:
        """Whether an event is what befalls the subject: "civilians face air strikes", "received letters of support"."""
        syntax = self.syntax
        while syntax.dep[noun] == "conj":
            noun = syntax.head[noun]
        if syntax.dep[noun] == "pobj" and syntax.lower[syntax.head[noun]] == "of":
            noun = syntax.head[syntax.head[noun]]
        verb = syntax.lemma[syntax.head[noun]] if syntax.dep[noun] == "dobj" else ""
        got = (verb in _RECEIVING and kind in _RECEIVED) or (verb in _GETTING and kind in _GIVEN)
        recorded = verb == "have" and syntax.lemma[noun] in _ALWAYS_DONE_TO  # "had two prior arrests"
        return verb in _UNDERGOING or got or recorded

    def _charged(self, noun: int, kind: str) -> list[int]:
        """Whom a charge is against that somebody is seized or tried on: "arrested X on charges of fraud"."""
        preposition = self.syntax.head[noun]
        above = self.coded.get(self.syntax.head[preposition])
        fitting = _ON_CHARGES.get(kind, ())
        if self.syntax.dep[noun] != "pobj" or self.syntax.lower[preposition] not in fitting:
            return []
        if above is None or not above.verb or (above.deed or above.event.kind) not in _PENAL:
            return []
        self.fill(above)
        return [t for t in above.targets if self.is_actor(t) or self.is_named(t)]

    def _carrier_below(self, coded: Coded) -> Frame | None:
        """The frame of a clause that says of its noun who did it: "the promise that she made to the union"."""
        syntax, noun = self.syntax, coded.event.root
        for c in syntax.children[noun]:
            if syntax.dep[c] not in ("relcl", "acl") or syntax.lemma[c] not in _MAKING or c < noun:
                continue
            frame = syntax.verb_frame(c)
            made = noun in frame.object or any(syntax.lower[o] in ("that", "which") for o in frame.object)
            if (made or (frame.passive and syntax.dep[c] == "acl")) and syntax.tag[c] != "VBG":
                return frame
        return None

    def _governor(self, coded: Coded) -> Frame | None:
        """The frame of the verb that carries a noun: "held talks", "an attack was launched"."""
        if coded.carrier is not None:
            return coded.carrier.frame
        syntax, noun = self.syntax, coded.event.root
        if (below := self._carrier_below(coded)) is not None:
            return below
        if coded.event.name and syntax.lemma[syntax.head[noun]] not in _HOLDING:
            return None  # who plans, discusses or recalls the September 11 attacks has not made them
        relation, head = syntax.dep[noun], syntax.head[noun]
        if relation == "conj" and syntax.pos[head] == "NOUN":
            relation, head = syntax.dep[head], syntax.head[head]
        if relation == "pobj" and syntax.lower[head] == "of":
            counting = syntax.head[head]
            relation, head = syntax.dep[counting], syntax.head[counting]
        joining = relation == "pobj" and (syntax.lemma[syntax.head[head]], syntax.lower[head]) in _JOINING
        if joining:
            relation, head = "dobj", syntax.head[head]
        got = syntax.lemma[head] in (_GETTING if coded.event.kind in _GIVEN else _RECEIVING)
        carrying = joining or syntax.lemma[head] in self._light or got
        carrying = carrying or (syntax.lemma[head], coded.event.kind) in _CARRYING
        if (relation in ("dobj", "nsubjpass") and carrying) or (
            relation == "nsubj"
            and (syntax.lemma[head] in HAPPENING or (syntax.lemma[head], coded.event.kind) in _REACHING)
        ):
            verb = self.coded.get(head)
            return verb.frame if verb is not None else syntax.verb_frame(head)
        return None
