"""Governments that a phrase tells from all others by whose they are, as a name does.

"Danish government", "Denmark's government", "Chen administration"; not "the new Danish government" or "a Danish
government".
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.coreference.descriptions import Description
from newsgraph.language.names.known_names import demonym_country, known_names
from newsgraph.language.words import Words

_GOVERNMENTS = frozenset("government administration regime".split())


def mention_of(notes: Annotations, words: Words, description: Description, entity: Entity, reason: str) -> Mention:
    """The mention of an entity by a description; a name where it names a government."""
    found = description.mention(entity, reason)
    start = government_start(notes, words, description)
    if start is not None:
        found.start, found.form = start, "name"
    return found


def government_start(notes: Annotations, words: Words, description: Description) -> int | None:
    """Where the name of a government begins in a description, or None where it names none."""
    last = description.root - 1
    if words.lower[description.root] not in _GOVERNMENTS:
        return None
    if last > description.start and words.tag[last] == "POS":
        last -= 1
    if last < description.start:
        return None
    near = notes.covering.get(last)
    named = near is not None and near.form == "name"
    first = near.start if near is not None and named else last
    article = words.lower[description.start] == "the"
    if first > description.start + article:
        return None
    if near is not None and named and (near.entity.kind in ("Country", "Person") or _is_seat(near.entity)):
        return first
    return first if words.capital[last] and demonym_country(words.text[last]) is not None else None


def _is_seat(entity: Entity) -> bool:
    return entity.kind == "Place" and any(e.form == "seat" for e in known_names().lookup(entity.name))
