"""The classes of words that the event layer and the entries of its lexicon name: `lexicons/event_classes.csv`."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The classes of words that entries name with @."""
    found: dict[str, set[str]] = {}
    for row in read_lexicon("event_classes"):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
