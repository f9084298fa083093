"""How likely a pronoun is whom the rules take it for: the share of such links that is right.

The rules look for the likeliest of those that can act; often the pronoun means a thing that nobody entered ("the offer
… it undervalues the firm"), nothing at all, or somebody else. What speaks for and against a link is weighed by
`lexicons/pronoun_weights.csv`, which `scripts/learn_pronouns.py` learns from links that people have judged. A link that
is not likely enough is left out: the pronoun is nobody then.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.coreference.discourse import BODIES, Discourse, Referent
from newsgraph.language.english.coreference.pronouns import SUBJECTS, Pronoun, agrees, pronouns, subject_of
from newsgraph.language.english.coreference.speaking_pronouns import telling_verbs
from newsgraph.language.words import Words

LEAST = 0.6
"""The share from which on a link is kept."""
MOST = 5
"""Those whom a pronoun may mean that are weighed."""
_NEAR = 3
"""Sentences, and rivals, that are told apart."""
_PART_OF_NAMES = frozenset(("compound", "amod", "nmod", "det", "poss", "nummod"))
_CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"))
_BEHIND = 25
"""Words behind a verb in which a clause of it is looked for."""


Found = list[tuple[float, Referent]]
"""Those whom a pronoun may mean, the likeliest by the rules first, with their scores."""


class PronounDoubts:
    """What speaks for and against the links of the pronouns of one article."""

    def __init__(self, notes: Annotations, words: Words, discourse: Discourse, speakers: Mapping[int, Entity]) -> None:
        self._notes, self._words, self._discourse, self._speakers = notes, words, discourse, speakers

    def likeliest(self, i: int, found: Found, speaks: bool) -> Referent | None:
        """Whom a pronoun likeliest means, if that is right often enough; `speaks` if that is who goes on speaking."""
        weights = confidence_weights("pronoun_weights")
        best = None
        least = LEAST
        for features, (_, referent) in zip(self.features_of_all(i, found, speaks), found[:MOST], strict=True):
            share = weights.share(features)
            if share > least or (best is None and share == least):
                best, least = referent, share
        return best

    def features_of_all(self, i: int, found: Found, speaks: bool) -> list[dict[str, float]]:
        """What is seen of the links of a pronoun to those that it may mean, the likeliest by the rules first."""
        word = self._words.lower[i]
        own = {*self._place(i), f"of {min(len(found), MOST)}", *(("goes on speaking",) if speaks else ())}
        beside, things = dict.fromkeys((word, *self._words_beside(i)), 1.0), self._things(i)
        latest = max((r.at for _, r in found), default=-1)
        links = []
        for place, (score, referent) in enumerate(found[:MOST]):
            seen = {*own, *self._link(i, referent), *self._rivals(i, referent, pronouns()[word], things)}
            seen |= {*self._spoken_of(i, referent), f"choice {place + 1}"}
            if referent.at == latest:
                seen.add("nearest")
            features = dict.fromkeys([f"{word}: {what}" for what in seen], 1.0) | dict.fromkeys(seen, 1.0) | beside
            if place:
                features["behind the first"] = min(40.0, found[0][0] - score) / 20
            elif len(found) > 1:
                features["before the second"] = min(40.0, score - found[1][0]) / 20
            links.append(features)
        return links

    def _spoken_of(self, i: int, referent: Referent) -> Iterator[str]:
        words, at = self._words, referent.at
        here = words.number[i]
        last = words.lower[at]
        if last in pronouns():
            yield "last as the same pronoun" if pronouns()[last] == pronouns()[words.lower[i]] else "last as pronoun"
        if referent.gender:
            yield "gender known"
        lines = bisect_left(words.breaks, i) - bisect_left(words.breaks, at)
        yield f"{min(2, lines)} paragraphs before"
        for name, near in (("before", here - 1), ("next", here + 1)):
            speaker = self._speakers.get(near)
            if speaker is not None:
                yield f"speaks {name}" if speaker is referent.entity else f"another speaks {name}"
        top = at
        while words.dep[top] in ("appos", "conj") and words.head[top] != top:
            top = words.head[top]
        if words.dep[top] in SUBJECTS:
            verb = words.head[top]
            yield f"{min(_NEAR, here - words.number[at])} before as subject of {words.dep[verb]}"

    def _place(self, i: int) -> Iterator[str]:
        """How the pronoun stands in its clause."""
        words = self._words
        dep, head = words.dep[i], words.head[i]
        yield f"is {dep}"
        yield f"under {words.dep[head]}"
        if words.quoted[i]:
            yield "quoted"
        if dep in SUBJECTS and words.lemma[head] in telling_verbs():
            yield "tells"
        if words.lemma[head] == "be":
            yield "is something"
        verb = self._verb(i)
        if verb is not None and self._has_clause(verb):
            yield "verb with a clause"
        if i == words.sentence[i] or not any(words.capital[words.sentence[i] : i]):
            yield "opens the sentence"

    def _link(self, i: int, referent: Referent) -> Iterator[str]:
        """How the one whom it is taken for stands to it."""
        words, at = self._words, referent.at
        apart = min(_NEAR, words.number[i] - referent.sentence)
        kind = "body" if referent.kind in BODIES else referent.kind
        yield f"{apart} sentences before"
        yield f"a {kind}"
        yield "named" if referent.entity.named else "described"
        yield f"was {words.dep[at]}"
        yield f"{apart} before as {'subject' if referent.subject else 'other'}"
        yield f"told of {min(4, referent.count)} times"
        if referent.plural:
            yield "plural"
        if words.quoted[at] != words.quoted[i]:
            yield "only one of them quoted"
            yield f"{'it' if words.quoted[i] else 'the other'} quoted{'' if apart else ' here'}"
        if words.quoted[i] and self._speakers.get(words.number[i]) is referent.entity:
            yield "speaks the sentence"
        if not apart:
            yield from self._same_sentence(i, at)

    def _same_sentence(self, i: int, at: int) -> Iterator[str]:
        words = self._words
        verb, above = self._verb(i), self._verb(at)
        if verb is None or above is None:
            return
        if verb == above:
            yield "of the same verb"
            yield f"of the same verb: {words.dep[at]}"
        elif words.head[verb] == above:
            yield f"of the verb above: {words.dep[verb]} {words.dep[at]}"
        elif words.head[above] == verb:
            yield f"of a verb below: {words.dep[above]}"
        else:
            yield "of a verb farther off"

    def _rivals(self, i: int, referent: Referent, pronoun: Pronoun, things: list[int]) -> Iterator[str]:
        """Who and what else it may be."""
        words = self._words
        here = words.number[i]
        others = [
            r for r in self._discourse.recent[-12:]
            if r is not referent and here - r.sentence <= 1 and agrees(r, pronoun) and r.kind not in ("Place", "Other")
        ]  # fmt: skip
        yield f"{min(_NEAR, len(others))} rivals"
        if any(r.at > referent.at for r in others):
            yield "a nearer rival"
        if any(r.subject and r.sentence >= referent.sentence for r in others):
            yield "a rival as subject"
        if pronoun.gender in ("m", "f"):
            return
        verb = self._verb(i)
        subject = None if verb is None else subject_of(self._words, verb)
        if subject is not None and subject != i:
            yield f"subject of its clause: {self._sort(subject, referent, pronoun)}"
        yield f"{min(_NEAR, sum(k > referent.at for k in things))} things nearer"
        for k in things:
            side = "here" if words.number[k] == here else "before"
            if words.dep[k] in SUBJECTS:
                yield f"a thing as subject {side}"
            elif words.dep[k] == "dobj":
                yield f"a thing as object {side}"

    def _sort(self, k: int, referent: Referent, pronoun: Pronoun) -> str:
        mention = self._notes.covering.get(k)
        if mention is not None:
            return "it" if mention.entity is referent.entity else "another"
        if self._words.tag[k] in ("PRP", "WDT", "WP", "DT", "EX"):
            return "pronoun"
        return "a thing that agrees" if self._is_thing(k, pronoun) else "a thing"

    def _things(self, i: int) -> list[int]:
        """The nouns before a pronoun, in its sentence and the one before, that it may mean and that are no mentions."""
        pronoun = pronouns()[self._words.lower[i]]
        here = range(self._words.sentences[max(0, self._words.number[i] - 1)][0], i)
        return [] if pronoun.gender in ("m", "f") else [k for k in here if self._is_thing(k, pronoun)]

    def _is_thing(self, k: int, pronoun: Pronoun) -> bool:
        """Whether a noun that is no mention may be what the pronoun means."""
        words = self._words
        if words.tag[k] not in (("NNS", "NNPS") if pronoun.plural else ("NN", "NNP")):
            return False
        return words.dep[k] not in _PART_OF_NAMES and k not in self._notes.covering

    def _verb(self, i: int) -> int | None:
        """The verb of the clause in which a word stands."""
        words = self._words
        for _ in range(8):
            if words.pos[i] in ("VERB", "AUX"):
                return i
            if words.head[i] == i:
                return None
            i = words.head[i]
        return None

    def _has_clause(self, verb: int) -> bool:
        words = self._words
        near = range(verb + 1, min(words.size, verb + _BEHIND))
        return any(words.head[k] in (verb, verb + 1, verb + 2) and words.dep[k] in _CLAUSES for k in near)

    def _words_beside(self, i: int) -> Iterator[str]:
        """The word on which the pronoun hangs, by what it is there, and what it is said to be."""
        words = self._words
        head = words.head[i]
        yield f"{words.dep[i]} of {words.lemma[head]}"
        if words.dep[i] == "pobj":
            yield f"behind {words.lower[head]} of {words.lemma[words.head[head]]}"
        if words.lemma[head] == "be":
            for k in range(head + 1, min(words.size, head + 12)):
                if words.head[k] == head and words.dep[k] in ("attr", "acomp"):
                    yield f"is {words.lemma[k]}"
