"""How an event is told, in the words that its label needs: the verb with its auxiliaries, and what it takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from newsgraph.language.annotations import Attribution, Mention
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.wording.complements import Complements
from newsgraph.language.english.events.wording.finite import lemma_of, present, spelled_out, third_person, was
from newsgraph.language.english.events.wording.quotes import quoted
from newsgraph.language.english.events.wording.subjects import SUBJECT, Subjects
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import words_of

_VERBAL = frozenset(("aux", "auxpass", "neg"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BEHIND_NOUN = 14
"""Words behind a noun that are kept."""
_CONTENT = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE", "SAY"))
"""Kinds that are about something, which a reader wants to know."""
_TOLD = frozenset(
    "claim allegation accusation suggestion rumour rumor news fact idea belief hope fear assertion impression "
    "suspicion notion evidence proof".split()
)
"""Nouns that have a clause as their content: "the claim he had reneged on a promise"."""
_SAY = {
    "told": "said", "tell": "say", "tells": "says", "telling": "saying", "added": "said", "add": "say", "adds": "says",
    "adding": "saying", "informed": "said", "reminded": "said", "assured": "said",
}  # fmt: skip
"""Verbs that need a hearer or something said before, as those that do not."""


class Phrases:
    """Words the events of one doc."""

    def __init__(self, syntax: Parse, mentions: Iterable[Mention]) -> None:
        self.syntax = syntax
        self._words = words_of(syntax.doc)
        self._complements = Complements(syntax, self._words, mentions)
        self._subjects = Subjects(syntax, self._complements)
        self.is_undergone, self.subject = self._subjects.is_undergone, self._subjects.subject

    def verb(self, coded: Coded) -> str:
        """The verb with its auxiliaries, as in a sentence of its own; a noun with what stands before it."""
        event = coded.event
        if not coded.verb:
            return self._around(coded) or self._text(event.start, event.end)
        if coded.speaker is not None:
            return _saying(self._finite(coded.speaker))
        if coded.occasion is not None:
            return " ".join([self.verb(coded.occasion), *self._auxiliaries(coded), *self._trigger(coded)])
        thing, noun = self._subjects.thing(coded)
        words = [*([thing] if thing else []), *self._finite(coded, noun)]
        return _saying(words) if event.taken.startswith("“") else " ".join(words)

    def _around(self, coded: Coded) -> str:
        """The clause around a noun of which nothing else is known: "The king was overthrown by a popular uprising"."""
        syntax, event = self.syntax, coded.event
        if event.agents or event.targets or event.places or event.name:
            return ""
        top = event.root
        for _ in range(4):
            if syntax.is_verb(top) or syntax.head[top] == top:
                break
            top = syntax.head[top]
        subject = syntax.child(top, "nsubj", "nsubjpass") if syntax.is_verb(top) else None
        if subject is None or subject > top or syntax.pos[subject] not in ("NOUN", "PROPN"):
            return ""
        if not syntax.left[subject] <= event.root <= syntax.right[subject] and not top < event.root:
            return ""
        words = self._complements.phrase(subject)
        verb = [c for c in syntax.children[top] if syntax.dep[c] in _VERBAL and subject < c < top]
        if len(words) > SUBJECT or (syntax.tag[top] not in _FINITE and not verb):
            return ""
        told = [spelled_out(self._words.text[c], syntax.lemma[c]) for c in verb]
        behind = self._complements.behind(range(top, top + 1))
        if event.root not in words and self._words.text[event.root] not in behind.split():
            return ""
        return " ".join(filter(None, (self._complements.text(words), *told, self._words.text[top], behind)))

    def _finite(self, coded: Coded, noun: int | None = None) -> list[str]:
        """The words of the verb, of which a noun may be the subject; a verb under another one is told by itself."""
        syntax, event = self.syntax, coded.event
        root, trigger, auxiliaries = event.root, self._trigger(coded), self._auxiliaries(coded)
        undergone = self._subjects.is_undergone(coded)
        people = event.targets if undergone else event.agents
        many = self._subjects.is_many
        if noun is None and not people:
            noun = self._subjects.noun(coded)
        plural = many(noun) if noun is not None else len(people) != 1 or many(people[0].root)
        if auxiliaries and self._subjects.is_speaker(coded):
            auxiliaries[0] = third_person(auxiliaries[0])
        happened = event.factuality == "actual"
        if auxiliaries[:1] == ["to"] and not happened:
            above = self._governing(coded)
            if not above and event.factuality == "possible" and event.agents:
                return ["may", *auxiliaries[1:], *trigger]
            auxiliaries = [*above, *auxiliaries]
        if auxiliaries[:1] == ["to"] and happened:
            auxiliaries = auxiliaries[1:]
            if auxiliaries:
                auxiliaries[0] = present(auxiliaries[0], plural=plural)
        if auxiliaries == ["being"] and undergone:
            auxiliaries = [was(plural=plural)]
        if auxiliaries or root not in range(event.start, event.end) or not trigger:
            return [*auxiliaries, *trigger]
        tag = syntax.tag[root]
        if undergone and (tag == "VBN" or (tag == "VBD" and coded.frame.passive)):
            return [was(plural=plural), *trigger]
        said = tag == "VBP" and self._subjects.is_speaker(coded)
        if said or (tag == "VBG" and (event.agents or noun is not None)) or (tag == "VB" and happened):
            trigger[root - event.start] = present(lemma_of(syntax.lower[root], syntax.lemma[root]), plural=plural)
        return trigger

    def _governing(self, coded: Coded) -> list[str]:
        """The verb that an infinitive hangs on, where who does the one does the other: "tried", "is expected"."""
        syntax, event, text = self.syntax, coded.event, self._words.text
        above = syntax.head[event.root]
        if syntax.dep[event.root] != "xcomp" or above >= event.start or above == event.root:
            return []
        verb = above if syntax.is_verb(above) else syntax.head[above]
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if subject is not None and syntax.tag[subject][:1] == "W" and syntax.dep[verb] == "relcl":
            subject = syntax.head[verb]  # "those | who want to"
        if subject is None or not syntax.is_verb(verb) or all(m.root != subject for m in event.agents):
            return []
        if any(syntax.dep[c] in ("dobj", "dative") for c in syntax.children[verb]):
            return []
        before = [c for c in syntax.children[verb] if syntax.dep[c] in _VERBAL and c < verb]
        words = [*(spelled_out(text[c], syntax.lemma[c]) for c in before), spelled_out(text[verb], syntax.lemma[verb])]
        if syntax.tag[verb] == "VBG" and not before:
            return []
        words = words if verb == above else [*words, text[above]]
        if self._subjects.is_speaker(coded):
            words[0] = third_person(words[0])
        return words

    def _auxiliaries(self, coded: Coded) -> list[str]:
        """The auxiliaries and the negation before a verb."""
        syntax, event, text = self.syntax, coded.event, self._words.text
        before = [c for c in syntax.children[event.root] if syntax.dep[c] in _VERBAL and c < event.start]
        doers = {m.root for m in event.agents}
        return [spelled_out(text[c], syntax.lemma[c], perfect=self._is_perfect(c, event.root, doers)) for c in before]

    def _is_perfect(self, auxiliary: int, verb: int, doers: Collection[int]) -> bool:
        """Whether "'s" stands for "has": "he's been railing", "she's lashed out", of which the parser makes a passive.

        `doers` are the words for those who do it.
        """
        syntax = self.syntax
        if any(syntax.lower[c] == "been" for c in syntax.children[verb] if auxiliary < c < verb):
            return True
        if syntax.tag[verb] not in ("VBN", "VBD"):
            return False
        return syntax.dep[auxiliary] == "aux" or syntax.child(verb, "nsubjpass") in doers

    def _trigger(self, coded: Coded) -> list[str]:
        """The words of the event, which are capitals in a heading."""
        words = self._words.text[coded.event.start : coded.event.end]
        return [words[0][:1].lower() + words[0][1:], *words[1:]]

    def taken(self, coded: Coded) -> str:
        """What the event takes, in the article's words: "praise on the mayor", "to release the men"."""
        syntax, event = self.syntax, coded.event
        if coded.speaker is not None:
            said = event.root
            while syntax.dep[said] == "xcomp" and syntax.has_child(said, "to", "aux"):
                said = syntax.head[said]  # "they | need to be heard"
            return quoted(syntax.doc[syntax.left[said] : syntax.right[said] + 1].text)
        undergone = coded.verb and self._subjects.is_undergone(coded)
        subjects = event.targets if undergone else event.agents
        own = {id(mention.entity) for mention in subjects}
        behind = [c for word in range(event.start, event.end) for c in syntax.children[word] if c >= event.end]
        left_out = {c for c in behind if self._is_elsewhere(coded, c)}
        wanted = {c for c in behind if self._is_wanted(coded, c)} if event.kind in _CONTENT else ()
        found = self._complements.behind(
            range(event.start, event.end), left_out=left_out, wanted=wanted, own=own,
            of_person=coded.verb and any(mention.kind == "Person" for mention in subjects),
            **({} if coded.verb else {"longest": _BEHIND_NOUN}),
        )
        stranded = next((c for c in behind if coded.verb and self._complements.is_stranded(c)), None)
        if stranded is not None and (about := self._before(coded)):
            return f"{self._words.text[stranded]} {about}"
        if stranded is not None and found == self._words.text[stranded]:
            found = ""
        return " ".join(filter(None, (self._shared(coded, alone=not found), found))) or self._rest(coded)

    def _before(self, coded: Coded) -> str:
        """What a preposition without anything behind it governs: "a move | that she cautioned against"."""
        syntax, event = self.syntax, coded.event
        noun = syntax.head[event.root]
        if syntax.dep[event.root] != "relcl" or noun > event.start or syntax.pos[noun] not in ("NOUN", "PROPN"):
            return ""
        words = self._subjects.short(noun)
        if any(i in words for m in (*event.agents, *event.targets) for i in range(m.start, m.end)):
            return ""
        text = self._complements.text(words)
        return text if syntax.pos[words[0]] == "PROPN" else text[:1].lower() + text[1:]

    def said(self, coded: Coded, said: Mapping[int, Attribution]) -> str:
        """What is said where a verb of saying has it before it, or in other sentences: "“It is late”, she lamented".

        Args:
            coded: an event.
            said: what is said, by the first character of the word that tells it.
        """
        at = self.syntax.begin[coded.event.root]
        if not coded.verb or coded.event.kind not in _CONTENT or at not in said:
            return ""
        start, end = said[at].parts[0] if said[at].parts else said[at].content
        return quoted(self.syntax.text[start:end])

    def _is_elsewhere(self, coded: Coded, c: int) -> bool:
        """Whether what hangs on an event's word is told elsewhere in the label, or is none of what it is about."""
        dep = self.syntax.dep[c]
        if dep == "agent" and coded.event.agents:
            return True
        if not coded.verb and dep in ("acl", "amod"):
            return True
        # a clause without a verb says what somebody is: "declared herself a candidate"
        return dep == "ccomp" and coded.event.kind not in _CONTENT and self.syntax.is_verb(c)

    def _rest(self, coded: Coded) -> str:
        """What follows right behind a preposition that ends the verb, however it is parsed: "called for | calm"."""
        syntax, end = self.syntax, coded.event.end
        if not coded.verb or syntax.tag[end - 1] != "IN":
            return ""
        words = range(end, syntax.right[coded.event.root] + 1)
        stop = next((i for i in words if syntax.pos[i] in ("PUNCT", "SPACE", "CCONJ")), words.stop)
        return self._complements.text([i for i in range(end, stop) if i not in syntax.times])

    def _shared(self, coded: Coded, *, alone: bool) -> str:
        """The thing that a verb shares as its object with another clause: "a text that they had drafted".

        Unless it stands `alone`, what is behind it may be all that it takes: "the claim | he had reneged on a promise".
        """
        syntax, event, frame = self.syntax, coded.event, coded.frame
        if not coded.verb or frame.passive or any(m.root in frame.object for m in event.targets):
            return ""
        spoken_for = {i for m in (*event.agents, *event.targets) for i in range(m.start, m.end)}
        if any(syntax.dep[c] == "mark" and syntax.tag[c] == "IN" for c in syntax.children[event.root]):
            return ""  # "signs that they would agree"
        for i in frame.object:
            beside = i < event.start and syntax.head[i] != event.root
            told = syntax.lemma[i] in _TOLD and syntax.lemma[event.root] != "make"
            if beside and told and not alone:
                return ""
            if beside and syntax.pos[i] == "NOUN" and i not in syntax.times:
                while syntax.dep[i] == "pobj" and syntax.pos[syntax.head[syntax.head[i]]] == "NOUN":
                    i = syntax.head[syntax.head[i]]  # "a ban on gatherings that they imposed" may be either
                words = self._subjects.short(i) if i in frame.object else self._complements.phrase(i)
                text = "" if spoken_for.intersection(words) else self._complements.text(words)
                return text if words[0] == i else text[:1].lower() + text[1:]
        return ""

    def _is_wanted(self, coded: Coded, clause: int) -> bool:
        """Whether a clause behind says what: "called for a body to be set up", "promise to resign", "denials that"."""
        syntax, event = self.syntax, coded.event
        if coded.verb and syntax.dep[clause] == "xcomp":
            return syntax.has_child(clause, "to", "aux")
        if coded.verb and event.kind == "ACCUSE" and syntax.dep[clause] == "prep":
            return syntax.lower[clause] == "of"
        if syntax.dep[clause] not in ("acl", "advcl"):
            return False
        marks = {syntax.lower[c] for c in syntax.children[clause] if syntax.dep[c] in ("mark", "aux") and c < clause}
        if not coded.verb:
            return bool(marks & {"to", "that"})
        return "to" in marks or ("for" in marks and syntax.lower[event.end - 1] == "for")

    def _text(self, start: int, end: int) -> str:
        """A noun with the words before it that say which: not articles, nor those of participants."""
        syntax = self.syntax
        first = start
        for c in reversed([c for c in syntax.children[start] if c < start]):
            if syntax.dep[c] not in ("amod", "compound") or syntax.right[c] + 1 != first:
                break
            first = syntax.left[c]
        return self._words.span(first, end)


def _saying(words: list[str]) -> str:
    """The words of a verb before a quotation: without whom it is told to, and without that it is added."""
    return " ".join([*words[:-1], _SAY.get(words[-1], words[-1])])
