"""Capitals that say nothing: at the beginning of a sentence, in headlines in title case, in lines of capitals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsgraph.language.words import Words

_FUNCTION_TAGS = frozenset("DT IN PRP PRP$ WDT WP WP$ WRB CC TO MD EX RP".split())


@cache
def common_words() -> frozenset[str]:
    """English words in running use, lower case."""
    text = files("newsgraph.language").joinpath("lexicons", "common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def discount_capitals(words: Words, headings: set[int], labels: list[str]) -> set[int]:
    """Unmark the capitals that do not show a name.

    Args:
        words: the words, whose `capital` is changed.
        headings: first tokens of the lines of layout.
        labels: the model's label of each token, or an empty string.

    Returns:
        The first tokens of the headings in title case or in capitals.
    """
    starts = [i for i in range(words.size) if words.sentence[i] == i]
    starts.append(words.size)
    titled: set[int] = set()
    common = common_words()
    for start, end in zip(starts, starts[1:], strict=False):
        if start in headings and _in_title_case(words, start, end):
            titled.add(start)
        first = start
        while first < end and not words.text[first][0].isalpha():
            first += 1
        if (
            first < end and words.capital[first] and words.tag[first] not in ("NNP", "NNPS")
            and words.lower[first] in common and not labels[first]
        ):  # fmt: skip
            words.capital[first] = False
    if titled:
        seen = _seen_in_text(words, titled, labels)
        for start, end in zip(starts, starts[1:], strict=False):
            if start in titled:
                for i in range(start, end):
                    lower = words.lower[i]
                    if words.capital[i] and words.text[i] not in seen and (lower in common or lower.rstrip("s") in common):
                        words.capital[i] = False
    return titled


def _in_title_case(words: Words, start: int, end: int) -> bool:
    capital = small = 0
    for i in range(start, end):
        text = words.text[i]
        if text[0].isalpha() and words.tag[i] not in _FUNCTION_TAGS and len(text) > 2:
            if text[0].isupper():
                capital += 1
            else:
                small += 1
    return capital >= 4 and small <= 0.25 * capital


def _seen_in_text(words: Words, titled: set[int], labels: list[str]) -> set[str]:
    """Words that are capitalised in running text, and not only because a sentence begins."""
    return {
        words.text[i]
        for i in range(words.size)
        if words.capital[i] and words.tag[i] in ("NNP", "NNPS") and words.sentence[i] not in titled
        and (words.sentence[i] != i or labels[i])
    }
