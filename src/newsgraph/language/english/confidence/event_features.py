"""The features of an event, told once or several times, that say how likely it is right.

Each is a name with a number; the names are those of `lexicons/event_confidence.csv`, where their weights stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp

from newsgraph.language.annotations import Mention
from newsgraph.language.english.confidence.article_features import article_features
from newsgraph.language.english.confidence.participants import least_sure
from newsgraph.language.english.confidence.routes import heads, route
from newsgraph.language.english.confidence.subjects import subjects_of
from newsgraph.language.english.events.coding import Coded, first_record
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.arguments import sort_of_all
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import words_of

Features = dict[str, float]


class EventFeatures:
    """Reads the features of the events of one doc."""

    def __init__(self, who: Actors, order: Sequence[Coded]) -> None:
        self.who = who
        self.syntax = syntax = who.syntax
        self._sentence = syntax.sentence
        self._starts = [start for start, _ in syntax.sentences]
        self._headings = {self._sentence[i] for i in who.notes.headings}
        self._beside = Counter(self._sentence[c.event.root] for c in order if c.event.kind not in ("OTHER", "SAY"))
        self._kinds = Counter(c.event.kind for c in order)
        self._lemmas = Counter(syntax.lemma[c.event.root] for c in order)
        self._quoted = _quoted(syntax)
        self._earliest = {c.event.kind: c.event.start for c in sorted(order, key=lambda c: -c.event.start)}
        self._article = article_features(who)
        self._subjects = subjects_of(syntax)

    def of(self, chain: Sequence[Coded]) -> Features:
        """The features of an event by all its records, the first one first."""
        lead = self._told_best(chain)
        event = lead.event
        found: Features = dict(self._article)
        self._of_subject(lead, found)
        self._of_word(lead, found)
        self._of_words_around(lead, found)
        self._of_clause(lead, found)
        self._of_arguments(lead, found)
        self._of_place_in_text(chain, found)
        agents = [m for c in chain for m in c.event.agents]
        targets = [m for c in chain for m in c.event.targets]
        self._of_role("agent", agents, chain, found)
        self._of_role("target", targets, chain, found)
        self._of_chain(chain, lead, found)
        for harm in ("killed", "injured", "detained"):
            if any(harm in c.event.counts for c in chain):
                found[f"count {harm}"] = 1.0
        found[f"time {event.time_reason or 'clause'}" if event.bound else "no time"] = 1.0
        found[f"place {event.place_reason}" if event.places else "no place"] = 1.0
        if not event.time and not event.places and not any(c.event.counts for c in chain):
            found[f"{event.kind} nowhere, never, nobody"] = 1.0
        doubt = 1.0 - least_sure(chain)
        found["participants doubtful"] = 2 * doubt
        found["a participant very doubtful"] = 4 * max(0.0, doubt - 0.2)
        found["main"] = float(any(c.event.main for c in chain))
        found["named event"] = float(any(c.event.name for c in chain))
        found["linked"] = float(any(c.event.response_to or c.event.cause_of or c.event.part_of for c in chain))
        return found

    def _told_best(self, chain: Sequence[Coded]) -> Coded:
        """The record that tells best what the first one says: by a verb, with those who took part, not in a heading."""
        first = next((c for c in chain if c.event.kind not in ("OTHER", "SAY")), chain[0])
        said = first.event.kind, first.event.factuality
        same = [c for c in chain if (c.event.kind, c.event.factuality) == said]

        def how_well(coded: Coded) -> tuple[bool, bool]:
            return coded.verb, self._sentence[coded.event.root] not in self._headings

        return max(same, key=how_well)

    def _of_chain(self, chain: Sequence[Coded], lead: Coded, found: Features) -> None:
        """How often and how it is told, how surely all that is one deed, and what else is told of its word and kind."""
        words = [self.syntax.lemma[c.event.root] for c in chain]
        word, kind = self.syntax.lemma[lead.event.root], lead.event.kind
        found["told again"] = float(min(3, len(chain) - 1))
        found["words for it"] = float(min(3, len(set(words)) - 1))
        doubts = [1.0 / (1.0 + exp(c.joined)) for c in chain if c.joined is not None]
        found["joins doubtful"] = sum(doubts)
        found["weakest join"] = max(doubts, default=0.0)
        found["like words"] = float(min(4, self._lemmas[word] - words.count(word)))
        found["like kinds"] = float(min(6, self._kinds[kind] - sum(c.event.kind == kind for c in chain)))

    def _of_subject(self, coded: Coded, found: Features) -> None:
        """What the article and the passage are about."""
        kind = coded.event.kind
        for name, value in self._subjects.article.items():
            found[f"about {name}"] = value
            found[f"{kind} about {name}"] = value
        for name, value in self._subjects.near(coded.event.root).items():
            found[f"near {name}"] = value
            found[f"{kind} near {name}"] = value

    def _of_word(self, coded: Coded, found: Features) -> None:
        event, entry = coded.event, coded.entry
        kind = event.kind
        found[kind] = 1.0
        found[f"{kind} {event.factuality}"] = 1.0
        found[event.factuality] = 1.0
        lemma = self.syntax.lemma[event.root]
        found[f"{'verb' if coded.verb else 'noun'} {lemma} {kind}"] = 1.0
        found[f"{kind} {'verb' if coded.verb else 'noun'}"] = 1.0
        if event.mode:
            found[f"{kind} mode {event.mode}"] = 1.0
        if entry is None:
            found["no entry"] = 1.0
        else:
            found["tests"] = float(min(3, len(entry.tests)))
            found["phrase"] = float(min(2, len(entry.rest)))
            for test in entry.tests:
                found[f"tested {test.place if test.place in _TESTED else 'preposition'}"] = 1.0
            found[f"entry {entry.source}"] = 1.0
        rule = event.reason.partition(":")[0] if ":" in event.reason else "lexicon"
        found[f"rule {rule}"] = 1.0

    def _of_words_around(self, coded: Coded, found: Features) -> None:
        """The words that stand with it, whether they act or not: "hit" with "touchdown" is no assault."""
        syntax, event, root = self.syntax, coded.event, coded.event.root
        lemma, frame = syntax.lemma, coded.frame
        if coded.verb:
            for word in frame.logical_subject[:_FEW]:
                found[f"subject {lemma[word]}"] = 1.0
            for word in frame.object[:_FEW]:
                found[f"object {lemma[word]}"] = found[f"{lemma[root]} object {lemma[word]}"] = 1.0
        else:
            for c in syntax.children[root]:
                if syntax.dep[c] in ("amod", "compound", "poss", "nmod"):
                    found[f"noun with {syntax.lower[c]}"] = 1.0
            head = syntax.head[root]
            if syntax.dep[root] == "pobj":
                found[f"behind {syntax.lower[head]} {lemma[syntax.head[head]]}"] = 1.0
            else:
                found[f"below {syntax.dep[root]} {lemma[head]}"] = 1.0
        for preposition, word in frame.preps[:_FEW]:
            found[f"{'verb' if coded.verb else 'noun'} {preposition} {lemma[word]}"] = 1.0
        for role, mentions in (("agent", event.agents), ("target", event.targets)):
            for mention in mentions[:_FEW]:
                if mention.form != "name":
                    found[f"{role} {lemma[mention.root]}"] = found[f"{event.kind} {role} {lemma[mention.root]}"] = 1.0

    def _of_clause(self, coded: Coded, found: Features) -> None:
        syntax, root = self.syntax, coded.event.root
        found[f"{'verb' if coded.verb else 'noun'} as {syntax.dep[root]}"] = 1.0
        found[f"tag {syntax.tag[root]}"] = 1.0
        depth, at = 0, root
        while syntax.head[at] != at and depth < 8:
            at = syntax.head[at]
            depth += 1
        found["depth"] = float(depth)
        self._of_tense(coded, found)
        self._of_context(coded, found)
        head = syntax.head[root]
        if coded.verb:
            found["passive"] = float(coded.frame.passive)
            found["perfect"] = float(any(syntax.lemma[c] == "have" for c in syntax.children[root]))
            for c in syntax.children[root]:
                if syntax.dep[c] in ("aux", "neg", "mark"):
                    found[f"with {syntax.lower[c]}"] = 1.0
                if syntax.dep[c] in ("ccomp", "xcomp"):
                    found[f"takes {syntax.dep[c]}"] = 1.0
            if head != root and syntax.dep[root] in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
                found[f"below {syntax.lemma[head]}"] = 1.0
        else:
            marks = {syntax.lower[c] for c in syntax.children[root] if syntax.dep[c] == "det"}
            plural = syntax.tag[root] in ("NNS", "NNPS")
            article = "the" if marks & {"the", "this", "that", "these"} else "a" if marks else "bare"
            owned = any(syntax.dep[c] == "poss" for c in syntax.children[root])
            noun = f"noun {'owned' if owned else article}{' plural' if plural else ''}"
            found[noun] = 1.0
            found[f"{coded.event.kind} {noun}"] = 1.0
            if syntax.dep[root] in ("dobj", "nsubj", "nsubjpass"):
                found[f"{syntax.dep[root]} of {syntax.lemma[head]}"] = 1.0
            if syntax.dep[root] == "pobj":
                found[f"behind {syntax.lower[head]}"] = 1.0
            found["noun with own words"] = float(bool(coded.agents) + bool(coded.targets))
        if coded.carrier is not None:
            found["carried"] = 1.0
        if coded.judged:
            found["judged"] = 4 * (coded.judged - 0.5)
            found[f"{coded.event.kind} judged"] = 4 * (coded.judged - 0.5)

    def _of_tense(self, coded: Coded, found: Features) -> None:
        """In which tense the clause stands that tells of an event: what is always so is told in the present."""
        syntax, root = self.syntax, coded.event.root
        line = [root, *heads(syntax, root)]
        at = next((w for w in line if syntax.pos[w] in ("VERB", "AUX")), line[-1])
        helpers = {syntax.lower[c] for c in syntax.children[at] if syntax.dep[c] in ("aux", "auxpass")}
        tags = {syntax.tag[c] for c in syntax.children[at] if syntax.dep[c] in ("aux", "auxpass")} | {syntax.tag[at]}
        past = "VBD" in tags or not helpers.isdisjoint(("has", "have", "had"))
        tense = "modal" if "MD" in tags else "past" if past else "present" if tags & {"VBZ", "VBP"} else "no tense"
        found[f"clause {tense}"] = 1.0
        found[f"{coded.event.kind} clause {tense}"] = 1.0

    def _of_context(self, coded: Coded, found: Features) -> None:
        """Whether it looks back, and how it hangs in its sentence."""
        syntax, event = self.syntax, coded.event
        told = self._earliest.get(event.kind, event.start) < event.start
        found["of a kind told before"] = float(told)
        if told and not coded.verb:
            back = any(syntax.lower[c] in ("the", "this", "that") for c in syntax.children[event.root])
            found["noun that looks back"] = float(back)
        for c in syntax.children[event.root]:
            if syntax.dep[c] == "prep":
                found[f"{'verb' if coded.verb else 'noun'} {syntax.lower[c]}"] = 1.0
        line = [event.root, *heads(syntax, event.root)]
        found["path " + "<".join(syntax.dep[w] for w in line[:-1][:3])] = 1.0
        found[f"sentence {syntax.tag[line[-1]]}"] = 1.0

    def _of_arguments(self, coded: Coded, found: Features) -> None:
        """What sort of things stand as subject and object, whether they act or not."""
        kind, frame = coded.event.kind, coded.frame
        if not coded.verb:
            return
        doer = sort_of_all(frame.logical_subject, self.who)
        undergoer = sort_of_all(frame.object, self.who)
        voice = "passive " if frame.passive else ""
        for name in (f"doer {voice}{doer}", f"undergoer {undergoer}"):
            found[name] = 1.0
            found[f"{kind} {name}"] = 1.0
        for prefix, words in (("doer", frame.logical_subject), ("undergoer", frame.object)):
            for word in words:
                if self.syntax.pos[word] == "PRON":
                    found[f"{prefix} {self.syntax.lower[word]}"] = 1.0

    def _of_place_in_text(self, chain: Sequence[Coded], found: Features) -> None:
        first = chain[0].event
        sentences = {self._sentence[c.event.root] for c in chain}
        sentence = self._sentence[first.root]
        found["in a heading"] = float(bool(sentences & self._headings))
        found["first sentences"] = float(sentence <= 2)
        found[f"{first.kind} in the first sentences"] = float(sentence <= 2)
        found["how far down"] = min(1.0, sentence / 30)
        stop = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else self.syntax.size
        found["length"] = min(80, stop - self._starts[sentence]) / 40
        found["events beside"] = float(min(6, self._beside[sentence] - 1))
        found["all quoted"] = float(all(self._quoted[c.event.root] for c in chain))
        found["all reported"] = float(all(c.event.voice is not None for c in chain))

    def _of_role(self, role: str, mentions: list[Mention], chain: Sequence[Coded], found: Features) -> None:
        kind = chain[0].event.kind
        if not mentions:
            found[f"no {role}"] = 1.0
            found[f"{kind}, no {role}"] = 1.0
            return
        entities = {id(m.entity): m.entity for m in mentions}
        found[f"{role}s"] = float(min(4, len(entities)))
        found[f"several {role}s"] = float(len(entities) > 1)
        for entity in entities.values():
            found[f"{role} {entity.kind}"] = 1.0
            found[f"{role} {'named' if entity.named else 'nameless'}"] = 1.0
        roots = {c.event.root for c in chain}
        routes = {route(self.syntax, m.root, roots) for m in mentions}
        for by in routes:
            found[f"{role} by {by}"] = 1.0
            found[f"{kind} {role} by {by}"] = 1.0
        found[f"{role} far only"] = float(routes == {"far"})
        found[f"{role} pronoun only"] = float(all(m.form == "pronoun" for m in mentions))


_FEW = 3
"""Of how many words of a list the features tell."""
_TESTED = frozenset("obj subj mod gov has comp inf bare wh compsubj".split())


def _quoted(syntax: Parse) -> list[bool]:
    """Whether each word stands in quotation marks; the end of a paragraph closes them."""
    inside, found = False, list[bool]()
    ends = (i for i in words_of(syntax.doc).breaks if "\n\n" in syntax.lower[i])
    for i in sorted([*syntax.at('"', "“", "”", "``", "''"), *ends]):
        word = syntax.lower[i]
        found += [inside] * (i - len(found)) + [False]
        inside = word in ("“", "``") or (word == '"' and not inside)
    return found + [inside] * (syntax.size - len(found))


def chains_of(order: Sequence[Coded]) -> list[list[Coded]]:
    """The records of each event, those of one chain of `same_as` together, in the order of the text."""
    first: dict[int, list[Coded]] = {}
    for coded in sorted(order, key=lambda c: c.event.start):
        first.setdefault(id(first_record(coded.event)), []).append(coded)
    return list(first.values())
