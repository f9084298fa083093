"""Nouns that take up what was named before: "the group", "the country", "the firm"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsgraph.language.english.lexicon_files import read_lexicon


class GenericNoun(NamedTuple):
    """A noun that takes up what was named before: see `lexicons/generic_nouns.csv`."""

    kinds: frozenset[str] = frozenset()
    two: frozenset[str] = frozenset()
    of_itself: bool = False
    business: bool = False


@cache
def generic_nouns() -> dict[str, GenericNoun]:
    """The generic nouns by lemma."""
    return {
        row["noun"]: GenericNoun(
            frozenset(filter(None, row["kinds"].split("|"))),
            frozenset(filter(None, row["two"].split("|"))),
            row["of_itself"] == "yes",
            row["business"] == "yes",
        )
        for row in read_lexicon("generic_nouns")
    }
