"""The arguments of a predicate by grammatical relation. Everything here is an index into the doc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from newsgraph.language.annotations import TimeExpression, annotations_of
from newsgraph.language.english.syntax.control import control_verbs, unsaid_subject
from newsgraph.language.english.syntax.tree import Tree

_COMPANY = frozenset(("along", "together"))
"""Words before "with" that make who stands behind it one more."""
_ALONE = frozenset("only just merely simply solely alone even".split())
"""Words by which "not" leaves in who it is said of: "it was not only the army that"."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))


@dataclass(slots=True)
class Frame:
    """The arguments of a predicate: head words by grammatical relation."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    dative: list[int] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    preps: list[tuple[str, int]] = field(default_factory=list)
    passive: bool = False

    @property
    def logical_subject(self) -> list[int]:
        """Who does it: the subject, or who stands behind "by" of a passive."""
        return self.by if self.passive else self.subject

    def copy(self) -> Frame:
        """The same, to be changed by itself."""
        return Frame(
            self.subject.copy(), self.object.copy(), self.dative.copy(), self.by.copy(), self.preps.copy(), self.passive
        )


class Parse(Tree):
    """The tree of a doc with the arguments of its predicates; the words of time expressions are none."""

    __slots__ = ("_frames", "_times", "times")

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self._times = 0
        self.times: frozenset[int] = frozenset()
        """The words of time expressions, once a layer has found them."""
        self._frames: dict[int, Frame] = {}
        self.see_times(annotations_of(doc).times)

    def see_times(self, times: Sequence[TimeExpression]) -> None:
        """Take the words of time expressions for no arguments from here on, if they are new."""
        if len(times) != self._times:
            self._times, self.times = len(times), frozenset([i for t in times for i in range(t.start, t.end)])
            self._frames.clear()

    def make_verb(self, i: int, tag: str, lemma: str) -> None:
        """Take a word for a verb, whatever the parser took it for."""
        self.tag[i], self.lemma[i], self.pos[i] = tag, lemma, "VERB"
        self._frames.clear()

    def prepositions(self, i: int) -> list[tuple[str, int]]:
        """The prepositions under a word with the words they govern; "together with" counts as "along with"."""
        found: list[tuple[str, int]] = []
        for c in self.children[i]:
            if self.dep[c] == "agent" and self._is_denied(c):  # "by the rebels, not by the army"
                continue
            if (
                self.dep[c] in ("prep", "dative", "agent") and self.tag[c] in ("IN", "TO", "RP", "RB", "VBG", "VBN")
            ) or (self.dep[c] in ("advmod", "prt") and self.children[c]):
                beside = self.lower[c] == "with" and c > 0 and self.lower[c - 1] in _COMPANY
                self._governed("along with" if beside else self.lower[c], c, found, 0)
            elif self.dep[c] == "npadvmod" and c in self.times:
                # "the arrest last month of X": the parser gives X to the month.
                for below in self.children[c]:
                    if self.lower[below] == "of":
                        self._governed("of", below, found, 0)
        return found

    def _is_denied(self, preposition: int) -> bool:
        """Whether "not" stands right before a preposition."""
        return preposition > 0 and self.lower[preposition - 1] == "not"

    def _governed(self, name: str, prep: int, found: list[tuple[str, int]], depth: int) -> None:
        for c in self.children[prep]:
            relation = self.dep[c]
            if relation == "pobj":
                if self.lower[c] == "front" and name == "in" and depth < 3:
                    found += [("in front of", word) for _, word in self.prepositions(c)]
                elif c not in self.times:
                    found += [(name, word) for word in self.conjuncts(c)]
            elif relation == "prep" and depth < 3:
                self._governed(f"{name} {self.lower[c]}", c, found, depth + 1)
            elif relation == "conj" and self.dep[prep] in ("prep", "agent") and depth < 3 and not self._is_denied(c):
                self._governed(self.lower[c], c, found, depth + 1)

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, reduced ones ("civilians killed in ...") among them."""
        auxiliary = False
        for c in self.children[verb]:
            relation = self.dep[c]
            if relation in ("auxpass", "nsubjpass", "csubjpass"):
                return True
            if relation == "agent" and self.tag[verb] in ("VBN", "VBD") and self.child(verb, "dobj") is None:
                return True
            if relation in ("aux", "nsubj", "dobj") or (relation == "oprd" and self._is_bare_sentence(verb)):
                auxiliary = True
        if self.tag[verb] != "VBN" or auxiliary:
            return False
        if self.dep[verb] == "conj":
            return self.pos[self.head[verb]] == "VERB" and self.is_passive(self.head[verb])
        return self.dep[verb] in ("acl", "advcl", "amod", "ROOT", "relcl", "ccomp", "xcomp", "oprd")

    def _is_bare_sentence(self, verb: int) -> bool:
        """Whether a sentence has been parsed as a noun with a participle: "The board named her ..."."""
        head = self.head[verb]
        return self.dep[verb] == "acl" and self.head[head] == head and self.tag[verb] == "VBN"

    def verb_frame(self, verb: int, depth: int = 0) -> Frame:
        """The arguments of a verb, with those that its clause shares or leaves unsaid."""
        if depth:
            return self._found_frame(verb, depth)
        known = self._frames.get(verb)
        if known is None:
            known = self._frames[verb] = self._found_frame(verb, 0)
        return known.copy()

    def _found_frame(self, verb: int, depth: int) -> Frame:
        frame = Frame(passive=self.is_passive(verb))
        for c in self.children[verb]:
            relation = self.dep[c]
            if relation in ("nsubj", "nsubjpass"):
                frame.subject += self._antecedent(c, verb)
            elif relation == "dobj" and (c not in self.times or self._has_of(c)):
                frame.object += self._antecedent(c, verb)
            elif relation == "dative" and self.pos[c] != "ADP":
                frame.dative += self.conjuncts(c)
            elif relation == "ccomp" and (judged := self._judged(c)) is not None:
                frame.object += self.conjuncts(judged)
        preps = self.prepositions(verb)
        if (named := self.child(verb, "oprd", "attr")) is not None:
            if frame.passive:
                preps += [pair for pair in self.prepositions(named) if pair[0] == "by"]
            elif not frame.object and self.dep[verb] == "acl":
                frame.object = [named]
        frame.by = [word for name, word in preps if name == "by"] if frame.passive else []
        frame.preps = [pair for pair in preps if not (frame.passive and pair[0] == "by")]
        if not frame.subject and depth < 4 and self.child(verb, "expl") is None:
            frame.subject = unsaid_subject(self, verb, depth)
        if not frame.passive and not frame.object and self.dep[verb] == "relcl":
            self._gap(verb, frame)
        for name, word in frame.preps:
            if name == "along with":
                (frame.object if frame.object and word > verb else frame.subject).append(word)
        if frame.passive:
            frame.object, frame.subject = frame.subject + frame.object, []
        return frame

    def _judged(self, clause: int) -> int | None:
        """Who is said to be what by a clause without a verb: "found him guilty", "deems her unfit"."""
        bare = self.pos[clause] == "ADJ" and self.child(clause, "aux", "mark", "cop", "auxpass", "expl") is None
        return self.child(clause, "nsubj") if bare else None

    def subject(self, verb: int) -> int | None:
        """Who does what a verb says, the first if there are several; nobody if the text leaves that unsaid."""
        frame = self.verb_frame(verb)
        doers = frame.logical_subject
        return doers[0] if doers else None

    def patient(self, verb: int) -> int | None:
        """The subject of a passive."""
        found = self.child(verb, "nsubjpass", "nsubj")
        return None if found is None else self.antecedent(found)

    def owner(self, noun: int) -> int | None:
        """Who has or does a noun, the first if there are several."""
        owners = self.owners(noun)
        return owners[0] if owners else None

    def antecedent(self, word: int) -> int:
        """What a relative pronoun stands for; another word itself."""
        found = self._antecedent(word, self.head[word])
        return found[0] if found else word

    def _has_of(self, noun: int) -> bool:
        return any(self.lower[c] == "of" and c not in self.times for c in self.children[noun])

    def counted(self, i: int) -> list[int]:
        """What a noun is a number or part of: "hundreds of refugees"."""
        return [e for c in self.children[i] if self.lower[c] == "of" for e in self.children[c] if self.dep[e] == "pobj"]

    def _antecedent(self, word: int, verb: int) -> list[int]:
        """A relative pronoun stands for the noun that its clause modifies; if they act, "some of whom" does, too."""
        some = self.counted(word) if self.dep[word] == "nsubj" and self.pos[word] != "NUM" else []
        relative = any(self.tag[w] in ("WDT", "WP") for w in (word, *some))
        if relative or (self.lower[word] == "that" and self.pos[word] in ("PRON", "SCONJ")):
            clause = verb
            while self.dep[clause] in ("conj", "xcomp", "ccomp") and self.head[clause] != clause:
                clause = self.head[clause]
            if self.dep[clause] == "relcl":
                if self.is_ruled_out(self.head[clause]):
                    return []
                return [noun for noun in self.conjuncts(self.head[clause]) if noun < word]
        return self.conjuncts(word)

    def is_ruled_out(self, noun: int) -> bool:
        """Whether a noun is said to be not the one: "it was not the army that shelled the town"."""
        be = self.head[noun]
        if self.dep[noun] != "attr" or self.lemma[be] != "be":
            return False
        subject, denied = self.child(be, "nsubj", "expl"), self.child(be, "neg")
        if subject is None or denied is None or self.lower[subject] != "it":
            return False
        return _ALONE.isdisjoint(self.lower[denied + 1 : noun])

    def owners(self, noun: int, depth: int = 0) -> list[int]:
        """Who has or does a noun: its possessor, else the subject of the verb that it is the object of."""
        poss = self.child(noun, "poss")
        if poss is not None:
            return self.conjuncts(poss)
        head = self.head[noun]
        if self.dep[noun] in ("dobj", "pobj", "attr") and depth < 3:
            verb = self.head[head] if self.dep[noun] == "pobj" else head
            if self.pos[verb] in ("VERB", "AUX") and self.lemma[verb] not in control_verbs("other"):
                above = self.verb_frame(verb, depth + 1)
                return above.logical_subject
        return []

    def _gap(self, verb: int, frame: Frame) -> None:
        for c in self.children[verb]:
            if self.tag[c] in ("WDT", "WP", "WRB") or self.dep[c] in ("ccomp", "xcomp", "mark"):
                return
            if any(self.tag[d] in ("WP$", "WDT", "WP") for d in self.children[c]):
                return
            if self.lower[c] == "that" and self.dep[c] in _SUBJECTS:
                return
        if frame.subject and not self.is_ruled_out(self.head[verb]):
            frame.object = [self.head[verb]]


def parse_of(doc: Doc) -> Parse:
    """The parse of a doc, made at the first call and kept with its annotations."""
    notes = annotations_of(doc)
    found = notes.parse
    if not isinstance(found, Parse):
        found = notes.parse = Parse(doc)
    found.see_times(notes.times)
    return found


def forget_parse(doc: Doc) -> None:
    """Let the kept parse go: it refers to its doc, and would hold both in memory."""
    annotations_of(doc).parse = None
