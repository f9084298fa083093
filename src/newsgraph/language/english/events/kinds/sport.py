"""Whether an article reports sport, in which players fight and yield as armies do."""

from __future__ import annotations

from functools import cache, lru_cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse


@cache
def sports_words() -> frozenset[str]:
    """The words of sport, in small letters."""
    return frozenset(row["word"].lower() for row in read_lexicon("sports_words") if row["class"] == "sport")


@lru_cache(maxsize=4)
def reports_sport(syntax: Parse) -> bool:
    """Whether some of an article's words are of sport, and different ones."""
    table = sports_words()
    hits = [word for word in syntax.lower if word in table]
    return len(hits) >= 3 and len(set(hits)) >= 3 and len(hits) >= 0.01 * syntax.size
