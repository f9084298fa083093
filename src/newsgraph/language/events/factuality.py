"""Whether an event happened: actual, negated, possible or future, from the words that have it in their scope."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from newsgraph.language.events.lexicon import word_classes
from newsgraph.language.syntax.parse import Parse

_STRENGTH = {"actual": 0, "future": 1, "possible": 2, "negated": 3}


@cache
def factuality_cues() -> dict[str, dict[str, str]]:
    """The cues of `lexicons/factuality_cues.csv`: by place, the value that a word gives."""
    found: dict[str, dict[str, str]] = {}
    text = (files("newsgraph.language") / "lexicons" / "factuality_cues.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault(row["place"], {}).setdefault(row["word"], row["value"])
    return found


class FactualityFinder:
    """Finds the factuality of words in one doc; what is found for a clause is kept for those inside it."""

    def __init__(self, syntax: Parse) -> None:
        self.syntax = syntax
        self._known: dict[int, str] = {}
        cues = factuality_cues()
        self._aux, self._adverb, self._mark = cues["aux"], cues["adverb"], cues["mark"]
        self._light, self._partitive = word_classes()["light"], word_classes()["partitive"]
        self._complement, self._modifier, self._object = cues["complement"], cues["modifier"], cues["object"]
        self._predicate = cues["predicate"]

    def of(self, i: int, depth: int = 0) -> str:
        """The factuality of the event that a verb or noun names."""
        value = self._known.get(i)
        if value is None:
            if depth > 8:
                return "actual"
            verbal = self.syntax.pos[i] in ("VERB", "AUX")
            value = self._of_verb(i, depth) if verbal else self._of_noun(i, depth)
            self._known[i] = value
        return value

    def of_deed(self, i: int) -> str:
        """The factuality of what is done, which who plans it has not done: "a march is scheduled"."""
        value = self.of(i)
        planned = self.syntax.pos[i] == "VERB" and self.syntax.lemma[i] in _PLANNING
        children = {self.syntax.lower[c] for c in self.syntax.children[i]}
        planned = planned and children.isdisjoint(("had", "as", "by"))  # "a rally planned by" may be going on
        return "future" if planned and value == "actual" else value

    def _of_verb(self, verb: int, depth: int) -> str:
        syntax = self.syntax
        own, modal, infinitive, finite_aux = "actual", None, False, False
        for c in syntax.children[verb]:
            relation, lower = syntax.dep[c], syntax.lower[c]
            if relation == "neg" or (relation == "advmod" and lower in ("never", "nowhere")):
                return "negated"
            if relation == "advmod" and lower in ("longer", "more") and self._is_none(c):
                return "negated"
            if relation == "aux":
                if syntax.tag[c] == "MD":
                    modal = self._aux.get(lower, "possible")
                elif syntax.tag[c] == "TO":
                    infinitive = True
                elif self._is_inverted(verb, c):
                    own = "possible"
                else:
                    finite_aux = True
            elif relation == "advmod" and lower in self._adverb:
                own = self._adverb[lower]
            elif relation == "auxpass" and syntax.tag[c] in ("VBD", "VBZ", "VBP"):
                finite_aux = True
            elif relation == "mark" and lower in self._mark:
                own = "possible"
            elif relation in ("nsubj", "nsubjpass", "dobj") and self._is_none(c):
                return "negated"
        would = any(syntax.lower[c] == "would" for c in syntax.children[verb])
        if modal == "possible" and would and not self._is_unreal(verb):
            doubted = syntax.dep[verb] == "ccomp" and self.of(syntax.head[verb], depth + 1) == "negated"
            modal = "future" if self._is_reported(verb) and not doubted else "possible"
        if modal is not None and own == "actual":
            own = modal
        if own != "actual":
            return own
        return self._of_context(verb, infinitive, finite_aux, depth)

    def _is_unreal(self, verb: int) -> bool:
        """Whether a clause tells what did not come: "the camp would have been flooded"."""
        return self.syntax.has_child(verb, "have", "aux")

    def _is_none(self, i: int) -> bool:
        syntax = self.syntax
        if syntax.lower[i] in ("nobody", "nothing", "none", "neither"):
            return True
        return any(
            syntax.lower[c] in ("no", "neither") and syntax.dep[c] in ("det", "neg", "advmod", "preconj")
            for c in syntax.children[i]
        )

    def _is_reported(self, verb: int) -> bool:
        syntax = self.syntax
        while syntax.dep[verb] == "conj":
            verb = syntax.head[verb]
        return syntax.dep[verb] in ("ccomp", "relcl", "acl") or any(
            syntax.dep[c] in ("ccomp", "parataxis") for c in syntax.children[verb]
        )

    def _of_context(self, verb: int, infinitive: bool, finite_aux: bool, depth: int) -> str:
        """What the clause above says about a verb without a sign of its own."""
        syntax = self.syntax
        relation, head = syntax.dep[verb], syntax.head[verb]
        if head == verb:
            return "future" if infinitive else "actual"
        if relation == "conj":
            finite = any(syntax.dep[c] in ("nsubj", "nsubjpass") for c in syntax.children[verb]) or (
                syntax.tag[verb] in ("VBD", "VBZ", "VBP") and syntax.tag[head] != syntax.tag[verb]
            )
            if (finite or finite_aux) and not self._is_content_too(verb, head):
                upper = syntax.head[head]  # "whether he chose to go or was told to"
                doubted = syntax.dep[head] == "xcomp" and self._is_asked(upper)
                return "possible" if doubted or self._is_asked(head) else "actual"
            return self.of(head, depth + 1) if syntax.pos[head] in ("VERB", "AUX") else "actual"
        if relation in ("xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass"):
            return self._of_complement(verb, relation, head, infinitive, depth)
        return self._of_adverbial(verb, head, infinitive, depth) if relation == "advcl" else "actual"

    def _of_adverbial(self, verb: int, head: int, infinitive: bool, depth: int) -> str:
        """Of a clause beside another: its purpose, or what goes with it."""
        syntax = self.syntax
        if infinitive:
            voiced = syntax.lemma[head] in _GATHERING and syntax.lemma[verb] in _VOICING
            done = syntax.lemma[head] == "vote" or voiced or self._goes_on(head)
            return self.of(head, depth + 1) if done else "possible"
        if syntax.tag[verb] in ("VBG", "VBN") and syntax.child(verb, "mark", "nsubj", "advmod") is None:
            above = self.of(head, depth + 1)
            if above == "possible" and verb < head and syntax.tag[verb] == "VBG":
                return "actual"  # "appearing in court, she could be fined"
            alleged = any(syntax.lower[c] in self._adverb for c in syntax.children[head] if syntax.dep[c] == "advmod")
            return above if above != "negated" and not (alleged and syntax.tag[verb] == "VBG") else "actual"
        return "actual"

    def _is_inverted(self, verb: int, auxiliary: int) -> bool:
        """Whether a condition is told by order alone: "had they kept the promise, there would be peace"."""
        syntax = self.syntax
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        inverted = subject is not None and auxiliary < subject and syntax.lower[auxiliary] in ("had", "were")
        return inverted and syntax.dep[verb] == "advcl"

    def _goes_on(self, verb: int) -> bool:
        """Whether what stands behind a verb was done in the end: "went on to win"."""
        return self.syntax.lemma[verb] == "go" and self.syntax.has_child(verb, "on", "prt", "advmod", "prep")

    def _is_asked(self, verb: int) -> bool:
        """Whether a clause is one of two that a text leaves open: "whether A or B"."""
        syntax = self.syntax
        return any(syntax.dep[c] == "mark" and syntax.lower[c] == "whether" for c in syntax.children[verb])

    def _is_content_too(self, verb: int, head: int) -> bool:
        """Whether a clause is content like the one before it: "proposed that A stop and that B go"."""
        syntax = self.syntax
        while syntax.dep[head] == "conj":
            head = syntax.head[head]
        if syntax.dep[head] != "ccomp" or self._complement.get(syntax.lemma[syntax.head[head]]) is None:
            return False
        marked = any(syntax.dep[c] == "mark" and syntax.lower[c] == "that" for c in syntax.children[verb])
        return marked or (syntax.tag[verb] in ("VB", "VBP") and syntax.tag[head] in ("VB", "VBP"))

    def _of_complement(self, verb: int, relation: str, head: int, infinitive: bool, depth: int) -> str:
        syntax = self.syntax
        if relation == "pcomp":
            preposition, head = syntax.lower[head], syntax.head[head]
            if (value := self._of_gerund(verb, preposition, head, depth)) is not None:
                return value
        if self._is_supposed(head):
            return "possible"
        if infinitive and self._is_denied(head, relation, depth):
            return "negated"
        cue = self._complement.get(syntax.lemma[head])
        finite = not infinitive and syntax.tag[verb] in ("VBD", "VBZ", "VBP")
        if relation == "acl" and not infinitive:
            if self._is_none(head):
                return "negated"
            letting = syntax.head[head]
            if syntax.tag[verb] == "VBN" and syntax.dep[head] == "dobj" and syntax.lemma[letting] in _HAVING:
                return self.of(letting, depth + 1)
            said = any(syntax.dep[c] == "mark" and syntax.lower[c] == "that" for c in syntax.children[verb])
            return "possible" if said and cue == "possible" else "actual"
        if cue is not None and not (finite and cue == "future"):
            given = syntax.lower[head] == "considering" and syntax.child(head, "nsubj", "aux") is None
            if (finite and syntax.lemma[head] in _FACTIVE) or given:
                return "actual"
            above = self.of(head, depth + 1)
            if above == "negated" and cue in ("negated", "future"):
                return "actual" if cue == "negated" else "negated"
            return cue
        if infinitive and syntax.lemma[head] == "vote":
            return "future" if syntax.lemma[verb] in ("strike", "walk", "stop") else self.of(head, depth + 1)
        if infinitive and (syntax.lemma[head] == "be" or (syntax.lemma[head] == "go" and syntax.tag[head] == "VBG")):
            return "future"
        if infinitive and (relation == "acl" or syntax.lemma[head] not in _IMPLICATIVE):
            return "possible"
        if (relation == "xcomp" or (relation == "ccomp" and infinitive)) and syntax.pos[head] in ("VERB", "AUX"):
            return self.of(head, depth + 1)
        return "actual"

    def _of_gerund(self, verb: int, preposition: str, head: int, depth: int) -> str | None:
        """Of a clause behind a preposition; None if it is the content of the word before that."""
        syntax = self.syntax
        if preposition == "without":
            return "negated"
        asked = any(syntax.tag[c] == "WRB" for c in syntax.children[verb])
        if (syntax.lemma[head], preposition) == ("close", "to") or (
            asked and (syntax.lemma[head], preposition) in _OPEN
        ):
            return "possible"  # "close to signing", "depends on how they agree"
        if preposition not in _CIRCUMSTANCE and self._complement.get(syntax.lemma[head]) is not None:
            return None
        above = self.of(head, depth + 1)
        gone_before = above == "possible" and preposition in _GONE_BEFORE
        return above if above != "negated" and not gone_before else "actual"

    def _is_supposed(self, head: int) -> bool:
        """Whether a clause is what the reader is asked to suppose: "Say the army attacked"."""
        syntax = self.syntax
        bare = syntax.tag[head] in ("VB", "VBP") and syntax.child(head, "nsubj", "aux", "conj", "neg") is None
        return bare and syntax.dep[head] == "ROOT" and syntax.lower[head] in _SUPPOSING

    def _is_denied(self, head: int, relation: str, depth: int) -> bool:
        """Whether the word above an infinitive says that it did not come to it: "no plans to", "too weak to"."""
        syntax = self.syntax
        if relation == "acl":
            return self._is_none(head) or (syntax.pos[head] == "NOUN" and self.of(head, depth + 1) == "negated")
        adverbs = [syntax.lower[c] for c in syntax.children[head] if syntax.dep[c] == "advmod"]
        return "too" in adverbs or ("yet" in adverbs and syntax.lemma[head] in ("have", "be"))

    def _of_noun(self, noun: int, depth: int) -> str:
        syntax = self.syntax
        if any(syntax.lower[c] == "such" for c in syntax.children[noun]) and not self._is_none(noun):
            return self._of_such(noun)
        for c in syntax.children[noun]:
            if syntax.dep[c] in ("amod", "det", "compound", "nmod") and (value := self._modifier.get(syntax.lower[c])):
                tried = syntax.lower[c] == "failed" and syntax.lemma[noun] in _TRIED
                return "actual" if tried else value
            if self._is_to_come(c):
                return "future"
        relation, head = syntax.dep[noun], syntax.head[noun]
        if self._is_ahead(noun):
            return "future"
        first = min([noun, *(c for c in syntax.children[noun] if syntax.dep[c] in ("det", "amod", "compound"))])
        if first and syntax.lower[first - 1] == "not":
            return "negated"
        if relation == "conj":
            return self.of(head, depth + 1) if syntax.pos[head] in ("NOUN", "VERB") else "actual"
        if relation == "acomp" and self.of(head, depth + 1) == "negated":
            return "negated"  # "no minister was willing"
        if relation in ("pobj", "pcomp"):
            head = syntax.head[head]
            relation = "pobj"
            if (value := self._behind_preposition(noun, head, depth)) is not None:
                return value
        if syntax.pos[head] not in ("VERB", "AUX"):
            return "actual"
        value = self._by_its_verb(noun, relation, head)
        if value is None:
            return self._of_argument(noun, relation, head, depth)
        if value == "negated" and self.of(head, depth + 1) == "negated":
            return "possible" if syntax.lemma[head] in _EXCLUDING else "actual"
        heard = value == "actual" and syntax.lemma[head] in ("hear", "see", "witness") and not self._is_known(noun)
        above = self.of(head, depth + 1) if value == "future" or heard else value
        return above if above in ("possible", "negated") else value

    def _is_to_come(self, word: int) -> bool:
        """Whether a word puts the noun above it in the future: "a rally planned for May", "a vote next week"."""
        syntax = self.syntax
        if syntax.dep[word] == "acl":
            planned = syntax.tag[word] == "VBN" and syntax.lemma[word] in _PLANNING
            return planned and all(syntax.lower[c] != "by" for c in syntax.children[word])
        if syntax.dep[word] == "advmod" and syntax.lower[word] == "away":
            return any(c in syntax.times for c in syntax.children[word])
        if syntax.dep[word] in ("npadvmod", "tmod") and word in syntax.times:
            return any(syntax.lower[c] == "next" for c in syntax.children[word])
        return False

    def _is_ahead(self, noun: int) -> bool:
        """Whether right behind a noun it says how long it is till then: "elections just six months away"."""
        lower = self.syntax.lower
        away = next((k for k in range(noun + 2, min(noun + 6, self.syntax.size)) if lower[k] == "away"), None)
        return away is not None and lower[away - 1] in _UNITS

    def _of_such(self, noun: int) -> str:
        """"Such an attack" is any of a kind; "such attacks" and "such flooding" are told to be there."""
        syntax = self.syntax
        at = next(c for c in syntax.children[noun] if syntax.lower[c] == "such")
        return "possible" if syntax.lower[at + 1] in ("a", "an") else "actual"

    def _behind_preposition(self, noun: int, head: int, depth: int) -> str | None:
        """What the word before a preposition, or that itself, says of the noun behind it; None if neither does."""
        syntax, preposition = self.syntax, self.syntax.lower[self.syntax.head[noun]]
        if preposition == "without" and not self._is_known(noun):
            return "negated"
        if phrase := self._phrase_before(self.syntax.head[noun]):
            return _PHRASES[phrase]
        if syntax.lemma[head] in self._partitive and preposition == "of":
            return self.of(head, depth + 1)
        if syntax.pos[head] == "ADJ" and (syntax.lemma[head], preposition) in _OPEN:
            return "possible"
        if (syntax.lemma[head], preposition) in _BRINGING:
            return self.of(head, depth + 1)
        if syntax.pos[head] != "NOUN":
            return None
        if syntax.lemma[head] in _BACKING and self._is_known(noun):
            return "actual"
        if not self._governs(head, noun):
            return "actual"
        if self._is_none(head) and not self._is_known(noun):
            return "negated"
        return self._complement.get(syntax.lemma[head], "actual")

    def _phrase_before(self, preposition: int) -> str:
        """The compound preposition that ends in a word ("in case of"), if it tells what is real; else nothing."""
        words = self.syntax.lower[max(0, preposition - 3) : preposition + 1]
        return next((phrase for phrase in _PHRASES if words[-phrase.count(" ") - 1 :] == phrase.split()), "")

    def _by_its_verb(self, noun: int, relation: str, verb: int) -> str | None:
        """What a verb such as "avert" or "plan" says of its object; None if it says nothing."""
        syntax = self.syntax
        value = self._object.get(syntax.lemma[verb]) if relation in ("dobj", "nsubjpass", "pobj") else None
        paired = f"{syntax.lemma[verb]} {syntax.lower[syntax.head[noun]]}" if relation == "pobj" else ""
        if paired in self._object:
            value = self._object[paired]
        elif relation == "pobj" and value not in (None, "actual") and not self._governs(verb, noun):
            return None
        if relation == "dobj" and syntax.child(verb, "oprd") is not None:
            return None
        if relation == "dobj" and syntax.lemma[verb] == "call" and self._is_known(noun):
            return None  # "had called the hearing"
        if relation == "dobj" and syntax.lemma[verb] in ("face", "carry") and syntax.has_child(noun, "maximum", "amod"):
            return "possible"
        if syntax.lemma[verb] == "announce" and self._is_made_known(noun):
            return None
        return None if syntax.lemma[verb] in _BACKING and self._is_known(noun) else value

    def _is_made_known(self, noun: int) -> bool:
        """Whether what is announced has happened, or is done by being announced: an outbreak, an arrest, a curfew."""
        lemma = self.syntax.lemma[noun]
        return lemma in _DONE or lemma in word_classes()["disaster"]

    def _of_argument(self, noun: int, relation: str, verb: int, depth: int) -> str:
        """Of a noun of whose reality its verb itself says nothing: as its clause, as far as that tells."""
        lemma = self.syntax.lemma[verb]
        if relation == "nsubj" and lemma == "be" and (value := self._of_predicate(verb)):
            return value
        if relation in ("nsubj", "attr") and self._is_general(verb):
            return "possible"
        if relation in ("dobj", "nsubjpass") and lemma in ENDING and self._is_known(noun):
            return "actual"
        if relation == "pobj" and lemma in _JUDGING and self._is_charge(noun):
            return "possible"
        carried = relation in ("dobj", "nsubjpass") and lemma in self._light
        if carried or (relation == "nsubj" and lemma in _HAPPENING) or relation == "attr":
            return self.of(verb, depth + 1)
        if relation == "nsubj" and lemma == "be" and (above := self.of(verb, depth + 1)) != "negated":
            return above if above != "possible" or self.syntax.child(noun, "poss") is None else "actual"
        return self._as_the_clause(noun, relation, verb, depth)

    def _as_the_clause(self, noun: int, relation: str, verb: int, depth: int) -> str:
        """What a clause says about an event that its reader has not heard of: "could cause floods", "a strike may"."""
        syntax = self.syntax
        if self._is_known(noun) or syntax.child(noun, "nummod") is not None:
            return "actual"
        if relation == "pobj":
            preposition = syntax.lower[syntax.head[noun]]
            if preposition not in _LEADING and (preposition != "in" or syntax.lemma[verb] not in _RESULTING):
                joint = preposition == "in" and (syntax.lemma[noun] in _JOINT or self._is_if(verb))
                return self.of(verb, depth + 1) if joint and self.of(verb, depth + 1) == "possible" else "actual"
        elif relation not in ("dobj", "nsubjpass", "nsubj") or (relation == "nsubj" and self._is_told(noun)):
            return "actual"
        purpose = syntax.dep[verb] == "advcl" and any(syntax.tag[c] == "TO" for c in syntax.children[verb])
        if purpose and relation != "nsubj":
            return "actual"  # "to disperse protests": what for, not what may be
        above = self.of(verb, depth + 1)
        led = relation == "pobj" and syntax.lemma[verb] in ("lead", "result")
        return above if above != "negated" or led or relation in ("dobj", "nsubjpass") else "actual"

    def _is_if(self, verb: int) -> bool:
        """Whether "to be" stands in a condition: "if we are in a lockdown"."""
        return self.syntax.lemma[verb] == "be" and self.syntax.has_child(verb, "if", "mark")

    def _is_general(self, verb: int) -> bool:
        """Whether a clause speaks of all events of a kind: "attacks on civilians are a crime"."""
        syntax = self.syntax
        subject = syntax.child(verb, "nsubj")
        return (
            subject is not None
            and syntax.lemma[verb] == "be"
            and syntax.tag[verb] in ("VBP", "VBZ")
            and syntax.tag[subject] == "NNS"
            and all(syntax.dep[c] in ("prep", "compound") for c in syntax.children[subject])
            and any(
                syntax.dep[c] in ("attr", "acomp") and syntax.lower[c] not in _GOING_ON for c in syntax.children[verb]
            )
        )

    def _of_predicate(self, verb: int) -> str | None:
        """What is said of an event by an adjective: "a deal is possible", "elections are due"."""
        syntax = self.syntax
        found = (self._predicate.get(syntax.lower[c]) for c in syntax.children[verb] if syntax.dep[c] == "acomp")
        return next(filter(None, found), None)

    def _is_told(self, noun: int) -> bool:
        """Whether a noun comes with what happened then: "a raid that killed two", "a raid on Monday"."""
        syntax = self.syntax
        return any(
            syntax.dep[c] in ("relcl", "acl", "appos")
            or c in syntax.times
            or (syntax.dep[c] == "prep" and any(below in syntax.times for below in syntax.children[c]))
            for c in syntax.children[noun]
        )

    def _is_charge(self, noun: int) -> bool:
        """Whether a noun is what somebody is accused of ("of murder"), not what is known to have happened."""
        syntax = self.syntax
        preposition = syntax.head[noun]
        wanted = ("for",) if syntax.lemma[syntax.head[preposition]] == "try" else ("of", "with")
        return not self._is_known(noun) and syntax.lower[preposition] in wanted

    def _is_known(self, noun: int) -> bool:
        """Whether a noun stands for something that the reader knows of: "the raid", "its raid", "Operation X"."""
        syntax = self.syntax
        return syntax.pos[noun] == "PROPN" or any(
            syntax.dep[c] == "poss" or syntax.lower[c] in _KNOWN for c in syntax.children[noun]
        )

    def _governs(self, verb: int, noun: int) -> bool:
        """Whether the noun stands with a preposition that the verb asks for ("called for talks")."""
        return self.syntax.lower[self.syntax.head[noun]] in ("for", "against", "about", "of")


_PHRASES = {
    "ahead of": "future", "in case of": "possible", "in the event of": "possible", "attempt at": "possible",
    "attempts at": "possible", "in hopes of": "possible", "in the hope of": "possible", "the eve of": "future",
}  # fmt: skip
"""What compound prepositions say of the event behind them."""
_DONE = frozenset(
    "arrest capture death killing departure resignation appointment quarantine curfew lockdown recall "
    "inquiry enquiry probe investigation lawsuit sentence verdict".split()
)
_GATHERING = frozenset(
    "gather march rally surround demonstrate assemble converge protest strike descend stage parade strip kneel".split()
)
"""Verbs of what people do together to be heard; what it is for is done by it: "gathered to demand higher pay"."""
_VOICING = frozenset(
    "call demand urge protest denounce condemn oppose support show express voice mark thank honour honor mourn pay "
    "commemorate remember reject ask".split()
)
_OPEN = frozenset(
    (
        ("open", "to"), ("vulnerable", "to"), ("liable", "to"), ("susceptible", "to"),
        ("depend", "on"), ("depend", "upon"), ("hinge", "on"), ("rest", "on"),
    )
)  # fmt: skip
"""Words with a preposition that leave open what stands behind it: "left himself open to prosecution"."""
_BRINGING = frozenset((("take", "into"), ("bring", "into"), ("place", "under"), ("put", "under"), ("put", "on")))
"""Verbs with the preposition of the state that they bring about: "was not taken into custody"."""
_GONE_BEFORE = frozenset(("after", "since", "despite", "following"))
"""Prepositions of what is done, whatever may come of it: "could face jail after pleading guilty"."""
_SUPPOSING = frozenset(("say", "suppose", "imagine", "assume", "supposing"))
_TRIED = frozenset("test launch talk negotiation attempt bid siege strike raid".split())
"""Nouns of what was done without success if it failed."""
_PLANNING = frozenset("plan schedule expect".split())
_JOINT = frozenset("coordination cooperation consultation collaboration".split())
"""Nouns of how something is done."""
_UNITS = frozenset("hour hours day days week weeks month months year years".split())
_HAVING = frozenset(("have", "get"))
"""Verbs by which somebody lets something be done: "tried to have it banned"."""
_IMPLICATIVE = frozenset(
    "begin start continue come manage proceed go use get prove happen help succeed rush move have grow say report "
    "know find show see make claim confirm serve turn remain choose elect resume rise combine cause lead force compel "
    "oblige".split()
)
"""Verbs whose infinitive is as true as they are."""
_HAPPENING = frozenset("begin start happen occur take come continue end follow open resume set erupt break".split())
_LEADING = frozenset(("to", "into", "by", "with"))
"""Prepositions before what a verb leads to or needs: "could lead to war", "with support it could"."""
_RESULTING = frozenset(("result", "end", "culminate"))
_GOING_ON = frozenset(("underway", "ongoing", "over", "continuing", "under"))
_FACTIVE = frozenset(("like", "believe", "think", "agree", "decide"))
ACCUSING = frozenset("accuse blame charge suspect indict allege implicate denounce".split())
"""Verbs of which the deed is a claim: "accused of arming the rebels"."""
_JUDGING = ACCUSING | {"acquit", "clear", "absolve", "try"}
_EXCLUDING = frozenset("rule reject refuse oppose ban prohibit".split())
"""Verbs that say only that something is not wanted: who does not rule out a strike has made none."""
_BACKING = frozenset(("support", "favour", "favor", "back", "endorse", "approve", "authorise", "authorize"))
"""Verbs whose object is wanted if it is new, and there if it is known: "backs a ban", "backs the ban"."""
_KNOWN = frozenset(("the", "this", "that", "these", "those"))
ENDING = frozenset("stop end halt suspend cease abandon pause discontinue".split())
"""What is to end is going on, whether it will be ended or not."""
_CIRCUMSTANCE = frozenset("after before since by upon on despite while through following besides".split())
"""Prepositions whose clause is no content of the verb above: "asked for help after losing the town"."""
