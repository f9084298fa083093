"""Nouns that stand for actors and places without naming them: "minister", "troops", "village"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsgraph.language.english.lexicon_files import read_lexicon, word_class

ABSTRACT = frozenset(("leadership",))
"""Nouns that are people only behind a word that says whose: "the party's leadership", not "leadership matters"."""
PEOPLE = frozenset("troops personnel staff police".split())


@cache
def sector_words() -> dict[str, str]:
    """What words before a noun say of the part of society."""
    return {row["word"]: row["sector"] for row in read_lexicon("sector_words")}


class ActorNoun(NamedTuple):
    """A noun for one who acts, or for a place."""

    kind: str
    sector: str | None = None
    gender: str = ""


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Nouns for persons, groups, bodies and places, by lemma."""
    found = {row["noun"]: _noun_of(row["kind"]) for row in read_lexicon("wordnet_nouns")}
    for row in read_lexicon("actor_nouns"):
        found[row["noun"]] = _noun_of(row["kind"], row["sector"] or None, row["gender"])
    return found


@cache
def _noun_of(kind: str, sector: str | None = None, gender: str = "") -> ActorNoun:
    """What many nouns have in common, once."""
    return ActorNoun(kind, sector, gender)


def actor_noun(lower: str, lemma: str, before: Sequence[str] | None = None) -> ActorNoun | None:
    """What a noun stands for, if it stands for one who acts or a place.

    Args:
        lower: the noun, in small letters.
        lemma: its base form.
        before: the words before it, if they are known: figures are people only behind a word such as "senior".
    """
    table = actor_nouns()
    if before is not None and lemma == "figure" and word_class("word for somebody").isdisjoint(before):
        return None
    if lemma == "general" and before and (office := table.get(before[-1])) is not None and office.kind == "Person":
        return office  # "attorney general"
    return table.get(lower) or table.get(lemma)


def end_of_office(lower: list[str], noun: int) -> int:
    """Where a noun ends that may be an office to be taken up: "the mayor-elect"."""
    return noun + 3 if lower[noun + 1 : noun + 3] in (["-", "elect"], ["-", "designate"]) else noun + 1
