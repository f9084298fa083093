"""Capitals that say nothing: at the beginning of a sentence, in headlines in title case, in lines of capitals."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from newsgraph.language.words import Words

_ENDINGS = ("tion", "ment", "ness", "ity", "ship", "ism", "ence", "ance", "ional", "ative", "ously", "ical", "ing")
_FUNCTION_TAGS = frozenset("DT IN PRP PRP$ WDT WP WP$ WRB CC TO MD EX RP".split())


@cache
def common_words() -> frozenset[str]:
    """English words in running use, lower case."""
    text = files("newsgraph.language.english").joinpath("lexicons", "common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=16384)
def is_common(lower: str) -> bool:
    """Whether a word is an English one, as it is or without its ending."""
    words = common_words()
    if lower in words or (len(lower) > 6 and lower.endswith(_ENDINGS)):
        return True
    for ending in ("s", "es", "ed", "d", "ing", "ly", "er", "ers"):
        stem = lower.removesuffix(ending)
        if len(stem) > 2 and stem != lower and (stem in words or f"{stem}e" in words or stem[:-1] in words):
            return True
    return False


def discount_capitals(words: Words, headings: set[int], labels: list[str]) -> set[int]:
    """Unmark the capitals that do not show a name.

    Args:
        words: the words, whose `capital` is changed.
        headings: first tokens of the lines of layout.
        labels: the model's label of each token, or an empty string.

    Returns:
        The tokens of the headings in title case or in capitals.
    """
    titled: set[int] = set()
    common = common_words()
    for first, _ in words.sentences:
        while first < words.size - 1 and not words.text[first][0].isalpha():
            first += 1
        if (
            words.capital[first] and words.tag[first] not in ("NNP", "NNPS")
            and words.lower[first] in common and not labels[first]
        ):  # fmt: skip
            words.capital[first] = False
    for start in headings:
        end = line_end(words, start)
        if words.lower[start] == "by":
            continue  # a byline
        if _in_title_case(words, start, end):
            titled.update(range(start, end))
    if titled:
        seen = _seen_in_text(words, titled, labels)
        for i in titled:
            if (
                words.capital[i]
                and words.text[i] not in seen
                and (words.tag[i] in _FUNCTION_TAGS or is_common(words.lower[i]))
            ):
                words.capital[i] = False
    return titled


def line_end(words: Words, start: int) -> int:
    """The end of the line that begins at a token."""
    end = start
    while end < words.size and "\n" not in words.text[end]:
        end += 1
    return end


def _in_title_case(words: Words, start: int, end: int) -> bool:
    capital = small = 0
    for i in range(start, end):
        text = words.text[i]
        if text[0].isalpha() and words.tag[i] not in _FUNCTION_TAGS and len(text) > 2:
            if text[0].isupper():
                capital += 1
            else:
                small += 1
    return capital > 0 and (small == 0 or (capital >= 4 and small <= 0.25 * capital))


def _seen_in_text(words: Words, titled: set[int], labels: list[str]) -> set[str]:
    """Words that are capitalised in running text, and not only because a sentence begins."""
    return {
        words.text[i]
        for i in range(words.size)
        if words.capital[i]
        and words.tag[i] in ("NNP", "NNPS")
        and i not in titled
        and (words.sentence[i] != i or labels[i])
    }
