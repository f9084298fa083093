"""What definite descriptions stand for: "the former minister", "the rebels", "both countries", "the town of X"."""

from __future__ import annotations

from newsgraph.language.annotations import Entity
from newsgraph.language.english.coreference.descriptions.description import RANKS, Description
from newsgraph.language.english.coreference.discourse import Discourse, Referent
from newsgraph.language.english.coreference.speaking_pronouns import telling_verbs
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

Found = tuple[Referent, str]
"""A referent and the reason why it is meant."""

_PERSONS = {"man": "m", "woman": "f", "boy": "m", "girl": "f"}
_ARMED_PEOPLE = word_class("one who is armed")
_ARMED = word_class("armed")
_ANY_OFFICE = word_class("any office")
_OFFICES = word_class("office")
_OTHERS = word_class("word for another") | frozenset("many several few some most such various".split())
_PLAIN = frozenset(("NN", "NNP", "JJ", "HYPH", "VBG", "VBN"))
_BRANCHES = frozenset(("MIL", "COP", "JUD", "LEG"))
"""Sectors whose bodies are called army, police, court, parliament, and no other body is."""
BODY_NOUNS = frozenset(
    "army police court parliament assembly ministry commission committee council board department bureau bank union "
    "team network mission university institute federation association league club".split()
)
"""Nouns of bodies of which one is no other: a ministry is no court."""
_LONG_AGO = 3
"""Sentences after which one without a name gives way to one with a name."""
_OF_MEDIA = frozenset(
    "agency broadcaster channel group magazine network newspaper organisation organization publisher".split()
)


def find_both(discourse: Discourse, description: Description, sentence: int) -> list[Referent]:
    """For "both countries" and "the two leaders": the two of that kind that were spoken of last."""
    if not (description.two and description.plural and description.definite):
        return []
    kinds = description.generic.two
    if not kinds:
        return []
    fitting = [r for r in reversed(discourse.recent) if r.kind in kinds and not r.plural and r.entity.named]
    near = [r for r in fitting if r.sentence >= sentence - 4]
    if "Person" in kinds:
        return near[1::-1] if len(near) > 1 and near[0].sentence == near[1].sentence else []
    near.sort(key=lambda r: -r.count - 2 * r.subject)
    if len(near) < 2:
        near = [r for r in sorted(fitting, key=lambda r: -r.count) if r.count > 1]
    return near[1::-1] if len(near) > 1 else []


def find_described(discourse: Discourse, words: Words, description: Description, sentence: int) -> Found | None:
    """What a noun phrase stands for, with the reason, or None if it is new."""
    found = _of_that_name(discourse, description)
    if found is None and description.definite and not description.restricted:
        found = (
            _armed_people(discourse, description, sentence)
            or _same_words(discourse, words, description, sentence)
            or _holder_of_office(discourse, description)
        )
    return found or _same_sources(discourse, words, description) or _as_in_headline(discourse, description, sentence)


def _same_sources(discourse: Discourse, words: Words, description: Description) -> Found | None:
    """Those of whom the article says in the same bare words that they speak or are told: "analysts said"."""
    if description.restricted or not _are_sources(words, description.root, description.start):
        return None
    said = words.lower[description.start : description.root + 1]
    for referent in reversed(discourse.recent):
        if description.noun in referent.heads and referent.plural and not referent.entity.named:
            for mention in referent.entity.mentions:
                same = words.lower[mention.start : mention.root + 1] == said and mention.end == mention.root + 1
                if same and _are_sources(words, mention.root, mention.start):
                    return referent, "the same sources"
    return None


def _are_sources(words: Words, i: int, start: int) -> bool:
    """Whether a bare plural is who says something or is told it."""
    head = words.head[i]
    tells = words.dep[i] in ("nsubj", "dobj", "dative") and words.lemma[head] in telling_verbs()
    cited = words.dep[i] == "pobj" and words.lower[words.head[head]] == "according"
    if words.tag[i] != "NNS" or not (tells or cited):
        return False
    return all(words.tag[k] in _PLAIN and words.lower[k] not in _OTHERS for k in range(start, i))


_LANDS = frozenset("country nation homeland fatherland motherland".split())


def find_own_country(discourse: Discourse, description: Description) -> Found | None:
    """His country is that of whom "his" stands for, if the article names it."""
    owner = description.within
    if owner is None or description.noun not in _LANDS or description.plural:
        return None
    code = owner.country if owner.kind not in ("Organization", "InternationalOrganization", "Group") else None
    for referent in reversed(discourse.recent):
        if referent.kind == "Country" and code is not None and referent.entity.country == code:
            return referent, f"their own {description.noun}"
    return None


def _of_that_name(discourse: Discourse, description: Description) -> Found | None:
    """The town of X is X."""
    named = description.named
    if named is None or description.plural or not description.generic.of_itself:
        return None
    return discourse.referent(named.entity), f"the {description.noun} of that name"


def _armed_people(discourse: Discourse, description: Description, sentence: int) -> Found | None:
    """The rebels are the armed group that was spoken of last."""
    if not (description.plural and description.noun in _ARMED_PEOPLE and description.within is None):
        return None
    if not description.modifiers <= _ARMED:
        return None
    for referent in reversed(discourse.recent):
        if sentence - referent.sentence <= 4 and referent.kind == "ArmedGroup" and referent.entity.named:
            return referent, f"the {description.noun}s"
    return None


