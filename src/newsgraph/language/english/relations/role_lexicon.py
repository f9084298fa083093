"""The nouns for roles and the words that belong to them: `roles.csv` and `role_words.csv`."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon


@cache
def role_nouns() -> dict[str, tuple[str, str]]:
    """From a role, singular or plural, to its singular and its class."""
    table = {}
    for row in read_lexicon("roles"):
        for form in (row["role"], row["plural"]):
            table[form] = (row["role"], row["class"])
    return table | {title: table[role] for title, role in short_titles().items()}


@cache
def short_titles() -> dict[str, str]:
    """The roles that titles are short for: "sen." for "senator"."""
    return {row["title"]: row["role"] for row in read_lexicon("titles") if row["role"]}


def begin_of_short_title(lower: list[str], noun: int) -> int | None:
    """Where a title begins that is written short and ends with a word: "Lt. Gov." of "Gov."; None if none is."""
    for start in range(max(0, noun - 2), noun + 1):
        if " ".join(lower[start : noun + 1]).replace(" .", ".") in short_titles():
            return start
    return None


@cache
def role_words(kind: str) -> frozenset[str]:
    """The words of one class in `role_words.csv`."""
    return frozenset(row["word"] for row in read_lexicon("role_words") if row["class"] == kind)


@cache
def main_words() -> frozenset[str]:
    """The words that a role phrase turns on: the last of a role, or the one before "in chief", "of staff", "elect"."""
    return frozenset(form.split()[0 if tail else -1] for form, tail in _tails().items())


@cache
def tails_after(word: str) -> tuple[tuple[str, ...], ...]:
    """What follows the main word in the roles that end with something else: "of staff" after "chief"."""
    return tuple(tail for form, tail in _tails().items() if tail and form.split()[0] == word)


@cache
def _tails() -> dict[str, tuple[str, ...]]:
    """The roles with what follows their main word, which mostly is nothing."""
    parts = {form: form.split() for form in role_nouns()}
    return {form: tuple(own[1:]) if len(own) > 1 and own[1] in _TAILS else () for form, own in parts.items()}


_TAILS = frozenset(("in", "of", "elect", "d'affaires"))
"""How what follows the main word of a role begins."""
