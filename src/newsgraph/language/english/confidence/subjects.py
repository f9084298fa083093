"""What an article and the words around an event are about: politics, war, courts, sport, business, films.

A deal, a call or a battle is another thing on the pages of sport or business. The words of each subject stand in
`lexicons/subject_words.csv`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse

_AROUND = 40
"""How many words before and after an event tell what the passage is about."""
_DENSE = 20
"""One word in so many makes an article wholly of a subject."""
_SURE = 5
"""So many words around an event make a passage wholly of a subject."""


@cache
def subject_words() -> dict[str, tuple[str, ...]]:
    """The subjects of which a word speaks, by lemma."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_lexicon("subject_words"):
        found[row["word"]].append(row["subject"])
    return {word: tuple(subjects) for word, subjects in found.items()}


@lru_cache(maxsize=2)
def subjects_of(parse: Parse) -> Subjects:
    """What the doc of a parse is about, read once for all layers."""
    return Subjects(parse.lemma)


class Subjects:
    """What one doc is about."""

    def __init__(self, lemmas: Sequence[str]) -> None:
        """Read the lemmas, in small letters, of the doc."""
        table = subject_words()
        known = table.keys() & set(lemmas)
        self._at: dict[str, list[int]] = defaultdict(list)
        for i in [i for i, lemma in enumerate(lemmas) if lemma in known]:
            for subject in table[lemmas[i]]:
                self._at[subject].append(i)
        size = max(1, len(lemmas))
        self.article = {name: min(1.0, _DENSE * len(at) / size) for name, at in self._at.items()}
        """How much of each subject the article has, from 0 to 1."""

    def near(self, word: int) -> dict[str, float]:
        """How much of each subject the words around one have, from 0 to 1; the word itself is not counted."""
        found = {}
        for name, at in self._at.items():
            count = bisect_left(at, word + _AROUND + 1) - bisect_left(at, word - _AROUND)
            position = bisect_left(at, word)
            count -= position < len(at) and at[position] == word
            if count:
                found[name] = min(1.0, count / _SURE)
        return found
