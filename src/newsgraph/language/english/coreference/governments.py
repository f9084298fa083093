"""Governments that a phrase tells from all others by whose they are, as a name does.

"Danish government", "Denmark's government", "Chen administration"; not "the new Danish government" or "a Danish
government".
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

_GOVERNMENTS = frozenset("government administration regime".split())


def government_start(notes: Annotations, words: Words, start: int, root: int) -> int | None:
    """Where the name of a government begins in a noun phrase, or None where it names none."""
    last = root - 1
    if words.lower[root] not in _GOVERNMENTS:
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
    if near is not None and named and near.entity.kind in ("Country", "Person"):
        return first
    return first if words.capital[last] and demonym_country(words.text[last]) is not None else None
