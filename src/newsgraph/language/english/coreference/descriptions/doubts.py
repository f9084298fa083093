"""What keeps a description from being of somebody who is named elsewhere, and the likeliest name from being meant.

A name that these rule out stays a rival all the same: where it is the likeliest, nobody is meant for sure.
"""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Mention
from newsgraph.language.english.coreference.descriptions.described import SMALL_WORDS, Described, Named, Unnamed
from newsgraph.language.english.coreference.descriptions.description import RANKS, Description, generic_nouns
from newsgraph.language.english.coreference.descriptions.links import BODY_NOUNS
from newsgraph.language.english.coreference.discourse import BODIES
from newsgraph.language.english.lexicon_files import read_lexicon, word_class

_OTHERS = word_class("word for another")
_NEVER = word_class("noun that tells too little")
_OFFICES = (
    word_class("office") | word_class("any office") | word_class("spokesman") | word_class("title of a person")
)
_SIDES = frozenset("democratic republican conservative labour liberal socialist communist green".split())
_ANYBODY = word_class("anybody") | word_class("role at the side")
_CULPRITS = word_class("culprit")
_GOVERNMENTS = word_class("government")
_SAY = word_class("verb of saying")
_OFTEN = 2
"""More mentions than these has whom an article is about."""


@cache
def _kin() -> frozenset[str]:
    ties = ("spouseOf", "kinOf")
    return frozenset(
        row["word"] for row in read_lexicon("relation_patterns") if row["form"] == "noun" and row["predicate"] in ties
    )


def is_open(seen: Described, unnamed: Unnamed) -> bool:
    """Whether each description of an entity may be of somebody who is named elsewhere in the article."""
    return all(_is_open(seen, mention, description) for mention, description in unnamed.described)


def _is_open(seen: Described, mention: Mention, description: Description) -> bool:
    words, i = seen.words, description.root
    noun, kind, head = description.noun, description.kind, seen.words.head[description.root]
    before = range(mention.start, i)
    shut = (
        not _OTHERS.isdisjoint(words.lower[mention.start : mention.end])
        or any(words.lower[j][0].isdigit() and words.lower[j][-2:] in ("st", "nd", "rd", "th") for j in before)
        or words.dep[i] in ("attr", "oprd", "acomp")
        or (words.dep[i] == "pobj" and words.lower[head] == "as")
        or noun in _NEVER
        or noun in _kin()
        or (kind == "Country" and any(words.tag[j] in ("JJS", "RBS") for j in before))
        or (kind in ("Place", "Country") and not description.generic.kinds)
        or (kind in BODIES and words.tag[description.start] == "PRP$")
        or (kind == "Person" and words.quoted[i])
        or (kind != "Person" and description.named is not None)
        or (description.start == i and (words.lemma[head] in _SAY or words.dep[i] == "ROOT"))
        or noun in _GOVERNMENTS
    )
    definite = description.definite and not description.restricted
    return not shut and (definite or seen.is_at_start(words.number[i]))


def may_be(seen: Described, unnamed: Unnamed, named: Named) -> bool:
    """Whether a name is of the kind, the sex and the owner that a description says."""
    description = unnamed.description
    if not _is_of_kind(unnamed, named):
        return False
    return not _owns(seen, named, description) and _fits_owner(seen, description, named)


def _is_of_kind(unnamed: Unnamed, named: Named) -> bool:
    kind, description = named.entity.kind, unnamed.description
    if description.kind == "Person":
        return kind == "Person" and len({unnamed.referent.gender, named.referent.gender} - {""}) < 2
    if description.kind in BODIES:
        return kind in BODIES
    if description.kind in ("Place", "Country"):
        return kind in ("Place", "Country")
    return kind == "Group"


def is_clear(seen: Described, unnamed: Unnamed, named: Named) -> bool:
    """Whether nothing speaks against the likeliest name."""
    description = unnamed.description
    return (
        not _is_other_sort(seen, description, named)
        and _is_in_reach(seen, unnamed, named)
        and (description.kind != "Person" or _is_known_so(seen, unnamed, named))
    )


