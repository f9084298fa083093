"""Who can act, speak and want: people, groups, bodies and states, by name, noun or pronoun."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.syntax.parse import Parse

ACTORS = frozenset(
    ("Person", "Group", "Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
BODIES = ACTORS - {"Person", "Group"}
_POLITIES = frozenset("city country state nation town province region capital kingdom republic island county".split())
_COLLECTIVES = frozenset(
    "forces troops sides parties partners backers allies guarantors powers leaders mps meps".split()
)
_PERSONAL = frozenset("he she they we i you who him her them us me everyone everybody all both".split())
_INDEFINITE = frozenset("those all both everyone everybody anyone nobody others many some".split())


def is_actor(parse: Parse, notes: Annotations, i: int) -> bool:
    """Whether a word stands for one who can act."""
    if parse.lower[i] == "justice" and parse.left[i] == i:
        return False
    mentions = notes.mentions_at(i)
    if mentions:
        kind = mentions[0].entity.kind if mentions[0].form == "pronoun" else mentions[0].kind
        if kind in ACTORS:
            return True
        if kind == "Place":
            return (mentions[0].form == "name" and parse.tag[i] in ("NNP", "NNPS")) or parse.lemma[i] in _POLITIES
    if parse.pos[i] == "PRON":
        return parse.lower[i] in _PERSONAL or parse.lower[i] in _INDEFINITE
    if parse.pos[i] not in ("NOUN", "PROPN", "ADJ"):
        return parse.lower[i] in _INDEFINITE
    if parse.tag[i] == "NNPS" or parse.lower[i] == "elect" or parse.lower[i] in _COLLECTIVES:
        return True
    noun = actor_noun(parse.lower[i], parse.lemma[i])
    return noun is not None and noun.kind in ACTORS
