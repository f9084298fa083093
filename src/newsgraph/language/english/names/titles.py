"""Titles that stand before a person's name, and given names."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon


@cache
def titles() -> dict[str, str]:
    """Titles that stand before a name, lower case, with the gender they say."""
    return {row["title"]: row["gender"] for row in read_lexicon("titles")}


@cache
def title_words() -> frozenset[str]:
    """All words of titles, lower case."""
    return frozenset(word for title in titles() for word in title.replace("-", " - ").split())


@cache
def offices() -> frozenset[str]:
    """The last words of titles of office and rank, lower case."""
    return frozenset(row["title"].split()[-1] for row in read_lexicon("titles") if row["class"] in ("office", "rank"))


@cache
def occupations() -> frozenset[str]:
    """What people do for a living, which the press puts before their names: "rapper", lower case."""
    return frozenset(row["role"] for row in read_lexicon("roles") if row["class"] == "occupation")


@cache
def short_ranks() -> frozenset[str]:
    """Ranks that are written short, lower case and without their dots: "col", "lt"."""
    short = (row["title"].rstrip(".") for row in read_lexicon("titles") if row["class"] == "rank")
    return frozenset(rank for rank in short if " " not in rank and len(rank) < 5 and rank != "pc")


@cache
def given_names() -> dict[str, str]:
    """Given names with the gender they say, if they say one."""
    return {row["name"]: row["gender"] for row in read_lexicon("given_names")}