def _owns(seen: Described, named: Named, description: Description) -> bool:
    """Whether a description says that it is somebody's who has that name: "Canada's government", "her lawyer"."""
    inside = (m for i in range(description.start, description.root) for m in seen.notes.at_root.get(i, ()))
    return any(
        m.entity is named.entity and (seen.words.dep[m.root] == "poss" or m.form == "pronoun") for m in inside
    )


def _fits_owner(seen: Described, description: Description, named: Named) -> bool:
    """Whether a name may belong to the body, party, state or person that the description names."""
    owner, other, noun = description.within, named.referent, description.noun
    if owner is None or not owner.named:
        return True
    if owner is named.entity:
        return description.named is None and noun in generic_nouns()
    if owner.kind in ("Event", "Other", "Document"):
        return description.kind == "Person"
    if id(owner) in other.within:
        return True
    if owner.kind == "Place":
        return description.kind != "Person" or noun in other.heads | named.said
    if owner.kind == "Country" and named.entity.country is not None:
        return owner.country == named.entity.country
    inside = set(seen.words.lower[description.start : description.root])
    owners = {w for name in (owner.name, *owner.aliases) for w in name.lower().split()} - SMALL_WORDS
    return not owners.isdisjoint((named.said | named.words) & inside)


def _is_other_sort(seen: Described, description: Description, named: Named) -> bool:
    """Whether a name says that it is of another sort or side: a ministry is no court, a Republican no Democrat."""
    noun, heads, told = description.noun, named.referent.heads, named.said | named.words
    inside = set(seen.words.lower[description.start : description.root])
    if noun in BODY_NOUNS:
        in_name = any(noun in w for w in named.entity.name.lower().split())
        if not (in_name or noun in heads) or not description.modifiers <= told | named.referent.modifiers:
            return True
    if inside & _SIDES and not inside & _SIDES & told:
        return True
    if noun in _OFFICES:
        not_in_office = RANKS & (told | named.referent.modifiers) - inside or (
            named.referent.former and not description.former
        )
        if not_in_office or description.country not in (None, named.entity.country):
            return True
        return noun not in heads | named.said and not _OFFICES & (heads | named.said)
    return False


def _is_in_reach(seen: Described, unnamed: Unnamed, named: Named) -> bool:
    """Whether a name stands before a description, or below the headline or lead that holds it."""
    description = unnamed.description
    definite = description.definite and not description.restricted
    before = definite and named.names[0].start < description.start
    return before or (seen.is_at_start(unnamed.sentence) and unnamed.sentence not in named.sentences)


def _is_known_so(seen: Described, unnamed: Unnamed, named: Named) -> bool:
    """Whether the article says of a person what the description says, or speaks of hardly anybody else."""
    description, other, words = unnamed.description, named.referent, seen.words
    noun, root = description.noun, description.root
    if noun in named.said | other.heads:
        return True
    if noun in _CULPRITS:
        return seen.is_accused(named)
    if words.tag[description.start] == "PRP$":
        return False
    if seen.is_at_start(unnamed.sentence):
        shared = seen.parts[id(unnamed.entity)] & seen.parts[id(named.entity)]
        leads = words.dep[root] in ("nsubj", "nsubjpass") and other.count > _OFTEN
        return (bool(shared) or leads) and not _speaks_first(seen, named)
    if noun in _ANYBODY:
        return False
    if not description.modifiers and words.dep[root] not in ("nsubj", "nsubjpass", "poss"):
        return False
    most = max(n.referent.count for n in seen.named if n.entity.kind == "Person")
    return other.count > _OFTEN and other.count == most


def _speaks_first(seen: Described, named: Named) -> bool:
    """Whether a person comes into the article as one who says something."""
    words, first = seen.words, named.names[0].root
    return words.dep[first] == "nsubj" and words.lemma[words.head[first]] in _SAY
