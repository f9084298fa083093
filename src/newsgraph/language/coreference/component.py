"""Coreference in the article: nominal mentions and pronouns, and which of the entities each stands for.

A component after the names. It reads the article once from beginning to end; each mention looks backwards for what it
stands for and keeps the reason of its link. Where no rule holds, a noun phrase is an entity of its own, and a pronoun
no mention.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Entity, Mention, annotations_of
from newsgraph.language.coreference.cataphora import NamesToCome
from newsgraph.language.coreference.described import Described
from newsgraph.language.coreference.description_links import (
    find_acting_country,
    find_both,
    find_described,
    find_own_country,
)
from newsgraph.language.coreference.descriptions import (
    Description,
    describe,
    mention_of,
    split_nationalities,
    split_owners,
)  # fmt: skip
from newsgraph.language.coreference.discourse import BODIES, Discourse, Referent
from newsgraph.language.coreference.first_person import link_first_person
from newsgraph.language.coreference.issuers import link_issuer
from newsgraph.language.coreference.named_descriptions import link_descriptions
from newsgraph.language.coreference.nominals import ActorNoun, actor_noun
from newsgraph.language.coreference.noun_phrases import is_light, name_heads
from newsgraph.language.coreference.pronouns import find_antecedent, pronouns
from newsgraph.language.layers import layer
from newsgraph.language.lexicon_files import word_class
from newsgraph.language.names.datelines import silent_sentences
from newsgraph.language.names.known_names import demonym_country
from newsgraph.language.names.titles import given_names
from newsgraph.language.words import Words, words_of

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_MODIFIERS = frozenset("compound nmod amod npadvmod nounmod".split())
_SPOKESMEN = word_class("spokesman")
_NOT_IN_OFFICE = frozenset("former ex then opposition shadow retired".split())
_SAY = word_class("verb of saying")


@Language.component("newsgraph_coreference")
@layer("coreference", needs=("names",))
def find_coreference(doc: Doc) -> Doc:
    """Find nominal and pronominal mentions and link them to entities."""
    notes = annotations_of(doc)
    if len(doc):
        _Reader(notes, words_of(doc)).read()
    return doc


class _Reader:
    """One reading of one article."""

    def __init__(self, notes: Annotations, words: Words) -> None:
        self.notes, self.words = notes, words
        self.discourse = Discourse()
        self.number = words.number
        self.subject_of: dict[int, int] = {}
        self.apposed: dict[int, int] = {}
        """From a noun to a later noun in apposition to it."""
        for i, dep in enumerate(words.dep):
            if dep in ("nsubj", "nsubjpass"):
                self.subject_of[words.head[i]] = i
            elif dep == "appos":
                self.apposed.setdefault(words.head[i], i)
        self.speakers: dict[int, Entity] = {}
        """By sentence, who is reported to speak in it."""
        self.headings = {self.number[i] for i in notes.headings}
        self.silent = silent_sentences(words, notes.headings)
        """First tokens of the sentences that only say who reports, and from where."""
        self.quoted = words.quoted
        self.to_come = NamesToCome(notes, words, self.silent)
        self.first_person: list[int] = []
        self.descriptions: dict[int, Description] = {}
        """By their head noun, the noun phrases that were read."""
        self.joined: list[Mention] = []
        """The last names that "and" joined."""

    def read(self) -> None:
        """Go through the words once, then give "I" and "we" to who speaks."""
        words, notes = self.words, self.notes
        table = pronouns()
        covering, at_root = notes.covering, notes.at_root
        for i in range(words.size):
            here = at_root.get(i)
            if here:
                for mention in here:
                    self._see_name(mention)
            elif words.tag[i] in _NOUNS:
                noun = actor_noun(words.lower[i], words.lemma[i])
                if words.lower[i] in ("sides", "capitals") and i and words.lower[i - 1] in ("both", "two"):
                    noun = ActorNoun("Group")
                if i not in covering and noun is not None:
                    description = describe(notes, words, i, noun)
                    if words.lower[i] == "parties" and description.two and not any(
                        e.kind == "Party" for e in notes.entities
                    ):
                        description.noun, description.kind = "side", "Group"  # of a war, not of a parliament
                    self._see_noun(i, description)
            elif (pronoun := table.get(words.lower[i])) is not None and words.tag[i] in ("PRP", "PRP$"):
                if pronoun.person == 1:
                    self.first_person.append(i)
                    continue
                antecedent = find_antecedent(words, self.discourse, self.number, self.quoted, i, pronoun)
                if pronoun.plural and (pair := self._joined_subjects(i, antecedent)):
                    for entity in pair:
                        self._enter(Mention(i, i + 1, i, "pronoun", entity.kind, entity, "pronoun for all of them"))
                elif antecedent is not None:
                    self._enter(Mention(i, i + 1, i, "pronoun", antecedent.kind, antecedent.entity, "pronoun"))
                    if pronoun.gender in ("m", "f"):
                        antecedent.gender = pronoun.gender
        link_first_person(notes, words, self.number, self.quoted, self.first_person, self.speakers, self.discourse)
        link_issuer(notes, words, self.quoted, self.first_person)
        seen = Described(notes, words, self.number, self.discourse, self.descriptions)
        link_descriptions(seen, self.descriptions)

    def _enter(self, mention: Mention) -> Referent:
        return self._note(self.notes.add(mention))

    def _note(self, mention: Mention) -> Referent:
        i = mention.root
        first = i
        while self.words.dep[first] == "conj" and self.words.head[first] < first:
            first = self.words.head[first]
        self._join_met(mention)
        subject = self.words.dep[first] in _SUBJECTS
        referent = self.discourse.see(mention, self.number[i], subject)
        if subject and self.words.lemma[self.words.head[first]] in _SAY:
            self.speakers[self.number[i]] = mention.entity
        return referent

    def _join(self, mention: Mention) -> None:
        """Keep the names of a list together: "A and B"."""
        words = self.words
        if words.dep[mention.root] != "conj":
            return
        before = self.notes.at_root.get(words.head[mention.root], ())
        if before and before[0].form == "name" and _alike(before[0].kind, mention.kind):
            if not self.joined or self.joined[-1].root != before[0].root:
                self.joined = [before[0]]
            self.joined.append(mention)

    def _join_met(self, mention: Mention) -> None:
        """Keep together who met whom: "A met B. They agreed ..."."""
        words, at = self.words, mention.root
        preposition = words.head[at] if words.dep[at] == "pobj" else at
        verb = words.head[preposition]
        met = words.lemma[verb] == "meet" and words.dep[at] == "dobj"
        spoke = words.dep[at] == "pobj" and words.lower[preposition] == "with" and words.lemma[verb] in _SPEAKING_WITH
        if mention.form == "pronoun" or not (met or spoke):
            return
        subjects = self.notes.at_root.get(self.subject_of.get(verb, -1), ())
        if len(subjects) == 1 and subjects[0].entity is not mention.entity and _alike(subjects[0].kind, mention.kind):
            self.joined = [subjects[0], mention]

    def _see_name(self, mention: Mention) -> None:
        """A name; the nouns right before it describe it: "Prime Minister Jane Doe"."""
        words = self.words
        if words.sentence[mention.root] in self.silent:
            return
        referent = self._note(mention)
        if mention.kind in BODIES and mention.end - mention.start > 1:
            referent.heads |= name_heads(words, mention)
        self._join(mention)
        i = mention.start - 1
        while i >= 0 and words.tag[i] in _NOUNS and i not in self.notes.covering and words.dep[i] in _MODIFIERS:
            noun = actor_noun(words.lower[i], words.lemma[i])
            if noun is not None:
                referent.heads.add(words.lemma[i].lower())
                referent.gender = referent.gender or noun.gender
            referent.modifiers.add(words.lower[i])
            i -= 1
        if i >= 0 and not _NOT_IN_OFFICE.isdisjoint(words.lower[max(i, mention.start - 5) : mention.start]):
            referent.former = True
        owner = self.notes.covering.get(i - 1 if words.tag[i] == "POS" else i) if 0 <= i < mention.start - 1 else None
        if owner is not None:
            referent.within[id(owner.entity)] = owner.entity
        if referent.kind == "Person":
            self._see_person(referent, mention, owner, i)
        if mention.start > 0 and (gender := _TITLE_GENDER.get(words.lower[mention.start - 1])):
            referent.gender = gender

    def _see_person(self, referent: Referent, mention: Mention, owner: Mention | None, i: int) -> None:
        """Whose a person is, and of which sex, by the words before the name; `i` is the one before its titles."""
        if owner is not None and owner.entity.kind == "Country" and mention.entity.country is None:
            mention.entity.country = owner.entity.country
        if mention.entity.country is None and i >= 0:
            mention.entity.country = self._country_before(i, mention.start)
        if referent.heads & _SPOKESMEN and not referent.within:
            self._give_body(referent)
        if not referent.gender:
            referent.gender = given_names().get(self.words.text[mention.start], "")

    def _give_body(self, spokesman: Referent) -> None:
        """Who speaks for nobody in particular speaks for the agency that the sentence before spoke of."""
        for other in reversed(self.discourse.recent):
            if spokesman.sentence - other.sentence > 1:
                continue
            if other.kind == "Agency" and not other.plural and other.entity.country is not None:
                spokesman.within[id(other.entity)] = other.entity
                spokesman.entity.country = spokesman.entity.country or other.entity.country
                return

    def _country_before(self, i: int, start: int) -> str | None:
        """The country that the title of a person says: "Pakistani Prime Minister", "Pakistan's Prime Minister"."""
        words = self.words
        for j in range(start - 1, max(i, start - 5) - 1, -1):
            if words.capital[j] and not words.prefixed(j):
                code = demonym_country(words.text[j]) or (j and demonym_country(words.span(j - 1, j + 1)))
                if code:
                    return code
        if i > 0 and i < start - 1 and words.tag[i] == "POS":
            owner = self.notes.covering.get(i - 1)
            return owner.entity.country if owner is not None and owner.entity.kind == "Country" else None
        return None

    def _see_noun(self, i: int, description: Description) -> None:
        words = self.words
        dep = words.dep[i]
        if (dep in _MODIFIERS and words.head[i] > i) or description.empty or is_light(words, description):
            return
        self.descriptions[i] = description
        linked = (
            self._apposition(i, description) or self._predicate(i, description) or self._called(i, description)
        )
        if linked is None and (named := self.to_come.find(i, description)) is not None:
            linked = named, "named in the next paragraph"
        if linked is not None:
            entity, reason = linked
            description.inform(entity)
            referent = self._enter(mention_of(self.notes, words, description, entity, reason))
            referent.former = referent.former or not _NOT_IN_OFFICE.isdisjoint(words.lower[description.start : i])
            if not reason.startswith("was "):
                referent.heads.add(description.noun)
            description.tie(referent)
            referent.gender = referent.gender or description.gender
            if entity.kind == "Person" and entity.country is None:
                entity.country = description.country
            return
        both = find_both(self.discourse, words, description, self.number[i])
        if both:
            self.joined = [description.mention(referent.entity, "both of them") for referent in both]
            for mention in self.joined:
                self._enter(mention)
            return
        found = (
            find_own_country(self.discourse, description)
            or find_acting_country(self.discourse, words, description, self.number[i])
            or find_described(self.discourse, description, self.number[i])
        )
        if found is not None:
            referent, reason = found
            mention = mention_of(self.notes, words, description, referent.entity, reason)
            self._enter(mention).heads.add(description.noun)
            referent.heading = referent.heading and self.number[i] in self.headings
            description.tie(referent)
            return
        if description.plural and (
            two := split_nationalities(words, description) or split_owners(self.notes, words, description)
        ):
            self.joined = [description.mention(entity, "noun phrase for two countries") for entity in two]
            for mention in self.joined:
                other = self._enter(mention)
                other.plural = True
                other.heads.add(description.noun)
            return
        entity = description.entity(words)
        referent = self._enter(mention_of(self.notes, words, description, entity, "noun phrase"))
        referent.heading = self.number[i] in self.headings
        referent.heads.add(description.noun)
        description.tie(referent)
        referent.plural = description.plural
        referent.gender = description.gender

    def _apposition(self, i: int, description: Description) -> tuple[Entity, str] | None:
        words = self.words
        others = []
        if words.dep[i] == "appos" or (
            words.dep[i] == "conj" and words.dep[words.head[i]] == "appos" and not description.plural
        ):
            others.append(words.head[i])
        if (later := self.apposed.get(i)) is not None:
            others.append(later)
        for other in others:
            for mention in self.notes.at_root.get(other, ()):
                if description.fits(mention.entity.kind) or description.corrects(mention.entity):
                    return mention.entity, "apposition"
        return None

    def _called(self, i: int, description: Description) -> tuple[Entity, str] | None:
        """The body whose name stands right before the noun for it: "the New Dawn party"."""
        news = description.noun == "agency" and self.words.lower[i - 1] == "news"
        if description.plural or not (news or (description.definite and description.noun in _CALLED_SO)):
            return None
        end = i - 1 if news else i
        name = self.notes.covering.get(end - 1)
        first = description.start + description.definite
        if name is None or name.end != end or name.form != "name" or name.start < first:
            return None
        body = description.fits(name.entity.kind) and name.entity.kind != "InternationalOrganization"
        return (name.entity, f"the {description.noun}") if body or description.corrects(name.entity) else None

    def _predicate(self, i: int, description: Description) -> tuple[Entity, str] | None:
        words = self.words
        if words.dep[i] != "attr" or words.lemma[words.head[i]] not in ("be", "become", "remain"):
            return None
        verb = words.head[i]
        subject = self.subject_of.get(verb)
        if subject is None or any(words.dep[j] == "neg" for j in range(subject, i) if words.head[j] == verb):
            return None
        if words.tag[subject] == "WP" and words.dep[verb] == "relcl":
            subject = words.head[verb]
        for mention in self.notes.at_root.get(subject, ()):
            if description.fits(mention.entity.kind):
                return mention.entity, f"{'was' if words.tag[verb] == 'VBD' else 'is'} {description.noun}"
        return None

    def _joined_subjects(self, i: int, other: Referent | None) -> list[Entity]:
        """The subjects joined by "and" that "they" takes up: in its sentence or the one before, no group after them."""
        if not self.joined or self.number[i] - self.number[self.joined[-1].root] > 1:
            return []
        if other is not None and other.plural and other.at > self.joined[-1].root:
            return []
        first = self.joined[0].root
        if self.words.dep[first] not in _SUBJECTS or self.words.head[first] == self.words.head[i]:
            return []
        return list(dict.fromkeys(mention.entity for mention in self.joined))


def _alike(one: str, other: str) -> bool:
    """Whether "they" may take up names of these two kinds together."""
    return one == other or {one, other} <= BODIES | {"Country"}


_CALLED_SO = frozenset("party militia movement newspaper airline company firm bank network cartel gang".split())
"""Nouns that stand behind the name of what they are."""
_SPEAKING_WITH = frozenset("meet talk speak negotiate confer".split())
_TITLE_GENDER = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "mrs": "f", "mrs.": "f", "ms": "f",
    "ms.": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f", "madam": "f",
}  # fmt: skip
