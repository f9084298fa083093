"""Who is named right after a description that speaks: "A union leader urged … | Jane Doe, who leads the dockers, said".

Reports say first what somebody is who speaks, and who it is in the next sentence.
"""

from __future__ import annotations

from collections.abc import Collection

from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.english.coreference.descriptions.described import Described, Named, Unnamed
from newsgraph.language.english.coreference.pronouns import SUBJECTS
from newsgraph.language.english.coreference.speaking_pronouns import speech_verbs, telling_verbs
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_SPEAK = telling_verbs() | word_class("act of a government") | {"describe", "reveal", "speak"}
_ANY_OFFICE = word_class("any office")
_OFFICES = word_class("office") - set("minister premier governor mayor king queen prime speaker".split())
"""What "the boss", "the union leader" may be called by his office."""
_LEAD = frozenset("lead head chair run command govern rule".split())
_ANYBODY = frozenset("man woman boy girl child person teenager source user witness resident victim".split())


def find_named_next(seen: Described, unnamed: Unnamed) -> Entity | None:
    """The person with whom the sentence after a description begins, if it is named there first and fits."""
    description, words = unnamed.description, seen.words
    nobody = description.plural or description.noun in _ANYBODY or words.quoted[description.root]
    if description.kind != "Person" or nobody:
        return None
    last = max((mention for mention, _ in unnamed.described), key=lambda mention: mention.start)
    here = words.number[last.root]
    next_ = [n for n in seen.named if n.entity.kind == "Person" and n.sentences[0] == here + 1]
    if len(next_) != 1 or not _opens(words, named := next_[0]):
        return None
    nouns = _said_of(words, named.names[0])
    office = description.noun in nouns or (description.noun in _ANY_OFFICE and nouns & _OFFICES)
    start = seen.is_at_start(here)
    speaks = _speaks(words, last, _SPEAK if start else speech_verbs()) and _speaks(words, named.names[0], _SPEAK)
    if _differ(unnamed, named) or not ((start and office) or (speaks and not nouns)):
        return None
    return named.entity


def _opens(words: Words, named: Named) -> bool:
    """Whether a sentence begins with a person, by first and last name, who does something."""
    name = named.names[0]
    before = range(words.sentence[name.start], name.start)
    titles = all(words.tag[i] in ("NN", "NNP", "JJ", "DT", "HYPH", "_SP", "POS", "``") for i in before)
    return name.end - name.start > 1 and titles and words.dep[name.root] in SUBJECTS


def _speaks(words: Words, mention: Mention, verbs: Collection[str]) -> bool:
    return words.dep[mention.root] in SUBJECTS and words.lemma[words.head[mention.root]] in verbs


def _differ(unnamed: Unnamed, named: Named) -> bool:
    genders = {unnamed.referent.gender, named.referent.gender} - {""}
    countries = {unnamed.entity.country, named.entity.country} - {None}
    return len(genders) > 1 or len(countries) > 1


def _said_of(words: Words, name: Mention) -> set[str]:
    """The nouns that say what a person is, before the name, in apposition or by a verb: "who leads the party"."""
    nouns: set[str] = set()
    for j in range(words.sentence[name.start], min(name.end + 25, words.size)):
        if words.sentence[j] != words.sentence[name.start]:
            break
        before = j < name.start and words.tag[j] in ("NN", "NNP") and name.start <= words.head[j] < name.end
        behind = words.head[j] == name.root
        if before or (behind and words.dep[j] == "appos"):
            nouns.add(words.lemma[j].lower())
        elif behind and words.dep[j] == "relcl" and words.lemma[j] in _LEAD:
            nouns.add("leader")
    return nouns
