"""Attacks and accidents, and the deaths and harm that they did: told apart in the text, one in the world."""

from __future__ import annotations

from newsgraph.language.annotations import Counted
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.setting.counts import CountFinder
from newsgraph.language.english.syntax.parse import Parse

_HARM_VERBS = frozenset(
    "kill injure wound die perish hurt damage destroy trap leave claim maim hospitalize hospitalise slay".split()
)
_MARKS = frozenset(("mark", "advmod", "prep"))
_OTHER_TIMES = frozenset("after before since until".split())
_OWNING = frozenset(("claim", "admit", "accept", "take"))


class IncidentLinker:
    """Joins the words for one incident within its sentence."""

    def __init__(self, syntax: Parse, coded: dict[int, Coded], counts: CountFinder) -> None:
        self.syntax = syntax
        self._counts = counts
        self.coded = coded
        self._order = sorted(coded.values(), key=lambda c: c.event.start)

    def appositions(self) -> None:
        """Join a noun and its apposition: "Operation X, a series of strikes on ..."."""
        syntax = self.syntax
        for coded in self._order:
            for c in syntax.children[coded.event.root]:
                if syntax.dep[c] != "appos":
                    continue
                words = [c, *(w for name, w in syntax.prepositions(c) if name == "of")]
                other = next((self.coded[w] for w in words if w in self.coded and not self.coded[w].verb), None)
                if other is not None and (other.event.kind == coded.event.kind or coded.event.kind == "OTHER"):
                    coded.event.kind = other.event.kind
                    self._one_event(coded, other)

    def harms(self) -> None:
        """Killing and harm, and the attack or accident that did it: one event, or the second the cause of the first."""
        syntax = self.syntax
        for coded in self._order:
            root = coded.event.root
            if not coded.verb:
                if syntax.pos[root] == "NOUN":
                    self._state_of(coded)
                continue
            harm = syntax.lemma[root] in _HARM_VERBS and (syntax.lemma[root] != "leave" or bool(coded.event.counts))
            above = self.coded.get(syntax.head[root])
            if harm and syntax.dep[root] == "conj" and above is not None and self._is_same_harm(above, coded):
                self._one_event(above, coded)
            if syntax.lemma[root] in _OWNING:
                self._owned(coded)
            if not harm and coded.event.kind not in ("ASSAULT", "DISASTER"):
                continue
            subject = coded.frame.logical_subject
            phrases = [w for name, w in coded.frame.preps if name in ("in", "by", "during", "from", "after", "at")]
            for word in (*subject, *phrases) if harm else subject:
                incident = self.coded.get(word)
                if incident is None or incident.verb or incident.event.factuality != coded.event.factuality:
                    continue
                if incident.event.kind in ("ASSAULT", "DISASTER"):
                    self._one_event(incident, coded)
                    break
            else:
                if harm:
                    self._incident_clause(root, coded)

    def _owned(self, coded: Coded) -> None:
        """Give an attack the agent that claims responsibility for it."""
        syntax = self.syntax
        claimed = next((o for o in coded.frame.object if syntax.lemma[o] in ("responsibility", "credit")), None)
        if claimed is None or coded.event.factuality != "actual":
            return
        words = [w for name, w in (*coded.frame.preps, *syntax.prepositions(claimed)) if name == "for"]
        if syntax.dep[coded.event.root] == "relcl":
            words.append(syntax.head[coded.event.root])
        for word in words:
            incident = self.coded.get(word)
            if incident is not None and incident.event.kind == "ASSAULT" and not incident.event.agents:
                incident.event.agents = list(coded.event.agents)

    def _is_same_harm(self, one: Coded, other: Coded) -> bool:
        """Whether two coordinated verbs are one deed: "killed seven and wounded 20"."""
        a, b, lemma = one.event, other.event, self.syntax.lemma
        if lemma[a.root] not in _HARM_VERBS or a.kind != b.kind or a.factuality != b.factuality:
            return False
        if self.syntax.child(b.root, "nsubj", "nsubjpass") is None:
            return True
        apart = bool(b.places or b.time) or any(name in ("in", "at", "near", "during") for name, _ in other.frame.preps)
        return lemma[a.root] != lemma[b.root] and not apart

    def _state_of(self, incident: Coded) -> None:
        """Give an incident the counts of the state that it left: "three dead in a blast"."""
        syntax = self.syntax
        if incident.event.kind not in ("ASSAULT", "DISASTER") or syntax.dep[incident.event.root] != "pobj":
            return
        preposition = syntax.head[incident.event.root]
        state = syntax.head[preposition]
        if syntax.lower[preposition] in ("in", "after", "as", "by", "from"):
            for harm, number in self._counts.of_state(state).items():
                incident.event.count(harm, number)

    def _one_event(self, incident: Coded, harm: Coded) -> None:
        harm.event.kind = incident.event.kind
        first, second = sorted((incident, harm), key=lambda c: c.event.start)
        if second.event.same_as is None and first.event.same_as is not second.event:
            second.event.same_as = first.event
        for one, other in ((incident.event, harm.event), (harm.event, incident.event)):
            one.targets = one.targets or list(other.targets)
            one.agents = one.agents or list(other.agents)
            one.take_places(other, "same event")
            if one.time is None and other.time is not None:
                weak = other.time_reason == "present tense"
                one.time, one.time_reason = other.time, other.time_reason if weak else "same event"

    def _incident_clause(self, root: int, harm: Coded) -> None:
        """Join harm with the incident of its clause: "killed when a tram derailed", "hit the camp, killing six"."""
        syntax = self.syntax
        clauses = [c for c in syntax.children[root] if syntax.dep[c] == "advcl" and c in self.coded]
        if syntax.dep[root] in ("advcl", "conj") and syntax.head[root] in self.coded:
            clauses.append(syntax.head[root])
        for clause in clauses:
            incident = self.coded[clause]
            if incident.event.kind not in ("ASSAULT", "DISASTER"):
                continue
            if syntax.lemma[clause] in _HARM_VERBS or incident.event.factuality != harm.event.factuality:
                continue
            below, above = (root, clause) if clause == syntax.head[root] else (clause, root)
            if self._is_another_time(below) or (syntax.dep[below] == "conj" and self._has_subject(below)):
                continue
            if above == root and not self._is_told_by_when(below):
                continue
            said = harm.event
            for key, value in said.counts.items():
                incident.event.count(key, Counted(value, said.counts_max.get(key), said.said_at.get(key)))
            self._one_event(incident, harm)
            return

    def _has_subject(self, verb: int) -> bool:
        return self.syntax.child(verb, "nsubj", "nsubjpass") is not None

    def _is_another_time(self, clause: int) -> bool:
        """Whether a clause with a subject of its own tells of something before or after the clause above it."""
        syntax = self.syntax
        marked = any(syntax.lower[c] in _OTHER_TIMES for c in syntax.children[clause] if syntax.dep[c] in _MARKS)
        return marked and self._has_subject(clause)

    def _is_told_by_when(self, clause: int) -> bool:
        """Whether a clause says in what people were harmed: "when a tram derailed", or a participle."""
        syntax = self.syntax
        if any(syntax.lower[c] in ("when", "as") for c in syntax.children[clause] if syntax.dep[c] in _MARKS):
            return True
        return not self._has_subject(clause) and syntax.tag[clause] == "VBG"
