"""Which name of the article a description is of that reading word by word left without one.

"The suspect", "the South Carolina senator", "its rival, ABC": who is meant often stands paragraphs before, or comes
later. Each such description is weighed against each name of the article that it may be of; the weights stand in
`lexicons/description_weights.csv`, what speaks against the likeliest name in `doubts.py`. One that is not
clearly better than all others is left alone.
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.coreference.descriptions.described import Described, Unnamed
from newsgraph.language.english.coreference.descriptions.doubts import is_clear
from newsgraph.language.english.coreference.descriptions.features import candidates
from newsgraph.language.english.coreference.descriptions.name_behind import find_name_behind
from newsgraph.language.english.coreference.descriptions.named_next import find_named_next
from newsgraph.language.english.coreference.descriptions.only_force import find_only_force

LEAST = 0.5
"""The share from which on a description is linked to a name."""
LEAD = 0.25
"""How much likelier than the next name it must be."""


def link_descriptions(seen: Described) -> None:
    """Let each description that clearly is of one name be of it."""
    for unnamed in seen.unnamed:
        description = unnamed.description
        if (named := find_name_behind(seen.notes, seen.words, description)) is not None:
            _join(seen.notes, unnamed.entity, named, "apposition")
        elif (named := find_only_force(seen, description)) is not None:
            _join(seen.notes, unnamed.entity, named, "same description: no other is named")
        elif (named := find_named_next(seen, unnamed)) is not None:
            _join(seen.notes, unnamed.entity, named, "named in the next sentence")
        elif (named := find_weighed(seen, unnamed)) is not None:
            _join(seen.notes, unnamed.entity, named, "same description: weighed")


def find_weighed(seen: Described, unnamed: Unnamed) -> Entity | None:
    """Whom a description names, if one is clearly likelier than all others and nothing speaks against it."""
    weights = confidence_weights("description_weights")
    ranked = [(weights.share(features), named) for named, features in candidates(seen, unnamed)]
    ranked.sort(key=lambda found: -found[0])
    if not ranked or ranked[0][0] < LEAST:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEAD:
        return None
    best = ranked[0][1]
    return best.entity if is_clear(seen, unnamed, best) else None


def _join(notes: Annotations, unnamed: Entity, named: Entity, reason: str) -> None:
    """Let all mentions of an unnamed entity be of a named one."""
    for mention in unnamed.mentions:
        mention.entity = named
        if mention.form == "pronoun":
            mention.kind = named.kind
        else:
            mention.reason = reason
    named.mentions.extend(unnamed.mentions)
    unnamed.mentions = []
    notes.entities.remove(unnamed)