def _same_words(discourse: Discourse, words: Words, description: Description, sentence: int) -> Found | None:
    """What was described by the same noun, or named with it, or what such a noun may take up."""
    noun = description.noun
    owned = description.named is not None or words.tag[description.start] == "PRP$"
    generic = frozenset() if description.plural or owned else description.generic.kinds
    gender = _PERSONS.get(noun)
    loose = description.modifiers <= _ARMED
    best: tuple[float, Referent] | None = None
    for steps, referent in enumerate(reversed(discourse.recent)):
        if referent.plural != description.plural or not description.fits(referent.kind):
            continue
        if noun in referent.heads:
            if best is not None and _is_forgotten(referent, best[1], sentence):
                break
            if _is_other_office(description, referent):
                continue
            known_so = description.modifiers <= referent.modifiers
            if not _conflict(description, referent) and (known_so or _is_only_one(discourse, noun, referent)):
                return referent, "same description"
            continue
        if description.within is not None or not loose or not referent.entity.named:
            continue
        distance = sentence - referent.sentence
        if _is_of_other_sort(description, referent.entity):
            continue
        if gender and referent.kind == "Person" and referent.gender in ("", gender) and distance <= 2:
            rivals = (r for r in discourse.recent if sentence - r.sentence <= 1 and _may_be(r, gender))
            return None if any(rivals) else (referent, f"the {noun}")
        if (
            referent.kind in generic
            and distance <= 3
            and _fits_business(description, referent)
        ):
            score = 2.0 * referent.subject + min(referent.count, 4) - 1.5 * distance - 0.2 * steps
            if best is None or score > best[0]:
                best = score, referent
    return None if best is None else (best[1], f"the {noun}")


def _is_forgotten(unnamed: Referent, named: Referent, sentence: int) -> bool:
    """Whether one without a name has not been spoken of for long, and one with a name just now and more than once."""
    long_ago = not unnamed.entity.named and sentence - unnamed.sentence > _LONG_AGO
    return long_ago and sentence - named.sentence <= 1 and named.count > 1


def _is_of_other_sort(description: Description, entity: Entity) -> bool:
    """Whether a name is of another branch or sort of body than a description, or is told from it by a word."""
    if description.sector in _BRANCHES and entity.sector != description.sector:
        return True
    noun = description.noun
    if noun in BODY_NOUNS and BODY_NOUNS.intersection(entity.name.lower().split()) - {noun}:
        return True
    return bool(description.modifiers) and entity.kind != "ArmedGroup"


def _fits_business(description: Description, referent: Referent) -> bool:
    """Whether a body is of the business that a noun says: no paper is "the club", no shop "the newspaper"."""
    sector = referent.entity.sector
    if description.sector == "MED" and sector not in (None, "MED"):
        return False
    if description.generic.business:
        return sector in (None, "BUS", "MED")
    return sector != "MED" or description.noun in _OF_MEDIA


def _is_other_office(description: Description, referent: Referent) -> bool:
    """Whether somebody has not the office that is spoken of, but one below it, or had it: "Deputy Minister Roe"."""
    if RANKS & referent.modifiers - description.modifiers:
        return True
    return referent.former and not description.former and description.noun in _OFFICES


def _may_be(referent: Referent, gender: str) -> bool:
    """Whether "the man" may be somebody without a name: "the witness, a former agent"."""
    one = referent.kind == "Person" and not referent.plural and not referent.entity.named
    return one and referent.gender in ("", gender)


def _conflict(description: Description, referent: Referent) -> bool:
    new = description.modifiers - referent.modifiers
    if new and not (referent.entity.named and _says_its_country(new, referent.entity)):
        return True
    within = description.within
    if within is not None and id(within) not in referent.within:
        same_country = within.kind == "Country" and within.country == referent.entity.country
        if not same_country and (referent.within or not referent.entity.named):
            return True
    mine, other = description.country, referent.entity.country
    return mine is not None and other is not None and mine != other


def _is_only_one(discourse: Discourse, noun: str, referent: Referent) -> bool:
    """Whether nobody else of its country was described by a noun."""
    country = referent.entity.country
    return all(r is referent or noun not in r.heads or r.entity.country != country for r in discourse.recent)


def _says_its_country(words: frozenset[str], entity: Entity) -> bool:
    """Whether words before a noun only say of which country an entity is: "the Chinese president"."""
    return entity.country is not None and all(demonym_country(word.capitalize()) == entity.country for word in words)


def _holder_of_office(discourse: Discourse, description: Description) -> Found | None:
    """The Egyptian leader is Egypt's president, "the party's head" its chairman."""
    if description.noun not in _ANY_OFFICE or description.plural:
        return None
    within, country = description.within, description.country
    if any(country is None or demonym_country(word.capitalize()) != country for word in description.modifiers):
        return None
    for referent in reversed(discourse.recent):
        if referent.kind == "Person" and referent.heads & _OFFICES:
            same_body = within is not None and id(within) in referent.within
            if same_body or (country is not None and country == referent.entity.country):
                return referent, f"the {description.noun}"
    return None


def _as_in_headline(discourse: Discourse, description: Description, sentence: int) -> Found | None:
    """The lead takes up whom the headline spoke of: "Gunmen kill 3 | Gunmen killed three people on Monday"."""
    for referent in discourse.recent:
        if (
            referent.heading
            and description.noun in referent.heads
            and referent.plural == description.plural
            and sentence - referent.sentence <= 4
            and (description.modifiers <= referent.modifiers or referent.modifiers <= description.modifiers)
        ):
            return referent, "as in the headline"
    return None
