"""Who takes part in what a noun names, by where the noun stands: before it, above it, and in what it is about.

"The police shooting", "spoke to donors in a call with X", "criticism that the mayor had lied", "an inquiry into her use
of funds", "is on trial". Asked where the noun's own phrases do not say.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from newsgraph.language.coreference.nominals import actor_noun
from newsgraph.language.events.actors import Actors
from newsgraph.language.events.coding import Coded
from newsgraph.language.events.lexicon.word_classes import word_classes
from newsgraph.language.syntax.parse import Frame

_ADDRESSING = frozenset("congratulate tell thank urge ask warn assure press inform remind".split())
"""Verbs of speaking to somebody, who is spoken to in the call in which it was said."""
_MEETING = frozenset(("CONSULT", "ELECT", "AGREE", "ASSAULT", "COOPERATE", "PROTEST"))
"""Kinds of what several do together, whose side the clause around the noun may name."""
_BODIES = frozenset(("Agency", "ArmedGroup"))
"""Whose deed is named behind their noun: "police raid", "cabinet meeting", "gang violence"."""
_ARMED = frozenset(("REB", "MIL", "COP"))
"""Sectors of groups that are such bodies, too."""
_CROWDS = frozenset(("Person", "Group", "Organization"))
"""Who protests as a noun before it says: "student protest", "union strike"."""
_NOT_BY_BODIES = frozenset(("DISASTER", "ELECT", "RESIGN", "APPOINT", "PROTEST", "REJECT"))
_OCCASIONS = frozenset(("in", "during", "on", "at", "after", "before", "following", "for"))
"""Prepositions before a meeting that the subject of the clause takes part in."""
_SENTENCES = frozenset(("sentence", "term", "suspension"))
_TRIALS = frozenset("trial retrial arraignment sentencing verdict extradition deportation execution".split())
_SERVED = {"serve": _SENTENCES, "receive": _SENTENCES, "get": _SENTENCES, "await": _TRIALS, "face": _TRIALS}
"""Verbs of whom something befalls, with the nouns for that: "is awaiting trial"."""
_SPANS = frozenset("year month week day".split())
_BEING = frozenset("be remain stay come go stand".split())
"""Verbs between the subject and what is being done to it: "is on trial", "came under attack"."""
_PUTTING = frozenset("place put take hold keep bring remand send haul".split())
"""Verbs that bring somebody there: "was placed under arrest", "took the man into custody"."""
_UNDERGONE_AS = {
    "on": frozenset(("trial",)),
    "under": frozenset(
        "investigation attack arrest fire sanction pressure questioning scrutiny criticism quarantine".split()
    ),
    "in": frozenset("custody detention quarantine captivity".split()),
    "into": frozenset("custody detention quarantine".split()),
}
_PRESSING = frozenset(("pressure", "questioning", "scrutiny", "criticism"))
"""Those of them under which somebody does something: "gave up the plan under pressure from the union"."""
_OUTLIVING = frozenset(("survive", "escape", "evade"))
"""Verbs whose subject is the target of the deed that is their object, which did not succeed."""
_CRIMES = frozenset(("ASSAULT", "COERCE"))
"""Kinds of deeds that people are charged with, held or punished for."""
_OF_CRIMES = frozenset(("of", "with", "for", "over", "on", "in"))
"""Prepositions before such a deed: "charged with murder"."""
_CHARGING = frozenset(("ACCUSE", "SANCTION", "COERCE", "CONCEDE"))
"""Kinds whose target is who is said to have done what stands behind such a preposition."""
_TOPICS = frozenset("into over of about on for at against to".split())
"""Prepositions before what is judged or asked for, whose owner the judgement is about."""
_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
"""Kinds whose topic is somebody's doing."""
_ANSWERING = frozenset("deny face fight contest refute".split())
"""Verbs whose subject is accused by what is their object."""
_ASKING = frozenset(("ACCUSE", "REQUEST", "SUPPORT"))
"""Kinds whose clause names whom they are about."""


