"""Noun phrases that stand for actors without naming them: "the minister", "Pakistani troops", "13 civilians"."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.actor_nouns import ABSTRACT, PEOPLE, actor_noun, end_of_office, sector_words
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.coreference.governments import government_start
from newsgraph.language.names.known_names import demonym_country
from newsgraph.language.words import is_otherwise, words_of

_LEFT = frozenset("det amod nummod compound poss nmod advmod quantmod predet case nounmod".split())
_PLURAL = frozenset(["NNS", "NNPS"])
NOBODY = frozenset("no any every which what whose neither".split())
"""Determiners that let a noun stand for nobody in particular."""


def mentions_of(notes: Annotations, token: Token, create: bool = True) -> list[Mention]:
    """The mentions that a word in an argument position stands for; several for "both countries".

    A name or pronoun that was found is taken; a relative pronoun stands for its antecedent; another noun gets a nominal
    mention with an entity of its own, unless `create` is false.
    """
    if found := notes.mentions_at(token):
        return found
    tag = token.tag_
    if tag in ("WP", "WDT") or (token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")):
        clause = token.head
        while clause.dep_ not in ("relcl", "acl") and clause.head.i != clause.i:
            clause = clause.head
        return mentions_of(notes, clause.head, create) if clause.dep_ in ("relcl", "acl") else []
    if not create or token.pos_ not in ("NOUN", "PROPN"):
        return []
    if _stands_for_nobody(token):
        return []
    words = words_of(token.doc)
    end = end_of_office(words.lower, token.i)
    lefts = (c for c in token.doc[end - 1].lefts if c.i <= token.i)
    start = min([token.i, *(c.left_edge.i for c in lefts if c.dep_ in _LEFT and not _is_outside(c, token))])
    start = next((i + 1 for i in range(token.i - 1, start - 1, -1) if words.is_clause(i)), start)
    return [notes.add(nominal(notes, token.doc[start:end].text, token, start, end))]


def _stands_for_nobody(token: Token) -> bool:
    """Whether a noun phrase names nobody: "no country", "which party", the place of "took place"."""
    if token.lower_ == "place" and token.dep_ == "dobj" and token.head.lemma_ == "take":
        return True
    return any(child.dep_ == "det" and child.lower_ in NOBODY - {"any", "every"} for child in token.lefts)


def _is_outside(child: Token, noun: Token) -> bool:
    """Whether a word before a noun is no part of the phrase: "that" before a plural, a date: "May 5 gunmen"."""
    dated = child.ent_type_ in ("DATE", "TIME") and child.dep_ != "det" and noun.ent_type_ not in ("DATE", "TIME")
    return dated or (child.lower_ == "that" and noun.tag_ in _PLURAL)


def without_article(text: str) -> str:
    """A noun phrase as the label of what it stands for: "the mayor", "some of" it, "many analysts" without these words.

    Numbers stay, for they tell one group from another.
    """
    words = text.split()
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        del words[0]
    return " ".join(words)


def _is_otherwise(token: Token) -> bool:
    return token.i > 0 and is_otherwise(token.doc[token.i - 1].text, token.text)


_ARTICLES = frozenset("the a an this that these those some many several few various most other certain such".split())


def nominal(notes: Annotations, text: str, token: Token, start: int, end: int) -> Mention:
    """A nominal mention with an entity of its own; it is not entered yet."""
    lower = token.lower_
    noun = actor_noun(lower, token.lemma_, words_of(token.doc).lower[start : token.i])
    kind, sector = (noun.kind, noun.sector) if noun else ("Other", None)
    if (kind == "Person" and token.tag_ in _PLURAL) or lower in PEOPLE:
        kind = "Group"
    elif kind == "Country":
        kind = "Group" if token.tag_ in _PLURAL else "Place"
    country = None
    for child in token.lefts:
        if (near := notes.covering.get(child.i)) is not None and near.entity.country:
            country = near.entity.country
        elif country is None and child.text[0].isupper() and not _is_otherwise(child):
            country = demonym_country(child.text)
        sector = sector_words().get(child.lower_, sector)
    if lower in ABSTRACT and country is None and not any(c.dep_ in ("det", "poss") for c in token.lefts):
        kind, sector = "Other", None
    form, named = "nominal", government_start(notes, words_of(token.doc), start, token.i)
    if named is not None:
        form, start, text = "name", named, token.doc[named : token.i + 1].text
    entity = Entity(name=without_article(text), kind=kind, country=country, sector=sector)
    entity.aliases[entity.name] += 1
    return Mention(start, end, token.i, form, kind, entity, "noun phrase")
