"""Noun phrases that stand for actors without naming them: "the minister", "Pakistani troops", "13 civilians"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.actor_nouns import ABSTRACT, PEOPLE, actor_noun, end_of_office, sector_words
from newsgraph.language.english.coreference.governments import government_start
from newsgraph.language.english.syntax.tree import Tree
from newsgraph.language.english.word_contexts import is_clause, is_otherwise
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import words_of

_LEFT = frozenset("det amod nummod compound poss nmod advmod quantmod predet case nounmod".split())
_PLURAL = frozenset(["NNS", "NNPS"])
NOBODY = frozenset("no any every which what whose neither".split())
"""Determiners that let a noun stand for nobody in particular."""
_NOBODY_AT_ALL = NOBODY - {"any", "every"}
_DATED = ("DATE", "TIME")


def mentions_of(notes: Annotations, syntax: Tree, i: int, create: bool = True) -> list[Mention]:
    """The mentions that a word in an argument position stands for; several for "both countries".

    A name or pronoun that was found is taken; a relative pronoun stands for its antecedent; another noun gets a nominal
    mention with an entity of its own, unless `create` is false.
    """
    if found := notes.mentions_at(i):
        return found
    dep, head = syntax.dep, syntax.head
    if syntax.tag[i] in ("WP", "WDT") or (syntax.lower[i] == "that" and dep[i] in ("nsubj", "nsubjpass", "dobj")):
        clause = head[i]
        while dep[clause] not in ("relcl", "acl") and head[clause] != clause:
            clause = head[clause]
        return mentions_of(notes, syntax, head[clause], create) if dep[clause] in ("relcl", "acl") else []
    if not create or syntax.pos[i] not in ("NOUN", "PROPN") or _stands_for_nobody(syntax, i):
        return []
    words = words_of(syntax.doc)
    end = end_of_office(words.lower, i)
    lefts = (*syntax.lefts(i), *syntax.lefts(end - 1))
    before = [c for c in lefts if c <= i and dep[c] in _LEFT and not _is_outside(syntax, c, i)]
    start = min([i, *(syntax.left[c] for c in before)])
    start = next((k + 1 for k in range(i - 1, start - 1, -1) if is_clause(words, k)), start)
    return [notes.add(_nominal(notes, syntax, i, start, end))]


def _stands_for_nobody(syntax: Tree, i: int) -> bool:
    """Whether a noun phrase names nobody: "no country", "which party", the place of "took place"."""
    if syntax.lower[i] == "place" and syntax.dep[i] == "dobj" and syntax.lemma[syntax.head[i]] == "take":
        return True
    return any(syntax.dep[c] == "det" and syntax.lower[c] in _NOBODY_AT_ALL for c in syntax.lefts(i))


def _is_outside(syntax: Tree, child: int, noun: int) -> bool:
    """Whether a word before a noun is no part of the phrase: "that" before a plural, a date: "May 5 gunmen"."""
    if syntax.lower[child] == "that" and syntax.tag[noun] in _PLURAL:
        return True
    entity = syntax.doc[child].ent_type_
    return entity in _DATED and syntax.dep[child] != "det" and syntax.doc[noun].ent_type_ not in _DATED


def without_article(text: str) -> str:
    """A noun phrase as the label of what it stands for: "the mayor", "some of" it, "many analysts" without these words.

    Numbers stay, for they tell one group from another.
    """
    words = text.split()
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        del words[0]
    return " ".join(words)


_ARTICLES = frozenset("the a an this that these those some many several few various most other certain such".split())


def _nominal(notes: Annotations, syntax: Tree, i: int, start: int, end: int) -> Mention:
    """A nominal mention with an entity of its own; it is not entered yet."""
    words = words_of(syntax.doc)
    lower, lefts = words.lower, syntax.lefts(i)
    noun = actor_noun(lower[i], syntax.lemma[i], lower[start:i])
    kind, sector = (noun.kind, noun.sector) if noun else ("Other", None)
    if (kind == "Person" and syntax.tag[i] in _PLURAL) or lower[i] in PEOPLE:
        kind = "Group"
    elif kind == "Country":
        kind = "Group" if syntax.tag[i] in _PLURAL else "Place"
    country = None
    for c in lefts:
        if (near := notes.covering.get(c)) is not None and near.entity.country:
            country = near.entity.country
        elif country is None and words.capital[c] and not (c and is_otherwise(words.text[c - 1], words.text[c])):
            country = demonym_country(words.text[c])
        sector = sector_words().get(lower[c], sector)
    if lower[i] in ABSTRACT and country is None and not any(syntax.dep[c] in ("det", "poss") for c in lefts):
        kind, sector = "Other", None
    form, stop, named = "nominal", end, government_start(notes, words, start, i)
    if named is not None:
        form, start, stop = "name", named, i + 1
    text = words.whole[words.begin[start] : words.end[stop - 1]]
    entity = Entity(name=without_article(text), kind=kind, country=country, sector=sector)
    entity.aliases[entity.name] += 1
    return Mention(start, end, i, form, kind, entity, "noun phrase")
