"""The noun phrase around a noun for an actor or a place, read from the words before and behind it."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.actor_nouns import ABSTRACT, PEOPLE, ActorNoun, end_of_office, sector_words
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.name_contexts import NOT_IN_OFFICE
from newsgraph.language.english.coreference.nominals import NOBODY
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.runs import MONTHS
from newsgraph.language.english.word_contexts import is_clause, is_prefixed
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

_INSIDE = frozenset("det amod nummod compound poss nmod advmod quantmod predet case punct npadvmod nounmod".split())
_DEFINITE = frozenset("the this that these those both its their his her our my".split())
_SETS_APART = frozenset((",", "-", "--", "–", "—", "("))
"""Signs between a noun and a clause that only adds to it: "the company - which was founded here -"."""
_LOOSE = frozenset("former new current late then own whole entire same other so-called self-proclaimed".split())
_WHOM_OF_WHAT = frozenset(
    "accuse warn inform notify remind convince persuade assure suspect convict acquit clear rob strip deprive".split()
)
"""Verbs whose "of" is no part of their object: "warned the authorities of attacks"."""
_POSTS_OF_STATE = frozenset("secretary secretaries minister ministers department undersecretary".split())


def describe(notes: Annotations, words: Words, root: int, noun: ActorNoun) -> Description:
    """The noun phrase around a head noun."""
    tag = words.tag[root]
    plural = tag in ("NNS", "NNPS") or words.lower[root] in PEOPLE
    noun = _of_news(words, root) or noun
    kind = "Group" if plural and noun.kind in ("Person", "Country") else noun.kind
    start, end = root, end_of_office(words.lower, root)
    first = words.sentence[root]
    definite = two = empty = False
    modifiers: set[str] = set()
    country, sector = None, noun.sector
    within: Entity | None = None
    inner: Mention | None = None
    i = root - 1
    while i >= first:
        if words.tag[i] == "POS" and i > first and words.head[i] < i and start <= words.head[words.head[i]] <= root:
            start, i = i, i - 1
            continue
        if not start <= words.head[i] < end or _ends_phrase(words, i, plural):
            break
        lower = words.lower[i]
        start = i
        near = notes.covering.get(i)
        if lower in NOBODY:
            empty = True
        elif lower in _DEFINITE or lower in ("two", "three"):
            definite = definite or lower in _DEFINITE
            two = two or lower in ("two", "both")
        elif near is None and words.tag[i] not in ("POS", "DT", "CD") and lower not in _LOOSE:
            modifiers.add(lower)
        sector = sector_words().get(lower, sector)
        if near is not None:
            if not is_prefixed(words, near.end - 1):
                country = country or _country_of(near)
            if words.dep[i] == "poss":
                definite = True
            within = within or near.entity
            start = min(start, near.start)
            i = near.start
        elif country is None and words.capital[i] and not is_prefixed(words, i):
            country = demonym_country(words.text[i])
        i -= 1
    while start < root and words.text[start] in ('"', "“", "”", "'", "-", "–"):
        start += 1
    if start == root and (tag in ("NNP", "NNPS") or words.lower[root] in word_class("definite by itself")):
        definite = True
    told = words.dep[root] == "dobj" and words.lemma[words.head[root]] in _WHOM_OF_WHAT
    if end < words.size - 1 and words.lower[end] == "of" and words.head[end] == root and not told:
        end, near = _of_phrase(notes, words, end)
        if near is not None:
            country = country or _country_of(near)
            inner = near
            within = within or near.entity
    return Description(
        start, end, root, words.lemma[root].lower(), kind, plural, definite, two, noun.gender, country, sector,
        within, inner, _is_restricted(words, root), empty, frozenset(modifiers),
        not NOT_IN_OFFICE.isdisjoint(words.lower[start:root]),
    )  # fmt: skip


def _ends_phrase(words: Words, i: int, plural: bool) -> bool:
    """Whether a word before a noun is outside of its phrase."""
    lower = words.lower[i]
    if words.dep[i] not in _INSIDE or (words.dep[i] == "punct" and lower not in ("-", "–", '"', "“", "”", "'")):
        return True
    return (plural and lower == "that") or words.text[i] in MONTHS or is_clause(words, i)


def _country_of(near: Mention) -> str | None:
    """The country that a name in a description gives it: those of companies and alliances say nothing."""
    return None if near.entity.kind in ("Organization", "InternationalOrganization") else near.entity.country


def _of_news(words: Words, root: int) -> ActorNoun | None:
    """What a news agency is: no agency of a state."""
    news = root > 0 and words.lower[root] in ("agency", "agencies") and words.lower[root - 1] == "news"
    return ActorNoun("Organization", "MED") if news else None


def _is_restricted(words: Words, root: int) -> bool:
    for j in range(root + 1, min(root + 12, words.size)):
        if words.sentence[j] != words.sentence[root]:
            return False
        if words.head[j] == root and words.dep[j] in ("relcl", "acl"):
            return words.text[root + 1] not in _SETS_APART
    return False


def _of_phrase(notes: Annotations, words: Words, i: int) -> tuple[int, Mention | None]:
    """The end of the phrase that "of" at `i` begins, if its noun is near, and the name that it holds."""
    for j in range(i + 1, min(i + 9, words.size)):
        if words.head[j] == i and words.dep[j] == "pobj":
            name = notes.covering.get(j)
            return (name.end, name) if name is not None else (j + 1, None)
        if words.sentence[j] != words.sentence[i]:
            break
    return i, None


def is_light(words: Words, description: Description) -> bool:
    """Whether a noun stands for nobody and no place: "take place", "in office", "a state of emergency"."""
    root = description.root
    bare = description.start == root and not description.definite
    if bare and description.noun == "place" and words.lemma[words.head[root]] == "take":
        return True
    if bare and description.noun in ("office", "home", "part", "power"):
        return True
    if description.noun in ABSTRACT and not description.definite and description.country is None:
        return True
    if _is_condition(words, description) or _is_of_post(words, root):
        return True
    return bare and words.tag[root] == "NN" and description.kind == "Person" and words.dep[root] in ("pobj", "dobj")


def _is_condition(words: Words, description: Description) -> bool:
    """Whether a state is how things are, and an area what one works on: "the state of the economy", "in this area"."""
    root = description.root
    of = root + 1 < words.size and words.lower[root + 1] == "of" and description.named is None
    if description.noun == "area" and not description.plural:
        return (of and not description.modifiers) or words.lower[description.start] in ("this", "that")
    return description.noun == "state" and of


def _is_of_post(words: Words, root: int) -> bool:
    """Whether a word belongs to the name of a post: "Secretary of State Jane Doe"."""
    before = words.lower[root - 2] if root > 1 and words.lower[root - 1] == "of" else ""
    return words.text[root] == "State" and before in _POSTS_OF_STATE
