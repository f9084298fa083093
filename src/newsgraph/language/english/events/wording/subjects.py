"""Of whom or what the verb of an event is said, in the words that its label needs."""

from __future__ import annotations

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.wording.complements import Complements
from newsgraph.language.english.syntax.parse import Parse

_SOME = frozenset(("some", "many", "several", "most", "others"))
SUBJECT = 8
"""Words of a subject that is told for want of a participant, at most."""
_CLAUSES = frozenset(("relcl", "acl", "advcl", "appos", "ccomp", "parataxis", "cc", "conj", "punct"))
_MANY = frozenset(("they", "we", "these", "those", "police", "people"))
_OWN = frozenset(("aux", "auxpass", "nsubj", "nsubjpass", "mark"))
"""How words hang on a participle that is the verb of a clause of its own."""
_OWNING = frozenset(("poss", "compound", "amod", "nmod", "pobj"))
"""How whose it is hangs on a noun: "the premier's office", "the leaders of the bank"."""
_PLURAL = frozenset(("NNS", "NNPS"))


class Subjects:
    """The subjects of the events of one doc."""

    def __init__(self, syntax: Parse, complements: Complements) -> None:
        self.syntax = syntax
        self._complements = complements
        self._undergone: dict[int, bool] = {}
        self._things: dict[int, tuple[str, int | None]] = {}
        self._nouns: dict[int, int | None] = {}

    def subject(self, coded: Coded) -> str:
        """The words for the subject of a verb, where they are a noun of few words and the verb does not name it."""
        noun = self.noun(coded)
        if noun is None:
            return ""
        words = self.short(noun)
        text = self._complements.text(words)
        return text if self.syntax.pos[words[0]] in ("NOUN", "PROPN") else text[:1].lower() + text[1:]

    def noun(self, coded: Coded) -> int | None:
        """The noun that is told as the subject of a verb."""
        if id(coded) not in self._nouns:
            self._nouns[id(coded)] = self._find_noun(coded)
        return self._nouns[id(coded)]

    def _find_noun(self, coded: Coded) -> int | None:
        syntax, event, frame = self.syntax, coded.event, coded.frame
        if not coded.verb or coded.speaker is not None or coded.occasion is not None or self.thing(coded)[0]:
            return None
        for i in sorted(frame.object if frame.passive else frame.subject, reverse=True):
            some = syntax.lower[i] in _SOME
            named = some or syntax.pos[i] in ("NOUN", "PROPN", "NUM")
            if i >= event.start or not named or i in syntax.times or not self._is_said_of(i, event.root):
                continue
            words = self.short(i)
            asking = any(syntax.tag[k][:1] == "W" or syntax.tag[k] == "PRP$" for k in words)
            return None if asking or len(words) > SUBJECT else i
        return None

    def _is_said_of(self, noun: int, verb: int) -> bool:
        """Whether a noun before a verb is what it is said of: its subject, what "which" means, who goes on doing."""
        syntax = self.syntax
        while syntax.dep[verb] == "conj" and syntax.child(verb, "nsubj", "nsubjpass") is None:
            if not syntax.is_verb(syntax.head[verb]):
                break
            verb = syntax.head[verb]
        head = syntax.head[verb]
        if syntax.head[noun] == verb:
            return True
        if syntax.dep[verb] == "relcl":
            asking = syntax.child(verb, "nsubj", "nsubjpass")
            if asking is None or head != noun or syntax.tag[asking][:1] != "W":
                return False
            return syntax.lower[asking] != "who" or actor_noun(syntax.lower[noun], syntax.lemma[noun]) is not None
        if syntax.tag[verb] != "VBG" or any(syntax.dep[c] in _OWN for c in syntax.children[verb] if c < verb):
            return False
        above = syntax.head[head] if syntax.dep[verb] == "pcomp" else head
        return syntax.dep[verb] in ("pcomp", "advcl") and syntax.head[noun] == above and syntax.is_verb(above)

    def thing(self, coded: Coded) -> tuple[str, int | None]:
        """What does it, or has it done to it, where nobody does: "a fire" has destroyed the church, "plans" unveiled.

        Who is named with it stands before it in the label: Iran and France "’s talks on oil" collapsed. With its noun.
        """
        known = self._things.get(id(coded))
        if known is None:
            known = self._things[id(coded)] = self._find_thing(coded)
        return known

    def _find_thing(self, coded: Coded) -> tuple[str, int | None]:
        syntax, event, frame = self.syntax, coded.event, coded.frame
        if event.targets and self.is_undergone(coded):
            return "", None
        agents = {i for m in event.agents for i in range(m.start, m.end)}
        told = {i for m in (*event.targets, *event.places) for i in range(m.start, m.end)}
        for i in sorted(frame.object if frame.passive else frame.subject, reverse=True):
            if not self._is_beside(i, event.root) or i in agents or i in told or i in syntax.times:
                continue
            words = [w for w in self._complements.phrase(i) if w < event.start]
            named = agents.intersection(words)
            if told.intersection(words) and not agents:
                return self._complements.text(self._bare(i, told)), i  # the place stands behind: "flooding has spread"
            if not told.intersection(words) and (named or frame.passive or not agents):
                if not agents or (frame.by and not named and not (frame.passive and self._towards(coded) is not None)):
                    return self._complements.text(self.short(i)), i
                bare = self._complements.text(self._bare(i, agents))
                bare = bare if words[0] != i else bare[:1].lower() + bare[1:]
                if not named or self.is_undergone(coded):
                    return bare, i
                if any(m.root not in words for m in event.agents):
                    return "", None  # "the members, the premier's office and the banks"
                first = event.agents[0].root
                if syntax.dep[first] == "pobj" and syntax.lower[syntax.head[first]] == "of":
                    return "", None  # "millions of voters" is told by itself
                return (f"’s {bare}" if syntax.dep[first] in _OWNING else bare), i
        return "", None

    def _is_beside(self, noun: int, verb: int) -> bool:
        """Whether a verb's subject is surely this noun: its own, or "plans unveiled", without words that ask which."""
        syntax = self.syntax
        own = syntax.head[noun] == verb or (syntax.head[verb] == noun and syntax.dep[verb] == "acl" and verb - noun < 3)
        asking = any(syntax.tag[i].startswith("W") for i in range(syntax.left[noun], noun))
        return own and noun < verb and syntax.pos[noun] == "NOUN" and not asking

    def short(self, noun: int) -> list[int]:
        """A noun with what stands before it, and what it is of."""
        syntax = self.syntax
        inner = [c for c in syntax.children[noun] if c < noun or syntax.lower[c] == "of"]
        parts = [self._complements.phrase(c) for c in inner if syntax.dep[c] not in _CLAUSES]
        words = sorted({noun, *(i for part in parts for i in part)})
        before = words[0] - 1
        if before >= 0 and syntax.dep[before] == syntax.dep[noun] and syntax.head[before] == syntax.head[noun]:
            return [*self.short(before), *words]  # "a magnitude 7.4 earthquake", in two parts
        return words

    def _bare(self, noun: int, told: set[int]) -> list[int]:
        """A noun with what belongs to it, without article and participants."""
        syntax = self.syntax
        inner = [c for c in syntax.children[noun] if syntax.dep[c] not in ("det", "poss", *_CLAUSES)]
        parts = [self._complements.phrase(c) for c in inner]
        return sorted({noun, *(i for part in parts if not told.intersection(part) for i in part)})

    def _towards(self, coded: Coded) -> int | None:
        """The preposition before a target that is no object: "spoke with" them, "sanctions were imposed on" them."""
        syntax, event = self.syntax, coded.event
        roots = {m.root for m in event.targets}
        if not roots or not coded.verb or roots.intersection(coded.frame.object):
            return None
        if coded.frame.object and not coded.frame.passive:
            return None  # "fired shots at" them
        preps = (c for c in syntax.children[event.root] if c >= event.end and syntax.dep[c] == "prep")
        return next((c for c in preps if syntax.child(c, "pobj") in roots), None)

    def is_undergone(self, coded: Coded) -> bool:
        """Whether the target is what the verb's grammar makes its subject: "was arrested", "died"."""
        known = self._undergone.get(id(coded))
        if known is None:
            known = self._undergone[id(coded)] = self._finds_undergone(coded)
        return known

    def _finds_undergone(self, coded: Coded) -> bool:
        event = coded.event
        if coded.speaker is not None or self._towards(coded) is not None:
            return False
        if coded.entry is not None and coded.entry.is_undergone:
            return True
        if coded.frame.passive or event.agents or not event.targets or event.targets[0].start > event.start:
            return coded.frame.passive
        subjects = (i for i in coded.frame.subject if i != event.targets[0].root)
        return not any(self._is_beside(i, event.root) for i in subjects)

    def is_many(self, noun: int) -> bool:
        """Whether a noun means several."""
        syntax = self.syntax
        joined = any(syntax.dep[c] == "conj" for c in syntax.children[noun])
        return joined or syntax.tag[noun] in _PLURAL or syntax.lower[noun] in _MANY

    def is_speaker(self, coded: Coded) -> bool:
        """Whether the one who does it says so: "I have decided"."""
        syntax, subject = self.syntax, self.syntax.child(coded.event.root, "nsubj")
        if subject is not None and syntax.lower[subject] == "i" and coded.event.agents:
            return True
        return any(syntax.lower[m.start] == "i" for m in coded.event.agents)
