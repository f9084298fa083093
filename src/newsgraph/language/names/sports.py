"""Sport: there the name of a country is a team's, and no state acts."""

from __future__ import annotations

from functools import cache

from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.names.runs import Candidate
from newsgraph.language.words import Words

_PLACED = frozenset("in at near across throughout inside outside".split())


@cache
def _sports_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("sports_words"))


def reports_sport(words: Words) -> bool:
    """Whether many of an article's words are of sport, and many different ones."""
    table = _sports_words()
    hits = [text for text in words.text if text in table]
    return len(hits) >= 8 and len(set(hits)) >= 5 and len(hits) >= 0.015 * words.size


def is_team(words: Words, span: Candidate) -> bool:
    """Whether the name of a country or place stands for a team, in an article on sport."""
    if span.start > 0 and words.lower[span.start - 1] in _PLACED:
        return False
    if span.start > 1 and words.text[span.start - 1] == "," and words.dep[span.end - 1] in ("appos", "npadvmod"):
        return False
    if span.kind == "Country":
        return True
    return words.dep[span.end - 1] in ("nsubj", "nsubjpass", "poss")
