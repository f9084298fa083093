"""Where the further words of an entry of more than one word stand: "called for", "press conference"."""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.conditions import clause_mark
from newsgraph.language.english.events.lexicon.entries import Entry
from newsgraph.language.english.syntax.parse import Parse

_PARTICLE = 3
"""Letters that a particle has at most: the lemma of the noun in "break-ins" is "in"."""


def words_below(syntax: Parse, i: int) -> frozenset[str]:
    """The words that hang on a word behind it, and those that mark its clauses: a phrase goes on with one of them."""
    behind = [c for c in syntax.children[i] if c > i]
    marks = [d for c in behind for d in syntax.children[c] if syntax.dep[d] == "mark"]
    return frozenset([*map(syntax.lower.__getitem__, behind + marks), *map(syntax.lemma.__getitem__, behind)])


def rest_of_phrase(syntax: Parse, i: int, entry: Entry) -> list[int] | None:
    """Where the further words of a phrase stand, or None if they do not."""
    if entry.pos == "noun":
        return _side_by_side(syntax, i, entry)
    found: list[int] = []
    at = i
    for word in entry.rest:
        for parent in (at, i) if at != i else (i,):
            match = _below(syntax, parent, i, word)
            if match is None and syntax.pos[parent] == "VERB":
                match = clause_mark(syntax, parent, word)
            if match is not None:
                break
        if match is None:
            return None
        found.append(match)
        at = match
    return found


def _below(syntax: Parse, parent: int, i: int, word: str) -> int | None:
    """The first child of a word, behind another one, that is a word of a phrase."""
    for c in syntax.children[parent]:
        if c > i and (syntax.lower[c] == word or syntax.lemma[c] == word) and _is_word(syntax, c, word):
            return c
    return None


def _is_word(syntax: Parse, i: int, word: str) -> bool:
    """Whether a word of a phrase is meant there: a particle is not inflected, and says more than when."""
    if syntax.lower[i] == word:
        return syntax.dep[i] != "prep" or not any(c in syntax.times for c in syntax.children[i])
    return syntax.dep[i] not in ("prep", "prt") and len(word) > _PARTICLE


def _side_by_side(syntax: Parse, i: int, entry: Entry) -> list[int] | None:
    """The words of a phrase of nouns, before their head ("press conference") or behind it ("state of emergency")."""
    words = entry.words
    start = i if entry.key[1] == words[0] else i - len(words) + 1
    if start < 0 or start + len(words) > syntax.size:
        return None
    for j, word in enumerate(words, start):
        if syntax.lower[j] != word and syntax.lemma[j] != word:
            return None
        if syntax.pos[j] == "VERB" and "-" not in words:
            return None
    return [j for j in range(start, start + len(words)) if j != i]