class NounSettings(Actors, ABC):
    """Finds participants of nouns around them."""

    @abstractmethod
    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once."""

    def bodies_before(self, coded: Coded, kind: str) -> list[int]:
        """The bodies that do it, named by a noun before it: "police" of "the police shooting"."""
        syntax, noun = self.syntax, coded.event.root
        if kind in _NOT_BY_BODIES - {"PROTEST"}:
            return []
        wanted, houses = _CROWDS if kind == "PROTEST" else _BODIES, word_classes()["house"]
        found = []
        for c in syntax.children[noun]:
            if syntax.dep[c] not in ("compound", "nmod") or syntax.pos[c] != "NOUN" or syntax.lemma[c] in houses:
                continue
            if not coded.event.start <= c < coded.event.end:
                known = actor_noun(syntax.lower[c], syntax.lemma[c])
                if known is not None and known.kind == "ArmedGroup" and kind == "ACCUSE":
                    continue  # "a gang investigation"
                if known is not None and (known.kind in wanted or (kind != "PROTEST" and known.sector in _ARMED)):
                    found.append(c)
        return found

    def partakers(self, coded: Coded, kind: str) -> list[int]:
        """Who meets, by the clause that a meeting is the occasion of: "spoke to donors in a call with X"."""
        syntax, noun = self.syntax, coded.event.root
        preposition = syntax.head[noun]
        verb = syntax.head[preposition]
        if kind not in _MEETING or syntax.dep[noun] != "pobj" or syntax.dep[preposition] != "prep":
            return []
        if not syntax.is_verb(verb):  # "Ardal in talks with Norland"
            wanted = any(name == "with" for name, _ in coded.frame.preps) or self._is_to_do(noun)
            return self.actors_at(verb) if syntax.lower[preposition] == "in" and wanted else []
        doing = self.coded.get(verb)
        if kind in ("PROTEST", "CONSULT") and doing is not None and doing.event.kind == kind:
            if syntax.lower[preposition] not in ("in", "during") or syntax.tag[verb] in ("VB", "VBG"):
                return []
            self.fill(doing)  # "rallied in a demonstration", "discussed it with X in talks"
            return list(doing.agents) if kind == "PROTEST" else [*doing.agents, *doing.targets]
        if kind == "PROTEST":
            return []
        if kind not in ("CONSULT", "ELECT"):
            return []
        if syntax.child(noun, "poss") is not None:
            return []
        word = syntax.lower[preposition]
        if kind == "ELECT":
            fits = word in ("to", "on") and syntax.lemma[noun] in ("victory", "win")
            fits = fits or (word == "in" and syntax.lemma[verb] == "vote")
        else:
            beside = any(name in ("with", "to") for name, _ in coded.frame.preps)
            fits = word in _OCCASIONS and (beside or (word == "on" and syntax.lemma[verb] in _BEING))
        frame = syntax.verb_frame(verb)
        doers = (frame.object if syntax.lemma[verb] in _BEING else frame.by) if frame.passive else frame.subject
        return [actor for w in doers for actor in self.actors_at(w)] if fits else []

    def _is_to_do(self, noun: int) -> bool:
        """Whether a noun says what it is to bring about: "talks to end the strike"."""
        syntax = self.syntax
        if syntax.lemma[noun] not in ("talk", "negotiation", "discussion"):
            return False
        clauses = (c for c in syntax.children[noun] if syntax.dep[c] in ("acl", "relcl"))
        return any(syntax.tag[d] == "TO" for c in clauses for d in syntax.children[c])

    def voters(self, coded: Coded, kind: str) -> list[int]:
        """The body that votes, where the text says only in which: "a vote in parliament"."""
        if kind != "ELECT" or self.syntax.lemma[coded.event.root] != "vote":
            return []
        return [w for name, w in coded.frame.preps if name == "in" and self._is_body(w)]

    def _is_body(self, word: int) -> bool:
        """Whether a word stands for a body of a state."""
        found = self.notes.at_root.get(word)
        known = found[0] if found is not None else actor_noun(self.syntax.lower[word], self.syntax.lemma[word])
        return known is not None and known.kind == "Agency"

    def called(self, coded: Coded) -> tuple[list[int], list[int]]:
        """Who calls and who is called in "congratulated her successor in a phone call"."""
        syntax, noun = self.syntax, coded.event.root
        preposition = syntax.head[noun]
        verb = syntax.head[preposition]
        if syntax.dep[noun] != "pobj" or syntax.lower[preposition] not in ("in", "during", "by", "over"):
            return [], []
        if syntax.lemma[noun] not in ("call", "conversation") or syntax.lemma[verb] not in _ADDRESSING:
            return [], []
        frame = syntax.verb_frame(verb)
        if frame.passive or not frame.object:
            return [], []
        one, other = ([a for w in words for a in self.actors_at(w)] for words in (frame.subject, frame.object))
        return (one, other) if one and other else ([], [])

    def culprits(self, coded: Coded, kind: str) -> list[int]:
        """Who is accused of a deed, held or punished for it: "charged with murder", "jailed for the attack"."""
        if kind not in _CRIMES:
            return []
        syntax, at = self.syntax, coded.event.root
        for _ in range(3):
            if syntax.dep[at] == "conj":
                at = syntax.head[at]
                continue
            preposition = syntax.head[at]
            above = syntax.head[preposition]
            if syntax.dep[at] != "pobj" or syntax.lower[preposition] not in _OF_CRIMES:
                return []
            charge = self.coded.get(above)
            if charge is not None and charge.event.kind in _CHARGING and above != at:
                self.fill(charge)
                if charge.targets:
                    return [t for t in charge.targets if self.is_actor(t) or self.is_named(t)]
            at = above
        return []

    def behind(self, noun: int) -> Frame:
        """The phrase right behind an object, which may be the noun's, whatever the parser hangs it on."""
        syntax, verb = self.syntax, self.syntax.head[noun]
        if syntax.dep[noun] != "dobj" or syntax.right[noun] + 1 >= syntax.size:
            return Frame()
        first = syntax.right[noun] + 1
        if syntax.head[first] != verb or syntax.dep[first] != "prep":
            return Frame()
        return Frame(preps=[pair for pair in syntax.prepositions(verb) if syntax.lower[first] == pair[0]])

    def undergoer(self, noun: int) -> list[int]:
        """Whom it befalls as the clause says: "is on trial", "came under attack"."""
        syntax, lemma = self.syntax, self.syntax.lemma[noun]
        noun = self._whole_of(noun)
        preposition = syntax.head[noun]
        verb = syntax.head[preposition]
        served = lemma in _SERVED.get(syntax.lemma[preposition], ())
        if syntax.dep[noun] == "dobj" and (syntax.lemma[preposition] in _OUTLIVING or served):
            return [actor for w in syntax.verb_frame(preposition).subject for actor in self.actors_at(w)]
        if syntax.dep[noun] == "dobj" and syntax.lemma[preposition] in ("give", "hand"):
            frame = syntax.verb_frame(preposition)
            given = [w for w in frame.object if w != noun and frame.passive]  # "was given a life sentence"
            return [actor for w in given for actor in self.actors_at(w)]
        nouns = _UNDERGONE_AS.get(syntax.lower[preposition], frozenset())
        if syntax.dep[noun] != "pobj" or not syntax.is_verb(verb) or syntax.lemma[noun] not in nouns:
            return []
        frame = syntax.verb_frame(verb)
        if syntax.lemma[verb] in _PUTTING:
            return [actor for w in frame.object for actor in self.actors_at(w)]
        if syntax.lemma[verb] not in _BEING | {"spend"} and syntax.lemma[noun] not in _PRESSING:
            return []
        return [actor for w in frame.subject for actor in self.actors_at(w)]

    def _whole_of(self, noun: int) -> int:
        """The months of a sentence, where these are what is served; else the noun itself."""
        syntax, of = self.syntax, self.syntax.head[noun]
        span = syntax.head[of]
        timed = syntax.dep[noun] == "pobj" and syntax.lower[of] == "of" and syntax.lemma[span] in _SPANS
        return span if timed else noun

    def spoken_of(self, coded: Coded, kind: str) -> list[int]:
        """Whom a judgement or demand is about, by its clause or the owner of its topic."""
        if kind not in _ASKING:
            return []
        syntax, noun = self.syntax, coded.event.root
        clauses = [c for c in syntax.children[noun] if syntax.dep[c] in ("acl", "ccomp", "advcl")]
        if syntax.dep[noun] == "dobj" and kind == "REQUEST":
            clauses += [c for c in syntax.children[syntax.head[noun]] if syntax.dep[c] == "advcl" and c > noun]
        for clause in clauses:
            marks = {syntax.lower[c] for c in syntax.children[clause] if syntax.dep[c] == "mark"}
            bare = not marks and syntax.lemma[noun] in ("allegation", "accusation") and syntax.tag[clause] != "VBG"
            if (marks & {"that", "for"} or bare) and (found := self._subject_of(clause)):
                return found
        if kind not in _JUDGING:
            return []
        for c in syntax.children[noun]:
            if syntax.dep[c] == "prep" and syntax.lower[c] in _TOPICS and (found := self._of_topic(c)):
                return found
        return []

    def _subject_of(self, clause: int) -> list[int]:
        subjects = [c for c in self.syntax.children[clause] if self.syntax.dep[c] in ("nsubj", "nsubjpass")]
        return [actor for c in subjects for w in self.syntax.conjuncts(c) for actor in self.actors_at(w)]

    def _of_topic(self, preposition: int) -> list[int]:
        """Whose doing is judged: "into whether she lied", "into her use of funds", "into the conduct of the team"."""
        syntax = self.syntax
        for c in syntax.children[preposition]:
            if syntax.dep[c] == "pcomp" and (found := self._subject_of(c)):
                return found
            if syntax.dep[c] == "pobj" and (c not in self.coded or self.coded[c].event.kind == "OTHER"):
                of = [w for name, w in syntax.prepositions(c) if name == "of"]
                return self.owners_at(c) or [actor for w in of for actor in self.actors_at(w)]
        return []

    def accused(self, coded: Coded) -> list[int]:
        """Who answers to what is alleged, where nobody else is said to be accused: "the mayor denied allegations"."""
        syntax, noun = self.syntax, coded.event.root
        if syntax.lemma[noun] not in ("allegation", "accusation") or coded.event.kind != "ACCUSE":
            return []
        verb = syntax.head[noun]
        if syntax.dep[noun] == "pobj" and syntax.lower[verb] == "to":
            verb = syntax.head[verb]
        answering = ("respond",) if syntax.dep[noun] == "pobj" else _ANSWERING
        if syntax.dep[noun] not in ("dobj", "pobj") or syntax.lemma[verb] not in answering:
            return []
        frame = syntax.verb_frame(verb)
        words = frame.by if frame.passive else frame.subject
        return [actor for w in words for actor in self.actors_at(w)]
