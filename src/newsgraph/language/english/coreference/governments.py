"""Governments and families that a phrase tells from all others by whose they are, as a name does.

"Danish government", "Denmark's government", "Chen administration", "Chen family"; not "the new Danish government" or "a
Danish government".
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.known_names import demonym_country, known_names
from newsgraph.language.words import Words

_GOVERNMENTS = frozenset("government administration regime".split())
_FAMILY = "family"


def government_start(notes: Annotations, words: Words, start: int, root: int) -> int | None:
    """Where the name of a government or a family begins in a noun phrase, or None where it names none."""
    last = root - 1
    noun = words.lower[root]
    if noun not in _GOVERNMENTS and noun != _FAMILY:
        return None
    if last > start and words.tag[last] == "POS":
        last -= 1
    if last < start:
        return None
    near = notes.covering.get(last)
    named = near is not None and near.form == "name"
    first = near.start if near is not None and named else last
    article = words.lower[start] == "the"
    if first > start + article:
        return None
    if noun == _FAMILY:
        clan = near is not None and named and near.entity.kind == "Person" and last == root - 1
        return first if clan else None
    if near is not None and named and (near.entity.kind in ("Country", "Person") or _is_seat(near.entity)):
        return first
    return first if words.capital[last] and demonym_country(words.text[last]) is not None else None


def _is_seat(entity: Entity) -> bool:
    return entity.kind == "Place" and any(e.form == "seat" for e in known_names().lookup(entity.name))
