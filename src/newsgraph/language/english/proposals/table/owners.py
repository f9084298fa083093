"""Whose proposal a noun names: "a call by X", "the German offer", "X renewed its appeal"."""

from __future__ import annotations

from newsgraph.knowledge import country
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.coreference.actors import BODIES, is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.spans import negated
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.known_names import demonym_country


def noun_proposer(parse: Parse, notes: Annotations, noun: int, content: tuple[int, int]) -> int | None:
    """Whose call, plan or offer it is: by a word beside the noun, or by the verb that makes it."""
    for c in parse.children[noun]:
        dep = parse.dep[c]
        if dep == "poss":
            return c if is_actor(parse, notes, c) or parse.tag[c] == "PRP$" else None
        if dep in ("prep", "agent") and parse.lower[c] in ("of", "by", "from") and c not in range(*content):
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return found
    made = maker_clause(parse, noun)
    agent = None if made is None else parse.child(made, "agent")
    maker = None if agent is None else parse.child(agent, "pobj")
    if maker is not None and is_actor(parse, notes, maker):
        return maker
    before = _named_before(parse, notes, noun)
    return before if before is not None else _maker(parse, notes, noun, content)


def _named_before(parse: Parse, notes: Annotations, noun: int) -> int | None:
    """The state or body before the noun: "the Kenyan offer", "a government plan", "the Lund proposal"."""
    for c in parse.children[noun]:
        if c < noun and parse.dep[c] in ("compound", "amod", "nmod"):
            if _national(parse, notes, c) or _is_house(parse, notes, c):
                return c
            for k in range(c, parse.left[c] - 1, -1):
                for mention in notes.mentions_at(k):
                    if mention.form == "name" and is_actor(parse, notes, mention.root):
                        return k
    return None


def _maker(parse: Parse, notes: Annotations, noun: int, content: tuple[int, int]) -> int | None:
    """Who makes it by the verb above: "X renewed its appeal"."""
    if parse.dep[noun] in ("dobj", "attr", "pobj", "oprd"):
        verb = parse.head[noun]
        if parse.dep[noun] == "pobj":
            if parse.lower[verb] not in ("with", "in"):
                return None
            verb = parse.head[verb]
        if parse.is_verb(verb) and (parse.lemma[verb] in limit("making")) and not negated(parse, verb):
            found = parse.subject(verb)
            if found is not None and is_actor(parse, notes, found):
                return found
    if parse.dep[noun] == "nsubjpass" and parse.lemma[parse.head[noun]] in limit("making"):
        return parse.subject(parse.head[noun])
    if parse.dep[noun] == "conj" and parse.pos[parse.head[noun]] == "NOUN":
        return noun_proposer(parse, notes, parse.head[noun], content)
    return None


def maker_clause(parse: Parse, noun: int) -> int | None:
    """The participle in "a demand made by X to ...", "an appeal issued by X"."""
    for c in parse.children[noun]:
        if parse.dep[c] == "acl" and parse.tag[c] == "VBN" and parse.lemma[c] in limit("making"):
            return c
    return None


def _is_house(parse: Parse, notes: Annotations, i: int) -> bool:
    """Whether a noun before the noun is a body: "a government plan", "the Commission proposal"."""
    if parse.pos[i] not in ("NOUN", "PROPN"):
        return False
    noun = actor_noun(parse.lower[i], parse.lemma[i])
    return noun is not None and noun.kind in BODIES


def _national(parse: Parse, notes: Annotations, i: int) -> bool:
    """Whether an adjective stands for a state, "the Kenyan offer"; a mention of that state is entered."""
    if not parse.doc[i].is_title or notes.mentions_at(i):
        return False
    code = demonym_country(parse.doc[i].text)
    if code is None:
        return False
    known = next((e for e in notes.entities if e.kind == "Country" and e.country == code), None)
    entity = known or Entity(name=country(code).name, kind="Country", country=code)
    entity.aliases[parse.doc[i].text] += 1
    notes.add(Mention(i, i + 1, i, "name", "Country", entity, "adjective of a country"))
    return True
