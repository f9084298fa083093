"""What PLOVER says of acts that are promised, threatened, refused or demanded rather than done.

"Cooperative actions reported in future tense are taken to imply intentions and coded as AGREE; hostile ones as
THREATEN" (PLOVER codebook). What somebody says that others must do is a REQUEST; what they will not do, a REJECT.
An act that is only the content of such an event is not an event of its kind, but gives it its mode.
"""

from __future__ import annotations

from newsgraph.language.events.coding import Coded
from newsgraph.language.events.roles.roles import Roles
from newsgraph.language.syntax.parse import Parse

COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
HOSTILE = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
_MADE_BY_OTHERS = frozenset(("REQUEST", "ACCUSE"))
"""Kinds of what others say that somebody grants or refuses: it has been said before."""
_MATRIX = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
_WANTED = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet", "RETREAT": "yield",
    "CONCEDE": "yield",
}  # fmt: skip
_THREATENED = {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "protest"}
_MEANING = frozenset("plan intend mean aim prepare set schedule gear expect due poise".split())
_MUST = frozenset(("must", "should", "shall", "ought"))
_PERHAPS = frozenset(("may", "might", "could", "would"))
_SHARES = frozenset(("%", "percent", "pct", "cent", "proportion", "percentage"))
_BEGINNING = frozenset("start begin resume".split())
"""Verbs that say only that an act begins: "will start sending food"."""
_GOING_ON = _BEGINNING | frozenset("keep continue go carry".split())
"""Verbs that say so or that it goes on, which is a threat of what is hostile: "will keep shelling the port"."""
_YIELDING = frozenset("tolerate accept allow permit let stand condone countenance stomach brook yield bow".split())
"""What somebody who refuses says that they will not do: "we will not tolerate"."""
_DONE_BY_SAYING = frozenset(("REQUEST", "ACCUSE", "SUPPORT", "REJECT"))
"""Kinds of what is done by saying it: who met or wrote to somebody to thank him has thanked him."""
_PROTESTING = frozenset(("protest", "complain"))
_OCCASIONS = frozenset(("CONSULT", "PROTEST", "SAY"))
"""Kinds of what gives the occasion to say something."""
_CALLING_IN = frozenset(("summon", "convene", "call"))
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
        main = self._begun(verb, _GOING_ON if event.kind in HOSTILE else _BEGINNING)
        modals = [syntax.lower[c] for c in syntax.children[main] if syntax.dep[c] == "aux" and syntax.tag[c] == "MD"]
        must = bool(_MUST & set(modals)) or (event.kind not in ("OTHER", "SAY") and self._has_to(verb))
        idle = must and (self._is_own_duty(verb) or self._is_asked(verb) or self._is_guessed(verb))
        speaker = self._speaker(verb) if must and not idle else None
        if speaker is not None:
            late = any(syntax.lower[c] == "have" and syntax.dep[c] == "aux" for c in syntax.children[verb])
            kind, why = ("ACCUSE", "should have") if late else ("REQUEST", "must")
            event.reason = f"{why}, said by another: {kind} (what: {event.reason})"
            event.mode = None if late else _WANTED.get(event.kind, "change")
            event.kind = kind
            coded.speaker = self.roles.coded[speaker]
            coded.apart = syntax.sentence[speaker] != syntax.sentence[verb]
            modal = min((c for c in syntax.children[verb] if syntax.lower[c] in _MUST), default=verb)
            event.start = modal if event.start - modal <= 2 else event.start
            event.factuality = coded.speaker.event.factuality  # it is made by being said
            return
        if event.factuality == "negated" and modals and event.kind in COOPERATIVE:
            event.reason = f"will not: REJECT (what: {event.reason})"
            coded.deed = event.kind
            event.mode, event.kind = _WANTED.get(event.kind), "REJECT"
            return
        if self._will_not_have(verb, coded, modals):
            event.reason = f"will not have it: REJECT (what: {event.reason})"
            event.kind, event.factuality = "REJECT", "actual"
            return
        if event.factuality == "future" and (modals or self._is_meant(verb)) and self._has_actor(coded):
            if event.kind in COOPERATIVE and event.kind not in ("AGREE", "CONSULT"):
                coded.deed = event.kind
                event.reason = f"future cooperation: AGREE (what: {event.reason})"
                event.mode, event.kind = event.kind.lower(), "AGREE"
            elif event.kind in HOSTILE and (event.kind != "MOBILIZE" or self._is_against(coded)):
                coded.deed = event.kind
                event.reason = f"future hostile act: THREATEN (what: {event.reason})"
                event.mode, event.kind = _THREATENED.get(event.kind), "THREATEN"

    def _begun(self, verb: int, beginning: frozenset[str]) -> int:
        """The verb that says of an act that it begins or goes on, or else the act's own."""
        head = self.syntax.head[verb]
        going = self.syntax.dep[verb] == "xcomp" and self.syntax.lemma[head] in beginning
        return head if going and self.syntax.pos[head] == "VERB" else verb

    def _will_not_have(self, verb: int, coded: Coded, modals: list[str]) -> bool:
        """Whether somebody says that they will not put up with something: "will not tolerate", "won't let it be"."""
        refused = coded.event.factuality == "negated" and self.syntax.lemma[verb] in _YIELDING
        return refused and not coded.frame.passive and bool({"will", "wo", "shall"} & set(modals))

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

    def _is_asked(self, verb: int) -> bool:
        """Whether a clause asks what should be done, or says when: "whether she should run", "should she run"."""
        syntax = self.syntax
        children = syntax.children[verb]
        first = min((c for c in children if syntax.dep[c] in ("nsubj", "nsubjpass")), default=verb)
        turned = any(syntax.lower[c] in _MUST and c < first < verb for c in children)
        return turned or any(syntax.lower[c] in ("whether", "if") for c in children)

    def _is_guessed(self, verb: int) -> bool:
        """Whether a clause says what somebody takes to have happened: "must have fled"."""
        words = {self.syntax.lower[c] for c in self.syntax.children[verb] if self.syntax.dep[c] == "aux"}
        return {"must", "have"} <= words

    def _has_to(self, verb: int) -> bool:
        """Whether somebody has to do it, not "might have to"."""
        syntax = self.syntax
        head = syntax.head[verb]
        needed = syntax.dep[verb] == "xcomp" and syntax.lemma[head] in ("have", "need") and syntax.pos[head] == "VERB"
        return needed and not any(syntax.lower[c] in _PERHAPS for c in syntax.children[head] if syntax.dep[c] == "aux")

    def _has_actor(self, coded: Coded) -> bool:
        frame = coded.frame
        return any(self.roles.actors_under(s) for s in frame.logical_subject)

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
                return None if self._is_of_a_poll(head) else head
            if head == at:
                return self._quoted_by(verb)
            return None
        return None

    def _is_of_a_poll(self, verb: int) -> bool:
        """Whether a share of those who were asked says it: "40% think he should resign"."""
        syntax = self.syntax
        return any(syntax.tag[s] == "CD" or syntax.lemma[s] in _SHARES for s in self.roles.coded[verb].frame.subject)

    def _quoted_by(self, verb: int) -> int | None:
        """The cue of the speech in which a sentence of its own says what others must do."""
        syntax, notes = self.syntax, self.roles.notes
        if not any(self.roles.is_actor(s) and syntax.pos[s] != "PRON" for s in self.roles.coded[verb].frame.subject):
            return None
        at = syntax.doc[verb].idx
        around = [a for a in notes.attributions if a.content[0] <= at < a.content[1] and a.mention is not None]
        speech = min(around, key=lambda a: a.content[1] - a.content[0], default=None)
        span = None if speech is None or speech.cue is None else syntax.doc.char_span(*speech.cue)
        return next((i for i in range(span.start, span.end) if i in self.roles.coded), None) if span else None

    def _undone(self, i: int, coded: Coded) -> None:
        """What is lifted, ended, accepted or rejected is one event with its lifting: "lifted the sanctions"."""
        syntax = self.syntax
        if coded.verb or syntax.dep[i] not in ("dobj", "nsubjpass", "pobj") or coded.event.kind == "OTHER":
            return
        if coded.event.kind in _MADE_BY_OTHERS and self._is_made_by_another(i):
            coded.event.factuality = "actual"
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

    def _is_made_by_another(self, noun: int) -> bool:
        """Whether a request that is granted or refused names who has made it: "a request by the villagers"."""
        syntax = self.syntax
        makers = [w for name, w in syntax.prepositions(noun) if name in ("by", "from")]
        return any(self.roles.actors_under(w) for w in makers)

    def _embedded(self, i: int, coded: Coded) -> None:
        """An act in the content of an asking, promise, threat or refusal gives that its mode, and is OTHER itself."""
        event, syntax = coded.event, self.syntax
        if event.kind in ("OTHER", "SAY") or event.factuality == "actual":
            return
        if (occasion := self._occasion(i)) is not None:
            called = syntax.lemma[occasion.event.root]
            if called in _CALLING_IN:
                coded.frame.subject = list(occasion.frame.subject)  # "summoned him to protest"
            if called == "call" and occasion.event.kind == "REQUEST":
                occasion.event.kind, occasion.event.mode = "CONSULT", "phone"
            coded.occasion = occasion
            event.factuality = occasion.event.factuality
            event.reason = f"said on occasion: {event.kind} (what: {event.reason})"
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

    @staticmethod
    def _asks(coded: Coded) -> bool:
        """Whether a verb is an asking, promise, threat or refusal, or would be one if it were done."""
        return coded.event.kind in _MATRIX or coded.deed in _MATRIX

    def _occasion(self, verb: int) -> Coded | None:
        """The meeting, protest or letter at which is done what is done by saying it: "met him to convey her thanks"."""
        syntax = self.syntax
        head = syntax.head[verb]
        deed = self.roles.coded.get(head)
        if deed is None or syntax.dep[verb] not in ("advcl", "xcomp") or not self._is_infinitive(verb):
            return None
        said = self.roles.coded[verb].event.kind in _DONE_BY_SAYING or syntax.lemma[verb] in _PROTESTING
        if not said:
            return None
        called_in = syntax.lemma[head] in _CALLING_IN and deed.frame.object and not deed.frame.passive
        return deed if called_in or deed.event.kind in _OCCASIONS else None

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
                demand = self.roles.coded.get(head)
                if demand is not None and demand.speaker is not None:
                    return demand  # "must disarm the militia and free the captives"
                at = head
                continue
            outer = self.roles.coded.get(head)
            if outer is not None and relation in ("xcomp", "ccomp", "acl") and self._asks(outer):
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
