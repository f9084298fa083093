"""Clusters of names, and acronyms that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from newsgraph.knowledge.entries import Entry, key_words
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.words import Words

_SMALL = frozenset("of the and for in on to at de la le les el des du da do dos di del der y e et und van von".split())


@dataclass(eq=False)
class Cluster:
    """Names that are written alike, and what speaks for their kind."""

    key: tuple[str, ...]
    spans: list[Candidate] = field(default_factory=list)
    kind: str = "Other"
    entry: Entry | None = None
    """What it was found to be, of what is known by its name."""
    reason: str = "same name"
    into: Cluster | None = None
    within: str | None = None
    """The country that the text says a place lies in."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is known by this name."""
        return next((span.entries for span in self.spans if span.entries), ())

    def top(self) -> Cluster:
        """The cluster that this one was joined to, at the end of the chain."""
        one = self
        while one.into is not None:
            one = one.into
        return one


def merge(one: Cluster, other: Cluster, reason: str) -> None:
    """Join a cluster to another one."""
    one, other = one.top(), other.top()
    if one is not other:
        one.into = other
        one.reason = reason


def is_acronym(short: str, long: tuple[str, ...]) -> bool:
    """Whether capitals are the initials of words, small words counted or not."""
    letters = [c for c in short.casefold() if c.isalnum()]
    if len(letters) < 2 or len(long) < 2:
        return False
    every = [word[0].casefold() for word in long]
    main = [word[0].casefold() for word in long if word.casefold() not in _SMALL]
    if letters in (every, main):
        return True
    # "NaCTSO", "UNHCR": the letters in their order, each word begun by one, the first word with the first letter
    return (
        letters[0] == every[0]
        and len(letters) >= len(main) >= 2
        and letters[-1] in main
        and _subsequence(main, letters)
        and _subsequence(letters, list("".join(long).casefold()))  # AFP is no Associated Press: there is no F in it
    )


def _subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(x in rest for x in short)


def join_parentheses(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """Join "Inter-Services Intelligence (ISI)" and "ISI (Inter-Services Intelligence)".

    Between commas letters have to be the initials: "the Harbour Workers Union, HWU, said".
    """
    for (one, a), (two, b) in pairwise(order):
        if _is_between_commas(words, one, two) and _is_short(words, two) and a.top() is not b.top():
            if is_acronym(words.span(two.start, two.end), key_words(words.span(one.start, one.end))):
                merge(b, a, "acronym")
                _forget(b, a)
            continue
        if two.start != one.end + 1 or words.text[one.end] != "(":
            continue
        if two.end < words.size and words.text[two.end] not in (")", ",", ";", "-", "–", "or"):
            continue
        if _is_short(words, two) and _spells(words, two, one, b, a):
            merge(b, a, "acronym")
            _forget(b, a)
        elif _is_short(words, one) and _spells(words, one, two, a, b):
            merge(a, b, "acronym")
            _forget(a, b)


def _is_between_commas(words: Words, one: Candidate, two: Candidate) -> bool:
    """Whether a name follows another one between commas; a wire writes "<Harbour Banking Corp>, HBC,"."""
    between = words.text[one.end : two.start]
    return between in ([","], [">", ","]) and two.end < words.size and words.text[two.end] in (",", ".", ";")


def join_other_names(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """Join the other name of a person to the person's: Lena Marsh, alias "the Fox"."""
    for (one, a), (two, b) in pairwise(order):
        between = [word for word in words.lower[one.end : two.start] if word not in _QUOTES]
        if a.top().kind == "Person" and between and between[-1] in _OTHER_NAME and len(between) < 5:
            if between[-1] in ("as", "by") and not {"known", "alias", "name"}.intersection(between):
                continue
            goes_on = two.end < words.size and words.tag[two.end] in ("POS", "NN", "NNS", "NNP", "NNPS")
            if goes_on or b.entry is not None or b.kind in ("Country", "Place"):
                continue
            if words.sentence[one.start] == words.sentence[two.start] and b.top() is not a.top():
                merge(b, a, "other name")


_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
_OTHER_NAME = frozenset(("alias", "aka", "a.k.a.", "as", "nicknamed", "dubbed", "by"))


def _forget(short: Cluster, long: Cluster) -> None:
    """An abbreviation that the article spells out is not what else is known by these letters.

    Bodies of states keep their letters when they are called otherwise: the GAO.
    """
    if short.entry is not None and long.entry is not None and short.entry.name != long.entry.name:
        short.entry = None
    elif short.entry is not None and long.entry is None and not short.entry.kind == long.kind == "Agency":
        known = {word.lower() for word in key_words(short.entry.name)}
        if len(known.intersection(long.key)) * 2 < len(known):
            short.entry = None


def _is_short(words: Words, span: Candidate) -> bool:
    text = words.span(span.start, span.end)
    return " " not in text and len(text) <= 12 and sum(c.isupper() for c in text) >= 2


def _spells(words: Words, short: Candidate, long: Candidate, a: Cluster, b: Cluster) -> bool:
    if short.entries and long.entries and not {e.name for e in short.entries} & {e.name for e in long.entries}:
        return is_acronym(words.span(short.start, short.end), key_words(words.span(long.start, long.end)))
    return b.kind not in ("Person", "Group", "Country") and long.end - long.start > 1
