"""What PLOVER says of acts that are promised, threatened, refused or demanded rather than done.

"Cooperative actions reported in future tense are taken to imply intentions and coded as AGREE; hostile ones as
THREATEN" (PLOVER codebook). What somebody says that others must do is a REQUEST; what they will not do, a REJECT.
An act that is only the content of such an event is not an event of its kind, but gives it its mode.
"""

from __future__ import annotations

from newsgraph.language.events.coding import Coded
from newsgraph.language.events.roles import Roles
from newsgraph.language.syntax.parse import Parse

COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
HOSTILE = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
_MATRIX = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
_WANTED = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet", "RETREAT": "yield",
    "CONCEDE": "yield",
}  # fmt: skip
_THREATENED = {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "protest"}
_MEANING = frozenset("plan intend mean aim prepare set schedule gear expect due".split())
_MUST = frozenset(("must", "should", "shall", "ought"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))


class KindRules:
    """Applies these rules to the coded events of one doc."""

    def __init__(self, syntax: Parse, roles: Roles) -> None:
        self.syntax = syntax
        self.roles = roles

    def apply(self) -> None:
        """Change kinds where PLOVER does."""
        for i in sorted(self.roles.coded):
            coded = self.roles.coded[i]
            if coded.verb:
                self._of_verb(i, coded)
        for i in sorted(self.roles.coded):
            self._embedded(i, self.roles.coded[i])
        for i in sorted(self.roles.coded):
            self._undone(i, self.roles.coded[i])

    def _of_verb(self, verb: int, coded: Coded) -> None:
        event, syntax = coded.event, self.syntax
        modals = [syntax.lower[c] for c in syntax.children[verb] if syntax.dep[c] == "aux" and syntax.tag[c] == "MD"]
        must = bool(_MUST & set(modals)) or (event.kind != "OTHER" and self._has_to(verb))
        speaker = self._speaker(verb) if must and not self._is_own_duty(verb) else None
        if speaker is not None:
            event.reason = f"must, said by another: REQUEST (what: {event.reason})"
            event.mode = _WANTED.get(event.kind, "change")
            event.kind = "REQUEST"
            coded.speaker = self.roles.coded[speaker]
            event.factuality = coded.speaker.event.factuality  # it is made by being said
            return
        if event.factuality == "negated" and modals and event.kind in COOPERATIVE:
            event.reason = f"will not: REJECT (what: {event.reason})"
            coded.deed = event.kind
            event.mode, event.kind = _WANTED.get(event.kind), "REJECT"
            return
        if event.factuality == "future" and (modals or self._is_meant(verb)) and self._has_actor(coded):
            if event.kind in COOPERATIVE and event.kind != "AGREE":
                coded.deed = event.kind
                event.reason = f"future cooperation: AGREE (what: {event.reason})"
                event.mode, event.kind = event.kind.lower(), "AGREE"
            elif event.kind in HOSTILE and (event.kind != "MOBILIZE" or self._is_against(coded)):
                coded.deed = event.kind
                event.reason = f"future hostile act: THREATEN (what: {event.reason})"
                event.mode, event.kind = _THREATENED.get(event.kind), "THREATEN"

    @staticmethod
    def _is_against(coded: Coded) -> bool:
        """Whether forces are to be moved against somebody, not to help or to guard."""
        return any(name in ("against", "on", "toward", "towards", "at", "near", "to") for name, _ in coded.frame.preps)

    def _is_meant(self, verb: int) -> bool:
        """Whether an infinitive says what somebody means to do: "plans to boycott", "is set to visit"."""
        syntax = self.syntax
        if not self._is_infinitive(verb):
            return False
        head = syntax.head[verb]
        if syntax.lemma[head] == "be":
            return any(self.roles.is_actor(s) for s in self.roles.coded[verb].frame.subject)
        return head == verb or syntax.lemma[head] in _MEANING

    def _is_own_duty(self, verb: int) -> bool:
        """Whether it is the speaker who has to: "I have to pay tribute to him"."""
        return any(self.syntax.lower[s] == "i" for s in self.roles.coded[verb].frame.subject)

    def _has_to(self, verb: int) -> bool:
        syntax = self.syntax
        head = syntax.head[verb]
        return syntax.dep[verb] == "xcomp" and syntax.lemma[head] in ("have", "need") and syntax.pos[head] == "VERB"

    def _has_actor(self, coded: Coded) -> bool:
        frame = coded.frame
        return any(self.roles.actors_under(s) for s in (frame.by if frame.passive else frame.subject))

    def _speaker(self, verb: int) -> int | None:
        """The verb of saying that a clause is the content of."""
        syntax = self.syntax
        at = verb
        for _ in range(4):
            relation, head = syntax.dep[at], syntax.head[at]
            if relation in ("conj", "xcomp"):
                at = head
                continue
            if relation == "ccomp" and head in self.roles.coded:
                return head
            return None
        return None

    def _undone(self, i: int, coded: Coded) -> None:
        """What is lifted, ended, accepted or rejected is one event with its lifting: "lifted the sanctions"."""
        syntax = self.syntax
        if coded.verb or syntax.dep[i] not in ("dobj", "nsubjpass", "pobj") or coded.event.kind == "OTHER":
            return
        head = syntax.head[i]
        if syntax.dep[i] == "pobj":
            if syntax.lower[head] not in ("to", "from"):
                return
            head = syntax.head[head]
        verb = self.roles.coded.get(head)
        if verb is None or not verb.verb or verb.entry is None or verb.event.kind == coded.event.kind:
            return
        if verb.deed == coded.event.kind:
            coded.deed, coded.event.kind = coded.event.kind, verb.event.kind
            coded.event.reason = f"with {syntax.lemma[head]}: {verb.event.kind} (what: {coded.event.reason})"
            return
        embedded = verb.event.kind == "OTHER" and verb.deed != ""
        if embedded or verb.event.kind in ("CONCEDE", "RETREAT", "REJECT", "SANCTION", "AGREE", "MOBILIZE"):
            coded.deed = coded.event.kind
            coded.event.reason = f"object of {syntax.lemma[head]}: OTHER (what: {coded.event.reason})"
            coded.event.kind, coded.event.mode = "OTHER", None

    def _embedded(self, i: int, coded: Coded) -> None:
        """An act in the content of an asking, promise, threat or refusal gives that its mode, and is OTHER itself."""
        event, syntax = coded.event, self.syntax
        if event.kind in ("OTHER", "SAY") or event.factuality == "actual":
            return
        if self._is_aim(i):
            coded.deed = event.kind
            event.reason = f"aim: OTHER (what: {event.reason})"
            event.kind, event.mode = "OTHER", None
            return
        matrix = self._matrix(i)
        if matrix is None:
            return
        outer = matrix.event
        if outer.mode is None:
            if outer.kind in ("REQUEST", "REJECT"):
                outer.mode = _WANTED.get(event.kind, "change")
            elif outer.kind == "THREATEN":
                outer.mode = _THREATENED.get(event.kind)
            elif outer.kind == "AGREE":
                outer.mode = event.kind.lower()
        coded.deed = event.kind
        event.reason = f"content of {syntax.lemma[outer.root]} ({outer.kind}): OTHER (what: {event.reason})"
        event.kind, event.mode = "OTHER", None

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.syntax.tag[c] == "TO" for c in self.syntax.children[verb])

    def _is_aim(self, verb: int) -> bool:
        """Whether a verb says what a deed was done for ("... to end the war"), and not what somebody went to do."""
        syntax = self.syntax
        if syntax.dep[verb] != "advcl" or not self._is_infinitive(verb):
            return False
        deed = self.roles.coded.get(syntax.head[verb])
        return deed is not None and deed.event.kind not in ("OTHER", "SAY")

    def _matrix(self, i: int) -> Coded | None:
        """The asking, promise, threat or refusal that an act is the content of."""
        syntax = self.syntax
        coded_kind = self.roles.coded[i].event.kind
        at = i
        for _ in range(8):
            relation, head = syntax.dep[at], syntax.head[at]
            if head == at or relation == "relcl":
                return None
            if relation in ("nsubj", "nsubjpass") and not self._is_infinitive(head):
                return None
            if relation == "advcl" and not self._is_infinitive(at):
                return None
            if relation == "conj":
                at = head
                continue
            outer = self.roles.coded.get(head)
            if outer is not None and relation in ("xcomp", "ccomp", "acl") and outer.event.kind in _MATRIX:
                denied = outer.event.kind == "REJECT" and relation == "ccomp" and syntax.tag[at] in _FINITE
                return None if denied else outer
            if outer is not None and relation in ("dobj", "nsubjpass") and outer.verb:
                wanted = _MATRIX if syntax.pos[i] == "VERB" else _MATRIX - {"AGREE", "CONCEDE"}
                return outer if outer.event.kind in wanted and outer.event.kind != coded_kind else None
            outer = self.roles.coded.get(syntax.head[head]) if relation == "pobj" else None
            if outer is not None and outer.event.kind in ("REQUEST", "THREATEN"):
                return outer
            at = head
        return None
