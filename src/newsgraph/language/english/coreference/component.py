"""Coreference in the article: nominal mentions and pronouns, and which of the entities each stands for.

A component after the names. It reads the article once from beginning to end; each mention looks backwards for what it
stands for and keeps the reason of its link. Where no rule holds, a noun phrase is an entity of its own, and a pronoun
no mention.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Entity, Mention, annotations_of
from newsgraph.language.english.actor_nouns import ActorNoun, actor_noun
from newsgraph.language.english.coreference.descriptions.coordinated import split_nationalities, split_owners
from newsgraph.language.english.coreference.descriptions.described import Described
from newsgraph.language.english.coreference.descriptions.description import Description, mention_of
from newsgraph.language.english.coreference.descriptions.links import (
    find_both,
    find_described,
    find_own_country,
)
from newsgraph.language.english.coreference.descriptions.named import link_descriptions
from newsgraph.language.english.coreference.descriptions.reading import describe, is_light
from newsgraph.language.english.coreference.discourse import Discourse, Referent
from newsgraph.language.english.coreference.first_person import is_told, link_first_person
from newsgraph.language.english.coreference.issuers import link_issuer
from newsgraph.language.english.coreference.name_contexts import MODIFIERS, NOT_IN_OFFICE, NOUN_TAGS, read_name_context
from newsgraph.language.english.coreference.precise_constructs import PreciseConstructs
from newsgraph.language.english.coreference.pronoun_doubts import PronounDoubts
from newsgraph.language.english.coreference.pronouns import (
    SUBJECTS,
    Pronoun,
    find_antecedents,
    pronouns,
    subject_of,
    verb_of,
)
from newsgraph.language.english.coreference.quoted_speakers import QuotedSpeakers
from newsgraph.language.english.coreference.speaking_pronouns import Telling
from newsgraph.language.english.coreference.split_antecedents import SplitAntecedents
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.datelines import silent_sentences
from newsgraph.language.layers import SYNTAX, assigned, layer, required
from newsgraph.language.words import Words, words_of

_SAY = word_class("verb of saying")
_NEEDS = (*SYNTAX, "names")


@Language.component("newsgraph_coreference", requires=required(_NEEDS), assigns=assigned("coreference"))
@layer("coreference", needs=_NEEDS)
def find_coreference(doc: Doc) -> Doc:
    """Find nominal and pronominal mentions and link them to entities."""
    notes = annotations_of(doc)
    if len(doc):
        words = words_of(doc)
        _Reader(notes, words, QuotedSpeakers(doc, words)).read()
    return doc


class _Reader:
    """One reading of one article."""

    def __init__(self, notes: Annotations, words: Words, quoting: QuotedSpeakers) -> None:
        self.notes, self.words, self.quoting = notes, words, quoting
        self.discourse = Discourse()
        subject_of = {words.head[i]: i for i, dep in enumerate(words.dep) if dep in SUBJECTS}
        self.constructs = PreciseConstructs(notes, words, subject_of)
        self.apart = SplitAntecedents(notes, words, subject_of)
        self.telling = Telling(notes, words)
        self.speakers: dict[int, Entity] = {}
        """By sentence, who is reported to speak in it."""
        self.doubts = PronounDoubts(notes, words, self.discourse, self.speakers)
        self.headings = {words.number[i] for i in notes.headings}
        self.silent = silent_sentences(words, notes.headings)
        """First tokens of the sentences that only say who reports, and from where."""
        self.first_person: list[int] = []
        self.descriptions: dict[int, Description] = {}
        """By their head noun, the noun phrases that were read."""

    def read(self) -> None:
        """Go through the words once, then give "I" and "we" to who speaks, and descriptions to who is named."""
        words, notes = self.words, self.notes
        table = pronouns()
        covering, at_root = notes.covering, notes.at_root
        for i in range(words.size):
            here = at_root.get(i)
            if here:
                for mention in here:
                    self._see_name(mention)
            elif words.tag[i] in NOUN_TAGS:
                if i not in covering and (noun := self._noun_at(i)) is not None:
                    self._see_noun(i, noun)
            elif (pronoun := table.get(words.lower[i])) is not None and words.tag[i] in ("PRP", "PRP$"):
                self._see_pronoun(i, pronoun)
        link_first_person(notes, words, self.first_person, self.speakers, self.discourse, self.quoting)
        link_issuer(notes, words, self.first_person)
        seen = Described(notes, words, self.discourse, self.descriptions)
        link_descriptions(seen)

    def _enter(self, mention: Mention) -> Referent:
        return self._note(self.notes.add(mention))

    def _note(self, mention: Mention) -> Referent:
        i = mention.root
        first = i
        while self.words.dep[first] == "conj" and self.words.head[first] < first:
            first = self.words.head[first]
        self.apart.join_met(mention)
        subject = self.words.dep[first] in SUBJECTS
        referent = self.discourse.see(mention, self.words.number[i], subject)
        if subject and not self.words.quoted[first] and not is_told(self.words, first) and self._says(first):
            self.speakers[self.words.number[i]] = mention.entity
        return referent

    def _says(self, subject: int) -> bool:
        return self.words.lemma[self.words.head[subject]] in _SAY

    def _see_name(self, mention: Mention) -> None:
        """A name; the nouns right before it describe it: "Prime Minister Jane Doe"."""
        if self.words.sentence[mention.root] in self.silent:
            return
        referent = self._note(mention)
        self.apart.join(mention)
        read_name_context(self.notes, self.words, referent, mention)

    def _see_pronoun(self, i: int, pronoun: Pronoun) -> None:
        """A pronoun; those of the first person wait until all speakers are known."""
        if pronoun.person == 1:
            self.first_person.append(i)
            return
        known, told = False, None
        if self.telling.speaks(i):
            known, told = self.telling.goes_on_speaking(self.discourse, i, pronoun)
        if known:
            found = [(0.0, told)] if told is not None else []
        else:
            found = find_antecedents(self.words, self.discourse, i, pronoun)
            others = self._who_is_quoted(i), self._who_does_it(i)
            found = [(score, referent) for score, referent in found if referent not in others]
        first = found[0][1] if found else None
        if pronoun.plural and told is None and (pair := self.apart.of(i, first)):
            for entity in pair:
                self._enter(Mention(i, i + 1, i, "pronoun", entity.kind, entity, "pronoun for all of them"))
        elif (antecedent := self.doubts.likeliest(i, found, known)) is not None:
            self._enter(Mention(i, i + 1, i, "pronoun", antecedent.kind, antecedent.entity, "pronoun"))
            if pronoun.gender in ("m", "f"):
                antecedent.gender = pronoun.gender

    def _who_is_quoted(self, i: int) -> Referent | None:
        """Who says the quotation around a pronoun, and hardly speaks of himself as "he"; None where nobody knows."""
        source = self.quoting.source(i)
        if source is None or not self.quoting.is_direct(i):
            return None
        mention = self.notes.covering.get(source)
        if mention is not None:
            return self.discourse.known(mention.entity)
        pronoun = pronouns().get(self.words.lower[source])
        if source > i and pronoun is not None and pronoun.person == 3:
            return self.telling.goes_on_speaking(self.discourse, source, pronoun)[1]
        return None

    def _who_does_it(self, i: int) -> Referent | None:
        """Who does the verb whose object a pronoun is: "told Roe to help him" is not Roe."""
        words = self.words
        verb = verb_of(words, i) if words.tag[i] == "PRP" and words.dep[i] in ("dobj", "pobj", "dative") else None
        if verb is None or words.lower[i].endswith(("self", "selves")):
            return None
        subject = subject_of(words, verb)
        mention = None if subject is None or subject > i else next(iter(self.notes.mentions_at(subject)), None)
        return None if mention is None else self.discourse.known(mention.entity)

    def _noun_at(self, i: int) -> ActorNoun | None:
        """What a noun says of whom it means, if it means an actor or a place."""
        lower = self.words.lower
        if lower[i] in ("sides", "capitals") and lower[i - 1] in ("both", "two"):
            return ActorNoun("Group")
        return actor_noun(lower[i], self.words.lemma[i], lower[max(0, i - 3) : i])

    def _see_noun(self, i: int, noun: ActorNoun) -> None:
        """A noun for an actor or a place: what its phrase means by its sentence, by what was spoken of, or anew."""
        words = self.words
        if words.dep[i] in MODIFIERS and words.head[i] > i:
            return
        description = describe(self.notes, words, i, noun)
        if description.empty or is_light(words, description):
            return
        self.descriptions[i] = description
        linked = self.constructs.find(i, description)
        if linked is not None:
            self._take_for(i, description, *linked)
        elif both := find_both(self.discourse, description, self.words.number[i]):
            self._enter_joined([description.mention(referent.entity, "both of them") for referent in both])
        elif (found := self._spoken_of(i, description)) is not None:
            referent, reason = found
            mention = mention_of(self.notes, words, description, referent.entity, reason)
            self._enter(mention).heads.add(description.noun)
            referent.heading = referent.heading and self.words.number[i] in self.headings
            description.tie(referent)
        elif two := self._of_two_countries(description):
            mentions = [description.mention(entity, "noun phrase for two countries") for entity in two]
            for other in self._enter_joined(mentions):
                other.plural = True
                other.heads.add(description.noun)
        else:
            self._enter_new(i, description)

    def _take_for(self, i: int, description: Description, entity: Entity, reason: str) -> None:
        """Take a description for an entity that its sentence names, which learns from it."""
        description.inform(entity)
        referent = self._enter(mention_of(self.notes, self.words, description, entity, reason))
        before = self.words.lower[description.start : i]
        referent.former = referent.former or not NOT_IN_OFFICE.isdisjoint(before)
        if not reason.startswith("was "):
            referent.heads.add(description.noun)
        description.tie(referent)
        referent.gender = referent.gender or description.gender
        if entity.kind == "Person" and entity.country is None:
            entity.country = description.country

    def _spoken_of(self, i: int, description: Description) -> tuple[Referent, str] | None:
        """Which referent a description takes up, with the reason."""
        return (
            find_own_country(self.discourse, description)
            or find_described(self.discourse, self.words, description, self.words.number[i])
        )

    def _of_two_countries(self, description: Description) -> list[Entity]:
        """Those of each country, where a plural names two."""
        if not description.plural:
            return []
        return split_nationalities(self.words, description) or split_owners(self.notes, self.words, description)

    def _enter_joined(self, mentions: list[Mention]) -> list[Referent]:
        """Enter mentions that "they" takes up together."""
        self.apart.joined = mentions
        return [self._enter(mention) for mention in mentions]

    def _enter_new(self, i: int, description: Description) -> None:
        """Enter an entity that is known by this description only."""
        entity = description.entity(self.words)
        referent = self._enter(mention_of(self.notes, self.words, description, entity, "noun phrase"))
        referent.heading = self.words.number[i] in self.headings
        referent.heads.add(description.noun)
        description.tie(referent)
        referent.plural = description.plural
        referent.gender = description.gender
