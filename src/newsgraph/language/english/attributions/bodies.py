"""Whom an unnamed source speaks for or belongs to: "a spokesman for the ministry", "police in Lagos"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.nationalities import nationality_mention
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import words_of

_BODIES = frozenset(("Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization"))
_HOMES = _BODIES | {"Place"}
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson spokespeople statement communique communiqué".split())
_DOCUMENTS = frozenset(
    "report study survey poll letter memo memorandum statement figure statistic datum data estimate forecast minute "
    "prospectus paper document dossier review research analysis bulletin manifesto communique release filing "
    "lawsuit suit complaint petition affidavit ruling order guideline manual website advert circular".split()
)
"""What somebody writes, which says what he says."""
_SUITS = frozenset(("lawsuit", "suit", "complaint", "petition", "affidavit", "order"))
"""The name before these may be that of the accused: "the Apple lawsuit"."""
_AUTHORS = frozenset(("Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization", "Person"))
_BEFORE = frozenset(("poss", "compound", "nmod", "amod"))
_OFFICES = frozenset(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"))
"""Sectors whose people, named by a nationality, belong to that state: "Kenyan police", not "a Kenyan tourist"."""
_OF = frozenset("of for from at in with".split())


def home_of(parse: Parse, notes: Annotations, source: Mention) -> tuple[Mention, bool] | None:
    """The named body, state or place of an unnamed source, and whether the source speaks in its name.

    Read from the words of the source, else from those by which the article spoke of the same source before.
    """
    if source.form == "name" or source.entity.named:
        return None
    told = [m for m in source.entity.mentions if m.form == "nominal" and m.start <= source.start]
    for mention in (source, *reversed(told)):
        if mention.kind == "Other" and (author := author_of(parse, notes, mention.root)) is not None:
            return author, True
        for body in _beside(parse, notes, mention):
            return body, parse.lemma[mention.root] in _SPOKESMEN and body.kind in _BODIES
    state = _state(parse, notes, source)
    return None if state is None else (state, False)


def author_of(parse: Parse, notes: Annotations, document: int) -> Mention | None:
    """Whose report, letter or figures a noun is: "the bank's report", "Treasury figures", "a study by the bank".

    None of what another may have written of them: "Apple's indictment", "the Iraq report".
    """
    if parse.lemma[document] not in _DOCUMENTS:
        return None
    owner, name = parse.child(document, "poss"), parse.child(document, "compound", "nmod")
    by = (c for c in _below(parse, document) if parse.lower[c] in ("by", "from") and parse.dep[c] in ("agent", "prep"))
    for root in (owner, *(parse.child(c, "pobj") for c in by)):
        if root is not None:
            return next((m for m in notes.mentions_at(root) if m.kind in _AUTHORS), None)
    if name is None or parse.lemma[document] in _SUITS:
        return None
    return next((m for m in notes.at_root.get(name, ()) if m.form == "name" and m.kind in _AUTHORS - {"Person"}), None)


def _below(parse: Parse, noun: int) -> list[int]:
    """What hangs on a noun, and on a participle that tells who made it: "a study released in May by the bank"."""
    made = [c for c in parse.children[noun] if parse.tag[c] == "VBN" and parse.dep[c] == "acl"]
    return [*parse.children[noun], *(k for c in made for k in parse.children[c])]


def _state(parse: Parse, notes: Annotations, source: Mention) -> Mention | None:
    """The state of those who hold an office by its nationality: "Kenyan police"; its mention is entered."""
    behind = [parse.child(c, "pobj") for c in parse.children[source.root] if parse.lower[c] in _OF]
    for root in (source.root, *(i for i in behind if i is not None)):
        noun = actor_noun(parse.lower[root], parse.lemma[root])
        if noun is None or noun.sector not in _OFFICES:
            continue
        for c in parse.children[root]:
            found = nationality_mention(notes, words_of(parse.doc), c) if c < root and parse.dep[c] in _BEFORE else None
            if found is not None:
                there = next((m for m in notes.at_root.get(c, ()) if m.entity is found[0].entity), None)
                return there or notes.add(found[0])
    return None


def _beside(parse: Parse, notes: Annotations, mention: Mention) -> list[Mention]:
    """The named bodies and places that stand with a noun, before it or behind a preposition."""
    root = mention.root
    near: list[int] = []
    for c in parse.children[root]:
        if c < root and parse.dep[c] in _BEFORE:
            near += range(parse.left[c], c + 1)
        elif parse.dep[c] == "prep" and parse.lower[c] in _OF and (inner := parse.child(c, "pobj")) is not None:
            near += range(inner, parse.left[inner] - 1, -1)
    found = [m for i in near for m in notes.at_root.get(i, ()) if m.form == "name" and m.kind in _HOMES]
    return [m for m in found if m.entity is not mention.entity]
