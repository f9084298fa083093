"""Capitals that a wire writes after every full stop: "the U.S. Economy grew", "under U.K. Control"."""

from __future__ import annotations

import re

from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.kind_evidence import LEGAL_FORMS
from newsgraph.language.english.names.runs import in_name, patterns
from newsgraph.language.english.names.titles import offices
from newsgraph.language.known_names import known_names
from newsgraph.language.words import Words

_LETTERS = re.compile(r"(?:[A-Z]\.){2,3}").fullmatch
_OF_WIRES = frozenset("dlr dlrs pct mln bln stg".split())
"""Words of the wires that write so."""


def discount_wire_capitals(words: Words, labels: list[str]) -> set[int]:
    """Unmark the common words that have a capital only because letters with a full stop stand before them.

    A text with a small word behind such letters writes as everybody does.

    Args:
        words: the words, whose `capital` is changed.
        labels: the model's label of each token, which is changed as well.

    Returns:
        The tokens that are unmarked.
    """
    found: list[int] = []
    letters = {form for form in set(words.text) if form[-1] == "." and _LETTERS(form) is not None}
    for i in [i for i, before in enumerate(words.text, 1) if before in letters and i < words.size] if letters else ():
        text = words.text[i]
        if words.sentence[i] == i or not text.isalpha():
            continue
        if text.islower():
            return set()
        if text.istitle() and (is_common(words.lower[i]) or _is_small_elsewhere(words, i)):
            found.append(i)
    told = len({words.lower[i] for i in found}) > 1 or not _OF_WIRES.isdisjoint(words.text)
    unmarked = {i for i in found if (told or _is_small_elsewhere(words, i)) and not _is_in_name(words, i, told)}
    for i in unmarked:
        words.capital[i] = False
        labels[i] = ""
    return unmarked


def _is_small_elsewhere(words: Words, i: int) -> bool:
    """Whether the article has the word, or the other number of it, in small letters."""
    lower = words.lower[i]
    forms = words.at(lower, f"{lower}s", lower.removesuffix("s"))
    return any(words.text[j].islower() for j in forms)


def _is_in_name(words: Words, i: int, told: bool) -> bool:
    """Whether a word goes on to a name, or makes one with the letters: "U.S. Farm Bureau", "U.S. Treasury"."""
    after = i + 1
    if after < words.size and words.sentence[after] == words.sentence[i] and in_name(words, after):
        return True
    if words.lower[i] in offices() or known_names().lookup(words.span(i - 1, after)):
        return True
    rows = patterns().get(words.text[i], ())
    if any(row.sector == "BUS" for row in rows) and words.lower[i] not in LEGAL_FORMS:
        return not told and words.tag[min(after, words.size - 1)] not in ("NN", "NNS")  # "U.S. Securities | houses"
    return bool(rows)
